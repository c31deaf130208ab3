/**
 * Every decision of the life of a training template, in the order a life goes through them.
 */
import {
  adoptTemplateAsDefault,
  introduceTemplate,
  proposeTemplateRevision,
  voidTemplateAdoption,
  withdrawTemplate
} from "./TemplateChoice.ts"
import { grantTrainingEquivalence, withdrawTrainingEquivalence } from "./TrainingEquivalences.ts"

export const templateDecisions = [
  introduceTemplate,
  proposeTemplateRevision,
  adoptTemplateAsDefault,
  voidTemplateAdoption,
  withdrawTemplate,
  grantTrainingEquivalence,
  withdrawTrainingEquivalence
]
