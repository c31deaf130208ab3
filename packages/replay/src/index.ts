/**
 * `@peerwork/replay`: the auditor's room, as a library.
 */
export { BadUsage, type Command, type ExitCode, exitCodes, type Terminal } from "./SubCommand.ts"
export { runLine } from "./CommandLine.ts"
