/**
 * Proves that proofs are those of RFC 6962, hash by hash, and that they can be made for trees of any size.
 */
import { describe, expect, it } from "vitest"
import { leafHash, nodeHash } from "./Hashing.ts"
import { provesConsistency, provesInclusion } from "./ProofCheck.ts"
import { leafHashes, naivePath, naiveProof, naiveRoot, readerOf } from "./testing/NaiveTree.ts"
import { consistencyProof, type HashReader, inclusionProof, rootAt } from "./TreeProof.ts"
import vectors from "./vectors/rfc6962-8leaf.json" with { type: "json" }

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")
const published = readerOf(vectors.inputsHex.map((input) => leafHash(Buffer.from(input, "hex"))))

/** Where all leaves are the same, so are all hashes of a level: a tree of any size fits into a few lines. */
const levels = Array.from({ length: 53 }).reduce<ReadonlyArray<Uint8Array>>(
  (below) => [...below, nodeHash(below.at(-1)!, below.at(-1)!)],
  [leafHash("same")]
)
const sameLeaves: HashReader = (level) => levels.at(level)!

describe("proofs", () => {
  it("are the 36 published ones of inclusion, and the 36 of consistency", () => {
    expect([vectors.inclusion.length, vectors.consistency.length]).toEqual([36, 36])
    for (const { leafIndex, proof, treeSize } of vectors.inclusion) {
      expect(inclusionProof(leafIndex, treeSize, published).map(hex)).toEqual(proof)
    }
    for (const { proof, size1: from, size2: to } of vectors.consistency) {
      expect(consistencyProof(from, to, published).map(hex)).toEqual(proof)
    }
  })

  it("are what halving lists gives, for every leaf and every beginning of every tree of up to 21 leaves", () => {
    const leaves = leafHashes(21)
    const read = readerOf(leaves)
    for (let size = 1; size <= leaves.length; size++) {
      const tree = leaves.slice(0, size)
      expect(hex(rootAt(size, read))).toBe(hex(naiveRoot(tree)))
      for (let at = 0; at < size; at++) {
        expect(inclusionProof(at, size, read).map(hex)).toEqual(naivePath(at, tree).map(hex))
        expect(consistencyProof(at + 1, size, read).map(hex)).toEqual(naiveProof(at + 1, tree).map(hex))
      }
      expect(consistencyProof(0, size, read)).toEqual([])
    }
  })

  it.for([2 ** 31 - 1, 2 ** 31, 2 ** 32 + 1, 3 * 2 ** 40 + 5, 2 ** 53 - 1])("hold in a tree of %i leaves", (size) => {
    const root = rootAt(size, sameLeaves)
    for (const index of [0, 1, 2 ** 31 - 2, Math.floor(size / 3), size - 2, size - 1]) {
      const proof = inclusionProof(index, size, sameLeaves)
      expect(provesInclusion({ leafHash: leafHash("same"), index, size, root }, proof)).toBe(true)
      const from = index + 1
      const claim = { from, fromRoot: rootAt(from, sameLeaves), to: size, toRoot: root }
      expect(provesConsistency(claim, consistencyProof(from, size, sameLeaves))).toBe(true)
    }
  })

  it.for<readonly [number, number]>([[0, 0], [5, 5], [6, 5], [-1, 5], [0.5, 5], [0, 2 ** 53], [0, 1.5]])(
    "are not made for leaf %d of %d",
    ([index, size]) =>
      expect(() => inclusionProof(index, size, published)).toThrow(
        `A tree of ${size} leaves has no leaf with the index ${index}`
      )
  )

  it.for<readonly [number, number]>([[6, 5], [-1, 5], [0.5, 5], [0, 2 ** 53], [0, 1.5]])(
    "are not made from size %d to %d",
    ([from, size]) =>
      expect(() => consistencyProof(from, size, published)).toThrow(
        `A tree of ${size} leaves does not begin with one of ${from}`
      )
  )
})
