/**
 * Where a bundle is written to: files in a folder, each hashed while it is written, or nowhere, for their hashes alone.
 *
 * A bundle is first written beside its place, and moved there when it is whole: what lies under its name is never half
 * of one.
 */
import { makeFolder } from "@peerwork/store-sqlite"
import { createHash, type Hash } from "node:crypto"
import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs"
import { dirname } from "node:path"
import type { ListedFile } from "./Manifest.ts"

/** A file that is written piece by piece. */
export interface Writing {
  readonly write: (piece: string | Uint8Array) => void
  readonly end: () => void
}

export interface BundleSink {
  readonly open: (path: string) => Writing
  readonly write: (path: string, whole: string | Uint8Array) => void
  /** Every file that was ended. */
  readonly files: () => ReadonlyArray<ListedFile>
  /** Moves the bundle to its place. */
  readonly finish: () => void
  /** Removes what was written so far. */
  readonly giveUp: () => void
}

/** Bytes that are collected before they are written. */
const heldLength = 1 << 18

interface Open {
  /** Where the bytes go besides the hash. */
  readonly put: (bytes: Uint8Array) => void
  readonly hash: Hash
  pieces: Array<Uint8Array>
  held: number
  bytes: number
}

const flush = (file: Open): void => {
  if (file.held === 0) return
  const all = file.pieces.length === 1 ? file.pieces[0] as Uint8Array : Buffer.concat(file.pieces)
  file.hash.update(all)
  file.put(all)
  file.pieces = []
  file.held = 0
}

/** Writes a file piece by piece, and lists it when it is ended. */
const writing = (
  path: string,
  files: Array<ListedFile>,
  { close, put }: { readonly put: (bytes: Uint8Array) => void; readonly close: () => void }
): Writing => {
  const file: Open = { put, hash: createHash("sha256"), pieces: [], held: 0, bytes: 0 }
  return {
    write: (piece) => {
      const bytes = typeof piece === "string" ? Buffer.from(piece) : piece
      file.pieces.push(bytes)
      file.held += bytes.length
      file.bytes += bytes.length
      if (file.held >= heldLength) flush(file)
    },
    end: () => {
      flush(file)
      close()
      files.push({ path, bytes: file.bytes, sha256: file.hash.digest("hex") })
    }
  }
}

const wholly = (open: BundleSink["open"]): BundleSink["write"] => (path, whole) => {
  const file = open(path)
  file.write(whole)
  file.end()
}

const nothing = () => undefined

/** A sink that keeps nothing but the lengths and hashes: what a bundle would be. */
export const hashingSink = (): BundleSink => {
  const files: Array<ListedFile> = []
  const open = (path: string) => writing(path, files, { put: nothing, close: nothing })
  return { open, write: wholly(open), files: () => files, finish: nothing, giveUp: nothing }
}

/** A sink that becomes the folder, which is not there yet. */
export const folderSink = (folder: string): BundleSink => {
  const beside = `${folder}.part`
  const files: Array<ListedFile> = []
  rmSync(beside, { recursive: true, force: true })
  makeFolder(beside)
  const made = new Set<string>()
  const open = (path: string): Writing => {
    const parent = dirname(`${beside}/${path}`)
    if (!made.has(parent)) makeFolder(parent)
    made.add(parent)
    const descriptor = openSync(`${beside}/${path}`, "wx")
    return writing(path, files, {
      put: (bytes) => {
        for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
      },
      close: () => closeSync(descriptor)
    })
  }
  return {
    open,
    write: wholly(open),
    files: () => files,
    finish: () => renameSync(beside, folder),
    giveUp: () => rmSync(beside, { recursive: true, force: true })
  }
}
