/**
 * What keeps a worker from the role for a time, and what status follows on which day: suspensions, restrictions, absences,
 * assessments that run out, waivers and planned ends.
 */
import { describe, expect, it } from "vitest"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { RecordRelease, RecordReturn, RecordTemporaryDeparture, RecordTransfer } from "../person/PersonMovements.ts"
import { lastBy } from "../record/lastBy.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { Shadowing, ShadowingsFor } from "../shadowing/Shadowing.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { RecordStaffLeaving } from "../staff/StaffLeaving.ts"
import { given } from "../testing.ts"
import {
  acknowledge,
  activate,
  assess,
  begin,
  experienced,
  id,
  kay,
  lee,
  legacy,
  listener,
  max,
  maxsRole,
  opened,
  plan,
  propose,
  ready,
  regularise,
  running,
  scheme,
  select,
  shadowing,
  standingIn,
  start,
  stateIn,
  supportWorker,
  train,
  trained,
  trainer,
  wessRole,
  will,
  willsRole,
  ZZA
} from "../testing/SmallPrison.ts"
import { ActivateAppointment } from "./Activation.ts"
import { Appointment } from "./Appointment.ts"
import { EndAppointment, PlanAppointmentEnd, StrikeOutAppointmentEntry, VoidAppointment } from "./AppointmentEnd.ts"
import { statusOn } from "./AppointmentStatus.ts"
import { RecordRiskAssessment, RecordSecurityClearance } from "./Preparation.ts"
import { RecordRefresher } from "./Refresher.ts"
import { DeclineAppointment } from "./Selection.ts"
import { isSuspendedOn, mayMentorOn, mayWorkOn } from "./Standing.ts"
import {
  CancelAppointmentSuspension,
  ChangeAppointmentSupervisor,
  LiftAppointmentRestriction,
  ReinstateAppointment,
  RestrictAppointment,
  SuspendAppointment
} from "./Suspension.ts"

const reason = "It turned out so"
type SuspensionReason = Parameters<typeof SuspendAppointment.make>[0]["reason"]

const suspend = (from: string, until?: string, why: SuspensionReason = "INVESTIGATION", appointment = willsRole) =>
  SuspendAppointment.make({
    appointment,
    from: date(from),
    ...(until === undefined ? {} : { until: date(until) }),
    reviewBy: date("2017-12-01"),
    paid: true,
    reason: why
  })
const reinstate = (on: string, appointment = willsRole) => ReinstateAppointment.make({ appointment, on: date(on) })
const restrict = (from: string, until?: string) =>
  RestrictAppointment.make({
    appointment: willsRole,
    tasks: ["BEFRIENDING"],
    areas: ["B_WING"],
    from: date(from),
    ...(until === undefined ? {} : { until: date(until) }),
    reason
  })
const lift = (on: string) => LiftAppointmentRestriction.make({ appointment: willsRole, on: date(on) })
const leave = (on: string, why: "COURT" | "LICENCE_WORK" | "HOSPITAL" = "COURT") =>
  RecordTemporaryDeparture.make({ person: will, reason: why, on: date(on) })
const comeBack = (on: string) => RecordReturn.make({ person: will, on: date(on) })

const lastId = (events: ReadonlyArray<Happened>): string => events.at(-1)?.id ?? ""

/** The status on a day, as it is known after the events. */
const status = (events: ReadonlyArray<Happened>, day: string, appointment = willsRole) => {
  const state = stateIn(Appointment, appointment, events)
  const its = stateIn(Scheme, scheme, events)
  return statusOn({
    appointment: { ...state, enrolled: [] },
    person: standingIn(state.person, events).person,
    scheme: its,
    supervisions: [],
    profile: roleProfileOf(its, state.roleProfile),
    placements: stateIn(ShadowingsFor, appointment, events).map((one) => stateIn(Shadowing, one, events))
  }, date(day))
}
const is = (events: ReadonlyArray<Happened>, ...days: ReadonlyArray<string>) =>
  days.map((day) => {
    const { since, status: name } = status(events, day)
    return since === null ? name : `${name} since ${since}`
  })

const signedOff = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
const active = signedOff.on("2016-04-04", activate(willsRole, "2016-04-04"))

