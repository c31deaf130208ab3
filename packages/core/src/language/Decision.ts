/**
 * Decisions: pure generators that name what they read.
 *
 * A decision asks for views with `yield* read(...)` and returns a judgement. It can do nothing else: no clock, no dice,
 * no look-up. What it read is loaded for it, is the condition of its append, and stands in the event as evidence.
 */
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { RecordNothingAheadOfTheClock } from "../record/rules/RecordNothingAheadOfTheClock.ts"
import { RecordOnlyWhatHasHappened } from "../record/rules/RecordOnlyWhatHasHappened.ts"
import { StayBeforeWhatFollowed } from "../record/rules/StayBeforeWhatFollowed.ts"
import { InCustody } from "../staff/InCustody.ts"
import { ActOnlyAsStaff } from "../staff/rules/ActOnlyAsStaff.ts"
import type { Actor } from "./Actor.ts"
import type { Command, Given } from "./Command.ts"
import type { FieldProblem, Fields, PublicValues } from "./Field.ts"
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

/** What is wrong with the reasons that a command brings: each has to be for a rule that its decision asks. */
export const overrideProblems = ({ rules }: Decides, { overrides = [] }: Given): ReadonlyArray<FieldProblem> => {
  const asked = rules.map(({ id }) => id)
  const unasked = overrides.map(({ rule }) => rule).filter((rule) => !asked.includes(rule))
  return unasked.length === 0
    ? []
    : [{
      field: "overrides",
      says: `must be for rules that this command asks, and not for ${unasked.join(", ")}. It asks ${asked.join(", ")}`
    }]
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

const pastTimes = (fields: Fields): ReadonlyArray<string> =>
  Object.entries(fields)
    .filter(([, field]) => field.kind.input._tag === "DateTime" && field.kind.input.notAfterNow)
    .map(([name]) => name)

const recordedByNow = (
  names: ReadonlyArray<string>,
  input: Readonly<Record<string, unknown>>,
  now: Instant
): Verdict => {
  const times = names.map((name) => input[name]).filter((value): value is Instant => typeof value === "string")
  const latest = times.reduce((last, one) => (one > last ? one : last), times[0] ?? now)
  return RecordNothingAheadOfTheClock.asks({ latest, now })
}

/** The rules that judge one date of a command by another. */
const ofOneDate: ReadonlyArray<string> = [KeepTheOrderOfEvents.id, StayBeforeWhatFollowed.id]

/** Where a command has several dates, these rules say of which they speak: of the last one with the value judged. */
const ofWhichDate = (fields: Fields, input: Readonly<Record<string, unknown>>) => (verdict: Verdict): Verdict => {
  if (verdict.because === null || !ofOneDate.includes(verdict.rule.id)) return verdict
  const dates = Object.entries(fields).filter(([, { kind }]) => kind.input._tag === "Date")
  const [, meant] = dates.filter(([name]) => input[name] === verdict.facts["on"]).at(-1) ?? []
  return dates.length < 2 || meant === undefined
    ? verdict
    : { ...verdict, because: `${meant.question} ${verdict.because}` }
}

/**
 * Declares how a command is decided. The rules named here are those that it judges; a command that says on which day
 * something happened also judges RECORD-1, and one that says at which time RECORD-3. Every command judges STAFF-5.
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
  const [dates, times] = [pastDates(command.fields), pastTimes(command.fields)]
  const recording = [
    ...(dates.length === 0 ? [] : [RecordOnlyWhatHasHappened]),
    ...(times.length === 0 ? [] : [RecordNothingAheadOfTheClock])
  ]
  const stepping = {
    *[command.name](input: PublicValues<F> & PublicValues<P>, known: Known): Reading<Judgement> {
      const judgement = yield* decide(input, known)
      if (judgement._tag === "WrongMoment") return judgement
      const verdicts = [
        ...(dates.length === 0 ? [] : [recordedInTime(dates, input, known.today)]),
        ...(times.length === 0 ? [] : [recordedByNow(times, input, known.now)])
      ]
      const named = judgement.verdicts.map(ofWhichDate(command.fields, input))
      const acting = ActOnlyAsStaff.asks({ inCustody: yield* read(InCustody, known.actor.id) })
      return { ...judgement, verdicts: [...verdicts, ...named, acting] }
    }
  }
  return {
    command,
    rules: [...recording, ...rules, ActOnlyAsStaff],
    decide: (input, known) => (stepping[command.name] as Decides["decide"])(input, known)
  }
}
