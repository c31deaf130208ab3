/**
 * The two templates of the training pilot, as its article prints them.
 *
 * Nothing here says how long a session lasts, because the article does not. It prints its second table so that two
 * sessions stand between the days; the reading taken is named, and no rule depends on the day of a session.
 */
import type { Source } from "../language/Rule.ts"
import { sessionTitles } from "../training/SessionCatalogue.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"

/** A session of a template: what is taught, in which content, on which of its days. */
export interface TemplateSession {
  readonly session: SessionKey
  /** Another number where the same session teaches other content. */
  readonly contentVersion: number
  readonly day: number
}

export type Pattern = "HALF_DAYS" | "FULL_DAYS"

export interface PublishedTemplate {
  readonly title: string
  readonly pattern: Pattern
  readonly sessions: ReadonlyArray<TemplateSession>
  readonly source: Source
  /** How the days were read where the print leaves them open. */
  readonly reading: string
  /** Other ways to read it, by which no rule is judged otherwise. */
  readonly otherReadings: ReadonlyArray<string>
  /** Which template it came from, and why, in the words of the article. */
  readonly from: { readonly template: "TEMPLATE_1"; readonly because: ReadonlyArray<string> } | null
}

const onDay = (day: number, ...sessions: ReadonlyArray<SessionKey>): ReadonlyArray<TemplateSession> =>
  sessions.map((session) => ({ session, contentVersion: 1, day }))

const pilot = (at: string): Source => ({ title: "Peer social support training pilot", at })

const published = {
  TEMPLATE_1: {
    title: "Template 1 (ten sessions)",
    pattern: "HALF_DAYS",
    sessions: [
      ...onDay(1, "COURSE_INTRODUCTION", "PRINCIPLES"),
      ...onDay(2, "FURTHER_INTRODUCTIONS", "COMMUNICATION"),
      ...onDay(3, "VULNERABILITY", "REFLECTION"),
      ...onDay(4, "RESILIENCE", "DISABILITY"),
      ...onDay(5, "OLDER_ADULTS", "LOSS")
    ],
    source: pilot("S3:740-772"),
    reading: "Two sessions on each of five afternoons",
    otherReadings: [],
    from: null
  },
  TEMPLATE_2: {
    title: "Template 2 (nine sessions)",
    pattern: "FULL_DAYS",
    sessions: [
      ...onDay(1, "COURSE_INTRODUCTION", "PRINCIPLES"),
      { session: "OLDER_ADULTS", contentVersion: 2, day: 1 },
      ...onDay(2, "COMMUNICATION", "RESILIENCE", "LOSS"),
      ...onDay(3, "HAND_HYGIENE", "REFLECTION", "MOVING")
    ],
    source: pilot("S3:778-786"),
    reading: "Three sessions on each of three full days",
    otherReadings: [
      `${sessionTitles.LOSS} on the third day`,
      `${sessionTitles.LOSS} and ${sessionTitles.MOVING} on the second day`
    ],
    from: {
      template: "TEMPLATE_1",
      because: [
        "Some of the group expected more practical content (S3:389-395)",
        "The majority suggested that more training was needed (S3:380-384)",
        "More information on the care of people with dementia was added (S3:408-414)"
      ]
    }
  }
} as const satisfies Readonly<Record<string, PublishedTemplate>>

export type PublishedName = keyof typeof published

/** The templates by name. */
export const publishedTemplates: Readonly<Record<PublishedName, PublishedTemplate>> = published

/** What they are called. */
export const publishedTitles = {
  TEMPLATE_1: published.TEMPLATE_1.title,
  TEMPLATE_2: published.TEMPLATE_2.title
} as const

/** The sessions of the model for future training. */
export const modelSessions: ReadonlyArray<TemplateSession> = published.TEMPLATE_2.sessions
