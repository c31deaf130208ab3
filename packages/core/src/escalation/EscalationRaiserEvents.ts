/**
 * What happens where an escalation turns out to have been raised by somebody else than was recorded.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { idOf, text, yesOrNo } from "../language/Kind.ts"
import { keys } from "./EscalationKeys.ts"

const appointment = (says: string) => optional(tagged("appointment", idOf("appointment"), says))
const person = (says: string) => optional(tagged("person", idOf("person"), says))

/** Whoever it was recorded of before is named too: whoever follows them hears that it was not them. */
export const EscalationRaiserCorrected = event("escalation", "EscalationRaiserCorrected", {
  title: "Raiser of the escalation corrected",
  says: "Another worker raised it, or it was heard from somebody else, than was recorded",
  fields: {
    ...keys,
    appointment: appointment("Raised by the worker in this role"),
    worker: person("Raised by the worker"),
    heardFrom: person("Heard from"),
    anonymous: open(yesOrNo, "Raised without a name"),
    formerAppointment: appointment("Recorded before as raised in this role"),
    formerWorker: person("Recorded before as raised by the worker"),
    formerHeardFrom: person("Recorded before as heard from"),
    reason: personal(text(2000, true), { subject: "escalation", keep: "conduct" }, "Reason")
  }
})
