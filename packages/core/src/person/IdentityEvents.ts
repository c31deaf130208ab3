/**
 * What becomes known of who a person is: two records are one person, a booking stood under the wrong one, or the legal
 * status is another.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove. Each event stands with
 * the record that it says something about and carries both people as tags, so that whoever follows either hears of it.
 * Which status it is stays beside the log; that it is another is what somebody has to look at.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aDate, anEstablishment, idOf, oneOf, text } from "../language/Kind.ts"

const establishment = tagged("establishment", anEstablishment, "Establishment")
const into = tagged("person", idOf("person"), "The record that counts")
const reason = personal(text(1000, true), { subject: "person", keep: "administration" }, "Reason")

/** On what ground somebody is held. */
export const legalStatusWords = {
  REMAND: "On remand",
  CONVICTED_UNSENTENCED: "Convicted, not sentenced",
  SENTENCED: "Sentenced",
  INDETERMINATE_SENTENCE: "Sentenced, with no end set",
  RECALL: "Recalled",
  IMMIGRATION_DETAINEE: "Held for immigration",
  CIVIL_PRISONER: "Civil prisoner",
  OTHER: "Another status",
  UNKNOWN: "Not known"
} as const

export const legalStatus = oneOf(legalStatusWords)

export const PersonMerged = event("person", "PersonMerged", {
  title: "Merged into another record",
  says: "This record and the other are one person; what was recorded stays where it is and counts for the other",
  fields: { establishment, into, reason }
})

export const PersonMergeUndone = event("person", "PersonMergeUndone", {
  title: "Merge undone",
  says: "The two records are not one person after all; each has again what was recorded under it",
  fields: { establishment, into, reason }
})

export const PersonBookingMoved = event("person", "PersonBookingMoved", {
  title: "Booking moved to another record",
  says: "What is dated within the booking belongs to the other person; everything else stays",
  fields: {
    establishment,
    into,
    from: open(aDate, "Booking from"),
    until: optional(open(aDate, "Booking until")),
    reason
  }
})

export const PersonBookingMoveUndone = event("person", "PersonBookingMoveUndone", {
  title: "Move of a booking undone",
  says: "The booking belonged here after all",
  fields: { establishment, into, reason }
})

export const LegalStatusRecorded = event("person", "LegalStatusRecorded", {
  title: "Legal status changed",
  says: "From this day the person is held on another ground; somebody checks again what their roles ask for",
  fields: {
    establishment,
    status: personal(legalStatus, { subject: "person", keep: "administration" }, "Legal status")
  }
})

export const LegalStatusVoided = event("person", "LegalStatusVoided", {
  title: "Legal status struck out",
  says: "The change of the legal status was recorded in error; it stays visible",
  fields: { establishment, reason }
})

export const identityEvents = [
  PersonMerged,
  PersonMergeUndone,
  PersonBookingMoved,
  PersonBookingMoveUndone,
  LegalStatusRecorded,
  LegalStatusVoided
] as const
