/**
 * Reads as of a moment: what was the case on a day, and what we knew of it at a moment.
 *
 * `position` and `knownAt` choose how much of the log counts; `asAt` leaves out what happened after that day, as it is
 * dated, whenever it was recorded; what was put right counts from the day that turned out right. Without `asAt`, the day
 * is the one on which that was known. What is derived for a day (a status, counted days) is derived for that day. Pages,
 * the API and `peerwork` share the derivation, so the same words have the same answer everywhere. What people and staff
 * are called is no part of a moment: it is shown as it is now.
 */
import { instant, isLocalDate, localDateOf } from "@peerwork/core"
import type { Instant, LocalDate } from "@peerwork/core"
import { derivedAt, knownAtIn } from "@peerwork/replay"
import { EventStore, everything, Position } from "@peerwork/store"
import type { ReadError, Store } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { invalidProblem } from "../server/Problems.ts"
import { parameter } from "../server/QueryParameters.ts"
import type { Said } from "../server/QueryParameters.ts"
import { now } from "../server/Surroundings.ts"
import { LiveRecords } from "./LiveRecords.ts"
import type { Knowledge } from "./LiveRecords.ts"
import { namedNow } from "./Names.ts"

/** What somebody asked about; null where they did not say. */
type WhichMoment = Said<typeof momentParameters>

/** What is known, and the day and the instant for which things are derived. */
export interface AtMoment extends Knowledge {
  readonly day: LocalDate
  readonly now: Instant
}

const dateIn = (text: string): LocalDate | undefined => (isLocalDate(text) ? (text as LocalDate) : undefined)

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
    "What we knew at a local time, at an instant, or at the end of a local date; not after today",
    { type: "string" },
    "must be a date from 1996 on, like 2016-04-04, a local time like 2016-04-04T09:00, or an instant with Z or an offset",
    (text) => knownAtIn(text) ?? undefined
  ),
  position: parameter(
    "What we knew up to a position of the log; not beyond its end",
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

/** Refuses what nobody can know yet. */
const notYet = ({ knownAt, position }: WhichMoment, head: number, at: Instant) => {
  const wrong = [
    ...(knownAt !== null && localDateOf(knownAt) > localDateOf(at)
      ? [{ field: "knownAt", says: `must not be after today, ${localDateOf(at)}: nobody knows that yet` }]
      : []),
    ...(position !== null && position > head
      ? [{ field: "position", says: `must not be beyond ${head}, where the log ends` }]
      : [])
  ]
  return wrong.length === 0 ? Effect.void : Effect.fail(invalidProblem(wrong))
}

/** When what was known last was recorded; now, where it is not asked how much was known. */
const knownSince = (store: Store, { knownAt, position }: WhichMoment, upTo: number, at: Instant) =>
  position === null || knownAt !== null || upTo === 0
    ? Effect.succeed(at)
    : Effect.map(recordedAt(store, upTo), instant)

/** How much of the log counts at the moment that somebody asked about, and for when things are derived then. */
export const asOfMoment = (which: WhichMoment) =>
  Effect.gen(function*() {
    const store = yield* EventStore
    const [head, at] = [yield* store.head, yield* now]
    yield* notYet(which, head, at)
    const byTime = which.knownAt === null ? head : yield* positionAt(store, which.knownAt, head)
    const upTo = Math.min(which.position ?? head, byTime)
    const derived = derivedAt(which, yield* knownSince(store, which, upTo, at))
    return { upTo, asAt: which.asAt, day: derived.day, now: derived.now < at ? derived.now : at }
  })

/** What was known and the case at the moment that somebody asked about; now, where they did not say. */
export const atMoment = (which: WhichMoment) =>
  Effect.gen(function*() {
    const { asOf, current } = yield* LiveRecords
    const isNow = which.asAt === null && which.knownAt === null && which.position === null
    const { asAt, day, now: at, upTo } = yield* asOfMoment(which)
    if (isNow) return { ...yield* current, day, now: at } satisfies AtMoment
    const known = yield* asOf({ upTo: Position(upTo), asAt })
    const { names } = yield* current
    return { ...known, names: namedNow(known.names, names), day, now: at } satisfies AtMoment
  })
