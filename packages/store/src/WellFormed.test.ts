/**
 * Proves every limit on what reaches a store at its edge, and that a request is refused before it reaches a storage.
 */
import type { Query } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { Check } from "./Append.ts"
import type { AppendRequest } from "./Append.ts"
import { request } from "./contract/SmallWorld.ts"
import type { PageRequest } from "./EventStore.ts"
import { makeMemoryStore } from "./MemoryStore.ts"
import { beginning } from "./Position.ts"
import { appendProblem, pageProblem } from "./WellFormed.ts"

const times = <A>(count: number, make: (index: number) => A): ReadonlyArray<A> =>
  Array.from({ length: count }, (_, index) => make(index))

const sent = (more: Partial<AppendRequest>): AppendRequest => request(1, [{ stream: "a" }], more)
const asked = (query: Query, limit?: number): PageRequest =>
  limit === undefined ? { query, after: beginning } : { query, after: beginning, limit }

const check = Check.NothingNew({ query: [{ stream: "a" }], after: beginning })
const personal = (index: number) =>
  ({ event: 0, name: `n${index}`, subject: "s", class: "conduct", value: null }) as const
const lookup = (index: number) => ({ kind: "prisonNumber", value: `A${index}`, subject: "s" }) as const

type Limited = readonly [limit: string, max: number, problem: (count: number) => ReturnType<typeof appendProblem>]

const limited: ReadonlyArray<Limited> = [
  ["checks in an append", 100, (count) => appendProblem(sent({ checks: times(count, () => check) }))],
  ["personal values in an append", 2000, (count) => appendProblem(sent({ personal: times(count, personal) }))],
  ["look-ups in an append", 100, (count) => appendProblem(sent({ lookups: times(count, lookup) }))],
  ["characters in events.0.stream", 200, (count) => appendProblem(request(1, [{ stream: "x".repeat(count) }]))],
  ["types in a query item", 200, (count) => pageProblem(asked([{ types: times(count, (index) => `T${index}`) }]))],
  ["tags in a query item", 16, (count) => pageProblem(asked([{ tags: times(count, (index) => `t:${index}`) }]))],
  ["items in a query", 32, (count) => pageProblem(asked([{}, ...times(count - 1, () => ({}))]))],
  ["events on a page", 1000, (count) => pageProblem(asked([{}], count))]
]

describe("a limit", () => {
  it.each(limited)("of %s holds exactly at %i", (limit, max, problem) => {
    expect(problem(max - 1)).toBeNull()
    expect(problem(max)).toBeNull()
    expect(problem(max + 1)).toMatchObject({ _tag: "LimitExceeded", limit, max, actual: max + 1 })
  })

  it("of metadata counts the bytes that are kept", async () => {
    const answer = (length: number) =>
      Effect.runPromise(
        Effect.flatMap(makeMemoryStore(), (store) =>
          Effect.merge(store.append(sent({ metadata: { a: "x".repeat(length - '{"a":""}'.length) } }))))
      )
    expect(await answer(8192)).toMatchObject({ first: 1 })
    expect(await answer(8193)).toMatchObject({ _tag: "LimitExceeded", limit: "bytes of metadata", actual: 8193 })
  })
})

describe("a request for a page", () => {
  it.each([[0], [-1], [1.5], [Number.NaN]])("of %d events is refused", (limit) => {
    expect(pageProblem(asked([{}], limit))).toMatchObject({ _tag: "NotWellFormed", path: "limit" })
  })

  it.each<[string, Query]>([
    ["stream", [{ stream: "thing a" }]],
    ["type", [{ types: ["Thing Happened"] }]],
    ["tag", [{}, { tags: ["person:é"] }]]
  ])("that asks for a %s that no event can have is refused", (_, query) => {
    expect(pageProblem(asked(query))).toMatchObject({ _tag: "NotWellFormed" })
  })
})
