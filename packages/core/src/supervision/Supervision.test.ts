/**
 * The life of a supervision: arranged, met, missed, ended and corrected, with every state's refusals.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ActivateAppointment } from "../appointment/Activation.ts"
import { Appointment } from "../appointment/Appointment.ts"
import { ChangeAppointmentSupervisor } from "../appointment/Suspension.ts"
import { WithdrawEscalation } from "../escalation/EscalationEnd.ts"
import { RaiseEscalation } from "../escalation/EscalationRaising.ts"
import type { Given } from "../language/Command.ts"
import { decideOver } from "../language/Deciding.ts"
import type { Happened } from "../language/Event.ts"
import { toKeep } from "../language/Evidence.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { decide } from "../OverEvents.ts"
import { decisions, eventTypes } from "../Registry.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { RegisterStaff } from "../staff/StaffRegistration.ts"
import { given, laws } from "../testing.ts"
import {
  activate,
  coordinator,
  experienced,
  id,
  kay,
  lee,
  max,
  maxsRole,
  officer,
  opened,
  propose,
  ready,
  running,
  scheme,
  stateIn,
  trained,
  wes,
  wessRole,
  will,
  willsRole,
  ZZI
} from "../testing/SmallPrison.ts"
import { invariantsOfBeginnings } from "../testing/WhatMustHoldOfBeginnings.ts"
import { HoldSupervision } from "./HoldingSupervision.ts"
import { ArrangeSupervision, ChangeSupervisor, EndSupervision } from "./Supervising.ts"
import { nextMeeting, Supervision, SupervisionsFor, supervisorOn } from "./Supervision.ts"
import {
  CorrectSupervisionDate,
  ReopenSupervision,
  StrikeOutSupervisionEntry,
  VoidSupervision
} from "./SupervisionCorrections.ts"
import { AddToSupervisionNote, RewriteSupervisionNote } from "./SupervisionNotes.ts"
import {
  CancelSupervision,
  RecordSupervisionNonAttendance,
  RescheduleSupervision,
  ScheduleSupervision
} from "./SupervisionSessions.ts"
import { supervisionSteps } from "./supervisionSteps.ts"

const [supervision, another, una] = [id(71), id(72), id(19)]
const reason = "It turned out so"

const arrange = (on: string, values: Partial<Parameters<typeof ArrangeSupervision.make>[0]> = {}): Given =>
  ArrangeSupervision.make({
    supervision,
    appointment: maxsRole,
    supervisor: lee,
    framework: "GIBBS",
    managesAlone: false,
    on: date(on),
    ...values
  })
const schedule = (meetsOn: string, on: string): Given =>
  ScheduleSupervision.make({ supervision, meetsOn: date(meetsOn), on: date(on) })
const reschedule = (meetsOn: string, on: string): Given =>
  RescheduleSupervision.make({ supervision, meetsOn: date(meetsOn), reason, on: date(on) })
const cancel = (on: string): Given => CancelSupervision.make({ supervision, reason, on: date(on) })
const hold = (on: string, values: Partial<Parameters<typeof HoldSupervision.make>[0]> = {}): Given =>
  HoldSupervision.make({
    supervision,
    on: date(on),
    exploitation: "NOTHING",
    workload: "MANAGEABLE",
    confidentiality: "NOTHING",
    boundaries: "NOTHING",
    sharedNote: "A good fortnight",
    ...values
  })
const miss: Given = RecordSupervisionNonAttendance.make({ supervision, absence: "LOGISTICS" })
const change = (supervisor: string, on: string): Given =>
  ChangeSupervisor.make({ supervision, supervisor, managesAlone: false, reason, on: date(on) })
const end = (on: string): Given => EndSupervision.make({ supervision, reason, on: date(on) })
const reopen = (on: string): Given => ReopenSupervision.make({ supervision, reason, on: date(on) })
const void_ = (on: string): Given => VoidSupervision.make({ supervision, reason, on: date(on) })
const redate = (entry: string, on: string): Given =>
  CorrectSupervisionDate.make({ supervision, entry, happenedOn: date(on), reason })
const strike = (entry: string): Given => StrikeOutSupervisionEntry.make({ supervision, entry, reason })

/** Max is in role since Monday 9 November 2015, his first supervision is on the 16th, and each next 28 days later. */
const inRole = opened.on("2015-11-09", ...experienced(maxsRole, max))
const escalated = (about: Partial<Parameters<typeof RaiseEscalation.make>[0]> = {}): Given =>
  RaiseEscalation.make({
    escalation: id(61),
    scheme,
    category: "EXPLOITATION_OF_WORKER",
    urgency: "ROUTINE",
    basis: "AGREED",
    ...about
  })
