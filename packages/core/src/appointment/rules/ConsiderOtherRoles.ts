import { aCount } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** It suspends nothing by itself: respite from one role need not be respite from all. */
export const ConsiderOtherRoles = rule({
  id: "APPOINTMENT-19",
  name: "ConsiderOtherRoles",
  says: "Whoever suspends a worker in one role considers the other roles that they hold",
  source: ourChoice(
    "Each appointment is suspended by itself; what speaks against working in one role may speak against another"
  ),
  strength: "alert",
  limits: { others: 0 },
  facts: { others: aCount() },
  holds: ({ others: found }, { others }) => found <= others,
  because: ({ others }) =>
    `They hold ${others === 1 ? "another open role" : `${others} other open roles`} in which they are not suspended. ` +
    `Consider ${others === 1 ? "it" : "them"} too`,
  example: { facts: { others: 1 } }
})
