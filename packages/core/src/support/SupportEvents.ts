/**
 * What happens to the support of a worker.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove. Why somebody is supported,
 * in what way, and what a review found say something about their health or about what was done to them: they stand beside
 * the log. The log knows that there is support, who gives it, and when it is looked at again.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aDate, anEstablishment, idOf, oneOf, text } from "../language/Kind.ts"

const keys = {
  person: tagged("person", idOf("person"), "Worker"),
  establishment: tagged("establishment", anEstablishment, "Establishment")
}
const supervision = { subject: "person", keep: "supervision" } as const
const reason = personal(text(1000, true), supervision, "Reason")
const givenBy = tagged("staff", idOf("staff"), "Given by")
const reviewOn = open(aDate, "To be reviewed on")

/** Why a worker needs support. */
export const anOccasion = oneOf({
  BEREAVED: "Somebody died whom they worked with or cared for",
  EXPLOITED: "Somebody exploits or bullies them in the role",
  HARMED: "They were harmed in the role, or saw somebody harmed",
  OTHER: "Something else that the role brought with it"
})

/** Why support ends. */
export const anEnd = oneOf({
  NOT_NEEDED: "It is no longer needed",
  OWN_CHOICE: "They do not want it any longer",
  LEFT: "They left the establishment",
  DIED: "They died"
})

export const SupportOpened = event("support", "SupportOpened", {
  title: "Support of a worker opened",
  says: "Somebody supports the worker from this day, and looks at it again on a day that is named",
  fields: {
    ...keys,
    circumstance: optional(tagged("circumstance", idOf("circumstance"), "After the change")),
    occasion: personal(anOccasion, supervision, "Why"),
    way: personal(text(1000, true), supervision, "In what way"),
    givenBy,
    reviewOn
  }
})

export const SupportReviewed = event("support", "SupportReviewed", {
  title: "Support of a worker reviewed",
  says: "Somebody looked with the worker at whether the support is needed; it goes on until the next review",
  fields: { ...keys, finding: personal(text(1000, true), supervision, "What was found"), reviewOn }
})

export const SupportHandedOver = event("support", "SupportHandedOver", {
  title: "Support of a worker handed over",
  says: "Another member of staff supports the worker from this day",
  fields: { ...keys, before: tagged("staff", idOf("staff"), "Given before by"), givenBy }
})

export const SupportEnded = event("support", "SupportEnded", {
  title: "Support of a worker ended",
  says: "The support ended, with the reason why",
  fields: { ...keys, because: open(anEnd, "Because") }
})

export const SupportReopened = event("support", "SupportReopened", {
  title: "Support of a worker reopened",
  says: "The support is needed again, or its end was recorded in error",
  fields: { ...keys, reviewOn, reason }
})

export const SupportReviewStruckOut = event("support", "SupportReviewStruckOut", {
  title: "Review of support struck out",
  says: "A review was recorded in error; the day of review is the one before, and the entry stays visible",
  fields: { ...keys, reason }
})

export const SupportVoided = event("support", "SupportVoided", {
  title: "Support of a worker struck out",
  says: "The support was recorded in error; it counts for nothing and stays visible",
  fields: { ...keys, reason }
})

export const supportEvents = [
  SupportOpened,
  SupportReviewed,
  SupportHandedOver,
  SupportEnded,
  SupportReopened,
  SupportReviewStruckOut,
  SupportVoided
] as const
