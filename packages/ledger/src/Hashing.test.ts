/**
 * Proves the hashes of leaves and nodes against the published eight-leaf tree of Certificate Transparency.
 */
import { describe, expect, it } from "vitest"
import { leafHash, nodeHash, rootOfRow, sameHash, sha256 } from "./Hashing.ts"
import vectors from "./vectors/rfc6962-8leaf.json" with { type: "json" }

const hex = (text: string): Buffer => Buffer.from(text, "hex")

describe("the hashes of RFC 6962", () => {
  it("hashes the eight published leaves", () => {
    expect(vectors.inputsHex.map((input) => leafHash(hex(input)).toString("hex"))).toEqual(vectors.leafHashesHex)
  })

  it("hashes pairs of nodes up to the published root", () => {
    const levels = vectors.completeSubtreeLevelsHex
    levels.slice(1).forEach((level, below) => {
      const children = levels[below] ?? []
      const parents = level.map((_, index) =>
        nodeHash(hex(children[2 * index] ?? ""), hex(children[2 * index + 1] ?? ""))
      )
      expect(parents.map((parent) => parent.toString("hex"))).toEqual(level)
    })
  })

  it("takes a text for its UTF-8 bytes", () => {
    expect(leafHash('{"a":"😀"}')).toEqual(leafHash(Buffer.from('{"a":"😀"}')))
    expect(sha256("")).toEqual(sha256(Buffer.alloc(0)))
    expect(leafHash(Buffer.of(0xff))).not.toEqual(leafHash(Buffer.of(0xfe)))
  })

  it("refuses to make a node of anything but two hashes", () => {
    expect(() => nodeHash(Buffer.alloc(31), Buffer.alloc(32))).toThrow("two hashes of 32 bytes, not 31 and 32")
    expect(() => nodeHash(Buffer.alloc(32), Buffer.alloc(31))).toThrow("two hashes of 32 bytes, not 32 and 31")
  })

  it.for([0, 1, 16, 31, 48, 96, 160])("refuses to make a root of %i bytes", (length) => {
    expect(() => rootOfRow(Buffer.alloc(length))).toThrow(
      `A row is made of 1, 2, 4 … hashes of 32 bytes, not of ${length} bytes`
    )
  })

  it("takes the root over a row for that of its tree", () => {
    const leaves = vectors.leafHashesHex.map(hex)
    for (const count of [1, 2, 4, 8]) {
      const root = rootOfRow(Buffer.concat(leaves.slice(0, count)))
      expect(Buffer.from(root).toString("hex")).toBe(vectors.rootsBySizeHex.at(count))
    }
  })

  it("takes nothing for the same hash but the same 32 bytes", () => {
    expect(sameHash(Buffer.alloc(32, 1), Buffer.alloc(32, 1))).toBe(true)
    expect(sameHash(Buffer.alloc(32, 1), Buffer.alloc(32, 2))).toBe(false)
    expect(sameHash(Buffer.alloc(31), Buffer.alloc(31))).toBe(false)
  })
})
