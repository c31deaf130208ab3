/**
 * A world in which signers go wrong in every way that is known: two machines with a log each, one memory of what was
 * signed, a clock that is set forwards and back, copies that are restored, and processes that end between any two steps.
 *
 * It keeps the leaves of every log whose head was signed, so that whether two signatures contradict each other is told
 * without any proof: the leaves of the earlier one have to be the beginning of the later one's.
 */
import { emptyRoot, keyTypes, signerKey } from "@peerwork/ledger"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { CommandId } from "../CommandId.ts"
import { make } from "../Make.ts"
import { factsOf, insertRows, memoryLog, memoryStorage } from "../MemoryStore.ts"
import type { MemoryLog } from "../MemoryStore.ts"
import { plan } from "../Plan.ts"
import { makeSigner, type Signer } from "../signing/Signer.ts"
import { type SignedHead, type SignerState, SignerStateUnknown } from "../signing/SignerState.ts"

const origin = "model.invalid/events"
export const modelKey = signerKey(origin, keyTypes.note, Buffer.alloc(32, 7))

/** Appends one event, unlike every other. */
export const appendTo = (log: MemoryLog, number: number): void => {
  const id = CommandId(`00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`)
  const request = {
    commandId: id,
    fingerprint: id,
    events: [{
      type: "ThingHappened",
      schemaVersion: 1,
      stream: `thing-${number}`,
      actor: { id: "00000000-0000-4000-8000-00000000000a", role: "coordinator" },
      command: { id, type: "DoThing" },
      cause: null,
      correlation: id,
      decision: { law: "0", command: {}, upTo: 0, known: {}, reads: [], rules: [] },
      data: { number },
      tags: []
    }],
    personal: [],
    lookups: [],
    checks: [],
    metadata: {}
  } as const
  const planned = plan(factsOf(log, request), request, "2016-04-04T08:00:00.000Z")
  if (planned._tag === "Insert") insertRows(log, planned.rows)
}

export const copyOf = (log: MemoryLog): MemoryLog => ({
  ...log,
  events: [...log.events],
  commits: new Map(log.commits),
  ends: new Map(log.ends),
  tiles: new Map(log.tiles)
})

export const leavesOf = (log: MemoryLog): ReadonlyArray<string> => log.events.map(({ bytes }) => bytes)

/** What happens to one process during one round: pauses between its steps, and where it ends, if it does. */
export interface Luck {
  readonly pauses: ReadonlyArray<number>
  /** The step before which the process ends; null where it lives. */
  readonly endsBefore: number | null
  /** Whether the memory says that it does not know what it did. */
  readonly forgets: boolean
}

export const goodLuck: Luck = { pauses: [], endsBefore: null, forgets: false }

/** The head of a log as it was signed, and the leaves that it was signed over. */
export interface Published {
  readonly head: SignedHead
  readonly leaves: ReadonlyArray<string>
}

/** One memory for all signers. */
export interface Memory {
  last: SignedHead
  readonly published: Array<Published>
}

export const newMemory = (): Memory => ({ last: { size: 0, root: emptyRoot, note: "", time: 0 }, published: [] })

/** A process with a log, whose signer goes when the process ends. */
export class Machine {
  readonly #memory: Memory
  log: MemoryLog
  #luck = goodLuck
  #step = 0
  #signer: Signer | null = null

  constructor(memory: Memory, log: MemoryLog) {
    this.#memory = memory
    this.log = log
  }

  restart(log: MemoryLog = this.log): void {
    this.log = log
    this.#signer = null
  }

  /** One step of the process: it waits as long as it must, or ends. */
  readonly #tick: Effect.Effect<void> = Effect.suspend(() => {
    const step = this.#step++
    if (step === this.#luck.endsBefore) return Effect.die("the process ended")
    const pauses = this.#luck.pauses[step % this.#luck.pauses.length] ?? 0
    return pauses === 0 ? Effect.void : Effect.repeatN(Effect.yieldNow(), pauses - 1)
  })

  readonly #state: SignerState = {
    last: Effect.zipRight(this.#tick, Effect.sync(() => this.#memory.last)),
    advance: (from, to) =>
      Effect.gen(this, function*() {
        yield* this.#tick
        const isNewest = this.#memory.last.size === from.size && this.#memory.last.note === from.note
        if (isNewest) {
          this.#memory.last = to
          this.#memory.published.push({ head: to, leaves: leavesOf(this.log).slice(0, to.size) })
        }
        if (this.#luck.forgets) return yield* new SignerStateUnknown({ cause: "the disk did not answer" })
        yield* this.#tick
        return isNewest
      })
  }

  readonly newSigner = Effect.gen(this, function*() {
    const { readPage, tile, treeHead } = make(yield* memoryStorage(this.log))
    return makeSigner({
      log: {
        origin,
        treeHead: Effect.zipRight(this.#tick, treeHead),
        tile: (level, index) => Effect.zipRight(this.#tick, tile(level, index)),
        readPage: (request) => Effect.zipRight(this.#tick, readPage(request))
      },
      state: this.#state,
      keys: [modelKey]
    })
  })

  /** A round, and in one word what it came to. */
  readonly sign = (luck: Luck, now: number): Effect.Effect<string> =>
    Effect.gen(this, function*() {
      this.#luck = luck
      this.#step = 0
      const signer = this.#signer ?? (yield* this.newSigner)
      this.#signer = signer
      return yield* signer.round
    }).pipe(
      Effect.map(({ _tag }): string => _tag),
      Effect.withClock({ ...Clock.make(), currentTimeMillis: Effect.succeed(now), unsafeCurrentTimeMillis: () => now }),
      Effect.catchAll((error) => Effect.succeed(error._tag === "SigningStopped" ? error.kind : error._tag)),
      Effect.catchAllDefect(() => {
        this.restart()
        return Effect.succeed("ended")
      })
    )
}

export const newLog = (): MemoryLog => memoryLog({ origin, secret: Buffer.alloc(32, 1) })

/** The first two signatures that contradict each other; null where there are none. */
export const contradiction = ({ published }: Memory): readonly [Published, Published] | null => {
  for (const [at, later] of published.entries()) {
    const earlier = published[at - 1]
    if (earlier === undefined) continue
    const isBeginning = earlier.leaves.length < later.leaves.length &&
      earlier.leaves.every((leaf, index) => later.leaves[index] === leaf)
    if (!isBeginning || later.leaves.length !== later.head.size) return [earlier, later]
  }
  return null
}