const arranged = inRole.on("2015-11-09", arrange("2015-11-09"))

const state = (events: ReadonlyArray<Happened>) => stateIn(Supervision, supervision, events)
const last = (events: ReadonlyArray<Happened>): string => events.at(-1)?.id ?? ""
const saysOf = (events: ReadonlyArray<Happened>, on: string, command: Given): string | undefined => {
  const { decision } = given(events).on(on).when(command)
  return decision._tag === "Refused" ? decision.moment?.says : undefined
}

describe("an arrangement", () => {
  it("names the supervisor and the framework, for a worker who is selected or in role", () => {
    const { decision } = given(inRole.events).on("2015-11-09").when(arrange("2015-11-09"))
      .isAccepted("SupervisionArranged")
    expect(decision.judged.map((one) => [one.rule, one.held])).toEqual([
      ["RECORD-1", true],
      ["RECORD-2", true],
      ["STAFF-1", true],
      ["SUPERVISION-1", true],
      ["SUPERVISION-2", true],
      ["SUPERVISION-8", true],
      ["STAFF-5", true]
    ])
    expect(decision._tag === "Accepted" && decision.events[0]?.tags).toEqual([
      `appointment:${maxsRole}`,
      "establishment:ZZI",
      `person:${max}`,
      `scheme:${scheme}`,
      `staff:${lee}`,
      `supervision:${supervision}`
    ])
    given(ready.events).on("2016-03-15").when(arrange("2016-03-15", { appointment: willsRole })).isAccepted()
    const proposed = opened.on("2016-02-01", propose(willsRole, will, "2016-02-01"))
    expect(saysOf(proposed.events, "2016-02-01", arrange("2016-02-01", { appointment: willsRole })))
      .toBe("Supervision is arranged for somebody who is selected or in a role")
    given(opened.events).on("2016-02-01").when(arrange("2016-02-01")).isRefusedWhile("Unknown")
  })

  it("is refused with everything that is wrong with the supervisor at once", () => {
    const known = inRole.on(
      "2015-11-10",
      RegisterStaff.make({ staff: una, name: "Una", establishment: ZZI, on: date("2015-11-10") })
    )
    given(known.events).on("2015-11-10").when(arrange("2015-11-09", { supervisor: una, managesAlone: true }))
      .isRefusedBy("STAFF-1", "SUPERVISION-1", "SUPERVISION-2")
    given(inRole.events).on("2015-11-09")
      .when({
        ...arrange("2015-11-09", { managesAlone: true }),
        overrides: [{ rule: "SUPERVISION-2", reason: "Nobody else" }]
      })
      .isAccepted("SupervisionArranged")
  })

  it("is the only one of its appointment, until it ends", () => {
    given(arranged.events).on("2015-11-10").when(arrange("2015-11-10", { supervision: another })).isRefusedWhile(
      "Arranged"
    )
    const ended = arranged.on("2015-11-20", end("2015-11-20"))
    const again = ended.on("2015-11-20", arrange("2015-11-20", { supervision: another, supervisor: kay }))
    given(again.events).on("2015-11-21").when(reopen("2015-11-21")).isRefusedWhile("Arranged")
    expect(stateIn(SupervisionsFor, maxsRole, again.events)).toEqual([supervision, another])
  })

  it("says who supervises from its day on, and nobody does once it has ended", () => {
    const told = arranged.on("2015-11-30", change(kay, "2015-11-30")).on("2015-12-14", end("2015-12-14"))
    const of = (events: ReadonlyArray<Happened>, day: string) =>
      supervisorOn(
        { ...stateIn(Appointment, maxsRole, events), supervisor: una },
        [stateIn(Supervision, supervision, events)],
        date(day)
      )
    expect(
      ["2015-11-08", "2015-11-09", "2015-11-29", "2015-11-30", "2015-12-13", "2015-12-14"].map((day) =>
        of(told.events, day)
      )
    ).toEqual([una, lee, lee, kay, kay, null])
    expect(of(told.on("2015-12-15", reopen("2015-12-15")).events, "2015-12-15")).toBe(kay)
  })

  it("takes the place of the appointment's own supervisor", () => {
    const instead = ChangeAppointmentSupervisor.make({ appointment: maxsRole, supervisor: kay, on: date("2015-11-10") })
    given(inRole.events).on("2015-11-10").when(instead).isAccepted("AppointmentSupervisorChanged")
    expect(saysOf(arranged.events, "2015-11-10", instead))
      .toBe("Its supervision is arranged and says who supervises. Change the supervisor there")
    const before = running.on("2016-03-21", arrange("2016-03-21", { appointment: willsRole, supervisor: kay }))
    expect(saysOf(before.events, "2016-04-04", activate(willsRole, "2016-04-04"))).toBe(
      "Its supervision is arranged with somebody else. Name them, or change the supervisor in the supervision first"
    )
    given(before.events).on("2016-04-04").when(ActivateAppointment.make({
      appointment: willsRole,
      supervisor: kay,
      firstSupervisionOn: date("2016-04-11"),
      identityItemOffered: true,
      on: date("2016-04-04")
    })).isRefusedBy("APPOINTMENT-10")
  })
})

