/**
 * Units: a worker works where the role is done, with an assessment for that unit; what was recorded before there were
 * units goes on counting for the only one.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import { date } from "../language/LocalDate.ts"
import { CorrectRoleProfile, PublishRoleProfile } from "../scheme/RoleProfileDecisions.ts"
import { Scheme } from "../scheme/Scheme.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { given, laws } from "../testing.ts"
import {
  activate,
  assess,
  max,
  maxsRole,
  plan,
  ready,
  running,
  scheme,
  shadowing,
  stateIn,
  supportWorker,
  willsRole
} from "../testing/SmallPrison.ts"
import { Appointment } from "./Appointment.ts"
import { StrikeOutAppointmentEntry } from "./AppointmentEnd.ts"
import { unitOf, unitOn } from "./AppointmentUnit.ts"
import { BindAppointmentToUnit } from "./BindingToUnit.ts"
import { riskValidity } from "./Lapse.ts"
import { RecordRiskAssessment } from "./Preparation.ts"

const reason = "It turned out so"

const bind = (unit: string, on: string, appointment = willsRole): Given =>
  BindAppointmentToUnit.make({ appointment, unit, on: date(on) })

const assessFor = (unit: string, on: string, outcome: "SUITABLE" | "NOT_SUITABLE" = "SUITABLE"): Given =>
  RecordRiskAssessment.make({ appointment: willsRole, unit, outcome, validUntil: date("2017-02-08"), on: date(on) })

/** The profile of the role says that it is done there, from its first day on. */
const doneOn = (...units: ReadonlyArray<string>): Given =>
  CorrectRoleProfile.make({
    scheme,
    roleProfile: supportWorker,
    version: 1,
    tasks: ["BEFRIENDING"],
    confidentiality: "BOUNDED",
    pay: "VOLUNTEER",
    asksForShadowing: true,
    asksForClearance: false,
    inCommunity: false,
    units,
    on: date("2015-10-01"),
    reason
  })

/** Signed off, assessed on 8 February without a unit, and not yet appointed. */
const shadowed = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))

describe("an assessment of risk", () => {
  it("that names no unit counts for the first unit that the worker is given, and for no later one", () => {
    const bound = shadowed.on("2016-04-04", bind("B_WING", "2016-04-04"))
    const appointment = stateIn(Appointment, willsRole, bound.events)
    expect(appointment.risk.map((one) => [one.unit, unitOf(appointment, one)])).toEqual([[null, "B_WING"]])
    const active = bound.on("2016-04-04", activate(willsRole, "2016-04-04"))
    given(active.events).on("2016-05-02").when(bind("A_WING", "2016-05-02")).isRefusedBy("APPOINTMENT-3")
      .says("APPOINTMENT-3", "No risk assessment says that the person is suitable on A_WING. Record one first")
    const moved = active.on("2016-05-02", assessFor("A_WING", "2016-05-02"), bind("A_WING", "2016-05-02"))
    expect(moved.events.at(-1)).toMatchObject({
      type: "AppointmentBoundToUnit",
      data: { unit: "A_WING", formerUnit: "B_WING" }
    })
    const after = stateIn(Appointment, willsRole, moved.events)
    expect(["2016-04-03", "2016-04-04", "2016-05-01", "2016-05-02"].map((on) => unitOn(after, date(on))))
      .toEqual([null, "B_WING", "B_WING", "A_WING"])
    laws.replay(Appointment, willsRole, moved.events)
    laws.stored(moved.events)
  })

  it("for another unit lets nobody begin on this one, and takes nothing from this one", () => {
    const elsewhere = shadowed.on("2016-04-04", bind("B_WING", "2016-04-04"), assessFor("A_WING", "2016-04-04"))
    given(elsewhere.events).on("2016-04-04").when(activate(willsRole, "2016-04-04")).isAccepted()
    const unfit = shadowed.on(
      "2016-04-04",
      bind("B_WING", "2016-04-04"),
      assessFor("B_WING", "2016-04-04", "NOT_SUITABLE")
    )
    given(unfit.events).on("2016-04-04").when(activate(willsRole, "2016-04-04")).isRefusedBy("APPOINTMENT-3")
    const named = shadowed.on(
      "2016-04-04",
      assessFor("A_WING", "2016-04-04", "NOT_SUITABLE"),
      bind("B_WING", "2016-04-04")
    )
    given(named.events).on("2016-04-04").when(activate(willsRole, "2016-04-04")).isAccepted()
  })

  it("counts whichever it names on a day on which the worker had no unit yet", () => {
    const bound = shadowed.on("2016-04-04", assessFor("A_WING", "2016-04-04"), bind("B_WING", "2016-04-04"))
    const [appointment, its] = [stateIn(Appointment, willsRole, bound.events), stateIn(Scheme, scheme, bound.events)]
    expect(["2016-04-03", "2016-04-04"].map((on) => riskValidity(appointment, its, date(on))?.since))
      .toEqual(["2016-02-08", "2016-02-08"])
    const early = shadowed.on("2016-04-04", assessFor("A_WING", "2016-04-01"), bind("B_WING", "2016-04-04"))
    const before = stateIn(Appointment, willsRole, early.events)
    expect(["2016-04-03", "2016-04-04"].map((on) => riskValidity(before, its, date(on))?.since))
      .toEqual(["2016-04-01", "2016-02-08"])
  })

  it("recorded without saying for which is for the unit of that day", () => {
    const bound = shadowed.on("2016-04-04", bind("B_WING", "2016-04-04"), assess(willsRole, "2016-04-04"))
    expect(bound.events.at(-1)).toMatchObject({ type: "RiskAssessmentRecorded", data: { unit: "B_WING" } })
    given(bound.events).on("2016-04-04").when(assess(willsRole, "2016-04-04")).isRefusedWhile("Selected")
    given(bound.events).on("2016-04-04").when(assessFor("A_WING", "2016-04-04")).isAccepted()
  })

  it("of a log without units counts as it always did", () => {
    const { appointment, its } = { appointment: stateIn(Appointment, willsRole, shadowed.events), its: shadowed.events }
    const stored = its.filter(({ type }) => type === "RiskAssessmentRecorded").map(({ data }) => Object.keys(data))
    expect(stored.flat()).not.toContain("unit")
    given(its).on("2016-04-04").when(activate(willsRole, "2016-04-04")).isAccepted()
    expect([appointment.units, unitOn(appointment, date("2016-04-04"))]).toEqual([[], null])
  })
})