describe("the status on a day", () => {
  it("follows the steps towards the role, each from its day", () => {
    expect(is(
      active.events,
      "2016-01-31",
      "2016-02-01",
      "2016-02-15",
      "2016-03-14",
      "2016-04-03",
      "2016-04-04",
      "2030-01-01"
    )).toEqual([
      "Unknown",
      "UnderSelection since 2016-02-01",
      "Selected since 2016-02-15",
      "Selected since 2016-02-15",
      "Shadowing since 2016-03-21",
      "Active since 2016-04-04",
      "Restricted since 2017-02-09"
    ])
  })

  it("waits for training and shadowing, where the role asks for it", () => {
    const selected = opened.on("2016-03-15", ...trained(willsRole, will).slice(0, -1))
    expect(status(selected.events, "2016-03-20")).toEqual({
      status: "Selected",
      since: "2016-02-15",
      because: "The training is not complete"
    })
    expect(is(ready.events, "2016-03-14", "2016-03-15")).toEqual([
      "Selected since 2016-02-15",
      "AwaitingShadowing since 2016-03-15"
    ])
    const planned = ready.on("2016-03-15", plan("2016-03-21"))
    expect(is(planned.events, "2016-03-16")).toEqual(["Shadowing since 2016-03-21"])
    expect(is(planned.on("2016-03-23", start("2016-03-22")).events, "2016-03-25")).toEqual([
      "Shadowing since 2016-03-22"
    ])
    expect(is(signedOff.events, "2016-04-04", "2016-04-05")).toEqual([
      "Ready since 2016-04-04",
      "Ready since 2016-04-04"
    ])
    const asTrainer = opened.on("2016-03-15", ...trained(willsRole, will, trainer))
    expect(is(asTrainer.events, "2016-03-14", "2016-03-15")).toEqual([
      "Selected since 2016-02-15",
      "Ready since 2016-03-15"
    ])
  })

  it("is as it was before a selection", () => {
    const proposed = opened.on("2016-02-01", propose(willsRole, will, "2016-02-01"))
    const considered = proposed.on("2016-02-03", begin(willsRole, "2016-02-02"))
    const declined = considered.on(
      "2016-02-15",
      DeclineAppointment.make({
        appointment: willsRole,
        reason: "RISK",
        on: date("2016-02-15")
      })
    )
    expect(is(opened.events, "2016-02-01")).toEqual(["Unknown"])
    expect(is(proposed.events, "2016-01-31", "2016-02-01", "2016-03-01")).toEqual([
      "Unknown",
      "Proposed since 2016-02-01",
      "Proposed since 2016-02-01"
    ])
    expect(is(considered.events, "2016-02-02")).toEqual(["UnderSelection since 2016-02-02"])
    expect(is(declined.events, "2016-02-14", "2016-02-15", "2016-02-16")).toEqual([
      "UnderSelection since 2016-02-01",
      "NotSelected since 2016-02-15",
      "NotSelected since 2016-02-15"
    ])
  })

  it("ends on the day of the end, and is void for every day", () => {
    const over = active.on(
      "2016-09-01",
      EndAppointment.make({
        appointment: willsRole,
        reason: "OWN_REQUEST",
        on: date("2016-09-01")
      })
    )
    expect(is(over.events, "2016-08-31", "2016-09-01", "2017-03-01")).toEqual([
      "Active since 2016-04-04",
      "Ended since 2016-09-01",
      "Ended since 2016-09-01"
    ])
    const voided = active.on(
      "2016-09-01",
      VoidAppointment.make({
        appointment: willsRole,
        agreedBy: lee,
        reason,
        on: date("2016-09-01")
      })
    )
    expect(is(voided.events, "2016-05-01", "2016-09-01")).toEqual([
      "Voided since 2016-09-01",
      "Voided since 2016-09-01"
    ])
  })
})

