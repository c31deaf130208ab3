/**
 * Packs the log in a data folder, beside the running app or without it.
 */
import { law } from "@peerwork/core"
import { sha256 } from "@peerwork/ledger"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { bundleFiles, isFolder } from "../verify/BundleFiles.ts"
import { built } from "./BuiltFiles.ts"
import { folderSink, hashingSink } from "./BundleSink.ts"
import { eventsIn, openLogFile } from "./LogFile.ts"
import { notesOfLog } from "./NotesOfLog.ts"
import { sayUnlike, unlikeFiles } from "./UnlikeFiles.ts"
import { bundleName, CannotPack, type HandedOn, type Material, type PublishedNote, writeBundle } from "./WriteBundle.ts"

export interface ToPack {
  /** The data folder of the app. */
  readonly data: string
  /** The folder that the bundle is put into. */
  readonly into: string
  readonly madeFor: string | null
  /** The checkpoint to end with, by its number of events; the newest where it is null. */
  readonly at: number | null
}

export interface Packed {
  readonly folder: string
  readonly name: string
  readonly size: number
  /** The SHA-256 of the verifier in it, in hexadecimal digits. */
  readonly verifier: string
  /** Whether the same bytes were there already. */
  readonly wasThere: boolean
}

/** What lies in the folders of witnesses. They may be shared with them, so no link is followed: it may lead to a key. */
const witnessFiles = (data: string): ReadonlyArray<HandedOn> => {
  const folder = join(data, "witness")
  if (!isFolder(folder)) return []
  const files = bundleFiles(folder)
  return files.paths.map((path) => ({ path, bytes: files.read(path) as Buffer }))
}

/** The laws that the log was decided with: this one, and earlier ones where they were kept. */
const lawIn = (data: string) => (version: string): Uint8Array | null => {
  const kept = join(data, "laws", `${version}.mjs`)
  if (existsSync(kept)) return readFileSync(kept)
  return version === law ? built("law.mjs") : null
}

const newestIn = (notes: ReadonlyArray<PublishedNote>, { at, data }: ToPack): PublishedNote => {
  const note = at === null ? notes.at(-1) : notes.find(({ size }) => size === at)
  if (note !== undefined) return note
  throw new CannotPack(
    at === null
      ? `Nothing in ${data} was signed yet: start the app, which signs within a second of a change`
      : `No checkpoint was signed over ${at} events. There are ${notes.map(({ size }) => size).join(", ")}`
  )
}

/** Whether the folder holds what would be packed, byte for byte. Throws where it holds something else. */
const isPacked = (folder: string, material: Material): boolean => {
  if (!existsSync(folder)) return false
  if (!isFolder(folder)) throw new CannotPack(`${folder} is there already, and is no folder`)
  const sink = hashingSink()
  writeBundle(sink, material)
  const unlike = sayUnlike(unlikeFiles(sink.files(), bundleFiles(folder)))
  if (unlike === null) return true
  throw new CannotPack(
    `${folder} is there already, and is not what this log gives now: ${unlike}. It may be older, made for somebody ` +
      "else, or changed since. Nothing was written; pack into another folder (--out)"
  )
}

/** Writes the bundle, and says where it lies. What lies there already is compared, and never written over. */
export const packLog = (toPack: ToPack): Packed => {
  const { data, into, madeFor } = toPack
  const log = openLogFile(data)
  try {
    const verifier = built("verify.mjs")
    if (verifier === null) throw new CannotPack("The verifier that every bundle carries is not built: npm run build")
    const notes = notesOfLog(data)
    const newest = newestIn(notes, toPack)
    const name = bundleName(newest.note)
    const folder = join(into, name)
    const packed = { folder, name, size: newest.size, verifier: sha256(verifier).toString("hex") }
    const published = notes.filter(({ size }) => size <= newest.size)
    const material: Material = {
      newest,
      published,
      events: eventsIn(log),
      witness: witnessFiles(data),
      lawOf: lawIn(data),
      verifier,
      madeFor
    }
    const wasThere = isPacked(folder, material)
    if (!wasThere) writeBundle(folderSink(folder), material)
    return { ...packed, wasThere }
  } finally {
    log.close()
  }
}
