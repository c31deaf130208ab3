/**
 * A beginning that is corrected stays on or before what followed from it, in every life; an end stays after what came
 * before it. Each refusal names what followed, and its day.
 */
import { describe, expect, it } from "vitest"
import {
  CorrectAppointmentEnd,
  CorrectAppointmentStart,
  EndAppointment,
  VoidAppointment
} from "../appointment/AppointmentEnd.ts"
import { ChangeAppointmentSupervisor, RestrictAppointment } from "../appointment/Suspension.ts"
import { RefuseTask } from "../appointment/TaskRefusal.ts"
import { FinishCohortDelivery } from "../cohort/CohortEnd.ts"
import { StartCohort, TakeBackCohortStep } from "../cohort/CohortPlan.ts"
import { CorrectTrainingSession } from "../cohort/SessionFindings.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { ActivateScheme, CorrectSchemeStep } from "../scheme/SchemeRunning.ts"
import {
  CorrectShadowingPause,
  CorrectShadowingStart,
  CorrectShadowMentorReplacement
} from "../shadowing/ShadowingCorrections.ts"
import { PauseShadowing, RecordShadowingInterruption, ResumeShadowing } from "../shadowing/ShadowingCourse.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { ReplaceShadowMentor } from "../shadowing/ShadowingStart.ts"
import { HoldSupervision } from "../supervision/HoldingSupervision.ts"
import { ArrangeSupervision, ChangeSupervisor, EndSupervision } from "../supervision/Supervising.ts"
import { CorrectSupervisionDate } from "../supervision/SupervisionCorrections.ts"
import { ScheduleSupervision } from "../supervision/SupervisionSessions.ts"
import { given } from "../testing.ts"
import { attend, begun, cohort, deliver, facilitator, heldAll, willsTraining } from "../testing/SmallCourse.ts"
import {
  activate,
  experienced,
  id,
  kay,
  lee,
  listener,
  max,
  maxsRole,
  mo,
  opened,
  plan,
  propose,
  ready,
  running,
  scheme,
  shadowing,
  start,
  wes,
  wessRole,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import type { Story } from "../testing/Story.ts"
import { RecordSessionMakeUp } from "../training/Attendance.ts"

const reason = "It turned out so"
const supervision = id(71)
const last = (events: ReadonlyArray<Happened>, type: string): string =>
  events.filter((event) => event.type === type).at(-1)?.id ?? ""

describe("a scheme", () => {
  const startOn = ({ events }: Story, on: string): Given =>
    CorrectSchemeStep.make({ scheme, step: last(events, "SchemePilotStarted"), on: date(on), reason })

  it("began to run before anybody was proposed in it, unless that was recorded in error", () => {
    const proposed = opened.on("2016-02-01", propose(willsRole, will, "2016-02-01"))
    given(proposed.events).on("2016-03-01").when(startOn(proposed, "2016-02-01")).isAccepted("SchemeStepCorrected")
    given(proposed.events).on("2016-03-01").when(startOn(proposed, "2016-02-02")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. Somebody was proposed or applied on 1 February 2016. It can be 1 February 2016 or earlier, " +
        "or put that right first"
    )
    const again = proposed.on("2016-02-03", propose(wessRole, wes, "2016-02-03"))
    const voided = again.on(
      "2016-03-01",
      VoidAppointment.make({ appointment: willsRole, agreedBy: lee, reason, on: date("2016-03-01") })
    )
    given(voided.events).on("2016-03-01").when(startOn(voided, "2016-02-03")).isAccepted("SchemeStepCorrected")
    given(voided.events).on("2016-03-01").when(startOn(voided, "2016-02-04")).isRefusedBy("RECORD-4")
  })

  it("began to run before a cohort was planned in it", () => {
    const planned = begun.events.find(({ type }) => type === "CohortPlanned")?.on ?? expect.fail("A cohort was planned")
    given(begun.events).on("2016-04-01").when(startOn(begun, planned)).isAccepted("SchemeStepCorrected")
    given(begun.events).on("2016-04-01").when(startOn(begun, addDays(planned, 1))).isRefusedBy("RECORD-4")
  })

  it("may have become active, paused or resumed later than somebody was proposed", () => {
    const active = opened.on("2016-02-01", propose(willsRole, will, "2016-02-01"))
      .on("2016-02-01", ActivateScheme.make({ scheme, on: date("2016-02-01") }))
    const later = CorrectSchemeStep.make({
      scheme,
      step: last(active.events, "SchemeActivated"),
      on: date("2016-02-08"),
      reason
    })
    given(active.events).on("2016-03-01").when(later).isAccepted("SchemeStepCorrected")
  })
})

describe("an appointment", () => {
  const ended = running.on(
    "2016-03-28",
    EndAppointment.make({ appointment: maxsRole, reason: "OWN_REQUEST", on: date("2016-03-28") })
  )
  const again = ended.on("2016-04-04", propose(id(36), max, "2016-04-04"))
  const endOn = (endedOn: string): Given =>
    CorrectAppointmentEnd.make({ appointment: maxsRole, endedOn: date(endedOn), reason })

  it("ended before the same person was proposed for the role again, unless that was recorded in error", () => {
    given(ended.events).on("2016-04-06").when(endOn("2016-04-05")).isAccepted("AppointmentEndCorrected")
    given(again.events).on("2016-04-06").when(endOn("2016-04-04")).isAccepted("AppointmentEndCorrected")
    given(again.events).on("2016-04-06").when(endOn("2016-04-05")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. They were proposed or applied for the role again on 4 April 2016. It can be 4 April 2016 or " +
        "earlier, or put that right first"
    )
    const voided = again.on(
      "2016-04-05",
      VoidAppointment.make({ appointment: id(36), agreedBy: lee, reason, on: date("2016-04-05") })
    )
    given(voided.events).on("2016-04-06").when(endOn("2016-04-05")).isAccepted("AppointmentEndCorrected")
  })

  it("may have ended later where another role, or somebody else, began meanwhile", () => {
    const others = ended.on("2016-04-04", propose(id(36), max, "2016-04-04", listener))
      .on("2016-04-04", propose(id(37), wes, "2016-04-04"))
    given(others.events).on("2016-04-06").when(endOn("2016-04-05")).isAccepted("AppointmentEndCorrected")
  })
})

describe("supervision", () => {
  const hold = (on: string): Given =>
    HoldSupervision.make({
      supervision,
      on: date(on),
      exploitation: "NOTHING",
      workload: "MANAGEABLE",
      confidentiality: "NOTHING",
      boundaries: "NOTHING",
      sharedNote: "A good fortnight"
    })
  const arranged = opened.on("2015-11-09", ...experienced(maxsRole, max)).on(
    "2015-11-09",
    ArrangeSupervision.make({
      supervision,
      appointment: maxsRole,
      supervisor: lee,
      framework: "GIBBS",
      managesAlone: false,
      on: date("2015-11-09")
    })
  )
  const held = arranged.on("2015-11-16", hold("2015-11-16"))
  // Lee held the 16th and the 18th; Kay takes over on the 20th and holds the 24th; it ends on the 30th
  const changed = held.on("2015-11-18", hold("2015-11-18")).on(
    "2015-11-20",
    ChangeSupervisor.make({ supervision, supervisor: kay, managesAlone: false, reason, on: date("2015-11-20") })
  ).on("2015-11-24", hold("2015-11-24"))
  const ended = changed.on("2015-11-30", EndSupervision.make({ supervision, reason, on: date("2015-11-30") }))
  const redate = (type: string, happenedOn: string): Given =>
    CorrectSupervisionDate.make({ supervision, entry: last(ended.events, type), happenedOn: date(happenedOn), reason })

  it("is arranged no later than a session was held under it", () => {
    given(held.events).on("2015-12-01").when(redate("SupervisionArranged", "2015-11-17")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. A supervision was held on 16 November 2015. " +
        "It can be 16 November 2015 or earlier, or put that right first"
    )
    given(held.events).on("2015-12-01").when(redate("SupervisionArranged", "2015-11-16")).isAccepted()
  })

  it("is arranged no later than a day to meet was set", () => {
    const set = ScheduleSupervision.make({ supervision, meetsOn: date("2015-11-16"), on: date("2015-11-12") })
    given(arranged.on("2015-11-12", set).events).on("2015-12-01").when(redate("SupervisionArranged", "2015-11-13"))
      .isRefusedBy("RECORD-4").says(
        "RECORD-4",
        "The date is too late. A day to meet was set on 12 November 2015. " +
          "It can be 12 November 2015 or earlier, or put that right first"
      )
  })

  it("is held in the time of whoever held it, and passes on between two sessions", () => {
    const sentence = (command: Given): string | undefined => {
      const { decision } = given(ended.events).on("2015-12-01").when(command)
      return decision._tag === "Accepted" ?
        "accepted" :
        decision.judged.find(({ because }) => because !== null)?.because
          ?? decision.moment?.says
    }
    expect([
      sentence(redate("SupervisorChanged", "2015-11-25")),
      sentence(redate("SupervisorChanged", "2015-11-24")),
      sentence(redate("SupervisorChanged", "2015-11-18")),
      sentence(redate("SupervisorChanged", "2015-11-17")),
      sentence(redate("SupervisionHeld", "2015-11-19")),
      sentence(redate("SupervisionHeld", "2015-11-30")),
      sentence(redate("SupervisionHeld", "2015-12-01"))
    ]).toEqual([
      "The date is too late. A supervision was held on 24 November 2015. " +
      "It can be 24 November 2015 or earlier, or put that right first",
      "accepted",
      "accepted",
      "The date is too early. It can be 18 November 2015 or later",
      "The date is too early. It can be 20 November 2015 or later",
      "accepted",
      "The date is too late. The supervision ended on 30 November 2015. " +
      "It can be 30 November 2015 or earlier, or put that right first"
    ])
  })

  it("ends no earlier than the last session, and its first supervisor until the next", () => {
    given(ended.events).on("2015-12-01").when(redate("SupervisionEnded", "2015-11-23")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "The date is too early. It can be 24 November 2015 or later")
    given(ended.events).on("2015-12-01").when(redate("SupervisionEnded", "2015-11-24")).isAccepted()
    const first = changed.events.find(({ type }) => type === "SupervisionHeld")?.id ?? ""
    const move = CorrectSupervisionDate.make({ supervision, entry: first, happenedOn: date("2015-11-21"), reason })
    given(changed.events).on("2015-12-01").when(move).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. The supervisor changed on 20 November 2015. " +
        "It can be 20 November 2015 or earlier, or put that right first"
    )
  })
})