describe("a suspension", () => {
  it("keeps the worker from the role from its first day until, but not including, its last", () => {
    const suspended = active.on("2016-05-02", suspend("2016-05-01", "2016-05-08"))
    expect(suspended.events.at(-1)).toMatchObject({
      type: "AppointmentSuspended",
      on: "2016-05-01",
      data: {
        person: will,
        from: "2016-05-01",
        until: "2016-05-08",
        reviewBy: "2017-12-01",
        adverse: true,
        paid: true
      }
    })
    expect(is(suspended.events, "2016-04-30", "2016-05-01", "2016-05-07", "2016-05-08")).toEqual([
      "Active since 2016-04-04",
      "Suspended since 2016-05-01",
      "Suspended since 2016-05-01",
      "Active since 2016-04-04"
    ])
    expect(status(suspended.events, "2016-05-01").because).toBe("Suspended by decision")
    const state = stateIn(Appointment, willsRole, suspended.events)
    const { person } = standingIn(will, suspended.events)
    expect(
      ["2016-04-03", "2016-04-04", "2016-04-30", "2016-05-01", "2016-05-08"].map((day) =>
        mayWorkOn(state, person, date(day))
      )
    )
      .toEqual([false, true, true, false, true])
  })

  it("lasts a day, and is reviewed when it has begun", () => {
    const on = given(active.events).on("2016-05-02")
    on.when(suspend("2016-05-01", "2016-05-01")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "Until which day? The date is too early. It can be 2 May 2016 or later")
    on.when(suspend("2016-05-01", "2016-05-02")).isAccepted()
    on.when(suspend("2017-12-02")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "By when is it reviewed? The date is too early. It can be 2 December 2017 or later")
    on.when(suspend("2017-12-01")).isAccepted()
  })

  it.each(
    [
      ["INVESTIGATION", true],
      ["ADJUDICATION", true],
      ["SEGREGATION", true],
      ["WELLBEING_RESPITE", false],
      ["HEALTH", false],
      ["REGIME", false],
      ["ABSENCE", false],
      ["OTHER", false]
    ] as const
  )("for %s counts against the worker: %s", (why, adverse) => {
    const suspended = active.on("2016-05-02", suspend("2016-05-02", undefined, why))
    expect(suspended.events.at(-1)?.data).toMatchObject({ adverse })
    expect(JSON.stringify(suspended.events.at(-1))).not.toContain(why)
  })

  it("rests the role that is named, and no other one of the same person", () => {
    const both = active.on("2016-05-02", propose(wessRole, will, "2016-05-02", listener), suspend("2016-05-02"))
    expect([willsRole, wessRole].map((one) => status(both.events, "2016-05-02", one).status))
      .toEqual(["Suspended", "Proposed"])
  })

  it("asks whoever suspends to consider the other roles, and touches none of them", () => {
    const alone = given(active.events).on("2016-05-02").when(suspend("2016-05-02")).isAccepted()
    const both = active.on("2016-05-02", propose(wessRole, will, "2016-05-02", listener))
    const one = given(both.events).on("2016-05-02").when(suspend("2016-05-02")).isAccepted("AppointmentSuspended")
      .says("APPOINTMENT-19", "They hold another open role in which they are not suspended. Consider it too")
    const done = both.on(
      "2016-05-02",
      SuspendAppointment.make({
        appointment: wessRole,
        from: date("2016-05-02"),
        reviewBy: date("2016-05-09"),
        paid: true,
        reason: "HEALTH"
      })
    )
    const last = given(done.events).on("2016-05-02").when(suspend("2016-05-02")).isAccepted()
    expect(
      [alone, one, last].map(({ decision }) => decision.judged.find(({ rule }) => rule === "APPOINTMENT-19")?.held)
    )
      .toEqual([true, false, true])
  })

  it("is recorded once", () => {
    const suspended = active.on("2016-05-02", suspend("2016-05-01", "2016-05-08"))
    const on = given(suspended.events).on("2016-05-02")
    expect(on.when(suspend("2016-05-01", "2016-05-08")).isRefusedWhile("Active").decision)
      .toMatchObject({ moment: { says: "This suspension is recorded already" } })
    on.when(suspend("2016-05-01")).isAccepted()
    on.when(suspend("2016-05-02", "2016-05-08")).isAccepted()
    on.when(suspend("2016-05-01", "2016-05-08", "HEALTH")).isAccepted()
  })

  it("of somebody who is not active yet is possible in any open state", () => {
    const proposed = opened.on("2016-02-01", propose(willsRole, will, "2016-02-01"))
    for (const before of [proposed, ready, running, signedOff]) {
      const suspended = before.on("2016-04-05", suspend("2016-04-05"))
      expect(is(suspended.events, "2016-04-05")).toEqual(["Suspended since 2016-04-05"])
      const back = suspended.on("2016-04-07", reinstate("2016-04-07"))
      expect(is(back.events, "2016-04-07")).toEqual(is(before.events, "2016-04-07"))
    }
  })

  it("is over from the day of the reinstatement, and one that is planned stays", () => {
    const suspended = active.on("2016-05-02", suspend("2016-05-01"), suspend("2016-06-01", "2016-06-08"))
    const back = suspended.on("2016-05-10", reinstate("2016-05-09"))
    expect(is(back.events, "2016-05-08", "2016-05-09", "2016-06-01")).toEqual([
      "Suspended since 2016-05-01",
      "Active since 2016-04-04",
      "Suspended since 2016-06-01"
    ])
    expect(given(back.events).on("2016-05-10").when(reinstate("2016-05-09")).isRefusedWhile("Active").decision)
      .toMatchObject({ moment: { says: "The appointment is not suspended by decision on that day" } })
  })

  it("is over only where the requirements are met again", () => {
    const suspended = active.on("2016-05-02", suspend("2016-05-01"))
    given(suspended.events).on("2017-02-09").when(reinstate("2017-02-09")).isRefusedBy("APPOINTMENT-3")
      .says("APPOINTMENT-3", "The risk assessment was good until 8 February 2017. Record a new one first")
    given(suspended.events).on("2017-02-09").when(reinstate("2017-02-08")).isAccepted("AppointmentReinstated")
    const released = suspended.on(
      "2016-05-10",
      RecordRelease.make({
        person: will,
        reason: "RELEASED",
        on: date("2016-05-10")
      })
    )
    given(released.events).on("2016-05-10").when(reinstate("2016-05-10")).isRefusedBy("PERSON-1")
    // Of somebody who is not in role yet, no assessment is asked before it is due
    const early = opened.on("2016-02-01", propose(willsRole, will, "2016-02-01")).on(
      "2016-02-02",
      suspend("2016-02-02")
    )
    given(early.events).on("2016-02-03").when(reinstate("2016-02-03")).isAccepted()
  })

  it("of a worker who was in role before the scheme is over without an assessment that was never asked", () => {
    const mentor = opened.on("2015-11-09", ...experienced(maxsRole, max))
      .on("2016-01-04", suspend("2016-01-04", undefined, "HEALTH", maxsRole))
    const may = (events: ReadonlyArray<Happened>, day: string) =>
      mayMentorOn(standingIn(max, events), scheme, date(day))
    expect([may(mentor.events, "2016-01-03"), may(mentor.events, "2016-01-04")]).toEqual([true, false])
    const back = mentor.on("2016-01-11", reinstate("2016-01-11", maxsRole))
    expect([may(back.events, "2016-01-10"), may(back.events, "2016-01-11")]).toEqual([false, true])
    const untrained = opened.on(
      "2015-10-05",
      legacy(maxsRole, max),
      suspend("2015-10-05", undefined, "HEALTH", maxsRole)
    )
    given(untrained.events).on("2015-10-12").when(reinstate("2015-10-12", maxsRole)).isAccepted()
  })

  it("of a Listener is over only with a clearance that is in date", () => {
    const clear = RecordSecurityClearance.make({
      appointment: willsRole,
      outcome: "CLEARED",
      validUntil: date("2016-05-09"),
      on: date("2016-02-10")
    })
    const suspended = opened.on("2016-02-01", propose(willsRole, will, "2016-02-01", listener))
      .on("2016-02-10", begin(willsRole, "2016-02-02"), assess(willsRole, "2016-02-08"), clear)
      .on(
        "2016-03-15",
        acknowledge(willsRole, "2016-02-10"),
        select(willsRole, "2016-02-15"),
        train(willsRole, "2016-03-15")
      )
      .on("2016-04-04", activate(willsRole, "2016-04-04"))
      .on("2016-05-02", suspend("2016-05-02"))
    given(suspended.events).on("2016-05-10").when(reinstate("2016-05-09")).isAccepted()
    given(suspended.events).on("2016-05-10").when(reinstate("2016-05-10")).isRefusedBy("APPOINTMENT-4")
    expect(is(suspended.on("2016-05-09", reinstate("2016-05-09")).events, "2016-05-09", "2016-05-10")).toEqual([
      "Active since 2016-04-04",
      "Restricted since 2016-05-10"
    ])
  })

  it("that is planned is cancelled before it begins, and reinstated after", () => {
    const planned = active.on("2016-05-02", suspend("2016-05-09"))
    expect(planned.events.at(-1)).toMatchObject({ on: "2016-05-02", data: { from: "2016-05-09" } })
    const cancel = (on: string, suspension = lastId(planned.events)) =>
      CancelAppointmentSuspension.make({ appointment: willsRole, suspension, on: date(on) })
    given(planned.events).on("2016-05-08").when(cancel("2016-05-01")).isRefusedBy("RECORD-2")
    given(planned.events).on("2016-05-08").when(cancel("2016-05-02")).isAccepted()
    expect(given(planned.events).on("2016-05-09").when(cancel("2016-05-09")).isRefusedWhile("Active").decision)
      .toMatchObject({ moment: { says: "The suspension has begun. Reinstate the worker instead" } })
    const cancelled = planned.on("2016-05-08", cancel("2016-05-08"))
    expect(cancelled.events.at(-1)).toMatchObject({
      type: "AppointmentSuspensionCancelled",
      on: "2016-05-08",
      corrects: lastId(planned.events)
    })
    expect(is(cancelled.events, "2016-05-09")).toEqual(["Active since 2016-04-04"])
    expect(given(cancelled.events).on("2016-05-08").when(cancel("2016-05-08")).isRefusedWhile("Active").decision)
      .toMatchObject({ moment: { says: "The appointment has no such suspension" } })
    given(planned.events).on("2016-05-08").when(cancel("2016-05-08", id(99))).isRefusedWhile("Active")
  })
})

