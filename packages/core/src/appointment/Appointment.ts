/**
 * An appointment: a person's tenure in one role at one establishment, from proposal to end.
 *
 * It is proposed or applied for, selected, trained for and, where the role asks for it, shadowed; then it is activated,
 * may be suspended or restricted, and ends once. What also depends on other lives (training served, shadowing done, a
 * temporary absence) is derived in `AppointmentStatus`, never copied here. Facts that were recorded in error are struck
 * out by their event; the event itself stays.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { EventOf, Happened } from "../language/Event.ts"
import { changeBy } from "../language/Judgement.ts"
import type { Change } from "../language/Judgement.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import type { Period } from "../language/Period.ts"
import { view } from "../language/View.ts"
import { struckOut } from "./AppointmentEntries.ts"
import type { AppointmentAppliedFor, AppointmentProposed, LegacyWorkerRegistered } from "./AppointmentEvents.ts"
import { entryEvents } from "./AppointmentEvents.ts"
import { added, endedOn, factOf, without } from "./AppointmentFacts.ts"
import type {
  Advice,
  Assessment,
  Completed,
  Consideration,
  DeclaredInterest,
  Fact,
  LegalStatusCheck,
  RefusedTask,
  Restriction,
  RiskAssessment,
  Step,
  Suspension
} from "./AppointmentFacts.ts"
import { tenureEvents } from "./TenureEvents.ts"

export interface Appointment {
  readonly step: Step
  readonly person: string
  readonly scheme: string
  readonly roleProfile: string
  readonly establishment: EstablishmentCode | null
  /** The event that began it. */
  readonly begun: Fact | null
  readonly risk: ReadonlyArray<RiskAssessment>
  readonly clearance: ReadonlyArray<Assessment>
  readonly acknowledged: ReadonlyArray<Fact & { readonly version: number }>
  /** Where the worker was said to work, in the order in which that was recorded; see `unitOn`. */
  readonly units: ReadonlyArray<Fact & { readonly unit: string }>
  readonly eligibility: ReadonlyArray<Consideration>
  readonly interests: ReadonlyArray<DeclaredInterest>
  readonly advice: ReadonlyArray<Advice>
  readonly legalStatus: ReadonlyArray<LegalStatusCheck>
  readonly selected: Fact | null
  readonly training: ReadonlyArray<Completed>
  readonly refreshers: ReadonlyArray<Fact & { readonly decidedBy: string }>
  readonly supervisor: string | null
  readonly firstSupervisionOn: LocalDate | null
  readonly payBand: number | null
  /** In role, trained or not: from activation or, for a worker in role before the scheme, from when that began. */
  readonly inRole: Period | null
  /** From when the worker may work alone: activation or regularisation. */
  readonly activated: Fact | null
  /** Until when a worker who was in role before the scheme may be in it untrained; kept once they are regularised. */
  readonly waiverUntil: LocalDate | null
  readonly suspensions: ReadonlyArray<Suspension>
  readonly restrictions: ReadonlyArray<Restriction>
  readonly refused: ReadonlyArray<RefusedTask>
  readonly plannedEnd: (Fact & { readonly endsOn: LocalDate }) | null
  /** `duplicateOf` names the appointment that stayed after a merge. */
  readonly ended: (Fact & { readonly removed: boolean; readonly duplicateOf: string | null }) | null
  /** The event that closed it, and the step before; null while it is open. */
  readonly closed: (Fact & { readonly before: Step }) | null
  readonly changed: Change | null
}

const unknown: Appointment = {
  step: "Unknown",
  person: "",
  scheme: "",
  roleProfile: "",
  establishment: null,
  begun: null,
  risk: [],
  clearance: [],
  acknowledged: [],
  units: [],
  eligibility: [],
  interests: [],
  advice: [],
  legalStatus: [],
  selected: null,
  training: [],
  refreshers: [],
  supervisor: null,
  firstSupervisionOn: null,
  payBand: null,
  inRole: null,
  activated: null,
  waiverUntil: null,
  suspensions: [],
  restrictions: [],
  refused: [],
  plannedEnd: null,
  ended: null,
  closed: null,
  changed: null
}

