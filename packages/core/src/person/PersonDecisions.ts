/**
 * Every decision of the life of a person, in the order a life goes through them.
 */
import { correctMovement, voidMovement } from "./MovementCorrections.ts"
import {
  recordReadmission,
  recordRelease,
  recordReturn,
  recordTemporaryDeparture,
  recordTransfer,
  recordWingChange
} from "./PersonMovements.ts"
import { correctPersonName, correctPrisonNumber, registerPerson } from "./PersonRegistration.ts"

export const personDecisions = [
  registerPerson,
  correctPersonName,
  correctPrisonNumber,
  recordTransfer,
  recordWingChange,
  recordTemporaryDeparture,
  recordReturn,
  recordRelease,
  recordReadmission,
  correctMovement,
  voidMovement
]
