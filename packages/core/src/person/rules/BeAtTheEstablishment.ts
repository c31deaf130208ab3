import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Judged where a role begins; a role held in the community does not ask it. */
export const BeAtTheEstablishment = rule({
  id: "PERSON-1",
  name: "BeAtTheEstablishment",
  says: "A person takes up a role only while they are at the establishment",
  source: {
    title: "HMPPS activities-management-api, a person who is not active at the prison is not allocated",
    at: "INV-06"
  },
  strength: "hard",
  note: "Somebody who is away for a time, at court or in hospital, is still at the establishment. A transfer or a " +
    "release counts from its own day, however late it was recorded",
  limits: {},
  facts: { atEstablishment: yesOrNo },
  holds: ({ atEstablishment }) => atEstablishment,
  because: () =>
    "The person is not at the establishment on that day. Choose a day on which they are, or correct their movements",
  example: { facts: { atEstablishment: false } }
})
