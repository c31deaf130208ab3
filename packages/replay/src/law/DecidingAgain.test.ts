/**
 * Proves that every decision of the demo comes to the same when it is made again from the log alone, and that whatever
 * is changed in its evidence or in what it read is told.
 */
import type { Envelope, JsonObject } from "@peerwork/core"
import { beforeAll, describe, expect, it } from "vitest"
import { toldLog } from "../testing/ToldLog.ts"
import type { ToldEvent } from "../testing/ToldLog.ts"
import type { Again } from "./DecidingAgain.ts"
import { decideAgain, makeHistory, misread } from "./index.ts"
import type { Stored } from "./LawHistory.ts"

type Group = readonly [Stored, ...ReadonlyArray<Stored>]

let log: ReadonlyArray<ToldEvent> = []

beforeAll(async () => {
  log = await toldLog()
})

const historyOf = (events: ReadonlyArray<Stored>) => {
  const history = makeHistory()
  events.forEach(history.take)
  return history
}

const commandsIn = (events: ReadonlyArray<Stored>): ReadonlyArray<Group> => {
  const groups = new Map<string, [Stored, ...Array<Stored>]>()
  for (const event of events) {
    const group = groups.get(event.envelope.command.id)
    if (group === undefined) groups.set(event.envelope.command.id, [event])
    else group.push(event)
  }
  return [...groups.values()]
}

const firstOf = (command: string): Group => {
  const found = commandsIn(log).find(([{ envelope }]) => envelope.command.type === command)
  if (found === undefined) throw new Error(`The demo has no ${command}`)
  return found
}

const whatDiffers = ({ differences }: Again) => differences.map(({ what }) => what)

/** Decides the command again over a log in which one envelope was changed. */
const over = (position: number, change: (envelope: Envelope) => Envelope, command: Group) => {
  const changed = (event: Stored): Stored =>
    event.position === position ? { ...event, envelope: change(event.envelope) } : event
  const [first, ...others] = command
  return decideAgain(historyOf(log.map(changed)), [changed(first), ...others.map(changed)])
}

describe("every decision of the demo, made again from the log alone", () => {
  it("comes to the same events, by the same rules, facts, limits and reads", () => {
    const history = historyOf(log)
    const groups = commandsIn(log)
    expect(groups.length).toBeGreaterThan(400)
    const different = groups.map((group) => [group[0].position, decideAgain(history, group).differences])
      .filter(([, differences]) => !Array.isArray(differences) || differences.length > 0)
    expect(different).toEqual([])
  })

  it("judges every rule in its words, and says out of which events each state was read", () => {
    const signOff = firstOf("SignOffShadowing")
    const { judged, law, reads } = decideAgain(historyOf(log), signOff)
    expect(law).toBe(signOff[0].envelope.decision.law)
    expect(judged.find(({ rule }) => rule === "SHADOW-1")).toMatchObject({
      says: "A new worker must shadow an experienced one for at least two weeks",
      held: true,
      facts: { counted: 14 },
      limits: { days: 14 }
    })
    const { envelope: { stream }, position } = signOff[0]
    const own = log.filter((one) => one.envelope.stream === stream && one.position < position)
    expect(reads.find(({ view }) => view === "Shadowing")?.positions).toEqual(own.map((one) => one.position))
  })
})

type Path = ReadonlyArray<string>

const pathsOf = (value: unknown, path: Path = []): ReadonlyArray<Path> =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...path, name]))
    : [path]

