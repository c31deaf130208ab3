import { sayAmount } from "../../language/Amount.ts"
import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** A merge tells what is the case, so nothing stops it; but which appointment stays is for people to decide. */
export const HoldOneRoleAfterAMerge = rule({
  id: "PERSON-4",
  name: "HoldOneRoleAfterAMerge",
  says: "Two records that become one person leave one open appointment in each role",
  source: { title: "HMPPS keyworker-api, MergePrisonNumbers", at: "INV-113 and the edge case of two live roles" },
  strength: "alert",
  limits: {},
  facts: { roles: aCount() },
  holds: ({ roles }) => roles === 0,
  because: ({ roles }) =>
    `The person now has two open appointments in ${sayAmount(roles, "role")}. ` +
    "Decide which stays, and end the other as a duplicate",
  example: { facts: { roles: 1 } }
})
