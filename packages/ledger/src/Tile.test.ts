/**
 * Proves where tiles lie and how they are called, by the examples of C2SP's document and one spelling for each.
 */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  entriesPath,
  newTiles,
  parseEntriesPath,
  parseTilePath,
  type Tile,
  tileAt,
  tileBytes,
  tilePath,
  tilesOf
} from "./Tile.ts"

const full = (level: number, count: number) => Array.from({ length: count }, (_, index) => tileAt(level, index, 256))

describe("the tiles of a tree", () => {
  it.for<[number, ReadonlyArray<Tile>]>([
    [0, []],
    [1, [tileAt(0, 0, 1)]],
    [255, [tileAt(0, 0, 255)]],
    [256, [tileAt(0, 0, 256), tileAt(1, 0, 1)]],
    [257, [tileAt(0, 0, 256), tileAt(0, 1, 1), tileAt(1, 0, 1)]],
    [
      70_000,
      [...full(0, 273), tileAt(0, 273, 112), ...full(1, 1), tileAt(1, 1, 17), tileAt(2, 0, 1)]
    ]
  ])("of %d leaves are those of the document", ([size, tiles]) => expect(tilesOf(size)).toEqual(tiles))

  it("are, after it has grown, those that it had not before", () => {
    const sizes = fc.tuple(fc.nat(140_000), fc.oneof(fc.nat(600), fc.nat(140_000)))
    fc.assert(fc.property(sizes, ([before, more]) => {
      const had = new Set(tilesOf(before).map(tilePath))
      expect(newTiles(before, before + more)).toEqual(tilesOf(before + more).filter((tile) => !had.has(tilePath(tile))))
    }))
  })

  it("reach seven levels where a tree has as many leaves as can be", () => {
    const last = newTiles(Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER)
    expect(last).toEqual([tileAt(0, 2 ** 45 - 1, 255)])
    expect(newTiles(2 ** 52 - 1, 2 ** 52).at(-1)).toEqual(tileAt(6, 0, 16))
  })

  it.for<readonly [number, number]>([[2, 1], [-1, 1], [0.5, 1], [0, 2 ** 53], [0, 1.5]])(
    "are not told of growth from %d to %d",
    ([from, to]) => expect(() => newTiles(from, to)).toThrow(`A tree does not grow from ${from} leaves to ${to}`)
  )

  it("have the hashes of their level one behind the other", () => {
    const asked: Array<readonly [number, number]> = []
    const bytes = tileBytes(tileAt(2, 3, 4), (level, index) => {
      asked.push([level, index])
      return Buffer.alloc(32, asked.length)
    })
    expect(asked).toEqual([[16, 768], [16, 769], [16, 770], [16, 771]])
    expect(bytes).toEqual(Buffer.concat([1, 2, 3, 4].map((byte) => Buffer.alloc(32, byte))))
  })
})

describe("the path of a tile", () => {
  it.for<[Tile, string]>([
    [tileAt(0, 0, 256), "tile/0/000"],
    [tileAt(1, 0, 17), "tile/1/000.p/17"],
    [tileAt(0, 999, 256), "tile/0/999"],
    [tileAt(0, 1000, 256), "tile/0/x001/000"],
    [tileAt(3, 1_234_067, 256), "tile/3/x001/x234/067"],
    [tileAt(63, 1_234_067, 8), "tile/63/x001/x234/067.p/8"],
    [tileAt(0, Number.MAX_SAFE_INTEGER, 1), "tile/0/x009/x007/x199/x254/x740/991.p/1"]
  ])("of %o is %s, and back", ([tile, path]) => {
    expect(tilePath(tile)).toBe(path)
    expect(parseTilePath(path)).toEqual(tile)
  })

  it("of entries is told apart from that of hashes", () => {
    const tile = tileAt(0, 1_234_067, 255)
    expect(entriesPath(tile)).toBe("tile/entries/x001/x234/067.p/255")
    expect(parseEntriesPath(entriesPath(tile))).toEqual(tile)
    expect(parseEntriesPath("tile/0/000")).toMatchObject({ because: '"tile/0/000" is not the path of entries' })
    expect(parseTilePath("tile/entries/000")).toMatchObject({ because: '"tile/entries/000" is not the path of a tile' })
    expect(parseEntriesPath("tile/entries/x000/001")).toMatchObject({
      because: '"tile/entries/x000/001" is not how tile/entries/001 is spelled'
    })
  })

  const noPath = "is not the path of a tile"

  it.for<[string, string]>(
    [
      "",
      "tile/0",
      "tile//000",
      "tile/0/0",
      "tile/00/000",
      "tile/64/000",
      "tile/-1/000",
      "tile/100/000",
      "tile/0/001/002",
      "tile/0/x001",
      "tile/0/x001/x002",
      "tile/0/000.p/0",
      "tile/0/000.p/01",
      "tile/0/000.p/257",
      "tile/0/000.p/999",
      "tile/0/000.p/",
      "tile/0/000.p",
      "/tile/0/000",
      "tile/0/000/",
      "tile/0/000\n",
      "tile/8/0/000",
      "tile/0/x009/x007/x199/x254/x740/992"
    ].map((path): [string, string] => [path, noPath]).concat([
      ["tile/0/x000/001", "is not how tile/0/001 is spelled"],
      ["tile/0/000.p/256", "is not how tile/0/000 is spelled"]
    ])
  )("is never %j, which %s", ([path, because]) => {
    expect(parseTilePath(path)).toEqual({ _tag: "Malformed", because: `${JSON.stringify(path)} ${because}` })
  })
})
