/**
 * What happens in the supervision of a worker.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove. Every event carries the
 * worker, the appointment and who supervises as tags. What the two talk about is personal, and in two parts that are
 * kept apart: what both may read, and what is for the supervisor alone.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aDate, anEstablishment, idOf, idsOf, oneOf, text, yesOrNo } from "../language/Kind.ts"

export const keys = {
  person: tagged("person", idOf("person"), "Worker"),
  appointment: tagged("appointment", idOf("appointment"), "Appointment"),
  scheme: tagged("scheme", idOf("scheme"), "Scheme"),
  establishment: tagged("establishment", anEstablishment, "Establishment"),
  supervisor: tagged("staff", idOf("staff"), "Supervisor")
}

/** Ways to reflect on practice that are well known; which one a supervisor uses is agreed with the worker. */
export const framework = oneOf({
  GIBBS: "Gibbs' reflective cycle",
  KOLB: "Kolb's learning cycle",
  DRISCOLL: "Driscoll: What? So what? Now what?",
  JOHNS: "Johns' structured reflection",
  OTHER: "Another reflective framework"
})

/** What the worker and the supervisor both may read. */
export const shared = { subject: "person", keep: "supervision" } as const
/** What only the supervisor of the session and safeguarding may read. */
export const reserved = { subject: "person", keep: "reflection" } as const

const reason = personal(text(1000, true), { subject: "person", keep: "scheduling" }, "Reason")
const sharedNote = personal(text(10_000, true), shared, "Shared note")
const supervisorNote = personal(text(10_000, true), reserved, "The supervisor's own note")

/** The four prompts of every supervision. The answers may say something about conduct or health, so all are personal. */
export const exploitationAnswer = oneOf({
  NOTHING: "Asked, and nothing was raised",
  OF_WORKER: "The worker may be exploited or bullied",
  BY_WORKER: "Somebody may be exploited or bullied by the worker",
  BOTH: "Both"
})
export const workloadAnswer = oneOf({
  MANAGEABLE: "Asked, and it is manageable",
  TOO_MUCH: "It is too much",
  TOO_LITTLE: "It is too little"
})
export const promptAnswer = oneOf({ NOTHING: "Asked, and nothing was raised", RAISED: "Something was raised" })

/** Why a worker did not come; an unacceptable reason says something about conduct, so all are personal. */
export const absenceClass = oneOf({
  ACCEPTABLE: "The reason is acceptable",
  UNACCEPTABLE: "The reason is not acceptable, or there was none",
  LOGISTICS: "The establishment did not bring them together, such as in a lockdown"
})

export const SupervisionArranged = event("supervision", "SupervisionArranged", {
  title: "Supervision arranged",
  says: "From this day a member of staff supervises the worker; the arrangement says who it is from now on",
  fields: {
    ...keys,
    framework: open(framework, "Reflective framework"),
    managesAlone: open(yesOrNo, "The supervisor is the only person who manages the worker's work")
  }
})

export const SupervisorChanged = event("supervision", "SupervisorChanged", {
  title: "Supervisor changed",
  says: "From this day another member of staff supervises the worker",
  fields: {
    ...keys,
    formerSupervisor: tagged("staff", idOf("staff"), "Until then"),
    managesAlone: open(yesOrNo, "The supervisor is the only person who manages the worker's work"),
    reason
  }
})

export const SupervisionScheduled = event("supervision", "SupervisionScheduled", {
  title: "Supervision scheduled",
  says: "The supervisor and the worker are to meet on a day",
  fields: { ...keys, meetsOn: open(aDate, "They meet on") }
})

export const SupervisionRescheduled = event("supervision", "SupervisionRescheduled", {
  title: "Supervision rescheduled",
  says: "They are to meet on another day; the earlier day stays visible and counts no longer",
  fields: {
    ...keys,
    meetsOn: open(aDate, "They meet on"),
    supersedes: open(idOf("event"), "Instead of"),
    reason
  }
})

