import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged wherever a member of staff is named: as supervisor, as training lead, as whoever decided or attested. */
export const NameOnlyStaffInPost = rule({
  id: "STAFF-1",
  name: "NameOnlyStaffInPost",
  says: "A member of staff who is named for something is in post on that day",
  source: ourChoice("What a worker hears must reach a named person in time; a name that has left reaches nobody"),
  strength: "hard",
  note: "A person in custody is in no post, also where they were registered as staff too",
  limits: {},
  facts: { inPost: yesOrNo, inCustody: yesOrNo },
  holds: ({ inPost }) => inPost,
  because: ({ inCustody }) =>
    inCustody
      ? "Somebody who was named is registered as a person in custody, and decides nothing as staff. Name another " +
        "member of staff"
      : "The member of staff who was named is not in post on that day. Name somebody who is",
  example: { facts: { inPost: false, inCustody: false } }
})
