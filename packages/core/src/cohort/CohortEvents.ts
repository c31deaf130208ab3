/**
 * What happens to a cohort: people who are trained together, by one version of a template.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove. Who was present stands
 * in the trainees' own lives; here stands what happened to everybody, such as an interruption.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aCount, aDate, codes, idOf, idsOf, oneOf, severalOf, text, yesOrNo } from "../language/Kind.ts"
import { rowsOf } from "../language/Rows.ts"
import { aSession } from "../training/SessionCatalogue.ts"
import { keys } from "./CohortKeys.ts"
import { cohortMoveEvents } from "./CohortMoveEvents.ts"
import { TrainingSessionObserversCorrected } from "./SessionObserverEvents.ts"

const sessionKeys = { ...keys, session: open(aSession, "Session") }

const aDiscipline = oneOf({
  VISITING_FACILITATOR: "Visiting facilitator",
  PRISON_OFFICER: "Prison officer",
  NURSE: "Nurse",
  OCCUPATIONAL_THERAPIST: "Occupational therapist",
  SOCIAL_WORKER: "Social worker",
  EDUCATOR: "Teacher or lecturer",
  OTHER: "Another discipline"
})

/** Who staffs a cohort, and in which discipline. */
export const theStaffing = rowsOf({
  staff: open(idOf("staff"), "Member of staff"),
  discipline: open(aDiscipline, "Discipline")
}, 10)

/** What a consultation of workers led to. */
export const aConsultation = oneOf({
  CONFIRMED: "They confirmed the contents",
  CHANGES_WANTED: "They wanted changes"
})

/** Why a session was interrupted, moved or left out: about the regime, never about a person. */
export const aCause = oneOf({
  WING_RECALL: "The wing was called back",
  LOCKDOWN: "Lockdown or restricted regime",
  ALARM: "An alarm",
  NO_ROOM: "The room was not available",
  NO_TRAINER: "No trainer was available",
  TOO_FEW: "Too few trainees could come",
  BANK_HOLIDAY: "A bank holiday",
  OTHER: "Another cause"
})

/** What a reflection found to be wanted. */
export const theWanted = severalOf({
  MORE_PRACTICAL: "More practical content",
  MORE_SESSIONS: "More sessions",
  OTHER_CONTENT: "Other content in a session",
  OTHER_FORMAT: "Another format",
  NOTHING: "Nothing to change"
})

/** Why a session counts although no accredited trainer taught it. */
export const aGround = oneOf({
  HISTORY: "It was held before trainers were accredited",
  OBSERVED_BY_ACCREDITED: "Somebody accredited was there and vouches for it",
  REPEATED: "What was taught was checked afterwards",
  OTHER: "Another ground"
})

const cause = open(aCause, "Cause")
const reason = personal(text(1000, true), { subject: "actor", keep: "administration" }, "Reason")
const deliverers = tagged("staff", idsOf("staff", 4), "Delivered by")
const supervisedBy = optional(tagged("staff", idOf("staff"), "Supervised by"))

export const CohortPlanned = event("cohort", "CohortPlanned", {
  title: "Cohort planned",
  says: "People will be trained together by this version of the template",
  fields: {
    ...keys,
    template: tagged("template", idOf("template"), "Template"),
    startsOn: open(aDate, "From"),
    endsOn: open(aDate, "To"),
    wings: open(codes("B_WING"), "Wings"),
    least: open(aCount(1, 100), "Trainees needed at least"),
    staff: tagged("staff", idsOf("staff", 10), "Staff"),
    staffing: open(theStaffing, "Staffing")
  }
})

export const CohortConsulted = event("cohort", "CohortConsulted", {
  title: "Workers consulted",
  says: "Existing workers were asked about the contents of the training",
  fields: { ...keys, workers: tagged("person", idsOf("person"), "Workers"), outcome: open(aConsultation, "Outcome") }
})

export const CohortApproved = event("cohort", "CohortApproved", {
  title: "Cohort approved",
  says: "The cohort may enrol people",
  fields: {
    ...keys,
    approvedBy: tagged("staff", idOf("staff"), "Approved by"),
    roomReserved: open(yesOrNo, "Undisturbed room reserved"),
    timeProtected: open(yesOrNo, "Time protected for staff and workers")
  }
})

export const CohortEnrolmentOpened = event("cohort", "CohortEnrolmentOpened", {
  title: "Enrolment opened",
  says: "People may be enrolled, up to the number of places",
  fields: { ...keys, places: open(aCount(1, 100), "Places") }
})

export const CohortPlaceAskedFor = event("cohort", "CohortPlaceAskedFor", {
  title: "Place asked for",
  says: "The person waits for a place, behind those who asked before",
  fields: { ...keys, person: tagged("person", idOf("person"), "Person") }
})

export const CohortPlaceGivenUp = event("cohort", "CohortPlaceGivenUp", {
  title: "No longer waiting for a place",
  says: "The person waits for a place no longer, or it was recorded in error that they did",
  fields: { ...keys, person: tagged("person", idOf("person"), "Person") }
})

export const CohortStarted = event("cohort", "CohortStarted", {
  title: "Cohort started",
  says: "Sessions are held from this day",
  fields: { ...keys, trainees: open(aCount(), "Trainees") }
})

export const TrainingSessionScheduled = event("cohort", "TrainingSessionScheduled", {
  title: "Session scheduled",
  says: "The session will be held on a day, for so many minutes, by these trainers",
  fields: {
    ...sessionKeys,
    heldOn: open(aDate, "Day"),
    minutes: open(aCount(1, 600), "Minutes"),
    deliverers,
    supervisedBy
  }
})

