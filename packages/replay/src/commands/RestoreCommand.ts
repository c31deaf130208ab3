/**
 * `peerwork restore`: goes back to a copy, and forward again to everything that was signed.
 */
import { bringBack, type Brought, type CannotOpen, restore, type Standing } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import { existsSync } from "node:fs"
import { CannotRead } from "../LogSource.ts"
import { openSource } from "../OpenSource.ts"
import {
  type Arguments,
  BadUsage,
  CannotGoOn,
  type Command,
  type ExitCode,
  exitCodes,
  type Terminal
} from "../SubCommand.ts"

const runbook = "docs/do/back-up-and-restore.md"

const told = (standing: Standing, data: string, isJson: boolean, terminal: Terminal): ExitCode => {
  const { isSame, missing, origin, signed, size } = standing
  const code = missing === null && isSame ? exitCodes.ok : exitCodes.integrity
  if (isJson) {
    terminal.out(JSON.stringify(standing))
    return code
  }
  terminal.out(`${data} holds ${size} events of ${origin}; ${signed} were signed.`)
  if (missing !== null) {
    terminal.out(`HISTORY REGRESSION: ${missing[0]} to ${missing[1]} were signed and are missing.`)
    terminal.out("The app will not start until they are back. Take them from a bundle, or from")
    terminal.out("an export of the log, whoever has one:")
    terminal.out(`  peerwork restore --from-bundle BUNDLE --data ${data}`)
  } else if (!isSame) {
    terminal.out(`FORK: these are not the events that were signed. The app will not start; see ${runbook}`)
  } else terminal.out("Everything that was signed is there. Start the app.")
  return code
}

const failed = (error: CannotOpen, terminal: Terminal): ExitCode => {
  if (error.reason === "folder" || error.reason === "in use") throw new BadUsage(error.says)
  if (error.reason === "disk") throw new CannotGoOn(error.says)
  terminal.err(error.says)
  return exitCodes.integrity
}

/** The events in a bundle or in an export; what is neither cannot bring anything back. */
const bringing = (from: string): Brought => {
  try {
    return openSource(from).events
  } catch (error) {
    throw error instanceof CannotRead ? new BadUsage(error.message) : error
  }
}

const run = async ({ positionals, values }: Arguments, terminal: Terminal): Promise<ExitCode> => {
  const [copy, ...more] = positionals
  const { data, "from-bundle": from, json, newest } = values
  const folder = String(data)
  if (more.length > 0 || (copy === undefined) === (typeof from !== "string")) {
    throw new BadUsage("restore takes either the folder of a copy, or --from-bundle")
  }
  for (const file of [copy, from, newest]) {
    if (typeof file === "string" && !existsSync(file)) throw new BadUsage(`${file} is not there`)
  }
  const work = copy === undefined
    ? Effect.map(bringBack(folder, bringing(String(from))), (standing) => ({ ...standing, aside: null }))
    : restore(copy, folder, typeof newest === "string" ? newest : null)
  const result = await Effect.runPromise(Effect.either(work))
  if (result._tag === "Left") return failed(result.left, terminal)
  const { right: standing } = result
  if (standing.aside !== null && json !== true) terminal.out(`What was there before is in ${standing.aside}.`)
  return told(standing, folder, json === true, terminal)
}

export const restoreCommand: Command = {
  usage: "COPY | --from-bundle BUNDLE [--data FOLDER] [--newest CHECKPOINT] [--json]",
  help: [
    "Puts the log of a copy in the place of the log in the folder of the data",
    "(--data, ./data), while the app is stopped; it says so if it is not. What was",
    "there before is put aside. What was signed is never taken back: the memory of",
    "the signer stays as it is, and it names the events that were signed and that",
    "the copy does not have.",
    "",
    "  --from-bundle BUNDLE  brings missing events back, from a bundle or an export",
    "                        of the log (one event a line), if they are those signed",
    "  --newest CHECKPOINT   where signer.db is lost: the newest checkpoint that a",
    "                        witness, an auditor or anybody else holds",
    "",
    "It ends with 0 when everything that was signed is there, 1 when it is not, and 3",
    "when it was broken off on the way, as by a full disk."
  ].join("\n"),
  examples: [
    "peerwork restore copies/monday --data ./data",
    "peerwork restore --from-bundle history.jsonl --data ./data"
  ],
  options: {
    data: { type: "string", default: "data" },
    "from-bundle": { type: "string" },
    newest: { type: "string" },
    json: { type: "boolean", default: false }
  },
  run
}
