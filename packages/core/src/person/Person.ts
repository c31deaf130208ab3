/**
 * A person in prison: who may hold a role, or shadow, or be supported, and where they are on which day.
 *
 * They are registered at an establishment, are transferred, leave for a time and return, are released and may come
 * back. Movements are often recorded late; they count from the day on which they took place. Who the person is (name,
 * prison number) never stands here: a decision knows a person by an opaque id.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Happened } from "../language/Event.ts"
import { changeBy } from "../language/Judgement.ts"
import type { Change } from "../language/Judgement.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { covers } from "../language/Period.ts"
import type { Period } from "../language/Period.ts"
import { view } from "../language/View.ts"
import { refusedIn } from "../language/WhatComesFirst.ts"
import type { Ways } from "../language/WhatComesFirst.ts"
import { personEvents, PersonRegistered, PrisonNumberCorrected } from "./PersonEvents.ts"
import { after, byDate, isBefore, outside, whereabouts } from "./Whereabouts.ts"
import type { Movement, MovementKind, Whereabouts } from "./Whereabouts.ts"

/** That a record, or the part of it that is dated within a booking, belongs to another person. */
export interface Link {
  /** The event that says so. */
  readonly event: string
  readonly on: LocalDate
  readonly into: string
  /** The dates of the booking; null where the whole record was merged. */
  readonly booking: Period | null
  readonly changed: Change
}

/** A change of the legal status: that there was one, and when. */
export interface LegalChange {
  readonly event: string
  readonly on: LocalDate
  /** Where it stands in the log: whatever was looked at before it did not see it. */
  readonly position: number
  readonly changed: Change
}

export interface Person extends Whereabouts {
  /** The day from which the person is known; null while they are not. */
  readonly since: LocalDate | null
  /** The movements that count, in the order of their dates. */
  readonly movements: ReadonlyArray<Movement>
  /** To whom this record, or a part of it, belongs instead; see `Identity`. */
  readonly links: ReadonlyArray<Link>
  readonly legalChanges: ReadonlyArray<LegalChange>
}

const lasted = ({ from, until }: Period): boolean => until === null || from < until

interface BesidesMovements {
  readonly links: ReadonlyArray<Link>
  readonly legalChanges: ReadonlyArray<LegalChange>
}

const nothingBesides: BesidesMovements = { links: [], legalChanges: [] }

/** The person of whom these are all the movements, in any order. */
export const withMovements = (
  movements: ReadonlyArray<Movement>,
  { legalChanges, links }: BesidesMovements = nothingBesides
): Person => {
  const ordered = byDate(movements)
  const { absences, stays, ...where } = whereabouts(ordered)
  return {
    ...where,
    stays: stays.filter(lasted),
    absences: absences.filter(lasted),
    since: ordered.find((movement) => movement.kind === "Registered")?.on ?? null,
    movements: ordered,
    links,
    legalChanges
  }
}

type Moving = Happened<
  string,
  {
    readonly establishment: EstablishmentCode
    readonly wing?: string
    readonly forWork?: boolean
    readonly restricted?: boolean
  }
>

const movementOf = (kind: MovementKind, event: Moving): Movement => ({
  event: event.id,
  position: event.position,
  kind,
  on: event.on,
  establishment: event.data.establishment,
  wing: event.data.wing ?? null,
  forWork: event.data.forWork ?? false,
  restricted: event.data.restricted ?? false,
  changed: changeBy(event)
})

/** Only the last two can be without a day: what a movement ended on the day on which it began. */
const withoutEmpty = <P extends Period>(periods: ReadonlyArray<P>): ReadonlyArray<P> =>
  periods.slice(-2).every(lasted) ? periods : [...periods.slice(0, -2), ...periods.slice(-2).filter(lasted)]

/** A movement after all others goes on from where the person was; one that comes late puts all of them in order anew. */
const moved = (person: Person, kind: MovementKind, event: Moving): Person => {
  const movement = movementOf(kind, event)
  const movements = [...person.movements, movement]
  const last = person.movements.at(-1)
  if (last === undefined || isBefore(movement, last)) return withMovements(movements, person)
  const { absences, changed, stays, status } = after(person, movement)
  const since = person.since ?? (kind === "Registered" ? movement.on : null)
  return { ...person, status, changed, since, stays: withoutEmpty(stays), absences: withoutEmpty(absences), movements }
}

const linked = (
  person: Person,
  event: Happened<string, { readonly into: string }>,
  booking: Period | null
): Person => ({
  ...person,
  links: [...person.links, { event: event.id, on: event.on, into: event.data.into, booking, changed: changeBy(event) }]
})

const unlinked = (person: Person, { corrects }: Happened): Person => ({
  ...person,
  links: person.links.filter((link) => link.event !== corrects)
})

/** The movement as it really was. A wing stays what it was unless another, or another establishment, is named. */
const asItWas = (movement: Movement, event: Moving): Movement => ({
  ...movement,
  on: event.on,
  establishment: event.data.establishment,
  wing: event.data.wing ?? (event.data.establishment === movement.establishment ? movement.wing : null),
  changed: changeBy(event)
})

