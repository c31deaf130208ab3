/**
 * Proves the hashes of leaves and nodes against the published eight-leaf tree of Certificate Transparency.
 */
import { describe, expect, it } from "vitest"
import { leafHash, nodeHash, sha256 } from "./Hashing.ts"
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
  })

  it("refuses to make a node of anything but two hashes", () => {
    expect(() => nodeHash(Buffer.alloc(31), Buffer.alloc(32))).toThrow("two hashes of 32 bytes, not 31 and 32")
  })
})
