/**
 * Reads as of a moment: what was the case on a day, and what we knew of it at a moment.
 *
 * `position` and `knownAt` choose how much of the log counts; `asAt` leaves out what happened after that day, as it is
 * dated, whenever it was recorded; what was put right counts from the day that turned out right. Without `asAt`, the day is the one on which that was known. What is derived for a
 * day (a status, counted days) is derived for that day.
 */
import { endOf, instant, isInstant, isLocalDate, localDateOf } from "@peerwork/core"
import type { Instant, LocalDate } from "@peerwork/core"
import { EventStore, everything, Position } from "@peerwork/store"
import type { ReadError, Store } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { parameter } from "../server/QueryParameters.ts"
import type { Said } from "../server/QueryParameters.ts"
import { now, today } from "../server/Surroundings.ts"
import { LiveRecords } from "./LiveRecords.ts"
import type { Knowledge } from "./LiveRecords.ts"

/** What somebody asked about; null where they did not say. */
type WhichMoment = Said<typeof momentParameters>

/** What is known, and the day for which things are derived. */
export interface AtMoment extends Knowledge {
  readonly day: LocalDate
}

const dateIn = (text: string): LocalDate | undefined => (isLocalDate(text) ? (text as LocalDate) : undefined)

const momentIn = (text: string): Instant | undefined => {
  if (isInstant(text)) return instant(text)
  const day = dateIn(text)
  return day === undefined || day < "1996" ? undefined : endOf(day)
}

const positionIn = (text: string): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined)

/** The three words for a moment, which every read takes. */
export const momentParameters = {
  asAt: parameter(
    "The local date that it was: what is dated later is left out, and what is derived is derived for it",
    { type: "string", format: "date" },
    "must be a real date, written like 2016-04-04",
    dateIn
  ),
  knownAt: parameter(
    "What we knew at an instant, or at the end of a local date",
    { type: "string" },
    "must be a date from 1996 on, like 2016-04-04, or an instant like 2016-04-04T09:00:00.000Z",
    momentIn
  ),
  position: parameter(
    "What we knew up to a position of the log",
    { type: "integer", minimum: 0 },
    "must be a whole number from 0",
    positionIn
  )
}

const recordedAt = (store: Store, position: number) =>
  Effect.map(
    store.readPage({ query: everything, after: Position(position - 1), limit: 1 }),
    ({ events }) => events[0]?.envelope.recordedAt ?? ""
  )

/** The newest position that was recorded by the instant. Moments of recording never fall, so halving finds it. */
const positionAt = (store: Store, at: Instant, head: number): Effect.Effect<number, ReadError> =>
  Effect.gen(function*() {
    let [known, later] = [0, head + 1]
    while (later - known > 1) {
      const middle = Math.floor((known + later) / 2)
      if ((yield* recordedAt(store, middle)) <= at) known = middle
      else later = middle
    }
    return known
  })

/** How much of the log counts at the moment that somebody asked about, and for which day things are derived then. */
export const asOfMoment = ({ asAt, knownAt, position }: WhichMoment) =>
  Effect.gen(function*() {
    const store = yield* EventStore
    const head = yield* store.head
    const byTime = knownAt === null ? head : yield* positionAt(store, knownAt, head)
    const at = asAt === null ? knownAt ?? (yield* now) : endOf(asAt)
    return { upTo: Math.min(position ?? head, byTime, head), asAt, day: localDateOf(at), now: at }
  })

/** What was known and the case at the moment that somebody asked about; now, where they did not say. */
export const atMoment = ({ asAt, knownAt, position }: WhichMoment) =>
  Effect.gen(function*() {
    const thisDay = yield* today
    const { asOf, current } = yield* LiveRecords
    if (asAt === null && knownAt === null && position === null) {
      return { ...yield* current, day: thisDay } satisfies AtMoment
    }
    const store = yield* EventStore
    const head = yield* store.head
    const byTime = knownAt === null ? head : yield* positionAt(store, knownAt, head)
    const upTo = Position(Math.min(position ?? head, byTime, head))
    const known = yield* asOf({ upTo, asAt })
    const knownOn = knownAt !== null
      ? localDateOf(knownAt)
      : position !== null && upTo > 0
      ? localDateOf(instant(yield* recordedAt(store, upTo)))
      : thisDay
    return { ...known, day: asAt ?? (knownOn < thisDay ? knownOn : thisDay) } satisfies AtMoment
  })