export const TrainingSessionRescheduled = event("cohort", "TrainingSessionRescheduled", {
  title: "Session moved to another day",
  says: "The session will be held on another day; the trainees were told",
  fields: { ...sessionKeys, heldOn: open(aDate, "Day"), minutes: open(aCount(1, 600), "Minutes"), cause }
})

export const TrainingSessionDelivered = event("cohort", "TrainingSessionDelivered", {
  title: "Session delivered",
  says: "The session was held",
  fields: {
    ...sessionKeys,
    minutes: open(aCount(1, 600), "Minutes"),
    deliverers,
    supervisedBy,
    observers: tagged("staff", idsOf("staff", 4), "Observed by"),
    helper: optional(tagged("person", idOf("person"), "Experienced worker who helped")),
    timeProtected: open(yesOrNo, "In protected time")
  }
})

export const TrainingSessionCorrected = event("cohort", "TrainingSessionCorrected", {
  title: "Record of a session corrected",
  says: "The session was held by others, on another day or for another time than was recorded",
  fields: {
    ...sessionKeys,
    heldOn: open(aDate, "Day"),
    minutes: open(aCount(1, 600), "Minutes"),
    deliverers,
    supervisedBy,
    formerDeliverers: tagged("staff", idsOf("staff", 4), "Recorded before"),
    formerSupervisor: optional(tagged("staff", idOf("staff"), "Supervisor recorded before")),
    reason
  }
})

export const TrainingSessionVoided = event("cohort", "TrainingSessionVoided", {
  title: "Session struck out as held",
  says: "The session was recorded as held and never was; it is planned as before, and no attendance of it counts",
  fields: {
    ...sessionKeys,
    formerDeliverers: tagged("staff", idsOf("staff", 4), "Recorded as delivered by"),
    formerObservers: tagged("staff", idsOf("staff", 4), "Recorded as observed by"),
    reason
  }
})

export const TrainingSessionInterrupted = event("cohort", "TrainingSessionInterrupted", {
  title: "Session interrupted",
  says: "For so many minutes nobody who was present was taught",
  fields: { ...sessionKeys, minutes: open(aCount(1, 600), "Minutes lost"), cause }
})

export const TrainingInterruptionVoided = event("cohort", "TrainingInterruptionVoided", {
  title: "Interruption struck out",
  says: "The session was not interrupted like that; the entry stays visible",
  fields: { ...sessionKeys, reason }
})

export const TrainingSessionAccepted = event("cohort", "TrainingSessionAccepted", {
  title: "Session accepted",
  says: "It was decided that the session counts although no accredited trainer taught or supervised it",
  fields: {
    ...sessionKeys,
    ground: open(aGround, "Ground"),
    agreedBy: tagged("staff", idOf("staff"), "Agreed by"),
    reason
  }
})

export const TrainingSessionWrittenOff = event("cohort", "TrainingSessionWrittenOff", {
  title: "Session written off",
  says: "The session will not be held in this cohort; trainees may make it up or have it credited",
  fields: { ...sessionKeys, cause }
})

export const CohortPaused = event("cohort", "CohortPaused", {
  title: "Cohort paused",
  says: "No session is held until it is resumed",
  fields: { ...keys, cause }
})

export const CohortResumed = event("cohort", "CohortResumed", {
  title: "Cohort resumed",
  says: "Sessions are held again",
  fields: keys
})

export const CohortDelivered = event("cohort", "CohortDelivered", {
  title: "Delivery finished",
  says: "Every session was delivered or written off",
  fields: { ...keys, delivered: open(aCount(), "Delivered"), writtenOff: open(aCount(), "Written off") }
})

export const CohortReflected = event("cohort", "CohortReflected", {
  title: "Reflection recorded",
  says: "Staff looked back on the cohort; a revision of the template may come of it",
  fields: {
    ...keys,
    wanted: open(theWanted, "Wanted"),
    notes: personal(text(4000, true), { subject: "actor", keep: "administration" }, "Field notes")
  }
})

export const CohortClosed = event("cohort", "CohortClosed", {
  title: "Cohort closed",
  says: "Every trainee has a decision; those who came ad hoc are counted apart",
  fields: {
    ...keys,
    completed: open(aCount(), "Completed"),
    incomplete: open(aCount(), "Not completed"),
    adHoc: open(aCount(), "Came ad hoc")
  }
})

export const CohortCancelled = event("cohort", "CohortCancelled", {
  title: "Cohort cancelled",
  says: "The cohort does not take place",
  fields: { ...keys, reason }
})

export const CohortStepTakenBack = event("cohort", "CohortStepTakenBack", {
  title: "Step of the cohort taken back",
  says: "The last step was recorded in error; the cohort is where it was before",
  fields: { ...keys, reason }
})

export const cohortEvents = [
  CohortPlanned,
  CohortConsulted,
  CohortApproved,
  CohortEnrolmentOpened,
  CohortPlaceAskedFor,
  CohortPlaceGivenUp,
  CohortStarted,
  TrainingSessionScheduled,
  TrainingSessionRescheduled,
  TrainingSessionDelivered,
  TrainingSessionCorrected,
  TrainingSessionVoided,
  TrainingSessionInterrupted,
  TrainingInterruptionVoided,
  TrainingSessionAccepted,
  TrainingSessionWrittenOff,
  ...cohortMoveEvents,
  CohortPaused,
  CohortResumed,
  CohortDelivered,
  CohortReflected,
  CohortClosed,
  CohortCancelled,
  CohortStepTakenBack,
  TrainingSessionObserversCorrected
] as const
