import { describe, expect, it } from "vitest"
import { NameOnlyStaffInPost } from "./NameOnlyStaffInPost.ts"

describe(NameOnlyStaffInPost.says, () => {
  it.each([
    [true, false, null],
    [false, false, "The member of staff who was named is not in post on that day. Name somebody who is"],
    [
      false,
      true,
      "Somebody who was named is registered as a person in custody, and decides nothing as staff. Name another " +
      "member of staff"
    ]
  ])("they are in post %s, somebody is in custody %s: %s", (inPost, inCustody, because) => {
    expect(NameOnlyStaffInPost.strength).toBe("hard")
    expect(NameOnlyStaffInPost.asks({ inPost, inCustody })).toEqual({
      rule: NameOnlyStaffInPost,
      held: because === null,
      facts: { inPost, inCustody },
      limits: {},
      because,
      earliest: null
    })
  })
})
