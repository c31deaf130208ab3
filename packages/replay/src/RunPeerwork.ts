/**
 * The command `peerwork` in a process: its words, its terminal, and the code that it ends with.
 */
import { runLine } from "./CommandLine.ts"

/** A reader that has seen enough, such as `head`, closes the pipe; that is no failure of the command. */
const endQuietlyWhenClosed = (error: Error): void => {
  if (!("code" in error) || error.code !== "EPIPE") throw error
  process.exit()
}

export const runPeerwork = async (): Promise<void> => {
  process.stdout.on("error", endQuietlyWhenClosed)
  process.exitCode = await runLine(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    columns: process.stdout.columns ?? 80,
    isWatched: process.stderr.isTTY
  })
}
