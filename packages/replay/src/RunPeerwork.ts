/**
 * The command `peerwork` in a process: its words, its terminal, and the code that it ends with.
 */
import { runLine } from "./CommandLine.ts"
import { processTerminal } from "./ProcessTerminal.ts"

export const runPeerwork = async (): Promise<void> => {
  process.exitCode = await runLine(process.argv.slice(2), processTerminal())
}
