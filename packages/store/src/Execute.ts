/**
 * Executing a command: ask for its receipt, read, decide, append; and again where the world has moved on.
 *
 * Whoever sends a command again gets the first receipt, and nothing is decided twice. A decision whose reads changed
 * under it is made again; an append that could not be made, or whose outcome is unknown, is sent again as it was. A
 * refusal is an answer and not an error, and stores nothing. Commands that ask the lookup index wait for one another
 * in this process, because all of them watch the same thing and would only disturb each other.
 */
import { toKeep } from "@peerwork/core"
import type { Accepted, Decided, Decision, JsonObject, Refused } from "@peerwork/core"
import * as Arr from "effect/Array"
import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import type { AppendRequest, Receipt } from "./Append.ts"
import type { CommandId } from "./CommandId.ts"
import { checksOf, decideAsOf } from "./DecidingAsOf.ts"
import type { ToDecide } from "./DecidingAsOf.ts"
import { EventStore } from "./EventStore.ts"
import type { Store } from "./EventStore.ts"
import { asksIndex } from "./LookupIndex.ts"
import type { Position } from "./Position.ts"
import { CommandIdReused } from "./StoreErrors.ts"
import type { AppendError, ReadError } from "./StoreErrors.ts"
import type { EventTypes } from "./Understanding.ts"

export interface ToExecute extends ToDecide {
  readonly commandId: CommandId
  /** The input as it was received, before it was read into a command; the command itself where it is left out. */
  readonly received?: unknown
  /** What this belongs to; the command id where it is left out. */
  readonly correlation?: string
  /** The id of the event that led to it. */
  readonly cause?: string
  readonly metadata?: JsonObject
}

/** What became of a command. */
export type Outcome = Data.TaggedEnum<{
  /** No receipt where nothing had to be kept: the command asked for what was already so. */
  Accepted: { readonly decision: Accepted; readonly receipt: Receipt | null }
  Refused: { readonly decision: Refused }
  /** The same command was kept before. */
  Duplicate: { readonly receipt: Receipt }
}>

export const Outcome = Data.taggedEnum<Outcome>()

export type ExecuteError = AppendError | ReadError

/** Often enough for the slowest of many who want the same thing, and never for ever. */
const decideAgain = Schedule.exponential("2 millis").pipe(
  Schedule.union(Schedule.spaced("40 millis")),
  Schedule.jittered,
  Schedule.intersect(Schedule.recurs(40))
)

const sendAgain = Schedule.exponential("20 millis").pipe(Schedule.jittered, Schedule.intersect(Schedule.recurs(5)))

const passes = (error: AppendError): boolean =>
  error._tag === "StoreUnavailable" && error.reason !== "full" && error.reason !== "disk"

/** Sends a request until it is answered. An unknown outcome stays so until the same request is answered. */
const send = (store: Store, request: AppendRequest): Effect.Effect<Receipt, AppendError> =>
  Effect.retry(store.append(request), { schedule: sendAgain, while: passes }).pipe(
    Effect.catchTag("CommitUnknown", (unknown) =>
      Effect.retry(store.append(request), {
        schedule: sendAgain,
        while: (error) => error._tag === "CommitUnknown" || passes(error)
      }).pipe(Effect.catchTag("StoreUnavailable", () => unknown)))
  )

const requestOf = (types: EventTypes, toExecute: ToExecute, fingerprint: string, decided: Decided, upTo: Position) => {
  const { cause = null, commandId, correlation = commandId, metadata = {} } = toExecute
  const { events, lookups, personal } = toKeep(types, decided, { commandId, correlation, cause, upTo })
  return Arr.isNonEmptyReadonlyArray(events)
    ? { commandId, fingerprint, events, personal, lookups, checks: checksOf(decided.reads, upTo), metadata }
    : null
}

/** Reads, decides and appends, once. */
const attempt = (store: Store, types: EventTypes, toExecute: ToExecute, fingerprint: string) =>
  Effect.gen(function*() {
    const upTo = yield* store.head
    const decided = yield* decideAsOf(store, types, toExecute, upTo)
    const { decision } = decided
    if (decision._tag === "Refused") return Outcome.Refused({ decision })
    const request = requestOf(types, toExecute, fingerprint, decided, upTo)
    if (request === null) return Outcome.Accepted({ decision, receipt: null })
    const receipt = yield* send(store, request)
    return receipt.duplicate ? Outcome.Duplicate({ receipt }) : Outcome.Accepted({ decision, receipt })
  })

const executeOnce = (store: Store, types: EventTypes, toExecute: ToExecute): Effect.Effect<Outcome, ExecuteError> =>
  Effect.gen(function*() {
    const { command, commandId, received = command } = toExecute
    const fingerprint = yield* store.fingerprintOf(command._tag, received)
    const kept = yield* store.receiptOf(commandId)
    if (kept?.fingerprint === fingerprint) return Outcome.Duplicate({ receipt: kept.receipt })
    if (kept !== null) return yield* new CommandIdReused({ ...kept.receipt, commandId })
    return yield* attempt(store, types, toExecute, fingerprint)
  }).pipe(Effect.retry({ schedule: decideAgain, while: (error) => error._tag === "Conflict" }))

/** Carries out commands, and says what would become of them. */
export interface Executing {
  readonly execute: (toExecute: ToExecute) => Effect.Effect<Outcome, ExecuteError>
  /** A dry run: what would become of the command now. Nothing is stored. */
  readonly check: (toDecide: ToDecide) => Effect.Effect<Decision, ReadError>
}

/** Executes commands of a law against a store. */
export const makeExecutor = (store: Store, types: EventTypes): Effect.Effect<Executing> =>
  Effect.map(Effect.makeSemaphore(1), (queue) => ({
    execute: (toExecute) => {
      const execution = executeOnce(store, types, toExecute)
      const named = asksIndex(toExecute.decides.command) ? queue.withPermits(1)(execution) : execution
      return Effect.withSpan(named, "execute", { attributes: { command: toExecute.command._tag } })
    },
    check: (toDecide) =>
      Effect.flatMap(
        store.head,
        (upTo) => Effect.map(decideAsOf(store, types, toDecide, upTo), ({ decision }) => decision)
      )
  }))

export class Executor extends Context.Tag("@peerwork/store/Executor")<Executor, Executing>() {}

/** Executes commands of a law against the store. */
export const layerExecutor = (types: EventTypes): Layer.Layer<Executor, never, EventStore> =>
  Layer.effect(Executor, Effect.flatMap(EventStore, (store) => makeExecutor(store, types)))
