/**
 * Proves that a whole bundle verifies, and that whatever somebody does to one is told with the place where it lies.
 */
import { entriesBytes, leafHash } from "@peerwork/ledger"
import { createHash } from "node:crypto"
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { formatManifest, type ListedFile, parseManifest } from "../bundle/Manifest.ts"
import {
  invented,
  materialOf,
  noteOver,
  rechained,
  testFolder,
  withoutWitness,
  withWitness,
  written
} from "../testing/SampleBundle.ts"
import { verifyBundle } from "./BundleCheck.ts"
import type { Trust } from "./NotesCheck.ts"

const events = invented(300)
const seenAt = Date.parse("2016-04-05T09:00:00Z") / 1000
const trust: Trust = { policy: withoutWitness, remembered: [] }

let whole: string

beforeAll(() => {
  whole = written(mkdtempSync(join(tmpdir(), "peerwork-bundle-")), materialOf(events, [3, 40, 260], seenAt))
})

afterAll(() => rmSync(whole, { recursive: true }))

/** A copy of the whole bundle, to be damaged. */
const fresh = (): string => {
  const place = join(testFolder(), "bundle")
  cpSync(whole, place, { recursive: true })
  return place
}

/** Says of every file what it is now, as somebody does who hides what was changed. */
const relist = (place: string): void => {
  const manifest = parseManifest(readFileSync(join(place, "manifest.json")))
  if (manifest._tag !== "Manifest") throw new Error(manifest.because)
  const there = manifest.files.filter(({ path }) => existsSync(join(place, path)))
  const files = there.map(({ path }): ListedFile => {
    const bytes = readFileSync(join(place, path))
    return { path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") }
  })
  writeFileSync(join(place, "manifest.json"), formatManifest(files))
}

const rewriteEntries = (place: string, change: (leaves: Array<Buffer>) => void): void => {
  const leaves = events.slice(0, 256)
  change(leaves)
  writeFileSync(join(place, "tile/entries/000"), entriesBytes(leaves))
}

const rewriteTile = (place: string, leaves: ReadonlyArray<Buffer>): void =>
  writeFileSync(join(place, "tile/0/000"), Buffer.concat(leaves.map(leafHash)))

const summary = (place: string, given = trust) => {
  const { exitCode, findings, firstWrongPosition } = verifyBundle(place, { trust: given })
  return { exitCode, firstWrongPosition, where: [...new Set(findings.map(({ where }) => where))] }
}

describe("a whole bundle", () => {
  it("verifies, and says what that proves", () => {
    const report = verifyBundle(fresh(), { trust: { policy: withWitness, remembered: [] } })
    expect(report).toMatchObject({
      exitCode: 0,
      findings: [],
      events: 260,
      signedUpTo: 260,
      witnessedUpTo: 260,
      checkpoints: 3,
      lastRecordedAt: "2016-04-04T08:02:10.000Z",
      proved: [
        "The events from position 1 to 260 are those that the log has signed, whole and in this order",
        "Nothing up to position 260 was changed since it was seen by inspectorate (2016-04-05 09:00 UTC)"
      ]
    })
  })

  it("without a key proves nothing about who wrote it, and says so", () => {
    const report = verifyBundle(fresh(), { trust: { policy: null, remembered: [] } })
    expect(report).toMatchObject({ exitCode: 2, signedUpTo: null, proved: [] })
    expect(report.notProved[0]).toContain("Nobody's signature was checked, because no key was given")
  })

  it("of a log without events verifies", () => {
    expect(summary(written(testFolder(), materialOf([], [0])))).toEqual({
      exitCode: 0,
      firstWrongPosition: null,
      where: []
    })
  })
})

describe("somebody who wants the verifier never to end", () => {
  it("and claims more events than any disk holds is told of by the first that is not there", () => {
    const place = fresh()
    const note = readFileSync(join(place, "checkpoint"), "utf8")
    writeFileSync(join(place, "checkpoint"), note.replace("\n260\n", `\n${Number.MAX_SAFE_INTEGER}\n`))
    expect(summary(place)).toMatchObject({ exitCode: 1, firstWrongPosition: 261 })
  })

  it("and hands over a file too long to be read is told so", () => {
    const place = fresh()
    truncateSync(join(place, "manifest.json"), 3 * 2 ** 30)
    expect(() => summary(place)).toThrow("manifest.json is longer than such a file of a bundle can be")
  })
})

describe("somebody with a folder and an editor", () => {
  it("who changes an event is told of by its position", () => {
    const place = fresh()
    rewriteEntries(
      place,
      (leaves) => leaves[76] = Buffer.from(String(leaves.at(76)!).replace("2016-04-04", "2016-04-05"))
    )
    relist(place)
    const report = verifyBundle(place, { trust })
    expect(report).toMatchObject({ exitCode: 1, firstWrongPosition: 77 })
    expect(report.findings[0]?.says).toBe("the event at position 77 is not the one that was signed")
  })

  it("who changes its tile too is told of by the checkpoints on both sides", () => {
    const place = fresh()
    const changed = [
      ...events.slice(0, 76),
      Buffer.from(String(events[76]).replace("2016-04-04", "2016-04-05")),
      ...events.slice(77, 256)
    ]
    rewriteEntries(place, (leaves) => leaves.splice(0, 256, ...changed))
    rewriteTile(place, changed)
    relist(place)
    const report = verifyBundle(place, { trust })
    expect(report).toMatchObject({ exitCode: 1, firstWrongPosition: null, firstWrong: { from: 41, to: 77 } })
    expect(report.findings.map(({ says }) => says)).toContain(
      "checkpoint has another root than the first 260 events: somewhere in positions 41 to 260 they are not those signed"
    )
  })

  it.for<[string, (leaves: Array<Buffer>) => void]>([
    ["swaps two", (leaves) => leaves.splice(9, 2, leaves.at(10)!, leaves.at(9)!)],
    ["drops one", (leaves) => leaves.splice(9, 1)],
    ["puts one in", (leaves) => leaves.splice(9, 1, leaves.at(3)!, leaves.at(9)!)],
    ["repeats one", (leaves) => leaves.splice(9, 1, leaves.at(8)!)]
  ])("who %s is told of by the first position", ([_, change]) => {
    const place = fresh()
    const leaves = events.slice(0, 256)
    change(leaves)
    writeFileSync(
      join(place, "tile/entries/000"),
      Buffer.concat(leaves.map((leaf) => Buffer.concat([Buffer.of(leaf.length >> 8, leaf.length & 255), leaf])))
    )
    relist(place)
    expect(summary(place)).toMatchObject({ exitCode: 1, firstWrongPosition: 10 })
  })

  it.for([
    "README.txt",
    "cover.html",
    "checkpoints/40",
    "derived/history.csv",
    "derived/ocel2.json",
    "tile/0/000",
    "tile/1/000.p/1",
    "law/0.1.0.mjs",
    "verify.mjs",
    "manifest.json",
    "witness/inspectorate/request.txt"
  ])("who adds to %s is told of by its name", (path) => {
    const place = fresh()
    appendFileSync(join(place, path), "x")
    expect(summary(place).where).toContain(path)
    rmSync(join(place, path))
    const removed = summary(place)
    expect(removed.where).toContain(path)
    expect(removed.exitCode).toBe(3)
  })

  it("who changes a tile, and hides it, is told of by the name of the tile", () => {
    const place = fresh()
    const tile = readFileSync(join(place, "tile/0/000"))
    tile[32 * 76] = 255 - tile.readUInt8(32 * 76)
    writeFileSync(join(place, "tile/0/000"), tile)
    relist(place)
    const report = verifyBundle(place, { trust })
    expect(report).toMatchObject({ exitCode: 1, findings: [{ where: "tile/0/000", position: 77 }] })
  })

  it("who adds a file, or a link, is told of", () => {
    const place = fresh()
    writeFileSync(join(place, "checkpoints/41"), "x")
    symlinkSync("/etc/hostname", join(place, "more"))
    expect(summary(place).where).toEqual(expect.arrayContaining(["checkpoints/41", "more"]))
  })

  it("who cuts off the end is told of by the checkpoint that somebody kept", () => {
    const shorter = written(testFolder(), materialOf(events, [3, 40]))
    const kept = { name: "kept.txt", note: noteOver(events, 260).note }
    expect(summary(shorter)).toMatchObject({ exitCode: 0 })
    expect(summary(shorter, { ...trust, remembered: [kept] }))
      .toEqual({ exitCode: 1, firstWrongPosition: 41, where: ["kept.txt"] })
  })

  it("who has all keys and writes another history passes without a witness, and is told so in plain words", () => {
    const other = events.map((event, at) =>
      at < 100 ? event : Buffer.from(String(event).replace('"on":"2016-04-04"', '"on":"2016-04-03"'))
    )
    const place = written(testFolder(), materialOf(rechained(other), [3, 40, 260]))
    const report = verifyBundle(place, { trust })
    expect(report).toMatchObject({ exitCode: 0, findings: [] })
    expect(report.notProved[0]).toBe(
      "No witness was asked for. Whoever holds the operator's keys can write another history and sign it anew, and " +
        "nothing here would show it. A policy with witnesses, a checkpoint kept from before (--since) or a receipt does"
    )
    expect(summary(place, { policy: withWitness, remembered: [] })).toMatchObject({
      exitCode: 2,
      where: ["checkpoint"]
    })
    const kept = { name: "kept.txt", note: noteOver(events, 260).note }
    expect(summary(place, { ...trust, remembered: [kept] }))
      .toEqual({ exitCode: 1, firstWrongPosition: null, where: ["kept.txt"] })
    const both = { ...trust, remembered: [{ name: "older.txt", note: noteOver(events, 40).note }, kept] }
    expect(verifyBundle(place, { trust: both })).toMatchObject({
      exitCode: 1,
      firstWrongPosition: null,
      firstWrong: { from: 41, to: 260 },
      findings: [{ where: "kept.txt" }]
    })
  })
})

const saysOf = (place: string, given = trust) => verifyBundle(place, { trust: given }).findings.map(({ says }) => says)

describe("what lies beside the history", () => {
  it.for<[string, string, RegExp]>([
    ["a file that no bundle has", ".DS_Store", /^.DS_Store is no part of the bundle: manifest.json does not name it$/],
    ["a changed text", "README.txt", /^README.txt has \d+ bytes, where manifest.json says \d+$/]
  ])("such as %s is told of, and accuses no history", ([_, path, says]) => {
    const place = fresh()
    appendFileSync(join(place, path), "x")
    const report = verifyBundle(place, { trust })
    expect(report).toMatchObject({ exitCode: 1, worst: "beside", firstWrong: null })
    expect(report.findings.map((finding) => finding.says)).toEqual([expect.stringMatching(says)])
    expect(report.proved).toHaveLength(1)
  })

  it.for([
    "README.txt",
    "derived/history.jsonl",
    "derived/history.csv",
    "derived/cases.csv",
    "derived/ocel2.json",
    "derived/rules.json"
  ])("and was taken out of the manifest too is missed: %s", (path) => {
    const place = fresh()
    rmSync(join(place, path))
    relist(place)
    expect(verifyBundle(place, { trust })).toMatchObject({
      exitCode: 3,
      findings: [{ where: path, says: `${path} is missing, and every bundle has it` }]
    })
  })

  it("and is a schema is known by its hash", () => {
    const place = fresh()
    const [schema = ""] = readdirSync(join(place, "schemas"))
    appendFileSync(join(place, "schemas", schema), " ")
    relist(place)
    expect(saysOf(place)).toEqual([
      expect.stringContaining(`schemas/${schema} is not what it is named by: its SHA-256`)
    ])
    rmSync(join(place, "schemas", schema))
    relist(place)
    expect(saysOf(place)).toEqual(["there is no file in schemas/, and every bundle has one"])
  })
})

describe("lines that do not repeat the events", () => {
  const lines = (place: string, change: (text: string) => string) => {
    const file = join(place, "derived/history.jsonl")
    writeFileSync(file, change(readFileSync(file, "utf8")))
    relist(place)
    const { exitCode, findings, firstWrongPosition } = verifyBundle(place, { trust })
    return { exitCode, firstWrongPosition, says: findings.map((finding) => finding.says) }
  }
  const at = (position: number, says: string) => ({
    exitCode: 1,
    firstWrongPosition: position,
    says: [
      `derived/history.jsonl does not repeat the event at position ${position}: it ${says}; ` +
      `${position > 256 ? "tile/entries/001.p/4" : "tile/entries/000"} has the one that was signed`
    ]
  })

  it("are told of by the first position, and by which of the two was signed", () => {
    expect(lines(fresh(), (text) => text.split("\n").filter((_, line) => line < 76 || line > 77).join("\n"))).toEqual(
      at(77, "has something else there")
    )
    expect(lines(fresh(), (text) => text.replaceAll("\n", "\r\n"))).toEqual(
      at(1, "has lines that end with a carriage return")
    )
    expect(lines(fresh(), (text) => text.trimEnd())).toEqual(at(260, "does not end its last line with a line feed"))
    expect(lines(fresh(), (text) => text.split("\n").slice(0, 99).join("\n") + "\n")).toEqual(at(100, "ends before it"))
    expect(lines(fresh(), (text) => `${text}{}\n`)).toMatchObject({ exitCode: 1, firstWrongPosition: 261 })
  })

  it("are those that were signed, where the entries were altered and they were not", () => {
    const place = fresh()
    rewriteEntries(
      place,
      (leaves) => leaves[76] = Buffer.from(String(leaves.at(76)!).replace("2016-04-04", "2016-04-05"))
    )
    relist(place)
    expect(saysOf(place)).toContain(
      "derived/history.jsonl does not repeat the event at position 77: it has something else there, " +
        "which is the one that was signed; that in tile/entries/000 is not"
    )
  })
})

it("one event that was dropped is told once, with how many others it moves", () => {
  const place = fresh()
  rewriteEntries(place, (leaves) => leaves.splice(9, 1))
  relist(place)
  const report = verifyBundle(place, { trust })
  expect(report).toMatchObject({ exitCode: 1, firstWrongPosition: 10 })
  expect(report.findings.map(({ says }) => says)).toContain(
    "the event at position 10 is not the one that was signed, nor are 245 more after it, up to position 255"
  )
  expect(report.findings.length).toBeLessThan(20)
})

it("a file of entries under the name of another length is looked at all the same", () => {
  const place = fresh()
  const leaves = events.slice(256, 260)
  writeFileSync(join(place, "tile/entries/001.p/3"), entriesBytes(leaves.filter((_, leaf) => leaf !== 1)))
  rmSync(join(place, "tile/entries/001.p/4"))
  const report = verifyBundle(place, { trust })
  expect(report).toMatchObject({ exitCode: 1, firstWrongPosition: 258 })
  expect(report.findings.map(({ says }) => says)).toContain(
    "tile/entries/001.p/4 is missing, and tile/entries/001.p/3 stands in its place"
  )
})

it("a checkpoint without its signature was altered, where the same one is signed elsewhere in the bundle", () => {
  const place = fresh()
  const file = join(place, "checkpoint")
  writeFileSync(file, readFileSync(file, "utf8").replace(/(\u2014 \S+ )\S/u, (_, line: string) => `${line}A`))
  relist(place)
  const report = verifyBundle(place, { trust })
  expect(report).toMatchObject({ exitCode: 1, findings: [{ where: "checkpoint" }] })
  expect(report.findings[0]?.says).toBe(
    "checkpoint was altered: no key that you gave has signed it, and checkpoints/260 over the same events is signed"
  )
})

it("tiles that are not there are missing, and were not altered", () => {
  const place = fresh()
  rmSync(join(place, "tile/1"), { recursive: true })
  relist(place)
  expect(verifyBundle(place, { trust })).toMatchObject({
    exitCode: 3,
    findings: [{ says: "tile/1/000.p/1 is missing" }]
  })
})