const otherThan = (value: unknown): unknown =>
  typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${String(value)}x`

const withOther = (value: unknown, [name, ...rest]: Path): unknown => {
  if (name === undefined) return otherThan(value)
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => String(index) === name ? withOther(one, rest) : one)
  }
  return { ...value as JsonObject, [name]: withOther((value as JsonObject)[name], rest) }
}

/** Which law decides is for whoever chooses it, and reading up to a later position may come to the same. */
const mayDiffer = (path: string) => path === "decision.law" || path === "decision.upTo"

describe("a change to the evidence of a sign-off", () => {
  const parts = ({ actor, at, command, corrects, data, decision, on, stream, tags, type }: Envelope) => ({
    actor: { role: actor.role },
    command: { type: command.type },
    data,
    decision,
    on,
    stream,
    tags,
    type,
    ...(at === undefined ? {} : { at }),
    ...(corrects === undefined ? {} : { corrects })
  })

  it("is told, whichever value of it was changed", () => {
    const signOff = firstOf("SignOffShadowing")
    const [{ envelope, position }] = signOff
    const paths = pathsOf(parts(envelope)).filter((path) => !mayDiffer(path.join(".")))
    expect(paths.length).toBeGreaterThan(40)
    const history = historyOf(log)
    const untold = paths.filter((path) => {
      const changed = { position, envelope: withOther(envelope, path) as Envelope }
      return decideAgain(history, [changed]).differences.length === 0
    })
    expect(untold).toEqual([])
  })

  it.each<[string, (decision: Envelope["decision"]) => object, string]>([
    ["facts", (decision) => ({ rules: decision.rules.map((one) => ({ ...one, facts: {} })) }), "rule SHADOW-1"],
    [
      "a rule left out",
      (decision) => ({ rules: decision.rules.filter(({ id }) => id !== "SHADOW-1") }),
      "rule SHADOW-1"
    ],
    ["rules in another order", (decision) => ({ rules: [...decision.rules].reverse() }), "the order of the rules"],
    ["a read left out", (decision) => ({ reads: decision.reads.slice(1) }), "reads"],
    ["evidence from the future", () => ({ upTo: 100_000 }), "upTo"],
    ["a calendar of another edition", ({ known }) => ({ known: { ...known, calendar: "2099" } }), "known.calendar"],
    ["no evidence at all", () => ({ rules: null }), "decision"]
  ])("with %s is told by name", (_, change, what) => {
    const signOff = firstOf("SignOffShadowing")
    const again = over(
      signOff[0].position,
      (one) => ({ ...one, decision: { ...one.decision, ...change(one.decision) } }),
      signOff
    )
    expect(whatDiffers(again)).toContain(what)
  })
})

describe("a change to what a sign-off read", () => {
  const signOffOver = (type: string, change: (envelope: Envelope) => Envelope) => {
    const signOff = firstOf("SignOffShadowing")
    const { stream } = signOff[0].envelope
    const read = log.find(({ envelope }) => envelope.type === type && envelope.stream === stream)
    if (read === undefined) throw new Error(`${stream} has no ${type}`)
    return over(read.position, change, signOff)
  }

  it("changes the outcome: a shadowing that started a day later has one day too few", () => {
    const again = signOffOver("ShadowingStarted", (one) => {
      const later = (day: unknown) => String(day).replace("2016-03-21", "2016-03-22")
      return { ...one, on: later(one.on) }
    })
    expect(again.differences[0]).toEqual({ what: "outcome", recorded: "accepted", again: "refused" })
    expect(again.judged.find(({ rule }) => rule === "SHADOW-1")).toMatchObject({ held: false, facts: { counted: 13 } })
  })

  it("that this law cannot read is told with the position and the reason", () => {
    const again = signOffOver("ShadowingStarted", (one) => ({ ...one, schemaVersion: 99 }))
    expect(again.differences).toMatchObject([{ again: "future version at schemaVersion" }])
    expect(again.differences[0]?.what).toMatch(/^event at position \d+$/)
  })

  it("that came before it was written and after it was read is told: it should have been decided anew", () => {
    const signOff = firstOf("SignOffShadowing")
    const [{ envelope, position }] = signOff
    const start = log.find((one) => one.envelope.stream === envelope.stream && one.envelope.type === "ShadowingStarted")
    if (start === undefined) throw new Error("It was never started")
    // As if the start had slipped in between: it stands at a position that was not read
    const upTo = envelope.decision.upTo
    const between = { envelope: start.envelope, position: upTo + 1 }
    const moved: Stored = { envelope, position: position + 1 }
    const again = decideAgain(historyOf([...log.slice(0, upTo), between, moved]), [moved])
    expect(whatDiffers(again).some((what) => /^what came to Shadowing of .* before it was written$/.test(what))).toBe(
      true
    )
  })
})

describe("the form of an event", () => {
  it("is that of its type, of every event of the demo", () => {
    expect(log.map(misread).filter((because) => because !== null)).toEqual([])
  })

  it.each<readonly [string, (one: Envelope) => Envelope, string]>([
    ["another type of value", (one) => ({ ...one, data: { ...one.data, counted: "14" } }), "malformed, data.counted"],
    ["a value left out", (one) => ({ ...one, data: {} }), "malformed"],
    ["a type that there is not", (one) => ({ ...one, type: "ShadowingForgotten" }), "unknown type, type"],
    ["a day that there is not", (one) => ({ ...one, on: "2016-02-30" }), "malformed"]
  ])("is missed with %s", (_, change, because) => {
    const [{ envelope, position }] = firstOf("SignOffShadowing")
    expect(misread({ position, envelope: change(envelope) })).toContain(because)
  })
})

describe("events of one command", () => {
  it("that do not say the same of it are told", () => {
    const group = commandsIn(log).find((one) => one.length > 1)
    if (group === undefined) throw new Error("No command of the demo has two events")
    const [first, second, ...others] = group
    if (second === undefined) throw new Error("It has one event")
    const otherRole = { ...second.envelope, actor: { ...second.envelope.actor, role: "auditor" } }
    const again = decideAgain(historyOf(log), [first, { ...second, envelope: otherRole }, ...others])
    expect(whatDiffers(again)).toEqual([`decision of position ${second.position}`])
  })

  it("of which one is missing are fewer than were decided", () => {
    const group = commandsIn(log).find((one) => one.length > 1)
    if (group === undefined) throw new Error("No command of the demo has two events")
    expect(whatDiffers(decideAgain(historyOf(log), [group[0]]))).toContain("the number of events")
  })
})
