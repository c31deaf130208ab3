/**
 * Bundles for tests of the verifier, and the keys that sign them.
 */
import {
  appendLeaf,
  type CompactRange,
  cosign,
  emptyRange,
  formatCheckpoint,
  formatVerifierKey,
  keyTypes,
  leafHash,
  parsePolicy,
  rootOf,
  type SignerKey,
  signerKey,
  signNote,
  type WitnessPolicy
} from "@peerwork/ledger"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { existsSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished } from "vitest"
import { manifestPath } from "../bundle/BundlePaths.ts"
import { folderSink } from "../bundle/BundleSink.ts"
import { formatManifest } from "../bundle/Manifest.ts"
import { bundleName, type Material, type PublishedNote, writeBundle } from "../bundle/WriteBundle.ts"
import { bundleFiles } from "../verify/BundleFiles.ts"
import { inventedEvents, inventedOrigin } from "./InventedHistory.ts"

export const logKey = signerKey(inventedOrigin, keyTypes.note, Buffer.alloc(32, 7))
export const witnessKey = signerKey("inspectorate.example", keyTypes.cosignature, Buffer.alloc(32, 8))

const parsed = (text: string): WitnessPolicy => {
  const policy = parsePolicy(text)
  if (policy._tag === "Malformed") throw new Error(policy.because)
  return policy
}

/** Nobody but the log has to sign. */
export const withoutWitness = parsed(`log ${formatVerifierKey(logKey.verifier)}\nquorum none\n`)

/** The witness has to sign as well. */
export const withWitness = parsed(
  `log ${formatVerifierKey(logKey.verifier)}\nwitness inspectorate ${
    formatVerifierKey(witnessKey.verifier)
  }\nquorum inspectorate\n`
)

/** Signs the tree over the first `size` events; `seenAt` in seconds, where the witness saw it too. */
export const noteOver = (
  events: ReadonlyArray<Buffer>,
  size: number,
  seenAt: number | null = null,
  keys: readonly [SignerKey, ...ReadonlyArray<SignerKey>] = [logKey]
): PublishedNote => {
  const range = events.slice(0, size).reduce<CompactRange>(
    (before, bytes) => appendLeaf(before, leafHash(bytes)),
    emptyRange()
  )
  const head = { origin: inventedOrigin, size, root: rootOf(range) }
  const note = signNote(formatCheckpoint(head), keys)
  return { size, note: seenAt === null ? note : `${note}${cosign(head, witnessKey, seenAt)}` }
}

/** All that a bundle is made of; the last of the sizes is where it ends. */
export const materialOf = (
  events: ReadonlyArray<Buffer>,
  sizes: ReadonlyArray<number>,
  seenAt: number | null = null
): Material => {
  const published = sizes.map((size) => noteOver(events, size, seenAt))
  return {
    newest: published.at(-1) as PublishedNote,
    published,
    events,
    witness: [{ path: "inspectorate/request.txt", bytes: Buffer.from("old 0\n") }],
    lawOf: (version) => Buffer.from(`export const version = "${version}"\n`),
    verifier: Buffer.from("// the verifier\n"),
    madeFor: "the inspectorate"
  }
}

/** A folder that goes with the test. */
export const testFolder = (): string => {
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "peerwork-bundle-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes the bundle below the folder, and says where. */
export const written = (folder: string, material: Material): string => {
  const place = join(folder, bundleName(material.newest.note))
  writeBundle(folderSink(place), material)
  return place
}

export const invented = (count: number): ReadonlyArray<Buffer> => [...inventedEvents(count)]

/** The same events with their chains made anew, as whoever has the whole program can make them. */
export const rechained = (leaves: ReadonlyArray<Buffer>): ReadonlyArray<Buffer> => {
  const ends = new Map<string, string>()
  return leaves.map((leaf) => {
    const envelope = JSON.parse(String(leaf)) as { stream: string; previous: string | null }
    const previous = ends.get(envelope.stream) ?? null
    const bytes = Buffer.from(JSON.stringify({ ...envelope, previous }))
    ends.set(envelope.stream, leafHash(bytes).toString("base64"))
    return bytes
  })
}

/** Names every file that is there in the manifest, as somebody does who hides what was changed. */
export const relist = (place: string): void => {
  const files = bundleFiles(place)
  const paths = files.paths.filter((path) => path !== manifestPath)
  writeFileSync(join(place, manifestPath), formatManifest(paths.map((path) => ({ path, ...files.sizeAndHash(path) }))))
}
