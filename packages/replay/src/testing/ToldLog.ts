/**
 * The stories of `docs/examples`, told into one log: what the demo holds.
 */
import { decisions, eventTypes, instantIn, roles } from "@peerwork/core"
import type { Envelope, Instant, Role } from "@peerwork/core"
import { beginning, CommandId, everything, makeExecutor, makeMemoryStore } from "@peerwork/store"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { readFileSync } from "node:fs"

interface Step {
  readonly at: string
  readonly as: Role
  readonly command: string
  readonly id: string
  readonly body: Readonly<Record<string, unknown>>
  readonly expect: "accepted" | "refused"
}

/** An event as it is stored. */
export interface ToldEvent {
  readonly position: number
  readonly bytes: string
  readonly envelope: Envelope
}

const examples = ["wellbeing-reps", "training-pilot", "aspiring-workers", "may-bank-holiday"]

const stepsOf = (name: string): ReadonlyArray<Step> => {
  const file = new URL(`../../../../docs/examples/${name}/story.json`, import.meta.url)
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly steps: ReadonlyArray<Step> }).steps
}

const atLocal = (local: string): Instant => {
  const at = instantIn(local)
  if (at === null) throw new RangeError(`${local} is no time`)
  return at
}

const actingAs = (role: Role): string => {
  const number = roles.indexOf(role) + 1
  return `5f1d2c3e-000${number}-4000-8000-00000000000${number}`
}

const stopped = (at: Instant): Clock.Clock => ({
  [Clock.ClockTypeId]: Clock.ClockTypeId,
  unsafeCurrentTimeMillis: () => Date.parse(at),
  currentTimeMillis: Effect.succeed(Date.parse(at)),
  unsafeCurrentTimeNanos: () => BigInt(Date.parse(at)) * 1_000_000n,
  currentTimeNanos: Effect.succeed(BigInt(Date.parse(at)) * 1_000_000n),
  sleep: Effect.sleep
})

const tell = Effect.gen(function*() {
  const store = yield* makeMemoryStore({ origin: "example.org/demo/events", secret: new Uint8Array(32) })
  const { execute } = yield* makeExecutor(store, eventTypes)
  const steps = examples.flatMap(stepsOf).sort((one, other) => one.at < other.at ? -1 : one.at > other.at ? 1 : 0)
  for (const { as, at, body, command, expect, id } of steps) {
    const decides = decisions.get(command)
    const reading = decides?.command.read(body)
    if (decides === undefined || reading?._tag !== "Right") throw new Error(`${id}: ${JSON.stringify(reading)}`)
    const actor = { id: actingAs(as), role: as }
    const outcome = yield* execute({ decides, command: reading.command, commandId: CommandId(id), actor }).pipe(
      Effect.withClock(stopped(atLocal(at)))
    )
    if ((outcome._tag === "Accepted") !== (expect === "accepted")) {
      throw new Error(`${id} (${command}): ${outcome._tag}`)
    }
  }
  return yield* Stream.runCollect(store.read({ query: everything, after: beginning }))
})

let told: Promise<ReadonlyArray<ToldEvent>> | null = null

/** Every event of the demo, in the order of the log. Told once, for whoever asks. */
export const toldLog = (): Promise<ReadonlyArray<ToldEvent>> =>
  told ??= Effect.runPromise(Effect.map(tell, (events) => [...events]))
