/**
 * Whose work somebody's support belongs to: it is of workers only. That is everybody who works in a role, worked in one,
 * or is on the way to one, from the day on which they applied or were proposed.
 */
import type { Appointment } from "../appointment/Appointment.ts"
import { standingsOf } from "../appointment/Standing.ts"
import { readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import type { Identity } from "../person/Identity.ts"
import { limitOn, Scheme } from "../scheme/Scheme.ts"
import { ReviewSupportInTime } from "./rules/ReviewSupportInTime.ts"

/** Reads the appointments that the person holds or held, under any number; one that staff declined was never theirs. */
export function* workOfPerson({ id }: Identity): Reading<ReadonlyArray<Appointment>> {
  const [standing] = yield* standingsOf([id])
  return (standing?.appointments ?? []).filter(({ step }) => step !== "NotSelected")
}

/** Asks that the day of review is no later than the schemes of the work leave. */
export function* reviewedInTime(work: ReadonlyArray<Appointment>, on: LocalDate, reviewOn: LocalDate) {
  const schemes = yield* readAll(Scheme, [...new Set(work.map(({ scheme }) => scheme))])
  const limits = schemes.flatMap((scheme) => limitOn(scheme, "supportReviewDays", on) ?? [])
  return ReviewSupportInTime.asks({ on, reviewOn }, { days: limits.length === 0 ? null : Math.min(...limits) })
}
