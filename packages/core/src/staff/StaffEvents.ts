/**
 * What happens to a member of staff, as far as peer work needs to know.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aCount, aDate, anEstablishment, idOf, oneOf, text } from "../language/Kind.ts"

const name = personal(text(120), { subject: "staff", keep: "administration" }, "Name")

export const StaffRegistered = event("staff", "StaffRegistered", {
  title: "Member of staff registered",
  says: "A member of staff is known to the scheme and may be named in it",
  fields: { establishment: tagged("establishment", anEstablishment, "Establishment"), name }
})

export const StaffRenamed = event("staff", "StaffRenamed", {
  title: "Name of a member of staff changed",
  says: "The name is another from this day, or was written wrongly",
  fields: { establishment: tagged("establishment", anEstablishment, "Establishment"), name }
})

export const StaffLeft = event("staff", "StaffLeft", {
  title: "Member of staff left",
  says: "From this day the member of staff is named in nothing new",
  fields: { establishment: tagged("establishment", anEstablishment, "Establishment") }
})

export const StaffReturned = event("staff", "StaffReturned", {
  title: "Member of staff returned",
  says: "The member of staff is in post again, or never left and that was recorded in error",
  fields: { establishment: tagged("establishment", anEstablishment, "Establishment") }
})

export const StaffReturnCorrected = event("staff", "StaffReturnCorrected", {
  title: "Return of a member of staff corrected",
  says: "The member of staff was back in post on another day than was recorded",
  fields: {
    establishment: tagged("establishment", anEstablishment, "Establishment"),
    returnedOn: open(aDate, "Back on"),
    reason: personal(text(1000, true), { subject: "staff", keep: "administration" }, "Reason")
  }
})

export const StaffWorkHandedOver = event("staff", "StaffWorkHandedOver", {
  title: "Everything in hand handed over",
  says: "All that the member of staff had in hand went to another; each of it has an entry of its own",
  fields: {
    establishment: tagged("establishment", anEstablishment, "Establishment"),
    receiver: tagged("staff", idOf("staff"), "Received by"),
    posts: open(aCount(), "Posts"),
    leads: open(aCount(), "Trainings led"),
    supervisions: open(aCount(), "Supervisions"),
    escalations: open(aCount(), "Escalations"),
    supports: open(aCount(), "Support of workers"),
    reason: personal(text(1000, true), { subject: "staff", keep: "administration" }, "Reason")
  }
})

export const StaffLeavingCorrected = event("staff", "StaffLeavingCorrected", {
  title: "Leaving date of a member of staff corrected",
  says: "The member of staff left on another day than was recorded",
  fields: {
    establishment: tagged("establishment", anEstablishment, "Establishment"),
    leftOn: open(aDate, "Left on"),
    reason: personal(text(1000, true), { subject: "staff", keep: "administration" }, "Reason")
  }
})

const competenceWords = {
  ROLE_REMIT: "Knows the remit of the workers' roles",
  REFLECTIVE_SUPERVISION: "Can lead reflective supervision"
} as const

export type CompetenceName = keyof typeof competenceWords

/** What a member of staff can do, as far as peer work asks for it. The list only grows. */
export const competence = oneOf(competenceWords)

export const StaffCompetenceRecorded = event("staff", "StaffCompetenceRecorded", {
  title: "Competence recorded",
  says: "From this day the member of staff is known to be able to do this",
  fields: {
    establishment: tagged("establishment", anEstablishment, "Establishment"),
    competence: open(competence, "Competence"),
    validUntil: optional(open(aDate, "Good until"))
  }
})

export const StaffCompetenceVoided = event("staff", "StaffCompetenceVoided", {
  title: "Competence struck out",
  says: "The competence was recorded in error and counts no longer; the entry stays visible",
  fields: {
    establishment: tagged("establishment", anEstablishment, "Establishment"),
    voided: open(idOf("event"), "Entry"),
    reason: personal(text(1000, true), { subject: "staff", keep: "administration" }, "Reason")
  }
})

export const StaffStartCorrected = event("staff", "StaffStartCorrected", {
  title: "First day of a member of staff corrected",
  says: "The member of staff is in post since another day than was recorded",
  fields: {
    establishment: tagged("establishment", anEstablishment, "Establishment"),
    startedOn: open(aDate, "In post since"),
    reason: personal(text(1000, true), { subject: "staff", keep: "administration" }, "Reason")
  }
})

export const staffEvents = [
  StaffRegistered,
  StaffRenamed,
  StaffLeft,
  StaffReturned,
  StaffReturnCorrected,
  StaffWorkHandedOver,
  StaffLeavingCorrected,
  StaffCompetenceRecorded,
  StaffCompetenceVoided,
  StaffStartCorrected
] as const
