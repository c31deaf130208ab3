/**
 * Two people who are kept apart: whichever way round it was stored, as far as its level reaches, from the day on which
 * it opened until the day on which it closed; and what that does to a shadowing, without ever saying why.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { check, decide } from "../OverEvents.ts"
import { MergePeople, UndoPeopleMerge } from "../person/Merges.ts"
import { daysUntil, firstSignOff } from "../shadowing/countedDays.ts"
import { PauseShadowing, ResumeShadowing } from "../shadowing/ShadowingCourse.ts"
import { ReplaceShadowMentor } from "../shadowing/ShadowingStart.ts"
import { given, laws } from "../testing.ts"
import {
  id,
  max,
  mo,
  placementIn,
  plan,
  ready,
  running,
  shadowing,
  start,
  stateIn,
  wes,
  will
} from "../testing/SmallPrison.ts"
import { NonAssociation, NonAssociationsOf, reaches } from "./NonAssociation.ts"
import {
  AmendNonAssociation,
  CloseNonAssociation,
  OpenNonAssociation,
  ReopenNonAssociation,
  StrikeOutNonAssociationEntry
} from "./NonAssociationDecisions.ts"
import type { Level } from "./NonAssociationEvents.ts"

const reason = "Something that nobody else may read"
const between = id(51)
const open = (
  on: string,
  level: Level = "LANDING",
  [person, other] = [will, max] as readonly [string, string],
  of = between
) => OpenNonAssociation.make({ nonassociation: of, person, other, level, reason, on: date(on) })
const amend = (on: string, level: Level) =>
  AmendNonAssociation.make({ nonassociation: between, level, reason, on: date(on) })
const close = (on: string) => CloseNonAssociation.make({ nonassociation: between, reason, on: date(on) })
const reopen = (on: string, level: Level = "WING") =>
  ReopenNonAssociation.make({ nonassociation: between, level, reason, on: date(on) })
const strike = (entry: string) => StrikeOutNonAssociationEntry.make({ nonassociation: between, entry, reason })
const momentOf = (events: ReadonlyArray<Happened>, command: Given, on = "2016-04-04") => {
  const decision = check(command, events, { today: date(on) })
  return decision._tag === "Refused" ? decision.moment?.says ?? null : "accepted"
}
const lastId = (events: ReadonlyArray<Happened>) => events.at(-1)?.id ?? ""
const first = (events: ReadonlyArray<Happened>) => {
  const { onTheDay, shadowing: state } = placementIn(events)
  return firstSignOff(state, onTheDay)
}

describe("a non-association", () => {
  const told = ready
    .on("2016-03-01", open("2016-03-01"))
    .on("2016-03-10", amend("2016-03-10", "WING"))
    .on("2016-03-20", close("2016-03-20"))
    .on("2016-04-01", reopen("2016-04-01", "CELL"))

  it("is opened, amended, closed and opened again, each from its day", () => {
    const { apart, other, person, status } = stateIn(NonAssociation, between, told.events)
    expect({ status, person, other, apart }).toEqual({
      status: "Open",
      person: will,
      other: max,
      apart: [
        { level: "LANDING", from: "2016-03-01", until: "2016-03-10" },
        { level: "WING", from: "2016-03-10", until: "2016-03-20" },
        { level: "CELL", from: "2016-04-01", until: null }
      ]
    })
    expect([will, max, mo].map((one) => stateIn(NonAssociationsOf, one, told.events))).toEqual([
      [between],
      [between],
      []
    ])
  })

  it("says nowhere why", () => expect(JSON.stringify(told.events)).not.toContain(reason))

  it.each([
    [
      "a second of the same two",
      open("2016-04-02", "CELL", [will, max], id(52)),
      "A non-association of the two is open since 1 March 2016"
    ],
    [
      "a second the other way round",
      open("2016-04-02", "CELL", [max, will], id(52)),
      "A non-association of the two is open since 1 March 2016"
    ],
    [
      "with oneself",
      open("2016-04-02", "CELL", [mo, mo], id(52)),
      "A non-association is between two people, and these are one"
    ],
    [
      "with nobody",
      open("2016-04-02", "CELL", [mo, id(99)], id(52)),
      "other: nobody is registered under this id. Register them first, or correct the id"
    ],
    [
      "of nobody",
      open("2016-04-02", "CELL", [id(99), mo], id(52)),
      "person: nobody is registered under this id. Register them first, or correct the id"
    ],
    ["amended to the same", amend("2016-04-02", "CELL"), "They are kept apart at that level already"],
    ["opened again while it is open", reopen("2016-04-02"), "The non-association is open"],
    ["of which an entry is not there", strike(id(99)), "The non-association has no such entry"]
  ])("%s is told why not", (_, command, says) => expect(momentOf(told.events, command)).toBe(says))

  it("keeps the order of its days, and repeating changes nothing", () => {
    given(told.events).on("2016-04-04").when(close("2016-03-31")).isRefusedBy("RECORD-2")
    for (const command of [amend("2016-04-02", "WING"), close("2016-04-02"), strike(lastId(told.events))]) {
      laws.repeating(told.events, command, date("2016-04-04"))
    }
    laws.replay(NonAssociation, between, told.events)
    laws.stored(told.events)
  })

  it("is put right: an entry struck out, or all of it with its beginning", () => {
    const notClosed = told.events.find(({ type }) => type === "NonAssociationClosed")?.id ?? ""
    const without = told.on("2016-04-04", strike(notClosed))
    expect(stateIn(NonAssociation, between, without.events).apart.map(({ level, until }) => [level, until]))
      .toEqual([["LANDING", "2016-03-10"], ["WING", "2016-04-01"], ["CELL", null]])
    const beginning = told.events.find(({ type }) => type === "NonAssociationOpened")?.id ?? ""
    const voided = told.on("2016-04-04", strike(beginning))
    expect(stateIn(NonAssociation, between, voided.events)).toMatchObject({ status: "Voided", apart: [] })
    given(voided.events).on("2016-04-04").when(open("2016-03-01", "WING", [max, will], id(52))).isAccepted()
  })

  it("reaches as far as its level, and never further", () => {
    const levels = ["CELL", "LANDING", "WING", "ESTABLISHMENT"] as const
    expect(levels.map((level) => levels.filter((place) => reaches(level, place)))).toEqual([
      ["CELL"],
      ["CELL", "LANDING"],
      ["CELL", "LANDING", "WING"],
      ["CELL", "LANDING", "WING", "ESTABLISHMENT"]
    ])
  })
})

describe("a shadowing of two who are kept apart", () => {
  it.each([[will, max], [max, will]] as const)(
    "is neither planned nor begun nor gone on with: %s and %s",
    (person, other) => {
      const apart = ready.on("2016-03-15", open("2016-03-14", "LANDING", [person, other]))
      const { decision } = given(apart.events).on("2016-03-15").when(plan("2016-03-21")).isRefusedBy("SHADOW-7")
        .says("SHADOW-7", "The two are not to be brought together on that day. Choose another mentor")
      expect(JSON.stringify(decision)).not.toMatch(/LANDING|Something/)
      const planned = ready.on("2016-03-15", plan("2016-03-21")).on(
        "2016-03-20",
        open("2016-03-20", "WING", [person, other])
      )
      given(planned.events).on("2016-03-21").when(start("2016-03-21")).isRefusedBy("SHADOW-7")
      const paused = running.on(
        "2016-03-25",
        PauseShadowing.make({ shadowing, from: date("2016-03-25"), reason: "NON_ASSOCIATION" })
      )
        .on("2016-03-26", open("2016-03-25", "LANDING", [person, other]))
      given(paused.events).on("2016-03-29").when(ResumeShadowing.make({ shadowing, on: date("2016-03-29") }))
        .isRefusedBy("SHADOW-7")
      const replace = ReplaceShadowMentor.make({ shadowing, mentor: mo, on: date("2016-03-26"), reason })
      given(paused.events).on("2016-03-29").when(replace).isAccepted()
      const withMo = paused.on("2016-03-26", open("2016-03-25", "LANDING", [mo, will], id(52)))
      given(withMo.events).on("2016-03-29").when(replace).isRefusedBy("SHADOW-7")
    }
  )

  it("of one cell only goes on: they do not meet in a cell", () => {
    const apart = ready.on("2016-03-15", open("2016-03-14", "CELL"))
    given(apart.events).on("2016-03-15").when(plan("2016-03-21")).isAccepted()
  })

  // Seven days count, from 21 to 27 March; from 4 April, when it closes, seven more until 10 April
  it("counts no day from the one on which it opened until it closes", () => {
    const apart = running.on("2016-03-29", open("2016-03-28", "LANDING", [max, will]))
    expect([first(running.events), first(apart.events)]).toEqual(["2016-04-04", null])
    expect(first(apart.on("2016-04-04", close("2016-04-04")).events)).toBe("2016-04-11")
  })

  it("is as it was once the two numbers are one person, or the merge is undone", () => {
    // Max is kept apart from Wes, who turns out to be Will
    const apart = running.on("2016-03-22", open("2016-03-22", "WING", [wes, max]))
    expect(first(apart.events)).toBe("2016-04-04")
    const merged = apart.on("2016-03-28", MergePeople.make({ person: wes, into: will, on: date("2016-03-28"), reason }))
    expect(first(merged.events)).toBe(null)
    const undone = merged.on("2016-03-29", UndoPeopleMerge.make({ person: wes, on: date("2016-03-29"), reason }))
    expect(first(undone.events)).toBe("2016-04-04")
    // Kept apart from themselves is nobody
    const self = running.on("2016-03-22", open("2016-03-22", "WING", [wes, will]))
      .on("2016-03-28", MergePeople.make({ person: wes, into: will, on: date("2016-03-28"), reason }))
    expect(first(self.events)).toBe("2016-04-04")
  })

  it("over any opening, level and closing: exactly the days outside count", () => {
    const level = fc.constantFrom<Level>("CELL", "LANDING", "WING", "ESTABLISHMENT")
    const days = fc.nat(20)
    fc.assert(
      fc.property(level, days, days, fc.boolean(), (how, opened, lasted, swapped) => {
        const [from, until] = [addDays(date("2016-03-15"), opened), addDays(date("2016-03-15"), opened + lasted)]
        const today = date("2016-04-30")
        const pair = swapped ? [max, will] as const : [will, max] as const
        const { events } = decide(close(until), decide(open(from, how, pair), running.events, { today }).events, {
          today
        })
        const { onTheDay, shadowing: state } = placementIn(events)
        for (const { day, without } of daysUntil(state, onTheDay, date("2016-04-30"))) {
          const isApart = how !== "CELL" && from <= day && day < until
          expect([day, without]).toEqual([day, isApart ? "MentorNotEligible" : null])
        }
      }),
      { numRuns: 60 }
    )
  })
})
