/**
 * The command `peerwork`.
 */
import { runLine } from "./CommandLine.ts"

process.exitCode = await runLine(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  columns: process.stdout.columns ?? 80,
  isWatched: process.stderr.isTTY
})
