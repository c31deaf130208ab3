/**
 * Decisions: pure generators that name what they read.
 *
 * A decision asks for views with `yield* read(...)` and returns a judgement. It can do nothing else: no clock, no dice,
 * no look-up. What it read is loaded for it, is the condition of its append, and stands in the event as evidence.
 */
import { RecordOnlyWhatHasHappened } from "../record/rules/RecordOnlyWhatHasHappened.ts"
import type { Actor } from "./Actor.ts"
import type { Command } from "./Command.ts"
import type { Fields, PublicValues } from "./Field.ts"
import type { Instant } from "./Instant.ts"
import type { Judgement } from "./Judgement.ts"
import { later } from "./LocalDate.ts"
import type { LocalDate } from "./LocalDate.ts"
import type { Rule, Verdict } from "./Rule.ts"
import type { View } from "./View.ts"

/** A request for states of one view. */
export interface Ask {
  readonly view: View<unknown>
  readonly ids: ReadonlyArray<string>
  /** False when only the absence of anything new matters, and no state is wanted. */
  readonly fold: boolean
  readonly "write yield* read(...), with the star": true
}

/** All that a decision has besides its command and its reads. */
export interface Known {
  readonly now: Instant
  readonly today: LocalDate
  /** The edition of the bank holiday calendar. */
  readonly calendar: string
  readonly actor: Actor
  /** What the deletable index answered: whether the prison number of the command belongs to somebody else. */
  readonly numberTaken: boolean
}

/** A decision that is waiting for states. */
export interface Reading<A> extends Generator<Ask, A, ReadonlyArray<unknown>> {}

const ask = (view: View<unknown>, ids: ReadonlyArray<string>, fold: boolean): Ask => ({
  view,
  ids,
  fold,
  "write yield* read(...), with the star": true
})

/** The state of a view for one id. */
export function* read<State>(view: View<State>, id: string): Reading<State> {
  const states = yield ask(view, [id], true)
  return states[0] as State
}

/** The states of a view for several ids, in one request: `yield*` is not possible inside `map`. */
export function* readAll<State>(view: View<State>, ids: ReadonlyArray<string>): Reading<ReadonlyArray<State>> {
  const states = yield ask(view, ids, true)
  return states as ReadonlyArray<State>
}

/** Makes the decision depend on nothing new in the view, without folding it. */
export function* watch(view: View<unknown>, id: string): Reading<void> {
  yield ask(view, [id], false)
}

/** A command, the rules that it can break, and how it is decided. */
export interface Decides {
  readonly command: Command
  readonly rules: ReadonlyArray<Rule>
  /** Decides on the public input: of a command given now, or as it stands in the evidence of an event. */
  decide(input: Readonly<Record<string, unknown>>, known: Known): Reading<Judgement>
}

const pastDates = (fields: Fields): ReadonlyArray<string> =>
  Object.entries(fields)
    .filter(([, field]) => field.kind.input._tag === "Date" && field.kind.input.notAfterToday)
    .map(([name]) => name)

const recordedInTime = (
  names: ReadonlyArray<string>,
  input: Readonly<Record<string, unknown>>,
  today: LocalDate
): Verdict => {
  const dates = names.map((name) => input[name]).filter((value): value is LocalDate => typeof value === "string")
  return RecordOnlyWhatHasHappened.asks({ latest: dates.reduce(later, dates[0] ?? today), today })
}

/**
 * Declares how a command is decided. The rules named here are those that it judges; a command that says when something
 * happened also judges RECORD-1.
 */
export const decision = <
  const Name extends string,
  const F extends Fields,
  const P extends Fields,
  const R extends ReadonlyArray<Rule>
>(
  command: Command<Name, F, P>,
  rules: R,
  decide: (
    command: PublicValues<F> & PublicValues<P>,
    known: Known
  ) => Reading<Judgement<NoInfer<R[number]["id"]>>>
): Decides => {
  const past = pastDates(command.fields)
  const named = {
    *[command.name](input: PublicValues<F> & PublicValues<P>, known: Known): Reading<Judgement> {
      const judgement = yield* decide(input, known)
      if (judgement._tag === "WrongMoment" || past.length === 0) return judgement
      return { ...judgement, verdicts: [recordedInTime(past, input, known.today), ...judgement.verdicts] }
    }
  }
  return {
    command,
    rules: past.length === 0 ? rules : [RecordOnlyWhatHasHappened, ...rules],
    decide: (input, known) => (named[command.name] as Decides["decide"])(input, known)
  }
}
