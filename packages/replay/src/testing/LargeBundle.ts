/**
 * A bundle of very many events, and what it takes to verify it in a process of its own.
 */
import {
  appendLeaves,
  type CompactRange,
  emptyRange,
  formatCheckpoint,
  formatVerifierKey,
  keyTypes,
  leafHash,
  rootOf,
  signerKey,
  signNote
} from "@peerwork/ledger"
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { folderSink } from "../bundle/BundleSink.ts"
import { bundleName, type PublishedNote, writeBundle } from "../bundle/WriteBundle.ts"
import { inventedEvents, inventedOrigin } from "./InventedHistory.ts"

const key = signerKey(inventedOrigin, keyTypes.note, Buffer.alloc(32, 7))

/** A checkpoint was signed every so many events. */
const signedEvery = 5000

const notesOver = (count: number, records: number): ReadonlyArray<PublishedNote> => {
  const notes: Array<PublishedNote> = []
  let [range, waiting]: [CompactRange, Array<Buffer>] = [emptyRange(), []]
  const sign = () => {
    range = appendLeaves(range, waiting)
    waiting = []
    const text = formatCheckpoint({ origin: inventedOrigin, size: range.end, root: rootOf(range) })
    notes.push({ size: range.end, note: signNote(text, [key]) })
  }
  for (const bytes of inventedEvents(count, records)) {
    waiting.push(leafHash(bytes))
    if (waiting.length === signedEvery) sign()
  }
  if (waiting.length > 0) sign()
  return notes
}

/** Writes a bundle of so many events below the folder; they belong to a twentieth as many records. */
export const writeLargeBundle = (folder: string, count: number): string => {
  const records = Math.ceil(count / 20)
  const published = notesOver(count, records)
  const newest = published.at(-1) as PublishedNote
  const place = join(folder, bundleName(newest.note))
  writeBundle(folderSink(place), {
    newest,
    published,
    events: inventedEvents(count, records),
    witness: [],
    lawOf: () => null,
    verifier: Buffer.from(""),
    madeFor: null
  })
  return place
}

export interface Took {
  readonly exitCode: number | null
  /** By the clock; other processes count too. */
  readonly seconds: number
  /** How long processors were busy with it. */
  readonly busy: number
  readonly megabytes: number
  readonly says: string
}

const measured = `process.on("exit", () => {
  const { maxRSS, systemCPUTime, userCPUTime } = process.resourceUsage()
  console.error(JSON.stringify({ megabytes: maxRSS / 1024, busy: (systemCPUTime + userCPUTime) / 1e6 }))
}); import(process.argv[1])`

/** Verifies the bundle with the single file, as an auditor does. */
export const verifyAlone = (place: string): Took => {
  const file = fileURLToPath(new URL("../../dist/verify.mjs", import.meta.url))
  const begun = performance.now()
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ["--eval", measured, "--", file, place, "--key", formatVerifierKey(key.verifier)],
    { encoding: "utf8" }
  )
  const seconds = (performance.now() - begun) / 1000
  const used = JSON.parse(stderr.trim().split("\n").at(-1) ?? "") as Pick<Took, "busy" | "megabytes">
  return { exitCode: status, seconds, ...used, says: stdout + stderr }
}
