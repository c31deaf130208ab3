/**
 * Whether what is not evidence in a bundle is what the events give: the tables, the schemas, the texts, the law.
 *
 * A bundle follows from its events and checkpoints alone, so it is packed again, nowhere, and the hashes are compared.
 * That works for bundles of this version of Peerwork; the verifier in them says which that is.
 */
import { parseEntries } from "@peerwork/ledger"
import { checkpointPath, manifestPath } from "../bundle/BundlePaths.ts"
import { hashingSink } from "../bundle/BundleSink.ts"
import type { ListedFile } from "../bundle/Manifest.ts"
import { unlikeFiles } from "../bundle/UnlikeFiles.ts"
import { type Material, NotInForm, type PublishedNote, writeBundle } from "../bundle/WriteBundle.ts"
import type { BundleFiles } from "./BundleFiles.ts"
import { beside, type Finding, unreadable } from "./Finding.ts"

/** What this version of Peerwork puts into its bundles. */
export interface OwnFiles {
  readonly verifier: Uint8Array
  /** The law of a version, where this build has it. */
  readonly lawOf: (version: string) => Uint8Array | null
}

export interface Derived {
  readonly findings: ReadonlyArray<Finding>
  readonly proved: ReadonlyArray<string>
  readonly notProved: ReadonlyArray<string>
}

const textOf = (files: BundleFiles, path: string): string => files.read(path)?.toString() ?? ""

/** Every event, out of the files of entries, which were checked. */
function* eventsOf(files: BundleFiles): Generator<Buffer> {
  for (const path of files.paths.filter((each) => each.startsWith("tile/entries/"))) {
    const parsed = parseEntries(files.read(path) ?? Buffer.alloc(0))
    if (parsed._tag === "Entries") { for (const leaf of parsed.leaves) yield Buffer.from(leaf) }
  }
}

/** Whom it was made for, as its text says; the text is then compared with the one that says the same. */
const madeFor = (files: BundleFiles): string | null =>
  /^ {2}Made for {5}(.*)$/m.exec(textOf(files, "README.txt"))?.[1] ?? null

const materialOf = (files: BundleFiles, { lawOf, verifier }: OwnFiles): Material => {
  const below = (folder: string) => files.paths.filter((path) => path.startsWith(folder))
  const published = below("checkpoints/").map((path): PublishedNote => ({
    size: Number(path.slice("checkpoints/".length)),
    note: textOf(files, path)
  })).sort((a, b) => a.size - b.size)
  const note = textOf(files, checkpointPath)
  return {
    newest: { note, size: published.at(-1)?.size ?? 0 },
    published,
    events: eventsOf(files),
    witness: below("witness/").map((path) => ({
      path: path.slice("witness/".length),
      bytes: files.read(path) ?? Buffer.alloc(0)
    })),
    lawOf: (version) =>
      files.read(`law/${version}.mjs`) === null ? null : lawOf(version) ?? files.read(`law/${version}.mjs`),
    verifier,
    madeFor: madeFor(files)
  }
}

const ofAnother = (files: BundleFiles): Derived => ({
  findings: [],
  proved: [],
  notProved: [
    "That derived/, schemas/, law/, witness/ and the texts belong to these events: the bundle was packed by another " +
    `version of Peerwork than this, or its verify.mjs was changed (its SHA-256 is ${
      files.sizeAndHash("verify.mjs").sha256
    })`
  ]
})

const handedOn = "Anything about the files in witness/, which are handed on as they were"

const unmade = ({ message, position }: NotInForm): Derived => ({
  findings: [unreadable(message.replace(/^T/, "t"), position)],
  proved: [],
  notProved: ["That derived/, schemas/ and the texts say what the events say: nothing can be made of these events"]
})

/** What a bundle with these events has to hold. Throws `NotInForm` where one of them is none. */
const packedAgain = (files: BundleFiles, own: OwnFiles) => {
  const sink = hashingSink()
  writeBundle(sink, materialOf(files, own))
  return sink.files()
}

/** Packs a sound bundle again, and compares. */
export const derivedFrom = (files: BundleFiles, own: OwnFiles): Derived => {
  if (files.read("verify.mjs")?.equals(own.verifier) !== true) return ofAnother(files)
  let due: ReadonlyArray<ListedFile>
  try {
    due = packedAgain(files, own)
  } catch (error) {
    if (error instanceof NotInForm) return unmade(error)
    throw error
  }
  const { more, other } = unlikeFiles(due, files)
  return {
    findings: [
      ...other.filter((path) => path !== manifestPath)
        .map((path) => beside(`${path} is not what Peerwork makes of these events`, path)),
      ...more.map((path) => beside(`${path} is no part of the bundle, though ${manifestPath} may name it`, path))
    ],
    proved: ["The tables, schemas and texts are what Peerwork makes of these events"],
    notProved: files.paths.some((path) => path.startsWith("witness/")) ? [handedOn] : []
  }
}
