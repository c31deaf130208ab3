import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged where an entry of an escalation is struck out. */
export const KeepSomebodyToldOfADanger = rule({
  id: "ESCALATION-18",
  name: "KeepSomebodyToldOfADanger",
  says: "What is immediate keeps the name of somebody who was told, whatever is struck out",
  source: ourChoice("INV-80, INV-81: without it nobody would be named who knows of the danger"),
  strength: "hard",
  limits: {},
  facts: { immediate: yesOrNo, onlyTelling: yesOrNo },
  holds: ({ immediate, onlyTelling }) => !immediate || !onlyTelling,
  because: () => "It is immediate, and nobody else was told. Redirect it to whoever was told first",
  example: { facts: { immediate: true, onlyTelling: true } }
})
