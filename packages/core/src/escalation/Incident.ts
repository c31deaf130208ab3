/**
 * Incidents: what a referral to the CSIP asks about violence or bullying, in commands and events alike.
 *
 * Staff fill it in here once, so that the referral can be written from it. All of it is personal.
 */
import { optional, personal } from "../language/Field.ts"
import { aDate, oneOf, text } from "../language/Kind.ts"

const own = { subject: "escalation", keep: "conduct" } as const

export const incident = {
  incidentOn: optional(personal(aDate, own, "When did it happen?", "For a CSIP. For example, 27 3 2016.")),
  incidentType: optional(
    personal(
      oneOf({
        ASSAULT: "Violence, or the threat of it",
        BULLYING: "Bullying, debt or pressure",
        ISOLATION: "Somebody keeps away from others out of fear",
        OTHER: "Something else"
      }),
      own,
      "What happened?",
      "For a CSIP."
    )
  ),
  incidentPlace: optional(personal(text(120), own, "Where did it happen?", "For a CSIP.")),
  areaOfWork: optional(personal(text(120), own, "In which area does whoever refers it work?", "For a CSIP.")),
  description: optional(personal(text(4000, true), own, "Describe what happened", "For a CSIP.")),
  involvement: optional(personal(text(400), own, "Who was involved, and how?", "For a CSIP."))
}

const asked = Object.keys(incident)

/** Whether everything that a referral asks is there. */
export const isComplete = (values: Readonly<Record<string, unknown>>): boolean =>
  asked.every((name) => values[name] !== undefined)
