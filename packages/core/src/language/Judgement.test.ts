/**
 * A judgement becomes a decision: a broken hard rule refuses, a soft one unless a reason is given, an alert never; and the
 * wrong moment is told in words.
 */
import { describe, expect, it } from "vitest"
import { instant } from "./Instant.ts"
import { changeBy, judge, judgedOf, refuses, settle, wordsOf, wrongMoment } from "./Judgement.ts"
import type { Change } from "./Judgement.ts"
import { aCount } from "./Kind.ts"
import { date } from "./LocalDate.ts"
import { ourChoice, rule } from "./Rule.ts"
import type { Strength } from "./Rule.ts"

const actor = { id: "00000000-0000-4000-9000-000000000009", role: "officer" } as const

const daysRule = <const Id extends string>(id: Id, strength: Strength) =>
  rule({
    id,
    name: "Days",
    says: `Rule ${id}`,
    source: ourChoice("Why not"),
    strength,
    limits: { most: 14 },
    facts: { days: aCount() },
    holds: ({ days }, { most }) => days <= most,
    because: ({ days }) => `${days} are too many`,
    earliest: () => date("2016-04-04"),
    example: { facts: { days: 15 } }
  })

const [Hard, Soft, Alert] = [daysRule("LOAN-1", "hard"), daysRule("LOAN-2", "soft"), daysRule("LOAN-3", "alert")]
const declared = [Hard, Soft, Alert]

/** As a rule reads in a decision: its words, and how it was judged. */
const read = (id: string, strength: Strength, judged: object) => ({
  rule: id,
  says: `Rule ${id}`,
  source: ourChoice("Why not"),
  strength,
  facts: {},
  limits: { most: 14 },
  because: null,
  earliest: null,
  override: false,
  ...judged
})

const settled = (days: readonly [number, number, number], overridden: ReadonlyArray<string> = []) =>
  settle(
    "LendBook",
    declared,
    judge(Hard.asks({ days: days[0] }), Soft.asks({ days: days[1] }), Alert.asks({ days: days[2] })).accept(() => []),
    overridden
  )

const broken = { held: false, facts: { days: 15 }, because: "15 are too many", earliest: "2016-04-04" }
const held = { held: true, facts: { days: 14 } }

