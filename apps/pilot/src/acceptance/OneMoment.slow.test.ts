/**
 * Proves that one question has one answer: how a record of the examples stood at a moment is the same on its page, in the
 * API and from the command line over an export, whichever of the words for a moment are used.
 */
import { instanceOf, isLocalDate, say } from "@peerwork/core"
import type { LifeName, LocalDate } from "@peerwork/core"
import { factsOf, runLine } from "@peerwork/replay"
import type { Standing } from "@peerwork/replay"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { versionsAddress } from "../pages/VersionPlaces.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp, Visitor } from "../testing/ServedApp.ts"

interface Step {
  readonly at: string
  readonly as: string
  readonly command: string
  readonly id: string
  readonly body: object
}

interface StoredLine {
  readonly id: string
  readonly stream: string
  readonly recordedAt: string
}

const stories = ["wellbeing-reps", "training-pilot", "aspiring-workers", "may-bank-holiday"]
const stepsOf = (name: string): ReadonlyArray<Step> => {
  const file = new URL(`../../../../docs/examples/${name}/story.json`, import.meta.url)
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly steps: ReadonlyArray<Step> }).steps
}

/** Where the API has the records of a life; those that it tells otherwise than a record are left to the pages. */
const reads: Partial<Record<LifeName, string>> = {
  scheme: "schemes",
  staff: "staff",
  person: "people",
  appointment: "appointments",
  shadowing: "shadowings",
  cohort: "cohorts",
  training: "trainings",
  template: "templates",
  route: "routes",
  supervision: "supervisions",
  escalation: "escalations"
}

/** What the API calls that which is derived. */
const calledInApi: Readonly<Record<string, string>> = {
  daysThatCount: "counted",
  firstDayToSignOff: "earliestSignOff",
  statusSince: "since",
  statusBecause: "because"
}

/** Of an escalation an auditor sees that there was one, and whom it reaches sees all of it. */
const readerOf = (life: LifeName) => life === "escalation" ? "healthcare" : "auditor"

const auditor = { authorization: "Bearer demo-auditor" }
const folder = mkdtempSync(join(tmpdir(), "peerwork-moment-"))
const file = join(folder, "history.jsonl")
let app: ServedApp
let visitors: Readonly<Record<"auditor" | "healthcare", Visitor>>
let log: ReadonlyArray<StoredLine> = []

beforeAll(async () => {
  app = await serveApp("2014-01-13T08:00:00.000Z")
  const steps = stories.flatMap(stepsOf).sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0)
  let day = ""
  for (const { as, at, body, command, id } of steps) {
    if (!at.startsWith(day) || day === "") {
      const to = JSON.stringify({ to: at })
      const headers = { authorization: "Bearer demo-coordinator", "content-type": "application/json" }
      await app.ask("/api/demo/clock", { method: "POST", body: to, headers })
    }
    day = at.slice(0, 10)
    await app.give(command, body, { "idempotency-key": id }, as)
  }
  const headers = { ...auditor, accept: "application/x-ndjson" }
  const { text } = await app.ask("/api/events", { headers })
  writeFileSync(file, text)
  log = text.trimEnd().split("\n").map((line) => JSON.parse(line) as StoredLine)
  visitors = { auditor: await visit(app, "auditor"), healthcare: await visit(app, "healthcare") }
}, 120_000)

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await app.stop()
})

type Words = Readonly<Record<string, string>>

const dashed: Words = { asAt: "--as-at", knownAt: "--known-at", position: "--position" }

const byCommand = async (stream: string, words: Words): Promise<Standing | null> => {
  const out: Array<string> = []
  const options = Object.entries(words).flatMap(([name, value]) => [dashed[name] ?? "", value])
  const code = await runLine(["as-at", file, "--stream", stream, ...options, "--json"], {
    out: (line) => out.push(line),
    err: (line) => out.push(line),
    columns: 80,
    isWatched: false
  })
  if (code !== 0) throw new Error(`${stream} ${JSON.stringify(words)}: ${out.join(" ")}`)
  return (JSON.parse(out.join("")) as { readonly standing: Standing | null }).standing
}

const plain = (html: string): string =>
  html.replaceAll(/<[^>]+>/g, " ").replaceAll("&#39;", "'").replaceAll(/\s+/g, " ").trim()

/** The facts on the page, as somebody reads it who sees the whole record. */
const onPage = async (life: LifeName, id: string, words: Words): Promise<ReadonlyArray<readonly [string, string]>> => {
  const { status, text } = await visitors[readerOf(life)].get(
    `${versionsAddress(life, id)}?${new URLSearchParams(words).toString()}`
  )
  expect(status).toBe(200)
  const shown = text.slice(text.indexOf("How it stood"), text.indexOf('<h3 class="govuk-heading-s'))
  return [...shown.matchAll(/<dt[^>]*>([\s\S]*?)<\/dt>\s*<dd[^>]*>([\s\S]*?)<\/dd>/g)]
    .map(([, key = "", value = ""]) => [plain(key), plain(value)] as const)
}

