/**
 * What others use of who is meant: identities and merges, people who are kept apart, notices of custody, changes of
 * circumstances, and the support of workers after one.
 */
export { identitiesOf, identityOf, isSamePerson, isTheirs, LinkedWith } from "./person/Identity.ts"
export type { Identity, RecordedUnder } from "./person/Identity.ts"
export { RecordLegalStatus, VoidLegalStatus } from "./person/LegalStatus.ts"
export { MergePeople, MovePersonBooking, UndoPeopleMerge, UndoPersonBookingMove } from "./person/Merges.ts"
export { isBetween, nonAssociationsOf, timesApart } from "./nonassociation/Apart.ts"
export { NonAssociation, NonAssociationsOf, nonAssociationSteps, openedOn } from "./nonassociation/NonAssociation.ts"
export { levelWords } from "./nonassociation/NonAssociationEvents.ts"
export type { Apart, NonAssociationStatus } from "./nonassociation/NonAssociation.ts"
export {
  AmendNonAssociation,
  CloseNonAssociation,
  OpenNonAssociation,
  ReopenNonAssociation,
  StrikeOutNonAssociationEntry
} from "./nonassociation/NonAssociationDecisions.ts"
export { changesOf, Circumstance, circumstanceSteps, isNew, touches } from "./circumstance/Circumstance.ts"
export type { ChangeKind, CircumstanceChange, CircumstanceStatus } from "./circumstance/Circumstance.ts"
export {
  AcknowledgeCircumstance,
  LeaveCircumstance,
  RecordCircumstanceAction,
  ReopenCircumstance
} from "./circumstance/CircumstanceDecisions.ts"
export { Notice, noticeSteps, TakeInCustodyNotice } from "./notice/Notice.ts"
export { reviewOf, Support, SupportsOf, supportSteps } from "./support/Support.ts"
export type { SupportStatus } from "./support/Support.ts"
export {
  EndWorkerSupport,
  HandOverWorkerSupport,
  OpenWorkerSupport,
  ReopenWorkerSupport,
  ReviewWorkerSupport,
  StrikeOutWorkerSupportReview,
  VoidWorkerSupport
} from "./support/supportDecisions.ts"
