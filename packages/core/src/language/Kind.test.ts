/**
 * Every kind of value takes what it should, keeps it in one form, and says of anything else what would be right.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  aCode,
  aCount,
  aDate,
  anEstablishment,
  anInstant,
  aPastDate,
  aPastTime,
  aPrisonNumber,
  aTimeOfDay,
  codes,
  idOf,
  idsOf,
  isIdentifier,
  oneOf,
  orNone,
  severalOf,
  text,
  yesOrNo
} from "./Kind.ts"
import type { Kind } from "./Kind.ts"

const id = "00000000-0000-4000-9000-000000000001"
const pay = oneOf({ PAID: "Paid", VOLUNTEER: "Unpaid" })
const units = severalOf({ A_WING: "A wing", B_WING: "B wing" })

/** A kind, what it takes, what it does not, and what it says then. */
const kinds: ReadonlyArray<
  readonly [
    name: string,
    kind: Kind<unknown>,
    good: ReadonlyArray<unknown>,
    bad: ReadonlyArray<unknown>,
    says: string
  ]
> = [
  [
    "a date",
    aDate,
    ["2016-04-04", "2199-12-31"],
    ["2016-02-30", "4 April 2016", "", 20160404, null, undefined, ["2016-04-04"], new Date(0)],
    "must be a real date, written like 2016-04-04"
  ],
  ["a past date", aPastDate, ["2016-04-04"], ["2016-04-31", true], "must be a real date, written like 2016-04-04"],
  [
    "an instant",
    anInstant,
    ["2016-04-04T08:12:00.000Z"],
    ["2016-04-04T08:12", "2016-04-04T08:12:00Z", "2016-04-04", null, 0],
    "must be an instant in UTC, written like 2016-03-21T09:00:00.000Z"
  ],
  [
    "a time of day",
    aTimeOfDay,
    ["00:00", "08:30", "23:59"],
    ["24:00", "8:30", "08:60", "0830", null],
    "must be a time of day, like 09:00"
  ],
  ["yes or no", yesOrNo, [true, false], ["true", "yes", 1, 0, null, {}], "must be true or false"],
  [
    "a count",
    aCount(),
    [0, 14, 100_000],
    [-1, 100_001, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "14", null, 14n],
    "must be a whole number from 0 to 100000"
  ],
  ["a count within limits", aCount(1, 9), [1, 9], [0, 10, 1.5], "must be a whole number from 1 to 9"],
  [
    "a choice",
    pay,
    ["PAID", "VOLUNTEER"],
    ["paid", "", "toString", "__proto__", null, 0],
    "must be one of PAID, VOLUNTEER"
  ],
  [
    "several of a list",
    units,
    [[], ["A_WING"], ["B_WING", "A_WING"]],
    [["A_WING", "A_WING"], ["C_WING"], "A_WING", { 0: "A_WING" }, null, [null]],
    "must be a list of A_WING, B_WING, each at most once"
  ],
  [
    "a code",
    aCode("B_WING"),
    ["B_WING", "A", "Z9", `A${"B".repeat(39)}`],
    ["b_wing", "9A", "_A", "B WING", "", `A${"B".repeat(40)}`, null, 7],
    "must be a code in capitals, such as B_WING"
  ],
  [
    "codes",
    codes("B_WING"),
    [[], ["B_WING", "A_WING"], Array.from({ length: 50 }, (_, index) => `WING_${index}`)],
    [["B_WING", "B_WING"], ["b"], "B_WING", null, Array.from({ length: 51 }, (_, index) => `WING_${index}`)],
    "must be a list of codes in capitals, such as B_WING, each at most once"
  ],
  [
    "an id",
    idOf("person"),
    [id],
    [
      id.toUpperCase().replace("0000", "000A"),
      id.slice(1),
      `${id}0`,
      ` ${id}`,
      `{${id}}`,
      ...["-", "g", "\u00e9", "\u6f22"].flatMap((sign) =>
        [0, 7, 35].map((place) => id.slice(0, place) + sign + id.slice(place + 1))
      ),
      ...[8, 13, 18, 23].map((place) => `${id.slice(0, place)}0${id.slice(place + 1)}`),
      "",
      null,
      4
    ],
    "must be an id: a UUID in lower case"
  ],
  [
    "ids",
    idsOf("staff", 2),
    [[], [id], [id, id.replace(/1$/, "2")]],
    [
      [id, id],
      [id.toUpperCase().replace("0000", "000A")],
      id,
      null,
      [1, 2, 3].map((end) => id.replace(/1$/, `${end}`))
    ],
    "must be a list of at most 2 ids: UUIDs in lower case, each at most once"
  ],
  [
    "an establishment",
    anEstablishment,
    ["ZZI"],
    ["zzi", "ZZ", "ZZII", " ZZI", "ZZ1", "", null],
    "must be three capital letters, like ZZI"
  ],
  ["a prison number", aPrisonNumber, ["A1234AA"], ["A123AA", "", null, 1234], "must be a prison number, like A1234AA"],
  ["text", text(5), ["a", "abcde", "a\nb"], ["", "  ", "abcdef", null, 5, ["a"]], "must be text of 1 to 5 characters"]
]

