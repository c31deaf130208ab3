/**
 * `@peerwork/replay`: the auditor's room, as a library.
 */
export { BadUsage, type Command, type ExitCode, exitCodes, type Terminal } from "./SubCommand.ts"
export { runLine } from "./CommandLine.ts"
export { type Packed, packLog, type ToPack } from "./bundle/PackLog.ts"
export { CannotPack, type Material, type PublishedNote, writeBundle } from "./bundle/WriteBundle.ts"
export { type BundleSink, folderSink } from "./bundle/BundleSink.ts"
export { type ToVerify, verifyBundle } from "./verify/BundleCheck.ts"
export { verifyLog } from "./verify/LogFileCheck.ts"
export type { NamedNote, Trust } from "./verify/NotesCheck.ts"
export type { Report } from "./verify/Report.ts"
