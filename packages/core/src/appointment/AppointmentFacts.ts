/**
 * The facts of an appointment: what events recorded that counts until it is struck out, or for a time.
 */
import type { Happened } from "../language/Event.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { covers } from "../language/Period.ts"
import type { Period } from "../language/Period.ts"
import type { CriterionName } from "../scheme/EligibilityCriteria.ts"

/** Something recorded by an event that can be struck out. */
export interface Fact {
  readonly event: string
  readonly on: LocalDate
}

export interface Assessment extends Fact {
  readonly passed: boolean
  /** The last day on which it is good; null when it has no end. */
  readonly validUntil: LocalDate | null
}

export interface RiskAssessment extends Assessment {
  /** The unit that it names; null where it names none, see `unitOf`. */
  readonly unit: string | null
}

export interface Consideration extends Fact {
  /** The criteria that were asked, and how many of them are not met; which ones stays personal. */
  readonly considered: ReadonlyArray<CriterionName>
  readonly gaps: number
}

export interface Suspension extends Fact, Period {
  readonly adverse: boolean
  readonly reviewBy: LocalDate
}

export interface Restriction extends Fact, Period {
  readonly tasks: ReadonlyArray<string>
  readonly areas: ReadonlyArray<string>
}

export const factOf = (event: Happened): Fact => ({ event: event.id, on: event.on })

/** The facts without the one that the event recorded. */
export const without = <F extends Fact>(facts: ReadonlyArray<F>, event: string): ReadonlyArray<F> =>
  facts.filter((fact) => fact.event !== event)

/** Whatever lasts on the day ends on it. */
export const endedOn = <P extends Period>(periods: ReadonlyArray<P>, on: LocalDate): ReadonlyArray<P> =>
  periods.map((one) => covers(one, on) ? { ...one, until: on } : one)
