/**
 * What was published of a log: the notes that its signer keeps, each with every cosignature that came for it.
 *
 * It reads two columns and believes none of the others, because a verifier is given whatever lies beside the log.
 */
import { CannotOpen, openTables } from "@peerwork/store-sqlite"
import { existsSync } from "node:fs"
import type { DatabaseSync } from "node:sqlite"
import { NoLog, notAPipe } from "./LogFile.ts"
import type { PublishedNote } from "./WriteBundle.ts"

const linesOf = (db: DatabaseSync): ReadonlyMap<number, string> => {
  const lines = new Map<number, string>()
  for (const row of db.prepare("SELECT size, line FROM cosignatures ORDER BY size, witness").iterate()) {
    const size = Number(row["size"])
    const line = String(row["line"])
    lines.set(size, `${lines.get(size) ?? ""}${line.endsWith("\n") ? line : `${line}\n`}`)
  }
  return lines
}

/** Opens it for reading only. */
export const openSignerFile = (file: string): DatabaseSync => {
  notAPipe(file)
  try {
    return openTables(file, { readOnly: true })
  } catch (error) {
    throw new NoLog(error instanceof CannotOpen ? error.message : `${file} cannot be read: ${(error as Error).message}`)
  }
}

/** The notes of the log in a data folder, the smallest first; none where nothing was signed yet. */
export const notesOfLog = (folder: string): ReadonlyArray<PublishedNote> => {
  const file = `${folder}/signer.db`
  if (!existsSync(file)) return []
  const db = openSignerFile(file)
  try {
    const lines = linesOf(db)
    return db.prepare("SELECT size, note FROM signed ORDER BY size").all().map((row) => {
      const size = Number(row["size"])
      return { size, note: `${String(row["note"])}${lines.get(size) ?? ""}` }
    })
  } catch (error) {
    throw new NoLog(`${file} is not the memory of a signer: ${(error as Error).message}`)
  } finally {
    db.close()
  }
}
