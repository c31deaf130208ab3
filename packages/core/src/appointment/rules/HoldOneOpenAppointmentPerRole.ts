import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Open is every appointment that has not ended, was not declined and was not voided. */
export const HoldOneOpenAppointmentPerRole = rule({
  id: "APPOINTMENT-1",
  name: "HoldOneOpenAppointmentPerRole",
  says: "A person holds at most one open appointment in a role at an establishment",
  source: { title: "HMPPS allocates one active role per person and policy", at: "INV-05, keyworker-api" },
  strength: "hard",
  limits: { appointments: 1 },
  facts: { others: aCount() },
  holds: ({ others }, { appointments }) => others < appointments,
  because: () => "The person already has an open appointment in this role. Use that one, or end it first",
  example: { facts: { others: 1 } }
})
