/**
 * The terminal of this process.
 */
import type { Terminal } from "./SubCommand.ts"

/** A reader that has seen enough, such as `head`, closes the pipe; that is no failure of the command. */
const endQuietlyWhenClosed = (error: Error): void => {
  if (!("code" in error) || error.code !== "EPIPE") throw error
  process.exit()
}

export const processTerminal = (): Terminal => {
  process.stdout.on("error", endQuietlyWhenClosed)
  return {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    columns: process.stdout.columns ?? 80,
    isWatched: process.stderr.isTTY
  }
}
