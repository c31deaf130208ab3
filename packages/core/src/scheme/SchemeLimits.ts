/**
 * The limits that a scheme decides: what each one limits, in which unit, and who fixes it or leaves it open.
 *
 * A limit that a source fixes is a floor: it holds from the first day, and a scheme may set a stricter one. Every other
 * limit ships unset, since no document that we know gives a number; a scheme cannot start until somebody decides it.
 * The bounds only keep out slips of the pen.
 */
import { limitSays } from "../language/LimitWords.ts"
import type { LimitName } from "../language/LimitWords.ts"
import { ourChoice } from "../language/Rule.ts"
import type { Source } from "../language/Rule.ts"
import { ShadowForAtLeastTwoWeeks } from "../shadowing/rules/ShadowForAtLeastTwoWeeks.ts"

export type LimitUnit = "days" | "months" | "minutes" | "hours" | "working days" | "people" | "times" | "calendar month"

export interface SchemeLimit {
  /** What it limits, as people read it. */
  readonly says: string
  readonly unit: LimitUnit
  readonly min: number
  readonly max: number
  readonly source: Source
  /** The number that the source fixes; a scheme may decide more, never less. */
  readonly fixed: number | null
  /** A scheme runs without it: what needs it asks for it. */
  readonly whenNeeded?: true
}

const pilot = (at: string): Source => ({ title: "Peer social support training pilot", at })

