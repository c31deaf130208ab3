/**
 * Killing a writing process at a random moment, and looking at what it leaves.
 *
 * Whatever was acknowledged must be there, at the position that was acknowledged. The log opens at once, because the
 * lock went with the process; positions have no hole, and the chain of hashes holds in every stream.
 */
import { beginning, CommandId, everything } from "@peerwork/store"
import type { RecordedEvent, Store } from "@peerwork/store"
import * as Chunk from "effect/Chunk"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import * as Stream from "effect/Stream"
import { createHash } from "node:crypto"
import { open } from "../OpenLog.ts"
import { spawnScript } from "./SpawnScript.ts"

const script = new URL("WritingProcess.mjs", import.meta.url)

/** The writer ended before it was killed. */
class EndedByItself extends Data.TaggedError("EndedByItself")<{ readonly complaint: string }> {}

/**
 * Starts a writer, kills it so long after its first line, and answers the lines that it finished. What is to be done
 * while it writes begins with its first line; the writer is killed only after that has ended.
 */
export const writeAndKill = (
  folder: string,
  forMs: number,
  meanwhile: Effect.Effect<void> = Effect.void
): Effect.Effect<ReadonlyArray<string>, EndedByItself> =>
  Effect.async((resume) => {
    const child = spawnScript(script, folder)
    const kill = Effect.delay(Effect.sync(() => child.kill("SIGKILL")), forMs)
    let [output, complaint] = ["", ""]
    child.stderr.on("data", (part) => complaint += String(part))
    child.stdout.on("data", (part) => {
      if (output === "") Effect.runFork(Effect.ensuring(meanwhile, kill))
      output += String(part)
    })
    child.on("close", (_code, signal) =>
      resume(
        signal === "SIGKILL"
          ? Effect.succeed(output.split("\n").slice(0, -1))
          : Effect.fail(new EndedByItself({ complaint }))
      ))
  })

const leafHashOf = (bytes: string): string => createHash("sha256").update("\u0000").update(bytes).digest("base64")

/** Every way in which the events are not one sound log. */
const damageIn = (events: ReadonlyArray<RecordedEvent>): ReadonlyArray<string> => {
  const ends = new Map<string, { readonly version: number; readonly hash: string }>()
  return events.flatMap(({ bytes, envelope, position }, index) => {
    const end = ends.get(envelope.stream)
    ends.set(envelope.stream, { version: envelope.version, hash: leafHashOf(bytes) })
    return [
      ...(position === index + 1 ? [] : [`position ${position} stands at place ${index + 1}`]),
      ...(envelope.version === (end?.version ?? 0) + 1 ? [] : [`version ${envelope.version} of ${envelope.stream}`]),
      ...(envelope.previous === (end?.hash ?? null) ? [] : [`the chain of ${envelope.stream} breaks at ${position}`])
    ]
  })
}

const lostFrom = (store: Store, acknowledged: ReadonlyArray<string>) =>
  Effect.filter(acknowledged, (line) => {
    const [id = "", position] = line.split(" ")
    return Effect.map(store.receiptOf(CommandId(id)), (kept) => kept?.receipt.first !== Number(position))
  })

/** What one round left. */
export interface Aftermath {
  readonly acknowledged: number
  readonly kept: number
  readonly lost: ReadonlyArray<string>
  readonly damage: ReadonlyArray<string>
}

/** Writes, kills and looks, once; the log of earlier rounds is still there. */
export const killOnce = (folder: string, before: ReadonlyArray<string>): Effect.Effect<
  Aftermath & { readonly lines: ReadonlyArray<string> },
  unknown
> =>
  Effect.gen(function*() {
    const lines = [...before, ...yield* writeAndKill(folder, yield* Random.nextIntBetween(0, 60))]
    return yield* Effect.scoped(Effect.gen(function*() {
      const store = yield* open({ folder })
      const events = yield* Stream.runCollect(store.read({ query: everything, after: beginning }))
      const lost = yield* lostFrom(store, lines)
      const damage = damageIn(Chunk.toReadonlyArray(events))
      return { lines, acknowledged: lines.length, kept: events.length, lost, damage }
    }))
  })

/** So many rounds on one log, each with what it left. */
export const killOften = (folder: string, rounds: number): Effect.Effect<ReadonlyArray<Aftermath>, unknown> =>
  Effect.gen(function*() {
    const aftermaths: Array<Aftermath> = []
    let lines: ReadonlyArray<string> = []
    for (let round = 0; round < rounds; round++) {
      const { lines: all, ...aftermath } = yield* killOnce(folder, lines)
      lines = all
      aftermaths.push(aftermath)
    }
    return aftermaths
  })
