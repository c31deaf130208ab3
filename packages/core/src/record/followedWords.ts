/**
 * What can follow from a beginning, in the words in which a correction of that beginning is told of it.
 */
export const followedWords = {
  SUPERVISION_PLANNED: "A day to meet was set",
  SUPERVISION_HELD: "A supervision was held",
  SUPERVISION_MISSED: "A supervision was missed",
  SUPERVISION_CANCELLED: "A supervision was cancelled",
  SUPERVISOR_CHANGED: "The supervisor changed",
  SUPERVISION_ENDED: "The supervision ended",
  MENTOR_REPLACED: "Another mentor took over",
  SHADOWING_PAUSED: "The shadowing was paused",
  SHADOWING_SIGNED_OFF: "The shadowing was signed off",
  APPLIED_AGAIN: "They were proposed or applied for the role again",
  PROPOSED: "Somebody was proposed or applied",
  COHORT_PLANNED: "A cohort was planned",
  STAFF_LEFT: "They left",
  STAFF_RETURNED: "They were back in post",
  SESSION_HELD: "A session was held",
  SESSION_MADE_UP: "A trainee made up minutes of the session",
  DELIVERY_FINISHED: "The delivery of the cohort was finished",
  RESTRICTED: "The appointment was restricted",
  TASK_REFUSED: "A task was refused"
} as const

export type Followed = keyof typeof followedWords
