/**
 * Whereabouts: where a person is on which day, derived from movements in the order of their dates.
 *
 * Movements are recorded late and out of order, and are corrected. So nothing is derived from the order of recording,
 * except between movements of one day. Whatever the movements are, they fold: one that does not follow from where the
 * person was (a return of somebody who never left) changes nothing. An arrival always counts, but for one after a death.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Change } from "../language/Judgement.ts"
import { byDay, date } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { endLast } from "../language/Period.ts"
import type { Period } from "../language/Period.ts"

export type PersonStatus =
  | "Unknown"
  | "AtEstablishment"
  | "TemporarilyAway"
  | "BetweenEstablishments"
  | "Released"
  | "Died"

export type MovementKind =
  | "Registered"
  | "Transferred"
  | "ChangedWing"
  | "LeftTemporarily"
  | "Returned"
  | "Released"
  | "Readmitted"
  | "LeftForTransfer"
  | "Died"

interface Dated {
  /** The event that recorded it. */
  readonly event: string
  /** That event's position: the order between movements of one day. */
  readonly position: number
  readonly kind: MovementKind
  readonly on: LocalDate
}

export interface Movement extends Dated {
  /** Where it leads, or where the person was. */
  readonly establishment: EstablishmentCode
  readonly wing: string | null
  /** Left on licence for work. */
  readonly forWork: boolean
  /** Left for hospital as a restricted patient. */
  readonly restricted: boolean
  readonly changed: Change
}

/** A time on one wing of one establishment. */
export interface Stay extends Period {
  readonly establishment: EstablishmentCode
  readonly wing: string | null
  /** The event by which it began. */
  readonly event: string
}

/** A time away that began at an establishment and is expected to end there. */
export interface Absence extends Period {
  readonly establishment: EstablishmentCode
  readonly forWork: boolean
  /** The event by which it began. */
  readonly event: string
}

export interface Whereabouts {
  readonly status: PersonStatus
  readonly stays: ReadonlyArray<Stay>
  readonly absences: ReadonlyArray<Absence>
  /** When and by whom the status last changed. */
  readonly changed: Change | null
}

const nowhere: Whereabouts = { status: "Unknown", stays: [], absences: [], changed: null }

/** In which status a movement of the kind makes sense. */
const follows: Readonly<Record<MovementKind, ReadonlyArray<PersonStatus>>> = {
  Registered: ["Unknown"],
  Transferred: ["AtEstablishment", "TemporarilyAway", "BetweenEstablishments"],
  ChangedWing: ["AtEstablishment", "TemporarilyAway"],
  LeftTemporarily: ["AtEstablishment"],
  Returned: ["TemporarilyAway"],
  Released: ["AtEstablishment", "TemporarilyAway", "BetweenEstablishments"],
  Readmitted: ["Released", "BetweenEstablishments"],
  LeftForTransfer: ["AtEstablishment", "TemporarilyAway"],
  // Of somebody whose registration turns out to be of a later day the death counts all the same
  Died: ["Unknown", "AtEstablishment", "TemporarilyAway", "BetweenEstablishments", "Released"]
}

const leadsTo = (kind: MovementKind, status: PersonStatus): PersonStatus => {
  if (kind === "ChangedWing") return status
  if (kind === "LeftTemporarily") return "TemporarilyAway"
  if (kind === "LeftForTransfer") return "BetweenEstablishments"
  return kind === "Released" || kind === "Died" ? kind : "AtEstablishment"
}

const arrives = (kind: MovementKind): boolean =>
  kind === "Registered" || kind === "Transferred" || kind === "Readmitted"

/** Whether the movement leads to an establishment, which may be corrected. */
export const isArrival = (movement: Movement): boolean => arrives(movement.kind)

const stayOf = ({ establishment, event, on, wing }: Movement): Stay => ({
  establishment,
  wing,
  from: on,
  until: null,
  event
})

/** Where the person is after one more movement, which is the last by its date. */
export const after = (before: Whereabouts, movement: Movement): Whereabouts => {
  const { changed, event, forWork, kind, on } = movement
  if (before.status === "Died" || (!arrives(kind) && !follows[kind].includes(before.status))) return before
  const status = leadsTo(kind, before.status)
  const stays = endLast(before.stays, on)
  const absences = endLast(before.absences, on)
  const establishment = before.stays.at(-1)?.establishment ?? movement.establishment
  switch (kind) {
    case "Registered":
    case "Transferred":
    case "Readmitted":
      return { status, stays: [...stays, stayOf(movement)], absences, changed }
    case "ChangedWing":
      return { ...before, stays: [...stays, { ...stayOf(movement), establishment }] }
    case "LeftTemporarily": {
      const absence = { establishment, from: on, until: null, forWork, event }
      return { ...before, status, absences: [...before.absences, absence], changed }
    }
    case "Returned":
      return { ...before, status, absences, changed }
    case "LeftForTransfer":
    case "Released":
    case "Died":
      return { status, stays, absences, changed }
  }
}

/** Whether it stands before the other: by its date, and on one day by when it was recorded. */
export const isBefore = (one: Dated, other: Dated): boolean =>
  one.on === other.on ? one.position < other.position : one.on < other.on

/** The movements in the order of their dates; those of one day in the order in which they were recorded. */
export const byDate = <M extends Dated>(movements: ReadonlyArray<M>): ReadonlyArray<M> =>
  [...movements].sort((a, b) => isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0)

/** What follows from the movements, which are in order. */
export const whereabouts = (movements: ReadonlyArray<Movement>): Whereabouts => movements.reduce(after, nowhere)

/** The same as it was at the end of the day. */
export const whereaboutsOn = (movements: ReadonlyArray<Movement>, on: LocalDate): Whereabouts =>
  whereabouts(movements.filter((movement) => movement.on <= on))

/** The movements, which are in order, that do not follow from where the person was. */
const misfits = (movements: ReadonlyArray<Dated>): ReadonlyArray<Dated> => {
  let status: PersonStatus = "Unknown"
  return movements.filter(({ kind }) => {
    const fits = follows[kind].includes(status)
    if (fits || (arrives(kind) && status !== "Died")) status = leadsTo(kind, status)
    return !fits
  })
}

/** The day of the first movement that followed before and does not any more; null where there is none. */
export const newMisfit = (before: ReadonlyArray<Dated>, afterwards: ReadonlyArray<Dated>): LocalDate | null => {
  const known = misfits(before).map((one) => one.event)
  return misfits(afterwards).find((one) => !known.includes(one.event))?.on ?? null
}

/** The first date that there is. */
const beginning = date("1900-01-01")

/** All time that the periods leave out. */
export const outside = (periods: ReadonlyArray<Period>): ReadonlyArray<Period> => {
  const gaps: Array<Period> = []
  let from: LocalDate | null = beginning
  for (const period of [...periods].sort(byDay(({ from }) => from))) {
    if (from === null) break
    if (from < period.from) gaps.push({ from, until: period.from })
    from = period.until === null || period.until > from ? period.until : from
  }
  return from === null ? gaps : [...gaps, { from, until: null }]
}