describe("a judgement", () => {
  it("is accepted where every rule holds, with every rule beside it", () => {
    expect(settled([14, 14, 14])).toEqual({
      _tag: "Accepted",
      events: [],
      judged: [read("LOAN-1", "hard", held), read("LOAN-2", "soft", held), read("LOAN-3", "alert", held)]
    })
  })

  it("is refused by all that is wrong at once", () => {
    expect(settled([15, 15, 15])).toEqual({
      _tag: "Refused",
      judged: [read("LOAN-1", "hard", broken), read("LOAN-2", "soft", broken), read("LOAN-3", "alert", broken)],
      moment: null
    })
  })

  it("is accepted with a broken alert, which is recorded", () => {
    expect(settled([14, 14, 15])).toMatchObject({
      _tag: "Accepted",
      judged: [{ held: true }, { held: true }, { rule: "LOAN-3", held: false, because: "15 are too many" }]
    })
  })

  it("is refused by a broken soft rule, unless a reason is given for that rule", () => {
    expect(settled([14, 15, 14])._tag).toBe("Refused")
    expect(settled([14, 15, 14], ["LOAN-1", "LOAN-3"])._tag).toBe("Refused")
    expect(settled([14, 15, 14], ["LOAN-2"])).toEqual({
      _tag: "Accepted",
      events: [],
      judged: [
        read("LOAN-1", "hard", held),
        read("LOAN-2", "soft", { ...broken, override: true }),
        read("LOAN-3", "alert", held)
      ]
    })
  })

  it("is refused by a broken hard rule, whatever reasons are given", () => {
    const decision = settled([15, 15, 15], ["LOAN-1", "LOAN-2", "LOAN-3"])
    expect(decision).toMatchObject({ _tag: "Refused", moment: null })
    expect(decision.judged.map((one) => one.override)).toEqual([false, true, false])
    expect(decision.judged.map(refuses)).toEqual([true, false, false])
  })

  it("keeps no reason for a rule that was not broken", () => {
    expect(settled([14, 14, 14], ["LOAN-2"]).judged.map((one) => one.override)).toEqual([false, false, false])
  })

  it("makes its events only when it is accepted", () => {
    let made = 0
    const events = () => {
      made += 1
      return []
    }
    settle("LendBook", [Hard], judge(Hard.asks({ days: 15 })).accept(events), [])
    expect(made).toBe(0)
    settle("LendBook", [Hard], judge(Hard.asks({ days: 14 })).accept(events), [])
    expect(made).toBe(1)
  })

  it("that is refused says of every other declared rule that it was not judged", () => {
    expect(settle("LendBook", declared, judge(Hard.asks({ days: 15 })).accept(() => []), []).judged).toEqual([
      read("LOAN-1", "hard", broken),
      read("LOAN-2", "soft", { held: null }),
      read("LOAN-3", "alert", { held: null })
    ])
  })

  it("is a defect when it is accepted without a declared rule", () => {
    const accepted = judge(Soft.asks({ days: 14 })).accept(() => [])
    expect(() => settle("LendBook", declared, accepted, [])).toThrow(
      new TypeError("LendBook accepted without judging LOAN-1, LOAN-3")
    )
  })

  it("at the wrong moment judges nothing", () => {
    expect(settle("LendBook", declared, wrongMoment("loan", "Begun", null, ["ReturnBook"]), ["LOAN-2"])).toEqual({
      _tag: "Refused",
      judged: [
        read("LOAN-1", "hard", { held: null }),
        read("LOAN-2", "soft", { held: null }),
        read("LOAN-3", "alert", { held: null })
      ],
      moment: {
        life: "loan",
        state: "Begun",
        since: null,
        possible: ["ReturnBook"],
        says: "There is no such loan"
      }
    })
  })

  it("reads as plain values", () => {
    expect(judgedOf(Soft.asks({ days: 15 }), true)).toEqual(read("LOAN-2", "soft", { ...broken, override: true }))
    expect(JSON.parse(JSON.stringify(judgedOf(Soft.asks({ days: 14 }))))).toEqual(read("LOAN-2", "soft", held))
  })
})

describe("the wrong moment", () => {
  const since: Change = { on: date("2016-04-04"), recordedAt: instant("2016-04-04T08:12:30.000Z"), by: actor }
  const says = (change: Change | null, sentence?: string) => {
    const judgement = wrongMoment("appointment", "UnderSelection", change, [], sentence)
    return judgement._tag === "WrongMoment" ? judgement.moment.says : null
  }

  // 08:12 UTC on 4 April is 09:12 by the clock on the wall
  it("says since when, by the clock on the wall where it was recorded on the day", () => {
    expect(says(since)).toBe("The appointment is already under selection since 09:12 on 4 April 2016")
  })

  it("says the day alone where it was recorded later: the time of recording is not when it happened", () => {
    expect(says({ ...since, recordedAt: instant("2016-04-06T08:12:30.000Z") }))
      .toBe("The appointment is already under selection since 4 April 2016")
    // 23:30 UTC on 3 April is already 4 April
    expect(says({ ...since, recordedAt: instant("2016-04-03T23:30:00.000Z") }))
      .toBe("The appointment is already under selection since 00:30 on 4 April 2016")
  })

  it("says that there is none, or the sentence that is given", () => {
    expect(says(null)).toBe("There is no such appointment")
    expect(says(since, "The appointment has no such suspension")).toBe("The appointment has no such suspension")
  })

  it("reads a state as words", () => {
    expect(["Unknown", "UnderSelection", "InRoleUntrained", "TransferredOut", "NotAchieved"].map(wordsOf)).toEqual([
      "unknown",
      "under selection",
      "in role untrained",
      "transferred out",
      "not achieved"
    ])
  })

  it("knows when and by whom a life changed from the event", () => {
    const event = {
      type: "LoanBegun",
      id: "1",
      position: 1,
      stream: "loan-1",
      version: 1,
      recordedAt: since.recordedAt,
      on: since.on,
      actor,
      command: { id: "2", type: "LendBook" },
      corrects: null,
      tags: [],
      data: {}
    }
    expect(changeBy(event)).toEqual(since)
  })
})