const catalogue = {
  shadowingDays: {
    unit: "days",
    min: 1,
    max: 365,
    source: ShadowForAtLeastTwoWeeks.source,
    fixed: ShadowForAtLeastTwoWeeks.limits.days
  },
  supervisionEveryDays: {
    unit: "days",
    min: 1,
    max: 365,
    source: pilot("S3:684-692, which asks for regular supervision and gives no interval"),
    fixed: null
  },
  refresherEveryMonths: {
    unit: "months",
    min: 1,
    max: 120,
    source: pilot("S3:678-680, which asks for regular refreshers and gives no interval"),
    fixed: null
  },
  riskAssessmentMonths: {
    unit: "months",
    min: 1,
    max: 60,
    source: ourChoice("HMPPS services ask for a workplace risk assessment before work and leave its validity open"),
    fixed: null
  },
  mentorMonthsInRole: {
    unit: "months",
    min: 0,
    max: 120,
    source: pilot("S3:699-701, which says only experienced"),
    fixed: null
  },
  shadowersPerMentor: {
    unit: "people",
    min: 1,
    max: 20,
    source: pilot("S3:699-701, which gives no number"),
    fixed: null
  },
  minimumServiceDays: {
    unit: "days",
    min: 0,
    max: 3650,
    source: pilot("S3:699-701, which asks for shadowing first and leaves open how long the role then lasts"),
    fixed: null
  },
  lateRecordingDays: {
    unit: "days",
    min: 0,
    max: 365,
    source: ourChoice("What is written down late is remembered badly; how late is late differs between prisons"),
    fixed: null
  },
  legacyWaiverMonths: {
    unit: "months",
    min: 1,
    max: 24,
    source: pilot("S3:287-293, which found untrained workers in role and gives no term"),
    fixed: null
  },
  acknowledgeImmediateMinutes: {
    unit: "minutes",
    min: 1,
    max: 1440,
    source: ourChoice("The documents ask for named people and prompt action and give no number"),
    fixed: null
  },
  acknowledgeSameDayMinutes: {
    unit: "minutes",
    min: 1,
    max: 1440,
    source: ourChoice("The documents ask for named people and prompt action and give no number"),
    fixed: null
  },
  acknowledgeRoutineWorkingDays: {
    unit: "working days",
    min: 1,
    max: 30,
    source: ourChoice("The documents ask for named people and prompt action and give no number"),
    fixed: null
  },
  observationsBeforeAccreditation: {
    unit: "times",
    min: 0,
    max: 20,
    source: pilot("S3:356-357, S3:439-445, where local staff observed first and no number is given"),
    fixed: null,
    whenNeeded: true
  },
  accreditationMonths: {
    unit: "months",
    min: 1,
    max: 120,
    source: pilot("S3:577-579, which fears that expertise thins out and gives no term"),
    fixed: null,
    whenNeeded: true
  },
  accreditationGraceDays: {
    unit: "days",
    min: 0,
    max: 365,
    source: ourChoice("A review that is late by a day should not stop a course that is under way"),
    fixed: null,
    whenNeeded: true
  },
  refresherGraceDays: {
    unit: "days",
    min: 0,
    max: 180,
    source: ourChoice("A refresher that is booked and late by a week is neither done nor worth a suspension"),
    fixed: null,
    whenNeeded: true
  },
  settlingInDays: {
    unit: "days",
    min: 0,
    max: 180,
    source: { title: "Edinburgh prison, which allows four to five weeks", at: "INV-13: the scheme decides how long" },
    fixed: null,
    whenNeeded: true
  },
  refresherEarlyDays: {
    unit: "days",
    min: 0,
    max: 365,
    source: ourChoice("Whoever comes early should not lose weeks; how early is early enough differs"),
    fixed: null,
    whenNeeded: true
  },
  refresherMonth: {
    unit: "calendar month",
    min: 0,
    max: 12,
    source: ourChoice("INV-52: some establishments refresh everybody at once, for example every January"),
    fixed: null,
    whenNeeded: true
  },
  firstReminderDays: {
    unit: "days",
    min: 1,
    max: 365,
    source: ourChoice("INV-53: a course takes weeks to arrange; no document says how many"),
    fixed: null,
    whenNeeded: true
  },
  secondReminderDays: {
    unit: "days",
    min: 1,
    max: 365,
    source: ourChoice("INV-53: a course takes weeks to arrange; no document says how many"),
    fixed: null,
    whenNeeded: true
  },
  lastReminderDays: {
    unit: "days",
    min: 1,
    max: 365,
    source: ourChoice("INV-53: a course takes weeks to arrange; no document says how many"),
    fixed: null,
    whenNeeded: true
  },
  acknowledgeChangeWorkingDays: {
    unit: "working days",
    min: 0,
    max: 30,
    source: ourChoice("INV-118: somebody acknowledges each change; no document says how soon"),
    fixed: null,
    whenNeeded: true
  },
  ladderStepMinutes: {
    unit: "minutes",
    min: 1,
    max: 1440,
    source: ourChoice("The documents ask that somebody answers and give no number"),
    fixed: null,
    whenNeeded: true
  },
  safetyAnswerDays: {
    unit: "days",
    min: 1,
    max: 90,
    source: { title: "Healthwatch, escalation process", at: "INV-91: 20 to 30 days, as the scheme decides" },
    fixed: null,
    whenNeeded: true
  },
  supervisionGraceDays: {
    unit: "days",
    min: 0,
    max: 365,
    source: pilot("S3:684-692, INV-54, which gives no number"),
    fixed: null,
    whenNeeded: true
  },
  supervisionNoteHours: {
    unit: "hours",
    min: 0,
    max: 720,
    source: ourChoice("Services lock a session's note after some hours; how many differs"),
    fixed: null,
    whenNeeded: true
  },
  supportReviewDays: {
    unit: "days",
    min: 1,
    max: 365,
    source: {
      title: "Peer support in prison: support lasts as long as it is needed",
      at: "INV-16, which gives no number"
    },
    fixed: null,
    whenNeeded: true
  }
} as const satisfies Readonly<Record<LimitName, Omit<SchemeLimit, "says">>>

export type { LimitName } from "../language/LimitWords.ts"

/** The names of all limits. */
export const limitNames = Object.keys(catalogue) as ReadonlyArray<LimitName>

/** Every limit by its name. */
export const schemeLimits = Object.fromEntries(
  limitNames.map((name) => [name, { says: limitSays[name], ...catalogue[name] }])
) as Readonly<Record<LimitName, SchemeLimit>>

/** The limits that are decided before a scheme runs. */
export const limitsToRun = limitNames.filter((name) => schemeLimits[name].whenNeeded !== true)

/** What each limit limits, as people read it. */
export const limitWords = Object.fromEntries(
  limitNames.map((name) => [name, `${limitSays[name]} (${catalogue[name].unit})`])
) as Readonly<Record<LimitName, string>>

/** Between which numbers a limit can be decided: never below what a source fixes. */
export const boundsOf = (name: LimitName): { readonly least: number; readonly most: number } => {
  const { fixed, max, min } = schemeLimits[name]
  return { least: fixed ?? min, most: max }
}

/** Limits as a sentence lists them. */
export const sayLimits = (names: ReadonlyArray<LimitName>): string =>
  names.map((name) => limitSays[name].charAt(0).toLowerCase() + limitSays[name].slice(1)).join("; ")
