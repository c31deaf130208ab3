/**
 * Signing: the service that keeps the log signed, and answers for what was signed.
 *
 * A round is made before the app starts, so that a log which is not the one that was signed never takes a request, and
 * then every second while there is something new. When a round finds that the history is in doubt, it stops for good:
 * nothing more is recorded, `/health` is down, and what is there can still be read.
 */
import type { SignerKey, VerifierKey, WitnessPolicy } from "@peerwork/ledger"
import { isHistoryInDoubt, makeSigner, SigningStopped, type Store, StoreUnavailable } from "@peerwork/store"
import type { SignedHead, Signer } from "@peerwork/store"
import { nextLogKey, openSigner } from "@peerwork/store-sqlite"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import type { DatabaseSync } from "node:sqlite"
import { CannotStart } from "../server/CannotStart.ts"
import type { WriteLine } from "../server/RequestLog.ts"
import type { Settings } from "../Settings.ts"
import { type WitnessesAway, witnessesAway } from "./WitnessesAway.ts"
import { exchangeWithWitnesses } from "./WitnessExchange.ts"
import { policyIn } from "./WitnessSettings.ts"

/** How signing stands. */
export type Standing =
  | { readonly _tag: "Signed"; readonly head: SignedHead }
  | { readonly _tag: "ClockRegression"; readonly behindMs: number }
  | { readonly _tag: "Waiting"; readonly because: string }
  | { readonly _tag: "Stopped"; readonly stopped: SigningStopped }

export interface Signs {
  /** The public key of the log. */
  readonly verifier: VerifierKey
  /** That of the key to which it changes, which signs as well; null where it does not change. */
  readonly nextVerifier: VerifierKey | null
  /** Whose cosignatures make a checkpoint good enough to be published; null where nobody was asked. */
  readonly policy: WitnessPolicy | null
  /** Every note and cosignature. */
  readonly memory: DatabaseSync
  readonly standing: () => Standing
  /** Which witnesses have to be asked after; null where enough of them are there. */
  readonly away: () => WitnessesAway | null
  /** Keeps signing, once a second, until the scope closes; then once more. */
  readonly keepSigning: (write: WriteLine) => Effect.Effect<void, never, Scope.Scope>
}

export class Signing extends Context.Tag("@peerwork/pilot/Signing")<Signing, Signs>() {}

/** What is written down when signing begins to wait, or stops. */
const lineOf = (standing: Standing): string | null => {
  const time = new Date().toISOString()
  if (standing._tag === "Signed") return null
  const said = standing._tag === "Stopped"
    ? { message: "signing stopped", kind: standing.stopped.kind, says: standing.stopped.message }
    : { message: "signing waits", because: standing._tag === "Waiting" ? standing.because : "the clock was set back" }
  return JSON.stringify({ time, level: "error", ...said })
}

/** What is written down when witnesses begin to stay away, and when enough of them are back. */
const lineOfWitnesses = (away: WitnessesAway | null): string => {
  const said = away === null
    ? { level: "info", message: "enough witnesses cosign again" }
    : {
      level: "error",
      message: "witnesses stay away",
      hours: away.hours,
      since: new Date(away.since).toISOString(),
      absent: away.absent.map(({ witness }) => witness)
    }
  return JSON.stringify({ time: new Date().toISOString(), ...said })
}

/** A mistake of ours says nothing about the history. */
const broken = (defect: unknown): SigningStopped =>
  new SigningStopped({ kind: "unknown", signed: 0, size: 0, because: `${String(defect)}; start again` })

/** A store that records nothing once the history is in doubt. */
const guarded = (store: Store, standing: () => Standing): Store => ({
  ...store,
  append: (request) => {
    const now = standing()
    return now._tag === "Stopped" && isHistoryInDoubt(now.stopped)
      ? new StoreUnavailable({ reason: "stopped", cause: now.stopped })
      : store.append(request)
  }
})

/** How signing stands, as the rounds leave it. */
interface Stands {
  now: Standing
  away: WitnessesAway | null
}

type OpenedMemory = Pick<Signs, "memory" | "policy">