describe("an absence", () => {
  it("suspends by itself, and ends by itself on the day of the return", () => {
    const away = active.on("2016-05-02", leave("2016-05-02"))
    expect(status(away.events, "2016-05-02")).toEqual({
      status: "Suspended",
      since: null,
      because: "Away from the establishment"
    })
    expect(is(away.events, "2016-05-01", "2016-05-02", "2016-07-01")).toEqual([
      "Active since 2016-04-04",
      "Suspended",
      "Suspended"
    ])
    const back = away.on("2016-05-04", comeBack("2016-05-04"))
    expect(is(back.events, "2016-05-03", "2016-05-04")).toEqual(["Suspended", "Active since 2016-04-04"])
    // Nothing was recorded in the appointment for it
    const ofWill = (events: ReadonlyArray<Happened>) =>
      events.filter((event) => event.stream === `appointment-${willsRole}`).length
    expect(ofWill(back.events)).toBe(ofWill(active.events))
  })

  it("lifts only its own part on the return", () => {
    const both = active.on("2016-05-02", leave("2016-05-02")).on("2016-05-03", suspend("2016-05-03"))
      .on("2016-05-04", comeBack("2016-05-04"))
    expect(is(both.events, "2016-05-02", "2016-05-04")).toEqual(["Suspended", "Suspended since 2016-05-03"])
    // And a reinstatement lifts only the decision: who is away stays away
    const suspended = active.on("2016-05-02", suspend("2016-05-01"), leave("2016-05-02"))
    const reinstated = suspended.on("2016-05-03", reinstate("2016-05-03"))
    expect(status(reinstated.events, "2016-05-03").because).toBe("Away from the establishment")
    expect(is(reinstated.on("2016-05-04", comeBack("2016-05-04")).events, "2016-05-04"))
      .toEqual(["Active since 2016-04-04"])
  })

  it("on licence for work suspends a role in the prison, and none in the community", () => {
    const away = active.on("2016-05-02", leave("2016-05-02", "LICENCE_WORK"))
    expect(is(away.events, "2016-05-02")).toEqual(["Suspended"])
    const inCommunity = opened.on("2016-03-15", ...trained(willsRole, will, trainer)).on(
      "2016-04-04",
      ActivateAppointment.make({
        appointment: willsRole,
        supervisor: lee,
        firstSupervisionOn: date("2016-04-11"),
        identityItemOffered: true,
        payBand: 1,
        on: date("2016-04-04")
      })
    )
    const working = inCommunity.on("2016-05-02", leave("2016-05-02", "LICENCE_WORK"))
    expect(is(working.events, "2016-05-02")).toEqual(["Active since 2016-04-04"])
    const role = stateIn(Appointment, willsRole, working.events)
    const { person } = standingIn(will, working.events)
    const day = date("2016-05-02")
    expect([isSuspendedOn(role, person, day, true), isSuspendedOn(role, person, day)]).toEqual([false, true])
    expect([mayWorkOn(role, person, day, true), mayWorkOn(role, person, day)]).toEqual([true, false])
    const atCourt = inCommunity.on("2016-05-02", leave("2016-05-02"))
    expect(is(atCourt.events, "2016-05-02")).toEqual(["Suspended"])
  })

  it("of somebody who was released or transferred has no end, and neither ends the appointment", () => {
    const released = active.on(
      "2016-05-02",
      RecordRelease.make({ person: will, reason: "RELEASED", on: date("2016-05-02") })
    )
    const transferred = active.on(
      "2016-05-02",
      RecordTransfer.make({ person: will, establishment: ZZA, on: date("2016-05-02") })
    )
    const died = active.on("2016-05-02", RecordRelease.make({ person: will, reason: "DIED", on: date("2016-05-02") }))
    expect([released, transferred, died].map(({ events }) => status(events, "2016-05-02").because)).toEqual([
      "They were released",
      "They were transferred from the establishment",
      "They died"
    ])
    for (const gone of [released, transferred]) {
      expect(is(gone.events, "2016-05-01", "2016-05-02", "2017-01-01")).toEqual([
        "Active since 2016-04-04",
        "Suspended",
        "Suspended"
      ])
      given(gone.events).on("2016-05-03").when(EndAppointment.make({
        appointment: willsRole,
        reason: "RELEASED",
        on: date("2016-05-02")
      })).isAccepted("AppointmentEnded")
    }
  })

  it("before the first day at the establishment is one too", () => {
    expect(is(active.events, "2012-12-31")).toEqual(["Unknown"])
  })
})

