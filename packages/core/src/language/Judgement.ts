/**
 * Judgements: what a decision concludes, before anybody's reasons for an exception are weighed.
 *
 * Either every rule was asked and these events follow if none stands in the way, or the life is in the wrong state and
 * no rule was asked. A refusal always carries all that is wrong at once.
 */
import type { Actor } from "./Actor.ts"
import type { JsonObject } from "./Envelope.ts"
import type { Happened, Occurrence } from "./Event.ts"
import { localDateOf, localTimeOf } from "./Instant.ts"
import type { Instant } from "./Instant.ts"
import { say } from "./LocalDate.ts"
import type { LocalDate } from "./LocalDate.ts"
import type { Limits, Rule, Source, Strength, Verdict } from "./Rule.ts"

/** When and by whom a life last changed its state. */
export interface Change {
  readonly on: LocalDate
  readonly recordedAt: Instant
  readonly by: Actor
}

/** The change that an event made. */
export const changeBy = (event: Happened): Change => ({ on: event.on, recordedAt: event.recordedAt, by: event.actor })

/** The life is in the wrong state: which, since when, by whom, and what is possible now. */
export interface Moment {
  readonly life: string
  readonly state: string
  readonly since: Change | null
  readonly possible: ReadonlyArray<string>
  /** The state as a sentence without a full stop, without the name of who acted. */
  readonly says: string
}

/** One rule as it was judged, as plain values. `held` is null where the rule was not judged. */
export interface Judged {
  readonly rule: string
  readonly says: string
  readonly source: Source
  readonly strength: Strength
  readonly held: boolean | null
  readonly facts: JsonObject
  readonly limits: Limits
  /** What would make it pass; null where it held or was not judged. */
  readonly because: string | null
  /** The first date that will do. */
  readonly earliest: LocalDate | null
  /** Whether somebody recorded a reason for not following it. */
  readonly override: boolean
}

export interface Accepted {
  readonly _tag: "Accepted"
  readonly events: ReadonlyArray<Occurrence>
  readonly judged: ReadonlyArray<Judged>
}

export interface Refused {
  readonly _tag: "Refused"
  readonly judged: ReadonlyArray<Judged>
  /** Null where rules were broken; otherwise the moment was wrong and no rule was judged. */
  readonly moment: Moment | null
}

/** What became of a command: plain values, nothing thrown. */
export type Decision = Accepted | Refused

/** What a decision returns. */
export type Judgement<Id extends string = string> =
  | {
    readonly _tag: "Judged"
    readonly verdicts: ReadonlyArray<Verdict<Id>>
    readonly events: () => ReadonlyArray<Occurrence>
  }
  | { readonly _tag: "WrongMoment"; readonly moment: Moment }

/** Asks every rule; the events are made only when none stands in the way. */
export const judge = <const V extends ReadonlyArray<Verdict>>(...verdicts: V) => ({
  accept: (events: () => ReadonlyArray<Occurrence>): Judgement<V[number]["rule"]["id"]> => ({
    _tag: "Judged",
    verdicts,
    events
  })
})

/** `UnderSelection` as people read it: `under selection`. */
export const wordsOf = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase()

/** The time of recording is told only where it was recorded on the day: later it says nothing about when it was. */
const sayWhen = ({ on, recordedAt }: Change): string =>
  localDateOf(recordedAt) === on ? `${localTimeOf(recordedAt)} on ${say(on)}` : say(on)

const sayState = (life: string, state: string, since: Change | null, first: ReadonlyArray<string>): string => {
  const then = first.length === 0 ? "" : `. First ${first.join(", then ")}`
  if (since === null) return `There is no such ${life}${then}`
  const inState = `${wordsOf(state)} since ${sayWhen(since)}`
  return first.length === 0
    ? `The ${life} is already ${inState}`
    : `The ${life} is ${inState}${then}`
}

/**
 * The moment is wrong: says which state the life is in, since when, and what comes first (see `whatComesFirst`); or the
 * sentence given.
 */
export const wrongMoment = (
  life: string,
  state: string,
  since: Change | null,
  possible: ReadonlyArray<string>,
  says?: string,
  first: ReadonlyArray<string> = []
): Judgement<never> => ({
  _tag: "WrongMoment",
  moment: { life, state, since, possible, says: says ?? sayState(life, state, since, first) }
})

/** A verdict as plain values. */
export const judgedOf = (verdict: Verdict, override = false): Judged => ({
  rule: verdict.rule.id,
  says: verdict.rule.says,
  source: verdict.rule.source,
  strength: verdict.rule.strength,
  held: verdict.held,
  facts: verdict.facts,
  limits: verdict.limits,
  because: verdict.because,
  earliest: verdict.earliest,
  override
})

const notJudged = (rule: Rule): Judged => ({
  rule: rule.id,
  says: rule.says,
  source: rule.source,
  strength: rule.strength,
  held: null,
  facts: {},
  limits: rule.limits,
  because: null,
  earliest: null,
  override: false
})

/** Whether the rule, judged like this, refuses the command. */
export const refuses = (judged: Judged): boolean =>
  judged.held === false && judged.strength !== "alert" && !judged.override

/**
 * Weighs a judgement against the declared rules and the reasons given for exceptions. Accepting without having judged
 * a declared rule is a defect of the decision and throws.
 */
export const settle = (
  name: string,
  declared: ReadonlyArray<Rule>,
  judgement: Judgement,
  overridden: ReadonlyArray<string>
): Decision => {
  if (judgement._tag === "WrongMoment") {
    return { _tag: "Refused", judged: declared.map(notJudged), moment: judgement.moment }
  }
  const judged = judgement.verdicts.map((verdict) =>
    judgedOf(verdict, !verdict.held && verdict.rule.strength === "soft" && overridden.includes(verdict.rule.id))
  )
  if (judged.some(refuses)) {
    const missing = declared.filter((rule) => judged.every((one) => one.rule !== rule.id))
    return { _tag: "Refused", judged: [...judged, ...missing.map(notJudged)], moment: null }
  }
  const left = declared.filter((rule) => judged.every((one) => one.rule !== rule.id)).map((rule) => rule.id)
  if (left.length > 0) throw new TypeError(`${name} accepted without judging ${left.join(", ")}`)
  return { _tag: "Accepted", events: judgement.events(), judged }
}
