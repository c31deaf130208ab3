/**
 * What every event of an appointment says it concerns: the person, the role profile, the scheme and the establishment.
 *
 * They are tags, so "everything about this person" is one query. The lists of codes that several commands share stand
 * here too.
 */
import { tagged } from "../language/Field.ts"
import { anEstablishment, idOf, oneOf } from "../language/Kind.ts"

/** The tags of every appointment event. */
export const keys = {
  person: tagged("person", idOf("person"), "Worker"),
  scheme: tagged("scheme", idOf("scheme"), "Scheme"),
  roleProfile: tagged("roleProfile", idOf("roleProfile"), "Role"),
  establishment: tagged("establishment", anEstablishment, "Establishment")
}

/** Who or what brought the person to the scheme. */
export const proposalSource = oneOf({
  STAFF: "A member of staff",
  NURSE_NOMINATION: "A nurse nominated them",
  WORKER_RECOMMENDATION: "A worker recommended them"
})

export const applicationSource = oneOf({
  SELF: "They asked of their own accord",
  WORD_OF_MOUTH: "They heard of it by word of mouth",
  NOTICE: "They saw a notice or leaflet"
})

/** Outcomes of an assessment say something about risk: they are personal, and rules see only whether it was passed. */
export const riskOutcome = oneOf({
  SUITABLE: "Suitable for this role",
  SUITABLE_WITH_CONDITIONS: "Suitable, with conditions",
  NOT_SUITABLE: "Not suitable"
})

export const clearanceOutcome = oneOf({
  CLEARED: "Cleared",
  CLEARED_WITH_CONDITIONS: "Cleared, with conditions",
  NOT_CLEARED: "Not cleared"
})

/** Whether what somebody has learned meets what the role asks for. */
export const educationMeets = oneOf({
  MEETS: "It meets what the role asks for",
  FALLS_SHORT: "It falls short of what the role asks for",
  NOT_ASKED: "The role asks for none"
})

export const suspensionReason = oneOf({
  INVESTIGATION: "Investigation",
  ADJUDICATION: "Adjudication",
  SEGREGATION: "Segregation",
  WELLBEING_RESPITE: "Respite, for their wellbeing",
  HEALTH: "Health",
  REGIME: "Regime or lockdown",
  ABSENCE: "Absence",
  OTHER: "Another reason"
})

/** Suspensions that count against a worker. Respite never does. */
export const adverseReasons: ReadonlyArray<string> = ["INVESTIGATION", "ADJUDICATION", "SEGREGATION"]

/** What ties somebody who advises to somebody who applies. */
export const selectionInterest = oneOf({
  NONE: "None",
  DEBT: "One owes the other something",
  FAMILY: "They are family",
  FRIENDSHIP: "They are friends, or fell out",
  SHARED_CELL: "They share a cell",
  OTHER: "Another interest"
})

export const selectionAdvice = oneOf({
  FOR: "For selecting them",
  AGAINST: "Against selecting them",
  NEITHER: "Neither for nor against"
})

export const declineReason = oneOf({
  RISK: "Risk assessment",
  SECURITY: "Security clearance",
  NO_PLACE: "No place at present",
  NOT_SUITABLE: "Not suitable for this role",
  WITHDREW: "They withdrew",
  OTHER: "Another reason"
})

/** What became of help that a worker was asked for and may not give. */
export const refusalAnswer = oneOf({
  PROFESSIONAL_HELPS: "A professional gives this help",
  ASSESSMENT_ASKED: "An assessment of care was asked for",
  NOT_NEEDED: "The help is not needed"
})

export const endReason = oneOf({
  COMPLETED_TERM: "Their term is complete",
  OWN_REQUEST: "Their own request",
  WITHDRAWN_BY_STAFF: "Withdrawn by staff",
  DISMISSED: "Dismissed",
  HEALTH: "Health",
  SECURITY: "Security",
  RISK_CHANGED: "Risk changed",
  SAFER_CUSTODY: "Safer custody",
  TRANSFERRED_OUT: "Transferred to another establishment",
  RELEASED: "Released",
  RELEASED_TO_HOSPITAL: "Released to hospital",
  DEPORTED: "Deported",
  DID_NOT_RETURN_FROM_COURT: "Did not return from court",
  ESCAPED: "Escaped",
  DIED: "Died",
  ROLE_CLOSED: "The role was closed",
  NEVER_STARTED: "Never started",
  OTHER: "Another reason"
})

/** Ends that staff brought about; a later selection is shown how many there were. */
export const removals: ReadonlyArray<string> = ["WITHDRAWN_BY_STAFF", "DISMISSED", "SECURITY", "RISK_CHANGED"]

export const trainingTemplate = oneOf({
  TEMPLATE_1: "Template 1 (ten sessions)",
  TEMPLATE_2: "Template 2 (nine sessions)",
  OWN: "The scheme's own training"
})

/** How the completion of a training is known. */
export const trainingEvidence = oneOf({
  REGISTER: "The register of the course",
  CERTIFICATE: "A certificate",
  ATTESTED: "Somebody who was there attests it"
})
