/**
 * Days of shadowing are whole local calendar days: counted by hand, against a model that knows nothing of the code, and
 * whatever the clocks do.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date, daysBetween } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { countedDays, daysUntil, firstSignOff, waitsFor } from "./countedDays.ts"
import type { OnTheDay } from "./countedDays.ts"
import { Shadowing } from "./Shadowing.ts"

type Dates = readonly [from: string, until: string | null]

/** A placement that started on the day, shadowing Max; with pauses, and other mentors from other days on. */
const placement = (
  start: string,
  pauses: ReadonlyArray<Dates> = [],
  mentors: ReadonlyArray<readonly [mentor: string, from: string]> = [["Max", start]]
): Shadowing => ({
  ...Shadowing.initial,
  status: "Running",
  days: 14,
  startedOn: date(start),
  stints: mentors.map(([mentor, from]) => ({ mentor, from: date(from), event: mentor })),
  pauses: pauses.map(([from, until]) => ({ from: date(from), until: until === null ? null : date(until), event: from }))
})

const always: OnTheDay = {
  mentorMayWork: () => true,
  workerIsThere: () => true,
  daysThere: () => 1100,
  daysNeeded: 14
}

const within = ([from, until]: Dates, day: string): boolean => from <= day && (until === null || day < until)

/** Max may not work at these times. */
const withoutMax = (...times: ReadonlyArray<Dates>): OnTheDay => ({
  ...always,
  mentorMayWork: (mentor, day) => mentor !== "Max" || !times.some((time) => within(time, day))
})

const counted = (shadowing: Shadowing, asOf: string, onTheDay = always) => countedDays(shadowing, onTheDay, date(asOf))

