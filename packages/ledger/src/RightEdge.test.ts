/**
 * Proves that an edge grows into the tree: whatever the steps, it has the frontier of all leaves and hands out the
 * tiles of the document with the hashes of the tree, each once; and that it is found again in them.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { appendLeaves, emptyRange, rootOf } from "./CompactRange.ts"
import { rootOfRow } from "./Hashing.ts"
import {
  edgeIn,
  emptyEdge,
  frontierOf,
  growEdge,
  partialTiles,
  tilesBelowEdge,
  type TileWithBytes
} from "./RightEdge.ts"
import { leafHashes, naiveRoot, readerOf } from "./testing/NaiveTree.ts"
import { type Tile, tileAt, tileBytes, tilePath, tilesOf } from "./Tile.ts"
import { type LoadTile, UnusableTile } from "./TileTree.ts"

const size = 70_000
const leaves = leafHashes(size)

const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("hex")
const byPath = (tiles: ReadonlyArray<TileWithBytes>) =>
  new Map(tiles.map(({ bytes, tile }) => [tilePath(tile), bytes] as const))

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
  return { edge, full, all: byPath([...full, ...partialTiles(edge)]) }
}

const whole = grownInSteps(size, [1000])
const load: LoadTile = (tile) => tile.width === 256 || tile.level === 0 ? whole.all.get(tilePath(tile)) ?? null : null

describe("an edge", () => {
  it("of 70,000 leaves has handed out each full tile of them once, with the hashes of the tree", () => {
    expect([...whole.all.keys()].sort()).toEqual(tilesOf(size).map(tilePath).sort())
    expect(whole.full).toHaveLength(273 + 1)
    expect(hex(whole.all.get("tile/0/273.p/112"))).toBe(hex(Buffer.concat(leaves.slice(273 * 256))))
    expect(hex(whole.all.get("tile/0/100"))).toBe(hex(Buffer.concat(leaves.slice(25_600, 25_856))))
    const above = Array.from({ length: 17 }, (_, at) => naiveRoot(leaves.slice(65_536 + 256 * at, 65_792 + 256 * at)))
    expect(hex(whole.all.get("tile/1/001.p/17"))).toBe(hex(Buffer.concat(above)))
    expect(hex(whole.all.get("tile/2/000.p/1"))).toBe(hex(naiveRoot(leaves.slice(0, 65_536))))
    expect(hex(rootOf(frontierOf(whole.edge)))).toBe(hex(naiveRoot(leaves)))
  })

  it("has the frontier and the tiles of its leaves, whatever the steps in which they came", () => {
    const counts = fc.oneof(fc.constantFrom(0, 1, 2, 255, 256, 257, 511, 512, 513), fc.nat(1300))
    const steps = fc.array(fc.oneof(fc.constantFrom(1, 255, 256, 257, 600), fc.integer({ min: 1, max: 700 })), {
      minLength: 1,
      maxLength: 4
    })
    fc.assert(
      fc.property(counts, steps, (count, some) => {
        const small = grownInSteps(count, some)
        expect(frontierOf(small.edge)).toEqual(appendLeaves(emptyRange(), leaves.slice(0, count)))
        const read = readerOf(leaves.slice(0, count))
        const expected = tilesOf(count).map((tile) => [tilePath(tile), hex(tileBytes(tile, read))] as const)
        expect(new Map([...small.all].map(([path, bytes]) => [path, hex(bytes)]))).toEqual(new Map(expected))
      }),
      { numRuns: 40 }
    )
  })

  it("stays as it was when it grows", () => {
    const { edge } = grownInSteps(300, [300])
    const before = [hex(rootOf(frontierOf(edge))), ...partialTiles(edge).map(({ bytes }) => hex(bytes))]
    growEdge(edge, leaves.slice(300, 600))
    expect([hex(rootOf(frontierOf(edge))), ...partialTiles(edge).map(({ bytes }) => hex(bytes))]).toEqual(before)
  })

  it.for([0, 1, 255, 256, 257, 65_535, 65_536, 65_537, size])("is found in the tiles of %i leaves", (count) => {
    const { edge } = count === size ? whole : grownInSteps(count, [1000])
    const kept: LoadTile = (tile) =>
      tile.level === 0 && tile.width < 256 ? Buffer.concat(leaves.slice(count - tile.width, count)) : load(tile)
    const asked = new Set<string>()
    edgeIn(count, (tile) => {
      asked.add(tilePath(tile))
      return kept(tile)
    })
    expect([...asked].sort()).toEqual(tilesBelowEdge(count).map(tilePath).sort())
    expect(edgeIn(count, kept)).toEqual({ ...edge, rows: edge.rows.filter((_, level) => count >= 256 ** level) })
  })

  it("is not found where a tile is missing or cut, and the tile is named", () => {
    const damaged = (tile: Tile, by: (bytes: Uint8Array | null) => Uint8Array | null): LoadTile => (asked) =>
      tilePath(asked) === tilePath(tile) ? by(load(asked)) : load(asked)
    for (const tile of [tileAt(0, 273, 112), tileAt(0, 256, 256), tileAt(0, 272, 256), tileAt(1, 0, 256)]) {
      expect(() => edgeIn(size, damaged(tile, () => null))).toThrow(new UnusableTile(tile, "is missing"))
      expect(() => edgeIn(size, damaged(tile, (bytes) => bytes?.subarray(1) ?? null))).toThrow(
        `${tilePath(tile)} has ${tile.width * 32 - 1} bytes instead of 32 for each hash`
      )
    }
  })

  it("takes nothing but hashes, and as many as a number can say", () => {
    expect(() => growEdge(emptyEdge, [Buffer.alloc(33)])).toThrow("A leaf hash has 32 bytes, not 33")
    const last = { ...emptyEdge, size: Number.MAX_SAFE_INTEGER }
    expect(() => growEdge(last, leaves.slice(0, 1))).toThrow("A tree has no more than 2^53 - 1 leaves")
    expect(() => rootOfRow(Buffer.alloc(96))).toThrow("A row is made of 1, 2, 4 … hashes of 32 bytes, not of 96 bytes")
    expect(() => rootOfRow(Buffer.alloc(0))).toThrow("not of 0 bytes")
  })
})
