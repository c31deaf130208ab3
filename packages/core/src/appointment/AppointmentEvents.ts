/**
 * What happens on the way to an appointment: proposal, selection, training, activation.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove. What happens to a worker
 * in role stands in `TenureEvents`.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aCode, aCount, aDate, idOf, oneOf, text, yesOrNo } from "../language/Kind.ts"
import { someCriteria } from "../scheme/EligibilityCriteria.ts"
import {
  applicationSource,
  clearanceOutcome,
  declineReason,
  educationMeets,
  keys,
  proposalSource,
  riskOutcome,
  selectionAdvice,
  selectionInterest,
  trainingEvidence,
  trainingTemplate
} from "./AppointmentKeys.ts"

const selection = { subject: "person", keep: "selection" } as const

export const AppointmentProposed = event("appointment", "AppointmentProposed", {
  title: "Proposed for a role",
  says: "Staff proposed the person for a role",
  fields: { ...keys, source: open(proposalSource, "Proposed by") }
})

export const AppointmentAppliedFor = event("appointment", "AppointmentAppliedFor", {
  title: "Applied for a role",
  says: "The person asked for a role themselves",
  fields: { ...keys, source: open(applicationSource, "How they heard of it") }
})

export const AppointmentSelectionBegun = event("appointment", "AppointmentSelectionBegun", {
  title: "Selection begun",
  says: "Staff began to consider the person for the role",
  fields: keys
})

const assessed = {
  ...keys,
  passed: open(yesOrNo, "Passed"),
  validUntil: open(aDate, "Valid until"),
  outcome: personal(riskOutcome, selection, "Outcome")
}

/** The first version named no unit: such an assessment is of the only unit that the worker has; see `unitOf`. */
export const RiskAssessmentRecorded = event("appointment", "RiskAssessmentRecorded", {
  title: "Risk assessment recorded",
  says: "The risk of this person in this role, and on a unit, was assessed",
  fields: assessed
}).next({ ...assessed, unit: optional(open(aCode("B_WING"), "Unit")) }).from((before) => before)

export const SecurityClearanceRecorded = event("appointment", "SecurityClearanceRecorded", {
  title: "Security clearance recorded",
  says: "Security decided whether the person is cleared for the role",
  fields: {
    ...keys,
    cleared: open(yesOrNo, "Cleared"),
    validUntil: optional(open(aDate, "Valid until")),
    outcome: personal(clearanceOutcome, selection, "Outcome")
  }
})

export const JobDescriptionAcknowledged = event("appointment", "JobDescriptionAcknowledged", {
  title: "Job description acknowledged",
  says: "The person was given the job description and acknowledged it",
  fields: { ...keys, version: open(aCount(1), "Version") }
})

const weighed = {
  ...keys,
  mismatches: open(aCount(0, 10), "Facts that speak against it"),
  earlierRemovals: open(aCount(), "Earlier removals by staff"),
  otherRoles: open(aCount(), "Other roles held"),
  daysExpected: open(aCount(), "Days expected at the establishment"),
  incentiveLevel: personal(
    oneOf({ BASIC: "Basic", STANDARD: "Standard", ENHANCED: "Enhanced" }),
    selection,
    "Incentive level"
  ),
  workplaceRisk: personal(oneOf({ LOW: "Low", MEDIUM: "Medium", HIGH: "High" }), selection, "Workplace risk"),
  expectedUntil: personal(aDate, selection, "Expected at the establishment until"),
  reasons: personal(text(2000, true), selection, "Reasons")
}

/** The first version knew nothing of what the person had learned. */
export const AppointmentSelected = event("appointment", "AppointmentSelected", {
  title: "Selected",
  says: "Staff selected the person, having been shown what speaks for and against it",
  fields: weighed
}).next({
  ...weighed,
  learned: optional(personal(text(1000, true), selection, "What they have learned")),
  education: optional(personal(educationMeets, selection, "Education"))
}).from((before) => before)

export const EligibilityConsidered = event("appointment", "EligibilityConsidered", {
  title: "Eligibility considered",
  says: "Staff considered, criterion by criterion, whether the person meets what the scheme asks for",
  fields: {
    ...keys,
    considered: open(someCriteria, "Criteria considered"),
    gaps: open(aCount(0, 50), "Criteria not met"),
    met: personal(someCriteria, selection, "Criteria met"),
    notMet: personal(someCriteria, selection, "Criteria that are not met")
  }
})

const adviser = tagged("person", idOf("person"), "Who advises")