describe("two weeks of shadowing", () => {
  // From Monday 21 March 2016: 21 to 31 March are 11 days, 1 and 2 April make 13, 3 April makes 14. Counted as of a day
  // are the days before it: 13 as of 3 April, 14 as of 4 April, 335 hours after the clock showed the same on 21 March
  it("that begin on 21 March 2016 end before 4 April, over the night in which an hour is missing", () => {
    const shadowing = placement("2016-03-21")
    expect(["2016-03-21", "2016-03-22", "2016-04-03", "2016-04-04"].map((day) => counted(shadowing, day)))
      .toEqual([0, 1, 13, 14])
    expect(firstSignOff(shadowing, always)).toBe("2016-04-04")
  })

  // Monday 19 October 2015: 19 to 31 October are 13 days and 1 November makes 14, 337 hours later by the clock
  it("that begin on 19 October 2015 end before 2 November, over the night in which an hour comes twice", () => {
    const shadowing = placement("2015-10-19")
    expect(["2015-11-01", "2015-11-02"].map((day) => counted(shadowing, day))).toEqual([13, 14])
    expect(firstSignOff(shadowing, always)).toBe("2015-11-02")
  })

  // 8 days elsewhere count here and 5 do not; 21 to 26 March make 14, and 26 March is the last of them
  it("are shorter by the days shadowed elsewhere that were decided to count", () => {
    const elsewhere = (days: number, counts: boolean) => ({ shadowing: `${days}`, event: `${days}`, days, counts })
    const shadowing = {
      ...placement("2016-03-21"),
      earlier: [elsewhere(5, false), elsewhere(6, true), elsewhere(2, true)]
    }
    expect(["2016-03-21", "2016-03-26", "2016-03-27"].map((day) => counted(shadowing, day))).toEqual([8, 13, 14])
    expect(firstSignOff(shadowing, always)).toBe("2016-03-27")
  })

  // 8 were decided and 6 count there now; 6 were decided and 8 count there now: 6 of each, and none where none counts
  it("are shorter by no more days elsewhere than count there, and by no more than were decided", () => {
    const withEarlier = (decided: number, there: number) => {
      const earlier = [{ shadowing: "there", event: "decided", days: decided, counts: true }]
      return firstSignOff({ ...placement("2016-03-21"), earlier }, { ...always, daysThere: () => there })
    }
    expect([withEarlier(8, 6), withEarlier(6, 8), withEarlier(8, 0)])
      .toEqual(["2016-03-29", "2016-03-29", "2016-04-04"])
  })

  // 21 to 31 March are 11 days, and 10 April makes 21
  it("are longer where the scheme needs more", () => {
    expect(firstSignOff(placement("2016-03-21"), { ...always, daysNeeded: 21 })).toBe("2016-04-11")
  })

  // Paused from 25 until 29 March, so 25, 26, 27 and 28 do not count: 21 to 24 are 4, 29 to 31 make 7, and 1 to 7 April
  // make 14
  it("are four days longer with a pause from 25 until 29 March", () => {
    const shadowing = placement("2016-03-21", [["2016-03-25", "2016-03-29"]])
    expect(["2016-03-25", "2016-03-29", "2016-03-30", "2016-04-07", "2016-04-08"].map((day) => counted(shadowing, day)))
      .toEqual([4, 4, 5, 13, 14])
    expect(firstSignOff(shadowing, always)).toBe("2016-04-08")
  })

  // Started on 24 March, with a lockdown on 25, 26, 27 and 28: the 24th is 1, 29 to 31 make 4, 1 to 10 April make 14
  it("that begin on 24 March, before the lockdown of Easter, end before 11 April", () => {
    const shadowing = placement("2016-03-24", [["2016-03-25", "2016-03-29"]])
    expect(["2016-03-29", "2016-04-10", "2016-04-11"].map((day) => counted(shadowing, day))).toEqual([1, 13, 14])
    expect(firstSignOff(shadowing, always)).toBe("2016-04-11")
  })

  // 29 March is the ninth day, and was not whole: 21 to 28 are 8
  it("that end by a transfer on the ninth day are 8 days", () => {
    expect(counted(placement("2016-03-21"), "2016-03-29")).toBe(8)
  })

  // 20 to 29 February 2016 are 10 days and 1 to 4 March make 14; in 2015 the 28th was the last: 9, and 1 to 5 March
  it("have 29 February in them where there is one", () => {
    expect(firstSignOff(placement("2016-02-20"), always)).toBe("2016-03-05")
    expect(firstSignOff(placement("2015-02-20"), always)).toBe("2015-03-06")
  })

  it("have no end in sight while they are paused without an end", () => {
    const shadowing = placement("2016-03-21", [["2016-03-30", null]])
    expect([counted(shadowing, "2016-03-30"), counted(shadowing, "2017-03-30"), firstSignOff(shadowing, always)])
      .toEqual([9, 9, null])
  })

  it("keep their end when the pause without an end comes after it", () => {
    expect(firstSignOff(placement("2016-03-21", [["2016-04-04", null]]), always)).toBe("2016-04-04")
    expect(firstSignOff(placement("2016-03-21", [["2016-04-03", null]]), always)).toBe(null)
  })

  it("have not begun before the start", () => {
    const planned = { ...placement("2016-03-21"), startedOn: null }
    expect([
      counted(planned, "2017-01-01"),
      firstSignOff(planned, always),
      daysUntil(planned, always, date("2017-01-01"))
    ])
      .toEqual([0, null, []])
    expect(counted(placement("2016-03-21"), "2016-01-01")).toBe(0)
  })
})

describe("each day", () => {
  // Max was suspended on 23 and 24 March, which was found out later; Mo took over on the 24th, and from then on decides
  it("counts with the mentor of that day; on the day of a replacement the new mentor decides", () => {
    const shadowing = placement("2016-03-21", [], [["Max", "2016-03-21"], ["Mo", "2016-03-24"]])
    const onTheDay = withoutMax(["2016-03-23", "2016-03-25"])
    expect(daysUntil(shadowing, onTheDay, date("2016-03-26"))).toEqual([
      { day: "2016-03-21", mentor: "Max", without: null },
      { day: "2016-03-22", mentor: "Max", without: null },
      { day: "2016-03-23", mentor: "Max", without: "MentorNotEligible" },
      { day: "2016-03-24", mentor: "Mo", without: null },
      { day: "2016-03-25", mentor: "Mo", without: null }
    ])
    // One day less, so one day later: 5 April
    expect(firstSignOff(shadowing, onTheDay)).toBe("2016-04-05")
  })

  it("that does not count says why, and a pause is told before anything else", () => {
    const onTheDay: OnTheDay = {
      ...always,
      mentorMayWork: (_, day) => day < "2016-03-23",
      workerIsThere: (day) => day < "2016-03-22" || day >= "2016-03-24"
    }
    const shadowing = placement("2016-03-20", [["2016-03-21", "2016-03-22"], ["2016-03-23", "2016-03-24"]])
    expect(daysUntil(shadowing, onTheDay, date("2016-03-25")).map(({ day, without }) => [day.slice(8), without]))
      .toEqual([
        ["20", null],
        ["21", "Paused"],
        ["22", "WorkerNotThere"],
        ["23", "Paused"],
        ["24", "MentorNotEligible"]
      ])
  })
})

