/**
 * From when a worker may work alone: everything that is missing is told at once, nothing is asked that the role does not
 * ask for, and a worker who was in role before the scheme is regularised without shadowing.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { MergePeople } from "../person/Merges.ts"
import { RecordRelease, RecordReturn, RecordTemporaryDeparture } from "../person/PersonMovements.ts"
import { PublishRoleProfile } from "../scheme/RoleProfileDecisions.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { PauseScheme } from "../scheme/SchemeRunning.ts"
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
  stateIn,
  supportWorker,
  train,
  trained,
  trainer,
  wes,
  wessRole,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import { ActivateAppointment, RegulariseLegacyWorker } from "./Activation.ts"
import { Appointment } from "./Appointment.ts"
import { RecordSecurityClearance } from "./Preparation.ts"
import { requirementsOn } from "./Requirements.ts"
import { inRoleSince, mayMentorOn, mayWorkOn } from "./Standing.ts"
import { ReinstateAppointment, SuspendAppointment } from "./Suspension.ts"

const reason = "It turned out so"

const shadowed = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))

const activating = (values: Partial<Parameters<typeof ActivateAppointment.make>[0]>) =>
  ActivateAppointment.make({
    appointment: willsRole,
    supervisor: lee,
    firstSupervisionOn: date("2016-04-11"),
    identityItemOffered: false,
    on: date("2016-04-04"),
    ...values
  })

const without = (commands: ReadonlyArray<Given>, ...names: ReadonlyArray<string>) =>
  commands.filter((command) => !names.includes(command._tag))

describe("an activation", () => {
  it("is accepted when everything is there, and says so of every rule", () => {
    const { decision } = given(shadowed.events).on("2016-04-04").when(activating({})).isAccepted("AppointmentActivated")
    expect(decision.judged.map((one) => [one.rule, one.held, one.facts, one.limits])).toEqual([
      ["RECORD-1", true, { latest: "2016-04-04", today: "2016-04-04" }, {}],
      ["APPOINTMENT-2", true, { asked: true, selected: true }, {}],
      [
        "APPOINTMENT-3",
        true,
        { asked: true, passed: true, validUntil: "2017-02-08", on: "2016-04-04", unit: null },
        {}
      ],
      ["APPOINTMENT-14", true, { units: [], unit: null }, {}],
      ["APPOINTMENT-4", true, { asked: false, cleared: false, validUntil: null, on: "2016-04-04" }, {}],
      ["APPOINTMENT-22", true, { asked: false, began: "2016-03-15", cleared: false }, {}],
      ["APPOINTMENT-20", true, { asked: false, checked: false, meets: false }, {}],
      ["APPOINTMENT-5", true, { asked: true, acknowledged: 1, current: 1 }, {}],
      ["APPOINTMENT-9", true, { asked: true, completed: true, holds: true }, {}],
      ["APPOINTMENT-13", true, { lapsesOn: "2017-03-16", on: "2016-04-04" }, {}],
      ["APPOINTMENT-10", true, { asked: true, signedOff: true, holds: true }, {}],
      ["PERSON-1", true, { atEstablishment: true }, {}],
      ["APPOINTMENT-1", true, { others: 0 }, { appointments: 1 }],
      ["APPOINTMENT-11", true, { from: "2016-04-04", firstOn: "2016-04-11" }, { days: 28 }],
      ["SCHEME-9", true, { pay: "VOLUNTEER", banded: false }, {}],
      ["SCHEME-12", true, { named: false, published: false }, {}],
      ["SCHEME-11", true, { reviewedOn: null, on: "2016-04-04" }, { months: 12 }],
      ["STAFF-1", true, { inPost: true, inCustody: false }, {}],
      ["SUPERVISION-1", true, { knowsRemit: true, reflects: true }, {}],
      ["STAFF-5", true, { inCustody: false }, {}]
    ])
    expect(decision._tag === "Accepted" && decision.events[0]).toMatchObject({
      type: "AppointmentActivated",
      stream: `appointment-${willsRole}`,
      on: "2016-04-04",
      data: {
        person: will,
        scheme,
        roleProfile: supportWorker,
        establishment: "ZZI",
        supervisor: lee,
        firstSupervisionOn: "2016-04-11",
        identityItemOffered: false
      }
    })
  })

  it("is refused while the person holds another open appointment in the role, as after a merge", () => {
    const twice = shadowed.on("2016-04-04", propose(wessRole, wes, "2016-04-04"))
    given(twice.events).on("2016-04-04").when(activating({})).isAccepted()
    const merged = twice.on(
      "2016-04-04",
      MergePeople.make({ person: wes, into: will, on: date("2016-04-04"), reason: "Two numbers of one man" })
    )
    given(merged.events).on("2016-04-04").when(activating({})).isRefusedBy("APPOINTMENT-1")
  })

  it("with three rules broken shows exactly those three", () => {
    given(ready.events).on("2016-04-04").when(activating({ payBand: 2, firstSupervisionOn: date("2016-05-03") }))
      .isRefusedBy("APPOINTMENT-10", "APPOINTMENT-11", "SCHEME-9")
      .says("APPOINTMENT-10", "The shadowing has not been signed off. Sign it off first")
      .says("APPOINTMENT-11", "Set the first supervision between 4 April 2016 and 2 May 2016")
      .says("SCHEME-9", "The role is a volunteer's. Leave the pay band empty")
  })

  it("tried straight after the proposal shows all that is missing", () => {
    const proposed = opened.on("2016-04-04", propose(willsRole, will, "2016-04-04"))
    given(proposed.events).on("2016-04-04").when(activating({})).isRefusedBy(
      "APPOINTMENT-2",
      "APPOINTMENT-3",
      "APPOINTMENT-5",
      "APPOINTMENT-9",
      "APPOINTMENT-10"
    )
  })

  it.each([
    ["the selection", ["SelectForAppointment"], ["APPOINTMENT-2", "APPOINTMENT-10"]],
    ["the risk assessment", ["RecordRiskAssessment", "SelectForAppointment"], [
      "APPOINTMENT-2",
      "APPOINTMENT-3",
      "APPOINTMENT-10"
    ]],
    ["the acknowledgement", ["AcknowledgeJobDescription"], ["APPOINTMENT-5", "APPOINTMENT-10"]],
    ["the training", ["RecordAppointmentTraining"], ["APPOINTMENT-9", "APPOINTMENT-10"]]
  ])("misses %s", (_, names, rules) => {
    const told = opened.on("2016-03-15", ...without(trained(willsRole, will), ...names))
    given(told.events).on("2016-04-04").when(activating({})).isRefusedBy(...rules)
  })

  it("counts only what was there on its own day", () => {
    // Will was selected on 15 February, trained on 15 March and signed off on 4 April
    const on = given(shadowed.events).on("2016-04-04")
    on.when(activating({ on: date("2016-04-03"), firstSupervisionOn: date("2016-04-03") })).isRefusedBy(
      "APPOINTMENT-10"
    )
    on.when(activating({ on: date("2016-03-14"), firstSupervisionOn: date("2016-03-14") }))
      .isRefusedBy("APPOINTMENT-9", "APPOINTMENT-10")
    on.when(activating({ on: date("2016-02-14"), firstSupervisionOn: date("2016-02-14") }))
      .isRefusedBy("APPOINTMENT-2", "APPOINTMENT-9", "APPOINTMENT-10")
    on.when(activating({ on: date("2016-02-09"), firstSupervisionOn: date("2016-02-09") }))
      .isRefusedBy("APPOINTMENT-2", "APPOINTMENT-5", "APPOINTMENT-9", "APPOINTMENT-10")
    on.when(activating({ on: date("2016-02-07"), firstSupervisionOn: date("2016-02-07") }))
      .isRefusedBy("APPOINTMENT-2", "APPOINTMENT-3", "APPOINTMENT-5", "APPOINTMENT-9", "APPOINTMENT-10")
  })

  it("asks for the job description that is in force, and for the person to be there", () => {
    const anew = shadowed.on(
      "2016-04-04",
      PublishRoleProfile.make({
        scheme,
        roleProfile: supportWorker,
        code: "PEER_SUPPORT_WORKER",
        tasks: ["BEFRIENDING", "CARRYING_FOOD"],
        confidentiality: "BOUNDED",
        pay: "VOLUNTEER",
        asksForShadowing: true,
        asksForClearance: false,
        inCommunity: false,
        on: date("2016-04-04")
      })
    )
    given(anew.events).on("2016-04-04").when(activating({})).isRefusedBy("APPOINTMENT-5")
      .says("APPOINTMENT-5", "The worker acknowledged version 1 of the job description. Version 2 is in force")
    const acknowledged = anew.on("2016-04-04", acknowledge(willsRole, "2016-04-04", 2))
    given(acknowledged.events).on("2016-04-04").when(activating({})).isAccepted()
    const released = shadowed.on(
      "2016-04-04",
      RecordRelease.make({
        person: will,
        reason: "RELEASED",
        on: date("2016-04-04")
      })
    )
    given(released.events).on("2016-04-04").when(activating({})).isRefusedBy("PERSON-1")
  })

  it("names a supervisor who is in post, and a first supervision within the scheme's interval", () => {
    const gone = shadowed.on("2016-04-04", RecordStaffLeaving.make({ staff: lee, on: date("2016-04-04") }))
    given(gone.events).on("2016-04-04").when(activating({})).isRefusedBy("STAFF-1")
    const on = given(shadowed.events).on("2016-04-04")
    on.when(activating({ firstSupervisionOn: date("2016-04-03") })).isRefusedBy("APPOINTMENT-11")
    on.when(activating({ firstSupervisionOn: date("2016-04-04") })).isAccepted()
    on.when(activating({ firstSupervisionOn: date("2016-05-02") })).isAccepted()
    on.when(activating({ firstSupervisionOn: date("2016-05-03") })).isRefusedBy("APPOINTMENT-11")
  })

  it("waits while the worker is suspended by decision, and while the scheme is paused", () => {
    const suspend = (from: string) =>
      SuspendAppointment.make({
        appointment: willsRole,
        from: date(from),
        reviewBy: date("2016-05-01"),
        paid: false,
        reason: "HEALTH"
      })
    const suspended = shadowed.on("2016-04-04", suspend("2016-04-02"))
    const attempt = given(suspended.events).on("2016-04-04").when(activating({})).isRefusedWhile("Suspended")
    expect(attempt.decision).toMatchObject({
      moment: { since: null, says: "On that day the worker is suspended, since 2 April 2016. Reinstate them first" }
    })
    given(shadowed.on("2016-04-04", suspend("2016-04-05")).events).on("2016-04-04").when(activating({})).isAccepted()
    const paused = shadowed.on("2016-04-04", PauseScheme.make({ scheme, reason, on: date("2016-04-04") }))
    expect(given(paused.events).on("2016-04-04").when(activating({})).isRefusedWhile("Paused").decision).toMatchObject({
      moment: { life: "scheme", possible: ["ResumeScheme"] }
    })
  })

  it("waits while the worker is away for a time", () => {
    const away = shadowed.on(
      "2016-04-04",
      RecordTemporaryDeparture.make({ person: will, reason: "COURT", on: date("2016-04-04") })
    )
    expect(given(away.events).on("2016-04-04").when(activating({})).isRefusedWhile("Suspended").decision)
      .toMatchObject({
        moment: { says: "On that day the worker is away from the establishment. Record their return first" }
      })
    const back = away.on("2016-04-05", RecordReturn.make({ person: will, on: date("2016-04-05") }))
    given(back.events).on("2016-04-05").when(activating({ on: date("2016-04-05") })).isAccepted()
  })

  it("is judged by the scheme and the job description of its own day", () => {
    const paused = shadowed.on("2016-04-06", PauseScheme.make({ scheme, reason, on: date("2016-04-06") }))
    given(paused.events).on("2016-04-06").when(activating({})).isAccepted()
    given(paused.events).on("2016-04-06").when(activating({ on: date("2016-04-06") })).isRefusedWhile("Paused")
    const anew = shadowed.on(
      "2016-04-05",
      PublishRoleProfile.make({
        scheme,
        roleProfile: supportWorker,
        code: "PEER_SUPPORT_WORKER",
        tasks: ["BEFRIENDING", "FETCHING_MEALS"],
        confidentiality: "BOUNDED",
        pay: "VOLUNTEER",
        asksForShadowing: true,
        asksForClearance: false,
        inCommunity: false,
        on: date("2016-04-05")
      })
    )
    given(anew.events).on("2016-04-05").when(activating({})).isAccepted()
    given(anew.events).on("2016-04-05").when(activating({ on: date("2016-04-05") })).isRefusedBy("APPOINTMENT-5")
    // Both versions are acknowledged: each is good for the days on which it is in force
    const both = anew.on("2016-04-05", acknowledge(willsRole, "2016-04-05", 2))
    given(both.events).on("2016-04-05").when(activating({ on: date("2016-04-05") })).isAccepted()
    given(both.events).on("2016-04-05").when(activating({})).isAccepted()
    expect(
      given(shadowed.events).on("2016-04-04").when(acknowledge(willsRole, "2016-04-04", 2)).isRefusedWhile("Selected")
        .decision
    )
      .toMatchObject({ moment: { says: "The job description has no version 2 on that day" } })
    given(anew.events).on("2016-04-05").when(acknowledge(willsRole, "2016-04-04", 2)).isRefusedWhile("Selected")
  })

  it("is not ahead", () => {
    given(shadowed.events).on("2016-04-04").when(activating({ on: date("2016-04-05") })).isRefusedBy("RECORD-1")
  })
})

describe("another role", () => {
  it("that is paid asks for a band, and asks for no shadowing where its profile does not", () => {
    const told = opened.on("2016-03-15", ...trained(willsRole, will, trainer))
    given(told.events).on("2016-04-04").when(activating({})).isRefusedBy("SCHEME-9")
      .says("SCHEME-9", "The role is paid. Choose a pay band")
    const paid = told.on("2016-04-04", activating({ payBand: 2 }))
    expect(paid.events.at(-1)).toMatchObject({ type: "AppointmentActivated", data: { payBand: 2 } })
  })

  it("in the community begins also while the worker is out on licence for work, and for nothing else", () => {
    const told = opened.on("2016-03-15", ...trained(willsRole, will, trainer))
    const leave = (why: "LICENCE_WORK" | "COURT") =>
      told.on("2016-04-04", RecordTemporaryDeparture.make({ person: will, reason: why, on: date("2016-04-04") }))
    given(leave("LICENCE_WORK").events).on("2016-04-04").when(activating({ payBand: 2 })).isAccepted()
    given(leave("COURT").events).on("2016-04-04").when(activating({ payBand: 2 })).isRefusedWhile("Suspended")
  })

  it("that asks for clearance is refused without one that is in date", () => {
    const clear = (validUntil: string) =>
      RecordSecurityClearance.make({
        appointment: willsRole,
        outcome: "CLEARED",
        validUntil: date(validUntil),
        on: date("2016-02-10")
      })
    const told = (validUntil: string) =>
      opened.on("2016-02-01", propose(willsRole, will, "2016-02-01", listener))
        .on("2016-02-10", begin(willsRole, "2016-02-02"), assess(willsRole, "2016-02-08"), clear(validUntil))
        .on("2016-03-15", acknowledge(willsRole, "2016-02-10"), select(willsRole, "2016-02-15"))
        .on("2016-03-15", train(willsRole, "2016-03-15"))
    given(told("2016-04-04").events).on("2016-04-04").when(activating({})).isAccepted()
    given(told("2016-04-03").events).on("2016-04-04").when(activating({})).isRefusedBy("APPOINTMENT-4")
      .says("APPOINTMENT-4", "The clearance was good until 3 April 2016. Record a new one first")
  })
})

describe("a worker who was in role before the scheme", () => {
  const registered = opened.on("2015-10-05", legacy(maxsRole, max))
  const regularising = (values: Partial<Parameters<typeof RegulariseLegacyWorker.make>[0]>) =>
    RegulariseLegacyWorker.make({
      appointment: maxsRole,
      supervisor: lee,
      firstSupervisionOn: date("2015-11-16"),
      on: date("2015-11-09"),
      ...values
    })
  const mentor = (events: ReadonlyArray<Happened>, day: string) =>
    mayMentorOn(standingIn(max, events), scheme, date(day))

  it("is registered, trained and regularised, and may then be shadowed", () => {
    const told = opened.on("2015-11-09", ...experienced(maxsRole, max))
    expect(stateIn(Appointment, maxsRole, told.events)).toMatchObject({
      step: "Active",
      inRole: { from: "2014-01-06", until: null },
      activated: { on: "2015-11-09" },
      waiverUntil: "2016-09-30",
      supervisor: lee,
      firstSupervisionOn: "2015-11-16",
      selected: null
    })
    expect([mentor(told.events, "2015-11-08"), mentor(told.events, "2015-11-09")]).toEqual([false, true])
    expect(inRoleSince(standingIn(max, told.events), scheme, date("2016-03-15"))).toBe("2014-01-06")
    expect(inRoleSince(standingIn(max, told.events), id(99), date("2016-03-15"))).toBe(null)
    given(told.on("2016-03-15", ...trained(willsRole, will)).events).on("2016-03-15").when(plan("2016-03-21"))
      .isAccepted("ShadowingPlanned")
  })

  it("is no mentor while they are untrained", () => {
    const state = stateIn(Appointment, maxsRole, registered.events)
    expect([state.step, mayWorkOn(state, standingIn(max, registered.events).person, date("2016-01-01"))])
      .toEqual(["InRoleUntrained", false])
    expect(mentor(registered.events, "2016-01-01")).toBe(false)
  })

  it("is regularised neither while they are suspended nor while they are away, and once they are back", () => {
    const complete = registered.on("2015-11-02", acknowledge(maxsRole, "2015-11-02"))
      .on("2015-11-06", train(maxsRole, "2015-11-06"))
    const suspended = complete.on(
      "2015-11-09",
      SuspendAppointment.make({
        appointment: maxsRole,
        from: date("2015-11-09"),
        reviewBy: date("2015-12-01"),
        paid: false,
        reason: "INVESTIGATION"
      })
    )
    const { decision } = given(suspended.events).on("2015-11-09").when(regularising({})).isRefusedWhile("Suspended")
    expect(decision).toMatchObject({
      moment: { says: "On that day the worker is suspended, since 9 November 2015. Reinstate them first" }
    })
    const back = suspended.on(
      "2015-11-10",
      ReinstateAppointment.make({ appointment: maxsRole, on: date("2015-11-10") })
    )
    given(back.events).on("2015-11-10").when(regularising({ on: date("2015-11-10") })).isAccepted()
    const away = complete.on(
      "2015-11-09",
      RecordTemporaryDeparture.make({ person: max, reason: "COURT", on: date("2015-11-09") })
    )
    given(away.events).on("2015-11-09").when(regularising({})).isRefusedWhile("Suspended")
  })

  it("is refused with all that is missing, and shadowing is not among it", () => {
    given(registered.events).on("2015-11-09").when(regularising({ firstSupervisionOn: date("2015-12-08") }))
      .isRefusedBy("APPOINTMENT-5", "APPOINTMENT-9", "APPOINTMENT-11")
    const acknowledged = registered.on("2015-11-02", acknowledge(maxsRole, "2015-11-02"))
    given(acknowledged.events).on("2015-11-09").when(regularising({})).isRefusedBy("APPOINTMENT-9")
    const complete = acknowledged.on("2015-11-06", train(maxsRole, "2015-11-06"))
    given(complete.events).on("2015-11-09").when(regularising({})).isAccepted("LegacyWorkerRegularised")
    given(complete.events).on("2015-11-09").when(
      regularising({ on: date("2015-11-05"), firstSupervisionOn: date("2015-11-05") })
    )
      .isRefusedBy("APPOINTMENT-9")
    given(complete.events).on("2015-11-09").when(
      regularising({ on: date("2015-10-04"), firstSupervisionOn: date("2015-10-04") })
    )
      .isRefusedBy("APPOINTMENT-5", "APPOINTMENT-9", "RECORD-2")
    given(complete.events).on("2015-11-09").when(regularising({ supervisor: id(99) }))
      .isRefusedBy("STAFF-1", "SUPERVISION-1")
    const gone = complete.on(
      "2015-11-09",
      RecordRelease.make({ person: max, reason: "RELEASED", on: date("2015-11-09") })
    )
    given(gone.events).on("2015-11-09").when(regularising({})).isRefusedBy("PERSON-1")
    const paused = complete.on("2015-11-09", PauseScheme.make({ scheme, reason, on: date("2015-11-09") }))
    given(paused.events).on("2015-11-09").when(regularising({})).isRefusedWhile("Paused")
  })

  it("is regularised once", () => {
    const told = opened.on("2015-11-09", ...experienced(maxsRole, max))
    given(told.events).on("2015-11-10").when(regularise(maxsRole, "2015-11-10")).isRefusedWhile("Active")
  })
})

describe("the requirements on any day after", () => {
  const asked = (appointment: string, person: string, events: ReadonlyArray<Happened>, day: string) => {
    const state = stateIn(Scheme, scheme, events)
    const profile = roleProfileOf(state, supportWorker)
    if (profile === null) throw new Error("The role is gone")
    const candidate = {
      appointment: stateIn(Appointment, appointment, events),
      person: standingIn(person, events).person,
      scheme: state,
      profile,
      shadowed: { signedOff: true, holds: true },
      fallen: []
    }
    return requirementsOn(candidate, date(day)).filter((one) => !one.held).map((one) => one.rule.id)
  }
  const active = shadowed.on("2016-04-04", activate(willsRole, "2016-04-04"))

  it("hold on the day of the activation, and break on the day after an assessment has run out", () => {
    const on = (day: string) => asked(willsRole, will, active.events, day)
    expect([on("2016-04-04"), on("2017-02-08"), on("2017-02-09")]).toEqual([[], [], ["APPOINTMENT-3"]])
    expect(on("2016-02-14")).toEqual(["APPOINTMENT-2", "APPOINTMENT-9"])
  })

  it("ask of a worker who was in role before the scheme neither selection, assessment nor shadowing", () => {
    expect(asked(maxsRole, max, active.events, "2016-04-04")).toEqual([])
    const registered = opened.on("2015-10-05", legacy(maxsRole, max))
    expect(asked(maxsRole, max, registered.events, "2015-10-05")).toEqual(["APPOINTMENT-5", "APPOINTMENT-9"])
  })
})
