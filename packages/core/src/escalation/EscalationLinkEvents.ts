/**
 * What happens where two escalations are, or look like, one matter.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove. Each carries both
 * escalations as tags.
 */
import { event } from "../language/Event.ts"
import { open, optional, tagged } from "../language/Field.ts"
import { anInstant, idOf } from "../language/Kind.ts"
import { anUrgency, aRoute } from "./Concern.ts"
import { keys } from "./EscalationKeys.ts"

export const EscalationLinked = event("escalation", "EscalationLinked", {
  title: "Linked to another escalation",
  says: "It is the same matter as another escalation, in which it is carried on",
  fields: { ...keys, into: tagged("escalation", idOf("escalation"), "Carried on in") }
})

const joined = {
  ...keys,
  duplicate: tagged("escalation", idOf("escalation"), "The other"),
  urgency: open(anUrgency, "How soon"),
  raisedAt: open(anInstant, "Raised at"),
  acknowledgeBy: open(anInstant, "To be acknowledged by")
}

export const EscalationJoined = event("escalation", "EscalationJoined", {
  title: "Another escalation linked to this one",
  says: "The same matter was raised twice; the safer of both holds: the higher urgency, the earlier times, the safer " +
    "way, and whom either is about",
  fields: joined
}).next({
  ...joined,
  route: optional(open(aRoute, "Route")),
  subject: optional(tagged("person", idOf("person"), "About")),
  aboutStaff: optional(tagged("staff", idOf("staff"), "About the member of staff"))
}).from((before) => before)

export const EscalationKeptApart = event("escalation", "EscalationKeptApart", {
  title: "Kept apart from another escalation",
  says: "It looks like another escalation, and somebody found that it is a matter of its own",
  fields: { ...keys, other: tagged("escalation", idOf("escalation"), "The other") }
})
