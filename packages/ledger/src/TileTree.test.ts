/**
 * Proves that every hash of a tree is found in its tiles, whether partial tiles above the leaves are kept or not.
 */
import { describe, expect, it } from "vitest"
import { rootOf } from "./CompactRange.ts"
import { provesConsistency, provesInclusion } from "./ProofCheck.ts"
import { emptyEdge, frontierOf, growEdge, partialTiles } from "./RightEdge.ts"
import { leafHashes, naiveRoot } from "./testing/NaiveTree.ts"
import { type Tile, tileAt, tilePath } from "./Tile.ts"
import { hashesInTiles, type LoadTile, UnusableTile } from "./TileTree.ts"
import { consistencyProof, inclusionProof, rootAt } from "./TreeProof.ts"

const size = 70_000
const leaves = leafHashes(size)

const grown = growEdge(emptyEdge, leaves)
const tiles = new Map(
  [...grown.tiles, ...partialTiles(grown.edge)].map(({ bytes, tile }) => [tilePath(tile), bytes] as const)
)
const root = rootOf(frontierOf(grown.edge))
const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("hex")
const load: LoadTile = (tile) => tiles.get(tilePath(tile)) ?? null
const loadFullOrLeaves: LoadTile = (tile) => tile.width === 256 || tile.level === 0 ? load(tile) : null

describe("hashes in tiles", () => {
  const places = [0, 255, 65_535, 65_536, 69_888, 69_999].map((index) =>
    [index, naiveRoot(leaves.slice(0, index + 1))] as const
  )

  it.for<[string, LoadTile]>([["all", load], ["full ones and those of leaves", loadFullOrLeaves]])(
    "are found in %s, and prove every place",
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

  it("are read from two tiles of each level at most, and each is loaded once", () => {
    const loaded: Array<Tile> = []
    const read = hashesInTiles(size, (tile) => {
      loaded.push(tile)
      return load(tile)
    })
    inclusionProof(1000, size, read)
    expect(loaded.map(tilePath).sort()).toEqual(
      ["tile/0/003", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17"]
    )
  })

  it("are not looked for beyond the tree", () => {
    const read = hashesInTiles(size, load)
    for (const [level, index] of [[0, size], [4, 4375], [7, 546], [8, 273], [16, 1], [24, 0]] as const) {
      expect(() => read(level, index)).toThrow(`A tree of ${size} leaves has no hash ${index} at level ${level}`)
    }
    expect(read(0, size - 1)).toEqual(leaves[size - 1])
    expect(read(4, 4374)).toEqual(naiveRoot(leaves.slice(69_984)))
  })

  it("are missed by the name of the tile", () => {
    const without = (path: string): LoadTile => (tile) => tilePath(tile) === path ? null : loadFullOrLeaves(tile)
    const expectMissing = (tile: Tile) => {
      const read = hashesInTiles(size, without(tilePath(tile)))
      expect(() => rootAt(size, read)).toThrow(new UnusableTile(tile, "is missing"))
    }
    expectMissing(tileAt(0, 273, 112))
    expectMissing(tileAt(0, 256, 256))
    expect(() => hashesInTiles(size, without("tile/1/000"))(8, 0)).toThrow("tile/1/000 is missing")
    const cut: LoadTile = (tile) => load(tile)?.subarray(1) ?? null
    expect(() => hashesInTiles(size, cut)(0, 5)).toThrow("tile/0/000 has 8191 bytes instead of 32 for each hash")
  })
})