describe("shadowing", () => {
  const begin = (on: string): Given => CorrectShadowingStart.make({ shadowing, startedOn: date(on), reason })
  const paused = running.on(
    "2016-03-25",
    PauseShadowing.make({ shadowing, from: date("2016-03-25"), reason: "REGIME" })
  )
    .on("2016-03-29", ResumeShadowing.make({ shadowing, on: date("2016-03-29") }))
  const signedOff = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))

  it("begins no later than it was paused", () => {
    given(paused.events).on("2016-04-08").when(begin("2016-03-26")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. The shadowing was paused on 25 March 2016. " +
        "It can be 25 March 2016 or earlier, or put that right first"
    )
    given(paused.events).on("2016-04-08").when(begin("2016-03-25")).isAccepted()
  })

  it("begins no later than another mentor took over", () => {
    const replaced = running.on(
      "2016-03-25",
      ReplaceShadowMentor.make({ shadowing, mentor: mo, on: date("2016-03-25"), reason })
    )
    given(replaced.events).on("2016-04-08").when(begin("2016-03-28")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. Another mentor took over on 25 March 2016. " +
        "It can be 25 March 2016 or earlier, or put that right first"
    )
    given(replaced.events).on("2016-04-08").when(begin("2016-03-25")).isAccepted()
  })

  it("passes from one mentor to another after the one before, and before the next and the sign-off", () => {
    const replace = (mentor: string, on: string): Given =>
      ReplaceShadowMentor.make({ shadowing, mentor, on: date(on), reason })
    const replaced = running.on("2016-04-01", replace(mo, "2016-03-25"))
    const replacement = last(replaced.events, "ShadowMentorReplaced")
    const from = (on: string): Given =>
      CorrectShadowMentorReplacement.make({ shadowing, replacement, replacedOn: date(on), reason })
    given(replaced.events).on("2016-04-08").when(from("2016-03-20")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "The date is too early. It can be 21 March 2016 or later")
    given(replaced.events).on("2016-04-08").when(from("2016-03-21")).isAccepted()
    const twice = replaced.on("2016-04-01", replace(max, "2016-03-30"))
    given(twice.events).on("2016-04-08").when(from("2016-03-31")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. Another mentor took over on 30 March 2016. " +
        "It can be 30 March 2016 or earlier, or put that right first"
    )
    given(twice.events).on("2016-04-08").when(from("2016-03-30")).isAccepted()
    const signed = replaced.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
    given(signed.events).on("2016-04-08").when(from("2016-04-05")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. The shadowing was signed off on 4 April 2016. " +
        "It can be 4 April 2016 or earlier, or put that right first"
    )
    given(signed.events).on("2016-04-08").when(from("2016-04-04")).isAccepted()
  })

  // The mentor who was replaced while it was planned is never shadowed: nothing followed from the start
  it("begins after its mentor was replaced, where that was before it began", () => {
    const late = ready.on("2016-03-15", plan("2016-03-21")).on(
      "2016-03-23",
      ReplaceShadowMentor.make({ shadowing, mentor: mo, on: date("2016-03-16"), reason }),
      start("2016-03-21")
    )
    given(late.events).on("2016-03-23").when(begin("2016-03-22")).isAccepted()
  })

  // A start on the 22nd is possible: 13 days count, and the sign-off is shown as one that no longer holds
  it("begins no later than it was signed off, and a later start in between is accepted and shown", () => {
    given(signedOff.events).on("2016-04-08").when(begin("2016-04-05")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. The shadowing was signed off on 4 April 2016. " +
        "It can be 4 April 2016 or earlier, or put that right first"
    )
    given(signedOff.events).on("2016-04-08").when(begin("2016-03-22")).isAccepted()
  })

  it("is paused or interrupted before it was signed off", () => {
    const interrupt = (from: string, until: string): Given =>
      RecordShadowingInterruption.make({ shadowing, from: date(from), until: date(until), reason: "REGIME" })
    given(signedOff.events).on("2016-04-08").when(interrupt("2016-04-05", "2016-04-06")).isRefusedBy("RECORD-4")
    const interrupted = signedOff.on("2016-04-08", interrupt("2016-04-04", "2016-04-06"))
    const correct = (from: string): Given =>
      CorrectShadowingPause.make({
        shadowing,
        pause: last(interrupted.events, "ShadowingInterrupted"),
        from: date(from),
        until: date("2016-04-07"),
        reason
      })
    given(interrupted.events).on("2016-04-08").when(correct("2016-04-05")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "From which day was it really paused? The date is too late. The shadowing was signed off on 4 April 2016. " +
        "It can be 4 April 2016 or earlier, or put that right first"
    )
    given(interrupted.events).on("2016-04-08").when(correct("2016-04-03")).isAccepted()
  })
})

