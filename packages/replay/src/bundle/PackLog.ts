/**
 * Packs the log in a data folder, beside the running app or without it.
 */
import { law } from "@peerwork/core"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { byPath } from "./BundlePaths.ts"
import { folderSink } from "./BundleSink.ts"
import { eventsIn, openLogFile } from "./LogFile.ts"
import { notesOfLog } from "./NotesOfLog.ts"
import { bundleName, CannotPack, type HandedOn, type PublishedNote, writeBundle } from "./WriteBundle.ts"

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
  /** Whether it was there already: the same log at the same checkpoint gives the same bundle. */
  readonly wasThere: boolean
}

/** What is built beside this package: the verifier as one file, and the law. */
const built = (name: string): Uint8Array | null => {
  const file = new URL(`../../dist/${name}`, import.meta.url)
  return existsSync(file) ? readFileSync(file) : null
}

const witnessFiles = (data: string): ReadonlyArray<HandedOn> => {
  const folder = join(data, "witness")
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort(byPath)
    .map((path) => ({ path, bytes: readFileSync(join(folder, path)) }))
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

/** Writes the bundle, and says where it lies. */
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
    const packed = { folder, name, size: newest.size }
    if (existsSync(folder)) return { ...packed, wasThere: true }
    const published = notes.filter(({ size }) => size <= newest.size)
    const material = {
      newest,
      published,
      events: eventsIn(log),
      witness: witnessFiles(data),
      lawOf: lawIn(data),
      verifier,
      madeFor
    }
    writeBundle(folderSink(folder), material)
    return { ...packed, wasThere: false }
  } finally {
    log.close()
  }
}
