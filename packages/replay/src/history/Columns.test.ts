/**
 * Proves that lines fit, whatever stands in them, and lose no character.
 */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { pairs, section, wrapped } from "./Columns.ts"

const words = fc.array(fc.string({ minLength: 1, maxLength: 70 }).map((word) => word.replaceAll(/\s/g, "x")))
  .map((list) => list.join(" "))

describe("wrapping", () => {
  it("keeps to the width and loses nothing but blanks", () => {
    fc.assert(fc.property(words, fc.integer({ min: 1, max: 50 }), (text, width) => {
      const lines = wrapped(text, width)
      expect(lines.every((line) => line.length <= width)).toBe(true)
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""))
    }))
  })

  it("breaks at blanks where it can, and cuts a word that is longer than the line", () => {
    expect(wrapped("a new worker must shadow", 12)).toEqual(["a new worker", "must shadow"])
    expect(wrapped("abcdefghij kl", 4)).toEqual(["abcd", "efgh", "ij", "kl"])
    expect(wrapped("", 4)).toEqual([""])
  })
})

describe("two columns", () => {
  it("stand beside each other, and keep to the width", () => {
    expect(pairs([["Status", "Running"], ["Days that count", "14"]], 40)).toEqual([
      "Status           Running",
      "Days that count  14"
    ])
    fc.assert(fc.property(fc.array(fc.tuple(words, words)), fc.integer({ min: 40, max: 100 }), (rows, columns) => {
      expect(pairs(rows, columns).filter((line) => line.length > columns)).toEqual([])
    }))
  })

  it("have a heading, and none where there is nothing", () => {
    expect(section("What changed", ["Status  Running", ""])).toEqual(["", "What changed", "  Status  Running", ""])
    expect(section("What changed", [])).toEqual([])
  })
})
