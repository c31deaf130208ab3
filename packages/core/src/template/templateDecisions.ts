/**
 * Every decision of the life of a training template, in the order a life goes through them.
 */
import { proposeAwardTemplate } from "./AwardTemplates.ts"
import {
  adoptTemplateAsDefault,
  introduceTemplate,
  proposeTemplateRevision,
  undoTemplateWithdrawal,
  voidTemplateAdoption,
  withdrawTemplate
} from "./TemplateChoice.ts"
import { grantTrainingEquivalence, withdrawTrainingEquivalence } from "./TrainingEquivalences.ts"

export const templateDecisions = [
  introduceTemplate,
  proposeTemplateRevision,
  proposeAwardTemplate,
  adoptTemplateAsDefault,
  voidTemplateAdoption,
  withdrawTemplate,
  undoTemplateWithdrawal,
  grantTrainingEquivalence,
  withdrawTrainingEquivalence
]
