/**
 * Proves that times on the wall are the right instants, also on the nights on which clocks change.
 */
import { describe, expect, it } from "vitest"
import { readMoment, sayMoment } from "./LocalTime.ts"

const at = (text: string): string => {
  const moment = readMoment(text)
  return moment._tag === "Read" ? moment.at : moment.says
}

describe("a moment", () => {
  it.for([
    ["2016-03-21T09:00", "2016-03-21T09:00:00.000Z"],
    ["2016-03-28T09:00", "2016-03-28T08:00:00.000Z"],
    ["2016-04-03 23:59", "2016-04-03T22:59:00.000Z"],
    ["2016-04-04T09:00:30", "2016-04-04T08:00:30.000Z"],
    ["2016-04-04T09:00:00.000Z", "2016-04-04T09:00:00.000Z"],
    ["2016-04-04T09:00:00+01:00", "2016-04-04T08:00:00.000Z"],
    ["2016-04-04", "2016-04-03T23:00:00.000Z"],
    // The hour from one to two comes twice on 25 October 2015, and the first one is meant
    ["2015-10-25T01:30", "2015-10-25T00:30:00.000Z"],
    ["2015-10-25T00:30", "2015-10-24T23:30:00.000Z"],
    ["2015-10-25T02:00", "2015-10-25T02:00:00.000Z"]
  ])("%s is %s", ([text = "", instant]) => expect(at(text)).toBe(instant))

  it.for(["", "yesterday", "2016-02-30T09:00", "2016-04-04T24:00", "1995-06-01T09:00", "2016-4-4T09:00"])(
    "%j is none",
    (text) => {
      expect(at(text)).toMatch(/^must be a moment/)
    }
  )

  it("that clocks leave out is refused: 01:30 on 27 March 2016", () => {
    expect(at("2016-03-27T01:30")).toBe(
      "must be a time that there was: on 2016-03-27 clocks went forward and 01:30 is missing"
    )
    expect(at("2016-03-27T02:00")).toBe("2016-03-27T01:00:00.000Z")
  })

  it("is said as people read it", () => {
    const moment = readMoment("2016-04-04T09:12")
    expect(moment._tag === "Read" ? sayMoment(moment.at) : "").toBe("4 April 2016 at 09:12")
  })
})
