/**
 * Rows are read by their columns, every problem with the number of its row, and speak of each thing once.
 */
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { open, optional } from "./Field.ts"
import { aCount, aDate, idOf, oneOf, text } from "./Kind.ts"
import { rowsOf } from "./Rows.ts"

const will = "00000000-0000-4000-9000-000000000001"
const id = (last: number): string => `00000000-0000-4000-9000-00000000000${last}`
const wes = "00000000-0000-4000-9000-000000000002"
const attendance = rowsOf({
  trainee: open(idOf("training"), "Trainee"),
  outcome: open(oneOf({ ATTENDED: "Attended", LATE: "Came late" }), "Outcome"),
  minutes: optional(open(aCount(0, 600), "Minutes present"))
}, 3)

const decode = attendance.decode

describe("rows", () => {
  it("are kept in their order, without what may be left out", () => {
    const rows = [{ trainee: wes, outcome: "LATE", minutes: 40 }, { trainee: will, outcome: "ATTENDED" }]
    expect(decode(rows)).toEqual({ _tag: "Right", value: rows })
    expect(decode([])).toEqual({ _tag: "Right", value: [] })
    expect(Schema.is(attendance.schema)(rows)).toBe(true)
    expect(Schema.is(attendance.schema)([{ trainee: wes }])).toBe(false)
  })

  it("fit as they were stored, and not with anything missing, wrong, twice or besides", () => {
    const row = { trainee: will, outcome: "LATE", minutes: 40 }
    const { minutes: _, ...without } = row
    expect([[], [row], [without, { ...row, trainee: wes }]].map(attendance.fits)).toEqual([true, true, true])
    const wrong = [
      [row, row],
      [{ trainee: will }],
      [{ ...row, minutes: 601 }],
      [{ ...row, hours: 1 }],
      ["absent"],
      [row, { ...row, trainee: wes }, { ...row, trainee: id(3) }, { ...row, trainee: id(4) }],
      null
    ]
    expect(wrong.map(attendance.fits)).toEqual(wrong.map(() => false))
  })

  it("tell every problem with the number of its row", () => {
    expect(decode([
      { trainee: will, outcome: "ATTENDED" },
      { trainee: "Wes", minutes: 601, hours: 1 },
      "absent"
    ])).toEqual({
      _tag: "Wrong",
      says: "must have rows that can be read: row 2: hours is not known here. The fields are trainee, outcome, " +
        "minutes; row 2: trainee must be an id: a UUID in lower case; row 2: outcome is missing, and must " +
        "be one of ATTENDED, LATE; row 2: minutes must " +
        "be a whole number from 0 to 600; row 3 must be an object of trainee, outcome, minutes",
      rows: [
        { row: 1, column: "hours", says: "is not known here. The fields are trainee, outcome, minutes" },
        { row: 1, column: "trainee", says: "must be an id: a UUID in lower case" },
        { row: 1, column: "outcome", says: "is missing, and must be one of ATTENDED, LATE" },
        { row: 1, column: "minutes", says: "must be a whole number from 0 to 600" },
        { row: 2, column: "", says: "must be an object of trainee, outcome, minutes" }
      ]
    })
  })

  it("speak of each thing once", () => {
    const twice = [{ trainee: will, outcome: "ATTENDED" }, { trainee: will, outcome: "LATE" }]
    expect(decode(twice)).toEqual({ _tag: "Wrong", says: "must have one row for each trainee" })
  })

  it("are at most so many", () => {
    const row = { trainee: will, outcome: "ATTENDED" }
    const says = "must be a list of at most 3 rows of trainee, outcome, minutes"
    expect(decode([row, row, row, row])).toEqual({ _tag: "Wrong", says })
    expect(decode(row)).toEqual({ _tag: "Wrong", says })
    expect(decode(null)).toEqual({ _tag: "Wrong", says })
  })

  it("say what is asked in each", () => {
    expect(attendance.input).toEqual({
      _tag: "Rows",
      most: 3,
      columns: {
        trainee: { question: "Trainee", input: { _tag: "Reference", to: "training" }, optional: false },
        outcome: {
          question: "Outcome",
          input: { _tag: "Choice", options: { ATTENDED: "Attended", LATE: "Came late" } },
          optional: false
        },
        minutes: { question: "Minutes present", input: { _tag: "Count", min: 0, max: 600 }, optional: true }
      }
    })
  })

  it("have no place for a date or for text", () => {
    expect(() => rowsOf({ on: open(aDate) })).toThrow("on: Date has no place in a row")
    expect(() => rowsOf({ note: open(text(10)) })).toThrow("note: Text has no place in a row")
  })
})
