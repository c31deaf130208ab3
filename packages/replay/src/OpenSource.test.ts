/**
 * Proves that a log is the same log from wherever it is read, and that what is none is told as such.
 */
import { decisions, eventTypes } from "@peerwork/core"
import { beginning, everything, makeExecutor } from "@peerwork/store"
import { CommandId } from "@peerwork/store"
import { open } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { rmSync, writeFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { readLog } from "./history/ReadLog.ts"
import type { LogSource } from "./LogSource.ts"
import { openSource } from "./OpenSource.ts"
import { toldLog } from "./testing/ToldLog.ts"
import type { ToldEvent } from "./testing/ToldLog.ts"
import { temporaryFolder, writeEntries, writeLines } from "./testing/WrittenLog.ts"

let folder = ""
let log: ReadonlyArray<ToldEvent> = []

beforeAll(async () => {
  folder = temporaryFolder()
  log = await toldLog()
  writeLines(folder, log)
  writeEntries(`${folder}/bundle`, log)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const all = (source: LogSource, after?: number, upTo?: number) => {
  const events = [...source.events(after, upTo)]
  source.close()
  return events
}

const stored = () => log.map(({ bytes, position }) => ({ bytes, position }))

describe.each([["a bundle", "bundle"], ["a file of lines", "history.jsonl"]])("%s", (_, name) => {
  it("gives every event as it is stored, in the order of the log", () => {
    expect(all(openSource(`${folder}/${name}`))).toEqual(stored())
  })

  it.each([[0, 1], [255, 257], [256, 256], [300, 507], [500, 9999]])("gives those after %i up to %i", (after, upTo) => {
    expect(all(openSource(`${folder}/${name}`), after, upTo)).toEqual(stored().slice(after, upTo))
  })
})

describe("the data folder of an app", () => {
  it("is read while the app runs, and after it", async () => {
    const place = `${folder}/data`
    const registering = decisions.get("RegisterStaff")
    const reading = registering?.command.read({
      staff: "5f1d2c3e-0001-4000-8000-000000000001",
      name: "Kay Example",
      establishment: "ZZI",
      on: "2014-09-01"
    })
    if (registering === undefined || reading?._tag !== "Right") throw new Error("A command that cannot be read")
    const kept = await Effect.runPromise(Effect.scoped(Effect.gen(function*() {
      const store = yield* open({ folder: place, origin: "example.org/events" })
      const { execute } = yield* makeExecutor(store, eventTypes)
      yield* execute({
        decides: registering,
        command: reading.command,
        commandId: CommandId("0c2ac000-0000-4000-8000-000000000001"),
        actor: { id: "5f1d2c3e-0001-4000-8000-000000000001", role: "coordinator" }
      })
      const events = yield* Stream.runCollect(store.read({ query: everything, after: beginning }))
      return {
        running: all(openSource(place)),
        tree: openSource(place).tree(),
        events: [...events].map(({ bytes, position }) => ({ bytes, position }))
      }
    })))
    expect(kept.events).toHaveLength(1)
    expect(kept.running).toEqual(kept.events)
    expect(kept.tree?.roots.map(({ size }) => size)).toEqual([1])
    expect(readLog(openSource(place)).events).toHaveLength(1)
    expect(all(openSource(place))).toEqual(kept.events)
    expect(all(openSource(`${place}/events.sqlite`))).toEqual(kept.events)
  })
})

describe("what is no log", () => {
  it.each([
    ["nowhere", () => `${folder}/nowhere`, "There is nothing at"],
    ["a folder of something else", () => "/proc/self/task", "holds neither tile/entries"],
    ["a file of something else", () => `${folder}/letter.txt`, "is no log of Peerwork"]
  ])("is told: %s", (_, place, says) => {
    writeFileSync(`${folder}/letter.txt`, "Dear inspector")
    expect(() => openSource(place())).toThrow(says)
  })

  it("is told where a file of entries is cut off", () => {
    const [first] = log
    const cut = writeEntries(`${folder}/cut`, first === undefined ? [] : [first])
    writeFileSync(`${cut}/tile/entries/000.p/1`, Buffer.of(0, 200, 1, 2, 3))
    expect(() => all(openSource(cut))).toThrow("entry 0 is cut off. Run: peerwork verify")
  })
})
