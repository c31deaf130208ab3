/**
 * A small world: few streams, tags, types and commands, so that whatever can collide does.
 */
import type { Json, JsonObject, NewEvent, Query, QueryItem } from "@peerwork/core"
import * as fc from "effect/FastCheck"
import { Check, Expected } from "../Append.ts"
import type { AppendRequest } from "../Append.ts"
import { CommandId } from "../CommandId.ts"
import { Position } from "../Position.ts"

/** The n-th command id of the world. */
export const commandId = (index: number): CommandId =>
  CommandId(`00000000-0000-4000-8000-${index.toString(16).padStart(12, "0")}`)

export interface SampleEvent {
  readonly stream: string
  readonly type?: string
  readonly tags?: ReadonlyArray<string>
  readonly data?: JsonObject
}

const newEvent = (id: CommandId, { data = {}, stream, tags = [], type = "ThingHappened" }: SampleEvent): NewEvent => ({
  type,
  schemaVersion: 1,
  stream,
  on: "2016-04-04",
  actor: { id: "00000000-0000-4000-8000-00000000000a", role: "coordinator" },
  command: { id, type: "DoThing" },
  cause: null,
  correlation: id,
  decision: { law: "0", command: {}, upTo: 0, known: {}, reads: [], rules: [] },
  data,
  tags
})

/** A request of the world: its n-th command, with these events. */
export const request = (
  command: number,
  [first, ...rest]: readonly [SampleEvent, ...ReadonlyArray<SampleEvent>],
  more: Partial<AppendRequest> = {}
): AppendRequest => {
  const id = commandId(command)
  return {
    commandId: id,
    fingerprint: `fingerprint ${command}`,
    events: [newEvent(id, first), ...rest.map((event) => newEvent(id, event))],
    personal: [],
    lookups: [],
    checks: [],
    metadata: {},
    ...more
  }
}

const streams = ["thing-a", "thing-b", "other-a"] as const
const tags = ["person:1", "person:2", "place:1", "place:2"] as const
const types = ["ThingHappened", "ThingEnded", "OtherHappened"] as const

/** Texts and names that stores have been known to change on the way. */
const texts = ["", "a", "\u00e9", "e\u0301", "\u0000", "\\ud800", '"', "😀", "ﬁ", "\u2028", "A", "trailing "] as const
const names = ["a", "B", "10", "2", "é", "__proto__", "😀", "\ufb33"] as const

const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(...texts),
  fc.constantFrom(0, -0, 1, 1.5, 1e21, 1e-7, Number.MAX_SAFE_INTEGER),
  fc.boolean(),
  fc.constant(null)
)

const members: fc.Arbitrary<JsonObject> = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...names), fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }))),
  { maxLength: 5, selector: ([name]) => name }
).map((entries) => Object.fromEntries(entries))

const someTags = fc.subarray([...tags], { maxLength: 3 }).map((chosen) => [...chosen].sort())

const sampleEvent: fc.Arbitrary<SampleEvent> = fc.record({
  stream: fc.constantFrom(...streams),
  type: fc.constantFrom(...types),
  tags: someTags,
  data: members
})

/** Half of them ask for one or two tags, which is what most views ask; the others for anything at all. */
const queryItem: fc.Arbitrary<QueryItem> = fc.oneof(
  fc.record({ tags: fc.subarray([...tags], { minLength: 1, maxLength: 2 }) }),
  fc.record({
    stream: fc.constantFrom(...streams, "never-written"),
    types: fc.subarray([...types, "NeverHappened"]),
    tags: fc.subarray([...tags, "never:1"], { maxLength: 2 })
  }, { requiredKeys: [] })
)

/** A query of one to three items. */
export const anyQuery: fc.Arbitrary<Query> = fc.tuple(queryItem, fc.array(queryItem, { maxLength: 2 }))
  .map(([first, rest]): Query => [first, ...rest])

const anyExpected: fc.Arbitrary<Expected> = fc.oneof(
  fc.constant(Expected.NoStream()),
  fc.constant(Expected.StreamExists()),
  fc.nat(4).map((version) => Expected.AtVersion({ version }))
)

/** A check whose position is said relative to the head: -1 is one before it, 1 is one beyond. */
type RelativeCheck = { readonly stream: string; readonly expected: Expected } | {
  readonly query: Query
  readonly fromHead: number
}

const anyCheck: fc.Arbitrary<RelativeCheck> = fc.oneof(
  fc.record({ stream: fc.constantFrom(...streams), expected: anyExpected }),
  fc.record({ query: anyQuery, fromHead: fc.constantFrom(-100, -2, -1, 0, 0, 0, 1) })
)

const checkAt = (check: RelativeCheck, head: number): Check =>
  "query" in check
    ? Check.NothingNew({ query: check.query, after: Position(Math.max(0, head + check.fromHead)) })
    : Check.StreamIs(check)

const lookup: fc.Arbitrary<AppendRequest["lookups"][number]> = fc.record({
  kind: fc.constant("prisonNumber"),
  value: fc.constantFrom("A1234AA", "B1234BB"),
  subject: fc.constantFrom("s1", "s2")
})

/** One request of a history, as data, so that a counter-example can be read. */
export interface Step {
  readonly command: number
  /** Whether it is another command under the same id. */
  readonly another: boolean
  readonly events: readonly [SampleEvent, ...ReadonlyArray<SampleEvent>]
  readonly checks: ReadonlyArray<RelativeCheck>
  readonly personal: ReadonlyArray<Json>
  readonly lookups: AppendRequest["lookups"]
  readonly metadata: JsonObject
}

const someEvents = fc.tuple(sampleEvent, fc.array(sampleEvent, { maxLength: 2 }))

const anyStep: fc.Arbitrary<Step> = fc.record({
  command: fc.nat(12),
  another: fc.nat(9).map((one) => one === 0),
  events: someEvents.map(([first, rest]): Step["events"] => [first, ...rest]),
  checks: fc.oneof(fc.constant([]), fc.array(anyCheck, { minLength: 1, maxLength: 2 })),
  personal: fc.array(leaf, { maxLength: 2 }),
  lookups: fc.array(lookup, { maxLength: 1 }),
  metadata: members
})

/** The request, settled when it is sent, because its checks depend on the head. */
export const settled = ({ another, checks, command, personal, events, ...rest }: Step, head: number): AppendRequest =>
  request(command, events, {
    ...rest,
    fingerprint: `fingerprint ${command}${another ? " but another" : ""}`,
    checks: checks.map((check) => checkAt(check, head)),
    personal: personal.map((value, index) => ({
      event: 0,
      name: `field ${index}`,
      subject: "someone",
      class: "conduct",
      value
    }))
  })

/** A history of requests, some of which are repeated, reused or in conflict. */
export const anyHistory: fc.Arbitrary<ReadonlyArray<Step>> = fc.array(anyStep, { maxLength: 25 })
