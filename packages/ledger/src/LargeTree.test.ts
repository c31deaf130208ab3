/**
 * Proves that a tree of 70,000 leaves, which has tiles at three levels, is the same grown, cut into tiles and proved.
 *
 * What each part does is proved beside it on trees that are small, or that are told by their edge alone; here every
 * hash is there, and is held against the definition.
 */
import { describe, expect, it } from "vitest"
import { rootOf } from "./CompactRange.ts"
import { provesConsistency, provesInclusion } from "./ProofCheck.ts"
import { edgeIn, emptyEdge, frontierOf, growEdge, partialTiles, type TileWithBytes } from "./RightEdge.ts"
import { leafHashes, naiveRoot } from "./testing/NaiveTree.ts"
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
