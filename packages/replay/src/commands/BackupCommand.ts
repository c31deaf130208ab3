/**
 * `peerwork backup`: a copy of the data that was looked at.
 */
import { backUp } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import { BadUsage, CannotGoOn, type Command, exitCodes } from "../SubCommand.ts"

export const backupCommand: Command = {
  usage: "FOLDER [--data FOLDER] [--json]",
  help: [
    "Copies the log, what signs it and its secrets into FOLDER, which has to be new,",
    "from the folder of the data (--data, ./data). It works while the app runs, and",
    "says whether it did. Then it hashes every event of the copy and compares the",
    "copy with what was signed. Keep the copy as you keep the data: its keys are in",
    "it, and so are names. docs/do/back-up-and-restore.md says how to go back to it.",
    "While the log changes its key, the next key is copied from the folder keys; one",
    "that lies elsewhere is not, and that is said.",
    "",
    "It ends with 0 when the copy is good, 1 when it is not, and 3 when it was broken",
    "off on the way, as by a full disk."
  ].join("\n"),
  examples: ["peerwork backup copies/monday --data ./data"],
  options: { data: { type: "string", default: "data" }, json: { type: "boolean", default: false } },
  run: async ({ positionals, values }, terminal) => {
    const [to, ...more] = positionals
    if (to === undefined || more.length > 0) throw new BadUsage("backup takes one folder, which is new")
    const result = await Effect.runPromise(Effect.either(backUp(String(values["data"]), to)))
    if (result._tag === "Left") {
      const { reason, says } = result.left
      if (reason === "folder") throw new BadUsage(says)
      if (reason === "disk") throw new CannotGoOn(says)
      terminal.err(says)
      return exitCodes.integrity
    }
    const { beside, keysElsewhere, nextKeys, origin, signed, size } = result.right
    if (values["json"] === true) {
      terminal.out(JSON.stringify({ origin, size, signed, beside, nextKeys, keysElsewhere, to }))
      return exitCodes.ok
    }
    terminal.out(`${beside ? "Beside the running app" : "While no app was running"}: ${origin}`)
    terminal.out(`${size} events are in ${to}, each hashed anew; ${signed} of them were signed.`)
    terminal.out("The keys of the log are in it too: keep it as you keep the data.")
    for (const file of nextKeys) terminal.out(`The log changes its key: the next one is in it as ${file}.`)
    for (const key of keysElsewhere) {
      terminal.out(`NOT in it is the key ${key}, which signs the log as well:`)
      terminal.out("copy the file that PEERWORK_NEXT_KEY names yourself, and keep it apart.")
    }
    return exitCodes.ok
  }
}
