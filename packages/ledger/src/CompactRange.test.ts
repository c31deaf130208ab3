/**
 * Proves that a compact range knows what the whole tree knows, however it was put together, and that nothing but the
 * frontier of a tree passes for one.
 */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  appendLeaf,
  appendLeaves,
  type CompactRange,
  emptyRange,
  frontierBytes,
  frontierFrom,
  mergeRanges,
  rootOf,
  subtreesOf
} from "./CompactRange.ts"
import { emptyRoot, leafHash } from "./Hashing.ts"
import { leafHashes, naiveRoot } from "./testing/NaiveTree.ts"
import vectors from "./vectors/rfc6962-8leaf.json" with { type: "json" }

const hashes = leafHashes(300)
const range = (begin: number, end: number) => appendLeaves(emptyRange(begin), hashes.slice(begin, end))
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")
const inWords = ({ begin, end, nodes }: CompactRange) => [begin, end, ...nodes.map(hex)]
const largest = Number.MAX_SAFE_INTEGER

describe("a compact range", () => {
  it("has the published frontiers and roots of eight leaves", () => {
    const leaves = vectors.inputsHex.map((input) => leafHash(Buffer.from(input, "hex")))
    leaves.reduce((tree, leaf, size) => {
      expect(tree.nodes.map(hex)).toEqual(vectors.frontierBySizeHex[size])
      expect(hex(rootOf(tree))).toBe(vectors.rootsBySizeHex[size])
      return appendLeaf(tree, leaf)
    }, emptyRange())
    expect(hex(rootOf(appendLeaves(emptyRange(), leaves)))).toBe(vectors.rootsBySizeHex[8])
  })

  it("has the root that halving lists gives, for every size up to 130 and for 300", () => {
    for (const size of [...Array.from({ length: 131 }, (_, size) => size), 300]) {
      expect(hex(rootOf(range(0, size)))).toBe(hex(naiveRoot(hashes.slice(0, size))))
    }
    expect(rootOf(emptyRange())).toBe(emptyRoot)
  })

  it("is the same whether its parts were merged or its leaves appended, wherever it begins", () => {
    const places = fc.array(fc.nat(300), { minLength: 3, maxLength: 3 })
    fc.assert(fc.property(places, (all) => {
      const [begin = 0, middle = 0, end = 0] = all.sort((a, b) => a - b)
      const left = range(begin, middle)
      expect(inWords(mergeRanges(left, range(middle, end)))).toEqual(inWords(range(begin, end)))
      expect(inWords(left)).toEqual(inWords(range(begin, middle)))
    }))
  })

  it("keeps a root for each perfect subtree, the largest that fit", () => {
    const tree = range(5, 29)
    expect(subtreesOf(5, 29)).toEqual([
      { level: 0, index: 5 },
      { level: 1, index: 3 },
      { level: 3, index: 1 },
      { level: 3, index: 2 },
      { level: 2, index: 6 },
      { level: 0, index: 28 }
    ])
    expect(tree.nodes).toEqual(
      [[5, 6], [6, 8], [8, 16], [16, 24], [24, 28], [28, 29]].map(([from, until]) =>
        naiveRoot(hashes.slice(from, until))
      )
    )
  })

  it("changes nothing that it was given", () => {
    const tree = range(0, 3)
    const before = [...tree.nodes]
    appendLeaf(tree, hashes.at(3)!)
    expect(tree.nodes).toEqual(before)
  })

  it("goes up to 2^53 - 1 leaves, and no further", () => {
    const full = frontierFrom(largest, Buffer.alloc(53 * 32, 7))
    if (full._tag === "Malformed") throw new Error(full.because)
    expect(full.nodes.length).toBe(53)
    expect(rootOf(full).length).toBe(32)
    expect(() => appendLeaf(full, hashes.at(0)!)).toThrow("A tree has no more than 2^53 - 1 leaves")
    expect(appendLeaf({ ...full, end: largest - 1, nodes: full.nodes.slice(0, 52) }, hashes.at(0)!).end).toBe(largest)
  })

  it("refuses what is no hash, no neighbour and no beginning", () => {
    expect(() => appendLeaf(emptyRange(), Buffer.alloc(31))).toThrow("A leaf hash has 32 bytes, not 31")
    expect(() => mergeRanges(range(0, 3), range(4, 5))).toThrow("ends at 3 has no neighbour that begins at 4")
    expect(() => rootOf(range(1, 2))).toThrow("A range that begins at 1 has no root of its own")
    for (const begin of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => emptyRange(begin)).toThrow(`A range begins at a leaf index from 0, not at ${begin}`)
    }
  })
})

describe("a frontier", () => {
  it("comes back from its stored bytes", () => {
    for (let size = 0; size <= 40; size++) {
      expect(frontierFrom(size, frontierBytes(range(0, size)))).toEqual(range(0, size))
    }
  })

  it("is not taken from bytes that do not fit the size", () => {
    const because = "a tree of 5 leaves has 2 hashes in its frontier, not"
    for (const bytes of [0, 32, 63, 65, 96]) {
      expect(frontierFrom(5, Buffer.alloc(bytes))).toEqual({ _tag: "Malformed", because: `${because} ${bytes} bytes` })
    }
    for (const size of [-1, 0.5, 2 ** 53]) {
      expect(frontierFrom(size, Buffer.alloc(0))).toEqual({
        _tag: "Malformed",
        because: `${size} is not the size of a tree`
      })
    }
  })
})
