/**
 * Rules of values: bytes come back as they were written, names are compared byte for byte, limits are exact.
 */
import type { JsonObject } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { Check } from "../Append.ts"
import type { AppendRequest } from "../Append.ts"
import { limits } from "../Limits.ts"
import { beginning, Position } from "../Position.ts"
import { expectEqual, onOneLog } from "./ContractRule.ts"
import type { ContractRule } from "./ContractRule.ts"
import { inOrder, NaiveModel } from "./NaiveModel.ts"
import { allEvents, eventsOf } from "./OrderRules.ts"
import { commandId, request } from "./SmallWorld.ts"

const hardTexts = [
  "\u00e9",
  "e\u0301",
  "\u0000",
  "\u001f",
  '"\\/',
  "\\ud800",
  "😀",
  "\u2028\u2029",
  "ﬁ",
  "\ufeff",
  " blank ",
  ""
]

const hardData: JsonObject = {
  texts: hardTexts,
  numbers: [0, -0, 1e21, 1e-7, 0.1, -1.5, Number.MAX_SAFE_INTEGER, 5e-324],
  "10": 1,
  "2": 2,
  nested: { b: [{ "\ufb33": 1, "😀": 2 }], a: {} },
  literals: [true, false, null]
}

const bytesComeBack = onOneLog((store) =>
  Effect.gen(function*() {
    const model = new NaiveModel(store.origin)
    const sent = request(1, [{ stream: "a", data: hardData }, { stream: "a", data: { "é": 1, "e\u0301": 2 } }])
    const { recordedAt } = yield* store.append(sent)
    model.append(sent, recordedAt)
    const events = yield* allEvents(store)
    yield* expectEqual(events.map(({ bytes }) => bytes), model.events.map(({ bytes }) => bytes), "the stored bytes")
    yield* expectEqual(
      events.map(({ envelope }) => inOrder(envelope)),
      events.map(({ bytes }) => bytes),
      "what they mean"
    )
  })
)

const answerTo = (sent: AppendRequest) => (answer: { readonly _tag: string } | undefined) =>
  answer === undefined ? `kept ${sent.commandId}` : answer._tag

const malformed: ReadonlyArray<readonly [what: string, change: Partial<AppendRequest>]> = [
  ["NaN in the data", { events: request(1, [{ stream: "a", data: { n: Number.NaN } }]).events }],
  ["half a surrogate pair in the data", { events: request(1, [{ stream: "a", data: { t: "\ud800" } }]).events }],
  ["half a surrogate pair in a personal value", {
    personal: [{ event: 0, name: "t", subject: "s", class: "conduct", value: "\udc00" }]
  }],
  ["a blank in a stream", { events: request(1, [{ stream: "thing a" }]).events }],
  ["a blank behind a stream", { events: request(1, [{ stream: "thing-a " }]).events }],
  ["a letter beyond ASCII in a tag", { events: request(1, [{ stream: "a", tags: ["place:é"] }]).events }],
  ["an empty stream", { events: request(1, [{ stream: "" }]).events }],
  ["tags out of order", { events: request(1, [{ stream: "a", tags: ["b:1", "a:1"] }]).events }],
  ["a tag twice", { events: request(1, [{ stream: "a", tags: ["a:1", "a:1"] }]).events }],
  ["the id of another command in an event", { events: request(2, [{ stream: "a" }]).events }],
  ["a personal value of no event", { personal: [{ event: 1, name: "t", subject: "s", class: "conduct", value: "x" }] }],
  ["a personal value twice", {
    personal: ["x", "y"].map((value) => ({ event: 0, name: "t", subject: "s", class: "conduct", value }))
  }]
]

const malformedIsRefused = onOneLog((store) =>
  Effect.forEach(malformed, ([what, change]) =>
    Effect.gen(function*() {
      const sent = request(1, [{ stream: "a" }], change)
      const answer = yield* Effect.flip(store.append(sent)).pipe(Effect.orElseSucceed(() => undefined))
      yield* expectEqual(answerTo(sent)(answer), "NotWellFormed", `the answer to ${what}`)
      yield* expectEqual(yield* store.head, 0, `the head after ${what}`)
    }), { discard: true })
)

const namesAreExact = onOneLog((store) =>
  Effect.gen(function*() {
    const names = ["thing-a", "thing-A", "Thing-a", "thing-a.", "thing_a", "thing%a"]
    for (const [index, name] of names.entries()) {
      const receipt = yield* store.append(request(index, [{ stream: name, tags: [name], type: name }]))
      yield* expectEqual(receipt.first, index + 1, `the position of the event of ${name}`)
    }
    for (const [index, name] of names.entries()) {
      for (const item of [{ stream: name }, { tags: [name] }, { types: [name] }]) {
        const events = yield* eventsOf(store, { query: [item], after: beginning })
        yield* expectEqual(events.map((event) => event.position), [index + 1], `the events of ${JSON.stringify(item)}`)
      }
    }
    const versions = (yield* allEvents(store)).map(({ envelope }) => envelope.version)
    yield* expectEqual(versions, names.map(() => 1), "the versions of streams whose names are alike")
  })
)

const times = <A>(count: number, make: (index: number) => A): ReadonlyArray<A> =>
  Array.from({ length: count }, (_, index) => make(index))

/** A request with one envelope of so many bytes in UTF-8. */
const envelopeOf = (bytes: number, origin: string): AppendRequest => {
  const withText = (text: string): AppendRequest => request(1, [{ stream: "a", data: { text } }])
  const model = new NaiveModel(origin)
  model.append(withText(""), "2016-04-04T12:00:00.000Z")
  const missing = bytes - Buffer.byteLength(model.events[0]?.bytes ?? "")
  return withText("é".repeat(missing >> 1) + "x".repeat(missing & 1))
}

