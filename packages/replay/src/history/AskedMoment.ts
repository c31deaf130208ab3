/**
 * The moment that somebody asks about: what was the case on a day, and what was known of it when.
 *
 * `--position` and `--known-at` choose how much of the log counts; `--as-at` leaves out what is dated later, whenever it
 * was recorded. Without `--as-at` the day is the one on which that was known. The app reads the same three words.
 */
import { endOf, instant, instantIn, isLocalDate, localDateOf, localTimeOf, say, sayInstant } from "@peerwork/core"
import type { Envelope, Instant, LocalDate } from "@peerwork/core"
import type { AsOf } from "../law/HowItStands.ts"
import { type Arguments, BadUsage } from "../SubCommand.ts"

/** What somebody said; null where they did not. */
export interface AskedMoment {
  readonly asAt: LocalDate | null
  readonly knownAt: Instant | null
  readonly position: number | null
}

/** The three words, as options of a command. */
export const momentOptions = {
  "as-at": { type: "string" },
  "known-at": { type: "string" },
  position: { type: "string" }
} as const

const dayIn = (text: string): LocalDate => {
  if (isLocalDate(text)) return text as LocalDate
  throw new BadUsage(`--as-at ${text} is no date; write it like 2016-04-03`)
}

/**
 * The instant that a text means: the end of a local date, a local time such as `2016-04-04T09:00`, or one with seconds
 * and an offset or `Z`. Null where it means none, or one before 1996.
 */
export const knownAtIn = (text: string): Instant | null =>
  !isLocalDate(text) ? instantIn(text) : text < "1996" ? null : endOf(text as LocalDate)

const knownIn = (text: string): Instant => {
  const at = knownAtIn(text)
  if (at !== null) return at
  throw new BadUsage(`--known-at ${text} is no moment; write it like 2016-04-04, or 2016-04-04T09:00`)
}

/** A position in the log, or a version in a stream: a whole number from 1. */
export const wholeIn = (name: string, text: string): number => {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value > 0) return value
  throw new BadUsage(`--${name} ${text} is no place; it is a whole number from 1`)
}

/** What was given for an option that is a text. */
export const given = ({ values }: Arguments, name: string): string | null => {
  const value = values[name]
  return typeof value === "string" ? value : null
}

export const askedMoment = (from: Arguments): AskedMoment => {
  const [asAt, knownAt, position] = [given(from, "as-at"), given(from, "known-at"), given(from, "position")]
  return {
    asAt: asAt === null ? null : dayIn(asAt),
    knownAt: knownAt === null ? null : knownIn(knownAt),
    position: position === null ? null : wholeIn("position", position)
  }
}

/** An event by what a moment is found with. */
interface Recorded {
  readonly position: number
  readonly envelope: Pick<Envelope, "recordedAt">
}

/**
 * The instant for which things are derived, and its day: the end of the day that was asked about, else when it was known.
 * `recordedAt` is of the newest event that was known.
 */
export const derivedAt = (
  { asAt, knownAt }: Pick<AskedMoment, "asAt" | "knownAt">,
  recordedAt: Instant
): { readonly day: LocalDate; readonly now: Instant } => {
  const now = asAt === null ? knownAt ?? recordedAt : endOf(asAt)
  return { day: localDateOf(now), now }
}

/** What counts at the moment, given the log. Moments of recording never fall, so those known by then are a beginning. */
export const asOf = (log: ReadonlyArray<Recorded>, asked: AskedMoment): AsOf => {
  const { asAt, knownAt, position } = asked
  const known = log.filter((event) =>
    (knownAt === null || event.envelope.recordedAt <= knownAt) && (position === null || event.position <= position)
  )
  const newest = known.at(-1)
  const recordedAt = instant(newest?.envelope.recordedAt ?? "2000-01-01T00:00:00.000Z")
  return { upTo: newest?.position ?? 0, asAt, ...derivedAt(asked, recordedAt) }
}

/** The moment in words: `as at 3 April 2016, as known on 4 April 2016 at 23:59`. */
export const sayMoment = ({ asAt, knownAt, position }: AskedMoment): string => {
  const parts = [
    ...(asAt === null ? [] : [`as at ${say(asAt)}`]),
    ...(knownAt === null ? [] : [`as known on ${sayInstant(knownAt)}`]),
    ...(position === null ? [] : [`up to position ${position}`])
  ]
  return parts.length === 0 ? "as known now" : parts.join(", ")
}

/** A date and time that take little room: `2016-04-04 09:12`. */
export const shortMoment = (at: string): string => `${localDateOf(instant(at))} ${localTimeOf(instant(at))}`
