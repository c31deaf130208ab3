/**
 * Two lists say the same in whatever order, and not where one of them names something else.
 */
import { describe, expect, it } from "vitest"
import { isSameList } from "./isSameList.ts"

describe("two lists", () => {
  it("say the same in another order, and not with one more, one less or another one", () => {
    expect(isSameList([], [])).toBe(true)
    expect(isSameList(["A_WING", "B_WING"], ["B_WING", "A_WING"])).toBe(true)
    for (const other of [["A_WING"], ["A_WING", "C_WING"], ["A_WING", "B_WING", "C_WING"], ["A_WING", "A_WING"]]) {
      expect([other, isSameList(["A_WING", "B_WING"], other), isSameList(other, ["A_WING", "B_WING"])])
        .toEqual([other, false, false])
    }
  })
})
