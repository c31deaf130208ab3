/**
 * A rule judges public facts against decided limits; a limit that nobody decided breaks it, and wrong facts are a defect.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { aCount, aDate, orNone, text } from "./Kind.ts"
import { addDays, date } from "./LocalDate.ts"
import { ourChoice, rule } from "./Rule.ts"

const on = date("2016-04-04")

const ReturnInTime = rule({
  id: "LOAN-1",
  name: "ReturnInTime",
  says: "A book is returned in time",
  source: { title: "Library rules", at: "page 3" },
  strength: "soft",
  note: "Days are calendar days",
  limits: { days: 14, grace: null },
  facts: { lent: aCount(), on: orNone(aDate) },
  holds: ({ lent }, { days, grace }) => lent <= days + grace,
  because: ({ lent }, { days, grace }) => `${lent} days are more than ${days} and ${grace}`,
  earliest: ({ on: day }, { days }) => day === null ? null : addDays(day, days),
  setBy: { grace: "refresherGraceDays" },
  example: { facts: { lent: 17, on: null }, limits: { grace: 2 } }
})

const LendToReaders = rule({
  id: "LOAN-2",
  name: "LendToReaders",
  says: "Books are lent to readers",
  source: ourChoice("Somebody has to bring them back"),
  strength: "hard",
  limits: {},
  facts: {},
  holds: () => false,
  because: () => "Nobody reads",
  example: { facts: {} }
})

describe("a rule", () => {
  it("is judged against its own limits, or against those that a scheme set", () => {
    const days = fc.oneof(fc.integer({ min: 15, max: 17 }), fc.nat(40))
    fc.assert(fc.property(days, (lent) => {
      expect(ReturnInTime.asks({ lent, on: null }, { grace: 2 }).held).toBe(lent <= 16)
      expect(ReturnInTime.asks({ lent, on: null }, { grace: 2, days: 7 }).held).toBe(lent <= 9)
    }))
  })

  it("gives the facts, the limits in force, the words and the first date that will do", () => {
    expect(ReturnInTime.asks({ lent: 17, on }, { grace: 2 })).toEqual({
      rule: ReturnInTime,
      held: false,
      facts: { lent: 17, on: "2016-04-04" },
      limits: { days: 14, grace: 2 },
      because: "17 days are more than 14 and 2",
      earliest: "2016-04-18"
    })
    expect(ReturnInTime.asks({ lent: 16, on }, { grace: 2 })).toEqual({
      rule: ReturnInTime,
      held: true,
      facts: { lent: 16, on: "2016-04-04" },
      limits: { days: 14, grace: 2 },
      because: null,
      earliest: null
    })
    expect(LendToReaders.asks({})).toMatchObject({ held: false, because: "Nobody reads", earliest: null })
  })

  const grace = "how long after a training ran out its refresher is waited for (refresherGraceDays)"

  it.each([
    [undefined, `${grace}. A coordinator decides it`],
    [{ grace: null }, `${grace}. A coordinator decides it`],
    [{ grace: 2, days: null }, "days. A coordinator decides it"],
    [{ grace: null, days: null }, `days; ${grace}. A coordinator decides them`]
  ])("with limits %j is broken, names what nobody decided, and guesses nothing", (own, says) => {
    expect(ReturnInTime.asks({ lent: 0, on: null }, own)).toEqual({
      rule: ReturnInTime,
      held: false,
      facts: { lent: 0, on: null },
      limits: { days: 14, grace: null, ...own },
      because: `The scheme has not decided for that day ${says} with DecideSchemePolicy`,
      earliest: null
    })
  })

  it("is a defect when it is asked with facts that are none", () => {
    expect(() => ReturnInTime.asks({ lent: -1, on: null }, { grace: 0 })).toThrow(
      new TypeError("LOAN-1: the fact lent must be a whole number from 0 to 100000")
    )
    expect(() => ReturnInTime.asks({ lent: 1.5, on: null })).toThrow(TypeError)
  })

  it("never judges text: that is refused when it is declared", () => {
    const declare = () =>
      rule({
        ...LendToReaders,
        facts: { note: text(10) },
        because: () => "",
        holds: () => true,
        example: { facts: { note: "" } }
      })
    expect(declare).toThrow(new TypeError("LOAN-2: the fact note is text; rules judge public facts"))
  })

  it("shows one case in which it is broken, with what it then says", () => {
    expect(ReturnInTime.example).toMatchObject({
      held: false,
      facts: { lent: 17, on: null },
      limits: { days: 14, grace: 2 },
      because: "17 days are more than 14 and 2"
    })
    expect(LendToReaders.example.because).toBe("Nobody reads")
  })

  it("says what it is, where it comes from, and what else one should know", () => {
    expect([ReturnInTime.id, ReturnInTime.name, ReturnInTime.says, ReturnInTime.strength, ReturnInTime.note])
      .toEqual(["LOAN-1", "ReturnInTime", "A book is returned in time", "soft", "Days are calendar days"])
    expect(ReturnInTime.source).toEqual({ title: "Library rules", at: "page 3" })
    expect(LendToReaders.source).toEqual({ title: "Choice of this project", at: "Somebody has to bring them back" })
    expect([ReturnInTime.setBy, LendToReaders.setBy]).toEqual([{ grace: "refresherGraceDays" }, {}])
    expect([LendToReaders.note, LendToReaders.limits, Object.keys(ReturnInTime.facts)]).toEqual(["", {}, [
      "lent",
      "on"
    ]])
  })
})