describe("a restriction", () => {
  it("takes a part out of the role for a time", () => {
    const restricted = active.on("2016-05-02", restrict("2016-05-02", "2016-05-09"))
    expect(restricted.events.at(-1)).toMatchObject({
      type: "AppointmentRestricted",
      on: "2016-05-02",
      data: { tasks: ["BEFRIENDING"], areas: ["B_WING"], from: "2016-05-02", until: "2016-05-09" }
    })
    expect(is(restricted.events, "2016-05-01", "2016-05-02", "2016-05-08", "2016-05-09")).toEqual([
      "Active since 2016-04-04",
      "Restricted since 2016-05-02",
      "Restricted since 2016-05-02",
      "Active since 2016-04-04"
    ])
    expect(status(restricted.events, "2016-05-02").because).toBe("Some tasks or places are taken out of the role")
    // Who is restricted still works
    const state = stateIn(Appointment, willsRole, restricted.events)
    expect(mayWorkOn(state, standingIn(will, restricted.events).person, date("2016-05-02"))).toBe(true)
  })

  it("lasts a day, is recorded once, and is lifted on a day on which it is in force", () => {
    const on = given(active.events).on("2016-05-02")
    on.when(restrict("2016-05-02", "2016-05-02")).isRefusedBy("RECORD-2")
    on.when(restrict("2016-05-02", "2016-05-03")).isAccepted()
    const restricted = active.on("2016-05-02", restrict("2016-05-02"))
    const then = given(restricted.events).on("2016-05-20")
    expect(then.when(restrict("2016-05-02")).isRefusedWhile("Active").decision)
      .toMatchObject({ moment: { says: "This restriction is recorded already" } })
    const others = { appointment: willsRole, from: date("2016-05-02"), reason }
    then.when(RestrictAppointment.make({ ...others, tasks: ["BEFRIENDING"], areas: [] })).isAccepted()
    then.when(RestrictAppointment.make({ ...others, tasks: [], areas: ["B_WING"] })).isAccepted()
    then.when(RestrictAppointment.make({ ...others, tasks: ["BEFRIENDING"], areas: ["A_WING"] })).isAccepted()
    expect(then.when(lift("2016-05-01")).isRefusedWhile("Active").decision)
      .toMatchObject({ moment: { says: "The appointment is not restricted by decision on that day" } })
    const lifted = restricted.on("2016-05-20", lift("2016-05-10"))
    expect(is(lifted.events, "2016-05-09", "2016-05-10")).toEqual([
      "Restricted since 2016-05-02",
      "Active since 2016-04-04"
    ])
    given(lifted.events).on("2016-05-20").when(lift("2016-05-10")).isRefusedWhile("Active")
  })

  it("begins on no day before the worker was in the role", () => {
    given(active.events).on("2016-05-02").when(restrict("2016-04-03")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "From which day? The date is too early. It can be 4 April 2016 or later")
    given(active.events).on("2016-05-02").when(restrict("2016-04-04")).isAccepted("AppointmentRestricted")
  })

  // Max was in the role from 6 January 2014, before the scheme, which published the role on 1 October 2015
  it("takes no tasks out of a role that was not published yet", () => {
    const of = { appointment: maxsRole, areas: ["A_WING"], reason }
    const from = (day: string, tasks: ReadonlyArray<string>) =>
      given(active.events).on("2016-05-02").when(RestrictAppointment.make({ ...of, tasks, from: date(day) }))
    expect(from("2015-09-30", ["BEFRIENDING"]).isRefusedWhile("Active").decision).toMatchObject({
      moment: {
        says: "On 30 September 2015 the role was not published yet, and had no tasks. Name places only, or a later day"
      }
    })
    from("2015-09-30", []).isAccepted()
    from("2015-10-01", ["BEFRIENDING"]).isAccepted()
    from("2014-01-05", []).isRefusedBy("RECORD-2")
  })

  it("takes out something, and only what belongs to the role", () => {
    const on = given(active.events).on("2016-05-02")
    const said = (tasks: ReadonlyArray<string>) => {
      const restrictTo = RestrictAppointment.make({
        appointment: willsRole,
        from: date("2016-05-02"),
        tasks,
        areas: [],
        reason
      })
      return on.when(restrictTo).isRefusedWhile("Active").decision
    }
    expect([said([]), said(["BEFRIENDING", "LAUNDRY", "NOT_A_TASK"])]).toMatchObject([
      { moment: { says: "Name at least one task or place that is taken out" } },
      { moment: { says: "On 2 May 2016 the role had no such task: LAUNDRY, NOT_A_TASK. Its tasks were BEFRIENDING" } }
    ])
  })

  it("is told with what has lapsed since the first of both, and a suspension before them", () => {
    const all = active.on("2017-03-01", restrict("2017-02-20"))
    expect(is(all.events, "2017-02-09", "2017-02-20")).toEqual([
      "Restricted since 2017-02-09",
      "Restricted since 2017-02-09"
    ])
    expect(status(all.events, "2017-02-20").because)
      .toBe("The risk assessment has lapsed; Some tasks or places are taken out of the role")
    expect(is(all.on("2017-03-01", suspend("2017-03-01")).events, "2017-03-01")).toEqual(["Suspended since 2017-03-01"])
  })
})

