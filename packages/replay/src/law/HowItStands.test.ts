/**
 * Proves that every record of the demo stands at every version as its own events fold, and that both clocks cut what
 * they should.
 */
import { eventTypes, fold, happenedIn, instanceOf, lives } from "@peerwork/core"
import type { Happened, View } from "@peerwork/core"
import { beforeAll, describe, expect, it } from "vitest"
import { toldLog } from "../testing/ToldLog.ts"
import type { ToldEvent } from "../testing/ToldLog.ts"
import { makeHistory, standingOf } from "./index.ts"
import type { LawHistory } from "./LawHistory.ts"

let log: ReadonlyArray<ToldEvent> = []
let history: LawHistory

beforeAll(async () => {
  log = await toldLog()
  history = makeHistory()
  log.forEach(history.take)
})

const upTo = (position: number, day: string) => ({ upTo: position, asAt: null, day, now: `${day}T12:00:00.000Z` })

const understood = ({ envelope, position }: ToldEvent): Happened => {
  const event = happenedIn(eventTypes, envelope, position)
  if ("_tag" in event) throw new Error(`Position ${position} is not understood`)
  return event
}

describe("a record at each of its versions", () => {
  it("is what its events up to there fold to, in every life of the demo", () => {
    const streams = new Map<string, Array<Happened>>()
    const seen = new Set<string>()
    const different = log.filter((event) => {
      const { envelope: { recordedAt, stream }, position } = event
      const own = streams.get(stream) ?? []
      streams.set(stream, own)
      own.push(understood(event))
      const instance = instanceOf(stream)
      // What a trainer did is said by the sessions of cohorts as well
      if (instance === null || instance.life === "trainer") return false
      seen.add(instance.life)
      const view: View<unknown> = lives[instance.life]
      const standing = standingOf(history, stream, upTo(position, recordedAt.slice(0, 10)))
      const folded = JSON.stringify(fold(view, instance.id, own))
      return standing?.events !== own.length || JSON.stringify(standing.state) !== folded
    })
    expect(different.map(({ position }) => position)).toEqual([])
    expect(seen.size).toBeGreaterThan(7)
  })
})

describe("a moment", () => {
  const stream = "shadowing-0c2a3000-0000-4000-8000-000000000011"
  const end = { upTo: 100_000, asAt: null, day: "2016-05-03", now: "2016-05-03T12:00:00.000Z" }
  const planned = () => log.find(({ envelope }) => envelope.stream === stream)

  it("leaves out what is dated later, and derives for its day", () => {
    // From 21 March: thirteen days lie before 3 April, fourteen before the 4th
    const before = standingOf(history, stream, { ...end, asAt: "2016-04-03", day: "2016-04-03" })
    expect(before).toMatchObject({ events: 2, state: { status: "Running" }, derived: { daysThatCount: 13 } })
    const on = standingOf(history, stream, { ...end, asAt: "2016-04-04", day: "2016-04-04" })
    expect(on).toMatchObject({ events: 3, state: { status: "SignedOff" }, derived: { daysThatCount: 14 } })
  })

  it("before anything was known of the record has none, nor has a stream of no life", () => {
    expect(standingOf(history, stream, { ...end, upTo: (planned()?.position ?? 0) - 1 })).toBeNull()
    expect(standingOf(history, "kingdom-1", end)).toBeNull()
  })

  it("derives what an appointment and a scheme are on the day", () => {
    const appointment = "appointment-0c2a2000-0000-4000-8000-000000000011"
    const on = (day: string) => standingOf(history, appointment, { ...end, asAt: day, day })?.derived["status"]
    expect([on("2016-03-17"), on("2016-03-30")]).toEqual(["AwaitingShadowing", "Shadowing"])
    expect(standingOf(history, "scheme-0c2a0001-0000-4000-8000-000000000001", end)?.derived).toHaveProperty("status")
  })
})

describe("a history", () => {
  const query = (types: ReadonlyArray<string>) => [{ types }] as const

  it("answers several items in the order of the log, each event once", () => {
    const both = history.about(
      [{ types: ["ShadowingStarted"] }, { types: ["ShadowingStarted", "ShadowingPlanned"] }],
      history.head()
    )
    const positions = both.map(({ position }) => position)
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b))
    expect(positions.length).toBe(history.about(query(["ShadowingStarted", "ShadowingPlanned"]), history.head()).length)
  })

  it("cuts at both ends, and knows its head", () => {
    const [first] = history.about(query(["ShadowingSignedOff"]), history.head())
    const position = first?.position ?? 0
    expect(history.about(query(["ShadowingSignedOff"]), position - 1)).toEqual([])
    expect(history.about(query(["ShadowingSignedOff"]), position, position)).toEqual([])
    expect(history.about([{}], history.head())).toHaveLength(history.head())
  })
})
