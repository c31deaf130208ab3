/**
 * What happens to an escalation, from the moment it is raised until somebody closes it and tells whoever raised it.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove. Public are the route, the
 * urgency and the deadline; what it is about, and every word about it, is personal and belongs to the escalation.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aCode, aDate, anInstant, idOf, oneOf, text, yesOrNo } from "../language/Kind.ts"
import { aBasis, aCategory, anUrgency, anyMeans, aRoute } from "./Concern.ts"
import { keys } from "./EscalationKeys.ts"
import { EscalationJoined, EscalationKeptApart, EscalationLinked } from "./EscalationLinkEvents.ts"
import { EscalationRaiserCorrected } from "./EscalationRaiserEvents.ts"
import { incident } from "./Incident.ts"
import { aSafetyBody } from "./SafetyBody.ts"

export const own = { subject: "escalation", keep: "conduct" } as const

const reason = personal(text(2000, true), own, "Reason")
const staff = (question: string) => tagged("staff", idOf("staff"), question)

/** Whom or what it is about; none of it where nobody knows. */
const about = {
  subject: optional(tagged("person", idOf("person"), "About")),
  aboutStaff: optional(staff("About the member of staff")),
  place: optional(open(aCode("C_WING"), "Wing, unit or service"))
}

export const aSystem = oneOf({
  ACCT: "ACCT: assessment, care in custody and teamwork",
  CSIP: "CSIP: challenge, support and intervention plan",
  HEALTH: "The health record",
  LOCAL_AUTHORITY: "The local authority",
  COMPLAINT: "The complaint procedure"
})

export const anOutcome = oneOf({
  SETTLED: "Settled",
  PARTLY: "Settled in part",
  ELSEWHERE: "Goes on in another system",
  NOTHING_FOUND: "Looked into, and nothing was found",
  NOT_POSSIBLE: "Nothing could be done"
})

export const aWhyNotTold = oneOf({
  ANONYMOUS: "Nobody knows who raised it",
  RELEASED: "They were released or transferred",
  DIED: "They died",
  UNSAFE: "Telling them would put somebody at risk",
  DECLINED: "They do not want to hear of it"
})

export const aWhyKeptFromThem = oneOf({
  UNSAFE: "Telling them would put somebody at risk",
  NOT_REACHED: "They left, or cannot be reached",
  DIED: "They died",
  FORBIDDEN: "A court or the law forbids it"
})

const raised = {
  ...keys,
  ...about,
  appointment: optional(tagged("appointment", idOf("appointment"), "Raised by the worker in this role")),
  worker: optional(tagged("person", idOf("person"), "Raised by the worker")),
  heardFrom: optional(tagged("person", idOf("person"), "Heard from")),
  anonymous: open(yesOrNo, "Raised without a name"),
  route: open(aRoute, "Route"),
  urgency: open(anUrgency, "How soon"),
  acknowledgeBy: open(anInstant, "To be acknowledged by"),
  category: optional(personal(aCategory, own, "What it is about")),
  basis: optional(personal(aBasis, own, "Why it may be passed on")),
  concern: optional(personal(text(4000, true), own, "Concern"))
}

/** Its second version also says whether somebody has to be told that it was passed on; the first left that open. */
export const EscalationRaised = event("escalation", "EscalationRaised", {
  title: "Escalation raised",
  says: "Somebody passed a concern on, and it has to be acknowledged by this time",
  fields: raised
}).next({
  ...raised,
  againstWish: optional(open(yesOrNo, "Passed on although they did not agree")),
  whereTheyAre: optional(personal(text(120), own, "Where the unknown person is"))
}).from((before) => before)

export const EscalationHandedOver = event("escalation", "EscalationHandedOver", {
  title: "Escalation handed over",
  says: "A named member of staff was told of it",
  fields: { ...keys, receiver: staff("Handed over to"), means: optional(open(anyMeans, "Told")) }
})

export const EscalationRedirected = event("escalation", "EscalationRedirected", {
  title: "Escalation redirected",
  says: "It was passed on to another member of staff, who has to acknowledge it",
  fields: {
    ...keys,
    receiver: staff("Passed on to"),
    formerReceiver: optional(staff("Until then with")),
    means: optional(open(anyMeans, "Told")),
    acknowledgeBy: open(anInstant, "To be acknowledged by"),
    reason
  }
})

export const EscalationAcknowledged = event("escalation", "EscalationAcknowledged", {
  title: "Escalation acknowledged",
  says: "Whoever was told of it, or their cover, takes it on",
  fields: keys
})

export const EscalationRejectedBack = event("escalation", "EscalationRejectedBack", {
  title: "Escalation rejected back",
  says: "Whoever was told of it does not take it on; it is with this member of staff again, and the deadline stands",
  fields: { ...keys, owner: staff("Again with"), formerReceiver: optional(staff("Rejected by")), reason }
})

export const EscalationActionRecorded = event("escalation", "EscalationActionRecorded", {
  title: "Action recorded",
  says: "Somebody is to do something about it",
  fields: {
    ...keys,
    owner: staff("To be done by"),
    dueOn: optional(open(aDate, "By")),
    action: personal(text(2000, true), own, "Action")
  }
})

export const EscalationActionCompleted = event("escalation", "EscalationActionCompleted", {
  title: "Action completed",
  says: "What was to be done is done",
  fields: { ...keys, action: open(idOf("event"), "Which action") }
})

