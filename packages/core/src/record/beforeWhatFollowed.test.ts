/**
 * Of all that followed from a day, what followed first decides, in whatever order it is told.
 */
import { describe, expect, it } from "vitest"
import { date } from "../language/LocalDate.ts"
import { beforeWhatFollowed } from "./beforeWhatFollowed.ts"

const [march, april, may] = [date("2016-03-21"), date("2016-04-21"), date("2016-05-21")]

describe("a day and what followed from it", () => {
  it("is too late after the first of it, and that is named", () => {
    for (
      const told of [[["SUPERVISION_HELD", may], ["SUPERVISOR_CHANGED", april]], [
        ["SUPERVISOR_CHANGED", april],
        ["SUPERVISION_HELD", may]
      ]] as const
    ) {
      expect(beforeWhatFollowed(may, told)).toMatchObject({
        held: false,
        facts: { followed: "SUPERVISOR_CHANGED", followedOn: "2016-04-21" }
      })
      expect(beforeWhatFollowed(april, told)).toMatchObject({ held: true })
    }
  })

  it("may be any day where nothing followed", () => {
    expect(beforeWhatFollowed(may, [])).toMatchObject({ held: true, facts: { followed: null, followedOn: null } })
    expect(beforeWhatFollowed(may, [["SUPERVISION_ENDED", null]])).toMatchObject({ held: true })
    expect(beforeWhatFollowed(may, [["SUPERVISION_ENDED", null], ["SUPERVISION_HELD", march]])).toMatchObject({
      held: false,
      facts: { followed: "SUPERVISION_HELD" }
    })
  })
})