/** As the page says it, of those values that need no names. */
const saidPlainly = (value: unknown): string | null =>
  typeof value === "number"
    ? String(value)
    : typeof value === "boolean"
    ? value ? "Yes" : "No"
    : typeof value === "string" && isLocalDate(value)
    ? say(value as LocalDate)
    : null

const sameOnPage = async (stream: string, words: Words, standing: Standing | null): Promise<void> => {
  const instance = instanceOf(stream)
  if (instance === null) throw new Error(stream)
  const ids = new Set(log.map(({ id }) => id))
  const shown = await onPage(instance.life, instance.id, words)
  const facts = factsOf(standing, (text) => ids.has(text))
  expect([stream, words, shown.map(([key]) => key)]).toEqual([stream, words, facts.map(({ key }) => key)])
  facts.forEach(({ key, value }, at) => {
    const said = saidPlainly(value)
    if (said !== null) expect([stream, words, key, shown[at]?.[1]]).toEqual([stream, words, key, said])
  })
}

const sameInApi = async (stream: string, words: Words, standing: Standing | null): Promise<void> => {
  const { id, life } = instanceOf(stream) ?? { id: "", life: "person" }
  const kind = reads[life]
  if (kind === undefined) return
  const told = await app.ask(`/api/${kind}/${id}?${new URLSearchParams(words).toString()}`, {
    headers: { authorization: `Bearer demo-${readerOf(life)}` }
  })
  expect([stream, words, told.status]).toEqual([stream, words, standing === null ? 404 : 200])
  for (const [name, value] of Object.entries(standing?.derived ?? {})) {
    const called = calledInApi[name] ?? name
    // A scheme says in the API whether it is running
    if (life === "scheme") continue
    expect([stream, words, called, told.body[called]]).toEqual([stream, words, called, value])
  }
  if (life === "escalation" || standing === null) return
  for (const [name, value] of Object.entries(standing.state as object)) {
    if (!(name in standing.derived)) {
      expect([stream, words, name, told.body[name]]).toEqual([stream, words, name, value])
    }
  }
}

/** Moments around an event of the record: by day, by what was known, by position, and by two of them. */
const momentsAround = (position: number): ReadonlyArray<Words> => {
  const { recordedAt } = log[position - 1] ?? { recordedAt: "" }
  const day = recordedAt.slice(0, 10)
  return [
    { position: String(position) },
    { knownAt: day },
    { knownAt: `${day}T09:30` },
    { asAt: day },
    { asAt: day, knownAt: day },
    { asAt: day, position: String(position) }
  ]
}

/** Every word at the newest event of a record; where something is derived for the day, a position at each event too. */
const asked = (): ReadonlyArray<readonly [string, Words]> => {
  const positions = new Map<string, ReadonlyArray<number>>()
  log.forEach(({ stream }, at) => positions.set(stream, [...positions.get(stream) ?? [], at + 1]))
  const followed = new Set(["shadowing", "appointment", "escalation"])
  return [...positions].flatMap(([stream, events], at) => {
    const moments = momentsAround(events.at(-1) ?? 0)
    if (!followed.has(stream.slice(0, stream.indexOf("-")))) return [[stream, moments[at % 6] ?? {}] as const]
    const each = events.slice(0, -1).map((position) => ({ position: String(position) }))
    return [...each, ...moments].map((words) => [stream, words] as const)
  })
}

it("is the same on the page, in the API and from the command line", async () => {
  for (const [stream, words] of asked()) {
    const standing = await byCommand(stream, words)
    await sameOnPage(stream, words, standing)
    await sameInApi(stream, words, standing)
  }
}, 600_000)

it("that lies beyond the log or after today is refused", async () => {
  const [shadowing = ""] = log.map(({ stream }) => stream).filter((stream) => stream.startsWith("shadowing-"))
  const id = shadowing.slice("shadowing-".length)
  for (const query of ["position=999999", "knownAt=2030-01-01", "knownAt=2030-01-01T09:00"]) {
    const page = await visitors.auditor.get(`/shadowings/${id}/versions?${query}`)
    const read = await app.ask(`/api/shadowings/${id}?${query}`, { headers: auditor })
    expect([query, page.status, read.status]).toEqual([query, 400, 400])
    expect(read.text).toMatch(/must not be (after today|beyond \d+, where the log ends)/)
  }
})
