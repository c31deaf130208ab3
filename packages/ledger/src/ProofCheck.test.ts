/**
 * Proves that a proof is believed where it is the proof of the claim, and nowhere else: every claim of every small tree
 * with any byte changed, any hash dropped, added or swapped, and with every other place and size.
 *
 * One thing no check can tell: whether the size is right where the way from the leaf to the root is the same in both
 * trees. That the size belongs to the root is what a checkpoint says.
 */
import { describe, expect, it } from "vitest"
import { emptyRoot } from "./Hashing.ts"
import { type Consistency, type Inclusion, provesConsistency, provesInclusion } from "./ProofCheck.ts"
import { leafHashes, naivePath, naiveProof, naiveRoot } from "./testing/NaiveTree.ts"
import { sides, steps } from "./testing/ProofWays.ts"
import vectors from "./vectors/rfc6962-8leaf.json" with { type: "json" }

type Proof = ReadonlyArray<Uint8Array>

const leaves = leafHashes(15)
const stranger = Buffer.alloc(32, 0xee)
const bytes = (hex: string): Buffer => Buffer.from(hex, "hex")
const roots = leaves.map((_, size) => naiveRoot(leaves.slice(0, size)))
const rootOf = (size: number): Uint8Array => roots.at(size)!
const upTo = (last: number, first = 0) => Array.from({ length: last - first + 1 }, (_, at) => first + at)

const withByte = (hash: Uint8Array, at: number): Uint8Array => {
  const changed = Buffer.from(hash)
  changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at % 8)), at)
  return changed
}

/** The hash with each of its bytes changed, cut short, made longer, and gone. */
const manglings = (hash: Uint8Array): Proof => [
  ...upTo(31).map((at) => withByte(hash, at)),
  hash.subarray(1),
  hash.subarray(0, 31),
  Buffer.concat([hash, Buffer.of(0)]),
  Buffer.alloc(0)
]

/** The proof with other hashes in the place of `count` of them. */
const withOthers = (proof: Proof, at: number, count: number, ...others: Proof): Proof => [
  ...proof.slice(0, at),
  ...others,
  ...proof.slice(at + count)
]

const swapped = (proof: Proof, a: number, b: number): Proof =>
  proof.map((hash, at) => at === a ? proof.at(b)! : at === b ? proof.at(a)! : hash)

/** The proof with a hash changed, dropped, added or doubled, or with two of them swapped. */
const mangledProofs = (proof: Proof): ReadonlyArray<Proof> => [
  ...proof.flatMap((hash, at) => manglings(hash).map((changed) => withOthers(proof, at, 1, changed))),
  ...proof.map((_, at) => withOthers(proof, at, 1)),
  ...proof.map((hash, at) => withOthers(proof, at, 0, hash)),
  ...upTo(proof.length).map((at) => withOthers(proof, at, 0, stranger)),
  ...proof.flatMap((_, at) => proof.slice(at + 1).map((_, more) => swapped(proof, at, at + 1 + more)))
]

const noCounts = [-1, 0.5, Number.NaN, Infinity, 2 ** 53]

const places = upTo(14).flatMap((size) =>
  upTo(14).map((index) => ({ index, size, way: index < size ? sides(index, size) : "nowhere" }))
)

describe("a proof of inclusion", () => {
  const claims = upTo(12, 1).flatMap((size) =>
    upTo(size - 1).map((index) => {
      const claim: Inclusion = { leafHash: leaves.at(index)!, index, size, root: rootOf(size) }
      return { claim, proof: naivePath(index, leaves.slice(0, size)) }
    })
  )

  it("holds for the 36 published ones", () => {
    for (const { leafIndex, proof, treeSize } of vectors.inclusion) {
      const claim = {
        leafHash: bytes(vectors.leafHashesHex.at(leafIndex)!),
        index: leafIndex,
        size: treeSize,
        root: bytes(vectors.rootsBySizeHex.at(treeSize)!)
      }
      expect(provesInclusion(claim, proof.map(bytes))).toBe(true)
    }
  })

  it("holds for every leaf of every tree of up to 12 leaves", () => {
    expect(claims.filter(({ claim, proof }) => !provesInclusion(claim, proof))).toEqual([])
  })

  it("holds for nothing that is a byte, a hash or an order off", () => {
    const believed = claims.flatMap(({ claim, proof }) => [
      ...mangledProofs(proof).map((mangled) => [claim, mangled] as const),
      ...manglings(claim.leafHash).map((leafHash) => [{ ...claim, leafHash }, proof] as const),
      ...manglings(claim.root).map((root) => [{ ...claim, root }, proof] as const)
    ]).filter(([claim, proof]) => provesInclusion(claim, proof))
    expect(believed).toEqual([])
  })

  it("holds at another place or size only where the way up is the same", () => {
    const wrong = claims.flatMap(({ claim, proof }) =>
      places.filter(({ index, size, way }) =>
        provesInclusion({ ...claim, index, size }, proof) !== (way === sides(claim.index, claim.size))
      ).map((place) => ({ claim, place }))
    )
    expect(wrong).toEqual([])
  })

  it("holds for no place and no size that is none", () => {
    const [leafHash, root] = [leaves.at(0)!, rootOf(1)]
    for (const none of noCounts) {
      expect(provesInclusion({ leafHash, index: none, size: 1, root }, [])).toBe(false)
      expect(provesInclusion({ leafHash, index: 0, size: none, root }, [])).toBe(false)
    }
    expect(provesInclusion({ leafHash: emptyRoot, index: 0, size: 0, root: emptyRoot }, [])).toBe(false)
  })
})