describe("the unit of a worker", () => {
  const onTwoWings = ready.on("2016-03-15", doneOn("A_WING", "B_WING"))

  it("is one on which the role is done, or nobody works alone", () => {
    const told = shadowed.on("2016-04-04", doneOn("A_WING", "B_WING"))
    given(told.events).on("2016-04-04").when(activate(willsRole, "2016-04-04")).isRefusedBy("APPOINTMENT-14")
      .says("APPOINTMENT-14", "The role is done on A_WING, B_WING. Record first on which of these the worker works")
    given(told.events).on("2016-04-04").when(bind("C_WING", "2016-04-04")).isRefusedBy("APPOINTMENT-14")
      .says("APPOINTMENT-14", "The role is not done on C_WING, only on A_WING, B_WING")
    const bound = told.on("2016-04-04", bind("B_WING", "2016-04-04"))
    given(bound.events).on("2016-04-04").when(activate(willsRole, "2016-04-04")).isAccepted()
  })

  it("is said once, after the worker was proposed and after the unit before", () => {
    const bound = shadowed.on("2016-04-04", bind("B_WING", "2016-04-04"))
    given(bound.events).on("2016-04-04").when(bind("B_WING", "2016-04-04")).isRefusedWhile("Selected")
    given(bound.events).on("2016-04-04").when(bind("A_WING", "2016-04-03")).isRefusedBy("RECORD-2")
    given(shadowed.events).on("2016-04-04").when(bind("B_WING", "2016-01-31")).isRefusedBy("RECORD-2")
    // Twice on one day: the unit that was recorded last
    const twice = bound.on("2016-04-04", bind("A_WING", "2016-04-04"))
    expect(unitOn(stateIn(Appointment, willsRole, twice.events), date("2016-04-04"))).toBe("A_WING")
  })

  it("that was recorded in error is struck out", () => {
    const bound = shadowed.on("2016-04-04", bind("B_WING", "2016-04-04"))
    const entry = bound.events.at(-1)?.id ?? ""
    const struck = bound.on("2016-04-05", StrikeOutAppointmentEntry.make({ appointment: willsRole, entry, reason }))
    expect(stateIn(Appointment, willsRole, struck.events).units).toEqual([])
  })

  it("is no matter for a worker who was in role before the scheme, of whom no assessment was asked", () => {
    given(ready.events).on("2016-03-15").when(bind("B_WING", "2016-03-15", maxsRole)).isAccepted()
  })

  it("of a mentor is one on which the role of the new worker is done", () => {
    given(onTwoWings.events).on("2016-03-15").when(plan("2016-03-21")).isRefusedBy("SHADOW-9")
      .says("SHADOW-9", "The role is done on A_WING, B_WING. Record first on which unit the mentor works")
    const beside = onTwoWings.on("2016-03-15", bind("B_WING", "2016-03-15", maxsRole))
    given(beside.events).on("2016-03-15").when(plan("2016-03-21", max)).isAccepted("ShadowingPlanned")
    const across = beside.on("2016-03-15", doneOn("FEMALE"))
    given(across.events).on("2016-03-15").when(plan("2016-03-21", max)).isRefusedBy("SHADOW-9")
      .says("SHADOW-9", "The role is not done on B_WING. Choose a mentor who works on FEMALE")
  })
})

describe("a role profile", () => {
  it("that names other units is another version; in another order it says the same", () => {
    const publish = (...units: ReadonlyArray<string>) =>
      PublishRoleProfile.make({
        scheme,
        roleProfile: supportWorker,
        code: "PEER_SUPPORT_WORKER",
        tasks: ["BEFRIENDING"],
        confidentiality: "BOUNDED",
        pay: "VOLUNTEER",
        asksForShadowing: true,
        asksForClearance: false,
        inCommunity: false,
        units,
        on: date("2016-03-15")
      })
    const named = ready.on("2016-03-15", publish("A_WING", "B_WING"))
    given(named.events).on("2016-03-15").when(publish("B_WING", "A_WING")).isRefusedWhile("Pilot")
    given(named.events).on("2016-03-15").when(publish("A_WING")).isAccepted("RoleProfilePublished")
    given(ready.events).on("2016-03-15").when(publish()).isRefusedWhile("Pilot")
  })
})
