/**
 * Proves that a number, bytes and a text are read from one spelling and from no other.
 */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { behind, bytesIn, countIn, isCount, textIn, wellFormed } from "./OneSpelling.ts"

describe("a number", () => {
  it.each([["0", 0], ["1", 1], ["10", 10], ["9007199254740991", 2 ** 53 - 1]])("is read from %j", (text, count) => {
    expect(countIn(text)).toBe(count)
  })

  it.each(["", " 1", "1 ", "+1", "-1", "-0", "00", "01", "1.0", "1e3", "0x1", "1_0", "1\n", "٣", "9007199254740992"])(
    "is not read from %j",
    (text) => expect(countIn(text)).toBeNull()
  )

  it("counts from 0 to 2^53 - 1 in whole steps", () => {
    expect([0, 1, 2 ** 53 - 1].every(isCount)).toBe(true)
    expect([-1, 0.5, 2 ** 53, Infinity, Number.NaN].some(isCount)).toBe(false)
  })
})

describe("what a line says", () => {
  it("stands behind the words that begin it", () => {
    expect(behind("index ", "index 5")).toBe("5")
    expect(behind("index ", "index  5\r")).toBe(" 5\r")
    expect(behind("index ", "index ")).toBe("")
  })

  it.each(["", "index", "Index 5", " index 5", "an index 5"])(
    "is not read from %j",
    (line) => expect(behind("index ", line)).toBeNull()
  )
})

describe("bytes", () => {
  it("are read back from base64", () => {
    const some = fc.uint8Array({ minLength: 1, maxLength: 50 })
    fc.assert(fc.property(some, (bytes) => {
      const text = Buffer.from(bytes).toString("base64")
      expect(bytesIn(text)?.toString("base64")).toBe(text)
    }))
  })

  it.each(["", "A", "AA", "AA=", "AB==", "AAB=", "AA==\n", " AA==", "AA==AA==", "A-__", "AAA*", "====", "AAAAA==="])(
    "are not read from %j",
    (text) => expect(bytesIn(text)).toBeNull()
  )
})

describe("a text", () => {
  it.each([
    ["a byte that begins nothing", [0x80]],
    ["a byte that never occurs", [0xff]],
    ["a long spelling of a short character", [0xc0, 0x80]],
    ["half a surrogate pair", [0xed, 0xa0, 0x80]],
    ["a character that is cut off", [0xe2, 0x80]],
    ["a character beyond the last", [0xf4, 0x90, 0x80, 0x80]]
  ])("is not read from %s", (_, bytes) => {
    expect(textIn(Uint8Array.from(bytes))).toBeNull()
    expect(wellFormed(Uint8Array.from(bytes))).toBeNull()
  })

  it("keeps a mark of byte order, and a replacement character that was written", () => {
    expect(textIn(Buffer.from("\ufeffa\ufffd"))).toBe("\ufeffa\ufffd")
  })

  it("is taken as it is, unless no bytes could spell it", () => {
    expect(wellFormed("— 😀")).toBe("— 😀")
    expect(wellFormed(Buffer.from("— 😀"))).toBe("— 😀")
    expect(wellFormed("a\ud800")).toBeNull()
  })
})
