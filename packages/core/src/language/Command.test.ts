/**
 * A command is read whole or refused with every problem; a decision sees its public values, and what is derived from the
 * personal ones says less.
 */
import { describe, expect, it } from "vitest"
import { command, deriving } from "./Command.ts"
import { open, optional, personal, tagged } from "./Field.ts"
import { aCount, aPastDate, idOf, oneOf, text, yesOrNo } from "./Kind.ts"
import { date } from "./LocalDate.ts"

const loan = "00000000-0000-4000-9000-000000000001"
const on = date("2016-04-04")

const LendBook = command("loan", "LendBook", {
  title: "Lend a book",
  says: "Somebody takes a book away",
  begins: true,
  fields: {
    loan: tagged("loan", idOf("loan"), "Which loan?"),
    days: optional(open(aCount(1, 56), "For how long?")),
    note: personal(text(20), { subject: "loan", keep: "administration" }, "What else?"),
    on: open(aPastDate, "On which day?")
  }
})

const SetFine = deriving(
  "loan",
  "SetFine",
  {
    title: "Set a fine",
    says: "A book came back late or damaged",
    fields: {
      loan: tagged("loan", idOf("loan"), "Which loan?"),
      reason: personal(
        oneOf({ LATE: "Late", TORN: "Torn", UNWELL: "The reader was unwell" }),
        { subject: "loan", keep: "conduct" },
        "Why?"
      )
    }
  },
  { adverse: open(yesOrNo, "Counts against the reader") },
  ({ reason }) => ({ adverse: reason !== "UNWELL" })
)

const good = { loan, note: "For his daughter", on }

describe("a command", () => {
  it("is made of its values", () => {
    expect(LendBook.make(good)).toEqual({ _tag: "LendBook", ...good })
    expect(LendBook.make({ ...good, days: 14, note: "  For his daughter " })).toEqual({
      _tag: "LendBook",
      ...good,
      days: 14
    })
  })

  it("is read from outside, with or without its name", () => {
    const right = { _tag: "Right", command: { _tag: "LendBook", ...good } }
    expect(LendBook.read({ ...good, on: "2016-04-04" })).toEqual(right)
    expect(LendBook.read({ _tag: "LendBook", ...good })).toEqual(right)
  })

  it("tells every problem at once, the wrong name and the reasons for exceptions among them", () => {
    expect(LendBook.read({ _tag: "LendBooks", loan, days: 0, note: " ", overrides: "no", for: "me" })).toEqual({
      _tag: "Wrong",
      problems: [
        { field: "_tag", says: "must be LendBook" },
        { field: "for", says: "is not known here. The fields are loan, days, note, on" },
        { field: "days", says: "must be a whole number from 1 to 56" },
        { field: "note", says: "must be text of 1 to 20 characters" },
        { field: "on", says: "is missing, and must be a real date, written like 2016-04-04" },
        { field: "overrides", says: "must be a list of a rule id and a reason of 1 to 2000 characters each" }
      ]
    })
  })

  it("that is made wrongly in code is an error that names every field", () => {
    expect(() => LendBook.make({ ...good, loan: "1", days: 57 })).toThrow(
      new RangeError("LendBook: loan must be an id: a UUID in lower case; days must be a whole number from 1 to 56")
    )
  })

  it("names no day after 2100, so that whatever is counted from it is a day as well", () => {
    expect(LendBook.read({ ...good, on: "2101-01-01" })).toEqual({
      _tag: "Wrong",
      problems: [{ field: "on", says: "must be a date up to 2100-12-31" }]
    })
    expect(LendBook.read({ ...good, on: "2100-12-31" })._tag).toBe("Right")
  })

  it("carries reasons for exceptions", () => {
    const overrides = [{ rule: "LOAN-1", reason: "The library was shut" }]
    expect(LendBook.make({ ...good, overrides })).toEqual({ _tag: "LendBook", ...good, overrides })
    expect(LendBook.read({ ...good, overrides: [] })).toEqual({
      _tag: "Right",
      command: { _tag: "LendBook", ...good }
    })
  })

  const reason = "The library was shut"
  it.each([
    ["not a list", { rule: "LOAN-1", reason }],
    ["null", null],
    ["no object", ["LOAN-1"]],
    ["no reason", [{ rule: "LOAN-1" }]],
    ["a blank reason", [{ rule: "LOAN-1", reason: "  \n " }]],
    ["a reason that is too long", [{ rule: "LOAN-1", reason: "a".repeat(2001) }]],
    ["a reason with a control character", [{ rule: "LOAN-1", reason: "shut\u0000" }]],
    ["a reason with half a character", [{ rule: "LOAN-1", reason: "shut\uD83D" }]],
    ["a rule that is no id", [{ rule: 1, reason }]],
    ["a name too many", [{ rule: "LOAN-1", reason, by: loan }]],
    ["one that is wrong", [{ rule: "LOAN-1", reason }, { reason }]],
    ["of one rule twice", [{ rule: "LOAN-1", reason }, { rule: "LOAN-1", reason: "And the reader was ill" }]],
    ["of a rule that can be none", [{ rule: "LOAN", reason }]],
    ["too many", Array.from({ length: 21 }, (_, index) => ({ rule: `LOAN-${index}`, reason }))]
  ])("takes no reasons for exceptions that are %s", (_, overrides) => {
    expect(LendBook.read({ ...good, overrides })).toEqual({
      _tag: "Wrong",
      problems: [{
        field: "overrides",
        says: "must be a list of a rule id and a reason of 1 to 2000 characters each"
      }]
    })
  })

  it("takes twenty reasons of 2000 characters", () => {
    const overrides = Array.from({ length: 20 }, (_, index) => ({ rule: `LOAN-${index}`, reason: "a".repeat(2000) }))
    expect(LendBook.read({ ...good, overrides })._tag).toBe("Right")
  })

  it("shows a decision its public values only", () => {
    const overrides = [{ rule: "LOAN-1", reason: "The library was shut" }]
    expect(LendBook.publicInput(LendBook.make({ ...good, days: 14, overrides }))).toEqual({ loan, days: 14, on })
  })

  it("shows a decision what is derived from a personal value, and not the value", () => {
    const seen = (reason: "LATE" | "UNWELL") => SetFine.publicInput(SetFine.make({ loan, reason }))
    expect([seen("LATE"), seen("UNWELL")]).toEqual([{ loan, adverse: true }, { loan, adverse: false }])
    expect(Object.keys(SetFine.derives)).toEqual(["adverse"])
    expect(LendBook.derives).toEqual({})
  })

  it("cannot be told what is derived", () => {
    expect(SetFine.read({ loan, reason: "LATE", adverse: false })).toMatchObject({ _tag: "Wrong" })
  })

  it("says what it is, and whether it begins a life", () => {
    expect([LendBook.name, LendBook.life, LendBook.title, LendBook.says, LendBook.begins])
      .toEqual(["LendBook", "loan", "Lend a book", "Somebody takes a book away", true])
    expect([SetFine.name, SetFine.life, SetFine.begins]).toEqual(["SetFine", "loan", false])
  })
})
