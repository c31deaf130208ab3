/**
 * Proves that the demo keeps to its own folder, that its clock never goes back, and that its story breaks loudly.
 */
import { instant } from "@peerwork/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { makeDemoClock } from "./DemoClock.ts"
import { emptyFolder, prepareFolder, readNote, writeNote } from "./DemoFolder.ts"
import { exampleStory, readStory } from "./StoryFile.ts"

const nine = instant("2016-04-04T08:00:00.000Z")

describe("the demo clock", () => {
  it("starts where it is set, ticks, and gives its time to everything that records", () => {
    const demo = makeDemoClock(nine)
    expect(demo.now().slice(0, 19)).toBe("2016-04-04T08:00:00")
    const millis = Effect.runSync(Effect.withClock(Clock.currentTimeMillis, demo.clock))
    expect(Math.abs(millis - Date.parse(nine))).toBeLessThan(2000)
  })

  it("moves forwards and never back", () => {
    const demo = makeDemoClock(nine)
    expect(demo.moveTo(instant("2016-04-11T08:00:00.000Z"))).toBe(true)
    expect(demo.moveTo(instant("2016-04-10T08:00:00.000Z"))).toBe(false)
    expect(demo.now().slice(0, 10)).toBe("2016-04-11")
  })
})

describe("the demo folder", () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "peerwork-demo-"))
  })

  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it("is made, or taken where it is empty, and marked", () => {
    expect(prepareFolder(folder)._tag).toBe("Ready")
    expect(prepareFolder(`${folder}/inner`)._tag).toBe("Ready")
    expect(readNote(folder)).toEqual({ told: null, clock: null })
  })

  it("that somebody else made is left as it is", () => {
    writeFileSync(`${folder}/diary.txt`, "mine")
    expect(prepareFolder(folder)).toMatchObject({
      _tag: "NotOurs",
      says: expect.stringContaining("leaves it as it is") as string
    })
    expect(readdirSync(folder)).toEqual(["diary.txt"])
  })

  it("is emptied of what the demo made, and of nothing else", () => {
    prepareFolder(folder)
    writeNote(folder, { told: "a story", clock: nine })
    for (const name of ["events.sqlite", "events.sqlite-wal", "diary.txt"]) writeFileSync(`${folder}/${name}`, "")
    mkdirSync(`${folder}/keys`)
    emptyFolder(folder)
    expect(readdirSync(folder).sort()).toEqual(["diary.txt", "peerwork-demo.json"])
    expect(readNote(folder)).toEqual({ told: null, clock: null })
    expect(existsSync(folder)).toBe(true)
  })
})

describe("a story", () => {
  const step = {
    at: "2016-03-21T09:00",
    as: "officer",
    command: "StartShadowing",
    id: "0c2ac000-0000-4000-8000-000000000001",
    body: {}
  }
  const told = (steps: ReadonlyArray<object>) => readStory("test", JSON.stringify({ title: "A test", steps }))

  it("is read step by step", () => {
    expect(told([{ ...step, expect: "refused", says: "not yet" }]).steps[0]).toMatchObject({
      at: "2016-03-21T09:00:00.000Z",
      as: "officer",
      isRefused: true,
      says: "not yet"
    })
  })

  it("that names no command, no role or no moment breaks at its step", () => {
    expect(() => told([step, { ...step, command: "MakeKing" }])).toThrow("Step 2 (MakeKing): there is no such command")
    expect(() => told([{ ...step, at: "soon" }])).toThrow("Step 1 (StartShadowing): at must be a moment")
    expect(() => told([{ ...step, as: "king" }])).toThrow()
  })

  it("of the examples can be read, in the order of its dates", () => {
    const steps = exampleStory("aspiring-workers")?.steps.map(({ at }) => at) ?? []
    expect(steps.length).toBeGreaterThan(50)
    expect([...steps].sort()).toEqual(steps)
    expect(exampleStory("no-such-story")).toBeNull()
  })
})
