import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** What the index of prison numbers answers is the fact; the number itself is never judged. */
export const RegisterEachPersonOnce = rule({
  id: "PERSON-2",
  name: "RegisterEachPersonOnce",
  says: "A prison number belongs to one person, who is registered once",
  source: ourChoice("Two records of one person would hide half of what was decided about them"),
  strength: "hard",
  limits: {},
  facts: { numberTaken: yesOrNo },
  holds: ({ numberTaken }) => !numberTaken,
  because: () => "Another record has this prison number. Look the person up by it, or check the number",
  example: { facts: { numberTaken: true } }
})
