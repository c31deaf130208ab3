/**
 * What is asked of a start that is put right: that the worker met on that day what is required to work alone.
 *
 * A start that would have been refused at once is not brought about by a correction. So whoever was selected meets every
 * requirement of the role as it was described on the day, and was neither suspended nor away; whoever was in the role
 * before the scheme was in it before the scheme. Who supervises, when they first meet and what is paid stay as they were
 * recorded, and are not judged again.
 */
import { read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { Judgement } from "../language/Judgement.ts"
import { say } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import type { Identity } from "../person/Identity.ts"
import { BeAtTheEstablishment } from "../person/rules/BeAtTheEstablishment.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { limitOn, Scheme } from "../scheme/Scheme.ts"
import type { RoleProfile } from "../scheme/Scheme.ts"
import { placementsFor } from "../shadowing/Placement.ts"
import { shadowingDone } from "./Activation.ts"
import { nothingLikeIt } from "./appointmentSteps.ts"
import { unitOn } from "./AppointmentUnit.ts"
import { heldAsAsked } from "./HeldAsAsked.ts"
import { atEstablishment, isFromBefore, requirementsOn, riskAssessed, securityCleared } from "./Requirements.ts"
import { roleOn } from "./RoleOnDay.ts"
import { AcknowledgeTheJobDescription } from "./rules/AcknowledgeTheJobDescription.ts"
import { BeClearedBeforeTraining } from "./rules/BeClearedBeforeTraining.ts"
import { BeClearedBySecurity } from "./rules/BeClearedBySecurity.ts"
import { BeHeldAsTheRoleAsks } from "./rules/BeHeldAsTheRoleAsks.ts"
import { BeRiskAssessedForTheRole } from "./rules/BeRiskAssessedForTheRole.ts"
import { BeSelectedByStaff } from "./rules/BeSelectedByStaff.ts"
import { CompleteShadowingFirst } from "./rules/CompleteShadowingFirst.ts"
import { CompleteTheTraining } from "./rules/CompleteTheTraining.ts"
import { RefreshTheTrainingInTime } from "./rules/RefreshTheTrainingInTime.ts"
import { RegisterAsLegacyOnlyWhoServedBefore } from "./rules/RegisterAsLegacyOnlyWhoServedBefore.ts"
import { WorkOnAUnitOfTheRole } from "./rules/WorkOnAUnitOfTheRole.ts"
import { fallenCompletions } from "./Schooling.ts"
import type { Schooled } from "./Schooling.ts"
import { holderOf, isOffOn, readySince } from "./Standing.ts"

export const startRuleList = [
  BeSelectedByStaff,
  BeRiskAssessedForTheRole,
  WorkOnAUnitOfTheRole,
  BeClearedBySecurity,
  BeClearedBeforeTraining,
  BeHeldAsTheRoleAsks,
  AcknowledgeTheJobDescription,
  CompleteTheTraining,
  RefreshTheTrainingInTime,
  CompleteShadowingFirst,
  BeAtTheEstablishment,
  RegisterAsLegacyOnlyWhoServedBefore,
  KeepTheOrderOfEvents
] as const

/** What the start stands on, whoever it is of. */
interface Ground {
  readonly appointment: Schooled
  readonly holder: Identity
  readonly scheme: Scheme
}

type StartRules = readonly [
  ...ReturnType<typeof requirementsOn>,
  ReturnType<typeof RegisterAsLegacyOnlyWhoServedBefore.asks>,
  ReturnType<typeof inOrder>
]

/** Whether it was registered in time that the worker was in the role before the scheme; not asked of anybody else. */
const servedBefore = ({ appointment, scheme }: Ground, from: LocalDate) => {
  const { begun, waiverUntil } = appointment
  const on = begun?.on ?? from
  return RegisterAsLegacyOnlyWhoServedBefore.asks(
    {
      asked: isFromBefore(appointment),
      inRoleSince: from,
      adoptedOn: scheme.adoptedOn,
      on,
      waiverUntil: waiverUntil ?? on
    },
    { months: limitOn(scheme, "legacyWaiverMonths", on) }
  )
}

/** Of a worker who was in the role before the scheme, only the place is asked, on the day on which they were registered. */
const ofWhoWasBefore = (ground: Ground, from: LocalDate): StartRules => {
  const { appointment, holder: { person }, scheme } = ground
  return [
    BeSelectedByStaff.asks({ asked: false, selected: false }),
    riskAssessed(appointment, scheme, from, false),
    WorkOnAUnitOfTheRole.asks({ units: [], unit: unitOn(appointment, from) }),
    securityCleared(appointment, null, from),
    BeClearedBeforeTraining.asks({ asked: false, began: null, cleared: false }),
    heldAsAsked({ appointment, person, scheme }, null, from),
    AcknowledgeTheJobDescription.asks({ asked: false, acknowledged: null, current: 0 }),
    CompleteTheTraining.asks({ asked: false, completed: false, holds: false }),
    RefreshTheTrainingInTime.asks({ lapsesOn: null, on: from }),
    CompleteShadowingFirst.asks({ asked: false, signedOff: false, holds: false }),
    atEstablishment(person, appointment.establishment, appointment.begun?.on ?? from),
    servedBefore(ground, from),
    inOrder([from, null])
  ]
}

/** The first day on which the job description of the day was acknowledged; null where it never was. */
const acknowledgedOn = ({ acknowledged }: Schooled, { version: current }: RoleProfile): LocalDate | null =>
  acknowledged.filter(({ version }) => version === current).map(({ on }) => on).sort()[0] ?? null

/** The first day on which a shadowing for the appointment was signed off; null where none was, or none is asked for. */
function* signedOffOn(of: string, { asksForShadowing }: RoleProfile): Reading<LocalDate | null> {
  if (!asksForShadowing) return null
  const placements = yield* placementsFor(of)
  return placements.flatMap(({ signOff }) => signOff === null ? [] : [signOff.on]).sort()[0] ?? null
}

/** Whoever was selected meets what is required; where they met it only later, from when is told with it. */
function* ofWhoWasSelected(
  of: string,
  ground: Ground,
  profile: RoleProfile,
  from: LocalDate
): Reading<StartRules> {
  const { appointment, holder, scheme } = ground
  const shadowed = yield* shadowingDone(of, from)
  const fallen = yield* fallenCompletions(holder)
  return [
    ...requirementsOn({ appointment, person: holder.person, scheme, profile, shadowed, fallen }, from),
    servedBefore(ground, from),
    inOrder(
      [from, readySince(appointment)],
      [from, acknowledgedOn(appointment, profile)],
      [from, yield* signedOffOn(of, profile)]
    )
  ]
}

/** Asks of the other day what was asked of the one that was recorded; or says why nobody could begin on it. */
export function* startRules(
  of: string,
  appointment: Schooled,
  from: LocalDate
): Reading<StartRules | Judgement<never>> {
  const holder = yield* holderOf(appointment)
  const scheme = yield* read(Scheme, appointment.scheme)
  const ground = { appointment, holder, scheme }
  if (isFromBefore(appointment)) return ofWhoWasBefore(ground, from)
  const profile = roleOn(scheme, appointment.roleProfile, from)
  if ("_tag" in profile) return profile
  if (isOffOn(appointment, holder.person, from, profile.inCommunity)) {
    const says = `On ${say(from)} the worker was suspended or away. Give a day on which they could work`
    return nothingLikeIt(appointment, says)
  }
  return yield* ofWhoWasSelected(of, ground, profile, from)
}
