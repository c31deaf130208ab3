/**
 * Actions: what a role can record about one record now, as links to forms that know the record already.
 *
 * What is possible stands in the tables of the law; what would come to nothing, such as lifting a restriction that
 * there is not, is left out here. A page offers and never forbids: the law judges whatever is sent.
 */
import {
  allCommands,
  appointmentEntries,
  asksForLegalStatus,
  carriedOnIn,
  coveredBy,
  eligibilityOn,
  isRaiserTold,
  isSafeguarding,
  isToldSince,
  mayGive,
  nextMeeting,
  onTheLadder,
  openActions,
  Person,
  replacementsIn,
  sessionKeys,
  signOffHolds,
  Trainer,
  trainerEntries,
  trainingLeadOn,
  waitsToTell
} from "@peerwork/core"
import type {
  Appointment,
  Command,
  Escalation,
  LifeName,
  LocalDate,
  Role,
  Shadowing,
  Supervision
} from "@peerwork/core"
import { answerIn } from "../records/Answering.ts"
import { earlierShadowings, isHeldTwice, placementIn, profileFor, schemeIn } from "../records/Derived.ts"
import { raisersToTellIn } from "../records/Escalations.ts"
import type { Looked } from "../records/Labels.ts"
import type { Records } from "../records/Records.ts"
import { stepsIn } from "../records/StepsIn.ts"
import { ofCourses } from "./CourseActions.ts"

export interface Link {
  readonly text: string
  readonly href: string
}

export interface Links {
  readonly actions: ReadonlyArray<Link>
  readonly corrections: ReadonlyArray<Link>
}

const ofAppointment = (records: Records, state: Appointment, day: LocalDate): Readonly<Record<string, boolean>> => ({
  EndDuplicateAppointment: isHeldTwice(records, state),
  RecordTaskTakenOver: state.refused.some(({ takenOverOn }) => takenOverOn === null),
  CheckLegalStatus: asksForLegalStatus(profileFor(records, state)),
  ConsiderEligibility:
    (eligibilityOn(schemeIn(records, state.scheme), state.roleProfile, day)?.criteria ?? []).length > 0,
  ReinstateAppointment: coveredBy(state.suspensions, day),
  CancelAppointmentSuspension: state.suspensions.some(({ from }) => from > day),
  LiftAppointmentRestriction: coveredBy(state.restrictions, day),
  StrikeOutAppointmentEntry: appointmentEntries(state).length > 0
})

const ofShadowing = (records: Records, id: string, state: Shadowing): Readonly<Record<string, boolean>> => ({
  DecideEarlierShadowing: earlierShadowings(records, id).length > 0,
  UpholdShadowingSignOff: state.signOff !== null && !signOffHolds(placementIn(records, state)),
  CorrectShadowingPause: state.pauses.length > 0,
  VoidShadowingPause: state.pauses.length > 0,
  CorrectShadowMentorReplacement: replacementsIn(state).length > 0,
  CorrectShadowingStart: state.startedOn !== null
})

const ofTrainer = (state: Trainer, day: LocalDate): Readonly<Record<string, boolean>> => {
  const isAccredited = sessionKeys.some((session) => onTheLadder(state, session, day).lapsesOn !== null)
  return {
    ReviewTrainerAccreditation: isAccredited,
    WithdrawTrainerAccreditation: [...state.judged, ...state.accredited].some(({ withdrawn }) => withdrawn === null),
    StrikeOutTrainerEntry: trainerEntries(state).length > 0
  }
}

const ofSupervision = (state: Supervision, day: LocalDate): Readonly<Record<string, boolean>> => {
  const next = nextMeeting(state)
  const isHeld = state.sessions.some(({ outcome }) => outcome === "Held")
  return {
    ScheduleSupervision: next === null,
    RescheduleSupervision: next !== null,
    CancelSupervision: next !== null,
    RecordSupervisionNonAttendance: next !== null && next.meetsOn <= day,
    RewriteSupervisionNote: isHeld,
    AddToSupervisionNote: isHeld,
    StrikeOutSupervisionEntry: state.planned.length + state.sessions.length > 0 || state.supervisors.length > 1
  }
}

const ofPerson = ({ person }: Records, id: string): Readonly<Record<string, boolean>> => {
  const { legalChanges, links } = person.get(id)?.state ?? Person.initial
  return {
    MergePeople: links.every(({ booking }) => booking !== null),
    UndoPeopleMerge: links.some(({ booking }) => booking === null),
    UndoPersonBookingMove: links.some(({ booking }) => booking !== null),
    VoidLegalStatus: legalChanges.length > 0
  }
}

