/**
 * The single file that lies in every bundle: `node verify.mjs`, with nothing but Node.
 */
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { processTerminal } from "../ProcessTerminal.ts"
import { runCommand } from "../RunCommand.ts"
import { lawFilesIn } from "./DecisionsCheck.ts"
import { verifyWords } from "./VerifyWords.ts"

const here = dirname(fileURLToPath(import.meta.url))

const verify = verifyWords({ place: here, verifyOther: null, lawFiles: (place) => lawFilesIn(join(place, "law")) }, [
  "node verify.mjs --key '<key of the log>'",
  "node verify.mjs --policy policy.txt --since checkpoint-of-march.txt"
])

const called = { name: "node verify.mjs", says: "checks the bundle that it lies in" }

process.exitCode = await runCommand(called, verify, process.argv.slice(2), processTerminal())
