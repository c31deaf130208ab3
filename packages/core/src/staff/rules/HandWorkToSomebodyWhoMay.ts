import { aCount, yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

const missing = (facts: {
  readonly inPost: boolean
  readonly supervises: number
  readonly competent: boolean
  readonly between: number
}): ReadonlyArray<string> => [
  ...(facts.inPost ? [] : ["they are not in post"]),
  ...(facts.supervises > 0 && !facts.competent ? ["they lack a competence of whoever supervises"] : []),
  ...(facts.between > 0 ? ["something is open between them and a worker whom they would supervise"] : [])
]

/** All of it or nothing. What else must hold, such as for an escalation, is asked by the rules beside this one. */
export const HandWorkToSomebodyWhoMay = rule({
  id: "STAFF-3",
  name: "HandWorkToSomebodyWhoMay",
  says: "All that somebody has in hand goes at once only to somebody in post, who may supervise every worker among it",
  source: ourChoice("Work that is handed over unseen must not end with somebody who could not have been given it"),
  strength: "hard",
  note: "Whoever may supervise holds both competences of a supervisor, and has nothing open with the worker",
  limits: {},
  facts: { inPost: yesOrNo, supervises: aCount(), competent: yesOrNo, between: aCount() },
  holds: (facts) => missing(facts).length === 0,
  because: (facts) => `Name somebody else, or hand it over one by one: ${missing(facts).join("; ")}`,
  example: { facts: { inPost: true, supervises: 3, competent: false, between: 0 } }
})
