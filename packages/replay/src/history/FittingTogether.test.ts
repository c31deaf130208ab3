/**
 * Proves that nothing is read without a word whose bytes, order or number do not fit together, and that each answer says
 * what was checked.
 */
import { appendLeaves, emptyRange, leafHash, rootOf } from "@peerwork/ledger"
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { runLine } from "../CommandLine.ts"
import type { LogSource } from "../LogSource.ts"
import { toldLog } from "../testing/ToldLog.ts"
import type { ToldEvent } from "../testing/ToldLog.ts"
import { retold, temporaryFolder, writeEntries, writeLines, writeTree } from "../testing/WrittenLog.ts"
import { fittingTogether } from "./FittingTogether.ts"
import { readLog } from "./ReadLog.ts"

let folder = ""
let log: ReadonlyArray<ToldEvent> = []
/** Where the first sign-off of the story stands. */
let signedOff = 0

beforeAll(async () => {
  log = await toldLog()
  signedOff = log.find(({ envelope }) => envelope.type === "ShadowingSignedOff")?.position ?? 0
})

beforeEach(() => {
  folder = temporaryFolder()
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const show = async (place: string, ...words: ReadonlyArray<string>) => {
  const [out, err]: [Array<string>, Array<string>] = [[], []]
  const code = await runLine(["show", place, ...words], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    columns: 80,
    isWatched: false
  })
  return { code, out: out.join(" "), err: err.join("\n") }
}

const forged = () =>
  log.map((one) =>
    one.position === signedOff ? { ...one, bytes: one.bytes.replace('"role":"officer"', '"role":"auditor"') } : one
  )

const isTold = (told: Awaited<ReturnType<typeof show>>, says: string) =>
  expect(told).toEqual({ code: 1, out: "", err: expect.stringContaining(says) as unknown })

describe("a bundle", () => {
  it("whose event is not the one that its tile vouches for is told of by the position", async () => {
    writeTree(folder, log)
    writeEntries(folder, forged())
    isTold(await show(folder), `The event at position ${signedOff} is not the one whose hash is in tile/0/001`)
  })

  it("whose events and tiles were changed together is told of by its checkpoint", async () => {
    writeTree(folder, log)
    const note = readFileSync(`${folder}/checkpoint`)
    writeTree(folder, retold(log, (bytes) => bytes.replace('"counted":14', '"counted":15')))
    writeFileSync(`${folder}/checkpoint`, note)
    isTold(await show(folder), `Positions 1 to ${log.length} are not what its checkpoint says`)
  })

  it("that ends before its checkpoint is told of", async () => {
    writeTree(folder, log)
    rmSync(`${folder}/tile/entries`, { recursive: true })
    writeEntries(folder, log.slice(0, 400))
    isTold(await show(folder), `Its checkpoint is over ${log.length} events, and there are 400`)
  })

  it("without a checkpoint is none", async () => {
    writeEntries(folder, log)
    expect(await show(folder)).toMatchObject({
      code: 3,
      err: expect.stringContaining("checkpoint is missing") as unknown
    })
  })

  it("is said to fit its checkpoint, and that nobody's signature was checked", async () => {
    writeTree(folder, log)
    expect((await show(folder)).out.replaceAll(/ +/g, " ")).toContain(
      `Read from ${folder}: ${log.length} events. They fit its checkpoint; its signatures were not checked here: ` +
        "peerwork verify does that"
    )
    expect(JSON.parse((await show(folder, "--json")).out)).toMatchObject({
      read: { events: log.length, comparedWith: "its checkpoint", signaturesChecked: false }
    })
  })
})

describe("a file of lines", () => {
  it("from which any line is gone, but for the last, is told of and not counted anew", () => {
    const wrong: Array<number> = []
    for (const { position } of log.slice(0, -1).filter((one) => one.position % 7 === 1)) {
      const lines = log.filter((one) => one.position !== position).map(({ bytes }, at) => ({ bytes, position: at + 1 }))
      const fitting = fittingTogether({ place: "here", tree: () => null, events: () => lines, close: () => undefined })
      try {
        lines.forEach(fitting.next)
        wrong.push(position)
      } catch (error) {
        expect((error as Error).message).toMatch(/^The event at position \d+ /)
      }
    }
    expect(wrong).toEqual([])
  })

  it("in which an event was changed that another stands behind is told of by that one's position", async () => {
    const started = log.find(({ envelope }) => envelope.type === "ShadowingStarted")
    const lines = writeLines(
      folder,
      log.map((one) => one === started ? { ...one, bytes: one.bytes.replace('"role":"', '"role":"x') } : one)
    )
    const { stream, version } = started?.envelope ?? {}
    const next = log.find(({ envelope }) => envelope.stream === stream && envelope.version === Number(version) + 1)
    isTold(await show(lines), `The event at position ${next?.position} does not name the hash of the version before it`)
  })

  it("with an empty line between two is told of", async () => {
    const lines = writeLines(folder, log)
    writeFileSync(lines, readFileSync(lines, "utf8").replace("\n", "\n\n"))
    isTold(await show(lines), "There is no event at position 2")
  })

  it("says that the newest of a record is taken as it stands", async () => {
    expect((await show(writeLines(folder, log))).out).toContain("whether the newest")
  })
})

describe("a tree beside commits", () => {
  const hashes = () => log.map(({ bytes }) => leafHash(bytes))
  const rootAt = (size: number) => rootOf(appendLeaves(emptyRange(), hashes().slice(0, size)))
  const over = (sizes: ReadonlyArray<number>, events = log): LogSource => ({
    place: "here",
    tree: () => ({
      by: "the tree beside its commits",
      roots: sizes.map((size) => ({ size, root: rootAt(size) })),
      leafAt: () => null
    }),
    events: () => events,
    close: () => undefined
  })

  it("tells which positions are not what it says", () => {
    const sizes = [1, 3, signedOff - 2, signedOff, log.length]
    expect(readLog(over(sizes)).events).toHaveLength(log.length)
    expect(() => readLog(over(sizes, forged() as ReadonlyArray<ToldEvent>))).toThrow(
      `Positions ${signedOff - 1} to ${signedOff} are not what the tree beside its commits says`
    )
    expect(() => readLog(over(sizes, log.slice(0, signedOff)))).toThrow(
      `The tree beside its commits is over ${log.length} events, and there are ${signedOff}`
    )
  })
})

describe("an event that no log writes", () => {
  const withFirst = (tell: (bytes: string) => string) =>
    writeLines(folder, log.map(({ bytes, position }) => ({ position, bytes: position === 1 ? tell(bytes) : bytes })))

  it("because it does not say how it was decided is told of", async () => {
    const place = withFirst((bytes) => bytes.replace('"decision":', '"decided":'))
    expect(await show(place)).toEqual({ code: 3, out: "", err: "Position 1 holds no event. Run: peerwork verify" })
  })

  it.each(["", "2016-02-30T09:00:00.000Z", "2016-99-99T99:99:99.999Z"])(
    'because it was recorded at "%s" is told of',
    async (never) => {
      const place = withFirst((bytes) => bytes.replace(/"recordedAt":"[^"]*"/, `"recordedAt":"${never}"`))
      const { code, err } = await show(place)
      expect([code, err]).toEqual([1, "The event at position 1 was recorded at no moment. Run: peerwork verify"])
    }
  )
})
