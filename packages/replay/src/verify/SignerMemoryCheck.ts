/**
 * Whether the memory of the signer agrees with the log that it signs: `signer.db`, beside the log.
 *
 * Its notes are evidence, and are compared with the tree like all others. The columns beside them repeat what the notes
 * say, and the newest head says how far the signer has gone: whoever puts them back makes it sign a second history.
 */
import { emptyRoot, sameHash } from "@peerwork/ledger"
import { existsSync } from "node:fs"
import type { DatabaseSync, SQLOutputValue } from "node:sqlite"
import { openSignerFile } from "../bundle/NotesOfLog.ts"
import { beside, type Finding, unreadable } from "./Finding.ts"
import { claimIn } from "./NotesCheck.ts"

interface HeadRow {
  readonly size: number
  readonly root: Uint8Array
  readonly note: string
}

interface Memory {
  readonly origin: string | null
  readonly last: HeadRow | null
  readonly signed: ReadonlyArray<HeadRow>
}

const headIn = ({ note, root, size }: Record<string, SQLOutputValue>): HeadRow => ({
  size: Number(size),
  root: root instanceof Uint8Array ? root : new Uint8Array(),
  note: String(note)
})

const rowsIn = (db: DatabaseSync, tables: ReadonlySet<string>, table: string, columns: string) =>
  tables.has(table) ? db.prepare(`SELECT ${columns} FROM ${table}`).all() : []

const readMemory = (db: DatabaseSync): Memory => {
  const tables = new Set(
    db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all().map((row) => String(row["name"]))
  )
  const [log] = rowsIn(db, tables, "log", "origin")
  const [last] = rowsIn(db, tables, "last", "size, root, note")
  return {
    origin: log === undefined ? null : String(log["origin"]),
    last: last === undefined ? null : headIn(last),
    signed: rowsIn(db, tables, "signed", "size, root, note").map(headIn)
  }
}

const wrong = (says: string): Finding => beside(`signer.db: ${says}`, "signer.db")

/** Whether the columns of a row say what its note says. */
const rowComplaint = (which: string, { note, root, size }: HeadRow): ReadonlyArray<Finding> => {
  if (size === 0 && note === "") {
    return sameHash(root, emptyRoot)
      ? []
      : [wrong(`${which} has a root, and nothing was signed`)]
  }
  const claim = claimIn(note)
  if (claim._tag === "Malformed") return [wrong(`${which} holds no checkpoint: ${claim.because}`)]
  const columns = [...(claim.size === size ? [] : ["size"]), ...(sameHash(claim.root, root) ? [] : ["root"])]
  return columns.length === 0 ? [] : [wrong(`${which} does not have the ${columns.join(" and ")} of its checkpoint`)]
}

/** What was signed last has to be the newest of what was signed. */
const lastComplaints = ({ last, signed }: Memory): ReadonlyArray<Finding> => {
  if (last === null) return [wrong("it does not say what was signed last")]
  const newest = signed.reduce<HeadRow | null>((most, row) => most === null || row.size > most.size ? row : most, null)
  const found = [...rowComplaint("the last head", last)]
  if (last.size !== (newest?.size ?? 0)) {
    const says = `it says that ${last.size} events were signed last, and the newest checkpoint is over ${
      newest?.size ?? 0
    }`
    return [...found, wrong(says)]
  }
  return last.note === (newest?.note ?? "")
    ? found
    : [...found, wrong("what was signed last is not the newest checkpoint")]
}

const complaintsOf = (memory: Memory, origin: string): ReadonlyArray<Finding> => [
  ...(memory.origin === origin
    ? []
    : [wrong(`it is the memory of ${memory.origin ?? "no log"}, and this is ${origin}`)]),
  ...memory.signed.flatMap((row) => rowComplaint(`the row of ${row.size} events`, row)),
  ...lastComplaints(memory)
]

/** Whether the memory in the data folder agrees with itself and is of this log; nothing where there is none. */
export const signerMemoryFindings = (folder: string, origin: string): ReadonlyArray<Finding> => {
  const file = `${folder}/signer.db`
  if (!existsSync(file)) return []
  const db = openSignerFile(file)
  try {
    return complaintsOf(readMemory(db), origin)
  } catch (error) {
    return [unreadable(`${file} is not the memory of a signer: ${(error as Error).message}`, null, "signer.db")]
  } finally {
    db.close()
  }
}
