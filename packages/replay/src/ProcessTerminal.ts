/**
 * The terminal of this process.
 *
 * What is told comes out of files that nobody has believed yet. A name or a text in them could end a line, move the
 * cursor or turn letters round, and so put a verdict of its own on the screen; here such characters are only shown.
 */
import type { Terminal } from "./SubCommand.ts"

/** A reader that has seen enough, such as `head`, closes the pipe; that is no failure of the command. */
const endQuietlyWhenClosed = (error: Error): void => {
  if (!("code" in error) || error.code !== "EPIPE") throw error
  process.exit()
}

/** What moves a cursor, breaks a line or turns the direction of writing. */
const steering = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu

/** The line with every such character as JSON writes it, which leaves a line of JSON what it is. */
export const shownLine = (line: string): string =>
  line.replaceAll(steering, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`)

export const processTerminal = (): Terminal => {
  process.stdout.on("error", endQuietlyWhenClosed)
  return {
    out: (line) => process.stdout.write(`${shownLine(line)}\n`),
    err: (line) => process.stderr.write(`${shownLine(line)}\n`),
    columns: process.stdout.columns ?? 80,
    isWatched: process.stderr.isTTY
  }
}
