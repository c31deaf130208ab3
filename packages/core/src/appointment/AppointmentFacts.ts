/**
 * The facts of an appointment: its step, and what events recorded that counts until it is struck out, or for a time.
 */
import type { Happened } from "../language/Event.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { covers } from "../language/Period.ts"
import type { Period } from "../language/Period.ts"
import type { CriterionName } from "../scheme/EligibilityCriteria.ts"
import type { TaskName } from "../scheme/TaskCatalogue.ts"

/** The step that was recorded last; see `statusOn` for what is the case on a day. */
export type Step =
  | "Unknown"
  | "Proposed"
  | "Applied"
  | "UnderSelection"
  | "Selected"
  | "NotSelected"
  | "InRoleUntrained"
  | "Active"
  | "Ended"
  | "Voided"

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

/** A training that was completed. */
export interface Completed extends Fact {
  readonly template: string
  readonly decidedBy: string
  /** The first day of the training, where a training record says so. */
  readonly began?: LocalDate
}

export interface Consideration extends Fact {
  /** The criteria that were asked, and how many of them are not met; which ones stays personal. */
  readonly considered: ReadonlyArray<CriterionName>
  readonly gaps: number
}

/** What a worker who advises said of their own interest in a selection; what it is stays personal. */
export interface DeclaredInterest extends Fact {
  readonly adviser: string
  readonly conflict: boolean
}

/** Whether the legal status is one that the role asks for; a change that became known later is not in it. */
export interface LegalStatusCheck extends Fact {
  readonly meets: boolean
  /** Where it stands in the log: what was recorded later had not been seen. */
  readonly position: number
}

export interface Advice extends Fact {
  readonly adviser: string
}

/** What a worker was asked for and may not do; taken over by a professional on a day, or waiting for it. */
export interface RefusedTask extends Fact {
  readonly task: TaskName
  readonly owner: string
  readonly takenOverOn: LocalDate | null
}

export interface Suspension extends Fact, Period {
  readonly adverse: boolean
  readonly reviewBy: LocalDate
}

export interface Restriction extends Fact, Period {
  readonly tasks: ReadonlyArray<string>
  readonly areas: ReadonlyArray<string>
}

export const factOf = (event: Pick<Happened, "id" | "on">): Fact => ({ event: event.id, on: event.on })

/** The facts with one more, which the event recorded. */
export const added = <F extends Fact>(
  facts: ReadonlyArray<F>,
  event: Pick<Happened, "id" | "on">,
  says: Omit<F, keyof Fact>
): ReadonlyArray<Fact & Omit<F, keyof Fact>> => [...facts, { ...factOf(event), ...says }]

/** The facts without the one that the event recorded. */
export const without = <F extends Fact>(facts: ReadonlyArray<F>, event: string): ReadonlyArray<F> =>
  facts.filter((fact) => fact.event !== event)

/** Whatever lasts on the day ends on it. */
export const endedOn = <P extends Period>(periods: ReadonlyArray<P>, on: LocalDate): ReadonlyArray<P> =>
  periods.map((one) => covers(one, on) ? { ...one, until: on } : one)
