/**
 * How an appointment ends, and how what was recorded in error is put right: each correction points at what it corrects, and
 * what was recorded stays.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { MovePersonBooking } from "../person/Merges.ts"
import { Shadowing, ShadowingsWith } from "../shadowing/Shadowing.ts"
import { PauseShadowing } from "../shadowing/ShadowingCourse.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { RecordStaffLeaving } from "../staff/StaffLeaving.ts"
import { given } from "../testing.ts"
import {
  activate,
  begin,
  coordinator,
  experienced,
  id,
  lee,
  legacy,
  max,
  maxsRole,
  mo,
  mosRole,
  officer,
  opened,
  propose,
  running,
  scheme,
  shadowing,
  standingIn,
  stateIn,
  supportWorker,
  train,
  wes,
  wessRole,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import { Appointment } from "./Appointment.ts"
import {
  CorrectAppointmentEnd,
  CorrectAppointmentStart,
  EndAppointment,
  PlanAppointmentEnd,
  ReopenAppointment,
  StrikeOutAppointmentEntry,
  VoidAppointment
} from "./AppointmentEnd.ts"
import { AppointmentsOf } from "./AppointmentsOf.ts"
import { RecordSecurityClearance } from "./Preparation.ts"
import { DeclineAppointment } from "./Selection.ts"
import { mayMentorOn } from "./Standing.ts"
import { RestrictAppointment, SuspendAppointment } from "./Suspension.ts"
import { CorrectAppointmentPerson } from "./WhoseAppointment.ts"

const reason = "It turned out so"
type EndReason = Parameters<typeof EndAppointment.make>[0]["reason"]

const end = (on: string, why: EndReason = "OWN_REQUEST", appointment = willsRole) =>
  EndAppointment.make({ appointment, reason: why, on: date(on) })
const voiding = (agreedBy: string, on = "2016-05-02") =>
  VoidAppointment.make({ appointment: willsRole, agreedBy, reason, on: date(on) })
const strike = (entry: string) => StrikeOutAppointmentEntry.make({ appointment: willsRole, entry, reason })
const correctPerson = (person: string, appointment = willsRole) =>
  CorrectAppointmentPerson.make({ appointment, person, reason })
const correctStart = (from: string, appointment = willsRole) =>
  CorrectAppointmentStart.make({ appointment, from: date(from), reason })
const correctEnd = (endedOn: string) =>
  CorrectAppointmentEnd.make({ appointment: willsRole, endedOn: date(endedOn), reason })

const keys = { person: will, scheme, roleProfile: supportWorker, establishment: "ZZI" }

const active = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
  .on("2016-04-04", activate(willsRole, "2016-04-04"))
const legacyWorker = opened.on("2015-11-09", ...experienced(willsRole, will))

const stateOf = (events: ReadonlyArray<Happened>, appointment = willsRole) => stateIn(Appointment, appointment, events)
const eventOf = (events: ReadonlyArray<Happened>, type: string, stream = willsRole): Happened => {
  const found = events.filter((event) => event.type === type && event.stream === `appointment-${stream}`).at(-1)
  if (found === undefined) throw new Error(`Nothing of ${type} happened`)
  return found
}
const sentence = (events: ReadonlyArray<Happened>, command: Given) => {
  const { decision } = given(events).on("2016-09-05").when(command)
  return decision._tag === "Refused" ? decision.moment?.says : "accepted"
}

describe("an end", () => {
  it.each(
    [
      ["WITHDRAWN_BY_STAFF", true],
      ["DISMISSED", true],
      ["SECURITY", true],
      ["RISK_CHANGED", true],
      ["COMPLETED_TERM", false],
      ["OWN_REQUEST", false],
      ["HEALTH", false],
      ["SAFER_CUSTODY", false],
      ["TRANSFERRED_OUT", false],
      ["RELEASED", false],
      ["RELEASED_TO_HOSPITAL", false],
      ["DEPORTED", false],
      ["DID_NOT_RETURN_FROM_COURT", false],
      ["ESCAPED", false],
      ["DIED", false],
      ["ROLE_CLOSED", false],
      ["NEVER_STARTED", false],
      ["OTHER", false]
    ] as const
  )("for %s is a removal by staff: %s", (why, removed) => {
    const over = active.on("2016-09-01", end("2016-09-01", why))
    expect(over.events.at(-1)).toMatchObject({ type: "AppointmentEnded", on: "2016-09-01", data: { ...keys, removed } })
    expect(JSON.stringify(over.events.at(-1))).not.toContain(why)
  })

  it("lies on the day of the activation at the earliest, and then there was no day in the role", () => {
    given(active.events).on("2016-09-01").when(end("2016-04-03")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "The date is too early. It can be 4 April 2016 or later")
    const never = active.on("2016-04-04", end("2016-04-04", "NEVER_STARTED"))
    expect(stateOf(never.events).inRole).toEqual({ from: "2016-04-04", until: "2016-04-04" })
    given(active.events).on("2016-09-01").when(end("2016-09-02")).isRefusedBy("RECORD-1")
  })

  it("of somebody who never started lies on the day of the proposal at the earliest", () => {
    const proposed = opened.on("2016-02-01", propose(willsRole, will, "2016-02-01"))
    given(proposed.events).on("2016-02-02").when(end("2016-01-31", "NEVER_STARTED")).isRefusedBy("RECORD-2")
    const over = proposed.on("2016-02-02", end("2016-02-01", "NEVER_STARTED"))
    expect(stateOf(over.events)).toMatchObject({
      step: "Ended",
      inRole: null,
      ended: { on: "2016-02-01", removed: false }
    })
  })

  it("of a worker in role before the scheme ends that time", () => {
    const registered = opened.on("2015-10-05", legacy(willsRole, will))
    const over = registered.on("2015-11-02", end("2015-11-02"))
    expect(stateOf(over.events).inRole).toEqual({ from: "2014-01-06", until: "2015-11-02" })
    given(registered.events).on("2015-11-02").when(end("2015-10-04")).isRefusedBy("RECORD-2")
  })

  it("on another day than was recorded is corrected, within the time in the role", () => {
    const over = active.on("2016-09-01", end("2016-09-01", "DISMISSED"))
    const corrected = over.on("2016-09-05", correctEnd("2016-08-31"))
    expect(corrected.events.at(-1)).toMatchObject({
      type: "AppointmentEndCorrected",
      on: "2016-08-31",
      corrects: eventOf(over.events, "AppointmentEnded").id,
      data: { ...keys, endedOn: "2016-08-31" }
    })
    expect(stateOf(corrected.events)).toMatchObject({
      inRole: { from: "2016-04-04", until: "2016-08-31" },
      ended: { on: "2016-08-31", removed: true }
    })
    expect(sentence(corrected.events, correctEnd("2016-08-31"))).toBe("The end is recorded for that day already")
    given(over.events).on("2016-09-05").when(correctEnd("2016-04-03")).isRefusedBy("RECORD-2")
    given(over.events).on("2016-09-05").when(correctEnd("2016-04-04")).isAccepted()
    const unstarted = opened.on("2016-02-02", propose(willsRole, will, "2016-02-01"), end("2016-02-02"))
      .on("2016-02-03", correctEnd("2016-02-01"))
    expect(stateOf(unstarted.events)).toMatchObject({ inRole: null, ended: { on: "2016-02-01" } })
  })
})

describe("voiding", () => {
  it("takes two members of staff, of whom the second is in post", () => {
    const on = given(active.events).on("2016-05-02")
    on.by(coordinator).when(voiding(lee)).isAccepted("AppointmentVoided")
    on.by(officer).when(voiding(lee)).isRefusedBy("STAFF-2")
      .says("STAFF-2", "You cannot agree with yourself. Name another member of staff who agreed")
    on.by(coordinator).when(voiding(id(99))).isRefusedBy("STAFF-1")
    on.by({ id: id(99), role: "coordinator" }).when(voiding(id(99))).isRefusedBy("STAFF-1", "STAFF-2")
    const gone = active.on("2016-05-02", RecordStaffLeaving.make({ staff: lee, on: date("2016-05-02") }))
    given(gone.events).on("2016-05-03").by(coordinator).when(voiding(lee)).isRefusedBy("STAFF-1")
    given(gone.events).on("2016-05-03").by(coordinator).when(voiding(lee, "2016-05-01")).isAccepted()
  })

  it("makes it count for nothing, and leaves it visible", () => {
    const voided = legacyWorker.on("2016-05-02", voiding(lee))
    expect(voided.events.at(-1)).toMatchObject({
      type: "AppointmentVoided",
      corrects: eventOf(voided.events, "LegacyWorkerRegistered").id,
      data: { ...keys, agreedBy: lee },
      tags: expect.arrayContaining([`staff:${lee}`]) as unknown
    })
    expect(stateOf(voided.events)).toMatchObject({ step: "Voided", inRole: null, person: will })
    expect(standingIn(will, voided.events).appointments).toEqual([])
    expect(
      [legacyWorker, voided].map(({ events }) => mayMentorOn(standingIn(will, events), scheme, date("2016-01-04")))
    )
      .toEqual([true, false])
    expect(voided.events.slice(0, -1)).toEqual(legacyWorker.events)
  })

  it("is possible after an end, and after a refusal", () => {
    const over = active.on("2016-05-02", end("2016-05-02"))
    given(over.events).on("2016-05-02").by(coordinator).when(voiding(lee)).isAccepted()
  })
})

describe("an entry that was an error", () => {
  const entries = active.on(
    "2016-05-02",
    RecordSecurityClearance.make({ appointment: willsRole, outcome: "CLEARED", on: date("2016-05-02") }),
    SuspendAppointment.make({
      appointment: willsRole,
      from: date("2016-05-02"),
      reviewBy: date("2016-05-09"),
      paid: true,
      reason: "HEALTH"
    }),
    RestrictAppointment.make({
      appointment: willsRole,
      tasks: ["BEFRIENDING"],
      areas: [],
      from: date("2016-05-02"),
      reason
    }),
    PlanAppointmentEnd.make({
      appointment: willsRole,
      endsOn: date("2016-08-01"),
      reason: "COMPLETED_TERM",
      on: date("2016-05-02")
    })
  )

  it.each(
    [
      ["RiskAssessmentRecorded", "risk", "2016-02-08"],
      ["SecurityClearanceRecorded", "clearance", "2016-05-02"],
      ["JobDescriptionAcknowledged", "acknowledged", "2016-02-10"],
      ["AppointmentTrainingRecorded", "training", "2016-03-15"],
      ["AppointmentSuspended", "suspensions", "2016-05-02"],
      ["AppointmentRestricted", "restrictions", "2016-05-02"]
    ] as const
  )("%s is struck out, and only that", (type, list, on) => {
    const entry = eventOf(entries.events, type).id
    const struck = entries.on("2016-05-03", strike(entry))
    expect(struck.events.at(-1)).toMatchObject({
      type: "AppointmentFactVoided",
      on,
      corrects: entry,
      data: { ...keys, voided: entry }
    })
    expect(stateOf(struck.events)).toEqual({ ...stateOf(entries.events), [list]: [] })
    expect(sentence(struck.events, strike(entry))).toBe("The appointment has no such entry that could be struck out")
  })

  it("may be a planned end", () => {
    const entry = eventOf(entries.events, "AppointmentEndPlanned").id
    const struck = entries.on("2016-05-03", strike(entry))
    expect(stateOf(struck.events)).toEqual({ ...stateOf(entries.events), plannedEnd: null })
    given(struck.events).on("2016-05-03").when(strike(entry)).isRefusedWhile("Active")
  })

  it("is no step of the appointment itself, and nothing of another one", () => {
    const notMine = eventOf(entries.events, "AppointmentTrainingRecorded", maxsRole).id
    for (const entry of [eventOf(entries.events, "AppointmentSelected").id, notMine, id(99)]) {
      expect(sentence(entries.events, strike(entry))).toBe("The appointment has no such entry that could be struck out")
    }
  })

  it("that was a training keeps a worker from being appointed, and a mentor from being shadowed", () => {
    const training = eventOf(legacyWorker.events, "AppointmentTrainingRecorded").id
    const struck = legacyWorker.on("2016-05-03", strike(training))
    expect(
      [legacyWorker, struck].map(({ events }) => mayMentorOn(standingIn(will, events), scheme, date("2016-05-03")))
    )
      .toEqual([true, false])
    // Trained after all on 9 May: from that day on they may
    const trained = struck.on("2016-05-09", train(willsRole, "2016-05-09"))
    const may = (day: string) => mayMentorOn(standingIn(will, trained.events), scheme, date(day))
    expect([may("2016-05-08"), may("2016-05-09")]).toEqual([false, true])
  })
})

describe("the wrong person", () => {
  const proposed = opened.on("2016-02-01", propose(willsRole, will, "2016-02-01"))

  it("is corrected, and the appointment is then the other's", () => {
    const corrected = proposed.on("2016-02-03", correctPerson(wes))
    expect(corrected.events.at(-1)).toMatchObject({
      type: "AppointmentPersonCorrected",
      on: "2016-02-01",
      corrects: eventOf(proposed.events, "AppointmentProposed").id,
      data: { ...keys, person: wes, formerPerson: will },
      tags: expect.arrayContaining([`person:${will}`, `person:${wes}`]) as unknown
    })
    expect(stateOf(corrected.events).person).toBe(wes)
    expect([will, wes].map((person) => standingIn(person, corrected.events).appointments.length)).toEqual([0, 1])
    // It is found by both, and read to know whose it is
    expect([will, wes].map((person) => stateIn(AppointmentsOf, person, corrected.events)))
      .toEqual([[willsRole], [willsRole]])
    // So Will may be proposed, and Wes may not
    given(corrected.events).on("2016-02-03").when(propose(wessRole, will, "2016-02-03")).isAccepted()
    given(corrected.events).on("2016-02-03").when(propose(wessRole, wes, "2016-02-03")).isRefusedBy("APPOINTMENT-1")
    // What follows speaks of Wes
    const next = corrected.on("2016-02-04", begin(willsRole, "2016-02-04"))
    expect(next.events.at(-1)?.data).toMatchObject({ person: wes })
    const back = next.on("2016-02-05", correctPerson(will))
    expect(stateIn(AppointmentsOf, will, back.events)).toEqual([willsRole])
    expect(standingIn(will, back.events).appointments.length).toBe(1)
  })

  it("takes its shadowings along, and both people find them", () => {
    const corrected = running.on("2016-03-22", correctPerson(wes))
    expect(
      corrected.events.slice(running.events.length).map((
        { corrects, data, tags, type }
      ) => [type, corrects, data, tags])
    )
      .toEqual([
        ["AppointmentPersonCorrected", expect.anything(), expect.objectContaining({ person: wes }), expect.anything()],
        [
          "ShadowingPersonCorrected",
          running.events.find(({ type }) => type === "ShadowingPlanned")?.id,
          expect.objectContaining({ shadower: wes, formerShadower: will, appointment: willsRole }),
          expect.arrayContaining([`person:${will}`, `person:${wes}`])
        ]
      ])
    expect(stateIn(Shadowing, shadowing, corrected.events)).toMatchObject({ shadower: wes, status: "Running" })
    expect([will, wes].map((person) => stateIn(ShadowingsWith, person, corrected.events)))
      .toEqual([[shadowing], [shadowing]])
    // What follows speaks of Wes, and is found by his name
    const paused = corrected.on(
      "2016-03-25",
      PauseShadowing.make({ shadowing, from: date("2016-03-25"), reason: "COURT" })
    )
    expect(paused.events.at(-1)?.tags).toContain(`person:${wes}`)
    expect(paused.events.at(-1)?.tags).not.toContain(`person:${will}`)
  })

  it("is whoever the number belonged to when the appointment began, also beside the mentor who has it since", () => {
    const moved = running.on(
      "2016-03-22",
      MovePersonBooking.make({
        person: max,
        into: wes,
        from: date("2016-01-01"),
        until: date("2016-03-10"),
        on: date("2016-03-22"),
        reason
      })
    )
    const corrected = moved.on("2016-03-23", correctPerson(max))
    expect(corrected.events.slice(moved.events.length).map(({ data, type }) => [type, data])).toEqual([
      ["AppointmentPersonCorrected", expect.objectContaining({ person: max })],
      ["ShadowingPersonCorrected", expect.objectContaining({ shadower: wes, mentor: max })]
    ])
  })

  it("is another one than was recorded, who holds no open appointment in the role", () => {
    expect(sentence(proposed.events, correctPerson(will))).toBe("The appointment is recorded for that person already")
    const both = proposed.on("2016-02-01", propose(wessRole, wes, "2016-02-01"))
    given(both.events).on("2016-02-03").when(correctPerson(wes)).isRefusedBy("APPOINTMENT-1")
    const over = both.on("2016-02-02", end("2016-02-02", "NEVER_STARTED", wessRole))
    given(over.events).on("2016-02-03").when(correctPerson(wes)).isAccepted()
  })

  it("is somebody who was there on that day, and no mentor of the appointment's own shadowing", () => {
    given(proposed.events).on("2016-02-03").when(correctPerson(id(99))).isRefusedBy("PERSON-1")
    given(active.events).on("2016-05-02").when(correctPerson(max)).isRefusedBy("APPOINTMENT-1", "SHADOW-2")
  })

  it("is corrected after the end too, also of somebody who is in the role in another one", () => {
    const over = active.on("2016-09-01", end("2016-09-01"))
    given(over.events).on("2016-09-02").when(correctPerson(mo)).isAccepted()
    expect(stateOf(over.on("2016-09-02", correctPerson(wes)).events)).toMatchObject({ step: "Ended", person: wes })
  })
})

describe("the wrong start", () => {
  it("of an activation is corrected, and the worker was in the role from the other day", () => {
    const corrected = active.on("2016-05-02", correctStart("2016-04-06"))
    expect(corrected.events.at(-1)).toMatchObject({
      type: "AppointmentStartCorrected",
      on: "2016-04-06",
      corrects: eventOf(active.events, "AppointmentActivated").id,
      data: { ...keys, from: "2016-04-06" }
    })
    expect(stateOf(corrected.events)).toMatchObject({
      inRole: { from: "2016-04-06", until: null },
      activated: { event: eventOf(active.events, "AppointmentActivated").id, on: "2016-04-06" }
    })
    // And again
    const again = corrected.on("2016-05-03", correctStart("2016-04-05"))
    expect(again.events.at(-1)?.corrects).toBe(eventOf(active.events, "AppointmentActivated").id)
    expect(stateOf(again.events)).toMatchObject({ inRole: { from: "2016-04-05" }, activated: { on: "2016-04-05" } })
  })

  it("is another day than was recorded", () => {
    expect(sentence(active.events, correctStart("2016-04-04"))).toBe("The start is recorded for that day already")
    given(active.events).on("2016-05-02").when(correctStart("2016-05-03")).isRefusedBy("RECORD-1")
  })

  it("of a worker who was in role before the scheme is the day since when, trained or not", () => {
    const registered = opened.on("2015-10-05", legacy(willsRole, will))
    const corrected = registered.on("2015-10-12", correctStart("2013-06-03"))
    expect(corrected.events.at(-1)?.corrects).toBe(eventOf(registered.events, "LegacyWorkerRegistered").id)
    expect(stateOf(corrected.events)).toMatchObject({ inRole: { from: "2013-06-03", until: null }, activated: null })
  })

  it("of one who was regularised is that day too: from when they may work alone stays what it was", () => {
    const corrected = legacyWorker.on("2016-05-02", correctStart("2015-03-02"))
    expect(corrected.events.at(-1)?.corrects).toBe(eventOf(legacyWorker.events, "LegacyWorkerRegistered").id)
    expect(stateOf(corrected.events)).toMatchObject({
      inRole: { from: "2015-03-02", until: null },
      activated: { event: eventOf(legacyWorker.events, "LegacyWorkerRegularised").id, on: "2015-11-09" }
    })
    const may = (day: string) => mayMentorOn(standingIn(will, corrected.events), scheme, date(day))
    expect([may("2015-03-02"), may("2015-11-08"), may("2015-11-09")]).toEqual([false, false, true])
  })
})

describe("what was recorded", () => {
  it("stays visible after every correction", () => {
    const corrected = active.on("2016-05-02", correctStart("2016-04-06"))
    const knownThen = corrected.events.filter((event) => event.recordedAt < "2016-05-02")
    expect(stateOf(knownThen).inRole?.from).toBe("2016-04-04")
  })

  it("of a mentor who was never one falls away for the new worker at once", () => {
    const mentors = opened.on("2015-11-09", ...experienced(maxsRole, max), ...experienced(mosRole, mo))
    const voided = mentors.on(
      "2016-01-04",
      VoidAppointment.make({
        appointment: maxsRole,
        agreedBy: lee,
        reason,
        on: date("2016-01-04")
      })
    )
    expect([max, mo].map((person) => mayMentorOn(standingIn(person, voided.events), scheme, date("2015-12-01"))))
      .toEqual([false, true])
  })
})

describe("an end that was recorded in error", () => {
  const reopen = (on: string) => ReopenAppointment.make({ appointment: willsRole, on: date(on), reason })
  const ended = active.on("2016-08-31", end("2016-08-31"))

  it("is taken back: the worker is in the role as before, without a gap", () => {
    const reopened = ended.on("2016-09-05", reopen("2016-09-05"))
    expect(eventOf(reopened.events, "AppointmentReopened").corrects).toBe(eventOf(ended.events, "AppointmentEnded").id)
    expect(stateOf(reopened.events)).toMatchObject({
      step: "Active",
      inRole: { from: "2016-04-04", until: null },
      ended: null,
      closed: null
    })
  })

  it("may be a refusal, after which the person is considered as before", () => {
    const considered = opened.on("2016-02-02", propose(willsRole, will, "2016-02-01"), begin(willsRole, "2016-02-02"))
    const declined = considered.on(
      "2016-02-15",
      DeclineAppointment.make({
        appointment: willsRole,
        reason: "RISK",
        on: date("2016-02-15")
      })
    )
    expect(stateOf(declined.events).closed).toEqual({
      event: eventOf(declined.events, "AppointmentDeclined").id,
      on: "2016-02-15",
      before: "UnderSelection"
    })
    const reopened = declined.on("2016-02-16", reopen("2016-02-16"))
    expect(stateOf(reopened.events)).toMatchObject({ step: "UnderSelection", closed: null, inRole: null })
    given(reopened.events).on("2016-02-16").when(reopen("2016-02-16")).isRefusedWhile("UnderSelection")
  })

  it("is not taken back before it, nor while the person holds the role in another appointment", () => {
    given(ended.events).on("2016-09-05").when(reopen("2016-08-30")).isRefusedBy("RECORD-2")
    const again = ended.on("2016-09-01", propose(wessRole, will, "2016-09-01"))
    given(again.events).on("2016-09-05").when(reopen("2016-09-05")).isRefusedBy("APPOINTMENT-1")
  })
})
