import { codes } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** The two sides of an establishment are kept apart at all times, so this is no matter of weighing. */
export const ShadowWhereTheRoleIsDone = rule({
  id: "SHADOW-9",
  name: "ShadowWhereTheRoleIsDone",
  says: "A new worker shadows a mentor who works on a unit on which their role is done",
  source: { title: "Healthwatch Peterborough prisoner engagement", at: "S0:14-16, INV-12" },
  strength: "hard",
  note: "Where the role names no unit it is done everywhere, and nothing is asked",
  limits: {},
  facts: { units: codes("B_WING"), mentorWorksOn: codes("B_WING") },
  holds: ({ mentorWorksOn, units }) => units.length === 0 || mentorWorksOn.some((unit) => units.includes(unit)),
  because: ({ mentorWorksOn, units }) =>
    mentorWorksOn.length === 0
      ? `The role is done on ${units.join(", ")}. Record first on which unit the mentor works`
      : `The role is not done on ${mentorWorksOn.join(", ")}. Choose a mentor who works on ${units.join(", ")}`,
  example: { facts: { units: ["FEMALE"], mentorWorksOn: ["MALE"] } }
})
