/**
 * Every decision of the life of a person, in the order a life goes through them.
 */
import { recordLegalStatus, voidLegalStatus } from "./LegalStatus.ts"
import { mergePeople, movePersonBooking, undoPeopleMerge, undoPersonBookingMove } from "./Merges.ts"
import { correctMovement, voidMovement } from "./MovementCorrections.ts"
import {
  recordReadmission,
  recordRelease,
  recordReturn,
  recordTemporaryDeparture,
  recordTransfer,
  recordWingChange
} from "./PersonMovements.ts"
import {
  correctPersonName,
  correctPrisonNumber,
  recordPersonParticulars,
  registerPerson
} from "./PersonRegistration.ts"

export const personDecisions = [
  registerPerson,
  correctPersonName,
  recordPersonParticulars,
  correctPrisonNumber,
  recordTransfer,
  recordWingChange,
  recordTemporaryDeparture,
  recordReturn,
  recordRelease,
  recordReadmission,
  correctMovement,
  voidMovement,
  mergePeople,
  undoPeopleMerge,
  movePersonBooking,
  undoPersonBookingMove,
  recordLegalStatus,
  voidLegalStatus
]
