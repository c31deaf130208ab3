import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Judged of whoever gives a command, whichever it is. */
export const ActOnlyAsStaff = rule({
  id: "STAFF-5",
  name: "ActOnlyAsStaff",
  says: "Nobody in custody gives a command, not even about themselves",
  source: { title: "Peer social support training pilot", at: "S3:581-585, INV-24: a worker decides about nobody else" },
  strength: "hard",
  limits: {},
  facts: { inCustody: yesOrNo },
  holds: ({ inCustody }) => !inCustody,
  because: () =>
    "You act under the id of a person in custody. Somebody else has to record this, and your account needs an id of its own",
  example: { facts: { inCustody: true } }
})