const sizes = upTo(14).flatMap((to) =>
  upTo(14).map((from) => ({ from, to, way: from > 0 && from <= to ? steps(from, to) : "nowhere" }))
)

describe("a proof of consistency", () => {
  const claims = upTo(12, 1).flatMap((to) =>
    upTo(to, 1).map((from) => {
      const claim: Consistency = { from, fromRoot: rootOf(from), to, toRoot: rootOf(to) }
      return { claim, proof: naiveProof(from, leaves.slice(0, to)) }
    })
  )

  it("holds for the 36 published ones", () => {
    for (const { proof, size1: from, size2: to } of vectors.consistency) {
      const [fromRoot, toRoot] = [bytes(vectors.rootsBySizeHex.at(from)!), bytes(vectors.rootsBySizeHex.at(to)!)]
      expect(provesConsistency({ from, fromRoot, to, toRoot }, proof.map(bytes))).toBe(true)
    }
  })

  it("holds from every size to every size of up to 12 leaves", () => {
    expect(claims.filter(({ claim, proof }) => !provesConsistency(claim, proof))).toEqual([])
  })

  it("holds for nothing that is a byte, a hash or an order off", () => {
    const believed = claims.flatMap(({ claim, proof }) => [
      ...mangledProofs(proof).map((mangled) => [claim, mangled] as const),
      ...manglings(claim.fromRoot).map((fromRoot) => [{ ...claim, fromRoot }, proof] as const),
      ...manglings(claim.toRoot).map((toRoot) => [{ ...claim, toRoot }, proof] as const)
    ]).filter(([claim, proof]) => provesConsistency(claim, proof))
    expect(believed).toEqual([])
  })

  it("holds between other sizes only where the steps are the same", () => {
    const wrong = claims.flatMap(({ claim, proof }) =>
      sizes.filter(({ from, to, way }) =>
        provesConsistency({ ...claim, from, to }, proof) !== (way === steps(claim.from, claim.to))
      ).map((pair) => ({ claim, pair }))
    )
    expect(wrong).toEqual([])
  })

  it("from the empty tree is no hash at all, and the empty tree has one root", () => {
    const [fromRoot, toRoot] = [emptyRoot, rootOf(3)]
    expect(provesConsistency({ from: 0, fromRoot, to: 3, toRoot }, [])).toBe(true)
    expect(provesConsistency({ from: 0, fromRoot, to: 0, toRoot: emptyRoot }, [])).toBe(true)
    expect(provesConsistency({ from: 0, fromRoot, to: 3, toRoot }, [stranger])).toBe(false)
    expect(provesConsistency({ from: 0, fromRoot, to: 0, toRoot: stranger }, [])).toBe(false)
    expect(provesConsistency({ from: 0, fromRoot: stranger, to: 3, toRoot }, [])).toBe(false)
    expect(provesConsistency({ from: 0, fromRoot: stranger, to: 0, toRoot: stranger }, [])).toBe(false)
    expect(provesConsistency({ from: 0, fromRoot, to: 3, toRoot: Buffer.alloc(31) }, [])).toBe(false)
  })

  it("is not missing, where the tree has grown", () => {
    for (const to of upTo(12, 2)) {
      for (const from of upTo(to - 1, 1)) {
        expect(provesConsistency({ from, fromRoot: rootOf(to), to, toRoot: rootOf(to) }, [])).toBe(false)
      }
    }
  })

  it("holds for no size that is none", () => {
    const root = rootOf(1)
    for (const none of noCounts) {
      expect(provesConsistency({ from: none, fromRoot: root, to: 1, toRoot: root }, [])).toBe(false)
      expect(provesConsistency({ from: 1, fromRoot: root, to: none, toRoot: root }, [])).toBe(false)
    }
  })
})