describe("what runs out", () => {
  it("restricts from the day after the risk assessment was good, even if nobody looks, until it is renewed", () => {
    expect(is(active.events, "2017-02-08", "2017-02-09")).toEqual([
      "Active since 2016-04-04",
      "Restricted since 2017-02-09"
    ])
    expect(status(active.events, "2017-02-09").because).toBe("The risk assessment has lapsed")
    const refreshed = RecordRefresher.make({
      appointment: willsRole,
      evidence: "REGISTER",
      decidedBy: kay,
      on: date("2017-02-20")
    })
    const renewed = active.on("2017-02-20", assess(willsRole, "2017-02-15", "2018-02-15"), refreshed)
    expect(is(renewed.events, "2017-02-14", "2017-02-15", "2018-02-15", "2018-02-16")).toEqual([
      "Restricted since 2017-02-09",
      "Active since 2016-04-04",
      "Active since 2016-04-04",
      "Restricted since 2018-02-16"
    ])
  })

  it("restricts at once when an assessment is not passed", () => {
    const failed = active.on(
      "2016-06-01",
      RecordRiskAssessment.make({
        appointment: willsRole,
        outcome: "NOT_SUITABLE",
        validUntil: date("2017-06-01"),
        on: date("2016-06-01")
      })
    )
    expect(is(failed.events, "2016-05-31", "2016-06-01")).toEqual([
      "Active since 2016-04-04",
      "Restricted since 2016-06-01"
    ])
    expect(status(failed.events, "2016-06-01").because).toBe("The risk assessment was not passed")
  })

  it("is judged by the newest assessment of the day, also where two were made on one day", () => {
    const at = (event: string, on: string, validUntil: string) => ({
      event,
      on: date(on),
      passed: true,
      validUntil: date(validUntil)
    })
    const [first, second, third] = [
      at("1", "2016-02-08", "2017-02-08"),
      at("2", "2016-03-08", "2017-03-08"),
      at("3", "2016-02-08", "2016-06-08")
    ]
    expect(lastBy([first, second, third], date("2016-03-07"))).toBe(third)
    expect(lastBy([first, second, third], date("2016-03-08"))).toBe(second)
    expect(lastBy([second, first], date("2016-12-01"))).toBe(second)
    expect(lastBy([first], date("2016-02-07"))).toBe(null)
  })

  it("is a waiver too: a worker who was in role before the scheme is restricted on the day after", () => {
    const untrained = opened.on("2015-10-05", legacy(willsRole, will))
    expect(is(untrained.events, "2013-12-31", "2014-01-06", "2015-10-05", "2016-09-30", "2016-10-01")).toEqual([
      "Unknown",
      "InRoleUntrained since 2014-01-06",
      "InRoleUntrained since 2014-01-06",
      "InRoleUntrained since 2014-01-06",
      "Restricted since 2016-10-01"
    ])
    expect(status(untrained.events, "2016-10-01").because)
      .toBe("The waiver has ended and the training is not complete")
    // Trained in the end, and regularised: the waiver is closed, and what it was until then stays
    const closed = untrained.on(
      "2016-11-01",
      acknowledge(willsRole, "2016-10-20"),
      train(willsRole, "2016-10-28"),
      regularise(willsRole, "2016-11-01")
    )
    expect(is(closed.events, "2016-09-30", "2016-10-31", "2016-11-01")).toEqual([
      "InRoleUntrained since 2014-01-06",
      "Restricted since 2016-10-01",
      "Active since 2016-11-01"
    ])
  })
})

