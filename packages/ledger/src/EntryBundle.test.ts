/**
 * Proves that entries come back from a file as they went in, and that no cut or crowded file passes for one.
 */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Entries, entriesBytes, longestEntry, parseEntries } from "./EntryBundle.ts"
import type { Malformed } from "./OneSpelling.ts"

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")
const hexOf = (entries: Entries | Malformed) => entries._tag === "Entries" && entries.leaves.map(hex)

describe("a file of entries", () => {
  it("puts two bytes of length before each entry", () => {
    expect(entriesBytes([Buffer.from("ab"), Buffer.alloc(0), Buffer.alloc(0x0102, 7)]).subarray(0, 10)).toEqual(
      Buffer.of(0, 2, 0x61, 0x62, 0, 0, 1, 2, 7, 7)
    )
  })

  it("gives back what it was made of", () => {
    const entry = fc.uint8Array({ maxLength: 300 })
    fc.assert(fc.property(fc.array(entry, { maxLength: 9 }), (leaves) => {
      expect(hexOf(parseEntries(entriesBytes(leaves)))).toEqual(leaves.map(hex))
    }))
    const largest = [Buffer.alloc(longestEntry, 1)]
    expect(hexOf(parseEntries(entriesBytes(largest)))).toEqual(largest.map(hex))
  })

  it("has room for 256 entries of 65,535 bytes", () => {
    const most = Array.from({ length: 256 }, () => Buffer.of(1))
    expect(hexOf(parseEntries(entriesBytes(most)))).toEqual(most.map(hex))
    expect(() => entriesBytes([...most, Buffer.of(1)])).toThrow("A file has up to 256 entries, not 257")
    expect(() => entriesBytes([Buffer.alloc(65_536)])).toThrow("An entry has up to 65535 bytes, not 65536")
  })

  it.for<[string, Uint8Array, string]>([
    ["half a length", Buffer.of(0, 1, 9, 0), "entry 1 has no length"],
    ["half an entry", Buffer.of(0, 1, 9, 0, 2, 9), "entry 1 is cut off"],
    ["an entry that is missing", Buffer.of(0, 1), "entry 0 is cut off"],
    ["an entry too many", Buffer.alloc(257 * 2), "a file has up to 256 entries"]
  ])("is not one with %s", ([_, bytes, because]) => expect(parseEntries(bytes)).toEqual({ _tag: "Malformed", because }))
})
