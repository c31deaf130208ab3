/**
 * A rule names every limit of the scheme that its verdict turns on, so that its page shows what is in force.
 *
 * No rule is named here. Whatever is decided in games is decided again with each limit of the scheme taken away, and with
 * its bounds in its place; a rule that then says something else has to name that limit.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { instant } from "../language/Instant.ts"
import { date } from "../language/LocalDate.ts"
import { check } from "../OverEvents.ts"
import { ruleBook } from "../Registry.ts"
import { limitNames, schemeLimits } from "../scheme/SchemeLimits.ts"
import type { LimitName } from "../scheme/SchemeLimits.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { indexedHistory } from "./IndexedHistory.ts"
import { begun, taught } from "./SmallCourse.ts"
import { activate, coordinator, max, opened, plan, ready, running, shadowing, willsRole } from "./SmallPrison.ts"
import type { Turn } from "./TwoActors.ts"
import { playGame } from "./TwoActorsAtOnce.ts"

const beginnings = [opened, ready, running, begun, taught].map(({ events }) => events)

/**
 * What is decided about a limit is judged by rules on every limit, and what is dated by rules on every date: whatever
 * follows from another day says so itself.
 */
const ofEverything = ["SCHEME-1", "SCHEME-4", "RECORD-1", "RECORD-2"]

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
  return [...found].filter((one) => !ofEverything.some((rule) => one.startsWith(`${rule} `)))
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

  // What games seldom come to: two and a half years after Will was trained, he is to shadow Max, and to be appointed
  it("of what has lapsed, also by graces that nobody has decided yet", () => {
    const signedOff = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
    const on = date("2016-09-19")
    const turn = (given: Given): Turn => ({
      given,
      actor: coordinator,
      now: instant("2018-09-19T12:00:00.000Z"),
      decision: check(given, signedOff.events, { actor: coordinator, today: on }),
      events: []
    })
    const limitsOf = (id: string, given: Given, events: ReadonlyArray<Happened>) =>
      limitNames.filter((name) => turning(turn(given), events, each([name])).includes(id))
    const restsOn = (id: string) => ruleBook.find((one) => one.id === id)?.restsOn
    const activated = activate(willsRole, "2018-09-19")
    expect(limitsOf("APPOINTMENT-13", activated, signedOff.events)).toEqual([
      "refresherEveryMonths",
      "refresherGraceDays",
      "refresherMonth"
    ])
    expect(restsOn("APPOINTMENT-13")).toEqual(
      expect.arrayContaining(limitsOf("APPOINTMENT-13", activated, signedOff.events))
    )
    const beside = plan("2018-09-20", max, "2018-09-19")
    expect(limitsOf("SHADOW-8", beside, ready.events)).toEqual(["refresherEveryMonths"])
    expect(limitsOf("SUPERVISION-6", beside, ready.events)).toEqual(["supervisionGraceDays"])
    expect(restsOn("SUPERVISION-6")).toContain("supervisionGraceDays")
  })
})
