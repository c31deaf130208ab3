/**
 * `peerwork pack`: the whole history as one folder that proves itself.
 */
import { resolve } from "node:path"
import { packLog } from "../bundle/PackLog.ts"
import { BadUsage, type Command, exitCodes } from "../SubCommand.ts"

const text = (value: unknown): string | null => typeof value === "string" ? value : null

const sizeIn = (value: string | null): number | null => {
  if (value === null) return null
  if (!/^\d{1,15}$/.test(value)) throw new BadUsage("--at takes the number of events of a checkpoint")
  return Number(value)
}

export const pack: Command = {
  usage: "--out <folder> [--data <folder>] [--for <whom>] [--at <events>] [--json]",
  help: `Writes the log up to its newest checkpoint as a folder below --out: every event,
the tree over them, every checkpoint, the rules that decided, a program that
checks it all with Node alone, and the history again for reading.

It reads the log beside the running app, or without it, and changes nothing.
The same log at the same checkpoint, with the same cosignatures and answers of
witnesses, the same --for and the same version of Peerwork gives the same bytes.
Where the folder is there already it is compared: the same bytes are said to be
the same, and anything else is refused. --for is printed on the cover. --data is
the app's data folder; without it PEERWORK_DATA, or ./data.

It ends with 0 when the bundle is there, and with 3 where it cannot be made.`,
  examples: [
    "peerwork pack --out evidence",
    "peerwork pack --data ./data/demo --out for-others --for 'the inspectorate'"
  ],
  options: {
    out: { type: "string" },
    data: { type: "string" },
    for: { type: "string" },
    at: { type: "string" },
    json: { type: "boolean" }
  },
  run: async ({ positionals, values }, { out }) => {
    const into = text(values["out"])
    if (into === null || positionals.length > 0) throw new BadUsage("Say where to: --out <folder>")
    const data = resolve(text(values["data"]) ?? (process.env["PEERWORK_DATA"]?.trim() || "data"))
    const packed = packLog({
      data,
      into: resolve(into),
      madeFor: text(values["for"]),
      at: sizeIn(text(values["at"]))
    })
    if (values["json"] === true) out(JSON.stringify(packed))
    else {
      out(`${packed.folder}${packed.wasThere ? " (the same bytes were there already)" : ""}`)
      out(`${packed.size} events. Check it with: node verify.mjs --key '<key of the log>' in that folder`)
      out(`The SHA-256 of verify.mjs is ${packed.verifier}`)
    }
    return exitCodes.ok
  }
}
