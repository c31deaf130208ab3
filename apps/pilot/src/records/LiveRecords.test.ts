/**
 * Proves that records folded from the log, from an export of it, and while it was written are equal to the byte; and
 * that reads as of a moment see what was known then, and what was the case on the day.
 */
import {
  date,
  decisions,
  eventTypes,
  instant,
  prisonNumber,
  RecordWingChange,
  RegisterPerson,
  wingOn
} from "@peerwork/core"
import type { Given, Happened } from "@peerwork/core"
import {
  CommandId,
  EventStore,
  everything,
  Executor,
  makeExecutor,
  makeMemoryStore,
  Position,
  StoreUnavailable,
  understand
} from "@peerwork/store"
import type { RecordedEvent, Store } from "@peerwork/store"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { randomUUID } from "node:crypto"
import { describe, expect, it } from "vitest"
import { makeDemoClock } from "../demo/DemoClock.ts"
import { readQuery } from "../server/QueryParameters.ts"
import { writtenOut } from "../testing/WrittenOut.ts"
import { LiveRecords, makeLiveRecords } from "./LiveRecords.ts"
import { atMoment, momentParameters } from "./Moment.ts"
import { emptyRecords, foldIn } from "./Records.ts"

const person = "00000000-0000-4000-8000-000000000001"
const actor = { id: "00000000-0000-4000-a000-000000000002", role: "officer" } as const

/** Registered on 4 April; on the 12th somebody records that the person moved on the 6th. */
const told: ReadonlyArray<readonly [at: string, command: Given]> = [
  [
    "2016-04-04T08:00:00.000Z",
    RegisterPerson.make({
      person,
      prisonNumber: prisonNumber("A1234AA"),
      familyName: "Smith",
      givenName: "John",
      establishment: "ZZI" as never,
      wing: "A_WING",
      on: date("2016-04-04")
    })
  ],
  ["2016-04-12T08:00:00.000Z", RecordWingChange.make({ person, wing: "B_WING", on: date("2016-04-06") })]
]

const exported = (store: Store) =>
  Effect.map(store.readPage({ query: everything, after: Position(0) }), ({ events }) => events)

/** An export read again: nothing but its lines. */
const reread = (events: ReadonlyArray<RecordedEvent>): ReadonlyArray<RecordedEvent> =>
  events.map(({ bytes }, index) => ({
    position: Position(index + 1),
    bytes,
    envelope: JSON.parse(bytes) as RecordedEvent["envelope"]
  }))

const folded = (events: ReadonlyArray<Happened>): string => {
  const records = emptyRecords()
  for (const event of events) foldIn(records, event)
  return writtenOut(records)
}

const withStory = <A>(
  use: (store: Store, live: LiveRecords["Type"]) => Effect.Effect<A, unknown, EventStore | LiveRecords>
) =>
  Effect.gen(function*() {
    const store = yield* makeMemoryStore()
    const live = yield* makeLiveRecords(store)
    const { execute } = yield* makeExecutor(store, eventTypes)
    for (const [at, command] of told) {
      const decides = decisions.get(command._tag)
      if (decides === undefined) throw new Error("There is no such command")
      const commandId = CommandId(randomUUID())
      const outcome = execute({ decides, command, commandId, actor })
      expect((yield* Effect.withClock(outcome, makeDemoClock(instant(at)).clock))._tag).toBe("Accepted")
      yield* live.current
    }
    const context = Context.make(EventStore, store).pipe(
      Context.add(LiveRecords, live),
      Context.add(Executor, { execute } as never)
    )
    return yield* Effect.provide(use(store, live), context)
  }).pipe(Effect.runPromise)

describe("records", () => {
  it("are the same from the log, from its export and as they grew", () =>
    withStory((store, live) =>
      Effect.gen(function*() {
        const events = yield* exported(store)
        const grown = writtenOut((yield* live.current).records)
        const again = yield* makeLiveRecords(store)
        expect(writtenOut((yield* again.current).records)).toBe(grown)
        expect(folded(yield* understand(eventTypes, events))).toBe(grown)
        expect(folded(yield* understand(eventTypes, reread(events)))).toBe(grown)
        expect(grown).not.toMatch(/Smith|A1234AA/)
        expect((yield* live.current).names.people.get(person)).toEqual({
          familyName: "Smith",
          givenName: "John",
          prisonNumber: "A1234AA"
        })
      })
    ))
})

describe("a read as of a moment", () => {
  const wingAt = (query: string) =>
    Effect.gen(function*() {
      const at = yield* atMoment(yield* readQuery(new URLSearchParams(query), momentParameters))
      const state = at.records.person.get(person)?.state
      return [state === undefined ? null : wingOn(state, at.day), at.day]
    }).pipe(Effect.withClock(makeDemoClock(instant("2016-04-13T08:00:00.000Z")).clock))

  it("sees what was the case on a day by what is known now", () =>
    withStory(() =>
      Effect.gen(function*() {
        expect(yield* wingAt("asAt=2016-04-03")).toEqual([null, "2016-04-03"])
        expect(yield* wingAt("asAt=2016-04-05")).toEqual(["A_WING", "2016-04-05"])
        expect(yield* wingAt("asAt=2016-04-06")).toEqual(["B_WING", "2016-04-06"])
        expect(yield* wingAt("")).toEqual(["B_WING", "2016-04-13"])
      })
    ))

  it("sees what was known by a day, by an instant or by a position", () =>
    withStory(() =>
      Effect.gen(function*() {
        expect(yield* wingAt("knownAt=2016-04-03")).toEqual([null, "2016-04-03"])
        expect(yield* wingAt("knownAt=2016-04-11")).toEqual(["A_WING", "2016-04-11"])
        expect(yield* wingAt("knownAt=2016-04-12")).toEqual(["B_WING", "2016-04-12"])
        expect(yield* wingAt("knownAt=2016-04-12T07:59:59.999Z")).toEqual(["A_WING", "2016-04-12"])
        expect(yield* wingAt("position=1")).toEqual(["A_WING", "2016-04-04"])
        expect(yield* wingAt("position=2")).toEqual(["B_WING", "2016-04-12"])
        expect(yield* wingAt("knownAt=2016-04-12T08:59")).toEqual(["A_WING", "2016-04-12"])
        expect(yield* wingAt("knownAt=2016-04-11&asAt=2016-04-08")).toEqual(["A_WING", "2016-04-08"])
      })
    ))

  it("folds the log once for all who ask about the moment, and again when reading failed", () =>
    withStory((store) =>
      Effect.gen(function*() {
        let [pages, away] = [0, false]
        const { asOf } = yield* makeLiveRecords({
          ...store,
          readPage: (which) =>
            Effect.suspend(() => {
              pages += 1
              return away ? Effect.fail(new StoreUnavailable({ reason: "disk", cause: null })) : store.readPage(which)
            })
        })
        const moment = { upTo: Position(1), asAt: null }
        const readAfter = (asked: typeof moment, times: number) =>
          Effect.gen(function*() {
            pages = 0
            yield* Effect.all(Array.from({ length: times }, () => asOf({ ...asked })), { concurrency: "unbounded" })
            return pages
          })
        away = true
        expect((yield* Effect.flip(asOf(moment)))._tag).toBe("StoreUnavailable")
        away = false
        expect([yield* readAfter(moment, 3), yield* readAfter(moment, 3)]).toEqual([1, 0])
        expect(yield* readAfter({ ...moment, upTo: Position(2) }, 1)).toBe(1)
      })
    ))
})
