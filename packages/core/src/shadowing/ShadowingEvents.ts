/**
 * What happens to a shadowing placement.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove. Every event carries the
 * worker who shadows and the mentor as tags; one that changes either carries both the former and the new one, so that
 * whoever follows the former hears of it.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aCount, aDate, anEstablishment, idOf, oneOf, text, yesOrNo } from "../language/Kind.ts"

export const keys = {
  shadower: tagged("person", idOf("person"), "Worker"),
  mentor: tagged("person", idOf("person"), "Mentor"),
  appointment: tagged("appointment", idOf("appointment"), "Appointment"),
  scheme: tagged("scheme", idOf("scheme"), "Scheme"),
  establishment: tagged("establishment", anEstablishment, "Establishment")
}

/** Why a shadowing pauses; some reasons say something about health or conduct, so all are personal. */
export const pauseReason = oneOf({
  REGIME: "Lockdown or restricted regime",
  SEGREGATION: "Segregation",
  HOSPITAL: "Hospital",
  COURT: "Court",
  MENTOR_UNAVAILABLE: "The mentor is not available",
  NON_ASSOCIATION: "Non-association",
  OTHER: "Another reason"
})

const reason = personal(text(1000, true), { subject: "shadower", keep: "scheduling" }, "Reason")
const paused = personal(pauseReason, { subject: "shadower", keep: "scheduling" }, "Reason")

export const ShadowingPlanned = event("shadowing", "ShadowingPlanned", {
  title: "Shadowing planned",
  says: "A new worker will shadow an experienced one; the days needed are those of the scheme on this day",
  fields: { ...keys, startOn: open(aDate, "Starts on"), days: open(aCount(1, 366), "Days needed") }
})

export const ShadowingStarted = event("shadowing", "ShadowingStarted", {
  title: "Shadowing started",
  says: "The new worker began to shadow",
  fields: keys
})

export const ShadowingPaused = event("shadowing", "ShadowingPaused", {
  title: "Shadowing paused",
  says: "From this day no day counts until the shadowing is resumed",
  fields: { ...keys, reason: paused }
})

export const ShadowingResumed = event("shadowing", "ShadowingResumed", {
  title: "Shadowing resumed",
  says: "Days count again from this day",
  fields: keys
})

export const ShadowingInterrupted = event("shadowing", "ShadowingInterrupted", {
  title: "Interruption of the shadowing recorded",
  says: "It was found out later that the shadowing did not run on these days",
  fields: { ...keys, until: open(aDate, "Until"), reason: paused }
})

export const ShadowMentorReplaced = event("shadowing", "ShadowMentorReplaced", {
  title: "Mentor replaced",
  says: "From this day the new worker shadows another experienced worker; days already served stay",
  fields: { ...keys, formerMentor: tagged("person", idOf("person"), "Mentor until then"), reason }
})

export const EarlierShadowingDecided = event("shadowing", "EarlierShadowingDecided", {
  title: "Days shadowed elsewhere decided",
  says: "Staff decided whether the days of a shadowing that a transfer ended count in this one",
  fields: {
    ...keys,
    earlier: tagged("shadowing", idOf("shadowing"), "Earlier shadowing"),
    counts: open(yesOrNo, "Its days count"),
    days: open(aCount(), "Days counted there"),
    decidedBy: tagged("staff", idOf("staff"), "Decided by"),
    reason
  }
})

export const ShadowingSignedOff = event("shadowing", "ShadowingSignedOff", {
  title: "Shadowing signed off",
  says: "Staff decided that the new worker has shadowed for long enough",
  fields: { ...keys, counted: open(aCount(), "Days counted") }
})

export const ShadowingNotAchieved = event("shadowing", "ShadowingNotAchieved", {
  title: "Shadowing not achieved",
  says: "The shadowing ended without being signed off",
  fields: { ...keys, counted: open(aCount(), "Days counted"), reason }
})

export const ShadowingCancelled = event("shadowing", "ShadowingCancelled", {
  title: "Shadowing cancelled",
  says: "The shadowing was called off before it began, or was recorded in error",
  fields: { ...keys, reason }
})

export const ShadowingTransferredOut = event("shadowing", "ShadowingTransferredOut", {
  title: "Transferred out while shadowing",
  says: "The worker left the establishment; the days counted until then are noted for the receiving one",
  fields: { ...keys, counted: open(aCount(), "Days counted") }
})

export const ShadowingStartCorrected = event("shadowing", "ShadowingStartCorrected", {
  title: "Start of the shadowing corrected",
  says: "The shadowing began on another day than was recorded",
  fields: { ...keys, reason }
})

export const ShadowingMentorCorrected = event("shadowing", "ShadowingMentorCorrected", {
  title: "Mentor corrected",
  says: "Another mentor was shadowed than was recorded",
  fields: { ...keys, formerMentor: tagged("person", idOf("person"), "Recorded before"), reason }
})

export const ShadowingPersonCorrected = event("shadowing", "ShadowingPersonCorrected", {
  title: "Worker corrected",
  says: "The shadowing was recorded for the wrong worker",
  fields: {
    ...keys,
    formerShadower: tagged("person", idOf("person"), "Recorded before for"),
    formerAppointment: tagged("appointment", idOf("appointment"), "Appointment recorded before"),
    reason
  }
})

export const ShadowingPauseCorrected = event("shadowing", "ShadowingPauseCorrected", {
  title: "Pause corrected",
  says: "The shadowing was paused on other days than was recorded",
  fields: { ...keys, from: open(aDate, "From"), until: optional(open(aDate, "Until")), reason }
})

export const ShadowingPauseVoided = event("shadowing", "ShadowingPauseVoided", {
  title: "Pause struck out",
  says: "The shadowing was not paused on these days; the entry stays visible",
  fields: { ...keys, reason }
})

export const ShadowingSignOffUpheld = event("shadowing", "ShadowingSignOffUpheld", {
  title: "Sign-off upheld",
  says: "Staff decided that a sign-off stands although, by what is known now, too few days count",
  fields: { ...keys, counted: open(aCount(), "Days counted"), reason }
})

export const ShadowingSignOffWithdrawn = event("shadowing", "ShadowingSignOffWithdrawn", {
  title: "Sign-off withdrawn",
  says: "Staff took the sign-off back; the shadowing runs on, and the days in between do not count",
  fields: { ...keys, reason }
})

export const ShadowingReopened = event("shadowing", "ShadowingReopened", {
  title: "Shadowing reopened",
  says: "The end was recorded in error; the shadowing goes on as if it had not ended",
  fields: { ...keys, reason }
})

export const ShadowMentorReplacementCorrected = event("shadowing", "ShadowMentorReplacementCorrected", {
  title: "Day of another mentor corrected",
  says: "Another mentor took over on another day than was recorded",
  fields: { ...keys, formerMentor: tagged("person", idOf("person"), "Mentor until then"), reason }
})

export const shadowingEvents = [
  ShadowingPlanned,
  ShadowingStarted,
  ShadowingPaused,
  ShadowingResumed,
  ShadowingInterrupted,
  ShadowMentorReplaced,
  EarlierShadowingDecided,
  ShadowingSignedOff,
  ShadowingNotAchieved,
  ShadowingCancelled,
  ShadowingTransferredOut,
  ShadowingStartCorrected,
  ShadowingMentorCorrected,
  ShadowingPersonCorrected,
  ShadowingPauseCorrected,
  ShadowingPauseVoided,
  ShadowingSignOffUpheld,
  ShadowingSignOffWithdrawn,
  ShadowingReopened,
  ShadowMentorReplacementCorrected
] as const
