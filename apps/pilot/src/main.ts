/**
 * `npm start`: starts the app, says what to open, and stops it cleanly when it is told to.
 *
 * Whatever keeps it from starting is one sentence on the last line, and an exit code that is not 0.
 */
import { run } from "./Run.ts"

run(process.argv.slice(2))
