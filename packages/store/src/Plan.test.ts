/**
 * Proves what follows from facts and a request, where the contract cannot look: at the end of all positions, and that
 * the plan is a function of what it is given.
 */
import { appendLeaves, emptyEdge, frontierOf, growEdge, leafHash, rootOf } from "@peerwork/ledger"
import { describe, expect, it } from "vitest"
import { Check } from "./Append.ts"
import { request } from "./contract/SmallWorld.ts"
import type { Facts } from "./LogStorage.ts"
import { plan } from "./Plan.ts"
import { Position } from "./Position.ts"

const now = "2016-04-04T12:00:00.000Z"

const seven = growEdge(emptyEdge, Array.from({ length: 7 }, (_, at) => leafHash(`leaf ${at}`))).edge

const facts: Facts = {
  origin: "example.org/events",
  head: Position(7),
  recordedAt: "2016-04-04T11:00:00.000Z",
  commit: null,
  observed: [],
  ends: new Map([["thing-a", { version: 4, bytes: "the bytes of version 4" }]]),
  edge: seven
}

const rowsOf = (planned: ReturnType<typeof plan>) => {
  if (planned._tag !== "Insert") throw new Error(`planned to ${planned._tag}`)
  return planned.rows
}

const previousIn = (bytes: string): string | null => /"previous":(?:null|"([^"]+)")/.exec(bytes)?.[1] ?? null

describe("the plan", () => {
  it("goes on from the head and from the end of each stream, also where a stream is written twice", () => {
    const sent = request(1, [{ stream: "thing-a" }, { stream: "thing-b" }, { stream: "thing-a" }])
    const { commit, events } = rowsOf(plan(facts, sent, now))
    expect(events.map(({ position, version }) => [position, version])).toEqual([[8, 5], [9, 1], [10, 6]])
    const previous = [leafHash("the bytes of version 4"), null, leafHash(events[0].bytes)]
    expect(events.map(({ bytes }) => previousIn(bytes))).toEqual(
      previous.map((hash) => hash?.toString("base64") ?? null)
    )
    expect(commit).toMatchObject({ first: 8, last: 10, recordedAt: now })
  })

  it("grows the tree by the bytes of each event, and leaves the one before as it was", () => {
    const { events, tree } = rowsOf(plan(facts, request(1, [{ stream: "thing-a" }, { stream: "thing-b" }]), now))
    const grown = appendLeaves(frontierOf(seven), events.map(({ bytes }) => leafHash(bytes)))
    expect(Buffer.from(tree.root)).toEqual(rootOf(grown))
    expect(Buffer.from(tree.frontier)).toEqual(Buffer.concat(grown.nodes))
    expect(tree.edge.size).toBe(9)
    expect(seven.size).toBe(7)
  })

  it("gives the same rows for the same facts, request and time, and changes none of them", () => {
    const frozen = Object.freeze({ ...facts, ends: new Map(facts.ends) })
    const sent = Object.freeze(request(1, [{ stream: "thing-a", data: Object.freeze({ b: 1, a: 2 }) }]))
    expect(plan(frozen, sent, now)).toEqual(plan(frozen, sent, now))
    expect([...frozen.ends]).toEqual([...facts.ends])
  })

  it("fills the last position that a number can say, and refuses the one after it", () => {
    const head = Position(Number.MAX_SAFE_INTEGER - 1)
    const last = { ...facts, head, edge: { ...seven, size: head } }
    expect(rowsOf(plan(last, request(1, [{ stream: "a" }]), now)).commit.last).toBe(Number.MAX_SAFE_INTEGER)
    const planned = plan(last, request(1, [{ stream: "a" }, { stream: "a" }]), now)
    expect(planned).toMatchObject({ _tag: "Refuse", error: { _tag: "LimitExceeded", max: Number.MAX_SAFE_INTEGER } })
  })

  it("takes a check that saw nothing for one that holds, and one beyond the head for one that fails", () => {
    const query = [{ tags: ["person:1"] }] as const
    const checks = [Check.NothingNew({ query, after: Position(7) }), Check.NothingNew({ query, after: Position(8) })]
    const planned = plan({ ...facts, observed: [0, 0] }, request(1, [{ stream: "a" }], { checks }), now)
    expect(planned).toMatchObject({ _tag: "Refuse", error: { failures: [{ check: 1, observed: 7 }] } })
  })
})
