/**
 * What a member of staff has in hand on a day: posts and the cover of posts, the lead of trainings, supervisions, workers
 * whose appointment names them, escalations and actions, and the support of workers.
 *
 * An escalation about whoever asks, or about whoever would receive it, is not among it, also where that was put right
 * since: it stays with the post to which it goes, and neither of the two learns of it.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { AppointmentActivated, LegacyWorkerRegularised } from "../appointment/AppointmentEvents.ts"
import { isOpenNow } from "../appointment/Standing.ts"
import { AppointmentSupervisorChanged } from "../appointment/TenureEvents.ts"
import { Escalation, isOver, openActions, whoHas } from "../escalation/Escalation.ts"
import {
  EscalationClosed,
  EscalationEntryVoided,
  EscalationRaised,
  EscalationReopened,
  EscalationWithdrawn
} from "../escalation/EscalationEvents.ts"
import { EscalationLinked } from "../escalation/EscalationLinkEvents.ts"
import { keptAwayFrom } from "../escalation/LinkedInto.ts"
import { read, readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { view } from "../language/View.ts"
import type { View } from "../language/View.ts"
import { withId, withoutId } from "../record/withId.ts"
import { holdingOn, RoutesAt } from "../route/Route.ts"
import type { Holding } from "../route/Route.ts"
import { Scheme, SchemesAt, trainingLeadOn } from "../scheme/Scheme.ts"
import { Supervision, supervisionsOf, supervisorIn } from "../supervision/Supervision.ts"
import { SupervisionArranged, SupervisorChanged } from "../supervision/SupervisionEvents.ts"
import { Support } from "../support/Support.ts"
import { SupportHandedOver, SupportOpened } from "../support/SupportEvents.ts"

type Ids = ReadonlyArray<string>

/** The ids of all supervisions in which a member of staff ever supervised. */
export const SupervisionsBy = view<Ids>("SupervisionsBy", []).from({
  of: [SupervisionArranged, SupervisorChanged],
  by: "staff",
  evolve: { SupervisionArranged: withId, SupervisorChanged: withId }
})

/** The ids of all appointments that ever named a member of staff as supervisor. */
export const AppointmentsNaming = view<Ids>("AppointmentsNaming", []).from({
  of: [AppointmentActivated, LegacyWorkerRegularised, AppointmentSupervisorChanged],
  by: "staff",
  evolve: {
    AppointmentActivated: withId,
    LegacyWorkerRegularised: withId,
    AppointmentSupervisorChanged: withId
  }
})

/** The ids of all support that a member of staff ever gave. */
export const SupportsBy = view<Ids>("SupportsBy", []).from({
  of: [SupportOpened, SupportHandedOver],
  by: "staff",
  evolve: { SupportOpened: withId, SupportHandedOver: withId }
})

/** The ids of the escalations of an establishment that are not over, as far as their ends say. */
export const OpenEscalationsAt = view<Ids>("OpenEscalationsAt", []).from({
  of: [
    EscalationRaised,
    EscalationReopened,
    EscalationEntryVoided,
    EscalationClosed,
    EscalationWithdrawn,
    EscalationLinked
  ],
  by: "establishment",
  evolve: {
    EscalationRaised: withId,
    EscalationReopened: withId,
    EscalationEntryVoided: withId,
    EscalationClosed: withoutId,
    EscalationWithdrawn: withoutId,
    EscalationLinked: withoutId
  }
})

/** A record with its id. */
export interface Of<State> {
  readonly id: string
  readonly state: State
}

/** An escalation that somebody has in hand, and whom it, or anything that is linked to it, is or was about. */
export interface EscalationInHand extends Of<Escalation> {
  readonly keptAway: ReadonlyArray<string>
}

export interface StaffWork {
  readonly posts: ReadonlyArray<Holding>
  readonly leads: ReadonlyArray<Of<Scheme>>
  readonly supervisions: ReadonlyArray<Of<Supervision>>
  readonly appointments: ReadonlyArray<Of<Appointment>>
  /** Those that they have in hand, and those in which they are to do something. */
  readonly escalations: ReadonlyArray<EscalationInHand>
  readonly supports: ReadonlyArray<Of<Support>>
}

function* readEach<State>(of: View<State>, ids: Ids): Reading<ReadonlyArray<Of<State>>> {
  const states = yield* readAll(of, ids)
  return ids.flatMap((id, index) => {
    const state = states[index]
    return state === undefined ? [] : [{ id, state }]
  })
}

/** Whether they have it in hand, or are to do something in it. */
const isInHand = (staff: string) => ({ state }: Of<Escalation>): boolean =>
  !isOver(state) && (whoHas(state) === staff || openActions(state).some((one) => one.staff === staff))

/** Reads the escalations that they have in hand, but for those from which one who must not hear of it is kept away. */
function* escalationsOf(
  staff: string,
  establishment: EstablishmentCode,
  mustNotHear: ReadonlyArray<string>
): Reading<ReadonlyArray<EscalationInHand>> {
  const all = yield* readEach(Escalation, yield* read(OpenEscalationsAt, establishment))
  const found: Array<EscalationInHand> = []
  for (const one of all.filter(isInHand(staff))) {
    const keptAway = yield* keptAwayFrom(one.id, one.state)
    if (!keptAway.some((away) => mustNotHear.includes(away))) found.push({ ...one, keptAway })
  }
  return found
}

/** Reads all that a member of staff has in hand on a day, but for what is about one of those who must not hear of it. */
export function* workOf(
  staff: string,
  establishment: EstablishmentCode,
  on: LocalDate,
  mustNotHear: ReadonlyArray<string>
): Reading<StaffWork> {
  const route = yield* read(RoutesAt, establishment)
  const held = [...new Set(route.posts.map(({ post }) => post))].flatMap((post) => holdingOn(route, post, on) ?? [])
  const schemes = yield* readEach(Scheme, yield* read(SchemesAt, establishment))
  const supervisions = yield* readEach(Supervision, yield* read(SupervisionsBy, staff))
  const naming = yield* readEach(Appointment, yield* read(AppointmentsNaming, staff))
  const appointments: Array<Of<Appointment>> = []
  for (const one of naming.filter(({ state }) => state.supervisor === staff && isOpenNow(state))) {
    if ((yield* supervisionsOf(one.id)).length === 0) appointments.push(one)
  }
  const escalations = yield* escalationsOf(staff, establishment, mustNotHear)
  const supports = yield* readEach(Support, yield* read(SupportsBy, staff))
  return {
    posts: held.filter(({ cover, holder }) => holder === staff || cover === staff),
    leads: schemes.filter(({ state }) => state.status !== "Closed" && trainingLeadOn(state, on) === staff),
    supervisions: supervisions.filter(({ state }) => state.status === "Arranged" && supervisorIn(state) === staff),
    appointments,
    escalations,
    supports: supports.filter(({ state }) => state.status === "Open" && state.givenBy === staff)
  }
}
