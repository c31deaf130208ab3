import { describe, expect, it } from "vitest"
import { instant } from "../../language/Instant.ts"
import { StrikeOutWhatFollowedFirst } from "./StrikeOutWhatFollowedFirst.ts"

describe(StrikeOutWhatFollowedFirst.says, () => {
  it("holds where nothing follows from it", () => {
    expect(StrikeOutWhatFollowedFirst.strength).toBe("hard")
    expect(StrikeOutWhatFollowedFirst.asks({ followed: null, followedAt: null }))
      .toMatchObject({ held: true, because: null })
  })

  // It was closed at noon: the resolution from which that follows is not struck out under it
  it("names what follows, with its time", () => {
    const facts = { followed: "CLOSED", followedAt: instant("2016-03-24T12:00:00.000Z") } as const
    expect(StrikeOutWhatFollowedFirst.asks(facts)).toEqual({
      rule: StrikeOutWhatFollowedFirst,
      held: false,
      facts,
      limits: {},
      because: "It was closed on 24 March 2016 at 12:00, which follows from it. Strike that out first",
      earliest: null
    })
  })

  it("names it also where its time is not known", () => {
    expect(StrikeOutWhatFollowedFirst.asks({ followed: "CLOSED", followedAt: null }).because)
      .toBe("It was closed, which follows from it. Strike that out first")
  })
})
