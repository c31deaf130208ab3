/**
 * Who may be named of a session: staff in post and workers of the establishment, nobody in two parts that exclude each
 * other; and what becomes of a session when it turns out that somebody had left, or that it was held on another day.
 */
import { describe, expect, it } from "vitest"
import { EndAppointment } from "../appointment/AppointmentEnd.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { CorrectStaffLeaving } from "../staff/StaffCorrections.ts"
import { RecordStaffLeaving } from "../staff/StaffLeaving.ts"
import { given } from "../testing.ts"
import {
  attend,
  attended,
  begun,
  cohort,
  complete,
  deliver,
  facilitator,
  heldAll,
  nurse,
  planCohort,
  prepared,
  recruiting,
  schedule,
  taught,
  templateTwo,
  willsTraining
} from "../testing/SmallCourse.ts"
import {
  answerOver,
  coordinator,
  id,
  kay,
  lee,
  max,
  maxsRole,
  mo,
  stateIn,
  will,
  ZZA,
  ZZI
} from "../testing/SmallPrison.ts"
import { onTheLadder } from "../trainer/Ladder.ts"
import { Trainer } from "../trainer/Trainer.ts"
import { completionHolds } from "../training/completionHolds.ts"
import { sessionsMet } from "../training/sessionsMet.ts"
import { Training } from "../training/Training.ts"
import { recordOf } from "../training/TrainingRecord.ts"
import { Cohort } from "./Cohort.ts"
import { HoldCohortConsultation } from "./CohortPlan.ts"
import { RescheduleTrainingSession } from "./CohortSessions.ts"
import { everybodyInRole } from "./everybodyInRole.ts"
import { AcceptTrainingSession, CorrectTrainingSession, VoidTrainingSession } from "./SessionFindings.ts"

const reason = "It turned out so"
const nobody = id(90)
const day = date("2016-03-15")

const rungOf = (events: ReadonlyArray<Happened>, staff: string) => {
  const { delivered, observed } = onTheLadder(stateIn(Trainer, staff, events), "LOSS", date("2016-12-31"))
  return { delivered, observed }
}
const willsRecord = (events: ReadonlyArray<Happened>) =>
  answerOver(recordOf(stateIn(Training, willsTraining, events)), events)
const howMet = (events: ReadonlyArray<Happened>, on: string) =>
  sessionsMet(willsRecord(events), date(on)).find(({ session }) => session === "LOSS")?.how
const correct = (more: object) =>
  CorrectTrainingSession.make({
    cohort,
    session: "LOSS",
    heldOn: day,
    minutes: 60,
    deliverers: [nurse],
    reason,
    ...more
  })

