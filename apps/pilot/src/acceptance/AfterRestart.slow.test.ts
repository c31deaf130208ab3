/**
 * Proves that what was acknowledged is there after a restart, that an export is the stored bytes, and that folding the
 * export gives the same answers, to the byte, as the app gives.
 */
import { Appointment, eventTypes, fold, matches, Person, Shadowing } from "@peerwork/core"
import type { Actor, Envelope, Happened, View } from "@peerwork/core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { remove, start, temporaryFolder } from "./RunningApp.ts"
import type { RunningApp } from "./RunningApp.ts"
import { mentorServes, schemeRuns, shadows, workerTrains } from "./SchemeStory.ts"

let app: RunningApp
let folder: string

beforeAll(async () => {
  folder = await temporaryFolder()
  app = await start(folder, "2016-03-14T09:00")
}, 60_000)

afterAll(async () => {
  await app.stop()
  await remove(folder)
})

/** An export read by what its own lines say, and nothing else. */
const read = (lines: ReadonlyArray<string>): ReadonlyArray<Happened> =>
  lines.map((line, index) => {
    const envelope = JSON.parse(line) as Envelope & Pick<Happened, "on" | "at" | "recordedAt"> & {
      readonly actor: Actor
    }
    const understood = eventTypes.get(envelope.type)?.understand(envelope.schemaVersion, envelope.data)
    if (understood?._tag !== "Understood") throw new Error(`Line ${index + 1} is not understood`)
    return { ...envelope, position: index + 1, corrects: envelope.corrects ?? null, data: understood.data }
  })

const folded = (view: View<unknown>, id: string, events: ReadonlyArray<Happened>): string =>
  JSON.stringify(fold(view, id, events.filter((event) => matches(view.query(id), event))))

it("a restart changes nothing, and the export folds to the same states", async () => {
  const scheme = await schemeRuns(app, "2016-03-14")
  const mentor = await mentorServes(app, scheme, "2016-03-14")
  const worker = await workerTrains(app, scheme, "2016-03-14")
  await app.moveTo("2016-03-21T09:00")
  const shadowing = await shadows(app, worker.appointment, mentor.person, "2016-03-21")
  const before = await app.lines()
  const seen = await app.get(`/api/shadowings/${shadowing}`)

  await app.stop()
  app = await start(folder, "2016-03-22T09:00")

  const after = await app.lines()
  expect(after).toEqual(before)
  const again = await app.get(`/api/shadowings/${shadowing}?asAt=2016-03-21`)
  expect(again.headers.get("etag")).toBe(seen.headers.get("etag"))
  const [once, twice] = [read(before), read(after)]
  for (
    const [view, id] of [[Shadowing, shadowing], [Appointment, worker.appointment], [Person, worker.person]] as const
  ) {
    expect(folded(view, id, twice)).toBe(folded(view, id, once))
  }
  expect(fold(Shadowing, shadowing, twice.filter((event) => matches(Shadowing.query(shadowing), event)))).toMatchObject(
    {
      status: "Running",
      startedOn: "2016-03-21",
      shadower: worker.person
    }
  )
}, 60_000)
