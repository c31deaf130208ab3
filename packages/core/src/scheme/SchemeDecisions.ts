/**
 * Every decision of the life of a scheme, in the order a life goes through them.
 */
import { correctRoleProfile, publishRoleProfile } from "./RoleProfileDecisions.ts"
import { decideEligibilityCriteria } from "./SchemeEligibility.ts"
import { publishPayBands, reviewPayBands, strikeOutPayEntry } from "./SchemePay.ts"
import { correctSchemePolicy, decideSchemePolicy } from "./SchemePolicyDecisions.ts"
import {
  nameTrainingLead,
  proposeScheme,
  recordTrainingLeadLeaving,
  strikeOutTrainingLead,
  writeSchemeDesign
} from "./SchemePreparation.ts"
import {
  activateScheme,
  closeScheme,
  correctSchemeStep,
  pauseScheme,
  resumeScheme,
  startSchemePilot,
  voidSchemeStep
} from "./SchemeRunning.ts"

export const schemeDecisions = [
  proposeScheme,
  writeSchemeDesign,
  publishRoleProfile,
  correctRoleProfile,
  decideSchemePolicy,
  correctSchemePolicy,
  decideEligibilityCriteria,
  publishPayBands,
  reviewPayBands,
  strikeOutPayEntry,
  nameTrainingLead,
  recordTrainingLeadLeaving,
  strikeOutTrainingLead,
  startSchemePilot,
  activateScheme,
  pauseScheme,
  resumeScheme,
  closeScheme,
  correctSchemeStep,
  voidSchemeStep
]