describe("whoever taught a session", () => {
  it("did not observe it", () => {
    given(begun.events).on("2016-03-15").when(deliver("LOSS", { observers: [facilitator] })).isRefusedBy("TRAINER-5")
    const observed = begun.on("2016-03-15", deliver("LOSS", { observers: [nurse] }))
    expect(rungOf(observed.events, nurse)).toEqual({ delivered: 0, observed: 1 })
  })

  it("did not observe it either where that is found out later, and did again where that was wrong", () => {
    const observed = begun.on("2016-03-15", deliver("LOSS", { observers: [nurse] }))
    const taughtIt = observed.on("2016-03-15", correct({}))
    expect(rungOf(taughtIt.events, nurse)).toEqual({ delivered: 1, observed: 0 })
    const after = taughtIt.on("2016-03-15", correct({ deliverers: [facilitator] }))
    expect([nurse, facilitator].map((staff) => rungOf(after.events, staff)))
      .toEqual([{ delivered: 0, observed: 1 }, { delivered: 1, observed: 0 }])
  })

  it("did nothing of a session that was never held, also where it was corrected before", () => {
    const corrected = begun.on("2016-03-15", deliver("LOSS", { observers: [nurse] }), correct({ deliverers: [kay] }))
    const { events } = corrected.on("2016-03-16", VoidTrainingSession.make({ cohort, session: "LOSS", reason }))
    expect([facilitator, nurse, kay].map((staff) => stateIn(Trainer, staff, events).practised)).toEqual([[], [], []])
  })

  it("did not observe it in a log that says both", () => {
    const both = begun.on("2016-03-15", deliver("LOSS")).events.map((event) =>
      event.type === "TrainingSessionDelivered"
        ? { ...event, data: { ...event.data, observers: [facilitator] } }
        : event
    )
    expect(rungOf(both, facilitator)).toEqual({ delivered: 1, observed: 0 })
  })

  it("neither decides nor agrees that it counts", () => {
    const alone = begun.on("2016-03-15", deliver("LOSS", { deliverers: [nurse, kay], supervisedBy: id(12) }))
    const accept = (agreedBy: string) =>
      AcceptTrainingSession.make({ cohort, session: "LOSS", ground: "OTHER", agreedBy, reason, on: day })
    const other = { id: facilitator, role: "coordinator" } as const
    given(alone.events).on("2016-03-15").by(other).when(accept(nurse)).isRefusedBy("COHORT-11")
    given(alone.events).on("2016-03-15").by(other).when(accept(lee)).isRefusedBy("COHORT-11")
    given(alone.events).on("2016-03-15").by(coordinator).when(accept(facilitator)).isRefusedBy("COHORT-11")
    const byNurse = begun.on("2016-03-15", deliver("LOSS", { deliverers: [nurse] }))
    given(byNurse.events).on("2016-03-15").by(coordinator).when(accept(lee)).isAccepted("TrainingSessionAccepted")
  })
})

describe("whoever is named", () => {
  it("to staff a cohort is a member of staff in post", () => {
    const staffing = [{ staff: facilitator, discipline: "NURSE" }, { staff: nobody, discipline: "PRISON_OFFICER" }]
    given(prepared.events).on("2016-02-01").when(planCohort(cohort, templateTwo, { staffing })).isRefusedBy("STAFF-1")
  })

  it("to teach, to supervise or to observe a session is a member of staff in post on that day", () => {
    const planned = prepared.on("2016-02-01", planCohort())
    given(planned.events).on("2016-02-15").when(schedule("LOSS", 2, cohort, [nobody])).isRefusedBy("STAFF-1")
    for (const more of [{ deliverers: [facilitator, nobody] }, { supervisedBy: nobody }, { observers: [nobody] }]) {
      given(begun.events).on("2016-03-15").when(deliver("LOSS", more)).isRefusedBy("STAFF-1")
    }
    const held = begun.on("2016-03-15", deliver("LOSS"))
    given(held.events).on("2016-03-15").when(correct({ deliverers: [nobody] })).isRefusedBy("STAFF-1")
    given(held.events).on("2016-03-15").when(correct({ supervisedBy: nobody })).isRefusedBy("STAFF-1")
    const left = begun.on("2016-03-15", RecordStaffLeaving.make({ staff: nurse, on: day }))
    given(left.events).on("2016-03-15").when(deliver("LOSS", { observers: [nurse] })).isRefusedBy("STAFF-1")
  })

  it("as consulted, or as having helped, is in a role at the establishment on that day", () => {
    const planned = prepared.on("2016-02-01", planCohort())
    const consult = (...workers: ReadonlyArray<string>) =>
      HoldCohortConsultation.make({ cohort, workers, outcome: "CONFIRMED", on: date("2016-02-08") })
    given(planned.events).on("2016-02-08").when(consult(nobody)).isRefusedBy("COHORT-10")
    given(planned.events).on("2016-02-08").when(consult(max, mo)).isRefusedBy("COHORT-10")
    given(planned.events).on("2016-02-08").when(consult(max)).isAccepted("CohortConsulted")
    given(begun.events).on("2016-03-15").when(deliver("LOSS", { helper: will })).isRefusedBy("COHORT-10")
    given(begun.events).on("2016-03-15").when(deliver("LOSS", { helper: max })).isAccepted("TrainingSessionDelivered")
  })
})

