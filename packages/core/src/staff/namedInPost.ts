/**
 * Asks STAFF-1 of members of staff who were read already: each is in post on the day. Whether one of them is registered
 * as a person in custody too is told, since a person in custody is in no post, whatever the list of staff says.
 */
import type { LocalDate } from "../language/LocalDate.ts"
import { NameOnlyStaffInPost } from "./rules/NameOnlyStaffInPost.ts"
import { isInPost } from "./Staff.ts"
import type { Staff } from "./Staff.ts"

export const namedInPost = (on: LocalDate, ...named: ReadonlyArray<Staff>) =>
  NameOnlyStaffInPost.asks({
    inPost: named.every((one) => isInPost(one, on)),
    inCustody: named.some(({ inCustody }) => inCustody)
  })
