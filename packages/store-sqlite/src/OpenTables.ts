/**
 * Opening a file of SQLite that may come from anybody: it holds tables, and nothing that only has the name of one.
 *
 * A view over a query without an end can have the name of a table, and whoever reads it never comes back. So the file is
 * asked what its names are before any of them is read. SQLite answers from the schema and computes no row for that. No
 * function that the schema names is run but those that do no harm, and nobody changes the schema past its statements.
 */
import { DatabaseSync, type DatabaseSyncOptions } from "node:sqlite"
import { fileURLToPath } from "node:url"
import { cannotOpen } from "./CannotOpen.ts"

const otherThanTables =
  "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND type <> 'table' ORDER BY name LIMIT 1"

/** Opens the file. Throws `CannotOpen`, with its name, where something in it is a view or a virtual table. */
export const openTables = (file: string | URL, options: DatabaseSyncOptions): DatabaseSync => {
  const db = new DatabaseSync(file, { ...options, defensive: true })
  try {
    db.exec("PRAGMA trusted_schema = OFF")
    const other = db.prepare(otherThanTables).get()
    if (other === undefined) return db
    const path = file instanceof URL ? fileURLToPath(file) : file
    const what = `${String(other["name"])} in it is a ${String(other["type"])} and no table`
    throw cannotOpen("damaged", `${path} was not written by Peerwork: ${what}`)
  } catch (error) {
    db.close()
    throw error
  }
}
