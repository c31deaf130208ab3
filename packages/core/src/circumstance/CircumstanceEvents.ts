/**
 * What people do about a change of circumstances.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove. The stream bears the id
 * of the event that changed something, so there is one item for each change. What was done, and why nothing was, stands
 * beside the log.
 */
import { event } from "../language/Event.ts"
import { personal, tagged } from "../language/Field.ts"
import { anEstablishment, idOf, text } from "../language/Kind.ts"

const keys = {
  person: tagged("person", idOf("person"), "Worker"),
  establishment: tagged("establishment", anEstablishment, "Establishment")
}
const administration = { subject: "person", keep: "administration" } as const

export const CircumstanceAcknowledged = event("circumstance", "CircumstanceAcknowledged", {
  title: "Change of circumstances acknowledged",
  says: "Somebody looked at what changed for the worker and takes care of it",
  fields: keys
})

export const CircumstanceActedOn = event("circumstance", "CircumstanceActedOn", {
  title: "Change of circumstances acted on",
  says: "What followed from the change for the worker was decided and done",
  fields: { ...keys, action: personal(text(1000, true), administration, "What was done") }
})

export const CircumstanceLeft = event("circumstance", "CircumstanceLeft", {
  title: "No action on a change of circumstances",
  says: "Nothing has to follow from the change for the worker",
  fields: { ...keys, reason: personal(text(1000, true), administration, "Reason") }
})

export const CircumstanceReopened = event("circumstance", "CircumstanceReopened", {
  title: "Change of circumstances taken up again",
  says: "What was decided about the change was not right, or not all; somebody takes care of it again",
  fields: { ...keys, reason: personal(text(1000, true), administration, "Reason") }
})

export const circumstanceEvents = [
  CircumstanceAcknowledged,
  CircumstanceActedOn,
  CircumstanceLeft,
  CircumstanceReopened
] as const
