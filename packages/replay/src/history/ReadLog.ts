/**
 * A log that was read into memory, with the history that its law decides over.
 */
import { instant, isInstant, localDateOf, whatCounts } from "@peerwork/core"
import type { DatedEvent, Envelope, LocalDate } from "@peerwork/core"
import type { AsOf } from "../law/HowItStands.ts"
import { makeHistory } from "../law/index.ts"
import type { LawHistory, Stored } from "../law/LawHistory.ts"
import { CannotRead, type LogSource } from "../LogSource.ts"
import { fittingTogether, type WasRead, wasRead } from "./FittingTogether.ts"

export interface ReadLog {
  readonly read: WasRead
  readonly origin: string
  readonly events: ReadonlyArray<Stored>
  readonly history: LawHistory
  /** Whether the text is the id of one of its events. */
  readonly isEvent: (id: string) => boolean
}

/** Reads a log from its beginning to its end. Throws `Altered` where its events do not fit together. */
export const readLog = (source: LogSource): ReadLog => {
  const history = makeHistory()
  const events: Array<Stored> = []
  const ids = new Set<string>()
  const fitting = fittingTogether(source)
  for (const stored of source.events()) {
    const envelope: Envelope = fitting.next(stored)
    const event = { position: stored.position, envelope }
    events.push(event)
    ids.add(envelope.id)
    history.take(event)
  }
  fitting.end()
  const [first] = events
  if (first === undefined) throw new CannotRead(`The log at ${source.place} holds no event yet`)
  const read = wasRead(source, events.length)
  return { read, origin: first.envelope.log, events, history, isEvent: (id) => ids.has(id) }
}

/** The events of a stream, in its order. */
export const eventsOf = ({ events }: ReadLog, stream: string): ReadonlyArray<Stored> =>
  events.filter(({ envelope }) => envelope.stream === stream)

/** The day on which it is dated; the empty text, which is before every day, where the event is not of that form. */
const dayOf = ({ at, on }: Envelope): LocalDate =>
  (on ?? (at !== undefined && isInstant(at) ? localDateOf(instant(at)) : "")) as LocalDate

const countingIn = ({ envelope, position }: Stored): DatedEvent => ({
  ...envelope,
  corrects: envelope.corrects ?? null,
  on: dayOf(envelope),
  position
})

/** The events that count at the moment: known by then, and the case on the day. */
export const countedAt = ({ events }: ReadLog, { asAt, upTo }: AsOf): ReadonlyArray<Stored> => {
  const known = events.filter(({ position }) => position <= upTo)
  if (asAt === null) return known
  const counts = whatCounts(known.map(countingIn))
  return known.filter((event) => counts(countingIn(event), asAt as LocalDate))
}

/** The events of the command that an event belongs to. */
export const commandOf = ({ events }: ReadLog, { envelope }: Stored): readonly [Stored, ...ReadonlyArray<Stored>] => {
  const [first, ...others] = events.filter((one) => one.envelope.command.id === envelope.command.id)
  if (first === undefined) throw new TypeError("An event belongs to its command")
  return [first, ...others]
}
