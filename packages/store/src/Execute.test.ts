/**
 * Proves what becomes of a command: it is kept once, refused as a value, decided again where the world has moved on,
 * sent again where its outcome is unknown, and never in the way of others without need.
 */
import {
  CorrectPrisonNumber,
  date,
  decisions,
  establishment,
  eventTypes,
  prisonNumber,
  RegisterPerson
} from "@peerwork/core"
import type { Decides, Given, Query } from "@peerwork/core"
import * as Effect from "effect/Effect"
import * as Ref from "effect/Ref"
import { describe, expect, it } from "vitest"
import { CommandId } from "./CommandId.ts"
import { pause } from "./contract/ContractRule.ts"
import { asGiven, courseEvents, decidesOf } from "./contract/CourseLaw.ts"
import type { CourseCommand } from "./contract/CourseLaw.ts"
import { clockOf } from "./contract/FakeClock.ts"
import { everything } from "./EventStore.ts"
import type { Store } from "./EventStore.ts"
import { makeExecutor } from "./Execute.ts"
import type { Executing, ToExecute } from "./Execute.ts"
import { makeMemoryStore } from "./MemoryStore.ts"
import { beginning, Position } from "./Position.ts"
import { CommitUnknown, Conflict, StoreUnavailable } from "./StoreErrors.ts"
import type { AppendError } from "./StoreErrors.ts"