describe("a planned end", () => {
  const planEnd = (endsOn: string, on = "2016-05-02") =>
    PlanAppointmentEnd.make({ appointment: willsRole, endsOn: date(endsOn), reason: "COMPLETED_TERM", on: date(on) })

  it("is noted with its day, may be planned anew, and ends nothing by itself", () => {
    const planned = active.on("2016-05-02", planEnd("2016-06-30"))
    expect(stateIn(Appointment, willsRole, planned.events).plannedEnd)
      .toEqual({ event: lastId(planned.events), on: "2016-05-02", endsOn: "2016-06-30" })
    expect(is(planned.events, "2016-06-29", "2016-06-30")).toEqual([
      "Active since 2016-04-04",
      "Active since 2016-04-04"
    ])
    expect(
      given(planned.events).on("2016-05-03").when(planEnd("2016-06-30", "2016-05-03")).isRefusedWhile("Active").decision
    )
      .toMatchObject({ moment: { says: "The end is planned for that day already" } })
    const later = planned.on("2016-05-03", planEnd("2016-07-31", "2016-05-03"))
    expect(stateIn(Appointment, willsRole, later.events).plannedEnd?.endsOn).toBe("2016-07-31")
    const struck = later.on(
      "2016-05-04",
      StrikeOutAppointmentEntry.make({
        appointment: willsRole,
        entry: lastId(later.events),
        reason
      })
    )
    expect(stateIn(Appointment, willsRole, struck.events).plannedEnd).toBe(null)
    const over = later.on(
      "2016-07-31",
      EndAppointment.make({
        appointment: willsRole,
        reason: "COMPLETED_TERM",
        on: date("2016-07-31")
      })
    )
    expect(stateIn(Appointment, willsRole, over.events)).toMatchObject({ step: "Ended", plannedEnd: null })
  })

  it("lies on the day of the decision or later", () => {
    given(active.events).on("2016-05-02").when(planEnd("2016-05-01")).isRefusedBy("RECORD-2")
    given(active.events).on("2016-05-02").when(planEnd("2016-05-02")).isAccepted("AppointmentEndPlanned")
  })
})

