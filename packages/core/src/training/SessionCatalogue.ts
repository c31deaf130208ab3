/**
 * The session catalogue: what is taught, by a code that stays the same whatever a timetable calls it.
 *
 * The pilot's documents call one session by two names ("Principles of Care" in the tables, "The Principles of Peer
 * Support" in the text). A code says that they are the same session; it does not say that two templates teach the same
 * content under it. That is the content version of a template, and whether one counts for the other is a decision.
 */
import { oneOf } from "../language/Kind.ts"
import type { Source } from "../language/Rule.ts"

export interface CataloguedSession {
  readonly title: string
  /** What the documents call it elsewhere. */
  readonly aliases: ReadonlyArray<string>
  readonly source: Source
}

const pilot = (at: string): Source => ({ title: "Peer social support training pilot", at })

const catalogue = {
  COURSE_INTRODUCTION: { title: "Course Introduction", aliases: [], source: pilot("S3:744-745, S3:782") },
  PRINCIPLES: {
    title: "Principles of Care",
    aliases: ["The Principles of Peer Support"],
    source: pilot("S3:759-760, S3:783; by its other name S3:454")
  },
  COMMUNICATION: { title: "Communication in Care", aliases: [], source: pilot("S3:762-763, S3:782") },
  RESILIENCE: { title: "Building Resilience", aliases: [], source: pilot("S3:753-754, S3:783") },
  REFLECTION: {
    title: "Learning from what we do",
    aliases: ["Reflective practice"],
    source: pilot("S3:765-766, S3:783; by its other name S3:494-496")
  },
  OLDER_ADULTS: { title: "Care for Older Adults", aliases: [], source: pilot("S3:756-757, S3:784, S3:408-414") },
  LOSS: { title: "Working with Loss", aliases: [], source: pilot("S3:771-772, S3:786") },
  FURTHER_INTRODUCTIONS: { title: "Further introductions", aliases: [], source: pilot("S3:747-748") },
  VULNERABILITY: { title: "Dealing with vulnerability", aliases: [], source: pilot("S3:750-751") },
  DISABILITY: { title: "Disability awareness", aliases: [], source: pilot("S3:768-769") },
  HAND_HYGIENE: { title: "Hand Hygiene", aliases: [], source: pilot("S3:389-393, S3:782") },
  MOVING: { title: "Moving and positioning", aliases: [], source: pilot("S3:389-393, S3:784") }
} as const

export type SessionKey = keyof typeof catalogue

/** Every session by its code. */
export const sessionCatalogue: Readonly<Record<SessionKey, CataloguedSession>> = catalogue

/** The codes, in the order in which they are listed. */
export const sessionKeys = Object.keys(catalogue) as ReadonlyArray<SessionKey>

/** What each session is called, as people read it. */
export const sessionTitles = Object.fromEntries(
  sessionKeys.map((key) => [key, catalogue[key].title])
) as Readonly<Record<SessionKey, string>>

/** The session, by its code. */
export const aSession = oneOf(sessionTitles)
