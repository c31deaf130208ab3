/**
 * The manifest of a bundle: every other file with its length and its SHA-256, in one spelling.
 *
 * It is signed by nobody. It finds what broke on the way and what somebody left behind, and names the file; what it
 * cannot show, because whoever changes a file can change it too, the tree and the signatures show.
 */
import { canonicalise, parseEnvelope } from "@peerwork/ledger"
import { byPath } from "./BundlePaths.ts"

export interface ListedFile {
  readonly path: string
  readonly bytes: number
  /** In hexadecimal digits. */
  readonly sha256: string
}

export const formatManifest = (files: ReadonlyArray<ListedFile>): string =>
  canonicalise({
    files: files.map(({ bytes, path, sha256 }) => ({ bytes, path, sha256 })).sort((a, b) => byPath(a.path, b.path)),
    v: 1
  })

/** Why the text is no manifest. */
export interface NoManifest {
  readonly _tag: "NoManifest"
  readonly because: string
}

export interface Manifest {
  readonly _tag: "Manifest"
  readonly files: ReadonlyArray<ListedFile>
}

const none = (because: string): NoManifest => ({ _tag: "NoManifest", because })

const isListed = (value: unknown): value is ListedFile => {
  if (typeof value !== "object" || value === null) return false
  const { bytes, path, sha256, ...more } = value as Readonly<Record<string, unknown>>
  return Object.keys(more).length === 0 && typeof path === "string" && Number.isSafeInteger(bytes) &&
    Number(bytes) >= 0 && typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256)
}

/** The manifest that the bytes spell. */
export const parseManifest = (bytes: Uint8Array): Manifest | NoManifest => {
  const parsed = parseEnvelope(bytes)
  if (parsed._tag !== "Parsed") return none(`${parsed.because} (byte ${parsed.at + 1})`)
  const { files, v, ...more } = parsed.value
  if (v !== 1 || Object.keys(more).length > 0) return none("it is not of the form that this knows")
  if (!Array.isArray(files) || !files.every(isListed)) return none("it does not list paths, lengths and hashes alone")
  const isSorted = files.every(({ path }, at) => at === 0 || byPath((files[at - 1] as ListedFile).path, path) < 0)
  return isSorted ? { _tag: "Manifest", files } : none("its files are not in order, each once")
}
