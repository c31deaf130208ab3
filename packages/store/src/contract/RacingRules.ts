/**
 * Rules of races: many start at once or at their own time, and exactly as many win as may.
 *
 * Every racer pauses for a random time wherever it would wait for something, because a barrier after the read hides
 * what only a staggered start shows, and a fixed pause hides what only a random one shows.
 */
import type { Query } from "@peerwork/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { Check } from "../Append.ts"
import type { Receipt } from "../Append.ts"
import type { Store } from "../EventStore.ts"
import { beginning } from "../Position.ts"
import type { AppendError } from "../StoreErrors.ts"
import { expectEqual, expectThat, inRounds, pause, storeOf } from "./ContractRule.ts"
import type { ContractRule } from "./ContractRule.ts"
import { allEvents, eventsOf } from "./OrderRules.ts"
import { request } from "./SmallWorld.ts"

type Answer = Either.Either<Receipt, AppendError>

const racing = <A, E>(racers: number, run: (racer: number) => Effect.Effect<A, E>) =>
  Effect.forEach(Array.from({ length: racers }, (_, index) => index + 1), run, { concurrency: "unbounded" })

const tally = (answers: ReadonlyArray<Answer>): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const answer of answers) {
    const tag = Either.isRight(answer) ? "Receipt" : answer.left._tag
    counts[tag] = (counts[tag] ?? 0) + 1
  }
  return counts
}

const tags = ["course:1"]
const course: Query = [{ tags }]

/** Each writes its own stream, on condition that nobody else has been here. */
const oneWinner = inRounds((_, log, fixture) =>
  Effect.gen(function*() {
    const checks = [Check.NothingNew({ query: course, after: beginning })]
    const answers = yield* racing(fixture.racers, (racer) =>
      Effect.gen(function*() {
        const store = yield* storeOf(fixture, log)
        return yield* Effect.either(store.append(request(racer, [{ stream: `racer-${racer}`, tags }], { checks })))
      }))
    yield* expectEqual(tally(answers), { Receipt: 1, Conflict: fixture.racers - 1 }, "what became of the racers")
  })
)

const places = 3

/** Nobody needs more turns than there are others; who does has met a store that never says yes. */
const takePlace = (store: Store, racer: number, turns: number): Effect.Effect<boolean, unknown> =>
  Effect.gen(function*() {
    yield* expectThat(turns > 0, `racer ${racer} was in conflict again and again`)
    yield* pause
    const after = yield* store.head
    yield* pause
    const taken = yield* eventsOf(store, { query: course, after: beginning, upTo: after })
    if (taken.length >= places) return false
    yield* pause
    const checks = [Check.NothingNew({ query: course, after })]
    const answer = yield* Effect.either(store.append(request(racer, [{ stream: `racer-${racer}`, tags }], { checks })))
    if (Either.isRight(answer)) return true
    return answer.left._tag === "Conflict" ? yield* takePlace(store, racer, turns - 1) : yield* answer.left
  })

const capacityHolds = inRounds((store, log, fixture) =>
  Effect.gen(function*() {
    const taken = yield* racing(fixture.racers, (racer) =>
      Effect.flatMap(storeOf(fixture, log), (own) => takePlace(own, racer, fixture.racers)))
    yield* expectEqual(taken.filter(Boolean).length, places, "racers who took a place")
    yield* expectEqual((yield* allEvents(store)).length, places, "places that were taken")
  })
)

const unconditionalAppendsLand = inRounds((store, log, fixture) =>
  Effect.gen(function*() {
    const answers = yield* racing(20, (racer) =>
      Effect.flatMap(storeOf(fixture, log), (own) =>
        Effect.zipRight(pause, Effect.either(own.append(request(racer, [{ stream: "shared" }]))))))
    yield* expectEqual(tally(answers), { Receipt: 20 }, "what became of 20 appends to one stream")
    const versions = (yield* allEvents(store)).map(({ envelope }) =>
      envelope.version
    )
    yield* expectEqual(versions, Array.from({ length: 20 }, (_, index) => index + 1), "the versions of the stream")
    const positions = answers.flatMap((answer) => Either.isRight(answer) ? [answer.right.first] : []).sort((a, b) =>
      a - b
    )
    yield* expectEqual(positions, versions, "the positions in the receipts")
  })
)

const unrelatedDoNotConflict = inRounds((reader, log, fixture) =>
  Effect.gen(function*() {
    const answers = yield* racing(fixture.racers, (racer) =>
      Effect.gen(function*() {
        const store = yield* storeOf(fixture, log)
        yield* pause
        const own = [`course:${racer}`]
        const after = yield* store.head
        yield* pause
        const checks = [Check.NothingNew({ query: [{ tags: own }], after })]
        return yield* Effect.either(store.append(request(racer, [{ stream: `racer-${racer}`, tags: own }], { checks })))
      }))
    yield* expectEqual(tally(answers), { Receipt: fixture.racers }, "what became of appends with nothing in common")
    yield* expectEqual((yield* allEvents(reader)).length, fixture.racers, "the events that are there at the end")
  })
)

const sameCommandAtOnce = inRounds((store, log, fixture) =>
  Effect.gen(function*() {
    const receipts = yield* racing(16, () =>
      Effect.flatMap(storeOf(fixture, log), (own) =>
        Effect.zipRight(pause, own.append(request(1, [{ stream: "a" }])))))
    yield* expectEqual(yield* store.head, 1, "the head after one command was sent 16 times at once")
    const firsts = receipts.filter((receipt) =>
      !receipt.duplicate
    )
    yield* expectEqual(firsts.length, 1, "receipts that are no duplicate")
    yield* expectThat(
      receipts.every(({ first, last, recordedAt }) =>
        first === 1 && last === 1 && recordedAt === firsts[0]?.recordedAt
      ),
      "the receipts of one command differ"
    )
  })
)

const rule = (
  id: string,
  clause: string,
  run: ContractRule["run"],
  family: ContractRule["family"] = "boundaries"
): ContractRule => ({ id, family, clause, needs: [], run })

export const racingRules: ReadonlyArray<ContractRule> = [
  rule(
    "one-winner",
    "Of many who start at once for one boundary, each on its own stream, one wins and all others are in conflict",
    oneWinner
  ),
  rule(
    "capacity",
    "Of many who read, decide and append at their own pace, exactly as many win as there are places",
    capacityHolds
  ),
  rule("unconditional", "Appends without checks to one stream all land, each once", unconditionalAppendsLand),
  rule("unrelated", "Boundaries that have nothing in common are never in conflict", unrelatedDoNotConflict),
  rule(
    "sent-at-once",
    "The same command sent by many at once is written once, and all get the same receipt",
    sameCommandAtOnce,
    "commands"
  )
]
