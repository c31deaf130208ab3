/**
 * Names: who people and staff are, joined to records wherever somebody may see it.
 *
 * The index is built from the personal values that stand beside the log, and holds nothing that is not there: without
 * them it is empty. It lets a name be found as people type it, in any case, in part, in either order.
 */
import { prisonNumberIn } from "@peerwork/core"
import type { Happened } from "@peerwork/core"
import type { KeptPersonal } from "@peerwork/store"

export interface PersonName {
  readonly familyName: string
  readonly givenName: string
  readonly prisonNumber: string
}

export interface Names {
  readonly people: Map<string, PersonName>
  readonly staff: Map<string, string>
  /** As whom a person is recorded now, by the event that says so; what it replaced is not here. */
  readonly genders: Map<string, { readonly event: string; readonly gender: string }>
}

export const emptyNames = (): Names => ({ people: new Map(), staff: new Map(), genders: new Map() })

/** The events beside which names stand. */
const naming: ReadonlySet<string> = new Set([
  "PersonRegistered",
  "PersonDetailsCorrected",
  "PrisonNumberCorrected",
  "PersonParticularsRecorded",
  "StaffRegistered",
  "StaffRenamed"
])

export const isNaming = ({ type }: Pick<Happened, "type">): boolean => naming.has(type)

const unnamed: PersonName = { familyName: "", givenName: "", prisonNumber: "" }

/** Takes in the personal values of events, which are in the order of the log: the newest name counts. */
export const nameIn = (names: Names, events: ReadonlyArray<Happened>, personal: ReadonlyArray<KeptPersonal>): void => {
  const byEvent = new Map<string, Array<KeptPersonal>>()
  for (const value of personal) byEvent.set(value.eventId, [...byEvent.get(value.eventId) ?? [], value])
  for (const event of events.filter(isNaming)) {
    for (const { name, subject, value } of byEvent.get(event.id) ?? []) {
      if (typeof value !== "string") continue
      if (event.stream.startsWith("staff-")) {
        if (name === "name") names.staff.set(subject, value)
      } else if (name === "gender") {
        names.genders.set(subject, { event: event.id, gender: value })
      } else if (name in unnamed) {
        names.people.set(subject, { ...names.people.get(subject) ?? unnamed, [name]: value })
      }
    }
  }
}

/**
 * The names of those who were known at a moment, as they are now: a name that somebody no longer bears is shown to nobody
 * because a former day is asked about. Prison numbers are those of the moment, since people are found by them.
 */
export const namedNow = (then: Names, now: Names): Names => ({
  people: new Map([...then.people].map(([id, was]) => [
    id,
    { ...now.people.get(id) ?? was, prisonNumber: was.prisonNumber }
  ])),
  staff: new Map([...then.staff].map(([id, was]) => [id, now.staff.get(id) ?? was])),
  genders: new Map([...now.genders].filter(([id]) => then.people.has(id)))
})

/** What stands for an opaque id where somebody reads it: its beginning and its end, since either may be alike in a log. */
export const short = (id: string): string => `${id.slice(0, 8)}…${id.slice(-12)}`

/** In lists: `Smith, John`. Without a name, a part of the opaque id. */
export const inList = (names: Names, person: string): string => {
  const name = names.people.get(person)
  return name === undefined ? `Person ${short(person)}` : `${name.familyName}, ${name.givenName}`
}

/** Elsewhere: `John Smith`. */
export const inFull = (names: Names, person: string): string => {
  const name = names.people.get(person)
  return name === undefined ? `Person ${short(person)}` : `${name.givenName} ${name.familyName}`
}

export const numberOf = (names: Names, person: string): string | null => names.people.get(person)?.prisonNumber ?? null

export const staffName = (names: Names, staff: string): string =>
  names.staff.get(staff) ?? `Member of staff ${short(staff)}`

const letters = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{Diacritic}/gu, "").toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim()

/** Whether what somebody typed means the person: a prison number or a part of it, or parts of the name in any order. */
export const means = (typed: string, name: PersonName): boolean => {
  const wanted = letters(typed)
  if (wanted === "") return true
  const number = prisonNumberIn(typed)
  if (number !== null) return name.prisonNumber === number
  if (name.prisonNumber.toLowerCase().includes(wanted.replaceAll(" ", ""))) return true
  const known = letters(`${name.givenName} ${name.familyName}`).split(" ")
  return wanted.split(" ").every((part) => known.some((word) => word.includes(part)))
}

/** As whom the person is recorded, as a code; null where nobody recorded it. */
export const genderOf = ({ genders }: Names, person: string): string | null => genders.get(person)?.gender ?? null

/**
 * Whether a value that stands beside an event was replaced since by another, and is shown to nobody any longer: a name that
 * somebody bears no more, and what they were recorded as. Prison numbers stay, since people are found by them.
 */
export const isReplaced = (
  { genders, people, staff }: Names,
  { eventId, name, subject, value }: Pick<KeptPersonal, "eventId" | "name" | "subject" | "value">
): boolean => {
  switch (name) {
    case "gender":
      return genders.get(subject)?.event !== eventId
    case "familyName":
    case "givenName":
      return people.has(subject) && people.get(subject)?.[name] !== value
    case "name":
      return staff.has(subject) && staff.get(subject) !== value
    default:
      return false
  }
}