describe("an escalation about the supervisor", () => {
  it.each<readonly [string, Partial<Parameters<typeof RaiseEscalation.make>[0]>, boolean]>([
    ["raised by the worker", { appointment: maxsRole, aboutStaff: lee }, true],
    ["heard from the worker", { heardFrom: max, aboutStaff: lee }, true],
    ["that is about the worker too", { subject: max, aboutStaff: lee }, true],
    ["of somebody else", { heardFrom: wes, aboutStaff: lee }, false],
    ["about nobody but the worker", { subject: max }, false]
  ])("%s", (_, about, stands) => {
    const raised = inRole.by(coordinator).on("2015-11-09", escalated(about))
    const first = given(raised.events).on("2015-11-09").when(arrange("2015-11-09"))
    const kays = raised.on("2015-11-09", arrange("2015-11-09", { supervisor: kay }))
    const then = given(kays.events).on("2015-11-10").when(change(lee, "2015-11-10"))
    for (const outcome of [first, then]) {
      if (stands) outcome.isRefusedBy("SUPERVISION-8")
      else outcome.isAccepted()
    }
  })

  it("stands between them only while it is open", () => {
    const raised = inRole.by(coordinator).on("2015-11-09", escalated({ heardFrom: max, aboutStaff: lee }))
    const withdrawn = raised.on("2015-11-10", WithdrawEscalation.make({ escalation: id(61), reason }))
    given(withdrawn.events).on("2015-11-10").when(arrange("2015-11-10")).isAccepted("SupervisionArranged")
  })
})

