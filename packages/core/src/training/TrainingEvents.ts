/**
 * What happens to a training record: what one person was taught by one version of a template.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove. Minutes and outcomes are
 * public, as counts and codes; why somebody was absent or withdrew may say something about them and is personal.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aCount, anEstablishment, idOf, idsOf, oneOf, text } from "../language/Kind.ts"
import { rowsOf } from "../language/Rows.ts"
import { anAward } from "../template/AwardCatalogue.ts"
import { lackWords } from "./lackWords.ts"
import { outcomeWords } from "./outcomeWords.ts"
import { aSession } from "./SessionCatalogue.ts"

export const keys = {
  person: tagged("person", idOf("person"), "Trainee"),
  template: tagged("template", idOf("template"), "Template"),
  scheme: tagged("scheme", idOf("scheme"), "Scheme"),
  establishment: tagged("establishment", anEstablishment, "Establishment")
}

export const aPlace = oneOf({
  FULL: "For the whole training",
  AD_HOC: "For single sessions, without a place",
  REFRESHER: "As a refresher"
})

/** How a trainee was present at one session. */
export const anOutcome = oneOf(outcomeWords)

/** From what a credit is known. */
export const anEvidence = oneOf({
  REGISTER: "The register of a course",
  CERTIFICATE: "A certificate",
  ATTESTED: "Somebody who was there attests it"
})

/** What a credit counts for; what does not count is no credit. */
export const aCreditGiven = oneOf({
  FULL: "Counts in full",
  PARTIAL: "Counts in part, with something left to learn"
})

/** What an assessor found of a unit. */
export const anAssessment = oneOf({ MET: "Met", NOT_YET: "Not met yet" })

/** Who ended it before it was complete. */
export const whoWithdrew = oneOf({ TRAINEE: "The trainee", STAFF: "Staff" })

const reason = personal(text(1000, true), { subject: "person", keep: "conduct" }, "Reason")
const session = open(aSession, "Session")
const minutes = open(aCount(0, 600), "Minutes")
const decidedBy = tagged("staff", idOf("staff"), "Decided by")

export const TraineeEnrolled = event("training", "TraineeEnrolled", {
  title: "Enrolled for training",
  says: "The person is trained by this version of the template",
  fields: { ...keys, cohort: optional(tagged("cohort", idOf("cohort"), "Cohort")), place: open(aPlace, "Place") }
})

export const AttendanceRecorded = event("training", "AttendanceRecorded", {
  title: "Attendance recorded",
  says: "How the trainee was present at a session, in minutes",
  fields: {
    ...keys,
    cohort: tagged("cohort", idOf("cohort"), "Cohort"),
    session,
    outcome: open(anOutcome, "Outcome"),
    minutes,
    of: open(aCount(0, 600), "Of")
  }
})

export const AttendanceCorrected = event("training", "AttendanceCorrected", {
  title: "Attendance corrected",
  says: "The trainee was present otherwise than was recorded",
  fields: { ...keys, session, outcome: open(anOutcome, "Outcome"), minutes, reason }
})

export const AttendanceVoided = event("training", "AttendanceVoided", {
  title: "Attendance struck out",
  says: "The session was never held, so nobody was present; the entry stays visible",
  fields: { ...keys, session }
})

export const TrainingSessionMadeUp = event("training", "TrainingSessionMadeUp", {
  title: "Session made up",
  says: "The trainee was taught what they had missed of a session, or what was left to learn of a credit",
  fields: {
    ...keys,
    session,
    missed: open(idOf("event"), "What was missed"),
    minutes: open(aCount(1, 600), "Minutes"),
    deliverers: tagged("staff", idsOf("staff", 4), "Taught by"),
    supervisedBy: optional(tagged("staff", idOf("staff"), "Supervised by"))
  }
})

export const TrainingCreditGiven = event("training", "TrainingCreditGiven", {
  title: "Credit given",
  says: "It was decided that the trainee knows the session from elsewhere, in full or in part",
  fields: {
    ...keys,
    session,
    credit: open(aCreditGiven, "Counts"),
    topUpMinutes: optional(open(aCount(1, 600), "Minutes left")),
    earlier: optional(tagged("training", idOf("training"), "From the training")),
    evidence: optional(open(anEvidence, "Known from")),
    decidedBy
  }
})

export const TrainingUnitAssessed = event("training", "TrainingUnitAssessed", {
  title: "Unit assessed",
  says: "What the trainee learned of a unit was assessed, by somebody named apart from who taught it",
  fields: {
    ...keys,
    session,
    outcome: open(anAssessment, "Outcome"),
    assessor: tagged("staff", idOf("staff"), "Assessed by")
  }
})