describe("what days wait for", () => {
  const shadowing = placement("2016-03-21", [["2016-03-25", "2016-03-29"]])
  const from = (day: string): OnTheDay => ({ ...always, workerIsThere: (asked) => asked < day })

  it("is nothing where they count again, and otherwise what has no end", () => {
    expect(waitsFor(shadowing, always)).toBe(null)
    expect(waitsFor(shadowing, withoutMax(["2016-03-30", "2016-04-02"]))).toBe(null)
    expect(waitsFor(shadowing, withoutMax(["2016-03-30", null]))).toBe("MentorNotEligible")
    expect(waitsFor(shadowing, from("2016-04-01"))).toBe("WorkerNotThere")
    expect(waitsFor(placement("2016-03-21", [["2016-03-25", null]]), from("2016-04-01"))).toBe("Paused")
    expect(waitsFor({ ...shadowing, startedOn: null }, from("2016-04-01"))).toBe(null)
  })

  // 21 March 2016 and 1,100 days: 2019 begins 1,016 days later, and 84 days after that is 26 March
  it("is looked for 1,100 days after the start", () => {
    const start = date("2016-03-21")
    expect(addDays(start, 1100)).toBe("2019-03-26")
    const alone = placement(start)
    expect(waitsFor(alone, withoutMax(["2019-03-26", "2019-03-27"]))).toBe("MentorNotEligible")
    expect(waitsFor(alone, withoutMax(["2016-03-21", "2019-03-26"], ["2019-03-27", null]))).toBe(null)
  })
})

describe("how far ahead is looked", () => {
  const oneDay = (start: string, first: number): LocalDate | null =>
    firstSignOff(placement(start), { ...withoutMax([start, addDays(date(start), first)]), daysNeeded: 1 })

  // The start is the first of 1,100 days that are looked at, so the last one lies 1,099 days after it
  it("is 1,100 days from the start", () => {
    expect(oneDay("2016-01-01", 1099)).toBe(addDays(date("2016-01-01"), 1100))
    expect(oneDay("2016-01-01", 1100)).toBe(null)
  })
})

/** A history of a placement in days after its start; half of the pauses are short, so that they meet. */
const offset = fc.integer({ min: -3, max: 40 })
const length = fc.option(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 30 })), { freq: 8 })
const time = fc.record({ from: offset, length })
const history = fc.record({
  start: fc.oneof(
    fc.constantFrom("2016-03-21", "2015-10-19", "2016-02-20"),
    fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(date("1996-01-01"), count))
  ),
  pauses: fc.array(time, { maxLength: 3 }),
  worker: fc.array(time, { maxLength: 2 }),
  max: fc.array(time, { maxLength: 2 }),
  mo: fc.array(time, { maxLength: 2 }),
  replaced: fc.option(fc.integer({ min: 0, max: 30 }))
})
type History = typeof history extends fc.Arbitrary<infer A> ? A : never
type Time = History["pauses"][number]

const built = ({ max, mo, pauses, replaced, start, worker }: History) => {
  const from = date(start)
  const dates = ({ from: first, length: days }: Time): Dates => [
    addDays(from, first),
    days === null ? null : addDays(from, first + days)
  ]
  const mentors = replaced === null
    ? [["Max", start] as const]
    : [["Max", start] as const, ["Mo", addDays(from, replaced)] as const]
  const onTheDay: OnTheDay = {
    ...always,
    mentorMayWork: (mentor, day) => !(mentor === "Max" ? max : mo).map(dates).some((one) => within(one, day)),
    workerIsThere: (day) => !worker.map(dates).some((one) => within(one, day))
  }
  return { shadowing: placement(start, pauses.map(dates), mentors), onTheDay }
}

