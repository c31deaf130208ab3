import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Judged of whoever is registered. Where a history has both under one id already, STAFF-1 finds them in no post. */
export const BeStaffOrInCustody = rule({
  id: "STAFF-4",
  name: "BeStaffOrInCustody",
  says: "Nobody is registered as a member of staff and as a person in custody under one id",
  source: { title: "Peer social support training pilot", at: "S3:581-585, INV-24: a worker decides about nobody else" },
  strength: "hard",
  limits: {},
  facts: { isPerson: yesOrNo, isStaff: yesOrNo },
  holds: ({ isPerson, isStaff }) => !isPerson && !isStaff,
  because: ({ isPerson }) =>
    isPerson
      ? "The id in the field staff is that of a person in custody. Give the member of staff an id of their own"
      : "The id in the field person is that of a member of staff. Give the person an id of their own",
  example: { facts: { isPerson: true, isStaff: false } }
})
