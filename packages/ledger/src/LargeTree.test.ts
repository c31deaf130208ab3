/**
 * Proves that a tree of 70,000 leaves, which has tiles at three levels, is the same grown, cut into tiles and proved.
 *
 * What each part does is proved beside it on trees that are small, or that are told by their edge alone; here every
 * hash is there, and is held against the definition.
 */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { rootOf } from "./CompactRange.ts"
import { provesConsistency, provesInclusion } from "./ProofCheck.ts"
import { edgeIn, emptyEdge, frontierOf, growEdge, partialTiles, type TileWithBytes } from "./RightEdge.ts"
import { leafHashes, naiveRoot } from "./testing/NaiveTree.ts"
import { sides, steps } from "./testing/ProofWays.ts"
import { tilePath, tilesOf } from "./Tile.ts"
import { hashesInTiles, type LoadTile } from "./TileTree.ts"
import { consistencyProof, inclusionProof, rootAt } from "./TreeProof.ts"

const size = 70_000
const leaves = leafHashes(size)
const root = naiveRoot(leaves)

const grownTo = (count: number) => {
  let edge = emptyEdge
  const full: Array<TileWithBytes> = []
  while (edge.size < count) {
    const grown = growEdge(edge, leaves.slice(edge.size, Math.min(count, edge.size + 1000)))
    full.push(...grown.tiles)
    edge = grown.edge
  }
  return { edge, full }
}

const whole = grownTo(size)
const tiles = new Map([...whole.full, ...partialTiles(whole.edge)].map(({ bytes, tile }) => [tilePath(tile), bytes]))
const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("hex")
const load: LoadTile = (tile) => tiles.get(tilePath(tile)) ?? null
const loadFullOrLeaves: LoadTile = (tile) => tile.width === 256 || tile.level === 0 ? load(tile) : null

