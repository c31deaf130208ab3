/**
 * What happens to a person, as far as peer work needs to know: who they are, and where they are from which day.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove. Names and numbers are
 * personal and stand beside the log, and so are the reasons of movements; the log says only where the person is.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aCode, anEstablishment, aPrisonNumber, oneOf, text, yesOrNo } from "../language/Kind.ts"
import { identityEvents } from "./IdentityEvents.ts"
import { departureReason, releaseReason } from "./MovementReasons.ts"

const identity = { subject: "person", keep: "identity" } as const
const scheduling = { subject: "person", keep: "scheduling" } as const

const establishment = tagged("establishment", anEstablishment, "Establishment")
const formerEstablishment = tagged("establishment", anEstablishment, "Establishment until then")
const wing = optional(open(aCode("B_WING"), "Wing"))
const familyName = personal(text(60), identity, "Family name")
const givenName = personal(text(60), identity, "Given name")
const prisonNumber = personal(aPrisonNumber, { ...identity, lookup: "prisonNumber" }, "Prison number")
const why = personal(text(1000, true), { subject: "person", keep: "administration" }, "Reason")

export const PersonRegistered = event("person", "PersonRegistered", {
  title: "Person registered",
  says: "The person is known, and at an establishment from this day",
  fields: { establishment, wing, prisonNumber, familyName, givenName }
})

export const PersonDetailsCorrected = event("person", "PersonDetailsCorrected", {
  title: "Name of a person corrected",
  says: "The name was written wrongly, or is another now",
  fields: { establishment, familyName, givenName }
})

/** Who the person is recorded as. Neither its name nor its title says of what, or that it changed. */
export const aGender = oneOf({
  FEMALE: "Female",
  MALE: "Male",
  NOT_SPECIFIED: "Not specified",
  NOT_KNOWN: "Not known"
})

export const PersonParticularsRecorded = event("person", "PersonParticularsRecorded", {
  title: "Particulars recorded",
  says: "Who the person is recorded as, besides name and number; only the newest is shown",
  fields: { establishment, gender: personal(aGender, identity, "Recorded gender") }
})

export const PrisonNumberCorrected = event("person", "PrisonNumberCorrected", {
  title: "Prison number corrected",
  says: "The person has another prison number than was recorded",
  fields: { establishment, prisonNumber, reason: why }
})

export const PersonTransferred = event("person", "PersonTransferred", {
  title: "Transferred",
  says: "From this day the person is at another establishment",
  fields: { establishment, formerEstablishment, wing }
})

export const PersonChangedWing = event("person", "PersonChangedWing", {
  title: "Moved to another wing",
  says: "From this day the person lives on another wing of the same establishment",
  fields: { establishment, wing: open(aCode("B_WING"), "Wing") }
})

export const PersonLeftTemporarily = event("person", "PersonLeftTemporarily", {
  title: "Left for a time",
  says: "From this day the person is away and expected back at the same establishment",
  fields: {
    establishment,
    forWork: open(yesOrNo, "On licence for work"),
    reason: personal(departureReason, scheduling, "Reason")
  }
})

export const PersonReturned = event("person", "PersonReturned", {
  title: "Returned",
  says: "From this day the person is back at the establishment",
  fields: { establishment }
})

const released = { establishment, reason: personal(releaseReason, scheduling, "Reason") }

/** Its second version also says whether their records are seen by few from then on; by the first they are as before. */
export const PersonReleased = event("person", "PersonReleased", {
  title: "Released",
  says: "From this day the person is at no establishment",
  fields: released
}).next({ ...released, restricted: optional(open(yesOrNo, "Records seen by few")) }).from((before) => before)

export const PersonReadmitted = event("person", "PersonReadmitted", {
  title: "Readmitted",
  says: "From this day the person, who had been released, is at an establishment again",
  fields: { establishment, formerEstablishment, wing }
})

export const MovementCorrected = event("person", "MovementCorrected", {
  title: "Movement corrected",
  says: "A movement took place on another day, or led to another place, than was recorded",
  fields: { establishment, formerEstablishment, wing, reason: why }
})

export const MovementVoided = event("person", "MovementVoided", {
  title: "Movement struck out",
  says: "A movement was recorded in error and counts no longer; it stays visible",
  fields: { establishment, reason: why }
})

export const PersonLeftForTransfer = event("person", "PersonLeftForTransfer", {
  title: "Left for another establishment",
  says: "From this day the person is on the way to another establishment, which has not yet received them",
  fields: { establishment }
})

export const PersonDied = event("person", "PersonDied", {
  title: "Died",
  says: "The person died on this day; what is recorded of them can be corrected and ended, and nothing new begins",
  fields: { establishment }
})

export const personEvents = [
  PersonRegistered,
  PersonDetailsCorrected,
  PersonParticularsRecorded,
  PrisonNumberCorrected,
  PersonTransferred,
  PersonChangedWing,
  PersonLeftTemporarily,
  PersonReturned,
  PersonReleased,
  PersonReadmitted,
  MovementCorrected,
  MovementVoided,
  PersonLeftForTransfer,
  PersonDied,
  ...identityEvents
] as const