export const SelectionInterestDeclared = event("appointment", "SelectionInterestDeclared", {
  title: "Interest in a selection declared",
  says: "A worker who may advise said whether anything ties them to the person",
  fields: {
    ...keys,
    adviser,
    conflict: open(yesOrNo, "An interest was declared"),
    interest: personal(selectionInterest, { subject: "adviser", keep: "selection" }, "Interest")
  }
})

export const SelectionAdviceRecorded = event("appointment", "SelectionAdviceRecorded", {
  title: "Advice on a selection recorded",
  says: "An experienced worker advised on the selection; staff decide",
  fields: {
    ...keys,
    adviser,
    advice: personal(selectionAdvice, selection, "Advice"),
    because: optional(personal(text(1000, true), selection, "What they said"))
  }
})

export const AppointmentLegalStatusChecked = event("appointment", "AppointmentLegalStatusChecked", {
  title: "Legal status checked",
  says:
    "Staff checked whether the person is held on a ground that the role asks for; which ground it is stays personal",
  fields: { ...keys, meets: open(yesOrNo, "It is one that the role asks for") }
})

export const AppointmentDeclined = event("appointment", "AppointmentDeclined", {
  title: "Not selected",
  says: "Staff decided not to select the person",
  fields: {
    ...keys,
    canReapplyFrom: optional(open(aDate, "Can apply again from")),
    reason: personal(declineReason, selection, "Reason")
  }
})

export const AppointmentTrainingRecorded = event("appointment", "AppointmentTrainingRecorded", {
  title: "Training completed",
  says: "It was decided that the person has completed the training of the role",
  fields: {
    ...keys,
    template: open(trainingTemplate, "Template"),
    evidence: open(trainingEvidence, "Known from"),
    decidedBy: tagged("staff", idOf("staff"), "Decided by")
  }
})

export const AppointmentActivated = event("appointment", "AppointmentActivated", {
  title: "Appointed",
  says: "From this day the worker may work alone in the role",
  fields: {
    ...keys,
    supervisor: tagged("staff", idOf("staff"), "Supervisor"),
    firstSupervisionOn: open(aDate, "First supervision"),
    payBand: optional(open(aCount(1, 9), "Pay band")),
    identityItemOffered: open(yesOrNo, "Identity item offered")
  }
})

export const LegacyWorkerRegistered = event("appointment", "LegacyWorkerRegistered", {
  title: "Registered as already in role",
  says: "The worker has been in the role, untrained, since before the scheme, and may be until the waiver ends",
  fields: {
    ...keys,
    inRoleSince: open(aDate, "In role since"),
    waiverUntil: open(aDate, "Waiver until"),
    attestedBy: tagged("staff", idOf("staff"), "Attested by")
  }
})

export const LegacyWorkerRegularised = event("appointment", "LegacyWorkerRegularised", {
  title: "Regularised",
  says: "The worker who was in role before the scheme is trained and supervised, and the waiver is closed",
  fields: {
    ...keys,
    supervisor: tagged("staff", idOf("staff"), "Supervisor"),
    firstSupervisionOn: open(aDate, "First supervision")
  }
})

export const AppointmentRefresherRecorded = event("appointment", "AppointmentRefresherRecorded", {
  title: "Training refreshed",
  says: "It was decided that the worker has refreshed the training of the role",
  fields: {
    ...keys,
    evidence: open(trainingEvidence, "Known from"),
    decidedBy: tagged("staff", idOf("staff"), "Decided by")
  }
})

export const AppointmentBoundToUnit = event("appointment", "AppointmentBoundToUnit", {
  title: "Bound to a unit",
  says: "From this day the worker works on this unit",
  fields: {
    ...keys,
    unit: open(aCode("B_WING"), "Unit"),
    formerUnit: optional(open(aCode("A_WING"), "Unit until then"))
  }
})

export const entryEvents = [
  AppointmentProposed,
  AppointmentAppliedFor,
  AppointmentSelectionBegun,
  RiskAssessmentRecorded,
  SecurityClearanceRecorded,
  JobDescriptionAcknowledged,
  AppointmentSelected,
  AppointmentDeclined,
  AppointmentTrainingRecorded,
  AppointmentActivated,
  LegacyWorkerRegistered,
  LegacyWorkerRegularised,
  AppointmentRefresherRecorded,
  AppointmentBoundToUnit,
  EligibilityConsidered,
  SelectionInterestDeclared,
  SelectionAdviceRecorded,
  AppointmentLegalStatusChecked
] as const
