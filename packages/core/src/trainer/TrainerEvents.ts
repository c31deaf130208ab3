/**
 * What happens to a trainer: known, practised, judged, accredited, reviewed, withdrawn, put right.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aDate, idOf, text } from "../language/Kind.ts"
import { aSession } from "../training/SessionCatalogue.ts"
import { accreditationBasis, aCondition, anAffiliation, aPractice, keys, theirProfessions } from "./TrainerKeys.ts"

const why = personal(text(1000, true), { subject: "trainer", keep: "administration" }, "Reason")
const decidedBy = tagged("staff", idOf("staff"), "Decided by")
const session = open(aSession, "Session")
const described = { professions: open(theirProfessions, "Professions"), affiliation: open(anAffiliation, "Belongs to") }

/** Until when an accreditation is good: its review is due on the one day, and it lapses on the other. */
const terms = { reviewOn: open(aDate, "Review due"), lapsesOn: open(aDate, "Lapses on") }

export const TrainerRegistered = event("trainer", "TrainerRegistered", {
  title: "Trainer registered",
  says: "The member of staff, or the visitor, may observe and deliver sessions of the training",
  fields: { ...keys, ...described }
})

export const TrainerChanged = event("trainer", "TrainerChanged", {
  title: "Profession or affiliation of a trainer changed",
  says: "From this day the trainer is of other professions, or belongs to somebody else",
  fields: { ...keys, ...described }
})

export const TrainerPracticeRecorded = event("trainer", "TrainerPracticeRecorded", {
  title: "Session observed or delivered",
  says: "The trainer observed or delivered the session, here before the scheme or elsewhere",
  fields: { ...keys, session, practice: open(aPractice, "What they did") }
})

export const TrainerJudgedCapable = event("trainer", "TrainerJudgedCapable", {
  title: "Judged capable of a session",
  says: "It was judged that the trainer could deliver the session; they are not accredited for it by that",
  fields: {
    ...keys,
    session,
    condition: optional(open(aCondition, "On the condition")),
    decidedBy,
    grounds: personal(text(1000, true), { subject: "trainer", keep: "administration" }, "Grounds")
  }
})

export const TrainerAccredited = event("trainer", "TrainerAccredited", {
  title: "Accredited for a session",
  says: "From this day a session that the trainer delivers counts",
  fields: { ...keys, session, basis: open(accreditationBasis, "On the basis"), ...terms, decidedBy }
})

export const TrainerAccreditationReviewed = event("trainer", "TrainerAccreditationReviewed", {
  title: "Accreditation renewed",
  says: "The trainer was observed delivering the session again, and stays accredited for it",
  fields: { ...keys, session, ...terms, observedBy: tagged("staff", idOf("staff"), "Observed by") }
})

export const TrainerAccreditationWithdrawn = event("trainer", "TrainerAccreditationWithdrawn", {
  title: "Accreditation withdrawn",
  says: "From this day the trainer is neither accredited for the session nor judged capable of it",
  fields: { ...keys, session, decidedBy, reason: why }
})

export const TrainerEntryStruckOut = event("trainer", "TrainerEntryStruckOut", {
  title: "Entry about a trainer struck out",
  says: "Something was recorded in error and counts no longer; it stays visible",
  fields: { ...keys, entry: open(idOf("event"), "Entry"), reason: why }
})

export const trainerEvents = [
  TrainerRegistered,
  TrainerChanged,
  TrainerPracticeRecorded,
  TrainerJudgedCapable,
  TrainerAccredited,
  TrainerAccreditationReviewed,
  TrainerAccreditationWithdrawn,
  TrainerEntryStruckOut
] as const
