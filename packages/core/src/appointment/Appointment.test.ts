/**
 * The life of an appointment from proposal to end: told once with every value, begun and selected by its rules, and refused
 * at every wrong moment.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { RecordRelease, RecordTemporaryDeparture, RecordTransfer } from "../person/PersonMovements.ts"
import { PauseScheme } from "../scheme/SchemeRunning.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { RecordStaffLeaving } from "../staff/StaffLeaving.ts"
import { given } from "../testing.ts"
import {
  acknowledge,
  activate,
  assess,
  begin,
  coordinator,
  experienced,
  id,
  kay,
  lee,
  legacy,
  listener,
  max,
  maxsRole,
  officer,
  opened,
  propose,
  regularise,
  running,
  scheme,
  select,
  shadowing,
  stateIn,
  supportWorker,
  train,
  trainer,
  wes,
  wessRole,
  will,
  willsRole,
  ZZA
} from "../testing/SmallPrison.ts"
import { Appointment } from "./Appointment.ts"
import { appointmentDecisions } from "./appointmentDecisions.ts"
import {
  CorrectAppointmentEnd,
  CorrectAppointmentStart,
  EndAppointment,
  PlanAppointmentEnd,
  ReopenAppointment,
  StrikeOutAppointmentEntry,
  VoidAppointment
} from "./AppointmentEnd.ts"
import { ApplyForAppointment, ProposeAppointment, RegisterLegacyWorker } from "./AppointmentEntry.ts"
import type { Step } from "./AppointmentFacts.ts"
import { AppointmentsOf } from "./AppointmentsOf.ts"
import { BindAppointmentToUnit } from "./BindingToUnit.ts"
import { ConsiderEligibility } from "./Eligible.ts"
import { CheckLegalStatus } from "./LegalStatusCheck.ts"
import { RecordRiskAssessment, RecordSecurityClearance } from "./Preparation.ts"
import { RecordRefresher } from "./Refresher.ts"
import { DeclineAppointment, SelectForAppointment } from "./Selection.ts"
import { DeclareSelectionInterest, RecordSelectionAdvice } from "./SelectionAdvice.ts"
import {
  CancelAppointmentSuspension,
  ChangeAppointmentSupervisor,
  LiftAppointmentRestriction,
  ReinstateAppointment,
  RestrictAppointment,
  SuspendAppointment
} from "./Suspension.ts"
import { RecordTaskTakenOver, RefuseTask } from "./TaskRefusal.ts"
import { CorrectAppointmentPerson, EndDuplicateAppointment } from "./WhoseAppointment.ts"

const reason = "It turned out so"
const keys = { person: will, scheme, roleProfile: supportWorker, establishment: "ZZI" }

const eventOf = (events: ReadonlyArray<Happened>, type: string): Happened => {
  const found = events.filter((event) => event.type === type).at(-1)
  if (found === undefined) throw new Error(`Nothing of ${type} happened`)
  return found
}

const apply = (appointment: string, person: string, on: string) =>
  ApplyForAppointment.make({
    appointment,
    person,
    scheme,
    roleProfile: supportWorker,
    source: "WORD_OF_MOUTH",
    on: date(on)
  })

const clear = (appointment: string, on: string, outcome: "CLEARED" | "NOT_CLEARED" = "CLEARED", validUntil?: string) =>
  RecordSecurityClearance.make({
    appointment,
    outcome,
    on: date(on),
    ...(validUntil === undefined ? {} : { validUntil: date(validUntil) })
  })

const selecting = (facts: Partial<Parameters<typeof SelectForAppointment.make>[0]>) =>
  SelectForAppointment.make({
    appointment: willsRole,
    incentiveLevel: "STANDARD",
    workplaceRisk: "LOW",
    expectedUntil: date("2018-01-01"),
    reasons: "Patient and reliable",
    on: date("2016-02-15"),
    ...facts
  })

const end = (appointment: string, on: string, why: "DISMISSED" | "OWN_REQUEST" | "NEVER_STARTED" = "OWN_REQUEST") =>
  EndAppointment.make({ appointment, reason: why, on: date(on) })

describe("an appointment", () => {
  const told = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
    .on("2016-04-04", activate(willsRole, "2016-04-04"))
    .on("2016-09-01", end(willsRole, "2016-09-01"))
  const own = told.events.filter((event) => event.stream === `appointment-${willsRole}`)

  it("is proposed, considered, prepared, selected, trained for, activated and ended", () => {
    expect(own.map(({ data, on, type }) => [type, on, data])).toEqual([
      ["AppointmentProposed", "2016-02-01", { ...keys, source: "STAFF" }],
      ["AppointmentSelectionBegun", "2016-02-02", keys],
      ["RiskAssessmentRecorded", "2016-02-08", { ...keys, passed: true, validUntil: "2017-02-08" }],
      ["JobDescriptionAcknowledged", "2016-02-10", { ...keys, version: 1 }],
      [
        "AppointmentSelected",
        "2016-02-15",
        // From 15 February 2016 to 1 January 2018: 320 days to the end of 2016, 365 of 2017 and one
        { ...keys, mismatches: 0, earlierRemovals: 0, otherRoles: 0, daysExpected: 686 }
      ],
      [
        "AppointmentTrainingRecorded",
        "2016-03-15",
        { ...keys, template: "TEMPLATE_2", evidence: "REGISTER", decidedBy: kay }
      ],
      [
        "AppointmentActivated",
        "2016-04-04",
        { ...keys, supervisor: lee, firstSupervisionOn: "2016-04-11", identityItemOffered: true }
      ],
      ["AppointmentEnded", "2016-09-01", { ...keys, removed: false }]
    ])
    expect(own[0]?.tags).toEqual([
      `appointment:${willsRole}`,
      "establishment:ZZI",
      `person:${will}`,
      `roleProfile:${supportWorker}`,
      `scheme:${scheme}`
    ])
    expect(own[5]?.tags).toContain(`staff:${kay}`)
  })

  it("is all of this in one state", () => {
    const [proposed, , risk, acknowledged, selected, training, activated, ended] = own
    expect(stateIn(Appointment, willsRole, told.events)).toEqual({
      step: "Ended",
      person: will,
      scheme,
      roleProfile: supportWorker,
      establishment: "ZZI",
      begun: { event: proposed?.id, on: "2016-02-01" },
      risk: [{ event: risk?.id, on: "2016-02-08", passed: true, validUntil: "2017-02-08", unit: null }],
      clearance: [],
      acknowledged: [{ event: acknowledged?.id, on: "2016-02-10", version: 1 }],
      units: [],
      eligibility: [],
      interests: [],
      advice: [],
      legalStatus: [],
      selected: { event: selected?.id, on: "2016-02-15" },
      training: [{ event: training?.id, on: "2016-03-15", template: "TEMPLATE_2", decidedBy: kay }],
      refreshers: [],
      supervisor: lee,
      supervisorChangedOn: [],
      payBand: null,
      firstSupervisionOn: "2016-04-11",
      inRole: { from: "2016-04-04", until: "2016-09-01" },
      activated: { event: activated?.id, on: "2016-04-04" },
      waiverUntil: null,
      suspensions: [],
      restrictions: [],
      refused: [],
      plannedEnd: null,
      ended: { event: ended?.id, on: "2016-09-01", removed: false, duplicateOf: null },
      closed: { event: ended?.id, on: "2016-09-01", before: "Active" },
      changed: { on: "2016-09-01", recordedAt: "2016-09-01T12:00:00.000Z", by: coordinator }
    })
  })

  it("is found by the person", () => {
    expect([will, max].map((person) => stateIn(AppointmentsOf, person, told.events))).toEqual([[willsRole], [maxsRole]])
  })

  it("keeps nothing where decisions and views could see it that says more than they need", () => {
    expect(JSON.stringify(told.events)).not.toMatch(/SUITABLE|STANDARD|Patient|OWN_REQUEST/)
  })
})

describe("a beginning", () => {
  it("is a proposal or an application, of somebody who is there and holds no other open one in the role", () => {
    const applied = opened.on("2016-02-01", apply(willsRole, will, "2016-02-01"))
    expect(eventOf(applied.events, "AppointmentAppliedFor")).toMatchObject({
      on: "2016-02-01",
      data: { ...keys, source: "WORD_OF_MOUTH" }
    })
    const commands = [propose(wessRole, will, "2016-02-02"), apply(wessRole, will, "2016-02-02")]
    for (const command of commands) {
      given(applied.events).on("2016-02-02").when(command).isRefusedBy("APPOINTMENT-1")
        .says("APPOINTMENT-1", "The person already has an open appointment in this role. Use that one, or end it first")
    }
    // In another role they may
    given(applied.events).on("2016-02-02").when(propose(wessRole, will, "2016-02-02", listener)).isAccepted()
  })

  it.each([
    ["declined", DeclineAppointment.make({ appointment: willsRole, reason: "NO_PLACE", on: date("2016-02-02") })],
    ["ended", end(willsRole, "2016-02-02", "NEVER_STARTED")],
    ["voided", VoidAppointment.make({ appointment: willsRole, agreedBy: lee, reason, on: date("2016-02-02") })]
  ])("may be another one once the first is %s", (_, over) => {
    const before = opened.on("2016-02-02", propose(willsRole, will, "2016-02-01"), begin(willsRole, "2016-02-01"), over)
    given(before.events).on("2016-02-02").when(propose(wessRole, will, "2016-02-02")).isAccepted("AppointmentProposed")
  })

  it("is refused for somebody who is not there on the day, by every rule that is broken", () => {
    const transferred = opened.on(
      "2016-02-01",
      RecordTransfer.make({
        person: will,
        establishment: ZZA,
        on: date("2016-02-01")
      })
    )
    given(transferred.events).on("2016-02-01").when(propose(willsRole, will, "2016-02-01")).isRefusedBy("PERSON-1")
    given(transferred.events).on("2016-02-01").when(propose(willsRole, will, "2016-01-31")).isAccepted()
    const held = opened.on("2016-02-01", propose(willsRole, will, "2016-02-01"))
      .on("2016-02-02", RecordRelease.make({ person: will, reason: "RELEASED", on: date("2016-02-02") }))
    given(held.events).on("2016-02-02").when(propose(wessRole, will, "2016-02-02"))
      .isRefusedBy("APPOINTMENT-1", "PERSON-1")
    given(opened.events).on("2016-02-01").when(propose(willsRole, id(99), "2016-02-01")).isRefusedBy("PERSON-1")
  })

  it("needs a scheme that runs, and a role that it has", () => {
    const paused = opened.on("2016-02-01", PauseScheme.make({ scheme, reason, on: date("2016-02-01") }))
    given(paused.events).on("2016-02-01").when(propose(willsRole, will, "2016-02-01")).isRefusedWhile("Paused")
    const attempt = given(opened.events).on("2016-02-01").when(propose(willsRole, will, "2016-02-01", id(99)))
      .isRefusedWhile("Unknown")
    expect(attempt.decision).toMatchObject({
      moment: { life: "role", says: "The scheme has no such role", possible: ["PublishRoleProfile"] }
    })
    const elsewhere = ProposeAppointment.make({
      appointment: willsRole,
      person: will,
      scheme: id(99),
      roleProfile: supportWorker,
      source: "STAFF",
      on: date("2016-02-01")
    })
    expect(given(opened.events).on("2016-02-01").when(elsewhere).isRefusedWhile("Unknown").decision)
      .toMatchObject({ moment: { life: "scheme", says: "There is no such scheme" } })
  })

  it("before the scheme has a waiver that ends, and somebody in post who attests it", () => {
    const register = (values: Partial<Parameters<typeof RegisterLegacyWorker.make>[0]>) =>
      RegisterLegacyWorker.make({
        appointment: maxsRole,
        person: max,
        scheme,
        roleProfile: supportWorker,
        inRoleSince: date("2014-01-06"),
        waiverUntil: date("2016-10-05"),
        attestedBy: kay,
        on: date("2015-10-05"),
        ...values
      })
    const on = given(opened.events).on("2015-10-05")
    on.when(register({})).isAccepted("LegacyWorkerRegistered")
    on.when(register({ waiverUntil: date("2016-10-06") })).isRefusedBy("APPOINTMENT-12")
      .says("APPOINTMENT-12", "The waiver must end after 5 October 2015 and by 5 October 2016")
    on.when(register({ inRoleSince: date("2015-10-01") })).isRefusedBy("APPOINTMENT-12")
    on.when(register({ attestedBy: id(99) })).isRefusedBy("STAFF-1")
    // Three at once: nobody attests it, they were not in the role before, and they are already in it
    const held = opened.on("2015-10-05", legacy(maxsRole, max))
    given(held.events).on("2015-10-05").when(register({
      appointment: id(35),
      attestedBy: id(99),
      inRoleSince: date("2015-10-02")
    })).isRefusedBy("APPOINTMENT-1", "APPOINTMENT-12", "STAFF-1")
  })
})

describe("a selection", () => {
  const proposed = opened.on("2016-02-01", propose(willsRole, will, "2016-02-01"))
  const considered = proposed.on("2016-02-02", begin(willsRole, "2016-02-02"))
  const assessed = considered.on("2016-02-08", assess(willsRole, "2016-02-08"))

  it("begins on the day of the proposal at the earliest", () => {
    given(proposed.events).on("2016-02-03").when(begin(willsRole, "2016-01-31")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "The date is too early. It can be 1 February 2016 or later")
    given(proposed.events).on("2016-02-03").when(begin(willsRole, "2016-02-01")).isAccepted()
  })

  it("needs a risk assessment that says yes and is in date", () => {
    given(considered.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isRefusedBy("APPOINTMENT-3")
      .says("APPOINTMENT-3", "No risk assessment says that the person is suitable. Record one first")
    const unsuitable = RecordRiskAssessment.make({
      appointment: willsRole,
      outcome: "NOT_SUITABLE",
      validUntil: date("2017-02-09"),
      on: date("2016-02-09")
    })
    const twice = assessed.on("2016-02-09", unsuitable)
    expect(stateIn(Appointment, willsRole, twice.events).risk.map((one) => one.passed)).toEqual([true, false])
    given(twice.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isRefusedBy("APPOINTMENT-3")
    // As of the day before the second assessment, the first is the newest
    given(twice.events).on("2016-02-15").when(select(willsRole, "2016-02-08")).isAccepted()
  })

  it("takes an assessment for no longer than it says, and than the scheme lets one stand", () => {
    const short = considered.on("2016-02-08", assess(willsRole, "2016-02-08", "2016-02-14"))
    given(short.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isRefusedBy("APPOINTMENT-3")
      .says("APPOINTMENT-3", "The risk assessment was good until 14 February 2016. Record a new one first")
    given(short.events).on("2016-02-15").when(select(willsRole, "2016-02-14")).isAccepted()
    // Twelve months at most: good until 8 February 2017, whatever the assessment says
    const long = considered.on("2016-02-08", assess(willsRole, "2016-02-08", "2020-01-01"))
    given(long.events).on("2017-02-09").when(select(willsRole, "2017-02-09")).isRefusedBy("APPOINTMENT-3")
      .says("APPOINTMENT-3", "The risk assessment was good until 8 February 2017. Record a new one first")
    given(long.events).on("2017-02-09").when(select(willsRole, "2017-02-08")).isAccepted()
  })

  it("takes no assessment that the scheme has decided nothing about", () => {
    const early = considered.on("2016-02-08", assess(willsRole, "2015-09-30"))
    given(early.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isRefusedBy("APPOINTMENT-3")
      .says(
        "APPOINTMENT-3",
        "The scheme has not decided for that day how long a risk assessment is good for (riskAssessmentMonths). A " +
          "coordinator decides it with DecideSchemePolicy, from the day of the assessment or before"
      )
  })

  it("needs a clearance where the role asks for one, as a Listener's does", () => {
    const asListener = opened.on("2016-02-01", propose(willsRole, will, "2016-02-01", listener))
      .on("2016-02-08", begin(willsRole, "2016-02-02"), assess(willsRole, "2016-02-08"))
    given(asListener.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isRefusedBy("APPOINTMENT-4")
    const cleared = asListener.on("2016-02-09", clear(willsRole, "2016-02-09", "CLEARED", "2016-02-15"))
    given(cleared.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isAccepted()
    given(cleared.events).on("2016-02-16").when(select(willsRole, "2016-02-16")).isRefusedBy("APPOINTMENT-4")
      .says("APPOINTMENT-4", "The clearance was good until 15 February 2016. Record a new one first")
    const refused = asListener.on("2016-02-09", clear(willsRole, "2016-02-09", "NOT_CLEARED"))
    given(refused.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isRefusedBy("APPOINTMENT-4")
    const withoutEnd = asListener.on("2016-02-09", clear(willsRole, "2016-02-09"))
    given(withoutEnd.events).on("2019-02-15").when(select(willsRole, "2016-02-15")).isAccepted()
  })

  it.each([
    [
      "the basic incentive level",
      { incentiveLevel: "BASIC" as const },
      "One fact speaks against the selection. Give a reason for it"
    ],
    [
      "a high workplace risk",
      { workplaceRisk: "HIGH" as const },
      "One fact speaks against the selection. Give a reason for it"
    ],
    [
      "an education that falls short of what the role asks for",
      { education: "FALLS_SHORT" as const, learned: "Reads a little" },
      "One fact speaks against the selection. Give a reason for it"
    ],
    [
      "both",
      { incentiveLevel: "BASIC" as const, workplaceRisk: "HIGH" as const },
      "One fact speaks against the selection. Give a reason for it"
    ]
  ])("weighs %s, and wants a reason", (_, facts, because) => {
    given(assessed.events).on("2016-02-15").when(selecting(facts)).isRefusedBy("APPOINTMENT-6").says(
      "APPOINTMENT-6",
      because
    )
    const overrides = [{ rule: "APPOINTMENT-6", reason: "He has changed" }]
    const { decision } = given(assessed.events).on("2016-02-15").when({ ...selecting(facts), overrides })
      .isAccepted("AppointmentSelected")
    expect(decision.judged.find((one) => one.rule === "APPOINTMENT-6")).toMatchObject({ held: false, override: true })
  })

  it.each(["MEETS", "NOT_ASKED"] as const)("keeps what they have learned apart from the log: %s", (education) => {
    const selected = assessed.on("2016-02-15", selecting({ education, learned: "A certificate in plumbing" }))
    expect(eventOf(selected.events, "AppointmentSelected").data).toMatchObject({ mismatches: 0 })
    expect(JSON.stringify(selected.events)).not.toMatch(/plumbing|MEETS|NOT_ASKED/)
  })

  it("weighs another role that the person is in, and counts it", () => {
    const inRole = opened.on("2015-11-09", ...experienced(maxsRole, max))
      .on(
        "2016-02-08",
        propose(id(35), max, "2016-02-01", trainer),
        begin(id(35), "2016-02-02"),
        assess(id(35), "2016-02-08")
      )
    given(inRole.events).on("2016-02-15").when(selecting({ appointment: id(35) })).isRefusedBy("APPOINTMENT-6")
    const overrides = [{ rule: "APPOINTMENT-6", reason: "He wants to do both" }]
    const selected = inRole.on("2016-02-15", { ...selecting({ appointment: id(35) }), overrides })
    expect(eventOf(selected.events, "AppointmentSelected").data).toMatchObject({ mismatches: 1, otherRoles: 1 })
    // One that has ended is no other role
    const over = inRole.on("2016-02-09", end(maxsRole, "2016-02-09"))
    given(over.events).on("2016-02-15").when(selecting({ appointment: id(35) })).isAccepted()
  })

  it("shows earlier removals by staff from the scheme, and refuses nothing for them", () => {
    const removed = opened.on("2015-11-09", ...experienced(maxsRole, max))
      .on("2016-01-04", end(maxsRole, "2016-01-04", "DISMISSED"))
      .on("2016-02-08", propose(id(35), max, "2016-02-01"), begin(id(35), "2016-02-02"), assess(id(35), "2016-02-08"))
    const { decision } = given(removed.events).on("2016-02-15").when(selecting({ appointment: id(35) }))
      .isAccepted("AppointmentSelected")
      .says("APPOINTMENT-7", "Staff removed the person from this scheme once before. Look at the reasons")
    expect(decision._tag === "Accepted" && decision.events[0]?.data).toMatchObject({
      earlierRemovals: 1,
      otherRoles: 0
    })
    // Who left at their own request was not removed
    const left = opened.on("2015-11-09", ...experienced(maxsRole, max))
      .on("2016-01-04", end(maxsRole, "2016-01-04"))
      .on("2016-02-08", propose(id(35), max, "2016-02-01"), begin(id(35), "2016-02-02"), assess(id(35), "2016-02-08"))
    const again = left.on("2016-02-15", selecting({ appointment: id(35) }))
    expect(eventOf(again.events, "AppointmentSelected").data).toMatchObject({ earlierRemovals: 0 })
  })

  it("expects a stay of shadowing and service together: 14 and 90 days", () => {
    // 105 days after 15 February 2016, the first whole week with 104: 14 in February, 31, 30 and 30 of May
    const until = (day: string) => selecting({ expectedUntil: date(day) })
    given(assessed.events).on("2016-02-15").when(until("2016-05-30")).isAccepted()
    given(assessed.events).on("2016-02-15").when(until("2016-05-29")).isRefusedBy("APPOINTMENT-8")
      .says("APPOINTMENT-8", "The person is expected to stay 98 days; shadowing and service take 104. Give a reason")
    given(assessed.events).on("2016-02-15").when(until("2016-01-01")).isRefusedBy("APPOINTMENT-8")
      .says("APPOINTMENT-8", "The person is expected to stay 0 days; shadowing and service take 104. Give a reason")
    // A role without shadowing asks for the 90 days of service alone
    const asTrainer = opened.on(
      "2016-02-08",
      propose(willsRole, will, "2016-02-01", trainer),
      begin(willsRole, "2016-02-02")
    )
      .on("2016-02-08", assess(willsRole, "2016-02-08"))
    given(asTrainer.events).on("2016-02-15").when(until("2016-05-16")).isAccepted()
    given(asTrainer.events).on("2016-02-15").when(until("2016-05-15")).isRefusedBy("APPOINTMENT-8")
  })

  it("tells everything that is wrong at once", () => {
    given(considered.events).on("2016-02-15").when(selecting({
      incentiveLevel: "BASIC",
      expectedUntil: date("2016-03-01"),
      on: date("2016-01-31")
    })).isRefusedBy("RECORD-2", "APPOINTMENT-3", "APPOINTMENT-6", "APPOINTMENT-8")
  })

  it("may be a refusal, from which day on they can apply again", () => {
    const declined = considered.on(
      "2016-02-15",
      DeclineAppointment.make({
        appointment: willsRole,
        reason: "NO_PLACE",
        canReapplyFrom: date("2016-08-15"),
        on: date("2016-02-15")
      })
    )
    expect(eventOf(declined.events, "AppointmentDeclined").data).toEqual({ ...keys, canReapplyFrom: "2016-08-15" })
    expect(stateIn(Appointment, willsRole, declined.events)).toMatchObject({ step: "NotSelected", selected: null })
    const early = DeclineAppointment.make({ appointment: willsRole, reason: "NO_PLACE", on: date("2016-01-31") })
    given(considered.events).on("2016-02-15").when(early).isRefusedBy("RECORD-2")
  })
})

describe("what is recorded on the way", () => {
  const considered = opened.on("2016-02-02", propose(willsRole, will, "2016-02-01"), begin(willsRole, "2016-02-02"))

  it("is good until the day it is made, or later", () => {
    const on = given(considered.events).on("2016-02-08")
    on.when(assess(willsRole, "2016-02-08", "2016-02-07")).isRefusedBy("RECORD-2")
    on.when(assess(willsRole, "2016-02-08", "2016-02-08")).isAccepted("RiskAssessmentRecorded")
    on.when(clear(willsRole, "2016-02-08", "CLEARED", "2016-02-07")).isRefusedBy("RECORD-2")
    on.when(clear(willsRole, "2016-02-08", "CLEARED", "2016-02-08")).isAccepted("SecurityClearanceRecorded")
  })

  it("is an acknowledgement after the proposal, and a training that somebody in post decided", () => {
    given(considered.events).on("2016-02-08").when(acknowledge(willsRole, "2016-01-31")).isRefusedBy("RECORD-2")
    const gone = considered.on("2016-02-08", RecordStaffLeaving.make({ staff: kay, on: date("2016-02-08") }))
    given(gone.events).on("2016-02-09").when(train(willsRole, "2016-02-09")).isRefusedBy("STAFF-1")
    given(gone.events).on("2016-02-09").when(train(willsRole, "2016-02-07")).isAccepted("AppointmentTrainingRecorded")
  })

  it.each([
    ["RiskAssessmentRecorded", assess(willsRole, "2016-02-08"), "This assessment is recorded already"],
    ["SecurityClearanceRecorded", clear(willsRole, "2016-02-08"), "This clearance is recorded already"],
    ["JobDescriptionAcknowledged", acknowledge(willsRole, "2016-02-08"), "This acknowledgement is recorded already"],
    ["AppointmentTrainingRecorded", train(willsRole, "2016-02-08"), "This training is recorded already"]
  ])("%s is recorded once", (type, command, says) => {
    const once = considered.on("2016-02-08", command)
    expect(given(once.events).on("2016-02-09").when(command).isRefusedWhile("UnderSelection").decision)
      .toMatchObject({ moment: { says } })
    // What was struck out may be recorded again
    const entry = eventOf(once.events, type).id
    const struck = once.on("2016-02-09", StrikeOutAppointmentEntry.make({ appointment: willsRole, entry, reason }))
    given(struck.events).on("2016-02-09").when(command).isAccepted(type)
  })

  it.each([
    [assess(willsRole, "2016-02-08"), assess(willsRole, "2016-02-09")],
    [assess(willsRole, "2016-02-08"), assess(willsRole, "2016-02-08", "2017-02-07")],
    [
      assess(willsRole, "2016-02-08"),
      RecordRiskAssessment.make({
        appointment: willsRole,
        outcome: "NOT_SUITABLE",
        validUntil: date("2017-02-08"),
        on: date("2016-02-08")
      })
    ],
    [clear(willsRole, "2016-02-08"), clear(willsRole, "2016-02-09")],
    [clear(willsRole, "2016-02-08"), clear(willsRole, "2016-02-08", "CLEARED", "2017-02-08")],
    [clear(willsRole, "2016-02-08"), clear(willsRole, "2016-02-08", "NOT_CLEARED")],
    [acknowledge(willsRole, "2016-02-08"), acknowledge(willsRole, "2016-02-09")],
    [train(willsRole, "2016-02-08"), train(willsRole, "2016-02-09")]
  ])("is recorded again when it is renewed: %#", (first, second) => {
    given(considered.on("2016-02-09", first).events).on("2016-02-09").when(second).isAccepted()
  })
})

describe("at the wrong moment", () => {
  const today = "2016-05-02"
  const on = date(today)
  const proposed = opened.on("2016-02-01", propose(willsRole, will, "2016-02-01"))
  const considered = proposed.on("2016-02-02", begin(willsRole, "2016-02-02"))
    .on("2016-02-10", assess(willsRole, "2016-02-08"), acknowledge(willsRole, "2016-02-10"))
  const selected = considered.on("2016-02-15", select(willsRole, "2016-02-15"))
  const untrained = opened.on("2015-10-05", legacy(willsRole, will))

  /** With a suspension that goes on, one that is planned, and a restriction, each on its day. */
  const withTimes = (story: typeof opened, restrict: boolean) =>
    story.on(
      "2016-04-25",
      SuspendAppointment.make({
        appointment: willsRole,
        from: date("2016-04-25"),
        reviewBy: date("2016-05-25"),
        paid: true,
        reason: "HEALTH"
      }),
      SuspendAppointment.make({
        appointment: willsRole,
        from: date("2016-06-01"),
        reviewBy: date("2016-06-25"),
        paid: true,
        reason: "HEALTH"
      }),
      ...(restrict
        ? [
          RestrictAppointment.make({
            appointment: willsRole,
            tasks: ["BEFRIENDING"],
            areas: [],
            from: date("2016-04-25"),
            reason
          })
        ]
        : [])
    )

  const states: Readonly<Record<Step, ReadonlyArray<Happened>>> = {
    Unknown: opened.events,
    Proposed: withTimes(proposed, false).events,
    Applied: withTimes(opened.on("2016-02-01", apply(willsRole, will, "2016-02-01")), false).events,
    UnderSelection: withTimes(considered, false).events,
    Selected: withTimes(selected, false).events,
    NotSelected: considered.on(
      "2016-02-15",
      DeclineAppointment.make({ appointment: willsRole, reason: "RISK", on: date("2016-02-15") })
    )
      .events,
    InRoleUntrained: withTimes(
      untrained.on("2015-11-06", acknowledge(willsRole, "2015-11-02"), train(willsRole, "2015-11-06")),
      true
    ).events,
    Active: withTimes(opened.on("2015-11-09", ...experienced(willsRole, will)), true).events,
    Ended: selected.on("2016-04-20", end(willsRole, "2016-04-20")).events,
    Voided: selected.on(
      "2016-04-20",
      VoidAppointment.make({ appointment: willsRole, agreedBy: lee, reason, on: date("2016-04-20") })
    )
      .events
  }

  const says: Readonly<Record<Step, string>> = {
    Unknown: "There is no such appointment",
    Proposed: "The appointment is already proposed since 12:00 on 1 February 2016",
    Applied: "The appointment is already applied since 12:00 on 1 February 2016",
    UnderSelection: "The appointment is already under selection since 12:00 on 2 February 2016",
    Selected: "The appointment is already selected since 12:00 on 15 February 2016",
    NotSelected: "The appointment is already not selected since 12:00 on 15 February 2016",
    InRoleUntrained: "The appointment is already in role untrained since 13:00 on 5 October 2015",
    Active: "The appointment is already active since 12:00 on 9 November 2015",
    Ended: "The appointment is already ended since 13:00 on 20 April 2016",
    Voided: "The appointment is already voided since 13:00 on 20 April 2016"
  }

  const [selecting, activating] = [["Selected", "select the person"], ["Active", "activate it"]] as const
  const beginning = [["UnderSelection", "begin the selection"], selecting, activating] as const
  const ahead: Readonly<Partial<Record<Step, ReadonlyArray<readonly [Step, string]>>>> = {
    Proposed: beginning,
    Applied: beginning,
    UnderSelection: [selecting, activating],
    Selected: [activating],
    InRoleUntrained: [["Active", "regularise the worker"]]
  }

  /** The state, and every step to the first one in which the command is possible. */
  const saysOf = (state: Step, name: string): string => {
    const way = ahead[state] ?? []
    const last = way.findIndex(([to]) => possible[to].includes(name))
    const first = way.slice(0, last + 1).map(([, step]) => step).join(", then ")
    return first === "" ? says[state] : `${says[state].replace("already ", "")}. First ${first}`
  }

  /** What may be done after each step, written a second time. */
  const assessments = [
    "RecordRiskAssessment",
    "RecordSecurityClearance",
    "AcknowledgeJobDescription",
    "BindAppointmentToUnit",
    "CheckLegalStatus"
  ]
  const always = [
    "SuspendAppointment",
    "CancelAppointmentSuspension",
    "ReinstateAppointment",
    "PlanAppointmentEnd",
    "EndAppointment",
    "EndDuplicateAppointment",
    "VoidAppointment",
    "StrikeOutAppointmentEntry",
    "CorrectAppointmentPerson"
  ]
  const trainings = ["RecordAppointmentTraining", "RecordRefresher"]
  const refusals = ["RefuseTask", "RecordTaskTakenOver"]
  const inRole = [...refusals, "RestrictAppointment", "LiftAppointmentRestriction", "CorrectAppointmentStart"]
  const possible: Readonly<Record<Step, ReadonlyArray<string>>> = {
    Unknown: ["ProposeAppointment", "ApplyForAppointment", "RegisterLegacyWorker"],
    Proposed: ["BeginAppointmentSelection", "DeclineAppointment", "ActivateAppointment", ...always],
    Applied: ["BeginAppointmentSelection", "DeclineAppointment", "ActivateAppointment", ...always],
    UnderSelection: [
      ...assessments,
      "ConsiderEligibility",
      "DeclareSelectionInterest",
      "RecordSelectionAdvice",
      "SelectForAppointment",
      "DeclineAppointment",
      "RecordAppointmentTraining",
      "ActivateAppointment",
      ...always
    ],
    Selected: [...assessments, "DeclareSelectionInterest", ...trainings, "ActivateAppointment", ...refusals, ...always],
    NotSelected: ["VoidAppointment", "ReopenAppointment"],
    InRoleUntrained: [...assessments, ...trainings, "RegulariseLegacyWorker", ...inRole, ...always],
    Active: [
      ...assessments,
      "DeclareSelectionInterest",
      ...trainings,
      "ChangeAppointmentSupervisor",
      ...inRole,
      ...always
    ],
    Ended: [
      ...refusals,
      "VoidAppointment",
      "CorrectAppointmentEnd",
      "CorrectAppointmentPerson",
      "ReopenAppointment"
    ],
    Voided: []
  }

  const suspensionIn = (state: Step, from: string): string =>
    stateIn(Appointment, willsRole, states[state]).suspensions.find((one) => one.from === from)?.event ?? id(98)

  const commandsIn = (state: Step): ReadonlyArray<Given> => [
    propose(willsRole, will, today),
    apply(willsRole, will, today),
    legacy(willsRole, will),
    begin(willsRole, today),
    assess(willsRole, today),
    clear(willsRole, today),
    acknowledge(willsRole, today),
    BindAppointmentToUnit.make({ appointment: willsRole, unit: "B_WING", on }),
    CheckLegalStatus.make({ appointment: willsRole, meets: true, on }),
    ConsiderEligibility.make({ appointment: willsRole, met: ["STABLE"], notMet: [], on }),
    DeclareSelectionInterest.make({ appointment: willsRole, adviser: max, interest: "DEBT", on }),
    RecordSelectionAdvice.make({ appointment: willsRole, adviser: max, advice: "FOR", on }),
    select(willsRole, today),
    DeclineAppointment.make({ appointment: willsRole, reason: "RISK", on }),
    train(willsRole, today),
    activate(willsRole, today),
    regularise(willsRole, today),
    SuspendAppointment.make({ appointment: willsRole, from: on, reviewBy: on, paid: false, reason: "REGIME" }),
    CancelAppointmentSuspension.make({ appointment: willsRole, suspension: suspensionIn(state, "2016-06-01"), on }),
    ReinstateAppointment.make({ appointment: willsRole, on }),
    RestrictAppointment.make({ appointment: willsRole, tasks: [], areas: ["B_WING"], from: on, reason }),
    LiftAppointmentRestriction.make({ appointment: willsRole, on }),
    RefuseTask.make({ appointment: willsRole, task: "FEEDING", owner: lee, request: reason, on }),
    RecordTaskTakenOver.make({
      appointment: willsRole,
      refusal: stateIn(Appointment, willsRole, states[state]).refused.at(-1)?.event ?? id(98),
      answer: "NOT_NEEDED",
      takenOverBy: lee,
      on
    }),
    ChangeAppointmentSupervisor.make({ appointment: willsRole, supervisor: kay, on }),
    PlanAppointmentEnd.make({ appointment: willsRole, endsOn: date("2016-06-30"), reason: "COMPLETED_TERM", on }),
    end(willsRole, today),
    VoidAppointment.make({ appointment: willsRole, agreedBy: lee, reason, on }),
    StrikeOutAppointmentEntry.make({ appointment: willsRole, entry: suspensionIn(state, "2016-06-01"), reason }),
    CorrectAppointmentPerson.make({ appointment: willsRole, person: wes, reason }),
    CorrectAppointmentStart.make({ appointment: willsRole, from: date("2014-02-03"), reason }),
    CorrectAppointmentEnd.make({ appointment: willsRole, endedOn: date("2016-04-19"), reason }),
    ReopenAppointment.make({ appointment: willsRole, on, reason }),
    EndDuplicateAppointment.make({ appointment: willsRole, duplicateOf: wessRole, on }),
    RecordRefresher.make({ appointment: willsRole, evidence: "REGISTER", decidedBy: kay, on })
  ]

  it("is tried with every command of the life", () => {
    expect(commandsIn("Unknown").map((command) => command._tag).sort())
      .toEqual(appointmentDecisions.map((decides) => decides.command.name).sort())
  })

  const cases = (Object.keys(possible) as ReadonlyArray<Step>).flatMap((state) =>
    commandsIn(state).map((command) => ({ state, command }))
  )

  it.each(cases)("$command._tag while $state", ({ command, state }) => {
    expect(stateIn(Appointment, willsRole, states[state]).step).toBe(state)
    const outcome = given(states[state]).on(today).by(coordinator).when(command)
    if (
      ["ActivateAppointment", "RegulariseLegacyWorker"].includes(command._tag) && possible[state].includes(command._tag)
    ) {
      // In each of these states they are suspended, and nobody is appointed or regularised while they are
      outcome.isRefusedWhile("Suspended")
      return
    }
    if (command._tag === "EndDuplicateAppointment" && possible[state].includes(command._tag)) {
      // No record was merged, so nothing is a duplicate
      outcome.isRefusedWhile(state)
      return
    }
    if (["CheckLegalStatus", "ConsiderEligibility"].includes(command._tag) && possible[state].includes(command._tag)) {
      // The scheme of these stories asks for no criteria, and the role for no legal status
      outcome.isRefusedWhile(state)
      return
    }
    if (/^(Declare|Record)Selection/.test(command._tag) && possible[state].includes(command._tag)) {
      // Nobody works in the scheme of these stories, who could advise
      expect(outcome.decision.judged.find(({ rule }) => rule === "APPOINTMENT-18")?.held).toBe(false)
      return
    }
    if (command._tag === "RecordTaskTakenOver" && possible[state].includes(command._tag)) {
      // No task was refused in these stories
      outcome.isRefusedWhile(state)
      return
    }
    if (command._tag === "RefuseTask" && state === "Ended") {
      // It ended on the day itself: who is asked from then on is no worker
      outcome.isRefusedWhile(state)
      return
    }
    if (command._tag === "RecordRefresher" && state === "Selected") {
      // They are not trained yet, so there is nothing to refresh
      outcome.isRefusedWhile(state)
      return
    }
    if (possible[state].includes(command._tag)) {
      outcome.isAccepted()
      return
    }
    const { decision } = outcome.isRefusedWhile(state)
    expect(decision._tag === "Refused" && decision.moment).toEqual({
      life: "appointment",
      state,
      since: stateIn(Appointment, willsRole, states[state]).changed,
      possible: possible[state],
      says: saysOf(state, command._tag)
    })
  })

  it("is told by whom it came so", () => {
    const byOfficer = opened.by(officer).on("2016-02-01", propose(willsRole, will, "2016-02-01"))
    const { decision } = given(byOfficer.events).on("2016-02-02").when(propose(willsRole, will, "2016-02-02"))
      .isRefusedWhile("Proposed")
    expect(decision._tag === "Refused" && decision.moment?.since).toEqual({
      on: "2016-02-01",
      recordedAt: "2016-02-01T12:00:00.000Z",
      by: officer
    })
  })

  it("a second activation of the same worker is told since when they are active", () => {
    const signed = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
      .on("2016-04-04", activate(willsRole, "2016-04-04"))
    const { decision } = given(signed.events).on("2016-04-04").by(officer).when(activate(willsRole, "2016-04-04"))
      .isRefusedWhile("Active")
    expect(decision).toMatchObject({
      moment: { says: "The appointment is already active since 13:00 on 4 April 2016" }
    })
  })

  it("somebody who is away is proposed all the same, and is not yet in role", () => {
    const away = opened.on(
      "2016-02-01",
      RecordTemporaryDeparture.make({
        person: will,
        reason: "COURT",
        on: date("2016-02-01")
      })
    )
    given(away.events).on("2016-02-01").when(propose(willsRole, will, "2016-02-01")).isAccepted()
  })
})