describe("a supervisor", () => {
  const change = (supervisor: string, on = "2016-05-02") =>
    ChangeAppointmentSupervisor.make({ appointment: willsRole, supervisor, on: date(on) })

  it("is changed for somebody else who is in post", () => {
    const changed = active.on("2016-05-02", change(kay))
    expect(changed.events.at(-1)).toMatchObject({
      type: "AppointmentSupervisorChanged",
      data: { supervisor: kay, formerSupervisor: lee, roleProfile: supportWorker }
    })
    expect(stateIn(Appointment, willsRole, changed.events).supervisor).toBe(kay)
    expect(given(changed.events).on("2016-05-02").when(change(kay)).isRefusedWhile("Active").decision)
      .toMatchObject({ moment: { says: "That member of staff supervises the worker already" } })
    const gone = active.on("2016-05-02", RecordStaffLeaving.make({ staff: kay, on: date("2016-05-02") }))
    given(gone.events).on("2016-05-03").when(change(kay, "2016-05-02")).isRefusedBy("STAFF-1")
    given(gone.events).on("2016-05-03").when(change(kay, "2016-05-01")).isAccepted()
  })

  it("is changed on no day before the worker was appointed", () => {
    given(active.events).on("2016-05-02").when(change(kay, "2016-04-03")).isRefusedBy("RECORD-2")
    given(active.events).on("2016-05-02").when(change(kay, "2016-04-04")).isAccepted("AppointmentSupervisorChanged")
  })
})
