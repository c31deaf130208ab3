/**
 * Counted days: which local dates count towards two weeks of shadowing.
 *
 * A date counts if the shadowing was running for the whole of it, or it is the day of the start. A pause from one date
 * until another removes the days from the first up to, but not including, the second; so does anything that keeps the
 * mentor or the new worker from working. On the day of a replacement the new mentor decides. Counted as of a date are
 * the dates before it that count, and the days shadowed elsewhere of which staff decided that they count here; so the
 * first sign-off date is the first with enough of them behind it. Days elsewhere are counted where they were served, by
 * what is known now, and never more of them than were decided.
 */
import { addDays } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { coveredBy } from "../language/Period.ts"
import { mentorOf } from "./Shadowing.ts"
import type { Shadowing } from "./Shadowing.ts"

/** What the count has to ask of other lives. */
export interface OnTheDay {
  /** Whether the mentor may work, and so be shadowed, on the day. */
  readonly mentorMayWork: (mentor: string, day: LocalDate) => boolean
  /** Whether the new worker is there and not suspended on the day. */
  readonly workerIsThere: (day: LocalDate) => boolean
  /** How many days count, by what is known now, in a shadowing elsewhere that a transfer ended. */
  readonly daysThere: (earlier: string) => number
  /** The days needed: the scheme's limit of the day on which it was planned, by what is known now. */
  readonly daysNeeded: number
}

/** Why a day does not count. */
export type NotCounted = "Paused" | "MentorNotEligible" | "WorkerNotThere"

export interface Day {
  readonly day: LocalDate
  readonly mentor: string
  /** Null where the day counts. */
  readonly without: NotCounted | null
}

const dayOf = (shadowing: Shadowing, { mentorMayWork, workerIsThere }: OnTheDay, day: LocalDate): Day => {
  const mentor = mentorOf(shadowing, day)
  if (coveredBy(shadowing.pauses, day)) return { day, mentor, without: "Paused" }
  if (!workerIsThere(day)) return { day, mentor, without: "WorkerNotThere" }
  return { day, mentor, without: mentorMayWork(mentor, day) ? null : "MentorNotEligible" }
}

/** Every date from the start until, but not including, the given one, and whether it counts. */
export const daysUntil = (shadowing: Shadowing, onTheDay: OnTheDay, until: LocalDate): ReadonlyArray<Day> => {
  const days: Array<Day> = []
  if (shadowing.startedOn === null) return days
  for (let day = shadowing.startedOn; day < until; day = addDays(day, 1)) days.push(dayOf(shadowing, onTheDay, day))
  return days
}

/** The days shadowed elsewhere that count here: those that count there, but no more than were decided. */
export const carriedDays = ({ earlier }: Shadowing, { daysThere }: OnTheDay): number =>
  earlier.reduce((sum, { counts, days, shadowing }) => counts ? sum + Math.min(days, daysThere(shadowing)) : sum, 0)

/** How many dates before the given one count, with those that were carried over. */
export const countedDays = (shadowing: Shadowing, onTheDay: OnTheDay, asOf: LocalDate): number =>
  carriedDays(shadowing, onTheDay) + daysUntil(shadowing, onTheDay, asOf).filter((day) => day.without === null).length

/** Beyond this many days from the start nothing is looked for. */
const longestSearch = 1100

/** The first date with enough counted dates behind it; null while something with no known end keeps days from counting. */
export const firstSignOff = (shadowing: Shadowing, onTheDay: OnTheDay): LocalDate | null => {
  if (shadowing.startedOn === null) return null
  let counted = carriedDays(shadowing, onTheDay)
  let day = shadowing.startedOn
  for (let searched = 0; searched < longestSearch && counted < onTheDay.daysNeeded; searched += 1) {
    if (dayOf(shadowing, onTheDay, day).without === null) counted += 1
    day = addDays(day, 1)
  }
  return counted < onTheDay.daysNeeded ? null : day
}

/** What keeps days from counting as far ahead as is looked; null where they count again. */
export const waitsFor = (shadowing: Shadowing, onTheDay: OnTheDay): NotCounted | null =>
  shadowing.startedOn === null ? null : dayOf(shadowing, onTheDay, addDays(shadowing.startedOn, longestSearch)).without