export const EscalationActionHandedOver = event("escalation", "EscalationActionHandedOver", {
  title: "Action handed over",
  says: "Somebody else is to do it",
  fields: {
    ...keys,
    action: open(idOf("event"), "Which action"),
    before: staff("Until then"),
    owner: staff("To be done by")
  }
})

export const EscalationReferenceRecorded = event("escalation", "EscalationReferenceRecorded", {
  title: "Reference to another system recorded",
  says: "Staff took it up in a system of its own; Peerwork keeps the reference and nothing of what stands there",
  fields: {
    ...keys,
    system: personal(aSystem, own, "System"),
    reference: optional(personal(text(60), own, "Reference there")),
    ...incident
  }
})

export const EscalationReclassified = event("escalation", "EscalationReclassified", {
  title: "Escalation reclassified",
  says: "It is of another kind, or more or less urgent, than was thought",
  fields: {
    ...keys,
    route: open(aRoute, "Route"),
    urgency: open(anUrgency, "How soon"),
    acknowledgeBy: open(anInstant, "To be acknowledged by"),
    agreedBy: optional(staff("Agreed by")),
    category: optional(personal(aCategory, own, "What it is about")),
    reason
  }
})

export const EscalationResolved = event("escalation", "EscalationResolved", {
  title: "Escalation resolved",
  says: "What could be done about it is done; whoever raised it is to be told",
  fields: { ...keys, done: personal(text(4000, true), own, "What was done") }
})

export const EscalationRaiserInformed = event("escalation", "EscalationRaiserInformed", {
  title: "Raiser informed",
  says: "Whoever raised it was told what they may know",
  fields: { ...keys, means: open(anyMeans, "Told"), told: personal(text(2000, true), own, "What they were told") }
})

export const EscalationRaiserNotInformed = event("escalation", "EscalationRaiserNotInformed", {
  title: "Raiser cannot be informed",
  says: "Whoever raised it is not told, and why",
  fields: { ...keys, why: personal(aWhyNotTold, own, "Why not") }
})

export const EscalationSubjectInformed = event("escalation", "EscalationSubjectInformed", {
  title: "Told that it was passed on",
  says: "Whoever did not agree was told that it was passed on all the same",
  fields: { ...keys, means: open(anyMeans, "Told"), told: personal(text(2000, true), own, "What they were told") }
})

export const EscalationSubjectNotInformed = event("escalation", "EscalationSubjectNotInformed", {
  title: "Not told that it was passed on",
  says: "Whoever did not agree is not told, and why",
  fields: { ...keys, why: personal(aWhyKeptFromThem, own, "Why not") }
})

export const EscalationClosed = event("escalation", "EscalationClosed", {
  title: "Escalation closed",
  says: "It is over, with this outcome",
  fields: { ...keys, outcome: personal(anOutcome, own, "Outcome") }
})

export const EscalationReopened = event("escalation", "EscalationReopened", {
  title: "Escalation reopened",
  says: "Something new became known; it goes on",
  fields: { ...keys, news: personal(text(2000, true), own, "What became known") }
})

export const EscalationWithdrawn = event("escalation", "EscalationWithdrawn", {
  title: "Escalation withdrawn",
  says: "Whoever raised it takes it back",
  fields: { ...keys, reason }
})

export const EscalationCorrected = event("escalation", "EscalationCorrected", {
  title: "Escalation corrected",
  says: "It is about somebody or something else, or was raised at another time, than was recorded",
  fields: {
    ...keys,
    ...about,
    formerSubject: optional(tagged("person", idOf("person"), "Recorded before about")),
    formerAboutStaff: optional(staff("Recorded before about the member of staff")),
    acknowledgeBy: open(anInstant, "To be acknowledged by"),
    reason
  }
})

export const EscalationEntryVoided = event("escalation", "EscalationEntryVoided", {
  title: "Entry of an escalation struck out",
  says: "An entry was recorded in error; it stays visible and counts no longer",
  fields: { ...keys, reason }
})

export const EscalationSafetyConcernSent = event("escalation", "EscalationSafetyConcernSent", {
  title: "Concern for the safety of patients sent outside",
  says: "The provider, the commissioner or the regulator has to answer, by this day if the scheme decided one",
  fields: {
    ...keys,
    body: open(aSafetyBody, "Sent to"),
    answerBy: optional(open(aDate, "Answered by")),
    reference: optional(personal(text(60), own, "Reference there"))
  }
})

export const EscalationSafetyConcernAnswered = event("escalation", "EscalationSafetyConcernAnswered", {
  title: "Concern for the safety of patients answered",
  says: "Whoever it was sent to outside answered",
  fields: {
    ...keys,
    body: open(aSafetyBody, "Answered by"),
    answer: optional(personal(text(2000, true), own, "Answer"))
  }
})

export const escalationEvents = [
  EscalationRaised,
  EscalationHandedOver,
  EscalationRedirected,
  EscalationAcknowledged,
  EscalationRejectedBack,
  EscalationActionRecorded,
  EscalationActionCompleted,
  EscalationActionHandedOver,
  EscalationReferenceRecorded,
  EscalationReclassified,
  EscalationLinked,
  EscalationJoined,
  EscalationKeptApart,
  EscalationResolved,
  EscalationRaiserInformed,
  EscalationRaiserNotInformed,
  EscalationSubjectInformed,
  EscalationSubjectNotInformed,
  EscalationClosed,
  EscalationReopened,
  EscalationWithdrawn,
  EscalationCorrected,
  EscalationEntryVoided,
  EscalationSafetyConcernSent,
  EscalationSafetyConcernAnswered,
  EscalationRaiserCorrected
] as const