export const Person = view<Person>("Person", withMovements([])).from({
  of: personEvents,
  by: "stream",
  evolve: {
    PersonRegistered: (person, event) => moved(person, "Registered", event),
    PersonDetailsCorrected: (person) => person,
    PersonParticularsRecorded: (person) => person,
    PrisonNumberCorrected: (person) => person,
    PersonTransferred: (person, event) => moved(person, "Transferred", event),
    PersonChangedWing: (person, event) => moved(person, "ChangedWing", event),
    PersonLeftTemporarily: (person, event) => moved(person, "LeftTemporarily", event),
    PersonReturned: (person, event) => moved(person, "Returned", event),
    PersonReleased: (person, event) => moved(person, "Released", event),
    PersonReadmitted: (person, event) => moved(person, "Readmitted", event),
    MovementCorrected: (person, event) =>
      withMovements(person.movements.map((one) => one.event === event.corrects ? asItWas(one, event) : one), person),
    MovementVoided: (person, event) =>
      withMovements(person.movements.filter((one) => one.event !== event.corrects), person),
    PersonLeftForTransfer: (person, event) => moved(person, "LeftForTransfer", event),
    PersonDied: (person, event) => moved(person, "Died", event),
    PersonMerged: (person, event) => linked(person, event, null),
    PersonMergeUndone: (person, event) => unlinked(person, event),
    PersonBookingMoved: (person, event) =>
      linked(person, event, { from: event.data.from, until: event.data.until ?? null }),
    PersonBookingMoveUndone: (person, event) => unlinked(person, event),
    LegalStatusRecorded: (person, event) => ({
      ...person,
      legalChanges: [
        ...person.legalChanges,
        { event: event.id, on: event.on, position: event.position, changed: changeBy(event) }
      ]
    }),
    LegalStatusVoided: (person, event) => ({
      ...person,
      legalChanges: person.legalChanges.filter((one) => one.event !== event.corrects)
    })
  }
})

const names = ["CorrectPersonName", "RecordPersonParticulars", "CorrectPrisonNumber"]
const identity = [
  "MergePeople",
  "UndoPeopleMerge",
  "MovePersonBooking",
  "UndoPersonBookingMove",
  "CorrectMovement",
  "VoidMovement",
  "VoidLegalStatus"
]

/** What may be done in each state; movements are judged by the state on their day. */
export const personSteps: Readonly<Record<Person["status"], ReadonlyArray<string>>> = {
  Unknown: ["RegisterPerson"],
  AtEstablishment: [
    ...names,
    "RecordTransfer",
    "RecordWingChange",
    "RecordTemporaryDeparture",
    "RecordRelease",
    "RecordLegalStatus",
    ...identity
  ],
  TemporarilyAway: [
    ...names,
    "RecordTransfer",
    "RecordWingChange",
    "RecordReturn",
    "RecordRelease",
    "RecordLegalStatus",
    ...identity
  ],
  BetweenEstablishments: [...names, "RecordTransfer", "RecordRelease", "RecordLegalStatus", ...identity],
  Released: [...names, "RecordReadmission", ...identity],
  Died: [...names, ...identity]
}

/** The ways on for somebody who is not at an establishment. */
export const personWays: Ways<Person["status"]> = {
  BetweenEstablishments: { to: "AtEstablishment", says: "record where they arrived" },
  Released: { to: "AtEstablishment", says: "record the readmission", already: ["RecordRelease"] }
}

const refusedInState = refusedIn({ life: "person", steps: personSteps, ways: personWays })

/** Refuses what is not possible where the person is, and says what comes first; null where it is possible. */
export const personRefused = ({ changed, status }: Pick<Person, "changed" | "status">, command: string) =>
  refusedInState(status, changed, command)

/** Where the person is on the day: still there while away for a time, nowhere once released. */
export const establishmentOn = (person: Person, on: LocalDate): EstablishmentCode | null =>
  person.stays.find((stay) => covers(stay, on))?.establishment ?? null

/** The wing on which the person lives on the day, where it is known. */
export const wingOn = (person: Person, on: LocalDate): string | null =>
  person.stays.find((stay) => covers(stay, on))?.wing ?? null

/**
 * The times at which the person is not at the establishment: before they came, after they left, and while they are away
 * for a time. A time on licence for work counts only with `countWork`: it does not interrupt a role in the community.
 */
export const absencesFrom = (
  person: Person,
  establishment: EstablishmentCode,
  { countWork }: { readonly countWork: boolean }
): ReadonlyArray<Period> => {
  const notThere = outside(person.stays.filter((stay) => stay.establishment === establishment))
  const away = person.absences.filter((absence) => countWork || !absence.forWork)
  return outside(outside([...notThere, ...away]))
}

/** The last establishment at which the person was, by the dates of the movements. */
export const lastEstablishment = (person: Person): EstablishmentCode | null =>
  whereabouts(person.movements).stays.at(-1)?.establishment ?? null

/** How often a prison number was given or changed: what a decision watches that relies on a number being free. */
export const PrisonNumbersGiven = view<number>("PrisonNumbersGiven", 0).from({
  of: [PersonRegistered, PrisonNumberCorrected],
  by: "all",
  evolve: { PersonRegistered: (count) => count + 1, PrisonNumberCorrected: (count) => count + 1 }
})

/** Whether they are a restricted patient: transferred to hospital, and not back since. */
export const isRestrictedPatient = ({ movements, status }: Person): boolean =>
  status === "Released" && movements.filter(({ kind }) => kind === "Released").at(-1)?.restricted === true
