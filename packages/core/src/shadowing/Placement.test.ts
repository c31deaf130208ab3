/**
 * What a placement is read with, at its edges: who a mentor is and when they may be shadowed, which placements count, and
 * what there is to say of a placement that is not there.
 */
import { describe, expect, it } from "vitest"
import { VoidAppointment } from "../appointment/AppointmentEnd.ts"
import { addDays, date } from "../language/LocalDate.ts"
import {
  answerOver,
  id,
  identityAfter,
  kay,
  lee,
  max,
  mo,
  placementIn,
  running,
  shadowing,
  standingIn,
  stateIn,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import {
  keysOf,
  mentorNow,
  mentorsNamed,
  mentorsOf,
  ofAnotherWorker,
  onTheDayFor,
  othersShadowing,
  placementOf,
  placementsFor,
  signOffHolds
} from "./Placement.ts"
import type { MentorStanding } from "./Placement.ts"
import { Shadowing } from "./Shadowing.ts"
import { CancelShadowing } from "./ShadowingEnd.ts"
import { ReplaceShadowMentor } from "./ShadowingStart.ts"

const { events } = running
const placement = placementIn(events)
const day = date("2016-03-25")

const mayWork = (more: Partial<MentorStanding>, on = day): boolean => {
  const standing = { ...standingIn(max, events), isTheWorker: false, apart: [], ...more }
  return onTheDayFor(placement.shadowing, new Map([[max, standing]]), placement.appointment, placement.worker)
    .mentorMayWork(max, on)
}

describe("a mentor", () => {
  it("may be shadowed by somebody else from whom they are not kept apart on the day", () => {
    const apart = [{ from: day, until: addDays(day, 1) }]
    expect([mayWork({}), mayWork({ isTheWorker: true }), mayWork({ apart })]).toEqual([true, false, false])
    expect([mayWork({ isTheWorker: true, apart }), mayWork({ apart }, addDays(day, 1))]).toEqual([false, true])
  })

  it("is named with the day on which they began, by which it is decided who that is", () => {
    const replaced = running.on(
      "2016-03-25",
      ReplaceShadowMentor.make({ shadowing, mentor: mo, on: day, reason: "On leave" })
    )
    const state = stateIn(Shadowing, shadowing, replaced.events)
    expect(mentorsNamed(state)).toEqual([{ id: max, on: "2016-03-21" }, { id: mo, on: "2016-03-25" }])
    expect([mentorNow(state), mentorNow(Shadowing.initial)])
      .toEqual([{ id: mo, on: "2016-03-25" }, { id: "", on: null }])
    const back = replaced.on(
      "2016-03-28",
      ReplaceShadowMentor.make({ shadowing, mentor: max, on: date("2016-03-28"), reason: "Back from leave" })
    )
    expect(mentorsNamed(stateIn(Shadowing, shadowing, back.events))).toEqual(mentorsNamed(state))
    expect(mentorsOf(state)).toEqual([max, mo])
  })

  it("has nobody beside them whose appointment was voided", () => {
    const mentor = identityAfter(max, events)
    const voided = running.by({ id: kay, role: "coordinator" }).on(
      "2016-03-25",
      VoidAppointment.make({ appointment: willsRole, agreedBy: lee, reason: "The wrong person", on: day })
    )
    expect([events, voided.events].map((all) => answerOver(othersShadowing(mentor, id(49)), all))).toEqual([1, 0])
  })
})

describe("a placement", () => {
  it("that was cancelled counts for nothing", () => {
    const cancelled = running.on("2016-03-25", CancelShadowing.make({ shadowing, on: day, reason: "Recorded twice" }))
    expect([events, cancelled.events].map((all) => answerOver(placementsFor(willsRole), all).length)).toEqual([1, 0])
  })

  it("that was never signed off has no sign-off that holds", () => {
    expect(signOffHolds(placement)).toBe(false)
  })

  it("counts the days of one that counts its own only once", () => {
    const [one, other] = [id(41), id(42)]
    const own = events.filter(({ stream }) => stream === `shadowing-${one}`)
    const inStream = (of: string, all: typeof own) =>
      all.map((event) => ({ ...event, id: `${event.id} ${of}`, stream: `shadowing-${of}` }))
    const [planned] = own
    if (planned === undefined) throw new Error("Nothing was planned")
    const ends = (of: string, earlier: string) =>
      inStream(of, [
        { ...planned, type: "EarlierShadowingDecided", data: { ...planned.data, earlier, counts: true, days: 3 } },
        { ...planned, type: "ShadowingTransferredOut", on: date("2016-03-24"), data: { ...planned.data, counted: 3 } }
      ])
    const all = [...events, ...inStream(other, own), ...ends(one, other), ...ends(other, one)]
    expect(answerOver(placementOf(stateIn(Shadowing, one, all)), all).onTheDay.daysThere(other)).toBe(3)
  })

  it("that is not there has no tags, needs no days, and is nobody's", () => {
    expect(answerOver(placementOf(Shadowing.initial), []).onTheDay.daysNeeded).toBe(0)
    expect(() => keysOf(Shadowing.initial)).toThrow("A placement that does not exist has no tags")
    expect(() => ofAnotherWorker(shadowing, Shadowing.initial, will)).toThrow(
      "A placement that was never planned is nobody's"
    )
  })
})