describe("a meeting", () => {
  const scheduled = arranged.on("2015-11-09", schedule("2015-11-16", "2015-11-09"))

  it("is scheduled by the day on which it is due, or a reason says why not", () => {
    given(arranged.events).on("2015-11-09").when(schedule("2015-11-17", "2015-11-09")).isRefusedBy("SUPERVISION-3")
      .says("SUPERVISION-3", "Supervision is due on 16 November 2015. Schedule it by then, or record why it is later")
    given(arranged.events).on("2015-11-09")
      .when({ ...schedule("2015-11-17", "2015-11-09"), overrides: [{ rule: "SUPERVISION-3", reason: "Inspection" }] })
      .isAccepted("SupervisionScheduled")
    expect(saysOf(scheduled.events, "2015-11-10", schedule("2015-11-12", "2015-11-10")))
      .toBe("They are to meet on 16 November 2015 already. Reschedule that")
    given(arranged.events).on("2015-11-12").when(schedule("2015-11-11", "2015-11-12")).isRefusedBy("RECORD-2")
  })

  it("that is put off keeps the day it was to be, and a correction brings that back", () => {
    const put = scheduled.on("2015-11-11", reschedule("2015-11-13", "2015-11-11"))
    expect(put.events.at(-1)?.data).toMatchObject({ meetsOn: "2015-11-13", supersedes: last(scheduled.events) })
    expect(nextMeeting(state(put.events))?.meetsOn).toBe("2015-11-13")
    expect(saysOf(put.events, "2015-11-11", reschedule("2015-11-13", "2015-11-11")))
      .toBe("They are to meet on 13 November 2015 already")
    const back = put.on("2015-11-12", strike(last(put.events)))
    expect(nextMeeting(state(back.events))?.meetsOn).toBe("2015-11-16")
  })

  it("that is cancelled, missed or held settles the day, and what settled it can be struck out", () => {
    for (const settle of [cancel("2015-11-16"), miss, hold("2015-11-16")]) {
      const settled = scheduled.on("2015-11-16", settle)
      expect([nextMeeting(state(settled.events)), settled.events.at(-1)?.on]).toEqual([null, "2015-11-16"])
      expect(settled.events.at(-1)?.data["scheduled"]).toBe(last(scheduled.events))
      const back = settled.on("2015-11-17", strike(last(settled.events)))
      expect(nextMeeting(state(back.events))?.meetsOn).toBe("2015-11-16")
    }
  })

  it("is not missed before its day, and nothing is cancelled or missed that was not set", () => {
    expect(saysOf(scheduled.events, "2015-11-15", miss))
      .toBe("They are to meet on 16 November 2015. Nothing is missed before that day")
    for (const command of [miss, cancel("2015-11-09"), reschedule("2015-11-13", "2015-11-09")]) {
      expect(saysOf(arranged.events, "2015-11-09", command)).toBe("No supervision is scheduled. Schedule one first")
    }
  })

  it("that was called off stays so when its cancelling is struck out after another day was set", () => {
    const cancelled = scheduled.on("2015-11-10", cancel("2015-11-10"))
    const second = cancelled.on("2015-11-10", schedule("2015-11-13", "2015-11-10"))
    const struck = second.on("2015-11-11", strike(last(cancelled.events)))
    expect(nextMeeting(state(struck.events))?.meetsOn).toBe("2015-11-13")
    expect(nextMeeting(state(struck.on("2015-11-11", cancel("2015-11-11")).events))).toBe(null)
  })

  it("held before the day was set leaves that day as it is", () => {
    const late = arranged.on("2015-11-12", schedule("2015-11-16", "2015-11-12")).on("2015-11-12", hold("2015-11-10"))
    expect([nextMeeting(state(late.events))?.meetsOn, state(late.events).sessions[0]?.scheduled])
      .toEqual(["2015-11-16", null])
  })
})

