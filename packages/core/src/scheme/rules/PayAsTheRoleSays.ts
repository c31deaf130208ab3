import { oneOf, yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

export const PayAsTheRoleSays = rule({
  id: "SCHEME-9",
  name: "PayAsTheRoleSays",
  says: "A paid role has a pay band and a volunteer's role has none",
  source: { title: "HMPPS: a pay band is required if and only if the activity is paid; PSO 4460", at: "S1:44, INV-10" },
  strength: "hard",
  limits: {},
  facts: { pay: oneOf({ PAID: "Paid", VOLUNTEER: "Volunteer" }), banded: yesOrNo },
  holds: ({ banded, pay }) => banded === (pay === "PAID"),
  because: ({ pay }) =>
    pay === "PAID" ? "The role is paid. Choose a pay band" : "The role is a volunteer's. Leave the pay band empty",
  example: { facts: { pay: "VOLUNTEER", banded: true } }
})
