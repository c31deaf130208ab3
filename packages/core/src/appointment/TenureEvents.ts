/**
 * What happens to an appointment besides its entry: suspensions, restrictions, supervisors, ends and corrections.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aDate, codes, idOf, oneOf, text, yesOrNo } from "../language/Kind.ts"
import { taskWords } from "../scheme/TaskCatalogue.ts"
import { endReason, keys, refusalAnswer, suspensionReason } from "./AppointmentKeys.ts"

const conduct = { subject: "person", keep: "conduct" } as const
const administration = { subject: "person", keep: "administration" } as const
const why = personal(text(1000, true), administration, "Reason")

export const AppointmentSuspended = event("appointment", "AppointmentSuspended", {
  title: "Suspended",
  says: "The worker may not work in the role for a time",
  fields: {
    ...keys,
    from: open(aDate, "From"),
    until: optional(open(aDate, "Until")),
    reviewBy: open(aDate, "Review by"),
    adverse: open(yesOrNo, "Counts against the worker"),
    paid: open(yesOrNo, "Paid meanwhile"),
    reason: personal(suspensionReason, conduct, "Reason")
  }
})

export const AppointmentSuspensionCancelled = event("appointment", "AppointmentSuspensionCancelled", {
  title: "Planned suspension cancelled",
  says: "A suspension that had not begun will not take place",
  fields: keys
})

export const AppointmentReinstated = event("appointment", "AppointmentReinstated", {
  title: "Reinstated",
  says: "The suspension is over from this day",
  fields: keys
})

export const AppointmentRestricted = event("appointment", "AppointmentRestricted", {
  title: "Restricted",
  says: "Some tasks or places are taken out of the role for a time",
  fields: {
    ...keys,
    tasks: open(codes("FETCHING_MEALS"), "Tasks"),
    areas: open(codes("B_WING"), "Places"),
    from: open(aDate, "From"),
    until: optional(open(aDate, "Until")),
    reason: personal(text(1000, true), conduct, "Reason")
  }
})

export const AppointmentRestrictionLifted = event("appointment", "AppointmentRestrictionLifted", {
  title: "Restriction lifted",
  says: "The restriction is over from this day",
  fields: keys
})

export const AppointmentSupervisorChanged = event("appointment", "AppointmentSupervisorChanged", {
  title: "Supervisor changed",
  says: "Another member of staff supervises the worker from this day",
  fields: {
    ...keys,
    supervisor: tagged("staff", idOf("staff"), "Supervisor"),
    formerSupervisor: tagged("staff", idOf("staff"), "Until then")
  }
})

export const AppointmentEndPlanned = event("appointment", "AppointmentEndPlanned", {
  title: "End planned",
  says: "It was decided on which day the appointment ends",
  fields: { ...keys, endsOn: open(aDate, "Ends on"), reason: personal(endReason, conduct, "Reason") }
})

export const AppointmentEnded = event("appointment", "AppointmentEnded", {
  title: "Ended",
  says: "The appointment is over from this day",
  fields: { ...keys, removed: open(yesOrNo, "Removed by staff"), reason: personal(endReason, conduct, "Reason") }
})

export const AppointmentVoided = event("appointment", "AppointmentVoided", {
  title: "Voided",
  says: "The appointment was recorded in error; a second member of staff agreed",
  fields: { ...keys, agreedBy: tagged("staff", idOf("staff"), "Agreed by"), reason: why }
})

export const AppointmentFactVoided = event("appointment", "AppointmentFactVoided", {
  title: "Entry struck out",
  says: "Something was recorded in error and counts no longer; it stays visible",
  fields: { ...keys, voided: open(idOf("event"), "Entry"), reason: why }
})

export const AppointmentPersonCorrected = event("appointment", "AppointmentPersonCorrected", {
  title: "Person corrected",
  says: "The appointment was recorded for the wrong person",
  fields: { ...keys, formerPerson: tagged("person", idOf("person"), "Recorded before for"), reason: why }
})

export const AppointmentStartCorrected = event("appointment", "AppointmentStartCorrected", {
  title: "Start of the appointment corrected",
  says: "The worker has been in the role from another day than was recorded",
  fields: { ...keys, from: open(aDate, "From"), reason: why }
})

export const AppointmentEndCorrected = event("appointment", "AppointmentEndCorrected", {
  title: "End of the appointment corrected",
  says: "The appointment ended on another day than was recorded",
  fields: { ...keys, endedOn: open(aDate, "Ended on"), reason: why }
})

export const AppointmentReopened = event("appointment", "AppointmentReopened", {
  title: "Appointment reopened",
  says: "That the appointment ended, or was declined, was recorded in error; it goes on as before",
  fields: { ...keys, reason: why }
})

export const AppointmentEndedAsDuplicate = event("appointment", "AppointmentEndedAsDuplicate", {
  title: "Ended as a duplicate",
  says: "Two records of one person were merged, and another open appointment in the role stays",
  fields: { ...keys, duplicateOf: open(idOf("appointment"), "Appointment that stays") }
})

export const AppointmentTaskRefused = event("appointment", "AppointmentTaskRefused", {
  title: "Task refused",
  says: "The worker was asked for something that their role does not allow; it was refused, and a professional told",
  fields: {
    ...keys,
    task: open(oneOf(taskWords), "Task"),
    owner: tagged("staff", idOf("staff"), "Professional who was told"),
    request: personal(text(1000, true), administration, "What was asked")
  }
})

export const AppointmentTaskTakenOver = event("appointment", "AppointmentTaskTakenOver", {
  title: "Refused task taken over",
  says: "A professional took over what the worker was asked for, or found that it is not needed",
  fields: {
    ...keys,
    refusal: open(idOf("event"), "Refusal"),
    answer: open(refusalAnswer, "What became of it"),
    takenOverBy: tagged("staff", idOf("staff"), "Taken over by")
  }
})

export const tenureEvents = [
  AppointmentSuspended,
  AppointmentSuspensionCancelled,
  AppointmentReinstated,
  AppointmentRestricted,
  AppointmentRestrictionLifted,
  AppointmentSupervisorChanged,
  AppointmentEndPlanned,
  AppointmentEnded,
  AppointmentVoided,
  AppointmentFactVoided,
  AppointmentPersonCorrected,
  AppointmentStartCorrected,
  AppointmentEndCorrected,
  AppointmentReopened,
  AppointmentEndedAsDuplicate,
  AppointmentTaskRefused,
  AppointmentTaskTakenOver
] as const
