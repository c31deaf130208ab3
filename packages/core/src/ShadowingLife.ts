/**
 * What others use of shadowing: the placement, the days that count in it, and what staff decide about both.
 */
export { carriedDays, countedDays, daysUntil, firstSignOff } from "./shadowing/countedDays.ts"
export type { Day, NotCounted, OnTheDay } from "./shadowing/countedDays.ts"
export { carriedInto, DecideEarlierShadowing } from "./shadowing/EarlierDays.ts"
export { mentorNow, mentorsOf, placementOf, signOffHolds, whereTheyMeet } from "./shadowing/Placement.ts"
export type { Placement } from "./shadowing/Placement.ts"
export { isOpen, mentorOf, replacementsIn, Shadowing, ShadowingsFor, ShadowingsWith } from "./shadowing/Shadowing.ts"
export { shadowingSteps } from "./shadowing/shadowingSteps.ts"
export type { EarlierShadowing, Pause, ShadowingStatus, SignOff, Stint } from "./shadowing/Shadowing.ts"
export {
  CorrectShadowingPause,
  CorrectShadowingPerson,
  CorrectShadowingStart,
  CorrectShadowMentor,
  CorrectShadowMentorReplacement,
  VoidShadowingPause
} from "./shadowing/ShadowingCorrections.ts"
export { PauseShadowing, RecordShadowingInterruption, ResumeShadowing } from "./shadowing/ShadowingCourse.ts"
export {
  CancelShadowing,
  EndShadowingNotAchieved,
  RecordShadowingTransferOut,
  ReopenShadowing,
  SignOffShadowing,
  UpholdShadowingSignOff,
  WithdrawShadowingSignOff
} from "./shadowing/ShadowingEnd.ts"
export { PlanShadowing, ReplaceShadowMentor, StartShadowing } from "./shadowing/ShadowingStart.ts"
