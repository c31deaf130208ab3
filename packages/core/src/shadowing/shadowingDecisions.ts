/**
 * Every decision of the life of a shadowing placement, in the order a life goes through them.
 */
import {
  correctShadowingPause,
  correctShadowingPerson,
  correctShadowingStart,
  correctShadowMentor,
  voidShadowingPause
} from "./ShadowingCorrections.ts"
import { pauseShadowing, recordShadowingInterruption, resumeShadowing } from "./ShadowingCourse.ts"
import {
  cancelShadowing,
  endShadowingNotAchieved,
  recordShadowingTransferOut,
  reopenShadowing,
  signOffShadowing,
  upholdShadowingSignOff,
  withdrawShadowingSignOff
} from "./ShadowingEnd.ts"
import { planShadowing, replaceShadowMentor, startShadowing } from "./ShadowingStart.ts"

export const shadowingDecisions = [
  planShadowing,
  startShadowing,
  pauseShadowing,
  resumeShadowing,
  recordShadowingInterruption,
  replaceShadowMentor,
  signOffShadowing,
  endShadowingNotAchieved,
  cancelShadowing,
  recordShadowingTransferOut,
  upholdShadowingSignOff,
  withdrawShadowingSignOff,
  reopenShadowing,
  correctShadowingStart,
  correctShadowMentor,
  correctShadowingPerson,
  correctShadowingPause,
  voidShadowingPause
]
