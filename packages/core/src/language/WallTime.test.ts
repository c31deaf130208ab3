/**
 * Times on the wall in England and Wales, on ordinary days and in the two nights when the clocks change.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fromMilliseconds, instant, localDateOf, localTimeOf, milliseconds } from "./Instant.ts"
import { date } from "./LocalDate.ts"
import { addMinutes, atWall, instantIn, minutesBetween, sayInstant } from "./WallTime.ts"

describe("a time on the wall", () => {
  it.for([
    ["2016-01-04", "09:00", "2016-01-04T09:00:00.000Z"],
    ["2016-07-04", "09:00", "2016-07-04T08:00:00.000Z"],
    ["2016-07-04", "00:30", "2016-07-03T23:30:00.000Z"],
    // Clocks go forward on 27 March 2016 at 01:00: after 00:59 comes 02:00
    ["2016-03-27", "00:59", "2016-03-27T00:59:00.000Z"],
    ["2016-03-27", "01:00", null],
    ["2016-03-27", "01:59", null],
    ["2016-03-27", "02:00", "2016-03-27T01:00:00.000Z"],
    // They go back on 30 October 2016 at 02:00: 01:00 to 01:59 comes twice, and the first is meant
    ["2016-10-30", "00:59", "2016-10-29T23:59:00.000Z"],
    ["2016-10-30", "01:00", "2016-10-30T00:00:00.000Z"],
    ["2016-10-30", "01:59", "2016-10-30T00:59:00.000Z"],
    ["2016-10-30", "02:00", "2016-10-30T02:00:00.000Z"]
  ])("%s %s is %s", ([day, time, at]) => {
    expect(atWall(date(day ?? ""), time ?? "")).toBe(at)
  })

  it("is the one that the clocks show at its instant, at any minute of nine years", () => {
    const minutes = fc.integer({ min: 0, max: 9 * 365 * 1440 }).map((minute) =>
      fromMilliseconds(milliseconds(instant("2013-01-01T00:00:00.000Z")) + minute * 60_000)
    )
    fc.assert(fc.property(minutes, (at) => {
      const back = atWall(localDateOf(at), localTimeOf(at))
      expect(back === at || (back !== null && minutesBetween(back, at) === 60)).toBe(true)
    }))
  })
})

describe("a date and time as people write it", () => {
  it.for([
    ["2016-07-04T09:22", "2016-07-04T08:22:00.000Z"],
    ["2016-07-04 09:22", "2016-07-04T08:22:00.000Z"],
    ["2016-07-04T09:22:30", "2016-07-04T08:22:30.000Z"],
    ["2016-07-04T09:22:30.5Z", "2016-07-04T09:22:30.500Z"],
    // The second time that it was half past one in that night
    ["2016-10-30T01:30+00:00", "2016-10-30T01:30:00.000Z"],
    ["2016-10-30T01:30+01:00", "2016-10-30T00:30:00.000Z"],
    ["2016-10-30T01:30-02:30", "2016-10-30T04:00:00.000Z"]
  ])("%s is %s", ([text, at]) => {
    expect(instantIn(text ?? "")).toBe(at)
  })

  it.for([
    "2016-03-27T01:30",
    "2016-02-30T09:00",
    "2016-07-04T24:00",
    "2016-07-04T09:60",
    "2016-07-04",
    "09:00",
    "",
    "1995-12-31T09:00",
    "2016-07-04T09:22+24:00"
  ])("%s is none", (text) => {
    expect(instantIn(text)).toBeNull()
  })

  it("is said with the day and the time on the wall", () => {
    expect(sayInstant(instant("2016-04-04T08:12:00.000Z"))).toBe("4 April 2016 at 09:12")
  })

  it("is followed by minutes of any clock", () => {
    // 15 minutes after 00:50 it is 02:05 in the night when clocks go forward
    const after = addMinutes(instant("2016-03-27T00:50:00.000Z"), 15)
    expect([after, sayInstant(after)]).toEqual(["2016-03-27T01:05:00.000Z", "27 March 2016 at 02:05"])
    expect(minutesBetween(instant("2016-03-27T00:50:00.000Z"), after)).toBe(15)
  })
})
