/**
 * The demo folder: where the demo keeps its data, apart from everything else.
 *
 * A note in it says that the app made it, which story it holds, and where the clock stood. A folder with something in
 * it and without that note is somebody else's, and is left as it is; only a folder with the note is ever emptied, and
 * of it only the files that the demo makes.
 */
import type { Instant } from "@peerwork/core"
import { isInstant } from "@peerwork/core"
import { makeFolder } from "@peerwork/store-sqlite"
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"

export interface Note {
  /** The story that was told to its end; null where none was. */
  readonly told: string | null
  /** Where somebody moved the clock to. */
  readonly clock: Instant | null
}

const fileIn = (folder: string): string => `${folder}/peerwork-demo.json`

const says = "Made by npm start -- --demo. Everything here is invented; --demo=again empties this folder"

/** What the demo makes besides the note. */
const made = [
  "events.sqlite",
  "events.sqlite-wal",
  "events.sqlite-shm",
  "signer.db",
  "signer.db-journal",
  "writer.lock",
  "writer.lock-journal",
  "keys",
  "witness"
]

const unwritten: Note = { told: null, clock: null }

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // A power cut may leave half a note; that it is there is all that it has to say
    return null
  }
}

export const readNote = (folder: string): Note => {
  const note = parsed(readFileSync(fileIn(folder), "utf8"))
  if (typeof note !== "object" || note === null) return unwritten
  const { clock, told } = note as Readonly<Record<string, unknown>>
  return {
    told: typeof told === "string" ? told : null,
    clock: typeof clock === "string" && isInstant(clock) ? clock as Instant : null
  }
}

export const writeNote = (folder: string, note: Note): void => {
  writeFileSync(`${fileIn(folder)}.new`, `${JSON.stringify({ says, ...note }, null, 2)}\n`)
  renameSync(`${fileIn(folder)}.new`, fileIn(folder))
}

export type Prepared =
  | { readonly _tag: "Ready" }
  | { readonly _tag: "NotOurs"; readonly says: string }

/** Makes the folder where there is none. */
export const prepareFolder = (folder: string): Prepared => {
  if (existsSync(fileIn(folder))) return { _tag: "Ready" }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    return {
      _tag: "NotOurs",
      says: `The demo did not make the folder ${folder}, so it leaves it as it is. Choose another with PEERWORK_DATA`
    }
  }
  makeFolder(folder, 0o700)
  writeNote(folder, unwritten)
  return { _tag: "Ready" }
}

/** Takes away what the demo made. Whoever calls has made sure that nobody uses it. */
export const emptyFolder = (folder: string): void => {
  for (const name of made) rmSync(`${folder}/${name}`, { recursive: true, force: true })
  writeNote(folder, unwritten)
}
