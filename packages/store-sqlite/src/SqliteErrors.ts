/**
 * What SQLite's errors mean to a store.
 *
 * The low byte of an error code says what kind it is. Whatever happens before COMMIT is known not to be written;
 * whatever happens to COMMIT itself is known only when SQLite says that it was busy.
 */
import { beginning, CommitUnknown, LogCorrupt, StoreUnavailable } from "@peerwork/store"
import type { CommandId, StorageError } from "@peerwork/store"

const codes = { busy: 5, locked: 6, io: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 } as const

const codeOf = (error: unknown): number | null =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode & 0xff : null

/** The typed error; null when it is neither damage nor any of SQLite's doing, and so a defect. */
export const storageErrorOf = (error: unknown): StorageError | null => {
  if (error instanceof LogCorrupt) return error
  switch (codeOf(error)) {
    case codes.busy:
    case codes.locked:
      return new StoreUnavailable({ reason: "busy", cause: error })
    case codes.full:
      return new StoreUnavailable({ reason: "full", cause: error })
    case codes.io:
    case codes.cannotOpen:
      return new StoreUnavailable({ reason: "disk", cause: error })
    case codes.corrupt:
    case codes.notADatabase:
      return new LogCorrupt({ kind: "file", at: beginning })
    default:
      return null
  }
}

/** What a COMMIT that failed means. */
export const commitErrorOf = (error: unknown, commandId: CommandId): StorageError | CommitUnknown => {
  const known = storageErrorOf(error)
  return known?._tag === "StoreUnavailable" && known.reason === "busy"
    ? known
    : new CommitUnknown({ commandId, cause: error })
}
