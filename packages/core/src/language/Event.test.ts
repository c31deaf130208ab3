/**
 * An event takes what it declares and nothing personal, and what any earlier version stored is understood as the newest.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { event } from "./Event.ts"
import { open, optional, personal, tagged } from "./Field.ts"
import { instant } from "./Instant.ts"
import { aCount, idOf, oneOf, text } from "./Kind.ts"
import { date } from "./LocalDate.ts"

const loan = "00000000-0000-4000-9000-000000000001"
const reader = "00000000-0000-4000-9000-000000000002"
const librarian = "00000000-0000-4000-9000-000000000003"
const on = date("2016-04-04")

const note = personal(text(100), { subject: "reader", keep: "administration" }, "Note")
const keys = { reader: tagged("person", idOf("person"), "Reader"), librarian: tagged("person", idOf("person")) }

/** First a loan was counted in weeks. */
const inWeeks = event("loan", "LoanBegun", {
  title: "Loan begun",
  says: "A book was lent",
  fields: { ...keys, weeks: open(aCount(1, 8), "Weeks"), note }
})

/** Then in days. */
const inDays = inWeeks
  .next({ ...keys, days: open(aCount(1, 56), "Days"), note })
  .from(({ weeks, ...rest }) => ({ ...rest, days: weeks * 7 }))

/** Then it said of what kind the book is, which nobody knows of older ones. */
const LoanBegun = inDays
  .next({
    ...keys,
    days: open(aCount(1, 56), "Days"),
    kind: open(oneOf({ NOVEL: "A novel", UNKNOWN: "Not recorded" }), "Kind"),
    copies: optional(open(aCount(1))),
    note
  })
  .from((before) => ({ ...before, kind: "UNKNOWN" as const }))

const data = { reader, librarian, days: 14, kind: "NOVEL" as const }

describe("an event", () => {
  it("is made of its public values, with its stream, and with its tags sorted and each once", () => {
    expect(LoanBegun.make({ of: loan, on, data })).toEqual({
      type: "LoanBegun",
      stream: `loan-${loan}`,
      on: "2016-04-04",
      corrects: null,
      tags: [`loan:${loan}`, `person:${reader}`, `person:${librarian}`],
      data
    })
    const alone = LoanBegun.make({ of: loan, on, corrects: reader, data: { ...data, librarian: reader } })
    expect([alone.corrects, alone.tags]).toEqual([reader, [`loan:${loan}`, `person:${reader}`]])
  })

  it("at an instant is on its local date: half past midnight in summer is still the day before in UTC", () => {
    const at = instant("2016-07-03T23:30:00.000Z")
    expect(LoanBegun.make({ of: loan, at, data })).toMatchObject({ on: "2016-07-04", at })
    expect("at" in LoanBegun.make({ of: loan, on, data })).toBe(false)
  })

  it("refuses what it does not declare, what is personal, what is wrong and what is missing, all at once", () => {
    const made = (values: object) => () => LoanBegun.make({ of: loan, on, data: { ...data, ...values } })
    const names = "The fields are reader, librarian, days, kind, copies"
    expect(made({ shelf: "B" })).toThrow(new TypeError(`LoanBegun: shelf is not known here. ${names}`))
    expect(made({ note: "For his daughter" })).toThrow(`LoanBegun: note is not known here. ${names}`)
    expect(made({ days: 57, kind: undefined })).toThrow(
      new TypeError(
        "LoanBegun: days must be a whole number from 1 to 56; kind is missing, and must be one of NOVEL, UNKNOWN"
      )
    )
  })

  it("says what it is called in one place", () => {
    expect([LoanBegun.type, LoanBegun.life, LoanBegun.title, LoanBegun.says, LoanBegun.versions.length])
      .toEqual(["LoanBegun", "loan", "Loan begun", "A book was lent", 3])
    expect(Object.keys(LoanBegun.fields)).toEqual(["reader", "librarian", "days", "kind", "copies", "note"])
    expect(LoanBegun.versions.map(({ fields }) => Object.keys(fields))).toEqual([
      ["reader", "librarian", "weeks", "note"],
      ["reader", "librarian", "days", "note"],
      ["reader", "librarian", "days", "kind", "copies", "note"]
    ])
  })
})

describe("what was stored", () => {
  // Two weeks are 14 days
  it.each([
    [1, { reader, librarian, weeks: 2 }, { reader, librarian, days: 14, kind: "UNKNOWN" }],
    [2, { reader, librarian, days: 10 }, { reader, librarian, days: 10, kind: "UNKNOWN" }],
    [3, { ...data, copies: 2 }, { ...data, copies: 2 }]
  ])("by version %i is understood as the newest", (version, stored, understood) => {
    expect(LoanBegun.understand(version, stored)).toEqual({ _tag: "Understood", data: understood })
  })

  it("by the first version means the same by way of every later one", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), (weeks) => {
      expect(LoanBegun.understand(1, { reader, librarian, weeks }))
        .toEqual(LoanBegun.understand(2, { reader, librarian, days: weeks * 7 }))
    }))
  })

  it("by an older build is still understood by that build", () => {
    expect(inWeeks.understand(1, { reader, librarian, weeks: 2 }))
      .toEqual({ _tag: "Understood", data: { reader, librarian, weeks: 2 } })
  })

  it("by a later build is refused as that", () => {
    expect(LoanBegun.understand(4, data))
      .toEqual({ _tag: "NotUnderstood", reason: "future version", path: "schemaVersion" })
    expect(inWeeks.understand(2, { reader, librarian, days: 14 }))
      .toEqual({ _tag: "NotUnderstood", reason: "future version", path: "schemaVersion" })
  })

  it.each([0, -1, 1.5, Number.NaN])("by version %d is malformed", (version) => {
    expect(LoanBegun.understand(version, data))
      .toEqual({ _tag: "NotUnderstood", reason: "malformed", path: "schemaVersion" })
  })

  it("is malformed where a field is missing, wrong, unknown, personal or of another version", () => {
    const path = (version: number, stored: Readonly<Record<string, unknown>>) => {
      const understood = LoanBegun.understand(version, stored)
      return understood._tag === "NotUnderstood" && understood.reason === "malformed" ? understood.path : null
    }
    expect(path(3, { reader, librarian, days: 14 })).toBe("data.kind")
    expect(path(3, { ...data, kind: "POEMS" })).toBe("data.kind")
    expect(path(3, { ...data, note: "For his daughter" })).toBe("data.note")
    expect(path(1, { reader, librarian, days: 14 })).toBe("data.days")
  })
})

describe("a personal field", () => {
  const declare = (subject: string) => () =>
    event("loan", "LoanReturned", {
      title: "Loan returned",
      says: "A book came back",
      fields: {
        reader: tagged("person", idOf("person")),
        days: open(aCount()),
        state: personal(text(100), { subject, keep: "conduct" })
      }
    })

  it.each(["reader", "loan", "actor"])("may be about the %s, whom the event knows", (subject) => {
    expect(declare(subject)).not.toThrow()
  })

  it.each(["days", "state", "librarian", "person", ""])("about %j fails when it is declared", (subject) => {
    expect(declare(subject)).toThrow(
      new TypeError("LoanReturned.state is personal, and its subject is no tagged field of the event")
    )
  })

  it("fails in the same way in a later version", () => {
    const later = () => inWeeks.next({ weeks: open(aCount(1, 8)), note }).from(({ weeks }) => ({ weeks }))
    expect(later).toThrow(new TypeError("LoanBegun.note is personal, and its subject is no tagged field of the event"))
  })
})
