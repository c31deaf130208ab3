/**
 * The log of an app, read beside it: one file, opened for reading only, and one moment of it.
 *
 * Everything is read in one transaction, so a log that is written to in the meantime is read as it was at the beginning.
 */
import { CannotOpen, openTables } from "@peerwork/store-sqlite"
import { existsSync } from "node:fs"
import type { DatabaseSync } from "node:sqlite"
import { pathToFileURL } from "node:url"
import { CannotGoOn } from "../SubCommand.ts"
import { isFile, isFolder } from "../verify/BundleFiles.ts"

export interface LogFile {
  readonly db: DatabaseSync
  readonly close: () => void
}

/** There is no log, or none that can be read; the message says which. */
export class NoLog extends CannotGoOn {
  override readonly name = "NoLog"
}

/** The file of the log in a data folder, or the file itself. */
export const logFileAt = (place: string): string =>
  existsSync(`${place}/events.sqlite`) ? `${place}/events.sqlite` : place

const connect = (file: string): DatabaseSync => {
  try {
    const db = openTables(file, { readOnly: true })
    db.exec("BEGIN; SELECT count(*) FROM log")
    return db
  } catch (error) {
    // Where nothing may be written beside it, and nothing waits beside it to be read, the file stands for itself
    if (error instanceof CannotOpen || existsSync(`${file}-wal`)) throw error
    const alone = pathToFileURL(file)
    alone.searchParams.set("immutable", "1")
    const db = openTables(alone, { readOnly: true })
    db.exec("BEGIN; SELECT count(*) FROM log")
    return db
  }
}

/** Why a folder is not that of a log. */
export const noLogIn = (folder: string): string =>
  `${folder} holds neither tile/entries, as a bundle does, nor events.sqlite, as the app's data does${
    existsSync(`${folder}/demo/events.sqlite`) ? `; the data of the demo are in ${folder}/demo` : ""
  }`

/** Refuses what is there and is no file: whoever opens a pipe waits for what may never come. */
export const notAPipe = (file: string): void => {
  if (existsSync(file) && !isFile(file)) throw new NoLog(`${file} is no file`)
}

export const openLogFile = (place: string): LogFile => {
  const file = logFileAt(place)
  if (!existsSync(file)) throw new NoLog(`There is nothing at ${place}`)
  if (isFolder(file)) throw new NoLog(noLogIn(file))
  notAPipe(file)
  try {
    const db = connect(file)
    return { db, close: () => db.close() }
  } catch (error) {
    throw new NoLog(
      error instanceof CannotOpen ? error.message : `${file} is no log of Peerwork: ${(error as Error).message}`
    )
  }
}

/** The stored bytes of every event, in order. */
export function* eventsIn({ db }: LogFile): Generator<Buffer> {
  for (const row of db.prepare("SELECT CAST(envelope AS BLOB) AS bytes FROM events ORDER BY position").iterate()) {
    yield Buffer.from(row["bytes"] as Uint8Array)
  }
}
