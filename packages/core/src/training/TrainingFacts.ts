/**
 * What can stand in a training record: each entry with the event by which it is known, and the day that it is of.
 */
import type { LocalDate } from "../language/LocalDate.ts"
import type { AwardKey } from "../template/AwardCatalogue.ts"
import type { Lack } from "./lackWords.ts"
import type { Outcome } from "./outcomeWords.ts"
import type { SessionKey } from "./SessionCatalogue.ts"

export interface Fact {
  readonly event: string
  readonly on: LocalDate
}

export interface Attendance extends Fact {
  readonly session: SessionKey
  readonly cohort: string
  readonly outcome: Outcome
  /** Present for so many minutes, interruptions not taken off. */
  readonly minutes: number
  /** The minutes that the session lasted. */
  readonly of: number
}

export interface MadeUp extends Fact {
  readonly session: SessionKey
  readonly missed: string
  /** The newest credit of the session by then, or the move: what that left to learn may have been taught by this. */
  readonly credit: string | null
  readonly minutes: number
  readonly deliverers: ReadonlyArray<string>
  readonly supervisedBy: string | null
}

export interface CreditGiven extends Fact {
  readonly session: SessionKey
  readonly inFull: boolean
  readonly topUpMinutes: number
  /** The training from which it comes; null where it comes from outside. */
  readonly earlier: string | null
  readonly decidedBy: string
  /** That staff decided that it stays although its equivalence does not; null where nobody had to. */
  readonly upheld: Fact | null
}

export interface Assessment extends Fact {
  readonly session: SessionKey
  readonly isMet: boolean
  readonly assessor: string
}

/** That the training goes on by another template since then. */
export interface Moved extends Fact {
  readonly from: string
  /** The entries that stood before: they count by equivalence only. */
  readonly before: ReadonlyArray<string>
  /** The move before this one. */
  readonly earlier: Moved | null
}

/** What a session lacks by what was known, and how many of its minutes. */
export interface Lacking {
  readonly session: SessionKey
  readonly lacks: Lack
  readonly minutes: number
}

export interface Upheld extends Fact {
  readonly met: number
  /** What was missing then, and no more than that is upheld; null where it was not written down. */
  readonly missing: ReadonlyArray<Lacking> | null
}

export interface Completion extends Fact {
  readonly decidedBy: string
  readonly sessions: number
  /** That staff decided that it stands although sessions are missing, the newest time; null where nobody had to. */
  readonly upheld: Upheld | null
}

export interface Certificate extends Fact {
  readonly number: number
  readonly completion: string
  /** The award that it is of, and the credits of its units; null where the training leads to none. */
  readonly award: { readonly of: AwardKey; readonly credits: number } | null
}
