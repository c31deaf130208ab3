/**
 * Proves that an edge grows into the tree: whatever the steps, it has the frontier of all leaves and hands out the
 * tiles of the document with the hashes of the tree, each once; and that it is found again in them.
 *
 * A tree with a third level of tiles is told here by its edge alone; `LargeTree.test.ts` has one with all its leaves.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { appendLeaves, emptyRange, rootOf } from "./CompactRange.ts"
import {
  edgeIn,
  emptyEdge,
  frontierOf,
  growEdge,
  partialTiles,
  type RightEdge,
  tilesBelowEdge,
  type TileWithBytes
} from "./RightEdge.ts"
import { madeHashes, madeTiles } from "./testing/MadeTiles.ts"
import { leafHashes, naiveRoot, readerOf } from "./testing/NaiveTree.ts"
import { tileAt, tileBytes, tilePath, tilesOf } from "./Tile.ts"
import { UnusableTile } from "./TileTree.ts"

const leaves = leafHashes(1300)

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")
const told = (tiles: ReadonlyArray<TileWithBytes>) =>
  tiles.map(({ bytes, tile }) => [tilePath(tile), hex(bytes)] as const)
const hashesToldBy = ({ rows }: RightEdge) => rows.map(({ hashes }) => hex(hashes))

/** The first leaves, appended in steps of these sizes again and again. */
const grownInSteps = (count: number, steps: ReadonlyArray<number>) => {
  let edge = emptyEdge
  const full: Array<TileWithBytes> = []
  for (let step = 0; edge.size < count; step++) {
    const end = Math.min(count, edge.size + (steps[step % steps.length] ?? 1))
    const grown = growEdge(edge, leaves.slice(edge.size, end))
    full.push(...grown.tiles)
    edge = grown.edge
  }
  return { edge, full }
}

const expectTheTree = (count: number, steps: ReadonlyArray<number>) => {
  const { edge, full } = grownInSteps(count, steps)
  expect(edge.size).toBe(count)
  expect(frontierOf(edge)).toEqual(appendLeaves(emptyRange(), leaves.slice(0, count)))
  const read = readerOf(leaves.slice(0, count))
  const expected = tilesOf(count).map((tile) => ({ tile, bytes: tileBytes(tile, read) }))
  expect(told(full)).toEqual(told(expected.filter(({ tile }) => tile.width === 256)))
  expect(told(partialTiles(edge))).toEqual(told(expected.filter(({ tile }) => tile.width < 256)))
}

/** A row of so many hashes that were made up, as an edge holds them. */
const rowOf = (level: number, count: number) => {
  const hashes = madeHashes(tileAt(level, 0, count))
  return { hashes: Buffer.concat(hashes), range: appendLeaves(emptyRange(), hashes) }
}

describe("an edge that grows", () => {
  it.for<[number, ReadonlyArray<number>]>([
    [0, [1]],
    [1, [1]],
    [255, [255]],
    [256, [256]],
    [257, [257]],
    [257, [255, 1]],
    [513, [100]],
    [513, [513]],
    [600, [256]]
  ])("to %d leaves in steps of %j has their frontier and their tiles", ([count, steps]) => expectTheTree(count, steps))

  it("has the frontier and the tiles of its leaves, whatever the steps in which they came", () => {
    const counts = fc.oneof(fc.constantFrom(511, 512, 513), fc.nat(1300))
    const step = fc.oneof(fc.constantFrom(1, 255, 256, 257, 600), fc.integer({ min: 1, max: 700 }))
    fc.assert(fc.property(counts, fc.array(step, { minLength: 1, maxLength: 4 }), expectTheTree), { numRuns: 40 })
  })

  it("fills a tile of every level with its last hash", () => {
    const before: RightEdge = { _tag: "RightEdge", size: 65_535, rows: [rowOf(0, 255), rowOf(1, 255)] }
    const [last, next] = leafHashes(2) as [Uint8Array, Uint8Array]
    const { edge, tiles } = growEdge(before, [last, next])
    const leafTile = [...madeHashes(tileAt(0, 0, 255)), last]
    const above = [...madeHashes(tileAt(1, 0, 255)), naiveRoot(leafTile)]
    expect(told(tiles)).toEqual([
      ["tile/0/255", hex(Buffer.concat(leafTile))],
      ["tile/1/000", hex(Buffer.concat(above))]
    ])
    expect(hashesToldBy(edge)).toEqual([hex(next), "", hex(naiveRoot(above))])
    expect(told(partialTiles(edge))).toEqual([
      ["tile/0/256.p/1", hex(next)],
      ["tile/2/000.p/1", hex(naiveRoot(above))]
    ])
    expect(hex(rootOf(frontierOf(edge)))).toBe(hex(naiveRoot([naiveRoot(above), next])))
  })

  it("says the place of its tiles by the leaves that it had", () => {
    const before = { ...emptyEdge, size: 3 * 65_536 + 2 * 256, rows: [rowOf(0, 0), rowOf(1, 2), rowOf(2, 3)] }
    const { edge, tiles } = growEdge(before, leaves.slice(0, 513))
    expect(tiles.map(({ tile }) => tilePath(tile))).toEqual(["tile/0/770", "tile/0/771"])
    expect(partialTiles(edge).map(({ tile }) => tilePath(tile))).toEqual([
      "tile/0/772.p/1",
      "tile/1/003.p/4",
      "tile/2/000.p/3"
    ])
  })

  it("stays as it was", () => {
    const { edge } = grownInSteps(300, [300])
    const before = [hex(rootOf(frontierOf(edge))), ...told(partialTiles(edge))]
    growEdge(edge, leaves.slice(300, 600))
    expect([hex(rootOf(frontierOf(edge))), ...told(partialTiles(edge))]).toEqual(before)
  })

  it("takes nothing but hashes, and as many as a number can say", () => {
    expect(() => growEdge(emptyEdge, [Buffer.alloc(32), Buffer.alloc(33)])).toThrow("A leaf hash has 32 bytes, not 33")
    expect(growEdge({ ...emptyEdge, size: Number.MAX_SAFE_INTEGER - 1 }, leaves.slice(0, 1)).edge.size).toBe(
      2 ** 53 - 1
    )
    const last = { ...emptyEdge, size: Number.MAX_SAFE_INTEGER }
    expect(() => growEdge(last, leaves.slice(0, 1))).toThrow("A tree has no more than 2^53 - 1 leaves")
  })
})

