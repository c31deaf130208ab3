import { describe, expect, it } from "vitest"
import { NameOnlyStaffInPost } from "./NameOnlyStaffInPost.ts"

describe(NameOnlyStaffInPost.says, () => {
  it.each([true, false])("they are in post: %s", (inPost) => {
    expect(NameOnlyStaffInPost.asks({ inPost })).toEqual({
      rule: NameOnlyStaffInPost,
      held: inPost,
      facts: { inPost },
      limits: {},
      because: inPost
        ? null
        : "The member of staff who was named is not in post on that day. Name somebody who is",
      earliest: null
    })
  })
})
