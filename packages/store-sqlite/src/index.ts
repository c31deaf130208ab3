/**
 * `@peerwork/store-sqlite`: the log in one SQLite file, on the SQLite that Node brings along.
 */
export { CannotOpen } from "./CannotOpen.ts"
export { makeFolder } from "./MakeFolder.ts"
export { layerSqlite, open } from "./OpenLog.ts"
export type { OpenOptions } from "./OpenLog.ts"
export { openSigner } from "./OpenSigner.ts"
export type { OpenedSigner } from "./OpenSigner.ts"
export { keepCosignature, lastCosigned, newestCosigned, newestNotes, noteAt, publishedNotes } from "./PublishedNotes.ts"
export type { Cosigned, PublishedNote } from "./PublishedNotes.ts"
