/**
 * Whether a completion holds by what is known now: somebody in post decided it and every session is met, or no more is
 * missing than staff knew of when they upheld it. They decided about those sessions, as they were; what turns out to be
 * missing besides is asked anew.
 */
import type { LocalDate } from "../language/LocalDate.ts"
import type { Lack } from "./lackWords.ts"
import { lackWords } from "./lackWords.ts"
import { countMet, missingOf, sessionsMet } from "./sessionsMet.ts"
import type { HowMet, TrainingRecord } from "./sessionsMet.ts"
import type { Lacking } from "./TrainingFacts.ts"

const lackOf: Readonly<Record<HowMet, Lack | null>> = {
  Attended: null,
  MadeUp: null,
  Credited: null,
  Missing: "MISSING",
  Partial: "PARTIAL",
  NotCounted: "NOT_COUNTED",
  NotAssessed: "NOT_ASSESSED"
}

/** What is missing on the day, session by session. */
export const lackingOn = (record: TrainingRecord, on: LocalDate): ReadonlyArray<Lacking> =>
  sessionsMet(record, on).flatMap((one) => {
    const lacks = lackOf[one.how]
    return lacks === null ? [] : [{ session: one.session, lacks, minutes: missingOf(one) }]
  })

const fromTheMost = Object.keys(lackWords)

/** Whether the same session lacks no more than it did; where all of it was missing, nothing more can be. */
const isNoMore = (now: Lacking, then: Lacking): boolean =>
  now.session === then.session && (then.lacks === "MISSING" ||
    (now.minutes <= then.minutes && fromTheMost.indexOf(now.lacks) >= fromTheMost.indexOf(then.lacks)))

/** Whether the completion holds; upheld without a word of what was missing, it holds while no fewer sessions are met. */
export const completionHolds = (record: TrainingRecord): boolean => {
  const { completion } = record.training
  if (completion === null) return false
  const { on, sessions, upheld } = completion
  if (upheld === null && !record.deciderInPost) return false
  const missing = upheld?.missing ?? null
  if (missing === null) return countMet(record, on) >= Math.min(sessions, upheld?.met ?? sessions)
  return lackingOn(record, on).every((now) => missing.some((then) => isNoMore(now, then)))
}