export const TrainingEntryVoided = event("training", "TrainingEntryVoided", {
  title: "Entry struck out",
  says: "A made-up session, a credit, an assessment or a certificate was recorded in error; the entry stays visible",
  fields: { ...keys, reason }
})

export const TrainingMovedToTemplate = event("training", "TrainingMovedToTemplate", {
  title: "Moved to another template with the cohort",
  says: "The cohort goes on by another template; what the trainee met until now counts by equivalence",
  fields: { ...keys, former: tagged("template", idOf("template"), "Template until then") }
})

export const TrainingMoveVoided = event("training", "TrainingMoveVoided", {
  title: "Move to another template struck out",
  says: "That the cohort moved was recorded in error; the trainee goes on by the template that they had",
  fields: { ...keys, former: tagged("template", idOf("template"), "Template until then") }
})

export const TrainingCompleted = event("training", "TrainingCompleted", {
  title: "Training completed",
  says: "It was decided that the trainee completed the training",
  fields: { ...keys, sessions: open(aCount(), "Sessions"), credited: open(aCount(), "Of these credited"), decidedBy }
})

export const TrainingCompletionWithheld = event("training", "TrainingCompletionWithheld", {
  title: "Completion withheld",
  says: "Every session is met, and it was decided that the trainee has not completed the training yet",
  fields: { ...keys, decidedBy, reason }
})

const upheld = { ...keys, met: open(aCount(), "Sessions met"), decidedBy, reason }

/** Its second version also says what was missing, for no more than that was decided; the first said only how much. */
export const TrainingCompletionUpheld = event("training", "TrainingCompletionUpheld", {
  title: "Completion upheld",
  says: "It was decided that a completion stands although, by what is known now, not every session is met",
  fields: upheld
}).next({
  ...upheld,
  missing: optional(open(
    rowsOf({
      session: open(aSession, "Session"),
      lacks: open(oneOf(lackWords), "Lacks"),
      minutes: open(aCount(0, 600), "Minutes missing")
    }),
    "Missing then"
  ))
}).from((before) => before)

export const TrainingCompletionRevoked = event("training", "TrainingCompletionRevoked", {
  title: "Completion revoked",
  says: "Two members of staff decided that the training was not completed; what follows from it is derived anew",
  fields: { ...keys, decidedBy, agreedBy: tagged("staff", idOf("staff"), "Agreed by"), reason }
})

const certificate = {
  ...keys,
  number: open(aCount(1), "Number in this record"),
  completion: open(idOf("event"), "Completion")
}

/** Its second version also says which award it is of; the first knew of none. */
export const TrainingCertificateIssued = event("training", "TrainingCertificateIssued", {
  title: "Certificate issued",
  says: "A certificate of this completion; those of earlier completions stay",
  fields: certificate
}).next({
  ...certificate,
  award: optional(open(anAward, "Award")),
  credits: optional(open(aCount(), "Credits"))
}).from((before) => before)

export const TrainingClosedIncomplete = event("training", "TrainingClosedIncomplete", {
  title: "Training closed without completion",
  says: "The training ended incomplete; the sessions that were met are kept as credits",
  fields: { ...keys, met: open(aCount(), "Sessions met"), reason }
})

export const TraineeWithdrew = event("training", "TraineeWithdrew", {
  title: "Withdrawn from training",
  says: "The trainee left the training, or staff took them out; the sessions that were met are kept as credits",
  fields: { ...keys, by: open(whoWithdrew, "By"), met: open(aCount(), "Sessions met"), reason }
})

export const TrainingReopened = event("training", "TrainingReopened", {
  title: "Training reopened",
  says: "The end was recorded in error, or the training goes on",
  fields: { ...keys, reason }
})

export const TrainingCreditUpheld = event("training", "TrainingCreditUpheld", {
  title: "Credit upheld",
  says: "It was decided that a credit stays although what it was given by was withdrawn or decided otherwise since",
  fields: { ...keys, session, decidedBy, reason }
})

export const TrainingVoided = event("training", "TrainingVoided", {
  title: "Training struck out",
  says: "The training was recorded in error; it counts for nothing and stays visible",
  fields: { ...keys, reason }
})

export const trainingEvents = [
  TraineeEnrolled,
  AttendanceRecorded,
  AttendanceCorrected,
  AttendanceVoided,
  TrainingSessionMadeUp,
  TrainingCreditGiven,
  TrainingUnitAssessed,
  TrainingMovedToTemplate,
  TrainingMoveVoided,
  TrainingEntryVoided,
  TrainingCompleted,
  TrainingCompletionWithheld,
  TrainingCompletionUpheld,
  TrainingCompletionRevoked,
  TrainingCertificateIssued,
  TrainingClosedIncomplete,
  TraineeWithdrew,
  TrainingReopened,
  TrainingVoided,
  TrainingCreditUpheld
] as const