const begun = (
  step: Step,
  event: EventOf<typeof AppointmentProposed | typeof AppointmentAppliedFor | typeof LegacyWorkerRegistered>
): Appointment => ({
  ...unknown,
  step,
  person: event.data.person,
  scheme: event.data.scheme,
  roleProfile: event.data.roleProfile,
  establishment: event.data.establishment,
  begun: factOf(event),
  changed: changeBy(event)
})

const moved = (period: Period | null, from: LocalDate): Period => ({ from, until: period?.until ?? null })

const over = (
  state: Appointment,
  event: Happened,
  how: { readonly removed: boolean; readonly duplicateOf: string | null }
): Appointment => ({
  ...state,
  step: "Ended",
  inRole: state.inRole === null ? null : { ...state.inRole, until: event.on },
  plannedEnd: null,
  ended: { ...factOf(event), ...how },
  closed: { ...factOf(event), before: state.step },
  changed: changeBy(event)
})

/**
 * Whether the time in the role began when it was activated; a worker who was in role before the scheme was in it before
 * they were regularised.
 */
export const beganByActivation = ({ activated, inRole }: Appointment): boolean =>
  activated !== null && inRole?.from === activated.on

export const Appointment = view<Appointment>("Appointment", unknown).from({
  of: [...entryEvents, ...tenureEvents],
  by: "stream",
  evolve: {
    AppointmentProposed: (_, event) => begun("Proposed", event),
    AppointmentAppliedFor: (_, event) => begun("Applied", event),
    AppointmentSelectionBegun: (state, event) => ({ ...state, step: "UnderSelection", changed: changeBy(event) }),
    RiskAssessmentRecorded: (state, event) => {
      const { passed, unit = null, validUntil } = event.data
      return { ...state, risk: added(state.risk, event, { passed, validUntil, unit }) }
    },
    SecurityClearanceRecorded: (state, event) => {
      const { cleared: passed, validUntil = null } = event.data
      return { ...state, clearance: added(state.clearance, event, { passed, validUntil }) }
    },
    JobDescriptionAcknowledged: (state, event) => ({
      ...state,
      acknowledged: added(state.acknowledged, event, { version: event.data.version })
    }),
    AppointmentBoundToUnit: (state, event) => ({
      ...state,
      units: added(state.units, event, { unit: event.data.unit })
    }),
    EligibilityConsidered: (state, event) => {
      const { considered, gaps } = event.data
      return { ...state, eligibility: added(state.eligibility, event, { considered, gaps }) }
    },
    SelectionInterestDeclared: (state, event) => {
      const { adviser, conflict } = event.data
      return { ...state, interests: added(state.interests, event, { adviser, conflict }) }
    },
    SelectionAdviceRecorded: (state, event) => ({
      ...state,
      advice: added(state.advice, event, { adviser: event.data.adviser })
    }),
    AppointmentLegalStatusChecked: (state, { data, ...event }) => ({
      ...state,
      legalStatus: added(state.legalStatus, event, { meets: data.meets, position: event.position })
    }),
    AppointmentSelected: (state, event) => ({
      ...state,
      step: "Selected",
      selected: factOf(event),
      changed: changeBy(event)
    }),
    AppointmentDeclined: (state, event) => ({
      ...state,
      step: "NotSelected",
      closed: { ...factOf(event), before: state.step },
      changed: changeBy(event)
    }),
    AppointmentTrainingRecorded: (state, event) => {
      const { decidedBy, template } = event.data
      return { ...state, training: added(state.training, event, { template, decidedBy }) }
    },
    AppointmentRefresherRecorded: (state, event) => ({
      ...state,
      refreshers: added(state.refreshers, event, { decidedBy: event.data.decidedBy })
    }),
    AppointmentActivated: (state, event) => ({
      ...state,
      step: "Active",
      supervisor: event.data.supervisor,
      firstSupervisionOn: event.data.firstSupervisionOn,
      payBand: event.data.payBand ?? null,
      inRole: { from: event.on, until: null },
      activated: factOf(event),
      changed: changeBy(event)
    }),
    LegacyWorkerRegistered: (_, event) => ({
      ...begun("InRoleUntrained", event),
      inRole: { from: event.data.inRoleSince, until: null },
      waiverUntil: event.data.waiverUntil
    }),
    LegacyWorkerRegularised: (state, event) => ({
      ...state,
      step: "Active",
      supervisor: event.data.supervisor,
      firstSupervisionOn: event.data.firstSupervisionOn,
      activated: factOf(event),
      changed: changeBy(event)
    }),
    AppointmentSuspended: (state, { data, ...event }) => ({
      ...state,
      suspensions: [...state.suspensions, {
        event: event.id,
        on: event.on,
        from: data.from,
        until: data.until ?? null,
        adverse: data.adverse,
        reviewBy: data.reviewBy
      }]
    }),
    AppointmentSuspensionCancelled: (state, event) => ({
      ...state,
      suspensions: without(state.suspensions, event.corrects ?? "")
    }),
    AppointmentReinstated: (state, event) => ({ ...state, suspensions: endedOn(state.suspensions, event.on) }),
    AppointmentRestricted: (state, { data, ...event }) => ({
      ...state,
      restrictions: [...state.restrictions, {
        event: event.id,
        on: event.on,
        from: data.from,
        until: data.until ?? null,
        tasks: data.tasks,
        areas: data.areas
      }]
    }),
    AppointmentRestrictionLifted: (state, event) => ({ ...state, restrictions: endedOn(state.restrictions, event.on) }),
    AppointmentTaskRefused: (state, event) => {
      const { owner, task } = event.data
      return { ...state, refused: added(state.refused, event, { task, owner, takenOverOn: null }) }
    },
    AppointmentTaskTakenOver: (state, { data, on }) => ({
      ...state,
      refused: state.refused.map((one) => one.event === data.refusal ? { ...one, takenOverOn: on } : one)
    }),
    AppointmentSupervisorChanged: (state, event) => ({ ...state, supervisor: event.data.supervisor }),
    AppointmentEndPlanned: (state, event) => ({
      ...state,
      plannedEnd: { ...factOf(event), endsOn: event.data.endsOn }
    }),
    AppointmentEnded: (state, event) => over(state, event, { removed: event.data.removed, duplicateOf: null }),
    AppointmentEndedAsDuplicate: (state, event) =>
      over(state, event, { removed: false, duplicateOf: event.data.duplicateOf }),
    AppointmentVoided: (state, event) => ({ ...state, step: "Voided", inRole: null, changed: changeBy(event) }),
    AppointmentFactVoided: (state, event) => struckOut(state, event.data.voided),
    AppointmentPersonCorrected: (state, event) => ({ ...state, person: event.data.person }),
    AppointmentStartCorrected: (state, event) => ({
      ...state,
      inRole: moved(state.inRole, event.data.from),
      activated: state.activated !== null && beganByActivation(state)
        ? { ...state.activated, on: event.data.from }
        : state.activated
    }),
    AppointmentEndCorrected: (state, event) => ({
      ...state,
      inRole: state.inRole === null ? null : { ...state.inRole, until: event.data.endedOn },
      ended: state.ended === null ? null : { ...state.ended, on: event.data.endedOn }
    }),
    AppointmentReopened: (state, event) => ({
      ...state,
      step: state.closed?.before ?? state.step,
      inRole: state.inRole === null ? null : { ...state.inRole, until: null },
      ended: null,
      closed: null,
      changed: changeBy(event)
    })
  }
})
