/**
 * The rule of the model: whatever is asked of a store, it answers and holds what a naive store would.
 */
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as fc from "effect/FastCheck"
import type { Receipt } from "../Append.ts"
import type { Store } from "../EventStore.ts"
import { beginning, Position } from "../Position.ts"
import type { AppendError } from "../StoreErrors.ts"
import { expectEqual } from "./ContractRule.ts"
import type { ContractRule, LogUnderTest } from "./ContractRule.ts"
import { forAll } from "./ForAll.ts"
import { concerns, inOrder, NaiveModel } from "./NaiveModel.ts"
import type { Answer } from "./NaiveModel.ts"
import { allEvents, eventsOf } from "./OrderRules.ts"
import { anyHistory, anyQuery, commandId, settled } from "./SmallWorld.ts"

/** The answer of a store in the words of the model. */
const inModelWords = (answer: Either.Either<Receipt, AppendError>): Answer | string => {
  if (Either.isRight(answer)) return { _tag: "Receipt", ...answer.right }
  const error = answer.left
  if (error._tag === "Conflict") return { _tag: error._tag, failures: error.failures }
  return error._tag === "CommandIdReused" ? { _tag: error._tag, first: error.first } : error._tag
}

/** The store gives the time that it recorded; the model takes it, and refuses one that falls. */
const timeOf = (answer: Either.Either<Receipt, AppendError>): string =>
  Either.isRight(answer) ? answer.right.recordedAt : ""

const holdsTheSame = (model: NaiveModel, store: Store, log: LogUnderTest) =>
  Effect.gen(function*() {
    const storage = yield* log.connect
    const bytes = (yield* allEvents(store)).map((event) => event.bytes)
    yield* expectEqual(bytes, model.events.map((event) => event.bytes), "the stored bytes")
    for (const [id, kept] of model.kept) {
      const commit = yield* storage.commitOf(commandId(Number.parseInt(id.slice(-12), 16)))
      const { commandId: _, ...rest } = commit ?? { commandId: "" }
      yield* expectEqual(rest, kept, `what is kept of command ${id}`)
    }
    const personal = yield* store.personalOf(model.events.map((event) => event.id))
    const byEvent = [...model.personal].sort((a, b) => a.name < b.name ? -1 : 1)
    const expected = model.events.flatMap((event) => byEvent.filter((row) => row.eventId === event.id))
    yield* expectEqual(inOrder(personal), inOrder(expected), "the personal values")
    for (const value of ["A1234AA", "B1234BB"]) {
      const found = yield* store.subjectsOf("prisonNumber", value, Position(model.events.length))
      const rows = model.holdersOf(value)
      yield* expectEqual(inOrder(found), inOrder(rows), `whom the index names for ${value}`)
    }
  })

const someQueries = fc.array(anyQuery, { minLength: 2, maxLength: 4 })

const agreesWithTheModel = forAll(
  fc.tuple(anyHistory, someQueries),
  ([history, queries], store, log) =>
    Effect.gen(function*() {
      const model = new NaiveModel(store.origin)
      for (const [index, step] of history.entries()) {
        const request = settled(step, model.events.length)
        const answer = yield* Effect.either(store.append(request))
        const expected = model.append(request, timeOf(answer))
        yield* expectEqual(inModelWords(answer), expected, `the answer to request ${index}`)
      }
      yield* holdsTheSame(model, store, log)
      for (const query of queries) {
        const expected = model.events.filter((event) => concerns(query, event)).map((event) => event.position)
        const found = yield* eventsOf(store, { query, after: beginning })
        yield* expectEqual(found.map((event) => event.position), expected, `events that match ${JSON.stringify(query)}`)
      }
    })
)

export const modelRules: ReadonlyArray<ContractRule> = [{
  id: "naive-model",
  family: "order",
  clause: "After any history of requests a store has answered, and holds, what a naive store would",
  needs: [],
  run: agreesWithTheModel
}]
