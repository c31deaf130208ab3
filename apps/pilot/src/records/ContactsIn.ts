/**
 * Contacts: whom to ask on one wing, or on one side of an establishment. It is read for one wing at a time, by the code
 * that the establishment gives it, and names nobody who lives on another: what hangs on the wall of one side never says
 * who works on the other. Only workers whose appointment is active on the day stand in it.
 */
import { establishmentOn, wingOn } from "@peerwork/core"
import type { Appointment, LocalDate } from "@peerwork/core"
import { holderIn, statusIn } from "./Derived.ts"
import type { Kept, Records } from "./Records.ts"

export interface Place {
  readonly establishment: string
  readonly wing: string
}

/** The place where the holder of an appointment lives and is active in it; null where they are not. */
const placeOf = (records: Records, kept: Kept<Appointment>, day: LocalDate): Place | null => {
  if (statusIn(records, kept, day).status !== "Active") return null
  const { person } = holderIn(records, kept.state)
  const [establishment, wing] = [establishmentOn(person, day), wingOn(person, day)]
  return establishment === null || wing === null || establishment !== kept.state.establishment
    ? null
    : { establishment, wing }
}

/** The active appointments of those who live there. */
export const contactsIn = (
  records: Records,
  { establishment, wing }: Place,
  day: LocalDate
): ReadonlyArray<Kept<Appointment>> =>
  [...records.appointment.values()].filter((kept) => {
    const place = placeOf(records, kept, day)
    return place !== null && place.establishment === establishment && place.wing === wing
  })

/** The places that have anybody to ask. */
export const placesWithContacts = (records: Records, day: LocalDate): ReadonlyArray<Place> => {
  const all = [...records.appointment.values()].flatMap((kept) => placeOf(records, kept, day) ?? [])
  const named = new Map(all.map((place) => [`${place.establishment} ${place.wing}`, place]))
  return [...named].sort(([one], [other]) => one < other ? -1 : 1).map(([, place]) => place)
}
