/**
 * Proves that a value has one canonical form, the one of RFC 8785 and its published vectors, and that what JSON cannot
 * carry is refused with the place where it lies.
 */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canonicalise, deepestNesting, NotCanonical } from "./CanonicalJson.ts"
import { checksumOfFirst } from "./testing/NumberSequence.ts"
import vectors from "./vectors/jcs-rfc8785.json" with { type: "json" }

type Wrap = (inside: unknown) => unknown

const nested = (levels: number, wrap: Wrap, innermost: unknown = 0): unknown =>
  levels === 0 ? innermost : wrap(nested(levels - 1, wrap, innermost))

const json = fc.jsonValue({ maxDepth: 4 })

/** The same value with the members of every object in the opposite order of writing. */
const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).reverse().map(([name, inside]) => [name, reversed(inside)]))
    : value

describe("canonical JSON", () => {
  it.each(vectors.cases)("writes the published case $input", ({ input, output, outputHex }) => {
    expect(canonicalise(JSON.parse(input))).toBe(output)
    expect(Buffer.from(canonicalise(JSON.parse(input))).toString("hex")).toBe(outputHex)
  })

  it.each([[1000, vectors.numberChecksums[1000]], [10_000, vectors.numberChecksums[10_000]]])(
    "prints the first %i numbers of the published sequence as RFC 8785 does",
    (count, checksum) => expect(checksumOfFirst(count)).toBe(checksum)
  )

  it("means the same value as what it was written from", () => {
    fc.assert(fc.property(json, (value) => {
      expect(JSON.parse(canonicalise(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }))
  })

  it("does not depend on the order in which members were written", () => {
    fc.assert(fc.property(json, (value) => {
      expect(canonicalise(reversed(value))).toBe(canonicalise(value))
    }))
  })

  it("sorts names by UTF-16 code unit, whole numbers and __proto__ among them", () => {
    const value: unknown = JSON.parse('{"b":1,"10":2,"2":3,"__proto__":4,"\\ufb33":5,"\\ud83d\\ude00":6,"a":7,"B":8}')
    expect(canonicalise(value)).toBe('{"10":2,"2":3,"B":8,"__proto__":4,"a":7,"b":1,"😀":6,"\ufb33":5}')
  })

  it("keeps a backslash before the letters ud apart from half a surrogate pair", () => {
    expect(canonicalise({ text: "\\ud800" })).toBe('{"text":"\\\\ud800"}')
  })

  it.each<[string, unknown, string]>([
    ["NaN", { a: [0, Number.NaN] }, "a.1 is NaN, which JSON cannot carry"],
    [
      "what stands behind other values",
      { a: [true, null, "", 0, {}, Infinity] },
      "a.5 is Infinity, which JSON cannot carry"
    ],
    ["an infinity", -Infinity, "The value is -Infinity, which JSON cannot carry"],
    ["what is no value at all", undefined, "The value is undefined, which JSON cannot carry"],
    ["a member that is undefined", { a: { b: undefined } }, "a.b is undefined, which JSON cannot carry"],
    ["a hole in a list", Array.from({ length: 1 }), "0 is undefined, which JSON cannot carry"],
    ["a big integer", { a: 1n }, "a is bigint, which JSON cannot carry"],
    ["a date", { a: new Date(0) }, "a is a Date, which JSON cannot carry"],
    ["a map", new Map(), "The value is a Map, which JSON cannot carry"],
    [
      "a thing without a class",
      Object.create(Object.create(null) as object),
      "The value is a thing of its own kind, which JSON cannot carry"
    ],
    ["a function", { a: () => 1 }, "a is function, which JSON cannot carry"],
    ["half a surrogate pair", ["\ud800"], "0 holds half of a surrogate pair, which is not Unicode text"],
    [
      "half a surrogate pair in a name",
      { a: { "\udfff": 1 } },
      "a holds half of a surrogate pair, which is not Unicode text"
    ]
  ])("refuses %s and says where it lies", (_, value, message) => {
    expect(() => canonicalise(value)).toThrow(new NotCanonical(message))
  })

  it("passes on what went wrong while a member was read", () => {
    const failure = new Error("not now")
    let asked = 0
    const value = {
      b: 1,
      get a() {
        if (asked++ === 0) throw failure
        return 2
      }
    }
    expect(() => canonicalise(value)).toThrow(failure)
    expect(canonicalise(value)).toBe('{"a":2,"b":1}')
  })

  it.each<[string, Wrap, string, string]>([
    ["lists", (inside) => [inside], "[", "]"],
    ["objects", (inside) => ({ a: inside }), '{"a":', "}"],
    ["objects out of order", (inside) => ({ b: inside, a: 0 }), '{"a":0,"b":', "}"]
  ])("goes as deep as it says, and no deeper, in %s", (_, wrap, before, after) => {
    expect(canonicalise(nested(deepestNesting, wrap))).toBe(`${before.repeat(100)}0${after.repeat(100)}`)
    expect(() => canonicalise(nested(deepestNesting + 1, wrap))).toThrow("is nested deeper than 100 levels")
  })

  it("goes no deeper where lists and objects change places", () => {
    for (const within of [{}, { b: 0 }, { b: 0, a: 0 }]) {
      const lists = { ...within, c: nested(deepestNesting, (inside) => [inside]) }
      const objects = [within, nested(deepestNesting, (inside) => ({ ...within, c: inside }))]
      for (const deep of [lists, objects]) expect(() => canonicalise(deep)).toThrow("nested deeper than 100 levels")
    }
  })

  it("says what is wrong however deep it lies", () => {
    const place = Array.from({ length: deepestNesting }, () => "0").join(".")
    const deep = nested(deepestNesting, (inside) => [inside], Number.NaN)
    expect(() => canonicalise(deep)).toThrow(new NotCanonical(`${place} is NaN, which JSON cannot carry`))
  })

  it("takes an object without a prototype for what it holds", () => {
    const bare = Object.assign(Object.create(null) as object, { b: 1, a: [] })
    expect(canonicalise(bare)).toBe('{"a":[],"b":1}')
  })
})
