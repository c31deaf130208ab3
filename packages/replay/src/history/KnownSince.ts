/**
 * What has become known of a day since: the facts that are otherwise by all that is known now, each with the event that
 * made it so.
 *
 * Both sides are of the same day. What is dated later is left out of both, whenever it was recorded: that the days went
 * on is nothing that became known.
 */
import { type AsOf, type Standing, standingOf } from "../law/HowItStands.ts"
import type { LawHistory } from "../law/LawHistory.ts"
import { type ChangedFact, changesBetween, type Fact } from "./FactsOf.ts"

/** A fact of the day that is known otherwise now. */
export interface KnownSince extends ChangedFact {
  /** The position of the event with which it became as it is known now. */
  readonly position: number
}

/** The moment, and how its facts are told. */
export interface AskingSince {
  readonly stream: string
  readonly moment: AsOf
  /** The newest position of the log. */
  readonly head: number
  readonly facts: (standing: Standing | null) => ReadonlyArray<Fact>
}

const sameValue = (a: Fact["value"], b: Fact["value"]): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A history whose questions are all asked up to the head: it is loaded once, and answers for every position before. */
const readOnce = (history: LawHistory, head: number): LawHistory => ({
  ...history,
  about: (query, upTo, after = 0) => history.about(query, head, after).filter(({ position }) => position <= upTo)
})

/** Compares what was known of the day with what is known of it now; halving finds the event behind each difference. */
export const knownSince = (
  history: LawHistory,
  { facts, head, moment, stream }: AskingSince
): ReadonlyArray<KnownSince> => {
  const once = readOnce(history, head)
  const told = new Map<number, ReadonlyArray<Fact>>()
  const factsAt = (upTo: number): ReadonlyArray<Fact> => {
    const known = told.get(upTo) ?? facts(standingOf(once, stream, { ...moment, upTo, asAt: moment.day }))
    told.set(upTo, known)
    return known
  }
  const valueAt = (upTo: number, name: string) => factsAt(upTo).find(({ key }) => key === name)?.value ?? null
  const broughtAt = ({ after, key }: ChangedFact): number => {
    let [otherwise, so] = [moment.upTo, head]
    while (so - otherwise > 1) {
      const middle = Math.floor((otherwise + so) / 2)
      if (sameValue(valueAt(middle, key), after)) so = middle
      else otherwise = middle
    }
    return so
  }
  return changesBetween(factsAt(moment.upTo), factsAt(head))
    .map((change) => ({ ...change, position: broughtAt(change) }))
}
