/**
 * Every decision of the life of an escalation, in the order a life goes through them.
 */
import { raiseAnonymousNote } from "./AnonymousNotes.ts"
import { correctEscalation, strikeOutEscalationEntry } from "./EscalationCorrections.ts"
import {
  closeEscalation,
  informEscalationRaiser,
  recordRaiserNotInformed,
  reopenEscalation,
  resolveEscalation,
  withdrawEscalation
} from "./EscalationEnd.ts"
import { reclassifyEscalation } from "./EscalationKind.ts"
import { keepEscalationsApart, linkEscalations } from "./EscalationLinks.ts"
import {
  acknowledgeEscalation,
  handOverEscalation,
  redirectEscalation,
  rejectEscalationBack
} from "./EscalationOwnership.ts"
import { raiseEscalation, raiseEscalationWithoutContent, raiseImmediateEscalation } from "./EscalationRaising.ts"
import { completeEscalationAction, recordEscalationAction, recordEscalationReference } from "./EscalationWork.ts"
import { recordEscalationSafetyAnswer, sendEscalationSafetyConcern } from "./PatientSafety.ts"
import { correctEscalationRaiser } from "./RaiserCorrection.ts"
import { informEscalationSubject, recordSubjectNotInformed } from "./TellingTheSubject.ts"

export const escalationDecisions = [
  raiseImmediateEscalation,
  raiseAnonymousNote,
  raiseEscalation,
  raiseEscalationWithoutContent,
  handOverEscalation,
  acknowledgeEscalation,
  rejectEscalationBack,
  redirectEscalation,
  recordEscalationAction,
  completeEscalationAction,
  recordEscalationReference,
  sendEscalationSafetyConcern,
  recordEscalationSafetyAnswer,
  reclassifyEscalation,
  linkEscalations,
  keepEscalationsApart,
  resolveEscalation,
  informEscalationRaiser,
  recordRaiserNotInformed,
  informEscalationSubject,
  recordSubjectNotInformed,
  closeEscalation,
  reopenEscalation,
  withdrawEscalation,
  correctEscalation,
  correctEscalationRaiser,
  strikeOutEscalationEntry
]
