/**
 * What happens to a scheme: how it is prepared, what is decided for it, and how it runs and ends.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aCode, aCount, aDate, anEstablishment, idOf, oneOf, text } from "../language/Kind.ts"
import { someCriteria, whatAGapMeans } from "./EligibilityCriteria.ts"
import { thePayBands } from "./PayBands.ts"
import { firstProfileFields, profileFields, roleCode } from "./RoleProfile.ts"
import { limitWords } from "./SchemeLimits.ts"

const administration = { subject: "actor", keep: "administration" } as const

const establishment = tagged("establishment", anEstablishment, "Establishment")
const roleProfile = tagged("roleProfile", idOf("roleProfile"), "Role profile")
const long = (question: string) => personal(text(4000, true), administration, question)
const why = personal(text(1000, true), administration, "Reason")

export const SchemeProposed = event("scheme", "SchemeProposed", {
  title: "Scheme proposed",
  says: "A scheme is being prepared at an establishment; whoever was in role before this day was so before the scheme",
  fields: { establishment, code: open(aCode("WELLBEING_REPS"), "Code") }
})

export const SchemeDesignWritten = event("scheme", "SchemeDesignWritten", {
  title: "Scheme written down",
  says: "What the scheme is for, whom it serves, how long it is planned to run and how it is watched and judged",
  fields: {
    establishment,
    plannedUntil: open(aDate, "Planned until"),
    purpose: long("Purpose"),
    targetNeed: long("Need that it meets"),
    monitoring: long("How it is monitored"),
    evaluation: long("How it is evaluated")
  }
})

const profiled = { establishment, roleProfile, code: open(roleCode, "Role"), version: open(aCount(1), "Version") }

/** The first version named no units and no legal statuses: such a role is done everywhere, by anybody. */
export const RoleProfilePublished = event("scheme", "RoleProfilePublished", {
  title: "Role profile published",
  says: "A version of the description of a role applies from this day",
  fields: { ...profiled, ...firstProfileFields }
}).next({ ...profiled, ...profileFields }).from((before) => before)

export const RoleProfileCorrected = event("scheme", "RoleProfileCorrected", {
  title: "Role profile corrected",
  says: "A version of the description of a role was recorded wrongly; its number stays",
  fields: { ...profiled, ...firstProfileFields, reason: why }
}).next({ ...profiled, ...profileFields, reason: why }).from((before) => before)

export const SchemePolicyDecided = event("scheme", "SchemePolicyDecided", {
  title: "Limit decided",
  says: "A limit of the scheme has this value from a day on",
  fields: {
    establishment,
    limit: open(oneOf(limitWords), "Limit"),
    value: open(aCount(), "Value"),
    from: open(aDate, "From"),
    decidedBy: tagged("staff", idOf("staff"), "Decided by")
  }
})

export const SchemePolicyCorrected = event("scheme", "SchemePolicyCorrected", {
  title: "Limit corrected",
  says: "A limit was recorded with another value or another first day than was decided",
  fields: {
    establishment,
    limit: open(oneOf(limitWords), "Limit"),
    value: open(aCount(), "Value"),
    from: open(aDate, "From"),
    reason: why
  }
})

export const TrainingLeadNamed = event("scheme", "TrainingLeadNamed", {
  title: "Training lead named",
  says: "From this day a member of staff holds and oversees the training",
  fields: {
    establishment,
    lead: tagged("staff", idOf("staff"), "Training lead"),
    formerLead: optional(tagged("staff", idOf("staff"), "Until then"))
  }
})

export const TrainingLeadLeft = event("scheme", "TrainingLeadLeft", {
  title: "Training lead left",
  says: "From this day nobody holds and oversees the training until somebody is named",
  fields: { establishment, formerLead: tagged("staff", idOf("staff"), "Until then") }
})

export const TrainingLeadStruckOut = event("scheme", "TrainingLeadStruckOut", {
  title: "Training lead struck out",
  says: "That somebody held the training from a day on, or left, was recorded in error; it stays visible",
  fields: { establishment, reason: why }
})

export const SchemePilotStarted = event("scheme", "SchemePilotStarted", {
  title: "Pilot started",
  says: "The scheme runs as a pilot from this day",
  fields: { establishment }
})

export const SchemeActivated = event("scheme", "SchemeActivated", {
  title: "Scheme active",
  says: "The scheme runs from this day",
  fields: { establishment }
})

export const SchemePaused = event("scheme", "SchemePaused", {
  title: "Scheme paused",
  says: "Nothing new begins in the scheme from this day until it is resumed",
  fields: { establishment, reason: why }
})

export const SchemeResumed = event("scheme", "SchemeResumed", {
  title: "Scheme resumed",
  says: "The scheme runs again from this day, as it did before the pause",
  fields: { establishment }
})

export const SchemeClosed = event("scheme", "SchemeClosed", {
  title: "Scheme closed",
  says: "The scheme is over from this day",
  fields: { establishment, reason: why }
})

export const SchemeStepCorrected = event("scheme", "SchemeStepCorrected", {
  title: "Date of a scheme corrected",
  says: "The scheme was proposed, started, paused, resumed or closed on another day than was recorded",
  fields: { establishment, reason: why }
})

export const SchemeStepVoided = event("scheme", "SchemeStepVoided", {
  title: "Step of a scheme struck out",
  says: "The last step of the scheme was recorded in error and counts no longer; it stays visible",
  fields: { establishment, reason: why }
})

export const EligibilityCriteriaDecided = event("scheme", "EligibilityCriteriaDecided", {
  title: "Eligibility decided",
  says: "From this day somebody is eligible for the role who meets these criteria",
  fields: {
    establishment,
    roleProfile,
    criteria: open(someCriteria, "Criteria"),
    gap: open(whatAGapMeans, "If they do not meet all of it"),
    decidedBy: tagged("staff", idOf("staff"), "Decided by")
  }
})

export const PayBandsPublished = event("scheme", "PayBandsPublished", {
  title: "Pay bands published",
  says: "From this day workers of the scheme are paid by these bands",
  fields: {
    establishment,
    bands: open(thePayBands, "Bands"),
    decidedBy: tagged("staff", idOf("staff"), "Decided by")
  }
})

export const PayBandsReviewed = event("scheme", "PayBandsReviewed", {
  title: "Pay bands looked at",
  says: "Somebody looked at the pay bands, and they stay as they are",
  fields: { establishment, decidedBy: tagged("staff", idOf("staff"), "Decided by") }
})

export const PayEntryStruckOut = event("scheme", "PayEntryStruckOut", {
  title: "Entry about pay struck out",
  says: "That bands were published or looked at was recorded in error; it stays visible",
  fields: { establishment, reason: why }
})

export const schemeEvents = [
  SchemeProposed,
  SchemeDesignWritten,
  RoleProfilePublished,
  RoleProfileCorrected,
  SchemePolicyDecided,
  SchemePolicyCorrected,
  TrainingLeadNamed,
  TrainingLeadLeft,
  SchemePilotStarted,
  SchemeActivated,
  SchemePaused,
  SchemeResumed,
  SchemeClosed,
  SchemeStepCorrected,
  SchemeStepVoided,
  TrainingLeadStruckOut,
  EligibilityCriteriaDecided,
  PayBandsPublished,
  PayBandsReviewed,
  PayEntryStruckOut
] as const