describe("a session", () => {
  it("asks all four prompts", () => {
    const { boundaries: _, ...three } = hold("2015-11-16") as Record<string, unknown>
    expect(HoldSupervision.read(three)).toEqual({
      _tag: "Wrong",
      problems: [{ field: "boundaries", says: "is missing, and must be one of NOTHING, RAISED" }]
    })
  })

  it("names no escalation that there is not", () => {
    expect(saysOf(arranged.events, "2015-11-16", hold("2015-11-16", { escalations: [id(61)] })))
      .toBe("There is no such escalation. Raise it first")
  })

  it("with exploitation raised needs an escalation, or a reason why not", () => {
    for (const exploitation of ["OF_WORKER", "BY_WORKER", "BOTH"] as const) {
      const when = given(arranged.on("2015-11-16", escalated({ subject: max })).events).on("2015-11-16")
      when.when(hold("2015-11-16", { exploitation })).isRefusedBy("SUPERVISION-4")
      when.when(hold("2015-11-16", { exploitation, escalations: [] })).isRefusedBy("SUPERVISION-4")
      when.when(hold("2015-11-16", { exploitation, whyNotEscalated: "Known and dealt with" })).isAccepted(
        "SupervisionHeld"
      )
      const { decision } = when.when(hold("2015-11-16", { exploitation, escalations: [id(61)] })).isAccepted()
      expect(decision._tag === "Accepted" && decision.events[0]).toMatchObject({
        data: { concernsRaised: true, escalations: [id(61)] }
      })
      expect(decision._tag === "Accepted" && decision.events[0]?.tags).toContain(`escalation:${id(61)}`)
    }
  })

  it.each<readonly [Partial<Parameters<typeof HoldSupervision.make>[0]>, boolean]>([
    [{}, false],
    [{ workload: "TOO_MUCH" }, true],
    [{ workload: "TOO_LITTLE" }, true],
    [{ confidentiality: "RAISED" }, true],
    [{ boundaries: "RAISED" }, true]
  ])("with %o says publicly only whether anything was raised: %s", (values, concernsRaised) => {
    const held = arranged.on("2015-11-16", hold("2015-11-16", values))
    expect(held.events.at(-1)?.data).toMatchObject({ concernsRaised })
    expect(state(held.events).sessions).toMatchObject([{
      outcome: "Held",
      supervisor: lee,
      concernsRaised,
      escalations: []
    }])
  })

  it("keeps the two notes apart, and the supervisor's own is theirs alone to write", () => {
    const command = hold("2015-11-16", {
      supervisorNote: "Watch for pressure on him",
      exploitation: "OF_WORKER",
      whyNotEscalated: "Raised last week"
    })
    given(arranged.events).on("2015-11-16").by(coordinator).when(command).isRefusedBy("SUPERVISION-7")
    const decides = decisions.get("HoldSupervision")
    if (decides === undefined) throw new Error("It is gone")
    const known = {
      now: "2015-11-16T12:00:00.000Z" as never,
      today: date("2015-11-16"),
      calendar: "",
      actor: officer,
      numberTaken: false
    }
    const decided = decideOver(arranged.events, decides, command, known)
    const { personal } = toKeep(eventTypes, decided, {
      cause: null,
      commandId: id(99),
      correlation: id(99),
      upTo: arranged.events.length
    })
    expect(personal.map(({ class: keep, name, subject }) => [name, subject, keep])).toEqual([
      ["exploitation", max, "supervision"],
      ["workload", max, "supervision"],
      ["confidentiality", max, "supervision"],
      ["boundaries", max, "supervision"],
      ["sharedNote", max, "supervision"],
      ["supervisorNote", max, "reflection"],
      ["whyNotEscalated", max, "supervision"]
    ])
    expect(JSON.stringify(decided.given)).toContain("Watch for pressure")
    const evidence = JSON.stringify([decided.input, decided.decision])
    for (const word of ["pressure", "OF_WORKER", "last week", "fortnight"]) expect(evidence).not.toContain(word)
  })

  it("is recorded once a day, and not before the arrangement", () => {
    const held = arranged.on("2015-11-16", hold("2015-11-16"))
    expect(saysOf(held.events, "2015-11-17", hold("2015-11-16"))).toBe("A supervision of that day is recorded already")
    given(arranged.events).on("2015-11-16").when(hold("2015-11-08")).isRefusedBy("RECORD-2")
  })
})

describe("a note", () => {
  const hours = DecideSchemePolicy.make({
    scheme,
    limit: "supervisionNoteHours",
    value: 48,
    from: date("2015-11-01"),
    decidedBy: kay,
    on: date("2015-11-01")
  })
  const held = arranged.on("2015-11-09", hours).on("2015-11-16", hold("2015-11-16"))
  const session = last(held.events)
  const rewrite = (values = {}): Given => RewriteSupervisionNote.make({ supervision, session, ...values })
  const add = (on: string, values = {}): Given =>
    AddToSupervisionNote.make({ supervision, session, on: date(on), sharedNote: "One thing more", ...values })

  it("is rewritten until it is locked, and added to for ever", () => {
    // Recorded at noon on the 16th: at noon on the 17th 24 hours have gone by, at noon on the 18th 48
    given(held.events).on("2015-11-17").when(rewrite({ sharedNote: "Better said" })).isAccepted(
      "SupervisionNoteRewritten"
    )
    given(held.events).on("2015-11-18").when(rewrite({ sharedNote: "Better said" })).isRefusedBy("SUPERVISION-5")
      .says("SUPERVISION-5", "The note was locked 48 hours after it was recorded. Add to it instead")
    given(held.events).on("2016-03-01").when(add("2016-03-01")).isAccepted("SupervisionAddendumWritten")
    given(held.events).on("2015-11-18").when(add("2015-11-15")).isRefusedBy("RECORD-2")
  })

  it("is not rewritten while nobody has decided until when", () => {
    const open = arranged.on("2015-11-16", hold("2015-11-16"))
    given(open.events).on("2015-11-16")
      .when(RewriteSupervisionNote.make({ supervision, session: last(open.events), sharedNote: "Better said" }))
      .isRefusedBy("SUPERVISION-5")
  })

  it("of the supervisor is theirs to rewrite and to add to, also after another took over", () => {
    const later = held.on("2015-11-17", change(kay, "2015-11-17"))
    for (const command of [rewrite({ supervisorNote: "Mine" }), add("2015-11-17", { supervisorNote: "Mine" })]) {
      given(later.events).on("2015-11-17").by(officer).when(command).isAccepted()
      given(later.events).on("2015-11-17").by(coordinator).when(command).isRefusedBy("SUPERVISION-7")
    }
  })

  it("belongs to a session that was held", () => {
    for (const command of [rewrite({ session: kay }), add("2015-11-17", { session: kay })]) {
      expect(saysOf(held.events, "2015-11-17", command)).toBe("No such session was held in this supervision")
    }
  })
})

