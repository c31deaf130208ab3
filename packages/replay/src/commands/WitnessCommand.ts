/**
 * `peerwork witness`: sees the checkpoints of a log, and signs that it did.
 */
import { formatVerifierKey, isKeyName, keyTypes, parseVerifierKey } from "@peerwork/ledger"
import { readShared, writeShared } from "@peerwork/store-sqlite"
import { existsSync } from "node:fs"
import type { DatabaseSync } from "node:sqlite"
import { type Arguments, BadUsage, type Command, type ExitCode, exitCodes, type Terminal } from "../SubCommand.ts"
import {
  answerRequest,
  drawWitnessKey,
  openWitness,
  refusedRequest,
  refusedRequests,
  seenLogs,
  watchLog,
  witnessKey
} from "../witness/WitnessFile.ts"

/** A request is a few hundred bytes; whatever is longer is none. */
const longestRequest = 1_000_000

const sayTime = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`

interface Doing {
  readonly db: DatabaseSync
  readonly state: string
  readonly words: ReadonlyArray<string>
  readonly isJson: boolean
  readonly terminal: Terminal
}

type Does = (doing: Doing) => ExitCode

const tell = ({ isJson, terminal }: Doing, value: unknown, lines: ReadonlyArray<string>): void => {
  if (isJson) terminal.out(JSON.stringify(value))
  else lines.forEach(terminal.out)
}

const newKey: Does = (doing) => {
  const { db, state, words: [name = "", ...more] } = doing
  if (!isKeyName(name) || more.length > 0) throw new BadUsage("new-key takes one name, such as inspectorate.example")
  if (witnessKey(db) !== null) throw new BadUsage(`${state} has a key already; a witness has one for good`)
  const key = formatVerifierKey(drawWitnessKey(db, name).verifier)
  tell(doing, { name, key }, [
    `The secret key is in ${state}: keep a copy of it nowhere but with the file.`,
    "For the policy of the log and of its auditors:",
    `witness ${name} ${key}`
  ])
  return exitCodes.ok
}

const watch: Does = (doing) => {
  const [vkey = "", ...more] = doing.words
  const key = parseVerifierKey(vkey)
  if (more.length > 0) throw new BadUsage("watch takes one key of a log")
  if (key._tag === "Malformed") throw new BadUsage(`watch takes the public key of a log: ${key.because}`)
  if (key.type !== keyTypes.note) throw new BadUsage("this is the key of a witness; watch takes that of a log")
  watchLog(doing.db, vkey, key.name)
  tell(doing, { watches: key.name, key: vkey }, [`Watches ${key.name} from now on.`])
  return exitCodes.ok
}

const answer: Does = (doing) => {
  const [folder = "", ...more] = doing.words
  const request = `${folder}/request.txt`
  if (folder === "" || more.length > 0) throw new BadUsage("answer takes the folder with request.txt")
  const key = witnessKey(doing.db)
  if (key === null) throw new BadUsage(`${doing.state} has no key yet; make one with: peerwork witness new-key NAME`)
  const bytes = readShared(request, longestRequest + 1)
  if (bytes === null) throw new BadUsage(`${request} is not there, or is no file`)
  if (bytes.length > longestRequest) throw new BadUsage(`${request} is too long for a request`)
  const answered = answerRequest(doing.db, key, bytes, Math.floor(Date.now() / 1000))
  writeShared(`${folder}/response.txt`, answered.text)
  if (answered._tag === "Cosigned") {
    tell(doing, { cosigned: answered.origin, size: answered.size }, [
      `Cosigned ${answered.origin} with ${answered.size} events; the answer is in ${folder}/response.txt.`
    ])
    return exitCodes.ok
  }
  const { because, status } = answered
  const kept = refusedRequests(doing.db).at(-1)?.number ?? null
  tell(doing, { refused: status, because, kept: status === 409 ? null : kept }, [
    `NOT cosigned (${status}): ${because}.`,
    status === 409
      ? "The answer says what was seen here, signed once more: take it back, and the log asks again from there."
      : `The request is kept as evidence, number ${kept}. If it is not a mistake, tell whoever relies on you.`
  ])
  return status === 409 ? exitCodes.malformed : exitCodes.integrity
}

const show: Does = (doing) => {
  const key = witnessKey(doing.db)
  const [seen, refused] = [seenLogs(doing.db), refusedRequests(doing.db)]
  const name = key === null ? null : formatVerifierKey(key.verifier)
  tell(doing, { key: name, seen, refused }, [
    name === null ? "No key yet." : `Witness ${name}`,
    ...seen.flatMap(({ origin, root, size, time }) =>
      size === null || time === null
        ? [`  ${origin}: nothing seen yet`]
        : [`  ${origin}: ${size} events, ${sayTime(time)}`, `    root ${root}`]
    ),
    ...refused.map(({ because, number, status, time }) =>
      `  refused ${number} (${status}), ${sayTime(time)}: ${because}`
    )
  ])
  return exitCodes.ok
}

const kept: Does = ({ db, terminal, words: [number = ""] }) => {
  const request = refusedRequest(db, Number(number))
  if (request === null) throw new BadUsage(`there is no refused request of the number "${number}"`)
  Buffer.from(request).toString("utf8").trimEnd().split("\n").forEach(terminal.out)
  return exitCodes.ok
}

const does: Readonly<Record<string, Does>> = { "new-key": newKey, watch, answer, show, kept }

/** What makes the file; whatever only reads it wants it to be there. */
const makesFile = ["new-key"]

const run = ({ positionals, values }: Arguments, terminal: Terminal): ExitCode => {
  const [name = "", ...words] = positionals
  const act = does[name]
  if (act === undefined) throw new BadUsage(`"${name}" is none of ${Object.keys(does).join(", ")}`)
  const state = String(values["state"])
  if (!makesFile.includes(name) && !existsSync(state)) {
    throw new BadUsage(`${state} is not there; begin with: peerwork witness new-key NAME --state ${state}`)
  }
  const db = openWitness(state)
  try {
    return act({ db, state, words, isJson: values["json"] === true, terminal })
  } finally {
    db.close()
  }
}

export const witnessCommand: Command = {
  usage: "new-key NAME | watch KEY | answer FOLDER | show [--state FILE] [--json]",
  help: [
    "A witness sees checkpoints of a log, and cosigns those that grew out of the one",
    "it saw before. All that it knows is in one file (--state, witness.sqlite).",
    "",
    "  new-key NAME   makes the file and its key, and prints the line for policies",
    "  watch KEY      watches the log with this public key (see /signed in the app)",
    "  answer FOLDER  reads request.txt in the folder and writes response.txt there",
    "  show           what was seen last of each log, and what was refused",
    "  kept NUMBER    a refused request as it came: evidence of another history",
    "",
    "It ends with 0 when it has cosigned, 3 when the log is to ask again, and 1 when",
    "it refused something that should not be."
  ].join("\n"),
  examples: [
    "peerwork witness new-key inspectorate.example",
    "peerwork witness answer data/witness/inspectorate"
  ],
  options: {
    state: { type: "string", default: "witness.sqlite" },
    json: { type: "boolean", default: false }
  },
  run: (given, terminal) => Promise.resolve().then(() => run(given, terminal))
}
