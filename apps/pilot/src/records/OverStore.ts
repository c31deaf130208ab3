/**
 * A law that asks for its history while it runs, answered by the store.
 *
 * Deciding again and folding again are plain functions of a history. Here the history is in the store, which answers
 * later: so the function runs, what it asked for is loaded, and it runs again until nothing is left to ask. It asks the
 * same each time, and only for what it needs.
 */
import { eventTypes } from "@peerwork/core"
import type { Happened, Query } from "@peerwork/core"
import type { LawHistory } from "@peerwork/replay"
import { EventStore, Position, understand } from "@peerwork/store"
import type { Store } from "@peerwork/store"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

interface Question {
  readonly query: Query
  readonly after: number
  readonly upTo: number
}

/** A decision reads in fewer rounds than this. */
const mostRounds = 100

/** The stored events that match, understood. */
const eventsAbout = (store: Store, { after, query, upTo }: Question) =>
  upTo <= after
    ? Effect.succeed<ReadonlyArray<Happened>>([])
    : store.read({ query, after: Position(after), upTo: Position(upTo) }).pipe(
      Stream.runCollect,
      Effect.flatMap((found) => understand(eventTypes, [...found]))
    )

/** What a run came to, and what it is still waiting for. */
const attempt = <A>(run: (history: LawHistory) => A, answers: ReadonlyMap<string, ReadonlyArray<Happened>>) => {
  const open = new Map<string, Question>()
  const about: LawHistory["about"] = (query, upTo, after = 0) => {
    const question = { query, after, upTo }
    const key = JSON.stringify(question)
    const answer = answers.get(key)
    if (answer === undefined) open.set(key, question)
    return answer ?? []
  }
  const history: LawHistory = { about, take: () => undefined, unread: () => null, head: () => 0 }
  try {
    return { open, result: run(history) }
  } catch (error) {
    // What was not loaded yet may look impossible
    if (open.size === 0) throw error
    return { open, result: null }
  }
}

/** Runs a function of the history over the log. */
export const overStore = <A>(run: (history: LawHistory) => A) =>
  Effect.gen(function*() {
    const store = yield* EventStore
    const answers = new Map<string, ReadonlyArray<Happened>>()
    for (let round = 0; round < mostRounds; round++) {
      const { open, result } = attempt(run, answers)
      if (open.size === 0 && result !== null) return result
      for (const [key, question] of open) answers.set(key, yield* eventsAbout(store, question))
    }
    return yield* Effect.dieMessage(`A law asked for more in ${mostRounds} rounds`)
  })
