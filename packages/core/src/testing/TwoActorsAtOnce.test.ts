/**
 * Two who act at once break no invariant, whatever they do; and each invariant finds a history that breaks it.
 */
import { describe, expect, it } from "vitest"
import type { Happened } from "../language/Event.ts"
import { instant } from "../language/Instant.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { indexedHistory } from "./IndexedHistory.ts"
import { activate, kay, max, ready, running, shadowing, will, willsRole } from "./SmallPrison.ts"
import { playGame, watching } from "./TwoActorsAtOnce.ts"
import { invariants } from "./WhatMustHold.ts"

const signedOff = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
const active = signedOff.on("2016-04-04", activate(willsRole, "2016-04-04"))

const watched = (events: ReadonlyArray<Happened>) => () => events.forEach(watching(invariants))

/** The history with the events of one type changed, or left out and the others numbered anew. */
const changed = (type: string, change: (event: Happened) => Happened | null): ReadonlyArray<Happened> => {
  const versions = new Map<string, number>()
  return active.events.map((event) => event.type === type ? change(event) : event).filter((event) => event !== null)
    .map((event, index) => {
      versions.set(event.stream, (versions.get(event.stream) ?? 0) + 1)
      return { ...event, position: index + 1, version: versions.get(event.stream) ?? 1 }
    })
}

describe("two who act at once", () => {
  it("break no invariant, and their history replays to the same states", () => {
    const taken = Array.from({ length: 9 }, (_, number) => playGame(number, 120, indexedHistory)).flat()
    const types = new Set(taken.flatMap(({ events }) => events.map(({ type }) => type)))
    expect([taken.length > 1000, types.size > 40]).toEqual([true, true])
  })

  it("decide again where something that they read has changed, and only there", () => {
    const history = indexedHistory(running.events)
    const now = instant("2016-04-04T12:00:00.000Z")
    const acting = { actor: { id: kay, role: "coordinator" as const }, now, numberTaken: false }
    const before = history.events.length
    const given = SignOffShadowing.make({ shadowing, on: date("2016-04-04") })
    const [first, second] = [history.decide(given, acting, before), history.decide(given, acting, before)]
    expect(history.keep(first, before)?.map(({ type }) => type)).toEqual(["ShadowingSignedOff"])
    expect([second.decision._tag, history.keep(second, before)]).toEqual(["Accepted", null])
    expect(history.decide(given, acting, history.events.length).decision).toMatchObject({
      moment: { state: "SignedOff" }
    })
  })
})

describe("the invariants", () => {
  it("hold of a history that is as it should be", () => {
    expect(watched(active.events)).not.toThrow()
  })

  it.for<[string, ReadonlyArray<Happened>, RegExp]>([
    [
      "a day too few",
      changed("ShadowingSignedOff", (event) => ({ ...event, on: addDays(event.on, -1) })),
      /fourteen whole days.*after 13 days/
    ],
    ["no sign-off", changed("ShadowingSignedOff", () => null), /activated without ShadowingSignedOff/],
    ["no selection", changed("AppointmentSelected", () => null), /activated without AppointmentSelected/],
    [
      "oneself as mentor",
      changed("ShadowingPlanned", (event) => ({ ...event, data: { ...event.data, mentor: will } })),
      /beside themselves/
    ],
    [
      "a worker who decides",
      changed("AppointmentSelected", (event) => ({ ...event, actor: { ...event.actor, id: max } })),
      /whoever acts is no person in custody/
    ],
    [
      "a second open appointment",
      changed("AppointmentProposed", (event) => ({ ...event, data: { ...event.data, person: max } })),
      /second open appointment/
    ],
    ["a gap", ready.events.filter(({ position }) => position !== 3), /stands wrongly/]
  ])("find %s", ([, events, wrong]) => expect(watched(events)).toThrow(wrong))
})
