/**
 * Settings: what the person who starts the app decides, from arguments and the environment.
 *
 * They are read once, before anything else happens. A setting that is wrong stops the start with one sentence that says
 * what would be right; nothing is guessed. Until there are real accounts, anybody who reaches the app can sign in, so
 * it listens on this machine only.
 */
import type { Instant } from "@peerwork/core"
import { isIP } from "node:net"
import { resolve } from "node:path"
import { readMoment } from "./demo/LocalTime.ts"

/** Which demo, if any: a story where there is none yet, the story told again, or none. */
export type Demo = "story" | "again" | "empty"

export interface Settings {
  readonly port: number
  readonly host: string
  /** The folder of the log. */
  readonly data: string
  /** The name of the log, for a log that is yet to be created. */
  readonly origin: string | null
  readonly demo: Demo | null
  /** The policy file of the log, which names its witnesses; null where nobody cosigns. */
  readonly witnessPolicy: string | null
  /** For how many hours too few witnesses may stay away before somebody is told. */
  readonly witnessHours: number
  /** The file of the key to which the log changes; null where it keeps the one that it has. */
  readonly nextKey: string | null
  /** Where the demo clock starts; null where nobody said. */
  readonly clock: Instant | null
}

export type Read =
  | { readonly _tag: "Read"; readonly settings: Settings }
  | { readonly _tag: "Wrong"; readonly says: string }

type Environment = Readonly<Record<string, string | undefined>>

const wrong = (says: string): Read => ({ _tag: "Wrong", says })

const demos: Readonly<Record<string, Demo>> = { "--demo": "story", "--demo=again": "again", "--demo=empty": "empty" }

const demoOf = (args: ReadonlyArray<string>): Demo | null | undefined =>
  args.length === 0 ? null : args.length === 1 ? demos[args[0] ?? ""] : undefined

/** Whether the host is this machine and nothing else. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."))

const portOf = (text: string): number | null => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 65536
  return port <= 65535 ? port : null
}

/** A year at most: a longer time is as good as none. */
const hoursOf = (text: string): number | null => {
  const hours = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return hours >= 1 && hours <= 8760 ? hours : null
}

/** Reads the settings. An empty variable counts as none. */
export const readSettings = (args: ReadonlyArray<string>, environment: Environment, folder: string): Read => {
  const given = (name: string): string | null => environment[name]?.trim() || null
  const demo = demoOf(args)
  if (demo === undefined) {
    return wrong(`"${args.join(" ")}" is not known. Start with nothing, --demo, --demo=again or --demo=empty`)
  }
  const port = portOf(given("PORT") ?? "3000")
  if (port === null) return wrong("PORT must be a whole number from 0 to 65535")
  const host = given("HOST") ?? "127.0.0.1"
  if (!isLoopback(host)) {
    return wrong(
      `HOST is ${host}, but without real accounts the app listens on this machine only. Use 127.0.0.1, ::1 or localhost`
    )
  }
  const moment = given("PEERWORK_CLOCK")
  if (moment !== null && demo === null) {
    return wrong("PEERWORK_CLOCK is for the demo only. Start with --demo, or unset it")
  }
  const clock = moment === null ? null : readMoment(moment)
  if (clock?._tag === "Wrong") return wrong(`PEERWORK_CLOCK ${clock.says}`)
  const witnessHours = hoursOf(given("PEERWORK_WITNESS_HOURS") ?? "24")
  if (witnessHours === null) return wrong("PEERWORK_WITNESS_HOURS must be a whole number of hours from 1 to 8760")
  const data = resolve(folder, given("PEERWORK_DATA") ?? "data")
  const [policy, nextKey] = [given("PEERWORK_WITNESS_POLICY"), given("PEERWORK_NEXT_KEY")]
  return {
    _tag: "Read",
    settings: {
      port,
      host,
      data: demo === null ? data : `${data}/demo`,
      origin: given("PEERWORK_ORIGIN"),
      demo,
      witnessPolicy: policy === null ? null : resolve(folder, policy),
      witnessHours,
      nextKey: nextKey === null ? null : resolve(folder, nextKey),
      clock: clock?.at ?? null
    }
  }
}
