/**
 * How a trainee was present at one session: the codes, as people read them.
 */
export const outcomeWords = {
  ATTENDED: "Attended",
  LATE: "Came late",
  LEFT_EARLY: "Left early",
  ABSENT_ACCEPTABLE: "Absent, with an acceptable reason",
  ABSENT_UNACCEPTABLE: "Absent, without one",
  SESSION_NOT_HELD: "The session was not held"
} as const

/** The code of how a trainee was present. */
export type Outcome = keyof typeof outcomeWords
