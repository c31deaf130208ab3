/**
 * Refusing a file of SQLite in which something is that Peerwork has not made.
 *
 * A trigger runs with the statements of whoever writes the file, and a table can have columns that are computed when
 * somebody reads it. So a file that may come from anybody is asked for its tables, indexes and triggers before any of
 * them is used: each has to be, word by word, one that this build makes.
 */
import type { DatabaseSync } from "node:sqlite"
import { type CannotOpen, cannotOpen } from "./CannotOpen.ts"

/**
 * Why the file is not to be used, with the name of the first object that none of these statements makes; null where there
 * is none. A table that whoever migrates the file makes in words of its own is left out by its name.
 */
export const foreignIn = (
  db: DatabaseSync,
  file: string,
  statements: ReadonlyArray<string>,
  leftOut: string | null = null
): CannotOpen | null => {
  const own = new Set(statements)
  // What SQLite makes by itself for a table has no statement, and stands and falls with that table
  const foreign = db.prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").all()
    .find(({ name, sql, type }) => !own.has(String(sql)) && !(type === "table" && name === leftOut))
  if (foreign === undefined) return null
  const what = `the ${String(foreign["type"])} ${String(foreign["name"])} in it is none of Peerwork's`
  return cannotOpen("damaged", `${file} was not written by Peerwork as it is: ${what}. Nothing of it was used`)
}