type Sized = readonly [limit: string, max: number, of: (count: number, origin: string) => AppendRequest]

const sized: ReadonlyArray<Sized> = [
  [
    "events in an append",
    limits.eventsInAppend,
    (count) => request(1, [{ stream: "a" }, ...times(count - 1, () => ({ stream: "a" }))])
  ],
  [
    "tags of an event",
    limits.tagsOfEvent,
    (count) => request(1, [{ stream: "a", tags: times(count, (index) => `tag:${String.fromCharCode(97 + index)}`) }])
  ],
  ["bytes in an envelope", limits.envelopeBytes, envelopeOf],
  ["items in a query", limits.queryItems, (count) => {
    const items = times(count - 1, () => ({ stream: "b" }))
    return request(1, [{ stream: "a" }], {
      checks: [Check.NothingNew({ query: [{ stream: "b" }, ...items], after: beginning })]
    })
  }]
]

const limitIsExact = ([limit, max, of]: Sized, count: number) =>
  onOneLog((store) =>
    Effect.gen(function*() {
      const answer = yield* Effect.flip(store.append(of(count, store.origin))).pipe(Effect.orElseSucceed(() => null))
      const said = answer?._tag === "LimitExceeded" ? [answer.limit, answer.max, answer.actual] : answer?._tag ?? "kept"
      yield* expectEqual(said, count > max ? [limit, max, count] : "kept", `the answer to ${count} ${limit}`)
      yield* expectEqual((yield* store.head) > 0, count <= max, `whether ${count} ${limit} were written`)
    })
  )

const limitsAreExact: ContractRule["run"] = (fixture) =>
  Effect.forEach(
    sized,
    (one) => Effect.forEach([one[1] - 1, one[1], one[1] + 1], (count) => limitIsExact(one, count)(fixture)),
    { discard: true }
  )

const besideTheLog = onOneLog((store) =>
  Effect.gen(function*() {
    const personal = [
      { event: 1, name: "reason", subject: "s2", class: "conduct", value: "e\u0301 😀" },
      { event: 0, name: "b", subject: "s1", class: "identity", value: { given: ["A", null], n: -0 } },
      { event: 0, name: "a", subject: "s1", class: "identity", value: null }
    ] as const
    const lookups = [{ kind: "prisonNumber", value: "A1234AA", subject: "s1" }] as const
    yield* store.append(request(1, [{ stream: "z" }]))
    yield* store.append(request(2, [{ stream: "a" }, { stream: "a" }], { personal, lookups }))
    yield* store.append(request(3, [{ stream: "b" }], { lookups: [{ ...lookups[0], subject: "s2" }] }))
    const [, one, two] = (yield* allEvents(store)).map(({ envelope }) => envelope.id)
    const rows = yield* store.personalOf([two ?? "", "no such event", one ?? ""])
    const expected = [
      { eventId: two, name: "reason", subject: "s2", class: "conduct", value: "e\u0301 😀" },
      { eventId: one, name: "a", subject: "s1", class: "identity", value: null },
      { eventId: one, name: "b", subject: "s1", class: "identity", value: { given: ["A", null], n: 0 } }
    ]
    yield* expectEqual(inOrder(rows), inOrder(expected), "the personal values, in the order of the ids and by name")
    const subjects = (upTo: number, value = "A1234AA") => store.subjectsOf("prisonNumber", value, Position(upTo))
    yield* expectEqual(yield* subjects(1), [], "whom the index named before the number was registered")
    yield* expectEqual(yield* subjects(3), [{ subject: "s1", position: 2 }], "whom it named after that")
    yield* expectEqual((yield* subjects(4)).map(({ subject }) => subject), ["s1", "s2"], "whom it names now")
    yield* expectEqual(yield* subjects(9, "a1234aa"), [], "whom it names under another spelling")
    yield* store.append(request(4, [{ stream: "b" }], { lookups: [{ ...lookups[0], value: "B1234BB" }] }))
    yield* expectEqual(
      (yield* subjects(5)).map(({ subject }) => subject),
      ["s2"],
      "whom it names after one was put right"
    )
    yield* expectEqual((yield* subjects(4)).length, 2, "whom it named before that")
    yield* expectEqual(
      (yield* allEvents(store)).filter(({ bytes }) => /A1234AA|😀/u.test(bytes)),
      [],
      "envelopes that hold a personal value"
    )
    yield* expectEqual(yield* store.receiptOf(commandId(9)), null, "the receipt of a command that was never sent")
  })
)

const rule = (id: string, clause: string, run: ContractRule["run"]): ContractRule => ({
  id,
  family: "values",
  clause,
  needs: [],
  run
})

export const valueRules: ReadonlyArray<ContractRule> = [
  rule(
    "exact-bytes",
    "Stored bytes are the canonical JSON of the envelope, and come back byte for byte",
    bytesComeBack
  ),
  rule(
    "malformed",
    "What has no canonical form or no proper name is refused, and nothing is written",
    malformedIsRefused
  ),
  rule("exact-names", "Streams, tags and types that differ in one byte are different", namesAreExact),
  rule(
    "exact-limits",
    "Every limit holds exactly: one more is refused with the limit and the count, and nothing is written",
    limitsAreExact
  ),
  rule(
    "beside-the-log",
    "Personal values and look-ups are kept beside the log, as of their position; a look-up that was put right is free",
    besideTheLog
  )
]
