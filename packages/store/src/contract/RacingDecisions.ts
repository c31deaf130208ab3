/**
 * Rules of racing decisions: what many commands at once come to is what they could have come to one after another.
 *
 * Each accepted decision is made once more over the events just before its place in the log, and must give the same
 * events there. A store or a loop that checks less than what was read lets decisions through that would not be made
 * again.
 */
import { decideOver } from "@peerwork/core"
import type { Decided, Happened } from "@peerwork/core"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Random from "effect/Random"
import type { Store } from "../EventStore.ts"
import { makeExecutor } from "../Execute.ts"
import type { Executing, Outcome } from "../Execute.ts"
import { understand } from "../Understanding.ts"
import { expectEqual, expectThat, inRounds, pause, storeOf } from "./ContractRule.ts"
import type { ContractRule } from "./ContractRule.ts"
import { asGiven, courseEvents, decidesOf, placesOfCourse } from "./CourseLaw.ts"
import type { CourseCommand } from "./CourseLaw.ts"
import { clockOf } from "./FakeClock.ts"
import { allEvents } from "./OrderRules.ts"
import { commandId } from "./SmallWorld.ts"

const actor = { id: "00000000-0000-4000-8000-00000000000a", role: "coordinator" } as const

const anyCommand: Effect.Effect<CourseCommand> = Effect.gen(function*() {
  const take = yield* Random.nextIntBetween(0, 4)
  const course = `c${yield* Random.nextIntBetween(1, 5)}`
  const person = `p${yield* Random.nextIntBetween(1, 7)}`
  return { _tag: take > 0 ? "TakePlace" : "LeavePlace", course, person }
})

/** Pauses wherever the loop waits for the store. */
const staggered = (store: Store): Store => ({
  ...store,
  head: Effect.zipRight(pause, store.head),
  readPage: (request) => Effect.zipRight(pause, store.readPage(request)),
  append: (request) => Effect.zipRight(pause, store.append(request))
})

const noon = Date.UTC(2016, 3, 4, 12)

const send = (executor: Executing, command: CourseCommand, index: number): Effect.Effect<Outcome, unknown> =>
  Effect.zipRight(
    pause,
    executor.execute({ decides: decidesOf(command), command: asGiven(command), actor, commandId: commandId(index) })
  )

const race = (store: Store, count: number) =>
  Effect.gen(function*() {
    const executor = yield* makeExecutor(staggered(store), courseEvents)
    const commands = yield* Effect.replicateEffect(anyCommand, count)
    const outcomes = yield* Effect.forEach(
      commands,
      (command, index) => Effect.option(send(executor, command, index)),
      {
        concurrency: "unbounded"
      }
    )
    return commands.flatMap((command, index) =>
      Option.toArray(outcomes[index] ?? Option.none()).map((outcome) => ({ command, outcome }))
    )
  }).pipe(Effect.withClock(clockOf([noon])))

/** What was kept of an event, as far as a decision says it. */
const said = ({ data, stream, tags, type }: Pick<Happened, "data" | "stream" | "tags" | "type">) => ({
  data,
  stream,
  tags,
  type
})

const decidedAgain = (command: CourseCommand, before: ReadonlyArray<Happened>, at: Happened): Decided =>
  decideOver(before, decidesOf(command), asGiven(command), {
    now: at.recordedAt,
    today: at.on,
    calendar: "",
    actor,
    numberTaken: false
  })

const decisionsStandInTheirPlace = inRounds((_, log, fixture) =>
  Effect.gen(function*() {
    const store = yield* storeOf(fixture, log)
    const raced = yield* race(store, 40)
    const events = yield* understand(courseEvents, yield* allEvents(store))
    let accepted = 0
    for (const { command, outcome } of raced) {
      if (outcome._tag !== "Accepted" || outcome.receipt === null) continue
      accepted++
      const { first, last } = outcome.receipt
      const kept = events.slice(first - 1, last)
      const [at] = kept
      if (at === undefined) return yield* expectThat(false, `the log does not hold what was kept at position ${first}`)
      const { decision } = decidedAgain(command, events.slice(0, first - 1), at)
      const again = decision._tag === "Accepted" ? decision.events.map(said) : decision.moment?.state
      yield* expectEqual(again, kept.map(said), `${command._tag}, decided again just before position ${first}`)
    }
    yield* expectThat(accepted > 0, "no command of the race was accepted")
  })
)

const placesAreNeverOverbooked = inRounds((_, log, fixture) =>
  Effect.gen(function*() {
    const store = yield* storeOf(fixture, log)
    const executor = yield* makeExecutor(staggered(store), courseEvents)
    const persons = Array.from({ length: fixture.racers }, (_unused, index) => index)
    const outcomes = yield* Effect.forEach(persons, (person) =>
      send(executor, { _tag: "TakePlace", course: "c1", person: `p${person}` }, person), { concurrency: "unbounded" })
      .pipe(
        Effect.withClock(clockOf([noon]))
      )
    const accepted = outcomes.filter((outcome) =>
      outcome._tag === "Accepted"
    )
    yield* expectEqual(accepted.length, placesOfCourse, "persons who were told that they have a place")
    const refused = outcomes.filter((outcome) =>
      outcome._tag === "Refused" && outcome.decision.moment?.state === "full"
    )
    yield* expectEqual(refused.length, fixture.racers - placesOfCourse, "persons who were told that the course is full")
  })
)

const rule = (id: string, clause: string, run: ContractRule["run"]): ContractRule => ({
  id,
  family: "boundaries",
  clause,
  needs: [],
  run
})

export const racingDecisionRules: ReadonlyArray<ContractRule> = [
  rule(
    "decided-in-place",
    "Every accepted decision of a race, decided again just before its place in the log, gives the same events",
    decisionsStandInTheirPlace
  ),
  rule(
    "losers-are-told",
    "Of many commands for few places as many are accepted as there are places, and all others are told why not",
    placesAreNeverOverbooked
  )
]
