import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged where a post is filled and cover is named. */
export const CoverBySomebodyElse = rule({
  id: "ROUTE-1",
  name: "CoverBySomebodyElse",
  says: "Whoever covers a post is somebody else than whoever holds it",
  source: ourChoice("Somebody who covers for themselves is off duty when they are"),
  strength: "hard",
  limits: {},
  facts: { samePerson: yesOrNo },
  holds: ({ samePerson }) => !samePerson,
  because: () => "Name another member of staff as cover, or nobody",
  example: { facts: { samePerson: true } }
})
