/**
 * Proves the start of the demo: a story is told once, is continued, and is told anew when asked; a folder of somebody
 * else is refused; and a clock from before the newest record is one clear sentence.
 */
import { instant } from "@peerwork/core"
import { open } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Settings } from "../Settings.ts"
import { servicesOver } from "../Start.ts"
import { readNote } from "./DemoFolder.ts"
import { demoClockFor, prepareDemo, tellWhereDue } from "./StartDemo.ts"
import { allExamples, exampleStory } from "./StoryFile.ts"
import type { StoryFile } from "./StoryFile.ts"

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "peerwork-start-demo-"))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const settings = (
  name: string,
  more: Partial<Settings> = {}
): Settings & { readonly demo: "story" | "again" | "empty" } => ({
  port: 0,
  host: "127.0.0.1",
  data: `${folder}/${name}`,
  origin: null,
  witnessPolicy: null,
  witnessHours: 24,
  nextKey: null,
  clock: null,
  ...more,
  demo: more.demo ?? "story"
})

/** The first steps of an example: enough to be told, and to go on with. */
const aBeginning = (): StoryFile | null => {
  const story = exampleStory("aspiring-workers")
  return story === null ? null : { ...story, steps: story.steps.slice(0, 12) }
}

/** Starts the demo as far as its story and its clock. */
const begin = (of: ReturnType<typeof settings>, story = aBeginning) =>
  Effect.gen(function*() {
    yield* prepareDemo(of)
    const store = yield* open({ folder: of.data })
    const clock = yield* demoClockFor(store, of)
    const services = yield* servicesOver(store, of, clock)
    const told = yield* Effect.provide(tellWhereDue(store, of, clock, story), services)
    return { told: told?.title ?? null, events: yield* store.head, now: clock.now().slice(0, 16) }
  }).pipe(Effect.scoped)

const refusal = async (of: ReturnType<typeof settings>): Promise<string> => {
  const exit = await Effect.runPromiseExit(begin(of))
  return Exit.isSuccess(exit) ? "it started" : String(exit.cause)
}

describe("the demo", () => {
  it("tells its story once, goes on with it, and tells it anew", async () => {
    const first = await Effect.runPromise(begin(settings("told")))
    expect(first).toMatchObject({ told: "Three aspiring peer support workers" })
    expect(first.events).toBe(12)
    expect(readNote(`${folder}/told`).told).toBe("aspiring-workers")
    const second = await Effect.runPromise(begin(settings("told")))
    expect(second).toEqual({ ...first, told: null })
    expect(await Effect.runPromise(begin(settings("told", { demo: "empty" })))).toEqual({ ...first, told: null })
    expect(await Effect.runPromise(begin(settings("told", { demo: "again" })))).toEqual(first)
  }, 30_000)

  it("tells every example in one log: 65, 267, 88 and 40 commands, to the morning of 3 May 2016", async () => {
    const all = await Effect.runPromise(begin(settings("all"), allExamples))
    expect(all).toEqual({
      told: "Four Wellbeing Reps on two sides of one prison; A training pilot in two cycles; " +
        "Three aspiring peer support workers; A bank holiday weekend on three wings",
      events: expect.any(Number) as number,
      now: "2016-05-03T07:31"
    })
    expect(allExamples()?.steps.length).toBe(65 + 267 + 88 + 40)
    expect(all.events).toBeGreaterThan(420)
  }, 60_000)

  it("goes on where its note was cut off, and tells its story anew over it", async () => {
    const before = await Effect.runPromise(begin(settings("torn")))
    for (const half of ["", '{"says":"Made by', "null"]) {
      writeFileSync(`${folder}/torn/peerwork-demo.json`, half)
      expect(await Effect.runPromise(begin(settings("torn")))).toEqual({ ...before, told: null })
    }
    expect(await Effect.runPromise(begin(settings("torn", { demo: "again" })))).toEqual(before)
  }, 30_000)

  it("tells none for scripts that bring their own dates", async () => {
    const of = settings("empty", { demo: "empty", clock: instant("2015-10-05T08:00:00.000Z") })
    expect(await Effect.runPromise(begin(of))).toEqual({ told: null, events: 0, now: "2015-10-05T08:00" })
  })

  it("does not start before its newest record, told or to be told", async () => {
    const early = { clock: instant("2015-11-02T09:30:00.000Z") }
    expect(await refusal(settings("early", early))).toMatch(
      /PEERWORK_CLOCK says 2 November 2015 at 09:30, but the story that is told ends on 2 November 2015 at 14:05\. Set it to/
    )
    await Effect.runPromise(begin(settings("late")))
    expect(await refusal(settings("late", early))).toMatch(
      /PEERWORK_CLOCK says 2 November 2015 at 09:30, but the newest record is from 2 November 2015 at 14:05\. Set it to/
    )
  }, 30_000)

  it("leaves a folder alone that it did not make", async () => {
    mkdirSync(`${folder}/foreign`)
    writeFileSync(`${folder}/foreign/diary.txt`, "mine")
    for (const demo of ["story", "again", "empty"] as const) {
      expect(await refusal(settings("foreign", { demo }))).toMatch(
        /did not make the folder .+, so it leaves it as it is/
      )
    }
    expect(readFileSync(`${folder}/foreign/diary.txt`, "utf8")).toBe("mine")
  })

  it("says so where it cannot write, and where another process is writing", async () => {
    writeFileSync(`${folder}/a-file`, "")
    expect(await refusal({ ...settings("x"), data: `${folder}/a-file/demo` })).toMatch(
      /cannot be written; choose one that can/
    )
    const used = settings("used", { demo: "empty" })
    const both = Effect.gen(function*() {
      yield* prepareDemo(used)
      yield* open({ folder: used.data })
      return yield* Effect.flip(prepareDemo({ ...used, demo: "again" }))
    }).pipe(Effect.scoped)
    expect((await Effect.runPromise(both)).message).toMatch(/^Another process is writing the data in .+; stop it/)
  })
})
