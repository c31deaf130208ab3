/**
 * A rule names every limit of the scheme that its verdict turns on, so that its page shows what is in force.
 *
 * No rule is named here. Whatever is decided in games is decided again with each limit of the scheme taken away, and with
 * its bounds in its place; a rule that then says something else has to name that limit.
 */
import { describe, expect, it } from "vitest"
import type { Happened } from "../language/Event.ts"
import { check } from "../OverEvents.ts"
import { ruleBook } from "../Registry.ts"
import { limitNames, schemeLimits } from "../scheme/SchemeLimits.ts"
import type { LimitName } from "../scheme/SchemeLimits.ts"
import { indexedHistory } from "./IndexedHistory.ts"
import { begun, taught } from "./SmallCourse.ts"
import { opened, ready, running } from "./SmallPrison.ts"
import type { Turn } from "./TwoActors.ts"
import { playGame } from "./TwoActorsAtOnce.ts"

const beginnings = [opened, ready, running, begun, taught].map(({ events }) => events)

/** Counts how many limits nobody has decided, so it turns on each of them; what is decided first it names itself. */
const aboutEveryLimit = "SCHEME-1"

type Decided = Readonly<Partial<Record<LimitName, number | null>>>

/** The history as it would be had the scheme decided these limits from its first day on, or never. */
const hadItDecided = (events: ReadonlyArray<Happened>, decided: Decided): ReadonlyArray<Happened> => {
  const first = events.findIndex(({ type }) => type === "SchemePolicyDecided")
  const pattern = events[first]
  if (pattern === undefined) return events
  const others = events.filter(({ data, type }) =>
    type !== "SchemePolicyDecided" || !(String(data["limit"]) in decided)
  )
  const own = Object.entries(decided).flatMap(([limit, value]) =>
    value === null ? [] : [{ ...pattern, data: { ...pattern.data, limit, value } }]
  )
  return [...others.slice(0, first), ...own, ...others.slice(first)]
}

const bounds = [() => null, ({ min }: { min: number }) => min, ({ max }: { max: number }) => max] as const

const each = (names: ReadonlyArray<LimitName>): ReadonlyArray<Decided> =>
  bounds.map((bound) => Object.fromEntries(names.map((name) => [name, bound(schemeLimits[name])])))

const verdictsOn = ({ actor, given, now }: Turn, events: ReadonlyArray<Happened>): ReadonlyMap<string, string> =>
  new Map(check(given, events, { actor, now }).judged.map((one) => [one.rule, JSON.stringify([one.facts, one.limits])]))

/** The rules that say something else with one of these decisions. */
const turning = (turn: Turn, events: ReadonlyArray<Happened>, decisions: ReadonlyArray<Decided>) => {
  const before = verdictsOn(turn, events)
  return decisions.flatMap((decided) => {
    const after = verdictsOn(turn, hadItDecided(events, decided))
    return [...before].flatMap(([rule, said]) => after.has(rule) && after.get(rule) !== said ? [rule] : [])
  })
}

/** Each rule and each limit on which its verdict turned in the game. */
const turnsOn = (number: number): ReadonlyArray<string> => {
  const found = new Set<string>()
  const events = [...beginnings[number % beginnings.length] ?? []]
  for (const turn of playGame(number, 120, indexedHistory)) {
    if (turn.decision.judged.length > 0 && turning(turn, events, each(limitNames)).length > 0) {
      for (const name of limitNames) {
        for (const rule of turning(turn, events, each([name]))) found.add(`${rule} ${name}`)
      }
    }
    events.push(...turn.events)
  }
  return [...found].filter((one) => !one.startsWith(`${aboutEveryLimit} `))
}

const named = new Set(
  ruleBook.flatMap(({ id, restsOn, setBy }) => [...restsOn, ...Object.values(setBy)].map((name) => `${id} ${name}`))
)

describe("a rule names every limit of the scheme that its verdict turns on", () => {
  it.each([0, 1, 2, 3, 4])("in game %i", (number) => {
    const found = turnsOn(number)
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((one) => !named.has(one))).toEqual([])
  })
})
