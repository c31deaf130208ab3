/**
 * Proves that the same log at the same checkpoint gives the same bytes, and that what was not signed is not packed.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { invented, materialOf, noteOver, testFolder, written } from "../testing/SampleBundle.ts"
import { CannotPack } from "./WriteBundle.ts"

const filesOf = (folder: string): ReadonlyArray<readonly [string, string]> =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(folder, path)).isFile())
    .sort().map((path) => [path, readFileSync(join(folder, path)).toString("latin1")] as const)

const events = invented(300)

describe("a bundle", () => {
  it("has its files, and the same bytes every time", () => {
    const [one, other] = [
      written(testFolder(), materialOf(events, [3, 260])),
      written(testFolder(), materialOf(events, [3, 260]))
    ]
    const files = filesOf(one)
    expect(filesOf(other)).toEqual(files)
    expect(one.split("/").at(-1)).toMatch(/^example\.org-invented-events-260-[0-9a-f]{16}$/)
    expect(files.map(([path]) => path.replace(/[0-9a-f]{64}/, "<sha256>"))).toEqual([
      "README.txt",
      "checkpoint",
      "checkpoints/260",
      "checkpoints/3",
      "cover.html",
      "derived/cases.csv",
      "derived/history-columns.csv",
      "derived/history.csv",
      "derived/history.jsonl",
      "derived/ocel2.json",
      "derived/rules.json",
      "law/0.1.0.mjs",
      "manifest.json",
      "schemas/<sha256>.json",
      "tile/0/000",
      "tile/0/001.p/4",
      "tile/1/000.p/1",
      "tile/entries/000",
      "tile/entries/001.p/4",
      "verify.mjs",
      "witness/inspectorate/request.txt"
    ])
    expect(new Map(files).get("derived/history.jsonl")).toBe(
      events.slice(0, 260).map((event) => `${event.toString()}\n`).join("")
    )
  })

  it("is not written where the log is not what was signed, and nothing is left", () => {
    const folder = testFolder()
    const other = [
      ...events.slice(0, 5),
      Buffer.from(String(events[5]).replace("2016-04-04", "2016-04-05")),
      ...events.slice(6)
    ]
    expect(() => written(folder, { ...materialOf(events, [20]), events: other }))
      .toThrow(new CannotPack("The first 20 events are not those that were signed; verify the log"))
    expect(() => written(folder, { ...materialOf(events, [20]), events: events.slice(0, 19) }))
      .toThrow(new CannotPack("The checkpoint vouches for 20 events, and the log has 19; verify the log"))
    expect(readdirSync(folder)).toEqual([])
  })

  it("is not written where a law is named that leads out of the folder", () => {
    const folder = testFolder()
    const led = [Buffer.from(String(events[0]).replace('"law":"0.1.0"', '"law":"../../0.1.0"'))]
    expect(() => written(folder, materialOf(led, [1]))).toThrow(
      'The event at position 1 is not of the form that a log writes: "../../0.1.0" is no version of a law'
    )
    expect(readdirSync(folder)).toEqual([])
  })

  it("ends where it was signed, whatever came later", () => {
    const material = { ...materialOf(events, [20, 40]), newest: noteOver(events, 20) }
    const place = written(testFolder(), material)
    expect(readFileSync(join(place, "derived/history.jsonl"), "utf8").split("\n")).toHaveLength(21)
    expect(existsSync(join(place, "checkpoints/40"))).toBe(false)
  })

  it("of a log without events is whole as well", () => {
    const place = written(testFolder(), materialOf([], [0]))
    expect(readFileSync(join(place, "derived/history.jsonl"), "utf8")).toBe("")
    expect(existsSync(join(place, "tile"))).toBe(false)
  })
})