describe("a tree of 70,000 leaves", () => {
  it("has handed out each full tile once, with the hashes of the tree", () => {
    expect([...tiles.keys()].sort()).toEqual(tilesOf(size).map(tilePath).sort())
    expect(whole.full).toHaveLength(273 + 1)
    expect(hex(tiles.get("tile/0/273.p/112"))).toBe(hex(Buffer.concat(leaves.slice(273 * 256))))
    expect(hex(tiles.get("tile/0/100"))).toBe(hex(Buffer.concat(leaves.slice(25_600, 25_856))))
    const above = Array.from({ length: 17 }, (_, at) => naiveRoot(leaves.slice(65_536 + 256 * at, 65_792 + 256 * at)))
    expect(hex(tiles.get("tile/1/001.p/17"))).toBe(hex(Buffer.concat(above)))
    expect(hex(tiles.get("tile/2/000.p/1"))).toBe(hex(naiveRoot(leaves.slice(0, 65_536))))
    expect(hex(rootOf(frontierOf(whole.edge)))).toBe(hex(root))
  })

  it.for([65_535, 65_536, 65_537, size])("has the edge of its first %i leaves in its tiles", (count) => {
    const kept: LoadTile = (tile) =>
      tile.level === 0 && tile.width < 256 ? Buffer.concat(leaves.slice(count - tile.width, count)) : load(tile)
    expect(edgeIn(count, kept)).toEqual(count === size ? whole.edge : grownTo(count).edge)
  })

  const places = [0, 255, 65_535, 65_536, 69_888, 69_999].map((index) =>
    [index, naiveRoot(leaves.slice(0, index + 1))] as const
  )

  it.for<[string, LoadTile]>([["all its tiles", load], ["the full ones and those of leaves", loadFullOrLeaves]])(
    "is proved out of %s",
    ([_, from]) => {
      expect(hex(rootAt(size, hashesInTiles(size, from)))).toBe(hex(root))
      const read = hashesInTiles(size, from)
      for (const [index, fromRoot] of places) {
        const proof = inclusionProof(index, size, read)
        expect(provesInclusion({ leafHash: leaves.at(index)!, index, size, root }, proof)).toBe(true)
        const claim = { from: index + 1, fromRoot, to: size, toRoot: root }
        expect(provesConsistency(claim, consistencyProof(index + 1, size, read))).toBe(true)
      }
    }
  )

  it("is proved out of two tiles of each level at most, and each is loaded once", () => {
    const loaded: Array<string> = []
    const read = hashesInTiles(size, (tile) => {
      loaded.push(tilePath(tile))
      return load(tile)
    })
    inclusionProof(1000, size, read)
    expect(loaded.sort()).toEqual(["tile/0/003", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17"])
  })
})

/** A size up to that of the whole tree, often where tiles begin and end. */
const someSize = fc.oneof(
  fc.constantFrom(1, 2, 255, 256, 257, 511, 513, 65_535, 65_536, 65_537, 65_792, size),
  fc.integer({ min: 1, max: size })
)

/** The tree as it was at a size: its partial tiles are the beginnings of what stands there now. */
const readAt = (count: number) =>
  hashesInTiles(count, (tile) => {
    const bytes = load(tile) ?? load({ ...tile, width: 256 }) ??
      [...tiles].find(([path]) => path.startsWith(`${tilePath({ ...tile, width: 256 })}.p/`))?.[1]
    return bytes?.subarray(0, tile.width * 32) ?? null
  })

type Proof = ReadonlyArray<Uint8Array>

/** Somebody's attempt on a proof, told by three numbers. */
const manglings: ReadonlyArray<(proof: Proof, at: number, bit: number) => Proof> = [
  (proof, at, bit) =>
    proof.map((hash, place) => {
      const changed = Buffer.from(hash)
      if (place === at) changed.writeUInt8(changed.readUInt8(bit % 32) ^ (1 << (bit % 8)), bit % 32)
      return changed
    }),
  (proof, at) => proof.filter((_, place) => place !== at),
  (proof, at) => proof.flatMap((hash, place) => place === at ? [hash, hash] : [hash]),
  (proof, at, bit) => [...proof.slice(0, at), Buffer.alloc(32, bit), ...proof.slice(at)],
  (proof, at, bit) => proof.map((hash, place) => place === at ? hash.subarray(0, bit % 32) : hash),
  (proof, at) => proof.map((hash, place) => place === at ? Buffer.concat([hash, Buffer.of(0)]) : hash),
  (proof, at) => proof.map((hash, place) => proof[place === at ? at + 1 : place === at + 1 ? at : place] ?? hash),
  (proof) => [...proof].reverse(),
  (proof) => [...proof, root]
]

const isOther = (proof: Proof, other: Proof): boolean =>
  JSON.stringify(proof.map(hex)) !== JSON.stringify(other.map(hex))
const mangled = (proof: Proof) =>
  fc.tuple(fc.constantFrom(...manglings), fc.nat(Math.max(0, proof.length - 1)), fc.nat(255)).map(([mangle, at, bit]) =>
    mangle(proof, at, bit)
  ).filter((other) => isOther(proof, other))

const claims = fc.tuple(someSize, someSize).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

describe("a proof about a large tree", () => {
  it("is believed as it was made, and with nothing of it mangled", () => {
    const inclusions = claims.chain(([upTo, count]) => {
      const [index, read] = [upTo - 1, readAt(count)]
      const proof = inclusionProof(index, count, read)
      const claim = { leafHash: leaves.at(index)!, index, size: count, root: rootAt(count, read) }
      return fc.record({ claim: fc.constant(claim), proof: fc.constant(proof), other: mangled(proof) })
    })
    fc.assert(
      fc.property(inclusions, ({ claim, other, proof }) => {
        expect([provesInclusion(claim, proof), provesInclusion(claim, other)]).toEqual([true, false])
      }),
      { numRuns: 150 }
    )
    const consistencies = claims.chain(([from, to]) => {
      const read = readAt(to)
      const proof = consistencyProof(from, to, read)
      const claim = { from, fromRoot: rootAt(from, readAt(from)), to, toRoot: rootAt(to, read) }
      return fc.record({ claim: fc.constant(claim), proof: fc.constant(proof), other: mangled(proof) })
    })
    fc.assert(
      fc.property(consistencies, ({ claim, other, proof }) => {
        expect([provesConsistency(claim, proof), provesConsistency(claim, other)]).toEqual([true, false])
      }),
      { numRuns: 150 }
    )
  })

  it("is believed at another place, or of another size, only where the way is the same", () => {
    const read = readAt(size)
    fc.assert(
      fc.property(claims, someSize, ([index, count], from) => {
        const proof = inclusionProof(69_000, size, read)
        const claim = { leafHash: leaves.at(69_000)!, index: index - 1, size: count, root }
        expect(provesInclusion(claim, proof)).toBe(sides(index - 1, count) === sides(69_000, size))
        const steady = { from: 69_000, fromRoot: rootAt(69_000, readAt(69_000)), to: size, toRoot: root }
        const to = Math.max(from, count)
        expect(provesConsistency({ ...steady, from, to }, consistencyProof(69_000, size, read)))
          .toBe(steps(from, to) === steps(69_000, size))
      }),
      { numRuns: 100 }
    )
  })

  it("is not believed out of a tile with a bit flipped", () => {
    const paths = [...tiles.keys()].filter((path) => path.startsWith("tile/0/"))
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(8191), fc.nat(7), (path, byte, bit) => {
        const changed = Buffer.from(tiles.get(path)!)
        const at = byte % changed.length
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at)
        const flipped = Number(path.slice("tile/0/".length).slice(0, 3)) * 256 + Math.floor(at / 32)
        const read = hashesInTiles(size, (tile) => tilePath(tile) === path ? changed : load(tile))
        for (const index of [flipped, flipped - flipped % 2 + 1 - flipped % 2]) {
          const proof = inclusionProof(index, size, read)
          expect(provesInclusion({ leafHash: read(0, index), index, size, root }, proof)).toBe(false)
        }
      }),
      { numRuns: 100 }
    )
  })
})
