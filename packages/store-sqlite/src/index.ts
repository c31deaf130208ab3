/**
 * `@peerwork/store-sqlite`: the log in one SQLite file, on the SQLite that Node brings along.
 */
export { backUp } from "./BackUp.ts"
export type { BackedUp } from "./BackUp.ts"
export { CannotOpen } from "./CannotOpen.ts"
export { makeFolder } from "./MakeFolder.ts"
export { bringBack } from "./MissingLeaves.ts"
export type { Brought } from "./MissingLeaves.ts"
export { layerSqlite, open } from "./OpenLog.ts"
export type { OpenOptions } from "./OpenLog.ts"
export { nextLogKey } from "./LogKey.ts"
export { openSigner } from "./OpenSigner.ts"
export type { OpenedSigner } from "./OpenSigner.ts"
export { openTables } from "./OpenTables.ts"
export { makePrivately } from "./PrivateFile.ts"
export {
  firstSignedAt,
  keepCosignature,
  lastCosigned,
  newestCosigned,
  newestNotes,
  noteAt,
  publishedNotes
} from "./PublishedNotes.ts"
export type { Cosigned, PublishedNote } from "./PublishedNotes.ts"
export { restore, standingOf } from "./Restore.ts"
export type { Restored, Standing } from "./Restore.ts"
export { readShared, writeShared } from "./SharedFolder.ts"