describe("a cohort", () => {
  const correct = (heldOn: string): Given =>
    CorrectTrainingSession.make({
      cohort,
      session: "LOSS",
      heldOn: date(heldOn),
      minutes: 60,
      deliverers: [facilitator],
      reason
    })

  it("holds its sessions before its delivery was finished", () => {
    const finished = begun.on("2016-03-16", ...heldAll(), FinishCohortDelivery.make({ cohort, on: date("2016-03-16") }))
    given(finished.events).on("2016-03-20").when(correct("2016-03-17")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. The delivery of the cohort was finished on 16 March 2016. " +
        "It can be 16 March 2016 or earlier, or put that right first"
    )
    given(finished.events).on("2016-03-20").when(correct("2016-03-16")).isAccepted()
  })

  it("holds a session before a trainee made it up", () => {
    const madeUp = begun.on(
      "2016-03-16",
      deliver("LOSS"),
      attend("LOSS", {
        trainee: willsTraining,
        outcome: "LATE",
        minutes: 40
      })
    ).on(
      "2016-03-17",
      RecordSessionMakeUp.make({
        training: willsTraining,
        session: "LOSS",
        minutes: 20,
        deliverers: [facilitator],
        on: date("2016-03-17")
      })
    )
    given(madeUp.events).on("2016-03-20").when(correct("2016-03-18")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. A trainee made up minutes of the session on 17 March 2016. " +
        "It can be 17 March 2016 or earlier, or put that right first"
    )
    given(madeUp.events).on("2016-03-20").when(correct("2016-03-17")).isAccepted()
  })

  it("that starts anew, after its start was taken back, starts no later than its first session", () => {
    const back = begun.on("2016-03-16", ...heldAll(), TakeBackCohortStep.make({ cohort, reason }))
    const start = (on: string): Given => StartCohort.make({ cohort, on: date(on) })
    given(back.events).on("2016-03-20").when(start("2016-03-15")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. A session was held on 14 March 2016. " +
        "It can be 14 March 2016 or earlier, or put that right first"
    )
    given(back.events).on("2016-03-20").when(start("2016-03-13")).isAccepted()
  })
})

