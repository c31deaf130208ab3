/**
 * What every event of a trainer says it concerns, and the lists of codes that several commands share.
 *
 * A trainer is a member of staff, or a visitor registered as one, so the events are found by `staff:<id>`.
 */
import { tagged } from "../language/Field.ts"
import { anEstablishment, idOf, oneOf, severalOf } from "../language/Kind.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"

/** The tags of every trainer event. */
export const keys = {
  trainer: tagged("staff", idOf("staff"), "Trainer"),
  establishment: tagged("establishment", anEstablishment, "Establishment")
}

const professions = {
  PRISON_OFFICER: "Prison officer",
  NURSE: "Nurse",
  OCCUPATIONAL_THERAPIST: "Occupational therapist",
  SOCIAL_WORKER: "Social worker",
  PHYSIOTHERAPIST: "Physiotherapist",
  PSYCHOLOGIST: "Psychologist",
  CHAPLAIN: "Chaplain",
  EDUCATOR: "Teacher or lecturer",
  OTHER: "Another profession"
} as const

export type Profession = keyof typeof professions

/** What a trainer is by profession. */
export const theirProfessions = severalOf(professions)

/** A profession as people read it. */
export const sayProfession = (code: Profession): string => professions[code]

const affiliations = {
  OWN_STAFF: "On the staff of the establishment",
  LOCAL_PARTNER: "With a local service, such as the local authority or healthcare",
  VISITING: "Visiting, to bring the training here"
} as const

/** To whom a trainer belongs: an establishment relies on itself when it needs nobody who is visiting. */
export type Affiliation = keyof typeof affiliations

export const anAffiliation = oneOf(affiliations)

export const sayAffiliation = (code: Affiliation): string => affiliations[code]

/** What a trainer did in a session. */
export const aPractice = oneOf({
  OBSERVED: "Observed it",
  CO_DELIVERED: "Delivered it beside somebody",
  DELIVERED: "Delivered it"
})

const conditions = {
  BESIDE_ACCREDITED: "Beside somebody who is accredited for it",
  AFTER_OBSERVING: "Once they have observed it again",
  AFTER_UPDATE: "Once they are up to date with its content",
  OTHER: "On another condition"
} as const

/** On what somebody is judged capable of a session, where that is not without a condition. */
export type Condition = keyof typeof conditions

export const aCondition = oneOf(conditions)

export const sayCondition = (code: Condition): string => conditions[code]

/** On what an accreditation rests. */
export const accreditationBasis = oneOf({
  JUDGED_HERE: "They observed it here and were judged capable",
  QUALIFIED: "They are qualified for it elsewhere, by their profession or as its author"
})

/** The sessions that belong to a profession. */
export const professionFor: Readonly<Partial<Record<SessionKey, Profession>>> = { MOVING: "OCCUPATIONAL_THERAPIST" }
