/**
 * `@peerwork/replay`: the auditor's room, as a library.
 */
export { BadUsage, type Command, type ExitCode, exitCodes, type Terminal } from "./Command.ts"
export { runLine } from "./CommandLine.ts"