describe("a correction", () => {
  const held = arranged.on("2015-11-16", hold("2015-11-16"))

  it("of a date points at the entry and moves it, within the arrangement", () => {
    const moved = held.on("2015-11-18", redate(last(held.events), "2015-11-13"))
    expect(moved.events.at(-1)).toMatchObject({ on: "2015-11-13", corrects: last(held.events) })
    expect(state(moved.events).sessions.map(({ on }) => on)).toEqual(["2015-11-13"])
    given(held.events).on("2015-11-18").when(redate(last(held.events), "2015-11-08")).isRefusedBy("RECORD-2")
    expect(saysOf(held.events, "2015-11-18", redate(last(held.events), "2015-11-16"))).toBe(
      "It is recorded for that day already"
    )
    const two = held.on("2015-11-18", hold("2015-11-18"))
    expect(saysOf(two.events, "2015-11-18", redate(last(two.events), "2015-11-16")))
      .toBe("A supervision of that day is recorded already")
  })

  it("of the arrangement moves the first supervisor as well, and not before the appointment began", () => {
    const moved = held.on("2015-11-18", redate(last(arranged.events), "2015-10-06"))
    expect([state(moved.events).arranged?.on, state(moved.events).supervisors[0]?.on]).toEqual([
      "2015-10-06",
      "2015-10-06"
    ])
    given(held.events).on("2015-11-18").when(redate(last(arranged.events), "2015-10-04")).isRefusedBy("RECORD-2")
  })

  it("strikes out a change of supervisor, and never the arrangement itself", () => {
    const changed = held.on("2015-11-18", change(kay, "2015-11-18"))
    const back = changed.on("2015-11-19", strike(last(changed.events)))
    expect(state(back.events).supervisors.map(({ staff }) => staff)).toEqual([lee])
    expect(saysOf(held.events, "2015-11-19", strike(last(arranged.events))))
      .toBe("Without the arrangement nothing is left. Void the supervision instead")
    expect(saysOf(held.events, "2015-11-19", strike(kay)))
      .toBe("The supervision has no such entry that could be struck out")
  })
})

describe("at the wrong moment", () => {
  const states = {
    Unknown: inRole,
    Arranged: arranged.on("2015-11-09", schedule("2015-11-16", "2015-11-09")),
    Ended: arranged.on("2015-11-10", end("2015-11-10")),
    Voided: arranged.on("2015-11-10", void_("2015-11-10"))
  }
  const commands = [
    arrange("2015-11-16"),
    schedule("2015-11-16", "2015-11-16"),
    reschedule("2015-11-17", "2015-11-16"),
    cancel("2015-11-16"),
    hold("2015-11-16"),
    miss,
    RewriteSupervisionNote.make({ supervision, session: kay }),
    AddToSupervisionNote.make({ supervision, session: kay, on: date("2015-11-16") }),
    change(kay, "2015-11-16"),
    end("2015-11-16"),
    redate(kay, "2015-11-16"),
    strike(kay),
    void_("2015-11-16"),
    reopen("2015-11-16")
  ]
  const cases = (["Unknown", "Arranged", "Ended", "Voided"] as const).flatMap((status) =>
    commands.filter(({ _tag }) => !supervisionSteps[status].includes(_tag)).map((command) => ({ status, command }))
  )

  it.each(cases)("$command._tag while $status", ({ command, status }) => {
    const { decision } = given(states[status].events).on("2015-11-17").when(command).isRefusedWhile(status)
    expect(decision._tag === "Refused" && decision.moment).toMatchObject({
      life: "supervision",
      possible: supervisionSteps[status],
      says: {
        Unknown: "There is no such supervision",
        Arranged: "The supervision is already arranged since 12:00 on 9 November 2015",
        Ended: command._tag === "EndSupervision" || command._tag === "ArrangeSupervision"
          ? "The supervision is already ended since 12:00 on 10 November 2015"
          : "The supervision is ended since 12:00 on 10 November 2015. " +
            "First arrange supervision anew, or reopen this one if it ended in error",
        Voided: "The supervision is already voided since 12:00 on 10 November 2015"
      }[status]
    })
  })
})