const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`
const actor = { id: uuid(1), role: "coordinator" } as const
/** What a decision yields to read of persons. */
const askOfPersons = {
  view: {
    name: "AnythingOf",
    initial: null,
    query: (id: string): Query => [{ tags: [`person:${id}`] }],
    evolve: () => null
  },
  fold: true,
  "write yield* read(...), with the star": true
} as const

const noon = Date.UTC(2016, 3, 4, 12)

const taking = (number: number, more: Partial<CourseCommand> = {}): ToExecute => {
  const command: CourseCommand = { _tag: "TakePlace", course: "c1", person: `p${number}`, ...more }
  return { decides: decidesOf(command), command: asGiven(command), actor, commandId: CommandId(uuid(number)) }
}

interface Scene {
  readonly store: Store
  readonly executor: Executing
}

/** A new store, changed where a test says so, with an executor over it. */
const scene = <A>(
  play: (scene: Scene) => Effect.Effect<A, unknown>,
  change: (store: Store) => Store = (store) => store,
  types = courseEvents
): Promise<A> =>
  Effect.runPromise(
    Effect.gen(function*() {
      const store = yield* makeMemoryStore()
      return yield* play({ store, executor: yield* makeExecutor(change(store), types) })
    }).pipe(Effect.withClock(clockOf([noon])))
  )

/** Appends go wrong like this, one after another, and then right. */
const failing = (errors: ReadonlyArray<(sent: { readonly commandId: CommandId }) => AppendError>, keeps: boolean) => {
  let sent = 0
  return (store: Store): Store => ({
    ...store,
    append: (request) =>
      Effect.suspend(() => {
        const error = errors[sent++]
        if (error === undefined) return store.append(request)
        return Effect.zipRight(keeps ? Effect.ignore(store.append(request)) : Effect.void, Effect.fail(error(request)))
      })
  })
}

const unknown = ({ commandId }: { readonly commandId: CommandId }) => new CommitUnknown({ commandId, cause: "silence" })
const busy = () => new StoreUnavailable({ reason: "busy", cause: "another" })
const disk = () => new StoreUnavailable({ reason: "disk", cause: "it failed" })
const full = () => new StoreUnavailable({ reason: "full", cause: "no room" })

describe("a command", () => {
  it("that is accepted is kept, with what was read and known as evidence", () =>
    scene(({ executor, store }) =>
      Effect.gen(function*() {
        yield* executor.execute(taking(1))
        const outcome = yield* executor.execute({ ...taking(2), cause: uuid(9), correlation: uuid(8) })
        expect(outcome).toMatchObject({ _tag: "Accepted", receipt: { first: 2, last: 2, duplicate: false } })
        const { events: [, event] } = yield* store.readPage({ query: everything, after: beginning })
        expect(event?.envelope).toMatchObject({
          recordedAt: "2016-04-04T12:00:00.000Z",
          cause: uuid(9),
          correlation: uuid(8),
          decision: { upTo: 1, reads: [["PlacesOf course", "c1"], ["PlacesOf person", "p2"]] }
        })
      })
    ))

  it("is decided as of one position, whatever is kept while it reads", () => {
    const bounds = new Set<number | undefined>()
    let others = 100
    const busyWorld = (store: Store): Store => ({
      ...store,
      readPage: (request) => {
        bounds.add(request.upTo)
        const other = taking(++others, { course: `elsewhere ${others}`.replace(" ", "-") })
        const executor = makeExecutor(store, courseEvents)
        return Effect.zipRight(
          Effect.ignore(Effect.flatMap(executor, ({ execute }) => execute(other))),
          store.readPage(request)
        )
      }
    })
    return scene(({ executor, store }) =>
      Effect.gen(function*() {
        yield* executor.execute(taking(1))
        bounds.clear()
        const before = yield* store.head
        yield* executor.check(taking(2))
        expect([...bounds]).toEqual([before])
        expect(yield* store.head).toBeGreaterThan(before)
      }), busyWorld)
  })

  it("that reads more than a query can ask for is checked by as many queries as it takes", () =>
    scene(({ executor, store }) =>
      Effect.gen(function*() {
        const seen: Array<number> = []
        const ids = Array.from({ length: 70 }, (_, index) => `p${index}`)
        const watched = yield* makeExecutor({
          ...store,
          append: (request) => {
            seen.push(...request.checks.map((check) => check._tag === "NothingNew" ? check.query.length : 0))
            return store.append(request)
          }
        }, courseEvents)
        const one = taking(1)
        const decides: Decides = {
          ...one.decides,
          decide: function*(input, known) {
            yield { ...askOfPersons, ids }
            return yield* one.decides.decide(input, known)
          }
        }
        expect(yield* watched.execute({ ...one, decides })).toMatchObject({ _tag: "Accepted" })
        expect(seen).toEqual([32, 32, 8])
        yield* executor.execute(taking(2))
      })
    ))

  it("that is refused leaves nothing, and may be tried again under its id", () =>
    scene(({ executor, store }) =>
      Effect.gen(function*() {
        for (const number of [1, 2, 3]) yield* executor.execute(taking(number))
        const refused = yield* executor.execute(taking(4))
        expect(refused).toMatchObject({ _tag: "Refused", decision: { moment: { state: "full" } } })
        expect(yield* store.head).toBe(3)
        yield* executor.execute(taking(5, { _tag: "LeavePlace", person: "p1" }))
        expect(yield* executor.execute(taking(4))).toMatchObject({ _tag: "Accepted", receipt: { first: 5 } })
      })
    ))

  it("that is sent again gets its first receipt, and is not decided again", () =>
    scene(({ executor, store }) =>
      Effect.gen(function*() {
        const first = yield* executor.execute(taking(1))
        const again = yield* executor.execute(taking(1))
        expect(first._tag).toBe("Accepted")
        expect(again).toEqual({
          _tag: "Duplicate",
          receipt: { first: 1, last: 1, recordedAt: "2016-04-04T12:00:00.000Z", duplicate: true }
        })
        expect(yield* store.head).toBe(1)
      })
    ))

  it("that comes under the id of another is refused with where that stands", () =>
    scene(({ executor }) =>
      Effect.gen(function*() {
        yield* executor.execute(taking(1))
        const error = yield* Effect.flip(executor.execute({ ...taking(2), commandId: CommandId(uuid(1)) }))
        expect(error).toMatchObject({ _tag: "CommandIdReused", commandId: uuid(1), first: 1 })
      })
    ))

  it("is the same command as long as it was received the same, in any order of its members", () =>
    scene(({ executor }) =>
      Effect.gen(function*() {
        yield* executor.execute({ ...taking(1), received: { person: "p1", course: "c1" } })
        const again = yield* executor.execute({ ...taking(1), received: { course: "c1", person: "p1" } })
        expect(again._tag).toBe("Duplicate")
        const other = yield* Effect.flip(executor.execute({ ...taking(1), received: { course: "c1", person: "P1" } }))
        expect(other._tag).toBe("CommandIdReused")
      })
    ))

  it("that holds what is no text is refused before anything is read", () =>
    scene(({ executor }) =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(executor.execute({ ...taking(1), received: "\ud800" }))
        expect(error._tag).toBe("NotWellFormed")
      })
    ))
})

describe("an append", () => {
  it("whose outcome is unknown is sent again as it was, and written once", () =>
    scene(({ executor, store }) =>
      Effect.gen(function*() {
        const outcome = yield* executor.execute(taking(1))
        expect(outcome).toMatchObject({ _tag: "Duplicate", receipt: { first: 1, duplicate: true } })
        expect(yield* store.head).toBe(1)
      }), failing([unknown, unknown], true)))

  it("whose outcome is unknown stays so when the store cannot be asked again", () =>
    scene(({ executor }) =>
      Effect.gen(function*() {
        const error = yield* Effect.flip(executor.execute(taking(1)))
        expect(error).toMatchObject({ _tag: "CommitUnknown", commandId: uuid(1) })
      }), failing([unknown, busy, unknown, disk], true)))

  it("that finds the store busy is sent again", () =>
    scene(({ executor }) =>
      Effect.gen(function*() {
        expect(yield* executor.execute(taking(1))).toMatchObject({ _tag: "Accepted", receipt: { first: 1 } })
      }), failing([busy, busy, unknown], false)))

  it("that finds the disk full is not", () =>
    scene(({ executor }) =>
      Effect.gen(function*() {
        expect(yield* Effect.flip(executor.execute(taking(1)))).toMatchObject({
          _tag: "StoreUnavailable",
          reason: "full"
        })
      }), failing([full], false)))

  it("is given up after a bounded number of times", () =>
    scene(({ executor }) =>
      Effect.gen(function*() {
        expect((yield* Effect.flip(executor.execute(taking(1))))._tag).toBe("StoreUnavailable")
      }), failing(Array.from({ length: 6 }, () => busy), false)))

  it("whose reads have changed is decided again, and after a bounded number of times given up", () =>
    scene(({ executor }) =>
      Effect.gen(function*() {
        expect((yield* executor.execute(taking(1)))._tag).toBe("Accepted")
        expect((yield* Effect.flip(executor.execute(taking(2))))._tag).toBe("Conflict")
      }), (store) => {
      const conflict = () => new Conflict({ failures: [{ check: 0, observed: 1 }] })
      const first = failing([conflict, conflict, conflict], false)(store)
      return {
        ...store,
        append: (request) => request.commandId === uuid(1) ? first.append(request) : Effect.fail(conflict())
      }
    }))
})

describe("a dry run", () => {
  it("says what would become of the command, and stores nothing", () =>
    scene(({ executor, store }) =>
      Effect.gen(function*() {
        expect((yield* executor.check(taking(1)))._tag).toBe("Accepted")
        for (const number of [1, 2, 3]) yield* executor.execute(taking(number))
        expect(yield* executor.check(taking(4))).toMatchObject({ _tag: "Refused", moment: { state: "full" } })
        expect(yield* store.head).toBe(3)
      })
    ))
})

const registering = (person: number, number: string): ToExecute => {
  const decides: Decides | undefined = decisions.get("RegisterPerson")
  if (decides === undefined) throw new Error("the law has no RegisterPerson")
  const command: Given = RegisterPerson.make({
    person: uuid(1000 + person),
    prisonNumber: prisonNumber(number),
    familyName: "Smith",
    givenName: "John",
    establishment: establishment("ZZI"),
    on: date("2016-04-04")
  })
  return { decides, command, actor, commandId: CommandId(uuid(person)) }
}

const correcting = (command: number, person: number, number: string): ToExecute => {
  const decides = decisions.get("CorrectPrisonNumber")
  if (decides === undefined) throw new Error("the law has no CorrectPrisonNumber")
  const given: Given = CorrectPrisonNumber.make({
    person: uuid(1000 + person),
    prisonNumber: prisonNumber(number),
    on: date("2016-04-04"),
    reason: "it was written wrongly"
  })
  return { decides, command: given, actor, commandId: CommandId(uuid(command)) }
}

const letters = (number: number): string => String.fromCharCode(65 + Math.floor(number / 26), 65 + number % 26)

describe("registrations, which all ask the index of prison numbers", () => {
  const slowly = (store: Store): Store => ({
    ...store,
    head: Effect.zipLeft(store.head, pause),
    subjectsOf: (...asked) => Effect.zipLeft(store.subjectsOf(...asked), pause),
    append: (request) => Effect.zipRight(pause, store.append(request))
  })

  it("are 64 successes when 64 come at once, none of them decided twice", async () => {
    const appends = Effect.runSync(Ref.make(0))
    await scene(({ executor, store }) =>
      Effect.gen(function*() {
        const outcomes = yield* Effect.forEach(
          Array.from({ length: 64 }, (_, number) => number),
          (number) => executor.execute(registering(number, `A1234${letters(number)}`)),
          { concurrency: "unbounded" }
        )
        expect(outcomes.map((outcome) => outcome._tag)).toEqual(outcomes.map(() => "Accepted"))
        expect(yield* Ref.get(appends)).toBe(64)
        const [found] = yield* store.subjectsOf("prisonNumber", "A1234AC", Position(64))
        expect(found?.subject).toBe(uuid(1002))
      }), (store) => ({
        ...slowly(store),
        append: (request) => Effect.zipRight(Ref.update(appends, (count) => count + 1), slowly(store).append(request))
      }), eventTypes)
  })

  it("of one number by two processes are one success, and the other is told", () =>
    Effect.runPromise(Effect.gen(function*() {
      const store = yield* makeMemoryStore()
      const processes = yield* Effect.replicateEffect(makeExecutor(slowly(store), eventTypes), 2)
      const outcomes = yield* Effect.forEach(
        processes,
        (executor, number) => executor.execute(registering(number, "A1234AA")),
        { concurrency: "unbounded" }
      )
      expect(outcomes.map((outcome) => outcome._tag).sort()).toEqual(["Accepted", "Refused"])
      expect(yield* store.head).toBe(1)
    })))

  it("find a number free again that was put right, and nobody else may take one that is in use", () =>
    scene(
      ({ executor }) =>
        Effect.gen(function*() {
          const outcomes = []
          for (
            const command of [
              registering(1, "A1234AA"),
              registering(2, "A1234AA"),
              correcting(3, 1, "A1234AA"),
              correcting(4, 1, "B1234BB"),
              registering(5, "A1234AA"),
              registering(6, "B1234BB")
            ]
          ) outcomes.push((yield* executor.execute(command))._tag)
          expect(outcomes).toEqual(["Accepted", "Refused", "Accepted", "Accepted", "Accepted", "Refused"])
        }),
      (store) => store,
      eventTypes
    ))
})