/** The model: whole numbers of days after the start, ticked off one by one. No date and no code of this package. */
const tickedOff = ({ max, mo, pauses, replaced, worker }: History, day: number): boolean => {
  const hit = (times: ReadonlyArray<Time>) =>
    times.some(({ from, length: days }) => {
      const last = days === null ? Number.POSITIVE_INFINITY : from + days - 1
      return day >= from && day <= last
    })
  const mentorAway = replaced !== null && day >= replaced ? hit(mo) : hit(max)
  return !hit(pauses) && !hit(worker) && !mentorAway
}

const modelCount = (of: History, until: number): number =>
  Array.from({ length: Math.max(0, until) }, (_, day) => tickedOff(of, day)).filter(Boolean).length

/** 300 days are more than any pause of a history that ends. */
const modelFirst = (of: History): number | null => {
  const found = Array.from({ length: 300 }, (_, day) => day).find((day) => modelCount(of, day) >= 14)
  return found ?? null
}

const firstIn = (of: History): LocalDate | null => {
  const { onTheDay, shadowing } = built(of)
  return firstSignOff(shadowing, onTheDay)
}

const lastOfAll = "9999-12-31"

describe("counting", () => {
  it("agrees with days ticked off one by one", () => {
    fc.assert(fc.property(history, fc.integer({ min: -5, max: 60 }), (of, until) => {
      const { onTheDay, shadowing } = built(of)
      expect(countedDays(shadowing, onTheDay, addDays(date(of.start), until))).toBe(modelCount(of, until))
    }))
  })

  it("finds the first day with fourteen behind it, which the day before does not have", () => {
    fc.assert(fc.property(history, (of) => {
      const first = modelFirst(of)
      expect(firstIn(of)).toBe(first === null ? null : addDays(date(of.start), first))
    }))
  })

  it("grows by one day at most from one day to the next, and never falls", () => {
    fc.assert(fc.property(history, fc.integer({ min: 0, max: 60 }), (of, until) => {
      const { onTheDay, shadowing } = built(of)
      const day = addDays(date(of.start), until)
      const grown = countedDays(shadowing, onTheDay, addDays(day, 1)) - countedDays(shadowing, onTheDay, day)
      expect([0, 1]).toContain(grown)
    }))
  })

  it("a further pause never brings the first sign-off nearer", () => {
    fc.assert(fc.property(history, time, (of, pause) => {
      const before = firstIn(of)
      const after = firstIn({ ...of, pauses: [...of.pauses, pause] })
      expect((after ?? lastOfAll) >= (before ?? lastOfAll)).toBe(true)
    }))
  })

  it("a further day without the mentor or the worker never adds to the count", () => {
    fc.assert(fc.property(history, offset, fc.constantFrom("max" as const, "mo" as const, "worker" as const), offset, (
      of,
      day,
      who,
      until
    ) => {
      const counts = [of, { ...of, [who]: [...of[who], { from: day, length: 1 }] }].map((one) => {
        const { onTheDay, shadowing } = built(one)
        return countedDays(shadowing, onTheDay, addDays(date(of.start), until))
      })
      expect([0, 1]).toContain((counts[0] ?? 0) - (counts[1] ?? 0))
    }))
  })

  it("never depends on the clocks: the same history at any other time of any year is as long", () => {
    const elsewhere = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(date("1996-01-01"), count))
    fc.assert(fc.property(history, elsewhere, (of, start) => {
      const [here, there] = [firstIn(of), firstIn({ ...of, start })]
      expect(there === null ? null : daysBetween(start, there))
        .toBe(here === null ? null : daysBetween(date(of.start), here))
    }))
  })

  it("takes fourteen days from every day of every year where nothing interrupts", () => {
    const wrong: Array<string> = []
    for (let start = date("2013-01-01"); start < "2029-01-01"; start = addDays(start, 1)) {
      if (firstSignOff(placement(start), always) !== addDays(start, 14)) wrong.push(start)
    }
    expect(wrong).toEqual([])
  })
})
