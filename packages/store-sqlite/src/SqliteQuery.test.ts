/**
 * Proves that every shape of query is answered by an index, in the order of positions as it comes, so that a page of a
 * long log costs no more than a page of a short one.
 */
import { Position } from "@peerwork/store"
import type { StoredPageRequest } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { logIn, openStorage } from "./OpenLog.ts"
import { sqliteConnection } from "./SqliteConnection.ts"
import { pageSql, positionsSql } from "./SqliteQuery.ts"
import type { BoundSql } from "./SqliteQuery.ts"
import { temporaryFolder } from "./testing/SqliteFixture.ts"

type Query = StoredPageRequest["query"]

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("")

const shapes: ReadonlyArray<readonly [what: string, query: Query, index: RegExp]> = [
  ["everything", [{}], /^SEARCH e USING INTEGER PRIMARY KEY/],
  ["a type", [{ types: ["A"] }], /^SEARCH e USING INDEX events_by_type \(type=\? AND position>\?/],
  [
    "some types",
    [{ types: ["A", "B", "C"] }],
    /^SEARCH e USING COVERING INDEX events_by_type \(type=\? AND position>\?/
  ],
  ["many types", [{ types: letters }], /^SEARCH e USING INTEGER PRIMARY KEY/],
  ["a tag", [{ tags: ["person:1"] }], /^SEARCH t0 USING PRIMARY KEY \(tag=\? AND position>\?/],
  [
    "a tag and types",
    [{ tags: ["person:1"], types: letters }],
    /^SEARCH t0 USING PRIMARY KEY \(tag=\? AND position>\?/
  ],
  ["tags", [{ tags: ["person:1", "place:1"] }], /^SEARCH t1 USING PRIMARY KEY \(tag=\? AND position=\?/],
  ["items", [{ tags: ["person:1"] }, { types: ["A"] }], /^MERGE \(UNION\)/]
]

const streams: ReadonlyArray<readonly [what: string, query: Query]> = [
  ["a stream", [{ stream: "thing-1" }]],
  ["a stream and a type", [{ stream: "thing-1", types: ["A"] }]],
  ["a stream and types", [{ stream: "thing-1", types: ["A", "B"] }]]
]

const request = (query: Query): StoredPageRequest => ({ query, after: Position(0), upTo: Position(99), limit: 10 })

const stepsOf = ({ sql, values }: BoundSql): Promise<ReadonlyArray<string>> =>
  Effect.runPromise(Effect.scoped(Effect.gen(function*() {
    const folder = yield* temporaryFolder
    yield* Effect.scoped(openStorage({ folder }))
    const db = yield* sqliteConnection(logIn(folder))
    return db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values).map((row) => String(row["detail"]))
  })))

const readsAll = /^SCAN (e|events|tags|t\d)\b/

describe("a query for", () => {
  it.each(shapes)("%s is answered in order, by index", async (_, query, index) => {
    for (const bound of [pageSql(request(query)), positionsSql(request(query))]) {
      const steps = await stepsOf(bound)
      expect(steps.filter((step) => readsAll.test(step) || step.includes("TEMP B-TREE"))).toEqual([])
    }
    expect((await stepsOf(pageSql(request(query)))).filter((step) => index.test(step)).length).toBeGreaterThan(0)
  })

  it.each(streams)("%s reads that stream and nothing else", async (_, query) => {
    const steps = await stepsOf(pageSql(request(query)))
    expect(steps.filter((step) => readsAll.test(step) || step.includes("events_by_type"))).toEqual([])
    expect(steps.filter((step) => /^SEARCH e USING .*INDEX sqlite_autoindex_events_1 \(stream=\?/.test(step)).length)
      .toBe(1)
  })
})
