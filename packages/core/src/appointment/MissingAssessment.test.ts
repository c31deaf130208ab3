/**
 * An assessment that a worker was appointed with and that was struck out: the worker is as restricted as one whose
 * assessment ran out, and nobody begins beside them.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { addMonths, date } from "../language/LocalDate.ts"
import { PublishRoleProfile } from "../scheme/RoleProfileDecisions.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { given } from "../testing.ts"
import {
  activate,
  another,
  assess,
  listener,
  maxsRole,
  mosRole,
  plan,
  ready,
  running,
  scheme,
  schooledIn,
  shadowing,
  standingIn,
  stateIn,
  supportWorker,
  trained,
  wes,
  wessRole,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import { Appointment } from "./Appointment.ts"
import { StrikeOutAppointmentEntry } from "./AppointmentEnd.ts"
import { statusOn } from "./AppointmentStatus.ts"
import { BindAppointmentToUnit } from "./BindingToUnit.ts"
import { countsOn, lapsesOn, sayValidity, validitiesOn, validityOn } from "./Lapse.ts"
import { RecordRiskAssessment, RecordSecurityClearance } from "./Preparation.ts"

const reason = "It was of another man"

const strikeOut = (appointment: string, entry: string): Given =>
  StrikeOutAppointmentEntry.make({ appointment, entry, reason })

/** Will shadowed from 21 March and works alone since 4 April 2016. */
const working = running.on(
  "2016-04-04",
  SignOffShadowing.make({ shadowing, on: date("2016-04-04") }),
  activate(willsRole, "2016-04-04")
)

const riskIn = (events: ReadonlyArray<Happened>, of = willsRole): ReadonlyArray<string> =>
  stateIn(Appointment, of, events).risk.map(({ event }) => event)

const struckOut = working.on("2016-04-11", strikeOut(willsRole, riskIn(working.events)[0] ?? ""))

const about = (events: ReadonlyArray<Happened>, of: string) => {
  const appointment = schooledIn(of, events)
  const its = stateIn(Scheme, scheme, events)
  return { appointment, scheme: its, profile: roleProfileOf(its, appointment.roleProfile) }
}

const statusIn = (events: ReadonlyArray<Happened>, day: string, of = willsRole) => {
  const asked = about(events, of)
  const { person } = standingIn(asked.appointment.person, events)
  return statusOn({ ...asked, person, placements: [], supervisions: [] }, date(day))
}

const saidOn = (events: ReadonlyArray<Happened>, day: string, of = willsRole) =>
  validitiesOn(about(events, of), date(day)).map((one) => [
    one.requirement,
    validityOn(one, date(day)),
    lapsesOn(one),
    countsOn(one, date(day)),
    sayValidity(one, date(day))
  ])

describe("a worker whose only risk assessment was struck out", () => {
  it("is restricted from the day of the appointment on, as one whose assessment ran out", () => {
    expect(statusIn(working.events, "2016-04-11")).toMatchObject({ status: "Active", because: null })
    expect(["2016-04-04", "2016-04-11"].map((day) => statusIn(struckOut.events, day))).toEqual([
      { status: "Restricted", since: "2016-04-04", because: "There is no risk assessment" },
      { status: "Restricted", since: "2016-04-04", because: "There is no risk assessment" }
    ])
    expect(statusIn(struckOut.events, "2016-04-03").status).not.toBe("Restricted")
    expect(saidOn(struckOut.events, "2016-04-11")[1])
      .toEqual(["RiskAssessment", "Missing", "2016-04-04", false, "There is no risk assessment"])
  })

  it("is no longer restricted from the day of a new one on", () => {
    const again = struckOut.on("2016-04-18", assess(willsRole, "2016-04-18"))
    expect(["2016-04-17", "2016-04-18"].map((day) => statusIn(again.events, day).status))
      .toEqual(["Restricted", "Active"])
  })

  it("is not begun beside, as one whose assessment ran out", () => {
    // Half a year in the role, and Wes is ready to shadow
    const later = (told: typeof working) => told.on("2016-11-01", ...trained(wessRole, wes)).on("2016-11-01")
    const beside = plan("2016-11-07", will, "2016-11-01", wessRole, another)
    given(later(working).events).on("2016-11-01").when(beside).isAccepted()
    given(later(struckOut).events).on("2016-11-01").when(beside).isRefusedBy("SHADOW-8").says(
      "SHADOW-8",
      "Something that the mentor's role asks for has lapsed or is missing. Have it renewed and record that, or choose " +
        "another mentor"
    )
  })

  it("is restricted from the day on which they came to a unit, where the assessment of that unit is struck out", () => {
    const on = date("2016-05-02")
    const bound = working.on(
      "2016-05-02",
      BindAppointmentToUnit.make({ appointment: willsRole, unit: "A_WING", on: date("2016-04-20") }),
      RecordRiskAssessment.make({
        appointment: willsRole,
        unit: "B_WING",
        outcome: "SUITABLE",
        validUntil: addMonths(on, 12),
        on
      }),
      BindAppointmentToUnit.make({ appointment: willsRole, unit: "B_WING", on })
    )
    const without = bound.on("2016-05-09", strikeOut(willsRole, riskIn(bound.events)[1] ?? ""))
    expect(["2016-05-01", "2016-05-02"].map((day) => statusIn(without.events, day))).toMatchObject([
      { status: "Active" },
      { status: "Restricted", since: "2016-05-02" }
    ])
  })
})

describe("where nothing was asked, nothing is missing", () => {
  it("of a worker who was in role before the scheme", () => {
    expect(statusIn(ready.events, "2016-04-11", maxsRole).status).toBe("Active")
    expect(statusIn(ready.events, "2016-04-11", mosRole).status).toBe("Active")
    expect(saidOn(ready.events, "2016-04-11", maxsRole).map(([requirement]) => requirement)).toEqual(["Training"])
  })

  it("of somebody who is not appointed yet", () => {
    const before = running.on("2016-04-01", strikeOut(willsRole, riskIn(running.events)[0] ?? ""))
    expect(saidOn(before.events, "2016-04-01").map(([requirement]) => requirement)).toEqual(["Training"])
  })
})

describe("a clearance that was struck out", () => {
  const cleared = RecordSecurityClearance.make({ appointment: wessRole, outcome: "CLEARED", on: date("2016-02-09") })
  const steps = trained(wessRole, wes, listener)
  const listening = ready
    .on("2016-03-15", ...steps.slice(0, 4), cleared, ...steps.slice(4), activate(wessRole, "2016-03-15"))
  const entry = stateIn(Appointment, wessRole, listening.events).clearance[0]?.event ?? ""

  it("restricts where the role asked for it when the worker was appointed", () => {
    const without = listening.on("2016-03-21", strikeOut(wessRole, entry))
    expect(statusIn(listening.events, "2016-03-21", wessRole).status).toBe("Active")
    expect(statusIn(without.events, "2016-03-21", wessRole))
      .toEqual({ status: "Restricted", since: "2016-03-15", because: "There is no security clearance" })
  })

  it("and one that the role asks for only since then does not: people see to it", () => {
    const anew = PublishRoleProfile.make({
      scheme,
      roleProfile: supportWorker,
      code: "PEER_SUPPORT_WORKER",
      tasks: ["BEFRIENDING"],
      confidentiality: "BOUNDED",
      pay: "VOLUNTEER",
      asksForShadowing: true,
      asksForClearance: true,
      inCommunity: false,
      on: date("2016-04-18")
    })
    expect(statusIn(working.on("2016-04-18", anew).events, "2016-04-18").status).toBe("Active")
  })
})