describe("an appointment", () => {
  const correct = (from: string, appointment = willsRole): Given =>
    CorrectAppointmentStart.make({ appointment, from: date(from), reason })
  const active = running.on(
    "2016-04-04",
    SignOffShadowing.make({ shadowing, on: date("2016-04-04") }),
    activate(willsRole, "2016-04-04")
  )

  it("begins no later than it was restricted", () => {
    const restricted = active.on(
      "2016-05-02",
      RestrictAppointment.make({
        appointment: willsRole,
        tasks: ["BEFRIENDING"],
        areas: [],
        from: date("2016-05-02"),
        reason
      })
    )
    given(restricted.events).on("2016-06-01").when(correct("2016-05-03")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. The appointment was restricted on 2 May 2016. " +
        "It can be 2 May 2016 or earlier, or put that right first"
    )
    given(restricted.events).on("2016-06-01").when(correct("2016-05-02")).isAccepted()
  })

  it("begins no later than its supervisor changed", () => {
    const change = ChangeAppointmentSupervisor.make({ appointment: willsRole, supervisor: kay, on: date("2016-04-20") })
    const changed = active.on("2016-05-02", change)
    given(changed.events).on("2016-06-01").when(correct("2016-04-21")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. The supervisor changed on 20 April 2016. " +
        "It can be 20 April 2016 or earlier, or put that right first"
    )
    given(changed.events).on("2016-06-01").when(correct("2016-04-20")).isAccepted()
  })

  // Max was in the role from 6 January 2014, before the scheme, and Will refuses from the day of his selection
  it("of who was in the role before the scheme begins no later than a task was refused", () => {
    const refuse = (appointment: string, on: string): Given =>
      RefuseTask.make({ appointment, task: "FEEDING", owner: lee, request: "To feed somebody", on: date(on) })
    const refused = active.on("2016-05-02", refuse(maxsRole, "2015-03-02"), refuse(willsRole, "2016-03-02"))
    given(refused.events).on("2016-06-01").when(correct("2015-03-03", maxsRole)).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. A task was refused on 2 March 2015. " +
        "It can be 2 March 2015 or earlier, or put that right first"
    )
    given(refused.events).on("2016-06-01").when(correct("2015-03-02", maxsRole)).isAccepted()
    given(refused.events).on("2016-06-01").when(correct("2016-04-11")).isAccepted()
  })
})
