/**
 * The session catalogue: what is taught, by a code that stays the same whatever a timetable calls it.
 *
 * The pilot's documents call one session by two names ("Principles of Care" in the tables, "The Principles of Peer
 * Support" in the text). A code says that they are the same session; it does not say that two templates teach the same
 * content under it. That is the content version of a template, and whether one counts for the other is a decision.
 * Beside the pilot's sessions stand units of courses that lead to an award: the standards of the Care Certificate, on
 * which a prison's own modules are built, and units that peer roles elsewhere are qualified by.
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

const standard = (number: number): Source => ({ title: "The Care Certificate", at: `Standard ${number}; INV-60` })

const inBoth = pilot("S3:740-772, S3:778-786")

const catalogue = {
  COURSE_INTRODUCTION: { title: "Course Introduction", aliases: [], source: inBoth },
  PRINCIPLES: {
    title: "Principles of Care",
    aliases: ["The Principles of Peer Support"],
    source: pilot("S3:740-772, S3:778-786; by its other name S3:453-455")
  },
  COMMUNICATION: { title: "Communication in Care", aliases: [], source: inBoth },
  RESILIENCE: { title: "Building Resilience", aliases: [], source: inBoth },
  REFLECTION: {
    title: "Learning from what we do",
    aliases: ["Reflective practice"],
    source: pilot("S3:740-772, S3:778-786; by its other name S3:494-496")
  },
  OLDER_ADULTS: { title: "Care for Older Adults", aliases: [], source: inBoth },
  LOSS: { title: "Working with Loss", aliases: [], source: inBoth },
  FURTHER_INTRODUCTIONS: { title: "Further introductions", aliases: [], source: pilot("S3:740-772") },
  VULNERABILITY: { title: "Dealing with vulnerability", aliases: [], source: pilot("S3:740-772") },
  DISABILITY: { title: "Disability awareness", aliases: [], source: pilot("S3:740-772") },
  HAND_HYGIENE: { title: "Hand Hygiene", aliases: [], source: pilot("S3:389-395, S3:778-786") },
  MOVING: { title: "Moving and positioning", aliases: [], source: pilot("S3:389-395, S3:778-786") },
  CARE_ROLE: { title: "Understand your role", aliases: [], source: standard(1) },
  CARE_DEVELOPMENT: { title: "Your personal development", aliases: [], source: standard(2) },
  CARE_DUTY: { title: "Duty of care", aliases: [], source: standard(3) },
  CARE_EQUALITY: { title: "Equality and diversity", aliases: [], source: standard(4) },
  CARE_PERSON_CENTRED: { title: "Work in a person-centred way", aliases: [], source: standard(5) },
  CARE_COMMUNICATION: { title: "Communication", aliases: [], source: standard(6) },
  CARE_DIGNITY: { title: "Privacy and dignity", aliases: [], source: standard(7) },
  CARE_FLUIDS: { title: "Fluids and nutrition", aliases: [], source: standard(8) },
  CARE_AWARENESS: {
    title: "Awareness of mental health, dementia and learning disabilities",
    aliases: [],
    source: standard(9)
  },
  CARE_ADULTS: { title: "Safeguarding adults", aliases: [], source: standard(10) },
  CARE_CHILDREN: { title: "Safeguarding children", aliases: [], source: standard(11) },
  CARE_LIFE_SUPPORT: { title: "Basic life support", aliases: [], source: standard(12) },
  CARE_SAFETY: { title: "Health and safety", aliases: [], source: standard(13) },
  CARE_INFORMATION: { title: "Handling information", aliases: [], source: standard(14) },
  CARE_INFECTION: { title: "Infection prevention and control", aliases: [], source: standard(15) },
  HEALTH_IMPROVEMENT: {
    title: "Health improvement",
    aliases: [],
    source: { title: "Health trainers in prisons", at: "INV-60" }
  },
  ADVICE_AND_GUIDANCE: {
    title: "Advice and guidance",
    aliases: [],
    source: { title: "Peer advisors of the St Giles Trust", at: "INV-60" }
  }
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

/** Sessions as a sentence lists them. */
export const sayTitles = (sessions: ReadonlyArray<SessionKey>): string =>
  sessions.map((session) => sessionTitles[session]).join(", ")
