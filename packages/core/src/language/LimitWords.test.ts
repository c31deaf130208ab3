/**
 * What is said of a limit that nobody decided names it, and whoever it names may really decide it.
 */
import { describe, expect, it } from "vitest"
import { limitNames } from "../scheme/SchemeLimits.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { whoMay } from "../WhoMay.ts"
import { sayUndecided } from "./LimitWords.ts"

describe("a limit that nobody decided", () => {
  it("is named as people read it, with the command that decides it and who may give that", () => {
    expect(sayUndecided(["shadowersPerMentor"])).toBe(
      "The scheme has not decided for that day how many new workers may shadow one worker at the same time " +
        "(shadowersPerMentor). A coordinator decides it with DecideSchemePolicy"
    )
    expect(sayUndecided([])).toContain(DecideSchemePolicy.name)
    expect(whoMay[DecideSchemePolicy.name]).toEqual(["coordinator"])
  })

  it.each(limitNames)("is asked for in one clause: %s", (name) => {
    expect(sayUndecided([name])).toMatch(
      new RegExp(`^The scheme has not decided for that day (how|in) [^;]+ \\(${name}\\)\\. `)
    )
  })
})