describe("an edge out of tiles", () => {
  it.for([0, 1, 255, 256, 257, 511, 512, 513])("of %i leaves is the one that grew", (count) => {
    const read = readerOf(leaves.slice(0, count))
    const { edge } = grownInSteps(count, [100])
    expect(edgeIn(count, (tile) => tileBytes(tile, read))).toEqual(edge)
  })

  it.for<[number, ReadonlyArray<string>]>([
    [0, []],
    [255, ["tile/0/000.p/255"]],
    [256, ["tile/0/000"]],
    [513, ["tile/0/002.p/1", "tile/0/000", "tile/0/001"]],
    [65_536, ["tile/1/000"]],
    [65_536 + 3 * 256 + 5, ["tile/0/259.p/5", "tile/0/256", "tile/0/257", "tile/0/258", "tile/1/000"]],
    [2 ** 25 + 2 * 65_536, ["tile/1/512", "tile/1/513", "tile/2/000", "tile/2/001"]]
  ])("of %i leaves asks for the tiles right below it, and no other", ([count, paths]) => {
    const { asked, load } = madeTiles()
    edgeIn(count, load)
    expect(asked).toEqual(paths)
    expect(tilesBelowEdge(count).map(tilePath)).toEqual(paths)
  })

  it("has the hashes of leaves from their tile, and above them the root of each full tile", () => {
    const size = 2 * 65_536 + 256 + 3
    const { load } = madeTiles()
    const edge = edgeIn(size, load)
    const rootsOf = (tiles: ReadonlyArray<ReadonlyArray<Buffer>>) => hex(Buffer.concat(tiles.map(naiveRoot)))
    expect(edge.size).toBe(size)
    expect(hashesToldBy(edge)).toEqual([
      hex(Buffer.concat(madeHashes(tileAt(0, 513, 3)))),
      rootsOf([madeHashes(tileAt(0, 512, 256))]),
      rootsOf([madeHashes(tileAt(1, 0, 256)), madeHashes(tileAt(1, 1, 256))])
    ])
    expect(frontierOf(edge)).toMatchObject({ begin: 0, end: size })
    expect(frontierOf(edge).nodes).toHaveLength(1 + 1 + 2)
  })

  const missing = [tileAt(0, 513, 3), tileAt(0, 512, 256), tileAt(1, 1, 256)]
  it.for(missing.map((tile) => [tilePath(tile), tile] as const))("is not found without %s", ([path, tile]) => {
    const size = 2 * 65_536 + 256 + 3
    expect(() => edgeIn(size, madeTiles((asked) => asked === path).load)).toThrow(new UnusableTile(tile, "is missing"))
    const cut = new UnusableTile(tile, `has ${tile.width * 32 - 1} bytes instead of 32 for each hash`)
    const { load } = madeTiles()
    expect(() => edgeIn(size, (asked) => tilePath(asked) === path ? load(asked)!.subarray(1) : load(asked))).toThrow(
      cut
    )
  })
})
