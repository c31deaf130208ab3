/**
 * Rules of commands: a command is kept once and for ever, and whoever does not know what became of it may ask again.
 */
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Random from "effect/Random"
import { Check, Expected } from "../Append.ts"
import type { AppendRequest, Receipt } from "../Append.ts"
import type { Store } from "../EventStore.ts"
import { beginning, Position } from "../Position.ts"
import { CommitUnknown } from "../StoreErrors.ts"
import type { AppendError } from "../StoreErrors.ts"
import { expectEqual, onOneLog, pause, reopened } from "./ContractRule.ts"
import type { ContractRule } from "./ContractRule.ts"
import { allEvents } from "./OrderRules.ts"
import { commandId, request } from "./SmallWorld.ts"

const begins = (command: number, stream: string): AppendRequest =>
  request(command, [{ stream }], {
    checks: [
      Check.StreamIs({ stream, expected: Expected.NoStream() }),
      Check.NothingNew({ query: [{ stream }], after: beginning })
    ]
  })

const keptBeforeChecks = onOneLog((store) =>
  Effect.gen(function*() {
    const first = yield* store.append(begins(1, "a"))
    yield* store.append(request(2, [{ stream: "a" }]))
    const otherEvents = request(1, [{ stream: "a", data: { salt: "another" } }], { checks: begins(1, "a").checks })
    const again = yield* Effect.either(store.append(otherEvents))
    yield* expectEqual(again, Either.right({ ...first, duplicate: true }), "the answer to a command that was kept")
    yield* expectEqual(yield* store.head, 2, "the head after a command was sent again")
    yield* expectEqual((yield* store.receiptOf(commandId(1)))?.receipt, { ...first, duplicate: true }, "its receipt")
  })
)

const reusedIdIsRefused = onOneLog((store) =>
  Effect.gen(function*() {
    const { first, recordedAt } = yield* store.append(request(1, [{ stream: "a" }]))
    const other = request(1, [{ stream: "b" }], { fingerprint: "another command" })
    const answer = yield* Effect.flip(store.append({ ...other, checks: begins(1, "a").checks }))
    const said = answer._tag === "CommandIdReused"
      ? { first: answer.first, recordedAt: answer.recordedAt }
      : answer._tag
    yield* expectEqual(said, { first, recordedAt }, "the answer to another command under the same id")
    yield* expectEqual(yield* store.head, 1, "the head after another command under the same id")
  })
)

const metadataIsNoEvidence = onOneLog((store, log) =>
  Effect.gen(function*() {
    const sent = request(1, [{ stream: "a" }], { metadata: { trace: "first" } })
    yield* store.append(sent)
    const again = yield* store.append({ ...sent, metadata: { trace: "second" } })
    yield* expectEqual(again.duplicate, true, "whether the same command with other metadata is a duplicate")
    const commit = yield* Effect.flatMap(log.connect, (storage) => storage.commitOf(commandId(1)))
    yield* expectEqual(commit?.metadata, '{"trace":"first"}', "the metadata that is kept")
  })
)

const refusedMayBeTriedAgain = onOneLog((store) =>
  Effect.gen(function*() {
    const checks = [Check.StreamIs({ stream: "a", expected: Expected.StreamExists() })]
    const sent = request(1, [{ stream: "b" }], { checks })
    yield* expectEqual((yield* Effect.flip(store.append(sent)))._tag, "Conflict", "the first answer")
    yield* store.append(request(2, [{ stream: "a" }]))
    const receipt = yield* store.append({ ...sent, fingerprint: "decided anew" })
    yield* expectEqual([receipt.first, receipt.duplicate], [2, false], "the answer after the facts have changed")
  })
)

const survivesReopening = onOneLog((store, log, fixture) =>
  Effect.gen(function*() {
    const sent = begins(1, "a")
    const first = yield* store.append(sent)
    yield* store.append(request(2, [{ stream: "a" }]))
    const before = yield* allEvents(store)
    const again = yield* reopened(fixture, log)
    yield* expectEqual(yield* allEvents(again), before, "the events after closing and opening")
    yield* expectEqual(yield* again.append(sent), { ...first, duplicate: true }, "the answer to a command from before")
    const next = yield* again.append(request(3, [{ stream: "b" }]))
    yield* expectEqual(next.first, 3, "the position of the next event")
  })
)

/** Sometimes keeps what it was sent and does not say so. */
const forgetful = (store: Store): Store => ({
  ...store,
  append: (sent) =>
    Effect.flatMap(store.append(sent), (receipt) =>
      Effect.flatMap(Random.nextBoolean, (lost) =>
        lost
          ? Effect.fail(new CommitUnknown({ commandId: sent.commandId, cause: "the answer was lost" }))
          : Effect.succeed(receipt)))
})

const sendUntilKnown = (store: Store, sent: AppendRequest): Effect.Effect<Receipt, AppendError> =>
  Effect.catchTag(store.append(sent), "CommitUnknown", () => Effect.zipRight(pause, sendUntilKnown(store, sent)))

const lostAnswersAreHarmless = onOneLog((store) =>
  Effect.gen(function*() {
    const commands = Array.from({ length: 40 }, (_, index) => index + 1)
    const receipts = yield* Effect.forEach(
      commands,
      (command) => Effect.zipRight(pause, sendUntilKnown(forgetful(store), begins(command, `thing-${command}`))),
      { concurrency: 8 }
    )
    const firsts = receipts.map((receipt) => receipt.first).sort((a, b) => a - b)
    yield* expectEqual(firsts, commands, "the positions in 40 receipts, each asked for until it was answered")
    yield* expectEqual(yield* store.head, Position(40), "the head after 40 commands")
  })
)

/** What a sender must not do: it shows why the same id must be sent again. */
const newIdIsASecondEffect = onOneLog((store) =>
  Effect.gen(function*() {
    yield* Effect.ignore(store.append(request(1, [{ stream: "a" }])))
    const again = yield* store.append(request(2, [{ stream: "a" }]))
    yield* expectEqual([again.duplicate, yield* store.head], [false, 2], "a command sent again under a new id")
  })
)

const rule = (
  id: string,
  clause: string,
  run: ContractRule["run"],
  needs: ContractRule["needs"] = []
): ContractRule => ({ id, family: "commands", clause, needs, run })

export const commandRules: ReadonlyArray<ContractRule> = [
  rule(
    "kept-first",
    "A command that was kept gets its first receipt, whatever its checks and events say by now, and nothing is written",
    keptBeforeChecks
  ),
  rule(
    "reused-id",
    "Another command under the same id is refused before its checks are looked at, and nothing is written",
    reusedIdIsRefused
  ),
  rule(
    "metadata",
    "The same command with other metadata is the same command, and the first metadata stays",
    metadataIsNoEvidence
  ),
  rule(
    "refused-again",
    "A command that was refused has left nothing, and may be tried again under its id",
    refusedMayBeTriedAgain
  ),
  rule(
    "reopened",
    "Events, receipts and positions are the same after the log was closed and opened",
    survivesReopening,
    ["reopen"]
  ),
  rule(
    "lost-answers",
    "A sender that repeats the identical request until it is answered has written once",
    lostAnswersAreHarmless
  ),
  rule(
    "new-id",
    "A sender that repeats a command under a new id writes twice: the id is what makes repeating safe",
    newIdIsASecondEffect
  )
]
