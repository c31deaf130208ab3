/**
 * The signer: it signs the newest head of a log, and only what everything that it signed before leads to.
 *
 * A round reads what was signed last, then the head of the log, in this order, because the log only grows. It finds the
 * tree that was signed last in what is stored now, hashes every event that came since, and compares; only then does it
 * sign, and what it signed counts only once its memory has taken it up. A log that is shorter, or another, or damaged,
 * stops it for good. A clock that stands before the last signature makes it wait.
 */
import { formatCheckpoint, frontierOf, provesConsistency, rootOf, sameHash, signNote } from "@peerwork/ledger"
import type { RightEdge, SignerKey, TreeHead } from "@peerwork/ledger"
import * as Clock from "effect/Clock"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import type { ReadError, StoreUnavailable } from "../StoreErrors.ts"
import type { SignedHead, SignerState } from "./SignerState.ts"
import { SigningStopped } from "./SigningStopped.ts"
import { grownTo, isStored, type SignedLog, storedConsistency, storedEdge } from "./StoredTree.ts"

/** What a round came to. */
export type Round = Data.TaggedEnum<{
  Signed: { readonly head: SignedHead }
  /** Everything was signed already. */
  NothingNew: { readonly head: SignedHead }
  /** The clock stands so far before the last signature. */
  ClockRegression: { readonly behindMs: number }
  /** Another signer over the same memory was faster; the next round reads what it did. */
  Overtaken: {}
}>

export const Round = Data.taggedEnum<Round>()

export interface Signing {
  readonly log: SignedLog
  readonly state: SignerState
  /** One key, or two while the log changes from one to the other. */
  readonly keys: readonly [SignerKey, ...ReadonlyArray<SignerKey>]
}

export interface Signer {
  /** Compares the log with what was signed, and signs what is new. */
  readonly round: Effect.Effect<Round, SigningStopped | StoreUnavailable>
}

type Stops = (kind: SigningStopped["kind"], because?: string) => SigningStopped

const rootOfEdge = (edge: RightEdge): Uint8Array => rootOf(frontierOf(edge))

/** What cannot be read will not be read better next time, unless the store was only busy. */
const readProblem = (stops: Stops) => (error: ReadError): SigningStopped | StoreUnavailable =>
  error._tag === "StoreUnavailable" ? error : stops("damage", error.message)

/** The edge of the head, grown from the one that was signed last; fails where either is another than it should be. */
const grownFrom = (log: SignedLog, before: RightEdge, last: SignedHead, head: TreeHead, stops: Stops) =>
  Effect.gen(function*() {
    if (!sameHash(rootOfEdge(before), last.root)) return yield* stops("fork")
    const { edge, tiles } = yield* grownTo(log, before, head.size)
    if (edge.size !== head.size || !sameHash(rootOfEdge(edge), head.root)) {
      return yield* stops("damage", `the events after ${last.size} are not those of the root at ${head.size}`)
    }
    for (const each of tiles) {
      if (!(yield* isStored(log, each))) {
        return yield* stops("damage", `tile ${each.tile.index} of level ${each.tile.level} is not what was written`)
      }
    }
    const proof = yield* storedConsistency(log, last.size, edge)
    const claim = { from: last.size, fromRoot: last.root, to: head.size, toRoot: head.root }
    return provesConsistency(claim, proof)
      ? edge
      : yield* stops("damage", `the stored tiles do not lead from ${last.size} events to ${head.size}`)
  })

/** The edge of the head where everything is as it should be. */
const soundEdge = (log: SignedLog, last: SignedHead, head: TreeHead, kept: RightEdge | null) => {
  const stops: Stops = (kind, because = "") => new SigningStopped({ kind, signed: last.size, size: head.size, because })
  return Effect.gen(function*() {
    if (head.size < last.size) return yield* stops("regression")
    if (head.size === last.size && !sameHash(head.root, last.root)) return yield* stops("fork")
    const fromStored = Effect.flatMap(
      storedEdge(log, last.size),
      (before) => grownFrom(log, before, last, head, stops)
    )
    // What was kept saves finding the edge again; where it does not fit, what is stored says why
    return kept?.size === last.size
      ? yield* Effect.catchTag(grownFrom(log, kept, last, head, stops), "SigningStopped", () => fromStored)
      : yield* fromStored
  }).pipe(
    Effect.mapError((error) => error._tag === "SigningStopped" ? error : readProblem(stops)(error))
  )
}

const noteOf = ({ keys, log: { origin } }: Signing, { root, size }: TreeHead): string =>
  signNote(formatCheckpoint({ origin, size, root }), keys)

/** The signer of a log; one at a time does a round. */
export const makeSigner = (signing: Signing): Signer => {
  const { log, state } = signing
  let kept: RightEdge | null = null
  const unknown = (error: Error) => new SigningStopped({ kind: "unknown", signed: 0, size: 0, because: error.message })
  const round = Effect.gen(function*() {
    const last = yield* Effect.mapError(state.last, unknown)
    const head = yield* Effect.mapError(
      log.treeHead,
      (error) =>
        readProblem((kind, because = "") => new SigningStopped({ kind, signed: last.size, size: last.size, because }))(
          error
        )
    )
    kept = yield* soundEdge(log, last, head, kept)
    if (head.size === last.size) return Round.NothingNew({ head: last })
    const time = yield* Clock.currentTimeMillis
    if (time < last.time) return Round.ClockRegression({ behindMs: last.time - time })
    const signed = { size: head.size, root: head.root, note: noteOf(signing, head), time }
    const isKept = yield* Effect.mapError(state.advance(last, signed), unknown)
    return isKept ? Round.Signed({ head: signed }) : Round.Overtaken()
  })
  return { round }
}