/** One round: signs what is new and asks the witnesses. What goes wrong is how signing stands then. */
const roundOf = (signer: Signer, store: Store, stands: Stands, { memory, policy }: OpenedMemory, settings: Settings) =>
  Effect.gen(function*() {
    if (stands.now._tag === "Stopped") return
    const came = yield* signer.round
    if (came._tag === "ClockRegression") stands.now = came
    if (came._tag === "Signed" || came._tag === "NothingNew") stands.now = { _tag: "Signed", head: came.head }
    if (stands.now._tag === "Signed" && policy !== null) {
      yield* exchangeWithWitnesses({ policy, memory, log: store, folder: settings.data, newest: stands.now.head })
      const asked = { policy, memory, hours: settings.witnessHours }
      stands.away = witnessesAway(asked, yield* Clock.currentTimeMillis)
    }
  }).pipe(
    Effect.catchTags({
      SigningStopped: (stopped) => Effect.sync(() => void (stands.now = { _tag: "Stopped", stopped })),
      StoreUnavailable: (error) => Effect.sync(() => void (stands.now = { _tag: "Waiting", because: error.message }))
    }),
    Effect.catchAllDefect((defect) =>
      Effect.sync(() => void (stands.now = { _tag: "Stopped", stopped: broken(defect) }))
    )
  )

/** A round every second until the scope closes, and then one more. What changes is written down. */
const everySecond = (round: Effect.Effect<void>, stands: Stands) => (write: WriteLine) =>
  Effect.gen(function*() {
    const told = Effect.suspend(() => {
      const [before, werePresent] = [stands.now._tag, stands.away === null]
      return Effect.tap(round, () =>
        Effect.sync(() => {
          const said = stands.now._tag === before ? null : lineOf(stands.now)
          if (said !== null) write(said)
          if (werePresent !== (stands.away === null)) write(lineOfWitnesses(stands.away))
        }))
    })
    yield* Effect.addFinalizer(() => round)
    yield* Effect.forkScoped(Effect.repeat(told, Schedule.spaced("1 second")))
  })

/** The key to which the log changes; null where it does not. */
const nextKeyIn = ({ nextKey }: Settings, key: SignerKey): Effect.Effect<SignerKey | null, CannotStart> =>
  nextKey === null
    ? Effect.succeed(null)
    : Effect.flatMap(
      Effect.try({
        try: () => nextLogKey(nextKey, key.verifier),
        catch: () => new CannotStart(`PEERWORK_NEXT_KEY: ${nextKey} can be neither read nor written`)
      }),
      (next) =>
        next._tag === "SignerKey"
          ? Effect.succeed(next)
          : Effect.fail(new CannotStart(`PEERWORK_NEXT_KEY: ${nextKey} cannot be the next key; ${next.because}`))
    )

/** Opens the signer, compares the log with what was signed, and signs what is new. */
export const startSigning = (
  store: Store,
  settings: Settings
): Effect.Effect<{ readonly signing: Signs; readonly store: Store }, CannotStart, Scope.Scope> =>
  Effect.gen(function*() {
    const { key, memory, state } = yield* Effect.mapError(
      openSigner(settings.data, store),
      (error) => new CannotStart(error.says)
    )
    const next = yield* nextKeyIn(settings, key)
    const [verifier, nextVerifier] = [key.verifier, next?.verifier ?? null]
    const policy = yield* policyIn(settings, nextVerifier === null ? [verifier] : [verifier, nextVerifier])
    const signer = makeSigner({ log: store, state, keys: next === null ? [key] : [key, next] })
    const stands: Stands = { now: { _tag: "Signed", head: yield* Effect.orDie(state.last) }, away: null }
    const round = roundOf(signer, store, stands, { memory, policy }, settings)
    yield* round
    if (stands.now._tag === "Stopped") return yield* Effect.fail(new CannotStart(stands.now.stopped.message))
    const standing = () => stands.now
    const keepSigning = everySecond(round, stands)
    const away = () => stands.away
    const signing: Signs = { verifier, nextVerifier, policy, memory, standing, away, keepSigning }
    return { signing, store: guarded(store, standing) }
  })