/** Whether whoever raised it is still to be told; of one that is linked, once the one that carries it on is resolved. */
const raiserWaits = (records: Records, state: Escalation): boolean => {
  if (state.stage !== "Linked") return !isRaiserTold(state)
  const carriedOn = answerIn(records, carriedOnIn(state))
  return carriedOn.stage === "Resolved" && !isToldSince(carriedOn, state)
}

const ofEscalation = (records: Records, id: string, state: Escalation): Readonly<Record<string, boolean>> => ({
  CompleteEscalationAction: openActions(state).length > 0,
  StrikeOutEscalationEntry: state.entries.length > 0,
  RejectEscalationBack: state.classified?.urgency !== "IMMEDIATE",
  WithdrawEscalation: state.classified?.urgency !== "IMMEDIATE" && !state.ways.some(isSafeguarding),
  InformEscalationRaiser: !state.anonymous && raiserWaits(records, state),
  RecordRaiserNotInformed: raiserWaits(records, state),
  InformEscalationSubject: waitsToTell(state),
  RecordSubjectNotInformed: waitsToTell(state),
  CloseEscalation: isRaiserTold(state) && raisersToTellIn(records, { id, state }).length === 0
})

/** Commands of which it is known whether anything could come of them now. */
const worthwhile = (looked: Looked, life: LifeName, id: string): Readonly<Record<string, boolean>> => {
  const { day, records } = looked
  const course = ofCourses(looked, life, id)
  if (course !== null) return course
  const appointment = life === "appointment" ? records.appointment.get(id)?.state : undefined
  const shadowing = life === "shadowing" ? records.shadowing.get(id)?.state : undefined
  if (appointment !== undefined) return ofAppointment(records, appointment, day)
  if (shadowing !== undefined) return ofShadowing(records, id, shadowing)
  if (life === "trainer") return ofTrainer(records.trainer.get(id)?.state ?? Trainer.initial, day)
  if (life === "person") return ofPerson(records, id)
  const escalation = life === "escalation" ? records.escalation.get(id)?.state : undefined
  if (escalation !== undefined) return ofEscalation(records, id, escalation)
  const supervision = life === "supervision" ? records.supervision.get(id)?.state : undefined
  if (supervision !== undefined) return ofSupervision(supervision, day)
  if (life === "support") {
    return {
      StrikeOutWorkerSupportReview: records.support.get(id)?.state.entries.some(({ isReview }) => isReview) === true
    }
  }
  if (life === "staff") {
    const { competences = [], leaving = null, returning = null } = records.staff.get(id)?.state ?? {}
    return {
      StrikeOutStaffCompetence: competences.length > 0,
      CorrectStaffLeaving: leaving !== null,
      CorrectStaffReturn: returning !== null
    }
  }
  if (life !== "scheme") return {}
  const scheme = schemeIn(records, id)
  return {
    RecordTrainingLeadLeaving: trainingLeadOn(scheme, day) !== null,
    StrikeOutTrainingLead: scheme.leadEntries.length > 0,
    StrikeOutPayEntry: scheme.pay.length > 0,
    ReviewPayBands: scheme.pay.length > 0,
    CorrectRoleProfile: scheme.roleProfiles.length > 0,
    CorrectSchemePolicy: scheme.policy.length > 0
  }
}

const isCorrection = ({ name }: Command): boolean =>
  /^(Correct|Void|StrikeOut|Reopen|TakeBack|Merge|Undo|MovePerson)/.test(name)

/** What can be done with a record now, by this role: first what leads on, then what puts right; `without` some of it. */
export const actionsFor = (
  looked: Looked,
  life: LifeName,
  id: string,
  role: Role,
  without: ReadonlyArray<string> = []
): Links => {
  const known = worthwhile(looked, life, id)
  const possible = stepsIn(looked.records, life, id)
    .filter((name) => mayGive(role, name) && known[name] !== false && !without.includes(name))
  const commands = allCommands.filter((command) => command.life === life && possible.includes(command.name))
  const link = ({ name, title }: Command): Link => ({ text: title, href: `/do/${name}?${life}=${id}` })
  return {
    actions: commands.filter((command) => !isCorrection(command)).map(link),
    corrections: commands.filter(isCorrection).map(link)
  }
}
