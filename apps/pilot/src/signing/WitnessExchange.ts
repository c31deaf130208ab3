/**
 * Asking witnesses by files: `witness/<name>/request.txt` goes out, `witness/<name>/response.txt` comes back.
 *
 * Each is a few hundred bytes and travels as it can, on a stick or in a shared folder. The request holds the newest
 * checkpoint and the proof that it grew out of the one that this witness saw last; it is written when there is a newer
 * one, and again every hour, since a cosignature carries the time. An answer may come late and be about an older
 * checkpoint; it is kept with the one that it is about. What a witness refuses is kept beside the answer, for people.
 * The folder may be shared with the witness, so nothing in it is followed that leads elsewhere.
 */
import { formatWitnessRequest, openNote, type VerifierKey, type WitnessPolicy } from "@peerwork/ledger"
import { consistencyBetween, type SignedHead, type Store } from "@peerwork/store"
import {
  keepCosignature,
  lastCosigned,
  makeFolder,
  newestNotes,
  type PublishedNote,
  readShared,
  writeShared
} from "@peerwork/store-sqlite"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { renameSync, rmSync, statSync } from "node:fs"
import type { DatabaseSync } from "node:sqlite"

export interface Exchanging {
  readonly policy: WitnessPolicy
  readonly memory: DatabaseSync
  readonly log: Store
  /** The folder of the data. */
  readonly folder: string
  readonly newest: SignedHead
}

/** How often the newest checkpoint goes out again. */
const hourMs = 3_600_000

/** How long a request lies before a newer checkpoint takes its place: proofs are not made every second for nobody. */
const minuteMs = 60_000

/** An answer may be about one of so many notes. */
const mostLate = 5000

/** In bytes; a request is no longer either. */
const longestAnswer = 100_000

/** What is shown of a refusal, in characters. */
const longestRefusal = 500

/** The note that the lines cosign, and when; null where it is none of those that were signed. */
const cosignedNote = (notes: ReadonlyArray<PublishedNote>, line: string, key: VerifierKey) => {
  for (const { note, size } of notes) {
    const opened = openNote(note.slice(0, note.indexOf("\n\n") + 2) + line, [key])
    const [signature] = opened._tag === "OpenedNote" ? opened.signatures : []
    if (signature !== undefined && signature.time !== null) return { size, time: signature.time, line: signature.line }
  }
  return null
}

/** Takes up what came back. What cannot be taken up is left for people, and for {@link refusedBy}. */
const takeAnswer = ({ memory }: Exchanging, witness: string, key: VerifierKey, folder: string): void => {
  const file = `${folder}/response.txt`
  const bytes = readShared(file, longestAnswer + 1)
  if (bytes === null) return
  const answer = bytes.length > longestAnswer ? "" : bytes.toString()
  const lines = answer.split("\n").filter((line) => line.startsWith("\u2014 ")).map((line) => `${line}\n`)
  const notes = lines.length === 0 ? [] : newestNotes(memory, mostLate)
  const cosigned = lines.map((line) => cosignedNote(notes, line, key)).find((found) => found !== null)
  if (cosigned === undefined || cosigned === null) {
    renameSync(file, `${folder}/refused.txt`)
    return
  }
  keepCosignature(memory, { witness, ...cosigned })
  for (const done of [file, `${folder}/request.txt`, `${folder}/refused.txt`]) rmSync(done, { force: true })
}

/** What the witness refused last, in its own words; null where it refused nothing since it cosigned. */
export const refusedBy = (data: string, witness: string): string | null =>
  readShared(`${data}/witness/${witness}/refused.txt`, longestAnswer)?.toString().slice(0, longestRefusal) ?? null

/** The size that the witness saw last: of what it cosigned, or what it says itself where it refused for that. */
const sizeSeen = ({ folder, memory }: Exchanging, witness: string): number => {
  const [, claimed = "0"] = /^refused 409 size (\d{1,15})\b/.exec(refusedBy(folder, witness) ?? "") ?? []
  return Math.max(Number(claimed), lastCosigned(memory, witness)?.size ?? 0)
}

/** Whether what was written asks from this size, and is young enough to wait for a while. */
const isWaiting = (asked: string, file: string, seen: number, now: number): boolean =>
  asked.startsWith(`old ${seen}\n`) && now - statSync(file).mtimeMs < minuteMs

/** Whether a request has to be written: for what the witness has not seen, or because an hour went by. */
const isDue = ({ memory, newest }: Exchanging, witness: string, file: string, seen: number, now: number): boolean => {
  if (seen > newest.size || newest.size === 0) return false
  const asked = readShared(file, longestAnswer)?.toString() ?? null
  if (seen < newest.size) {
    return asked === null || !isWaiting(asked, file, seen, now) && !asked.endsWith(newest.note)
  }
  return asked === null && now - (lastCosigned(memory, witness)?.time ?? 0) * 1000 > hourMs
}

const ask = ({ log, newest }: Exchanging, file: string, seen: number) =>
  Effect.gen(function*() {
    const proof = yield* consistencyBetween(log, seen, newest.size)
    const request = formatWitnessRequest({ oldSize: seen, proof, checkpoint: newest.note })
    yield* Effect.sync(() => writeShared(file, request))
  })

const exchange = (exchanging: Exchanging, witness: string, key: VerifierKey) =>
  Effect.gen(function*() {
    const folder = `${exchanging.folder}/witness/${witness}`
    const file = `${folder}/request.txt`
    const now = yield* Clock.currentTimeMillis
    yield* Effect.sync(() => {
      makeFolder(folder)
      takeAnswer(exchanging, witness, key, folder)
    })
    const seen = sizeSeen(exchanging, witness)
    // A witness that has seen more than was ever signed here is for people to look at
    if (isDue(exchanging, witness, file, seen, now)) yield* ask(exchanging, file, seen)
  })

/** One look at every witness of the policy. A folder that cannot be written keeps nobody from working. */
export const exchangeWithWitnesses = (exchanging: Exchanging): Effect.Effect<void> =>
  Effect.forEach(
    exchanging.policy.witnesses,
    ([witness, key]) => Effect.ignore(Effect.catchAllDefect(exchange(exchanging, witness, key), () => Effect.void)),
    { discard: true }
  )
