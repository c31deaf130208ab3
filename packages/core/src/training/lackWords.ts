/**
 * What a session that is not met lacks, from the most to the least: the codes, as people read them.
 */
export const lackWords = {
  MISSING: "All of it",
  PARTIAL: "A part of it",
  NOT_COUNTED: "Somebody accredited who taught it",
  NOT_ASSESSED: "An assessment as met"
} as const

/** The code of what a session lacks. */
export type Lack = keyof typeof lackWords