describe.each(kinds)("%s", (_, kind, good, bad, says) => {
  it.each(good.map((value) => [value]))("takes %j as it is", (value) => {
    expect(kind.decode(value)).toEqual({ _tag: "Right", value })
    expect(kind.fits(value)).toBe(true)
  })

  it.each(bad.map((value) => [value]))("takes no %o", (value) => {
    expect(kind.decode(value)).toEqual({ _tag: "Wrong", says })
    expect(kind.fits(value)).toBe(false)
  })

  it("fits what decoding gives back as it stands, and nothing else", () => {
    const near = fc.oneof(fc.constantFrom(...good, ...bad), fc.array(fc.constantFrom(...good, ...bad)), fc.anything())
    fc.assert(fc.property(near, (value) => {
      const decoded = kind.decode(value)
      const isKept = decoded._tag === "Right" && JSON.stringify(decoded.value) === JSON.stringify(value)
      expect(kind.fits(value)).toBe(isKept)
      expect(orNone(kind).fits(value)).toBe(isKept || value === null)
    }))
  })

  it("may be absent where it is a fact that there can be none of", () => {
    expect(orNone(kind).decode(null)).toEqual({ _tag: "Right", value: null })
    expect(orNone(kind).decode(good[0])).toEqual({ _tag: "Right", value: good[0] })
    expect(orNone(kind).decode(undefined)).toEqual({ _tag: "Wrong", says })
    expect(orNone(kind).input).toEqual(kind.input)
  })
})

const unwritable =
  "must hold no control characters, no halves of characters and no marks that turn the direction of writing"

describe("what a person types", () => {
  it("as a time is on the wall, and is kept as the instant", () => {
    expect(aPastTime.decode("2016-07-04T09:12")).toEqual({ _tag: "Right", value: "2016-07-04T08:12:00.000Z" })
    expect(aPastTime.decode("2016-07-04T08:12:00.000Z")).toEqual({ _tag: "Right", value: "2016-07-04T08:12:00.000Z" })
    const says = "must be a date and time that there was, written like 2016-03-21T09:00"
    for (const none of ["2016-03-27T01:30", "2016-07-04", 0, null]) {
      expect(aPastTime.decode(none)).toEqual({ _tag: "Wrong", says })
    }
  })

  it("is trimmed, and a prison number is kept in capitals", () => {
    expect(text(5).decode("  a b \n")).toEqual({ _tag: "Right", value: "a b" })
    expect(text(3).decode("     abc     ")).toEqual({ _tag: "Right", value: "abc" })
    expect(aPrisonNumber.decode(" a1234aa")).toEqual({ _tag: "Right", value: "A1234AA" })
  })

  it("holds no control character but the line feed", () => {
    const controls = fc.oneof(fc.integer({ min: 0, max: 0x1F }), fc.integer({ min: 0x7F, max: 0x9F }))
    fc.assert(fc.property(controls, (code) => {
      const typed = `a${String.fromCharCode(code)}b`
      expect(text(5).decode(typed)._tag).toBe(code === 0x0A ? "Right" : "Wrong")
    }))
  })

  it("can be seen, and turns the direction of nothing that is written after it", () => {
    for (const hidden of ["\u200B", "\u200D\u00AD", "a\u202Eb", "a\u2066b", "\u202A"]) {
      expect(text(9).decode(hidden)._tag).toBe("Wrong")
    }
    expect(["a\u202Eb", "a\u0000b"].map((typed) => text(9).decode(typed)))
      .toEqual([{ _tag: "Wrong", says: unwritable }, { _tag: "Wrong", says: unwritable }])
    for (const seen of ["?", "£", "7", "\u200Ba", "ש"]) expect(text(9).decode(seen)._tag).toBe("Right")
  })

  it("holds no half of a character", () => {
    expect(text(9).decode("a\u{1F600}b")).toEqual({ _tag: "Right", value: "a\u{1F600}b" })
    for (const half of ["a\uD83D", "\uDE00b", "a\uDE00\uD83Db"]) {
      expect(text(9).decode(half)).toEqual({ _tag: "Wrong", says: unwritable })
    }
  })

  it("keeps its letters, whatever the language", () => {
    for (const name of ["Siân", "Ó Briain", "Nguyễn", "Jó-Ann O'Neill"]) {
      expect(text(40).decode(name)).toEqual({ _tag: "Right", value: name })
    }
  })
})

describe("how a person is asked", () => {
  it("is said by the kind", () => {
    expect([
      aDate.input,
      aPastDate.input,
      yesOrNo.input,
      aCount(1, 9).input,
      pay.input,
      units.input,
      aCode("B_WING").input,
      codes("B_WING").input,
      idOf("person").input,
      idsOf("staff").input,
      anEstablishment.input,
      aPrisonNumber.input,
      text(1000, true).input,
      text(100).input
    ]).toEqual([
      { _tag: "Date", notAfterToday: false },
      { _tag: "Date", notAfterToday: true },
      { _tag: "YesOrNo" },
      { _tag: "Count", min: 1, max: 9 },
      { _tag: "Choice", options: { PAID: "Paid", VOLUNTEER: "Unpaid" } },
      { _tag: "Several", options: { A_WING: "A wing", B_WING: "B wing" } },
      { _tag: "Code", example: "B_WING" },
      { _tag: "Codes", example: "B_WING" },
      { _tag: "Reference", to: "person" },
      { _tag: "References", to: "staff", most: 10 },
      { _tag: "Code", example: "ZZI" },
      { _tag: "Text", maxLength: 20, long: false },
      { _tag: "Text", maxLength: 1000, long: true },
      { _tag: "Text", maxLength: 100, long: false }
    ])
  })

  it("ids are UUIDs in lower case", () => {
    fc.assert(fc.property(fc.uuid(), (uuid) => isIdentifier(uuid)))
    expect([isIdentifier(id), isIdentifier(`${id} `), isIdentifier("")]).toEqual([true, false, false])
  })
})
