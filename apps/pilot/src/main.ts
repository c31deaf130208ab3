/**
 * `npm start`: starts the app, says what to open, and stops it cleanly when it is told to.
 *
 * Settings are read before anything else is loaded. Whatever keeps the app from starting is one sentence, and an exit
 * code that is not 0.
 */
import { readSettings } from "./Settings.ts"

const read = readSettings(process.argv.slice(2), process.env, process.cwd())
if (read._tag === "Wrong") {
  process.stderr.write(`${read.says}\n`)
  process.exitCode = 1
} else {
  const { run } = await import("./Run.ts")
  run(read.settings)
}
