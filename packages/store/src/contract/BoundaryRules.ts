/**
 * Rules of boundaries: what a check sees, what it does not see, and that a request is all or nothing.
 */
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as fc from "effect/FastCheck"
import { Check, Expected } from "../Append.ts"
import type { AppendRequest, Receipt } from "../Append.ts"
import { everything } from "../EventStore.ts"
import type { Store } from "../EventStore.ts"
import { beginning, Position } from "../Position.ts"
import type { AppendError } from "../StoreErrors.ts"
import { expectEqual, expectThat, onOneLog } from "./ContractRule.ts"
import type { ContractRule } from "./ContractRule.ts"
import { forAll } from "./ForAll.ts"
import { concerns } from "./NaiveModel.ts"
import { allEvents, eventsOf, happen } from "./OrderRules.ts"
import { anyHistory, anyQuery, commandId, request } from "./SmallWorld.ts"

type Answer = Either.Either<Receipt, AppendError>

const failuresOf = (answer: Answer) =>
  Either.isLeft(answer) && answer.left._tag === "Conflict" ? answer.left.failures : []

const kept = (answer: Answer): boolean => Either.isRight(answer)

const append = (store: Store, sent: AppendRequest): Effect.Effect<Answer> => Effect.either(store.append(sent))

const someChecks = fc.array(fc.tuple(anyQuery, fc.nat(30)), { minLength: 5, maxLength: 5 })

const checkAgreesWithRead = forAll(
  fc.tuple(anyHistory, someChecks),
  ([history, checks], store) =>
    Effect.gen(function*() {
      yield* happen(store, history)
      for (const [index, [query, place]] of checks.entries()) {
        const all = yield* allEvents(store)
        const after = Position(Math.min(place, all.length))
        const newer = all.find((event) => event.position > after && concerns(query, event.envelope))
        const sent = request(100 + index, [{ stream: "thing-new" }], { checks: [Check.NothingNew({ query, after })] })
        const answer = yield* append(store, sent)
        const expected = newer === undefined ? [] : [{ check: 0, observed: newer.position }]
        yield* expectEqual(failuresOf(answer), expected, `the check of ${JSON.stringify(query)} after ${after}`)
        yield* expectEqual(kept(answer), newer === undefined, "whether the append was kept")
      }
    })
)

/** Three events about one person; a check after each position. */
const boundariesAreExclusive = onOneLog((store) =>
  Effect.gen(function*() {
    const tags = ["person:1"]
    yield* store.append(request(1, [{ stream: "a", tags }, { stream: "b", tags }, { stream: "c", tags }]))
    const answers: ReadonlyArray<readonly [after: number, observed: number | null]> = [[0, 1], [2, 3], [4, 3], [
      1000,
      3
    ], [3, null]]
    for (const [after, observed] of answers) {
      const checks = [Check.NothingNew({ query: [{ tags }], after: Position(after) })]
      const answer = yield* append(store, request(2, [{ stream: "d" }], { checks }))
      const expected = observed === null ? [] : [{ check: 0, observed }]
      yield* expectEqual(failuresOf(answer), expected, `a check after position ${after} of a log of three`)
      yield* expectEqual(kept(answer), observed === null, `whether the append after ${after} was kept`)
    }
  })
)

const allFailuresAreReported = onOneLog((store) =>
  Effect.gen(function*() {
    const tags = ["person:1"]
    yield* store.append(request(1, [{ stream: "a", tags }, { stream: "a" }]))
    const sent = request(2, [{ stream: "b" }, { stream: "c" }], {
      checks: [
        Check.StreamIs({ stream: "a", expected: Expected.NoStream() }),
        Check.StreamIs({ stream: "b", expected: Expected.NoStream() }),
        Check.NothingNew({ query: [{ tags }], after: beginning }),
        Check.StreamIs({ stream: "a", expected: Expected.AtVersion({ version: 1 }) }),
        Check.StreamIs({ stream: "b", expected: Expected.StreamExists() })
      ],
      personal: [{ event: 0, name: "name", subject: "someone", class: "identity", value: "text" }],
      lookups: [{ kind: "prisonNumber", value: "A1234AA", subject: "someone" }]
    })
    const failures = [[0, 2], [2, 1], [3, 2], [4, 0]].map(([check, observed]) => ({ check, observed }))
    yield* expectEqual(failuresOf(yield* append(store, sent)), failures, "the checks that failed, with what they saw")
    yield* expectEqual(yield* store.head, 2, "the head after a conflict")
    yield* expectEqual((yield* allEvents(store)).length, 2, "the events after a conflict")
    yield* expectEqual(yield* store.receiptOf(commandId(2)), null, "the receipt of a command in conflict")
    yield* expectEqual(
      yield* store.subjectsOf("prisonNumber", "A1234AA", Position(9)),
      [],
      "the lookup index after a conflict"
    )
  })
)

