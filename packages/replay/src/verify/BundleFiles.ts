/**
 * The files of a bundle on a disk, as whoever mistrusts them reads them: regular files only, and none beyond reason.
 */
import { createHash } from "node:crypto"
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs"
import { byPath } from "../bundle/BundlePaths.ts"
import { CannotGoOn } from "../SubCommand.ts"

/** Bytes that are read at a time. */
const chunkLength = 1 << 20

/** Files that are read whole are at most so long: the longest, a file of entries, is 256 times 65,537 bytes. */
const longestRead = 1 << 26

/** A file that is read from its beginning to its end. */
export interface Reading {
  /** The next bytes, as many as asked for unless the file ends; valid until the next call. */
  readonly next: (length: number) => Buffer
  readonly close: () => void
}

export interface BundleFiles {
  readonly folder: string
  /** Every file, in order. */
  readonly paths: ReadonlyArray<string>
  /** What is neither a file nor a folder. */
  readonly strange: ReadonlyArray<string>
  /** The whole file; null where there is none. Throws `CannotGoOn` where it is longer than 64 MiB. */
  readonly read: (path: string) => Buffer | null
  readonly sizeAndHash: (path: string) => { readonly bytes: number; readonly sha256: string }
  readonly open: (path: string) => Reading | null
}

interface Listing {
  readonly paths: Array<string>
  readonly strange: Array<string>
}

const list = (folder: string, below: string, listing: Listing): Listing => {
  for (const entry of readdirSync(below === "" ? folder : `${folder}/${below}`, { withFileTypes: true })) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) list(folder, path, listing)
    else (entry.isFile() ? listing.paths : listing.strange).push(path)
  }
  return listing
}

/** Reads ahead, so that small pieces cost no call each. */
const reading = (file: string): Reading => {
  const descriptor = openSync(file, "r")
  let [held, at] = [Buffer.alloc(0), 0]
  const fill = (length: number) => {
    const more = Buffer.allocUnsafe(Math.max(chunkLength, length))
    const count = readSync(descriptor, more, 0, more.length, null)
    held = Buffer.concat([held.subarray(at), more.subarray(0, count)])
    at = 0
    return count
  }
  return {
    next: (length) => {
      while (held.length - at < length && fill(length) > 0);
      const bytes = held.subarray(at, at + length)
      at += bytes.length
      return bytes
    },
    close: () => closeSync(descriptor)
  }
}

const sizeAndHash = (file: string): { readonly bytes: number; readonly sha256: string } => {
  const hash = createHash("sha256")
  const descriptor = openSync(file, "r")
  try {
    const chunk = Buffer.allocUnsafe(chunkLength)
    let bytes = 0
    for (let count = readSync(descriptor, chunk); count > 0; count = readSync(descriptor, chunk)) {
      hash.update(chunk.subarray(0, count))
      bytes += count
    }
    return { bytes, sha256: hash.digest("hex") }
  } finally {
    closeSync(descriptor)
  }
}

const wholeFile = (file: string): Buffer => {
  if (statSync(file).size > longestRead) throw new CannotGoOn(`${file} is longer than such a file of a bundle can be`)
  return readFileSync(file)
}

/** Whether there is a folder. */
export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** Whether there is a file; pipes and the like are none. */
export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

export const bundleFiles = (folder: string): BundleFiles => {
  const { paths, strange } = list(folder, "", { paths: [], strange: [] })
  paths.sort(byPath)
  const there = new Set(paths)
  return {
    folder,
    paths,
    strange: strange.sort(byPath),
    read: (path) => there.has(path) ? wholeFile(`${folder}/${path}`) : null,
    sizeAndHash: (path) => sizeAndHash(`${folder}/${path}`),
    open: (path) => there.has(path) ? reading(`${folder}/${path}`) : null
  }
}
