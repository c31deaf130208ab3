/**
 * Variants of the store in memory: wrong in one way each, or right in another way.
 *
 * Every wrong one is a mistake that a real store has made. `Mutants.ts` says which rules it breaks.
 */
import type { QueryItem } from "@peerwork/core"
import { emptyEdge } from "@peerwork/ledger"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import type { AppendRequest } from "../Append.ts"
import { Check } from "../Append.ts"
import type { Store } from "../EventStore.ts"
import { subscribe } from "../Following.ts"
import type { Facts, LogStorage } from "../LogStorage.ts"
import { make } from "../Make.ts"
import type { StoreOptions } from "../Make.ts"
import { memoryStorage } from "../MemoryStore.ts"
import { Position } from "../Position.ts"
import { pause } from "./ContractRule.ts"
import type { Fixture } from "./ContractRule.ts"
import { memoryFixture, memoryFixtureOf } from "./MemoryFixture.ts"

/** A store in memory whose storage is changed. */
const changed = (name: string, change: (storage: LogStorage) => LogStorage): Fixture =>
  memoryFixtureOf(name, (log) => Effect.map(memoryStorage(log), change))

/** A store in memory whose plan is given other facts. */
const misled = (name: string, mislead: (facts: Facts) => Facts): Fixture =>
  changed(name, (storage) => ({
    ...storage,
    exclusively: (request, plan) => storage.exclusively(request, (facts) => plan(mislead(facts)))
  }))

export const forgetful = misled("a store that forgets command ids", (facts) => ({ ...facts, commit: null }))

export const clockStepsBack = misled("a store whose clock steps back", (facts) => ({ ...facts, recordedAt: null }))

export const treeAnew = misled(
  "a store that begins its tree anew with every commit",
  (facts) => ({ ...facts, edge: emptyEdge })
)

export const withoutTiles = changed("a store that does not keep full tiles", (storage) => ({
  ...storage,
  tile: () => Effect.succeed(null)
}))

/** A store in memory that looks at other checks than it was given. */
const misreading = (name: string, misread: (check: Check) => Check): Fixture =>
  changed(name, (storage) => ({
    ...storage,
    exclusively: (request, plan) => storage.exclusively({ ...request, checks: request.checks.map(misread) }, plan)
  }))

export const inclusiveAfter = misreading(
  "a store whose checks look at their own position too",
  (check) =>
    check._tag === "NothingNew" ? Check.NothingNew({ ...check, after: Position(Math.max(0, check.after - 1)) }) : check
)

const anyOf = (item: QueryItem): Arr.NonEmptyReadonlyArray<QueryItem> => {
  const { tags = [], ...rest } = item
  return Arr.isNonEmptyReadonlyArray(tags) ? Arr.map(tags, (tag) => ({ ...rest, tags: [tag] })) : [item]
}

export const anyTag = changed("a store that takes any of the tags for all of them", (storage) => ({
  ...storage,
  readPage: (request) => storage.readPage({ ...request, query: Arr.flatMap(request.query, anyOf) }),
  exclusively: (request, plan) => {
    const checks = request.checks.map((check) =>
      check._tag === "NothingNew" ? Check.NothingNew({ ...check, query: Arr.flatMap(check.query, anyOf) }) : check
    )
    return storage.exclusively({ ...request, checks }, plan)
  }
}))

export const duplicateAfterChecks = changed(
  "a store that looks at checks before it looks for duplicates",
  (storage) => ({
    ...storage,
    exclusively: (request, plan) =>
      storage.exclusively(request, (facts) => {
        const asIfNew = plan({ ...facts, commit: null })
        return asIfNew._tag === "Refuse" || facts.commit === null ? asIfNew : plan(facts)
      })
  })
)

export const reserialising = changed("a store that parses what it stores and writes it again", (storage) => ({
  ...storage,
  readPage: (request) =>
    Effect.map(
      storage.readPage(request),
      (events) => events.map(({ bytes, position }) => ({ position, bytes: JSON.stringify(JSON.parse(bytes)) }))
    )
}))

/** A store in memory over which another store is put. */
const over = (name: string, change: (store: Store, storage: LogStorage, options: StoreOptions) => Store): Fixture => ({
  ...memoryFixture,
  name,
  make: (storage, options) => change(make(storage, options), storage, options)
})

export const scannedToLastMatch = over(
  "a store that says it looked as far as its last match",
  (store, storage, options) => {
    const readPage: Store["readPage"] = (request) =>
      Effect.map(
        store.readPage(request),
        (page) => ({ ...page, scannedTo: page.events.at(-1)?.position ?? request.after })
      )
    return {
      ...store,
      readPage,
      subscribe: subscribe({ ...storage, readPage, pollEvery: options.pollEvery ?? "1 millis" })
    }
  }
)

const firstReadOf = (request: AppendRequest): ReadonlyArray<Check> =>
  request.checks.slice(0, 1).map((check) =>
    check._tag === "NothingNew" ? Check.NothingNew({ ...check, query: [check.query[0]] }) : check
  )

export const firstReadOnly = over("a store that checks only the first read", (store) => ({
  ...store,
  append: (request) => store.append({ ...request, checks: firstReadOf(request) })
}))

export const onePerPage = over(
  "a store with pages of one event",
  (_, storage, options) => make(storage, { ...options, pageSize: 1 })
)

const slowly = <A, E>(effect: Effect.Effect<A, E>): Effect.Effect<A, E> =>
  Effect.zipRight(pause, Effect.zipLeft(effect, pause))

export const slow = changed("a store that pauses wherever it can", (storage) => ({
  ...storage,
  exclusively: (request, plan) => slowly(storage.exclusively(request, plan)),
  head: slowly(storage.head),
  readPage: (request) => slowly(storage.readPage(request)),
  commitOf: (id) => slowly(storage.commitOf(id))
}))