describe("over histories of any commands", () => {
  const wills = running.on("2016-03-22", ...trained(wessRole, wes))
  const first = date("2016-03-22")
  const day = fc.nat(40).map((count) => String(addDays(first, count)))
  const appointments = fc.constantFrom(willsRole, maxsRole)
  const command = fc.tuple(fc.nat(12), day, day, appointments, fc.constantFrom(kay, lee), fc.nat(100))
  type Move = typeof command extends fc.Arbitrary<infer A> ? A : never
  const given_ = ([which, on, meets, appointment, staff, entry]: Move, events: ReadonlyArray<Happened>): Given => {
    const own = events.filter((event) => event.stream === `supervision-${supervision}`)
    const of = own[entry % Math.max(1, own.length)]?.id ?? kay
    const overrides = [{ rule: "SUPERVISION-3", reason }]
    return [
      arrange(on, { appointment, supervisor: staff }),
      { ...schedule(meets, on), overrides },
      { ...reschedule(meets, on), overrides },
      cancel(on),
      hold(on),
      hold(on, { escalations: [id(61)], exploitation: "OF_WORKER" }),
      miss,
      change(staff, on),
      end(on),
      redate(of, on),
      strike(of),
      entry % 5 === 0 ? void_(on) : reopen(on),
      reopen(on)
    ][which] ?? reopen(on)
  }
  const today = addDays(first, 40)

  it("the laws of every life hold, an end is left only by a reopening, and one day is set at a time", () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(fc.array(command, { minLength: 6, maxLength: 24 }), (moves) => {
        let events = wills.on(String(first), escalated()).events
        const begins: Move = [0, String(first), String(first), willsRole, lee, 0]
        for (const move of [begins, ...moves]) {
          const next = given_(move, events)
          const { decision, events: after } = decide(next, events, { today })
          if (decision._tag === "Accepted") {
            reached.add(decision.events[0]?.type ?? "")
            const again = decide(next, after, { today })
            expect(again.decision._tag, next._tag).toBe("Refused")
          }
          const [before, then] = [state(events).status, state(after).status]
          if (before === "Voided") expect(then).toBe("Voided")
          if (before === "Ended" && then === "Arranged") expect(next._tag).toBe("ReopenSupervision")
          events = after
        }
        const { planned, sessions } = state(events)
        const settled = sessions.flatMap(({ scheduled }) => scheduled === null ? [] : [scheduled])
        expect(new Set(settled).size).toBe(settled.length)
        expect(new Set(planned.map(({ event }) => event)).size).toBe(planned.length)
        for (const { begin } of invariantsOfBeginnings) {
          const watch = begin()
          expect(events.flatMap((event) => watch(event) ?? [])).toEqual([])
        }
        laws.replay(Supervision, supervision, events)
        laws.replay(SupervisionsFor, willsRole, events)
        laws.stored(events)
        laws.total(Supervision, supervision, [...events].reverse())
      }),
      { numRuns: 60, seed: 20_160_404 }
    )
    expect([...reached].sort()).toEqual([
      "SupervisionArranged",
      "SupervisionCancelled",
      "SupervisionDateCorrected",
      "SupervisionEnded",
      "SupervisionEntryVoided",
      "SupervisionHeld",
      "SupervisionMissed",
      "SupervisionReopened",
      "SupervisionRescheduled",
      "SupervisionScheduled",
      "SupervisionVoided",
      "SupervisorChanged"
    ])
  })
})
