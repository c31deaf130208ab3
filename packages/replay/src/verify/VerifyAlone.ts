/**
 * The single file that lies in every bundle: `node verify.mjs`, with nothing but Node.
 *
 * It knows the law that it was built with by its hash, and runs no other that lies in a bundle.
 */
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { processTerminal } from "../ProcessTerminal.ts"
import { runCommand } from "../RunCommand.ts"
import { lawsBeside } from "./LawFiles.ts"
import { verifyWords } from "./VerifyWords.ts"

/** The SHA-256 of the law that this file was built with, in hexadecimal digits; the build writes it here. */
declare const lawOfThisBuild: string

const here = dirname(fileURLToPath(import.meta.url))

const verify = verifyWords({
  place: here,
  verifyOther: null,
  inFull: () => ({}),
  laws: (place) => lawsBeside(join(place, "law"), lawOfThisBuild),
  lawsSay: `Of the laws in the bundle only the one is run that this program was built with,
which it knows by its SHA-256. Any other has to be named (--law): it is code, so
name only one from somebody whom you trust.

The tables and texts beside the history are not made anew: peerwork verify --full
does that.`
}, [
  "node verify.mjs --key '<key of the log>'",
  "node verify.mjs --policy policy.txt --since checkpoint-of-march.txt"
])

const called = { name: "node verify.mjs", says: "checks the bundle that it lies in" }

process.exitCode = await runCommand(called, verify, process.argv.slice(2), processTerminal())
