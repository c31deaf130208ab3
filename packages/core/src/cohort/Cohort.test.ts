/**
 * The life of a cohort: planned and approved with reasons where something is missing, its places, its sessions, its end.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { given } from "../testing.ts"
import {
  attend,
  attended,
  begun,
  cohort,
  complete,
  deliver,
  enrol,
  facilitator,
  heldAll,
  maxsTraining,
  monday,
  mosTraining,
  nurse,
  planCohort,
  prepared,
  recruiting,
  schedule,
  taught,
  templateTwo,
  wessTraining,
  willsTraining
} from "../testing/SmallCourse.ts"
import { coordinator, kay, lee, max, mo, officer, stateIn, wes, will } from "../testing/SmallPrison.ts"
import type { Story } from "../testing/Story.ts"
import { Trainer } from "../trainer/Trainer.ts"
import { WithdrawTrainerAccreditation } from "../trainer/TrainerAccreditation.ts"
import { CloseTrainingIncomplete } from "../training/Enrolment.ts"
import { Training } from "../training/Training.ts"
import { Cohort, minutesLost, sessionIn } from "./Cohort.ts"
import { CloseCohort, FinishCohortDelivery, PauseCohort, RecordCohortReflection, ResumeCohort } from "./CohortEnd.ts"
import { AskForCohortPlace, GiveUpCohortPlace, OpenCohortEnrolment } from "./CohortPlaces.ts"
import { ApproveCohort, CancelCohort, HoldCohortConsultation, StartCohort, TakeBackCohortStep } from "./CohortPlan.ts"
import { RescheduleTrainingSession, WriteOffTrainingSession } from "./CohortSessions.ts"
import {
  AcceptTrainingSession,
  CorrectTrainingSession,
  RecordSessionInterruption,
  VoidSessionInterruption,
  VoidTrainingSession
} from "./SessionFindings.ts"

const reason = "It turned out so"
const cohortIn = (events: ReadonlyArray<Happened>) => stateIn(Cohort, cohort, events)
const approve = (more: object = {}) =>
  ApproveCohort.make({
    cohort,
    approvedBy: lee,
    roomReserved: true,
    timeProtected: true,
    on: date("2016-02-10"),
    ...more
  })
const start = StartCohort.make({ cohort, on: monday })
const takeBack = TakeBackCohortStep.make({ cohort, reason })
const ask = (person: string) => AskForCohortPlace.make({ cohort, person, on: date("2016-02-13") })
const finish = (on: string) => FinishCohortDelivery.make({ cohort, on: date(on) })
const reflect = RecordCohortReflection.make({
  cohort,
  wanted: ["NOTHING"],
  notes: "Well received",
  on: date("2016-03-17")
})

describe("a cohort that is planned", () => {
  it("has two disciplines and ends after it begins", () => {
    const oneDiscipline = { staffing: [{ staff: kay, discipline: "NURSE" }, { staff: lee, discipline: "NURSE" }] }
    given(prepared.events).on("2016-02-01").when(planCohort(cohort, templateTwo, oneDiscipline)).isRefusedBy("COHORT-1")
    given(prepared.events).on("2016-02-01").when(planCohort(cohort, templateTwo, { endsOn: date("2016-03-13") }))
      .isRefusedBy("RECORD-2")
    const planned = prepared.on("2016-02-01", planCohort())
    expect(cohortIn(planned.events)).toMatchObject({ status: "Planned", template: templateTwo, least: 2, places: null })
  })

  it("is approved after a consultation, with time and room", () => {
    const planned = prepared.on("2016-02-01", planCohort())
    given(planned.events).on("2016-02-10").when(approve({ roomReserved: false })).isRefusedBy("COHORT-2", "COHORT-3")
    const consult = (...workers: ReadonlyArray<string>) =>
      HoldCohortConsultation.make({ cohort, workers, outcome: "CONFIRMED", on: date("2016-02-08") })
    given(planned.events).on("2016-02-08").when(consult()).isRefusedWhile("Planned")
    const consulted = planned.on("2016-02-08", consult(max))
    given(consulted.events).on("2016-02-10").when(approve()).isAccepted("CohortApproved")
    given(consulted.events).on("2016-02-10").when(approve({ approvedBy: will })).isRefusedBy("STAFF-1")
  })

  it("takes its last step back, one at a time", () => {
    expect(["Recruiting", "Approved", "Consulted", "Planned"]).toEqual(
      [0, 1, 2, 3].map((times) => {
        const story = Array.from({ length: times }).reduce<typeof recruiting>(
          (before) => before.on("2016-02-15", takeBack),
          recruiting
        )
        return cohortIn(story.events).status
      })
    )
  })
})

describe("the places of a cohort", () => {
  it("are given in the order in which people asked, or with a reason", () => {
    const waiting = recruiting.on("2016-02-13", ask(mo), ask(max))
    given(waiting.events).on("2016-02-13").when(ask(mo)).isRefusedWhile("Recruiting")
    given(waiting.events).on("2016-02-22").when(enrol(maxsTraining, max)).isRefusedBy("TRAINING-6")
    given(waiting.events).on("2016-02-22").when(enrol(willsTraining, will)).isRefusedBy("TRAINING-6")
      .says("TRAINING-6", "2 people have waited longer. Enrol them first, or give a reason")
    const one = waiting.on("2016-02-22", enrol(mosTraining, mo))
    given(one.events).on("2016-02-22").when(enrol(maxsTraining, max)).isAccepted("TraineeEnrolled")
    given(one.events).on("2016-02-22").when(ask(mo)).isRefusedWhile("Recruiting")
    const gaveUp = waiting.on("2016-02-20", GiveUpCohortPlace.make({ cohort, person: mo, on: date("2016-02-20") }))
    given(gaveUp.events).on("2016-02-22").when(enrol(maxsTraining, max)).isAccepted()
    given(gaveUp.events).on("2016-02-22").when(GiveUpCohortPlace.make({ cohort, person: mo, on: date("2016-02-20") }))
      .isRefusedWhile("Recruiting")
  })

  it("are no more than there are, and those who come ad hoc take none", () => {
    const full = begun.on("2016-03-14", enrol(maxsTraining, max))
    given(full.events).on("2016-03-14").when(enrol(mosTraining, mo)).isRefusedBy("TRAINING-5")
    given(full.events).on("2016-03-14").when(enrol(mosTraining, mo, { place: "AD_HOC" })).isAccepted()
    const more = full.on("2016-03-14", OpenCohortEnrolment.make({ cohort, places: 4, on: monday }))
    given(more.events).on("2016-03-14").when(enrol(mosTraining, mo)).isAccepted()
    given(more.events).on("2016-03-14").when(OpenCohortEnrolment.make({ cohort, places: 4, on: monday }))
      .isRefusedWhile("Running")
    given(recruiting.events).on("2016-02-22").when(enrol(mosTraining, mo, { place: "AD_HOC" })).isRefusedWhile(
      "Recruiting"
    )
  })
})

describe("a cohort starts", () => {
  it("with enough trainees and a trainer for every session", () => {
    const one = recruiting.on("2016-02-22", enrol(willsTraining, will))
    given(one.events).on("2016-03-14").when(start).isRefusedBy("COHORT-4")
      .says("COHORT-4", "1 of at least 2 trainees is enrolled. Enrol 1 more")
    const two = one.on("2016-02-22", enrol(wessTraining, wes)).on(
      "2016-03-01",
      WithdrawTrainerAccreditation.make({
        trainer: facilitator,
        session: "MOVING",
        decidedBy: kay,
        reason,
        on: date("2016-03-01")
      })
    )
    given(two.events).on("2016-03-14").when(start).isRefusedBy("COHORT-5").says(
      "COHORT-5",
      "Without a day or an accredited trainer: Moving and positioning. Schedule them, or give a reason"
    )
  })
})

describe("a session", () => {
  it("is scheduled once, and moved with its former day kept", () => {
    given(recruiting.events).on("2016-02-15").when(schedule("LOSS", 3)).isRefusedWhile("Recruiting")
    given(recruiting.events).on("2016-02-15").when(schedule("DISABILITY", 3)).isRefusedWhile("Recruiting")
    const move = RescheduleTrainingSession.make({
      cohort,
      session: "LOSS",
      heldOn: date("2016-03-17"),
      minutes: 60,
      cause: "NO_ROOM",
      on: date("2016-03-10")
    })
    const moved = recruiting.on("2016-03-10", move)
    expect(sessionIn(cohortIn(moved.events), "LOSS")).toMatchObject({ heldOn: "2016-03-17", moved: 1 })
    expect(moved.events.at(-1)?.corrects).toBe(sessionIn(cohortIn(recruiting.events), "LOSS")?.planned.event)
    given(moved.events).on("2016-03-10").when(move).isRefusedWhile("Recruiting")
  })

  it("is delivered once it began, and not twice", () => {
    given(recruiting.events).on("2016-03-14").when(deliver("LOSS")).isRefusedWhile("Recruiting")
    given(begun.events).on("2016-03-15").when(deliver("LOSS", { on: date("2016-03-13") })).isRefusedBy("RECORD-2")
    const held = begun.on("2016-03-15", deliver("LOSS", { observers: [nurse], helper: max }))
    given(held.events).on("2016-03-15").when(deliver("LOSS")).isRefusedWhile("Running")
    expect(sessionIn(cohortIn(held.events), "LOSS")).toMatchObject({
      observers: [nurse],
      helper: max,
      timeProtected: true
    })
  })

  it("says of its trainers what they did, and corrected says it anew", () => {
    const held = begun.on("2016-03-15", deliver("LOSS", { observers: [nurse] }))
    const practised = (events: ReadonlyArray<Happened>, of: string) =>
      stateIn(Trainer, of, events).practised.map(({ on, practice, session }) => [on, session, practice])
    expect(practised(held.events, facilitator)).toEqual([["2016-03-15", "LOSS", "DELIVERED"]])
    expect(practised(held.events, nurse)).toEqual([["2016-03-15", "LOSS", "OBSERVED"]])
    const corrected = held.on(
      "2016-03-16",
      CorrectTrainingSession.make({
        cohort,
        session: "LOSS",
        heldOn: date("2016-03-16"),
        minutes: 50,
        deliverers: [nurse, kay],
        supervisedBy: facilitator,
        reason
      })
    )
    expect(practised(corrected.events, facilitator)).toEqual([])
    expect(practised(corrected.events, nurse))
      .toEqual([["2016-03-16", "LOSS", "CO_DELIVERED"], ["2016-03-16", "LOSS", "OBSERVED"]])
    expect(sessionIn(cohortIn(corrected.events), "LOSS")).toMatchObject({ heldOn: "2016-03-16", minutes: 50 })
    const again = CorrectTrainingSession.make({
      cohort,
      session: "LOSS",
      heldOn: date("2016-03-15"),
      minutes: 60,
      deliverers: [kay],
      supervisedBy: facilitator,
      reason
    })
    const twice = corrected.on("2016-03-16", again)
    expect(practised(twice.events, nurse)).toEqual([["2016-03-15", "LOSS", "OBSERVED"]])
    expect(practised(twice.events, kay)).toEqual([["2016-03-15", "LOSS", "DELIVERED"]])
  })

  it("that was never held is planned again, and neither trainers nor trainees have anything of it", () => {
    const held = begun.on(
      "2016-03-15",
      deliver("LOSS", { observers: [nurse] }),
      attend("LOSS", ...attended(willsTraining, wessTraining)),
      deliver("COMMUNICATION"),
      attend("COMMUNICATION", ...attended(willsTraining))
    )
    const never = VoidTrainingSession.make({ cohort, session: "LOSS", reason })
    given(held.events).on("2016-03-16").when(never)
      .isAccepted("TrainingSessionVoided", "AttendanceVoided", "AttendanceVoided")
    const { events } = held.on("2016-03-16", never)
    expect(sessionIn(cohortIn(events), "LOSS")).toMatchObject({ delivered: null, observers: [], heldOn: "2016-03-15" })
    expect(stateIn(Training, willsTraining, events).attendance.map(({ session }) => session)).toEqual(["COMMUNICATION"])
    const practised = (of: string) => stateIn(Trainer, of, events).practised.map(({ session }) => session)
    expect([practised(facilitator), practised(nurse)]).toEqual([["COMMUNICATION"], []])
    given(events).on("2016-03-16").when(never).isRefusedWhile("Running")
    given(events).on("2016-03-16").when(attend("LOSS", ...attended(willsTraining))).isRefusedWhile("Running")
    // It can still be held, and attended, on another day
    const later = held.on("2016-03-16", never, deliver("LOSS", { on: date("2016-03-16") }))
    given(later.events).on("2016-03-16").when(attend("LOSS", ...attended(willsTraining))).isAccepted(
      "AttendanceRecorded"
    )
  })

  it("loses no more minutes than it has, and gets them back when that was wrong", () => {
    const held = begun.on("2016-03-15", deliver("LOSS"))
    const interrupt = (minutes: number) =>
      RecordSessionInterruption.make({ cohort, session: "LOSS", minutes, cause: "WING_RECALL" })
    const lost = held.on("2016-03-15", interrupt(20), interrupt(40))
    given(lost.events).on("2016-03-15").when(interrupt(1)).isRefusedWhile("Running")
    const entry = lost.events.at(-1)?.id ?? ""
    const back = lost.on("2016-03-15", VoidSessionInterruption.make({ cohort, entry, reason }))
    expect([lost, back].map(({ events }) => minutesLost(sessionIn(cohortIn(events), "LOSS")!))).toEqual([60, 20])
    given(back.events).on("2016-03-15").when(VoidSessionInterruption.make({ cohort, entry, reason })).isRefusedWhile(
      "Running"
    )
  })

  it("that nobody accredited taught is accepted by two", () => {
    const accept = (agreedBy: string) =>
      AcceptTrainingSession.make({
        cohort,
        session: "LOSS",
        ground: "HISTORY",
        agreedBy,
        reason,
        on: date("2016-03-16")
      })
    const alone = begun.on("2016-03-15", deliver("LOSS", { deliverers: [nurse] }))
    given(alone.events).on("2016-03-16").by(coordinator).when(accept(kay)).isRefusedBy("COHORT-8")
    given(alone.events).on("2016-03-16").by(coordinator).when(accept(lee)).isAccepted("TrainingSessionAccepted")
    const supervised = begun.on("2016-03-15", deliver("LOSS", { deliverers: [nurse], supervisedBy: facilitator }))
    given(supervised.events).on("2016-03-16").by(coordinator).when(accept(lee)).isRefusedWhile("Running")
  })
})

describe("a cohort ends", () => {
  const writeOff = WriteOffTrainingSession.make({
    cohort,
    session: "MOVING",
    cause: "LOCKDOWN",
    on: date("2016-03-16")
  })

  it("with every session delivered or written off", () => {
    const almost = begun.on("2016-03-16", ...heldAll("MOVING"))
    given(almost.events).on("2016-03-16").when(finish("2016-03-16")).isRefusedBy("COHORT-6")
    const off = almost.on("2016-03-16", writeOff)
    given(off.events).on("2016-03-16").when(writeOff).isRefusedWhile("Running")
    given(off.events).on("2016-03-16").when(finish("2016-03-15")).isRefusedBy("RECORD-2")
    const { decision } = given(off.events).on("2016-03-16").when(finish("2016-03-16")).isAccepted("CohortDelivered")
    expect(decision).toMatchObject({ events: [{ data: { delivered: 8, writtenOff: 1 } }] })
  })

  it("may pause before that, and nothing is held until it goes on", () => {
    const paused = begun.on("2016-03-15", PauseCohort.make({ cohort, cause: "LOCKDOWN", on: date("2016-03-15") }))
    given(paused.events).on("2016-03-15").when(deliver("LOSS")).isRefusedWhile("Paused")
    const resumed = paused.on("2016-03-16", ResumeCohort.make({ cohort, on: date("2016-03-16") }))
    given(resumed.events).on("2016-03-16").when(deliver("LOSS", { on: date("2016-03-16") })).isAccepted()
  })

  it("says what comes first, where something is asked too early", () => {
    const said = (events: ReadonlyArray<Happened>, command: Given) => {
      const { decision } = given(events).on("2016-03-18").when(command).isRefusedWhile(cohortIn(events).status)
      return decision._tag === "Refused" ? decision.moment?.says : null
    }
    const close = CloseCohort.make({ cohort, on: date("2016-03-18") })
    const delivered = begun.on("2016-03-16", ...heldAll(), finish("2016-03-16"))
    const paused = begun.on("2016-03-15", PauseCohort.make({ cohort, cause: "LOCKDOWN", on: date("2016-03-15") }))
    expect([
      said(begun.events, close),
      said(delivered.events, close),
      said(paused.events, deliver("LOSS")),
      said(paused.events, PauseCohort.make({ cohort, cause: "ALARM", on: date("2016-03-16") })),
      said(recruiting.events, enrol(mosTraining, mo, { place: "AD_HOC" })),
      said(prepared.on("2016-02-01", planCohort()).events, start)
    ]).toEqual([
      "The cohort is running since 12:00 on 14 March 2016. First finish its delivery, then record the reflection on it",
      "The cohort is delivered since 12:00 on 16 March 2016. First record the reflection on it",
      "The cohort is paused since 12:00 on 15 March 2016. First resume it",
      "The cohort is already paused since 12:00 on 15 March 2016",
      "The cohort is recruiting since 12 February 2016. First start it",
      "The cohort is planned since 12:00 on 1 February 2016. First approve it, then open enrolment"
    ])
  })

  it("says of a cohort that was cancelled how it goes on from where it was", () => {
    const cancelled = (before: Story) =>
      before.on("2016-03-15", CancelCohort.make({ cohort, on: date("2016-03-15"), reason })).events
    const said = (before: Story, command: Given): string | undefined => {
      const { decision } = given(cancelled(before)).on("2016-03-15").when(command).isRefusedWhile("Cancelled")
      return decision._tag === "Refused" ? decision.moment?.says : undefined
    }
    const paused = begun.on("2016-03-15", PauseCohort.make({ cohort, cause: "LOCKDOWN", on: date("2016-03-15") }))
    const is = "The cohort is cancelled since 12:00 on 15 March 2016. First take back that it was cancelled"
    expect([
      said(prepared.on("2016-02-01", planCohort()), deliver("LOSS")),
      said(recruiting, start),
      said(begun, deliver("LOSS")),
      said(paused, deliver("LOSS"))
    ]).toEqual([`${is}, then approve it, then open enrolment, then start it`, is, is, `${is}, then resume it`])
    const already = "The cohort is already cancelled since 12:00 on 15 March 2016"
    expect([said(begun, CancelCohort.make({ cohort, on: date("2016-03-15"), reason })), said(begun, start)])
      .toEqual([already, already])
  })

  it("is reflected on with something to change or nothing, not both", () => {
    const delivered = begun.on("2016-03-16", ...heldAll(), finish("2016-03-16"))
    const both = RecordCohortReflection.make({
      cohort,
      wanted: ["NOTHING", "MORE_PRACTICAL"],
      notes: "Both",
      on: date("2016-03-17")
    })
    const { decision } = given(delivered.events).on("2016-03-17").when(both).isRefusedWhile("Delivered")
    expect(decision).toMatchObject({
      moment: { says: "Either nothing is to be changed, or something is. Choose one of the two" }
    })
  })

  it("is closed when everybody has a decision, with those who came ad hoc counted apart", () => {
    const visited = begun.on("2016-03-14", enrol(maxsTraining, max, { place: "AD_HOC" }))
      .on("2016-03-16", ...heldAll(), finish("2016-03-16"))
      .on("2016-03-17", reflect, complete(willsTraining, "2016-03-17"))
    const close = CloseCohort.make({ cohort, on: date("2016-03-18") })
    given(visited.events).on("2016-03-18").when(close).isRefusedBy("COHORT-7").says(
      "COHORT-7",
      "2 trainees have no decision. Decide on completion, or close the training as incomplete"
    )
    const incomplete = (training: string) => CloseTrainingIncomplete.make({ training, on: date("2016-03-18"), reason })
    const decided = visited.on("2016-03-18", incomplete(wessTraining), incomplete(maxsTraining), close)
    expect(decided.events.at(-1)?.data).toMatchObject({ completed: 1, incomplete: 1, adHoc: 1 })
    given(decided.events).on("2016-03-18").when(takeBack).isAccepted("CohortStepTakenBack")
  })

  it("or is cancelled, and what was attended stays", () => {
    const cancel = CancelCohort.make({ cohort, on: date("2016-03-15"), reason })
    const cancelled = begun.on("2016-03-15", deliver("LOSS"), attend("LOSS", ...attended(willsTraining)), cancel)
    expect(cohortIn(cancelled.events)).toMatchObject({ status: "Cancelled", sessions: { length: 9 } })
    given(cancelled.events).on("2016-03-15").by(officer).when(deliver("MOVING")).isRefusedWhile("Cancelled")
    expect(cohortIn(cancelled.on("2016-03-16", takeBack).events).status).toBe("Running")
    given(taught.events).on("2016-03-16").when(CancelCohort.make({ cohort, on: addDays(monday, 2), reason }))
      .isAccepted()
  })
})
