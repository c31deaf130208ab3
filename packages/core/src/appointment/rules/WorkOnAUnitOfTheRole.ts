import { aCode, codes, orNone } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Where a role profile names no unit, the role is done everywhere, and a worker may have a unit or none. */
export const WorkOnAUnitOfTheRole = rule({
  id: "APPOINTMENT-14",
  name: "WorkOnAUnitOfTheRole",
  says: "A worker works on a unit on which the role is done",
  source: { title: "Healthwatch Peterborough prisoner engagement", at: "S0:14-16, INV-12" },
  strength: "hard",
  note:
    "A unit is a wing, or a side of the establishment such as the male one. A role profile may name those it is for",
  limits: {},
  facts: { units: codes("B_WING"), unit: orNone(aCode("B_WING")) },
  holds: ({ unit, units }) => units.length === 0 || units.some((one) => one === unit),
  because: ({ unit, units }) =>
    unit === null
      ? `The role is done on ${units.join(", ")}. Record first on which of these the worker works`
      : `The role is not done on ${unit}, only on ${units.join(", ")}`,
  example: { facts: { units: ["FEMALE"], unit: "MALE" } }
})