export const SupervisionCancelled = event("supervision", "SupervisionCancelled", {
  title: "Scheduled supervision cancelled",
  says: "They do not meet on the scheduled day, and no other is set yet",
  fields: { ...keys, scheduled: open(idOf("event"), "Scheduled as"), reason }
})

export const SupervisionHeld = event("supervision", "SupervisionHeld", {
  title: "Supervision held",
  says: "The supervisor and the worker met, and all four prompts were asked",
  fields: {
    ...keys,
    scheduled: optional(open(idOf("event"), "Scheduled as")),
    concernsRaised: open(yesOrNo, "One of the prompts raised something"),
    escalations: optional(tagged("escalation", idsOf("escalation"), "Escalations")),
    exploitation: personal(exploitationAnswer, shared, "Exploitation or bullying, of the worker or by them"),
    workload: personal(workloadAnswer, shared, "Workload"),
    confidentiality: personal(promptAnswer, shared, "Confidentiality"),
    boundaries: personal(promptAnswer, shared, "Dilemmas about boundaries"),
    sharedNote,
    supervisorNote: optional(supervisorNote),
    whyNotEscalated: optional(personal(text(2000, true), shared, "Why it was not escalated"))
  }
})

export const SupervisionMissed = event("supervision", "SupervisionMissed", {
  title: "Supervision missed",
  says: "They were to meet on this day and did not",
  fields: {
    ...keys,
    scheduled: open(idOf("event"), "Scheduled as"),
    absence: personal(absenceClass, { subject: "person", keep: "conduct" }, "Why they did not meet"),
    detail: optional(personal(text(1000, true), { subject: "person", keep: "conduct" }, "In words"))
  }
})

export const SupervisionNoteRewritten = event("supervision", "SupervisionNoteRewritten", {
  title: "Note of a supervision rewritten",
  says: "The note says this instead, before it was locked; what it said before stays beside the log",
  fields: {
    ...keys,
    session: open(idOf("event"), "Session"),
    sharedNote: optional(sharedNote),
    supervisorNote: optional(supervisorNote)
  }
})

export const SupervisionAddendumWritten = event("supervision", "SupervisionAddendumWritten", {
  title: "Addendum to the note of a supervision",
  says: "Something was added to the note, which stays as it is",
  fields: {
    ...keys,
    session: open(idOf("event"), "Session"),
    sharedNote: optional(sharedNote),
    supervisorNote: optional(supervisorNote)
  }
})

export const SupervisionEnded = event("supervision", "SupervisionEnded", {
  title: "Supervision ended",
  says: "The arrangement is over from this day; what was held counts on",
  fields: { ...keys, reason }
})

export const SupervisionReopened = event("supervision", "SupervisionReopened", {
  title: "Supervision reopened",
  says: "That the arrangement ended was recorded in error; it goes on as before",
  fields: { ...keys, reason }
})

export const SupervisionDateCorrected = event("supervision", "SupervisionDateCorrected", {
  title: "Date of a supervision corrected",
  says: "It happened on another day than was recorded",
  fields: { ...keys, happenedOn: open(aDate, "It happened on"), reason }
})

export const SupervisionEntryVoided = event("supervision", "SupervisionEntryVoided", {
  title: "Entry of a supervision struck out",
  says: "The entry was recorded in error and counts no longer; it stays visible",
  fields: { ...keys, voided: open(idOf("event"), "Entry"), reason }
})

export const SupervisionVoided = event("supervision", "SupervisionVoided", {
  title: "Supervision voided",
  says: "The arrangement was recorded in error; nothing of it counts, and it stays visible",
  fields: { ...keys, reason }
})

export const supervisionEvents = [
  SupervisionArranged,
  SupervisorChanged,
  SupervisionScheduled,
  SupervisionRescheduled,
  SupervisionCancelled,
  SupervisionHeld,
  SupervisionMissed,
  SupervisionNoteRewritten,
  SupervisionAddendumWritten,
  SupervisionEnded,
  SupervisionReopened,
  SupervisionDateCorrected,
  SupervisionEntryVoided,
  SupervisionVoided
] as const
