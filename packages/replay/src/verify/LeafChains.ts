/**
 * What every envelope of a log has to say about those before it.
 *
 * The tree fixes the bytes and their order; here is checked that the bytes make one history: that the log is the one
 * meant, that the versions of each stream follow one another and name the hash of the version before, that ids are
 * derived from commands which occur once, and that the moment of recording never falls.
 */
import { eventIdOf } from "@peerwork/ledger"
import { altered, type Finding, unreadable } from "./Finding.ts"

/** An envelope as it was read; whether its members are of the right kind is for whoever looks at them. */
export type Members = Readonly<Record<string, unknown>>

interface StreamEnd {
  readonly version: number
  /** In base64, as the next version has to say it. */
  readonly hash: string
}

export interface LeafChains {
  /** What is wrong with the leaf at the position, which is the next one. */
  readonly next: (position: number, envelope: Members, hash: Buffer) => ReadonlyArray<Finding>
  readonly streams: () => number
  readonly commands: () => number
  readonly lastRecordedAt: () => string | null
  /** The versions of the law that decided, each with the first position that it decided. */
  readonly laws: () => ReadonlyMap<string, number>
}

/** The envelope that the bytes spell; null where they spell no object. */
export const membersIn = (bytes: Uint8Array): Members | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString())
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value as Members : null
  } catch {
    return null
  }
}

export const noEnvelope = (position: number): Finding =>
  unreadable(`the event at position ${position} is no envelope`, position)

const commandIdIn = (envelope: Members): unknown => {
  const command = envelope["command"]
  return typeof command === "object" && command !== null ? (command as Members)["id"] : undefined
}

const lawIn = (envelope: Members): unknown => {
  const decision = envelope["decision"]
  return typeof decision === "object" && decision !== null ? (decision as Members)["law"] : undefined
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Whether the text is a moment that the calendar has, as the log writes one. */
const isMoment = (text: string): boolean =>
  moment.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text

/** Chains of the log of this name, from its first leaf on. */
export const leafChains = (origin: string): LeafChains => {
  const ends = new Map<string, StreamEnd>()
  const commands = new Set<string>()
  const laws = new Map<string, number>()
  let [command, index, recordedAt] = ["", 0, ""]

  const streamComplaint = (stream: string, { previous, version }: Members): string | null => {
    const end = ends.get(stream)
    const due = (end?.version ?? 0) + 1
    if (version !== due) return `is version ${String(version)} of ${stream}, where version ${due} is due`
    if (previous === (end?.hash ?? null)) return null
    return end === undefined
      ? "names a version before the first one"
      : "does not name the hash of the version before it"
  }

  /** Events of one command stand together, so its id may not come again. */
  const idComplaint = (id: string, envelope: Members): string | null => {
    const isNew = id !== command
    index = isNew ? 0 : index + 1
    command = id
    if (isNew && commands.has(id)) return `has the id of a command that came before, ${id}`
    if (isNew) commands.add(id)
    return envelope["id"] === eventIdOf(id, index) ? null : "has an id that does not follow from its command"
  }

  const complaints = (envelope: Members, hash: Buffer): ReadonlyArray<string | null> => {
    const [stream, id, at] = [envelope["stream"], commandIdIn(envelope), envelope["recordedAt"]]
    if (typeof stream !== "string" || typeof id !== "string" || typeof at !== "string") return ["is no envelope"]
    // The events of one command share their moment: it is looked at once
    const isSame = at !== "" && at === recordedAt
    const found = [
      envelope["v"] === 1 ? null : `is an envelope of the form ${String(envelope["v"])}, which this does not know`,
      envelope["log"] === origin ? null : `is of the log ${String(envelope["log"])}`,
      streamComplaint(stream, envelope),
      idComplaint(id, envelope),
      isSame || isMoment(at) ? null : "was recorded at no moment",
      at >= recordedAt ? null : "was recorded before the event before it"
    ]
    ends.set(stream, { version: Number(envelope["version"]), hash: hash.toString("base64") })
    recordedAt = at
    return found
  }

  return {
    next: (position, envelope, hash) => {
      const law = lawIn(envelope)
      if (typeof law === "string" && !laws.has(law)) laws.set(law, position)
      return complaints(envelope, hash)
        .filter((complaint) => complaint !== null)
        .map((complaint) => altered(`the event at position ${position} ${complaint}`, position))
    },
    streams: () => ends.size,
    commands: () => commands.size,
    lastRecordedAt: () => recordedAt === "" ? null : recordedAt,
    laws: () => laws
  }
}
