/**
 * Proves that stored bytes have one reading: what is not canonical, or would be rounded, is refused at the character
 * where it begins, and everything that is written canonically is read back.
 */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canonicalise } from "./CanonicalJson.ts"
import { parseEnvelope } from "./StrictJson.ts"

const canonicalObject = fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ maxDepth: 3 }))
  .filter((value) => !/\d{16}|\de\+/.test(JSON.stringify(value)))

describe("strict JSON", () => {
  it("reads back what was written canonically, from text and from bytes", () => {
    fc.assert(fc.property(canonicalObject, (value) => {
      const text = canonicalise(value)
      const parsed = parseEnvelope(text)
      const meant: unknown = JSON.parse(text)
      expect(parsed).toEqual({ _tag: "Parsed", value: meant })
      expect(parseEnvelope(Buffer.from(text))).toEqual(parsed)
    }))
  })

  it("refuses every other text with the same meaning", () => {
    const insertions = fc.tuple(canonicalObject, fc.nat(), fc.constantFrom(" ", "\n", "\t"))
    fc.assert(fc.property(insertions, ([value, at, blank]) => {
      const text = canonicalise(value)
      const place = at % (text.length + 1)
      const changed = text.slice(0, place) + blank + text.slice(place)
      const parsed = parseEnvelope(changed)
      expect(parsed._tag === "Parsed" && canonicalise(parsed.value) !== changed).toBe(false)
    }))
  })

  it.each<[string, string, number, string]>([
    ["a name that stands twice", '{"a":1,"a":2}', 5, "the text is not in canonical form"],
    ["names out of order", '{"b":1,"a":2}', 2, "the text is not in canonical form"],
    ["a blank at the beginning", ' {"a":1}', 0, "the text is not in canonical form"],
    ["a blank at the end", '{"a":1} ', 7, "the text is not in canonical form"],
    ["a blank", '{"a": 1}', 5, "the text is not in canonical form"],
    ["another spelling of a number", '{"a":1.0}', 6, "the text is not in canonical form"],
    ["a negative zero", '{"a":-0}', 5, "the text is not in canonical form"],
    ["a number that overflows", '{"a":1e400}', 0, "a is Infinity, which JSON cannot carry"],
    ["an escape that is not needed", '{"a":"\\u0041"}', 6, "the text is not in canonical form"],
    [
      "an escaped half of a surrogate pair",
      '{"a":"\\ud800"}',
      0,
      "a holds half of a surrogate pair, which is not Unicode text"
    ],
    ["an integer beyond 2^53 - 1", '{"a":9007199254740992}', 5, "an integer beyond 2^53 - 1 must be carried as text"],
    ["an integer that reading rounds", '{"a":9007199254740993}', 20, "the text is not in canonical form"],
    ["a huge integer", '{"a":[1e+30]}', 6, "an integer beyond 2^53 - 1 must be carried as text"],
    ["a huge integer beside others", '{"a":1,"b":[1e+30,1]}', 12, "an integer beyond 2^53 - 1 must be carried as text"],
    ["nothing but null", "null", 0, "an envelope is an object"],
    ["a text", '"a"', 0, "an envelope is an object"],
    ["a number", "1", 0, "an envelope is an object"],
    ["NaN", '{"a":NaN}', 0, "the text is not JSON"],
    ["a list", "[]", 0, "an envelope is an object"],
    ["something after the end", "{}{}", 0, "the text is not JSON"],
    ["a byte order mark", "\ufeff{}", 0, "the text is not JSON"],
    ["lists in lists without end", `{"a":${"[".repeat(5000)}${"]".repeat(5000)}}`, 0, "nested deeper"]
  ])("refuses %s", (_, text, at, because) => {
    const parsed = parseEnvelope(text)
    expect(parsed).toMatchObject({ _tag: "NotCanonical", at })
    expect(parsed._tag === "NotCanonical" ? parsed.because : "").toContain(because)
    expect(parseEnvelope(Buffer.from(text))).toMatchObject({ _tag: "NotCanonical" })
  })

  it("refuses bytes that are not UTF-8", () => {
    expect(parseEnvelope(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toEqual({
      _tag: "NotCanonical",
      at: 0,
      because: "the bytes are not UTF-8"
    })
  })

  it("accepts the greatest safe integer, and fractions of any size", () => {
    const text = '{"a":9007199254740991,"b":0.1234567890123456,"c":"12345678901234567890","d":null}'
    expect(parseEnvelope(text)).toEqual({ _tag: "Parsed", value: JSON.parse(text) as unknown })
  })
})
