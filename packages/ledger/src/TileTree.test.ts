/**
 * Proves that tiles hold the tree: growing hands out the tiles of the document with the hashes of the tree, and every
 * hash is found again in them, whether partial tiles above the leaves are kept or not.
 */
import { describe, expect, it } from "vitest"
import { appendLeaves, emptyRange, rootOf } from "./CompactRange.ts"
import { rootOfRow } from "./Hashing.ts"
import { provesConsistency, provesInclusion } from "./ProofCheck.ts"
import { leafHashes, naiveRoot, readerOf } from "./testing/NaiveTree.ts"
import { type Tile, tileAt, tileBytes, tilePath, tilesOf } from "./Tile.ts"
import { growTree, hashesInTiles, type LoadTile, UnusableTile } from "./TileTree.ts"
import { consistencyProof, inclusionProof, rootAt } from "./TreeProof.ts"

const size = 70_000
const leaves = leafHashes(size)

/** The tiles of the first leaves, and in which order they were handed out. */
const grown = (count: number) => {
  const tiles = new Map<string, Uint8Array>()
  const tree = growTree((tile, bytes) => tiles.set(tilePath(tile), bytes))
  for (const leaf of leaves.slice(0, count)) tree.append(leaf)
  const frontier = tree.frontier()
  tree.handOutPartial()
  return { frontier, tiles, tree }
}

const { frontier, tiles } = grown(size)
const root = rootOf(frontier)
const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("hex")
const load: LoadTile = (tile) => tiles.get(tilePath(tile)) ?? null
const loadFullOrLeaves: LoadTile = (tile) => tile.width === 256 || tile.level === 0 ? load(tile) : null

describe("a growing tree", () => {
  it("of 70,000 leaves hands out each tile of it once, with the hashes of the tree", () => {
    expect([...tiles.keys()].sort()).toEqual(tilesOf(size).map(tilePath).sort())
    expect(hex(tiles.get("tile/0/273.p/112"))).toBe(hex(Buffer.concat(leaves.slice(273 * 256))))
    expect(hex(tiles.get("tile/0/100"))).toBe(hex(Buffer.concat(leaves.slice(25_600, 25_856))))
    const above = Array.from({ length: 17 }, (_, at) => naiveRoot(leaves.slice(65_536 + 256 * at, 65_792 + 256 * at)))
    expect(hex(tiles.get("tile/1/001.p/17"))).toBe(hex(Buffer.concat(above)))
    expect(hex(tiles.get("tile/2/000.p/1"))).toBe(hex(naiveRoot(leaves.slice(0, 65_536))))
  })

  it.for([0, 1, 2, 255, 256, 257, 511, 512, 513, 1300])("has the frontier and the tiles of %i leaves", (count) => {
    const small = grown(count)
    expect(small.frontier.nodes.map(hex)).toEqual(
      appendLeaves(emptyRange(), leaves.slice(0, count)).nodes.map(hex)
    )
    const read = readerOf(leaves.slice(0, count))
    expect([...small.tiles.keys()].sort()).toEqual(tilesOf(count).map(tilePath).sort())
    for (const tile of tilesOf(count)) expect(hex(small.tiles.get(tilePath(tile)))).toBe(hex(tileBytes(tile, read)))
  })

  it("goes on after its partial tiles were handed out, and leaves those alone", () => {
    const { tiles: later, tree } = grown(300)
    const partial = hex(later.get("tile/0/001.p/44"))
    for (const leaf of leaves.slice(300, 600)) tree.append(leaf)
    expect(tree.frontier()).toEqual(grown(600).frontier)
    expect(hex(later.get("tile/0/001.p/44"))).toBe(partial)
    expect(hex(later.get("tile/0/001"))).toBe(hex(tiles.get("tile/0/001")))
  })

  it("knows the root that halving lists gives", () => {
    expect(hex(root)).toBe(hex(naiveRoot(leaves)))
  })

  it("takes nothing but hashes", () => {
    expect(() => grown(3).tree.append(Buffer.alloc(33))).toThrow("A leaf hash has 32 bytes, not 33")
    expect(() => rootOfRow(Buffer.alloc(96))).toThrow("A row is made of 1, 2, 4 … hashes of 32 bytes, not of 96 bytes")
    expect(() => rootOfRow(Buffer.alloc(0))).toThrow("not of 0 bytes")
  })
})

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
