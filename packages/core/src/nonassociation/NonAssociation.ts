/**
 * A non-association: two people who are kept apart, as far as its level reaches, while it is open.
 *
 * It holds whichever way round it was stored, and between whole people, whatever numbers they were recorded under. It is
 * opened, may be amended to another level, closed and opened again, each from a day, and entries that were wrong are
 * struck out. Two numbers that turn out to be one person need not be kept apart. The reason never stands here.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Happened } from "../language/Event.ts"
import { changeBy } from "../language/Judgement.ts"
import type { Change } from "../language/Judgement.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { endLast } from "../language/Period.ts"
import type { Period } from "../language/Period.ts"
import { view } from "../language/View.ts"
import { withId } from "../record/withId.ts"
import { levelWords, nonAssociationEvents, NonAssociationOpened } from "./NonAssociationEvents.ts"
import type { Level } from "./NonAssociationEvents.ts"

export type NonAssociationStatus = "Unknown" | "Open" | "Closed" | "Voided"

interface Entry {
  readonly event: string
  readonly on: LocalDate
  readonly position: number
  /** How far apart they are kept from this day; null where it was closed. */
  readonly level: Level | null
  readonly isBeginning: boolean
}

/** A time during which the two are kept apart at one level. */
export interface Apart extends Period {
  readonly level: Level
}

export interface NonAssociation {
  readonly status: NonAssociationStatus
  readonly person: string
  readonly other: string
  readonly establishment: EstablishmentCode | null
  /** In the order of their days. */
  readonly entries: ReadonlyArray<Entry>
  readonly apart: ReadonlyArray<Apart>
  readonly changed: Change | null
}

const unknown: NonAssociation = {
  status: "Unknown",
  person: "",
  other: "",
  establishment: null,
  entries: [],
  apart: [],
  changed: null
}

const byDay = (a: Entry, b: Entry): number => a.on < b.on ? -1 : a.on > b.on ? 1 : a.position - b.position

const timesIn = (entries: ReadonlyArray<Entry>): ReadonlyArray<Apart> =>
  entries.reduce<ReadonlyArray<Apart>>((apart, { level, on }) => {
    const before = endLast(apart, on)
    return level === null ? before : [...before, { level, from: on, until: null }]
  }, []).filter(({ from, until }) => until === null || from < until)

const withEntries = (state: NonAssociation, entries: ReadonlyArray<Entry>, changed: Change): NonAssociation => {
  const ordered = [...entries].sort(byDay)
  const counts = ordered.some((one) => one.isBeginning)
  return {
    ...state,
    entries: ordered,
    apart: counts ? timesIn(ordered) : [],
    status: !counts ? "Voided" : ordered.at(-1)?.level === null ? "Closed" : "Open",
    changed
  }
}

const entered = (state: NonAssociation, event: Happened, level: Level | null, isBeginning = false): NonAssociation =>
  withEntries(
    state,
    [...state.entries, { event: event.id, on: event.on, position: event.position, level, isBeginning }],
    changeBy(event)
  )

export const NonAssociation = view<NonAssociation>("NonAssociation", unknown).from({
  of: nonAssociationEvents,
  by: "stream",
  evolve: {
    NonAssociationOpened: (_, { data, ...event }) =>
      entered(
        { ...unknown, person: data.person, other: data.other, establishment: data.establishment },
        { ...event, data },
        data.level,
        true
      ),
    NonAssociationAmended: (state, event) => entered(state, event, event.data.level),
    NonAssociationClosed: (state, event) => entered(state, event, null),
    NonAssociationReopened: (state, event) => entered(state, event, event.data.level),
    NonAssociationEntryVoided: (state, event) =>
      withEntries(state, state.entries.filter((one) => one.event !== event.corrects), changeBy(event))
  }
})

/** The ids of all non-associations that were ever recorded of somebody, whichever of the two they were. */
export const NonAssociationsOf = view<ReadonlyArray<string>>("NonAssociationsOf", []).from({
  of: [NonAssociationOpened],
  by: "person",
  evolve: { NonAssociationOpened: withId }
})

/** What may be done in each state. */
export const nonAssociationSteps: Readonly<Record<NonAssociationStatus, ReadonlyArray<string>>> = {
  Unknown: ["OpenNonAssociation"],
  Open: ["AmendNonAssociation", "CloseNonAssociation", "StrikeOutNonAssociationEntry"],
  Closed: ["ReopenNonAssociation", "StrikeOutNonAssociationEntry"],
  Voided: []
}

/** The day on which it was opened, by which a moved booking decides who the two are. */
export const openedOn = ({ entries }: NonAssociation): LocalDate | null =>
  entries.find((one) => one.isBeginning)?.on ?? null

const widths = Object.keys(levelWords)

/** Whether keeping two people apart at the level keeps them from meeting at the place. */
export const reaches = (level: Level, place: Level): boolean => widths.indexOf(level) >= widths.indexOf(place)