const expectedVersions: ReadonlyArray<readonly [stream: string, expected: Expected, holds: boolean]> = [
  ["absent", Expected.NoStream(), true],
  ["absent", Expected.StreamExists(), false],
  ["absent", Expected.AtVersion({ version: 0 }), true],
  ["absent", Expected.AtVersion({ version: 1 }), false],
  ["present", Expected.NoStream(), false],
  ["present", Expected.StreamExists(), true],
  ["present", Expected.AtVersion({ version: 0 }), false],
  ["present", Expected.AtVersion({ version: 1 }), false],
  ["present", Expected.AtVersion({ version: 2 }), true],
  ["present", Expected.AtVersion({ version: 3 }), false]
]

const streamsAreAsExpected = onOneLog((store) =>
  Effect.gen(function*() {
    yield* store.append(request(1, [{ stream: "present" }, { stream: "present" }]))
    for (const [index, [stream, expected, holds]] of expectedVersions.entries()) {
      const sent = request(2 + index, [{ stream: "unrelated" }], { checks: [Check.StreamIs({ stream, expected })] })
      const answer = yield* append(store, sent)
      yield* expectEqual(kept(answer), holds, `${expected._tag} of a stream that is ${stream} and not written`)
      const observed = stream === "absent" ? 0 : 2
      yield* expectEqual(failuresOf(answer), holds ? [] : [{ check: 0, observed }], `what ${expected._tag} saw`)
    }
  })
)

const requestsDoNotConflictWithThemselves = onOneLog((store) =>
  Effect.gen(function*() {
    const tags = ["person:1"]
    const answer = yield* append(
      store,
      request(1, [{ stream: "a", tags }, { stream: "a", tags }], {
        checks: [
          Check.NothingNew({ query: [{ tags }], after: beginning }),
          Check.StreamIs({ stream: "a", expected: Expected.NoStream() })
        ]
      })
    )
    yield* expectThat(kept(answer), "two events of one request stood in each other's way")
  })
)

const noChecksNoConflict = onOneLog((store) =>
  Effect.gen(function*() {
    for (let command = 0; command < 30; command++) {
      const answer = yield* append(store, request(command, [{ stream: `thing-${command % 3}`, tags: ["person:1"] }]))
      yield* expectThat(kept(answer), `append ${command} without checks was refused`)
    }
    yield* expectEqual(yield* store.head, 30, "the head after 30 appends without checks")
  })
)

const allOrNothing = onOneLog((store) =>
  Effect.gen(function*() {
    const streams = ["c", "a", "b", "a"] as const
    yield* store.append(request(1, [{ stream: "a" }]))
    const receipt = yield* store.append(
      request(2, [{ stream: streams[0] }, ...streams.slice(1).map((stream) => ({ stream }))])
    )
    yield* expectEqual([receipt.first, receipt.last], [2, 5], "the positions of one request")
    const events = yield* eventsOf(store, { query: everything, after: Position(1) })
    yield* expectEqual(events.map(({ envelope }) => envelope.stream), streams, "the order of the request")
    yield* expectEqual(events.map(({ envelope }) => envelope.version), [1, 2, 1, 3], "the versions of the request")
    const tooLarge = { stream: "d", data: { text: "x".repeat(40_000) } }
    yield* append(store, request(3, [{ stream: "d" }, tooLarge]))
    yield* expectEqual(yield* store.head, 5, "the head after a request of which one event was too large")
  })
)

const rule = (id: string, clause: string, run: ContractRule["run"]): ContractRule => ({
  id,
  family: "boundaries",
  clause,
  needs: [],
  run
})

export const boundaryRules: ReadonlyArray<ContractRule> = [
  rule(
    "checks-match",
    "A check refuses exactly when an event after its position matches its query",
    checkAgreesWithRead
  ),
  rule(
    "exclusive-after",
    "A check looks behind its position and not at it; a position beyond the head never holds",
    boundariesAreExclusive
  ),
  rule(
    "every-failure",
    "A conflict names every failing check with what it saw, and nothing is written",
    allFailuresAreReported
  ),
  rule(
    "expected-versions",
    "What is expected of a stream holds exactly as the table says, also of streams that are not written",
    streamsAreAsExpected
  ),
  rule(
    "no-self-conflict",
    "The events of one request do not stand in the way of its own checks",
    requestsDoNotConflictWithThemselves
  ),
  rule("no-checks", "A request without checks is never in conflict", noChecksNoConflict),
  rule(
    "all-or-nothing",
    "A request is kept as a whole, in its order and without anything between, or not at all",
    allOrNothing
  )
]
