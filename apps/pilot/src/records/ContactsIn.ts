/**
 * Contacts: whom to ask on one wing, or on one side of an establishment. It is read for one wing at a time, by the code
 * that the establishment gives it, and names nobody who works on another: what hangs on the wall of one side never says
 * who works on the other. A worker stands where their appointment is bound to or, where it is bound to no unit, where
 * they live. Only workers whose appointment is active on the day stand in it.
 */
import { establishmentOn, unitOn, wingOn } from "@peerwork/core"
import type { Appointment, LocalDate } from "@peerwork/core"
import { holderIn, statusIn } from "./Derived.ts"
import type { Kept, Records } from "./Records.ts"

export interface Place {
  readonly establishment: string
  readonly wing: string
}

/** The place where the holder of an appointment is active in it; null where they are not. */
const placeOf = (records: Records, kept: Kept<Appointment>, day: LocalDate): Place | null => {
  if (statusIn(records, kept, day).status !== "Active") return null
  const { person } = holderIn(records, kept.state)
  const [establishment, wing] = [establishmentOn(person, day), unitOn(kept.state, day) ?? wingOn(person, day)]
  return establishment === null || wing === null || establishment !== kept.state.establishment
    ? null
    : { establishment, wing }
}

/** The active appointments of those who work there. */
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
