/**
 * Proves that every hash of a tree is found in its tiles, whether partial tiles above the leaves are kept or not.
 */
import { describe, expect, it } from "vitest"
import { rootOf } from "./CompactRange.ts"
import { provesConsistency, provesInclusion } from "./ProofCheck.ts"
import { emptyEdge, frontierOf, growEdge, partialTiles } from "./RightEdge.ts"
import { madeHashes, madeTiles } from "./testing/MadeTiles.ts"
import { leafHashes, naiveRoot } from "./testing/NaiveTree.ts"
import { tileAt, tilePath } from "./Tile.ts"
import { hashesInTiles, type LoadTile, UnusableTile } from "./TileTree.ts"
import { consistencyProof, inclusionProof, rootAt } from "./TreeProof.ts"

const size = 700
const leaves = leafHashes(size)

const grown = growEdge(emptyEdge, leaves)
const tiles = new Map(
  [...grown.tiles, ...partialTiles(grown.edge)].map(({ bytes, tile }) => [tilePath(tile), bytes] as const)
)
const root = rootOf(frontierOf(grown.edge))
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")
const load: LoadTile = (tile) => tiles.get(tilePath(tile)) ?? null
const loadFullOrLeaves: LoadTile = (tile) => tile.width === 256 || tile.level === 0 ? load(tile) : null

/** Tiles that are made up tell nothing of each other: this many leaves have two full tiles of 256 tiles, and more. */
const large = 2 * 65_536 + 3 * 256 + 5

describe("hashes in tiles", () => {
  it.for<[string, LoadTile]>([["all", load], ["full ones and those of leaves", loadFullOrLeaves]])(
    "are found in %s, and prove every place",
    ([_, from]) => {
      const read = hashesInTiles(size, from)
      expect(hex(rootAt(size, read))).toBe(hex(root))
      for (const index of [0, 255, 256, 511, 512, 640, 699]) {
        const proof = inclusionProof(index, size, read)
        expect(provesInclusion({ leafHash: leaves.at(index)!, index, size, root }, proof)).toBe(true)
        const claim = { from: index + 1, fromRoot: naiveRoot(leaves.slice(0, index + 1)), to: size, toRoot: root }
        expect(provesConsistency(claim, consistencyProof(index + 1, size, read))).toBe(true)
      }
    }
  )

  it.for<[number, number, string, number, number]>([
    [0, 0, "tile/0/000", 0, 1],
    [0, large - 1, "tile/0/515.p/5", 4, 5],
    [2, 32_960, "tile/0/515.p/5", 0, 4],
    [7, 1, "tile/0/000", 128, 256],
    [8, 511, "tile/1/001", 255, 256],
    [8, 514, "tile/1/002.p/3", 2, 3],
    [9, 256, "tile/1/002.p/3", 0, 2],
    [15, 3, "tile/1/001", 128, 256],
    [16, 1, "tile/2/000.p/2", 1, 2],
    [17, 0, "tile/2/000.p/2", 0, 2]
  ])("at level %d, index %d, lie in %s from the %d. on, before the %d.", ([level, index, path, begin, end]) => {
    const { asked, load } = madeTiles()
    const hash = hashesInTiles(large, load)(level, index)
    expect(asked).toEqual([path])
    const [tileLevel, digits, width = "256"] = path.replace("tile/", "").split(/\/|\.p\//) as [string, string, string?]
    const tile = tileAt(Number(tileLevel), Number(digits), Number(width))
    expect(hex(hash)).toBe(hex(naiveRoot(madeHashes(tile).slice(begin, end))))
  })

  it("are found below a partial tile that was not kept, and each tile is loaded once", () => {
    const { asked, load } = madeTiles((path) => path.startsWith("tile/1/002"))
    const read = hashesInTiles(large, load)
    const expected = hex(naiveRoot([512, 513].map((index) => naiveRoot(madeHashes(tileAt(0, index, 256))))))
    expect([read(9, 256), read(9, 256)].map(hex)).toEqual([expected, expected])
    expect(asked).toEqual(["tile/1/002.p/3", "tile/0/512", "tile/0/513", "tile/0/514"])
    expect(hex(read(8, 514))).toBe(hex(naiveRoot(madeHashes(tileAt(0, 514, 256)))))
  })

  it.for<[number, number]>([[0, large], [1, 65_922], [2, 32_961], [3, 16_480], [8, 515], [9, 257], [16, 2], [17, 1], [
    24,
    0
  ], [32, 0]])(
    "are not looked for beyond the tree, at level %d, index %d",
    ([level, index]) => {
      const { asked, load } = madeTiles()
      expect(() => hashesInTiles(large, load)(level, index)).toThrow(
        `A tree of ${large} leaves has no hash ${index} at level ${level}`
      )
      expect(asked).toEqual([])
    }
  )

  it("are missed by the name of the tile", () => {
    const without = (path: string) => hashesInTiles(large, madeTiles((asked) => asked === path).load)
    expect(() => without("tile/0/515.p/5")(0, large - 1)).toThrow(new UnusableTile(tileAt(0, 515, 5), "is missing"))
    expect(() => without("tile/1/000")(8, 0)).toThrow(new UnusableTile(tileAt(1, 0, 256), "is missing"))
    const belowPartial = madeTiles((path) => path === "tile/1/002.p/3" || path === "tile/0/513")
    expect(() => hashesInTiles(large, belowPartial.load)(8, 512)).toThrow("tile/0/513 is missing")
    const cut: LoadTile = (tile) => load(tile)?.subarray(1) ?? null
    expect(() => hashesInTiles(size, cut)(0, 5)).toThrow("tile/0/000 has 8191 bytes instead of 32 for each hash")
    expect(new UnusableTile(tileAt(0, 0, 256), "is missing").name).toBe("UnusableTile")
  })
})