describe("somebody in a role", () => {
  // Max is in the role since 6 January 2014, at ZZI
  it("is in it here, and from their first day until they end", () => {
    const ended = begun.on(
      "2016-03-15",
      EndAppointment.make({ appointment: maxsRole, reason: "OWN_REQUEST", on: date("2016-03-15") })
    )
    const held = (on: string, establishment = ZZI) =>
      answerOver(
        everybodyInRole({ ...stateIn(Cohort, cohort, ended.events), establishment }, [max], date(on)),
        ended.events
      ).held
    expect(["2014-01-05", "2014-01-06", "2016-03-14", "2016-03-15"].map((on) => held(on)))
      .toEqual([false, true, true, false])
    expect(held("2016-03-14", ZZA)).toBe(false)
  })
})

describe("a session that is planned for a day after its cohort", () => {
  it("is shown, and not before its first day", () => {
    const move = (heldOn: string) =>
      RescheduleTrainingSession.make({
        cohort,
        session: "LOSS",
        heldOn: date(heldOn),
        minutes: 60,
        cause: "LOCKDOWN",
        on: date("2016-03-10")
      })
    given(recruiting.events).on("2016-03-10").when(move("2016-03-21")).isAccepted("TrainingSessionRescheduled").says(
      "COHORT-12",
      "The cohort ends on 16 March 2016, and the session is on 21 March 2016. See that time and room are there"
    )
    given(recruiting.events).on("2016-03-10").when(move("2016-03-13")).isRefusedBy("RECORD-2")
    const planned = prepared.on("2016-02-01", planCohort())
    const { decision } = given(planned.events).on("2016-02-15").when(schedule("LOSS", 9)).isAccepted()
    expect(decision.judged.filter(({ held }) => held === false).map(({ rule }) => rule)).toEqual(["COHORT-12"])
  })
})

describe("what is found out of a session later", () => {
  const completed = taught.on("2016-03-17", complete(willsTraining, "2016-03-17"))

  it("that it was held after the completion, puts the completion in doubt", () => {
    expect(completionHolds(willsRecord(completed.events))).toBe(true)
    const moved = completed.on("2016-03-25", correct({ heldOn: date("2016-03-24"), deliverers: [facilitator] }))
    expect([howMet(moved.events, "2016-03-23"), howMet(moved.events, "2016-03-24")]).toEqual(["Missing", "Attended"])
    expect(completionHolds(willsRecord(moved.events))).toBe(false)
    const back = moved.on("2016-03-26", correct({ deliverers: [facilitator] }))
    expect(completionHolds(willsRecord(back.events))).toBe(true)
  })

  it("that whoever taught had left, counts for nobody from that day", () => {
    const left = completed.on("2016-03-21", RecordStaffLeaving.make({ staff: facilitator, on: date("2016-03-21") }))
    expect(completionHolds(willsRecord(left.events))).toBe(true)
    const earlier = left.on(
      "2016-03-22",
      CorrectStaffLeaving.make({ staff: facilitator, leftOn: date("2016-03-14"), reason })
    )
    expect(sessionsMet(willsRecord(earlier.events), date("2016-03-17")).map(({ how }) => how))
      .toEqual(Array.from({ length: 9 }, () => "NotCounted"))
    expect(completionHolds(willsRecord(earlier.events))).toBe(false)
  })

  it("and attendance of a session that was held earlier counts from that day", () => {
    const held = begun.on("2016-03-16", ...heldAll("LOSS")).on(
      "2016-03-16",
      deliver("LOSS", { on: date("2016-03-16") }),
      attend("LOSS", ...attended(willsTraining))
    )
    const corrected = held.on("2016-03-16", correct({ deliverers: [facilitator] }))
    expect([howMet(held.events, "2016-03-15"), howMet(corrected.events, "2016-03-15")]).toEqual(["Missing", "Attended"])
  })
})
