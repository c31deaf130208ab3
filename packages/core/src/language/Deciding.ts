/**
 * The interpreter: runs a decision one request at a time.
 *
 * `begin` is the only stepping function; a plain array, a promise and an Effect all drive it, so they cannot differ in
 * what is decided. A read is asked once and remembered: the same state for the same question, and one check for it.
 */
import { BankHolidays } from "./BankHolidays.ts"
import type { Given } from "./Command.ts"
import type { Ask, Decides, Known, Reading } from "./Decision.ts"
import type { Happened } from "./Event.ts"
import { settle } from "./Judgement.ts"
import type { Decision, Judgement } from "./Judgement.ts"
import { eventIndex } from "./Query.ts"
import type { Query } from "./Query.ts"
import { fold } from "./View.ts"
import type { View } from "./View.ts"

/** One thing that was read: which view, for which id. */
export interface Read {
  readonly view: string
  readonly id: string
  readonly query: Query
  /** False when it was only watched: its events need not be loaded. */
  readonly fold: boolean
}

/** What the decision needs next; `supply` takes the events of each read, in the order of `asks`. */
export interface Needs {
  readonly _tag: "Needs"
  readonly asks: ReadonlyArray<Read>
  supply(events: ReadonlyArray<ReadonlyArray<Happened>>): Step
}

/** The public input of a command. */
type Input = Readonly<Record<string, unknown>>

export interface Decided {
  readonly _tag: "Decided"
  readonly decides: Decides
  /** Null where a decision was made again from its evidence. */
  readonly given: Given | null
  readonly input: Input
  readonly known: Known
  readonly decision: Decision
  readonly reads: ReadonlyArray<Read>
}

export type Step = Needs | Decided

/** More reads or requests than this in one decision is a defect. */
const mostReads = 400

interface Remembered extends Read {
  readonly state: unknown
  readonly of: View<unknown>
}

const keyOf = (view: string, id: string): string => `${view} ${id}`

/** What is to be decided, and for which soft rules a reason was given. */
interface ToStep extends Pick<Decided, "decides" | "given" | "input" | "known"> {
  readonly overridden: ReadonlyArray<string>
}

/** Starts a decision. Nothing is loaded or decided before its first need is supplied. */
export const begin = (decides: Decides, given: Given, known: Known): Step =>
  stepThrough({
    decides,
    given,
    input: decides.command.publicInput(given),
    known,
    overridden: (given.overrides ?? []).map((one) => one.rule)
  })

/** Starts a decision again from its evidence: the public input, what was known, and the rules that were overridden. */
export const beginAgain = (
  decides: Decides,
  input: Input,
  known: Known,
  overridden: ReadonlyArray<string> = []
): Step => stepThrough({ decides, given: null, input, known, overridden })

const stepThrough = ({ decides, given, input, known, overridden }: ToStep): Step => {
  const running = decides.decide(input, known)
  const memory = new Map<string, Remembered>()
  let requests = 0

  const isRemembered = ({ fold: wanted, view }: Ask, id: string): boolean => {
    const remembered = memory.get(keyOf(view.name, id))
    if (remembered !== undefined && remembered.of !== view) throw new TypeError(`Two views are called ${view.name}`)
    return remembered !== undefined && (remembered.fold || !wanted)
  }

  const stateOf = (ask: Ask, id: string): unknown => memory.get(keyOf(ask.view.name, id))?.state

  const conclude = (next: IteratorResult<Ask, Judgement>): Step => {
    if (next.done !== true) return request(next.value)
    return {
      _tag: "Decided",
      decides,
      given,
      input,
      known,
      decision: settle(decides.command.name, decides.rules, next.value, overridden),
      reads: [...memory.values()].map(({ fold: folded, id, query, view }) => ({ view, id, query, fold: folded }))
    }
  }

  const request = (first: Ask): Step => {
    let ask = first
    for (;;) {
      requests += 1
      const asked = ask
      const missing = [...new Set(ask.ids)].filter((id) => !isRemembered(asked, id))
      if (requests > mostReads || memory.size + missing.length > mostReads) {
        throw new RangeError(`${decides.command.name} reads more than ${mostReads} states`)
      }
      if (missing.length > 0) return need(ask, missing)
      const next = running.next(ask.ids.map((id) => stateOf(asked, id)))
      if (next.done === true) return conclude(next)
      ask = next.value
    }
  }

  const need = (ask: Ask, missing: ReadonlyArray<string>): Needs => ({
    _tag: "Needs",
    asks: missing.map((id) => ({ view: ask.view.name, id, query: ask.view.query(id), fold: ask.fold })),
    supply: (events) => {
      missing.forEach((id, index) => {
        memory.set(keyOf(ask.view.name, id), {
          view: ask.view.name,
          id,
          query: ask.view.query(id),
          fold: ask.fold,
          of: ask.view,
          state: ask.fold ? fold(ask.view, id, events[index] ?? []) : null
        })
      })
      return conclude(running.next(ask.ids.map((id) => stateOf(ask, id))))
    }
  })

  return conclude(running.next([]))
}

/** Runs a decision over a plain array of events, in the order of the log. */
export const decideOver = (
  events: ReadonlyArray<Happened>,
  decides: Decides,
  given: Given,
  known: Known
): Decided => {
  const index = eventIndex<Happened>()
  events.forEach(index.add)
  let step = begin(decides, given, known)
  while (step._tag === "Needs") step = step.supply(step.asks.map((ask) => ask.fold ? index.matching(ask.query) : []))
  return step
}

/** Runs a decision over events that are loaded on request. Everything must be loaded as of one position. */
export const decideWith = async (
  load: (asks: ReadonlyArray<Read>) => Promise<ReadonlyArray<ReadonlyArray<Happened>>>,
  decides: Decides,
  given: Given,
  known: Known
): Promise<Decided> => {
  let step = begin(decides, given, known)
  while (step._tag === "Needs") step = step.supply(await load(step.asks))
  return step
}

/** Runs a reading, or a part of a decision that only reads, over states that are at hand. */
export const answer = <A>(reading: Reading<A>, stateOf: (view: View<unknown>, id: string) => unknown): A => {
  let next = reading.next([])
  while (next.done !== true) {
    const { ids, view } = next.value
    next = reading.next(ids.map((id) => stateOf(view, id)))
  }
  return next.value
}

/** The calendar edition that decisions of this version know. */
export const calendarEdition: string = BankHolidays.edition
