/**
 * A trainer who turns out, two months later, not to have been accredited for a session, over HTTP: what follows is
 * derived anew, nothing is taken back, and people decide in each of the ways that there are.
 *
 * Twelve people are trained from Monday 14 to Wednesday 16 March 2016. On Monday 9 May it is found out that from
 * 1 March on nobody had accredited the facilitator for Moving and positioning, which was held on 16 March.
 */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { demoPersonIn } from "../signin/DemoPeople.ts"
import {
  cohort,
  dayOf,
  facilitator,
  id,
  lead,
  people,
  prepared,
  scheme,
  sessions,
  trainings
} from "../testing/CourseStory.ts"
import { httpStory } from "../testing/HttpStory.ts"
import type { HttpStory } from "../testing/HttpStory.ts"
import { isSelected } from "./SchemeStory.ts"

let story: HttpStory
const [kay, other, therapist] = [demoPersonIn("coordinator")?.id ?? "", id(8), id(9)]
const [wellbeing, early, late] = [id(7), id(301), id(302)]
const [first = "", second = "", third = "", last = ""] = [...trainings.slice(0, 3), ...trainings.slice(-1)]
const reason = "The record of the trainers says so"

const training = (of: string, more = "") => story.read(`/api/trainings/${of}${more}`)
const stands = async (of: string) => {
  const { certificates, completionHolds, met, status } = await training(of)
  const numbers = (certificates as ReadonlyArray<{ readonly number: number }>).map(({ number }) => number)
  return [status, completionHolds, met, numbers]
}

const selected = async (appointment: string, person: string) => {
  const on = "2016-03-18"
  await story.done("ApplyForAppointment", {
    appointment,
    person,
    scheme,
    roleProfile: wellbeing,
    source: "WORD_OF_MOUTH",
    on
  })
  await isSelected(story, appointment, "2017-01-18", on)
}

const activation = (appointment: string, on: string) => ({
  appointment,
  supervisor: kay,
  firstSupervisionOn: "2016-05-20",
  identityItemOffered: true,
  on
})

const theCourse = async () => {
  for (const [command, body] of prepared) await story.done(command, body)
  for (const { day, session } of sessions) {
    await story.done("DeliverTrainingSession", {
      cohort,
      session,
      minutes: 60,
      deliverers: [facilitator],
      observers: [],
      timeProtected: true,
      on: dayOf(day)
    })
    const attendance = trainings.map((trainee) => ({ trainee, outcome: "ATTENDED" }))
    await story.done("RecordSessionAttendance", { cohort, session, attendance })
  }
  for (const one of trainings) {
    await story.done("DecideTrainingCompletion", { training: one, decidedBy: lead, on: "2016-03-17" })
    if (one !== last) await story.done("IssueTrainingCertificate", { training: one, on: "2016-03-17" })
  }
  await story.done("FinishCohortDelivery", { cohort, on: "2016-03-17" })
  await story.done("RecordCohortReflection", { cohort, wanted: ["NOTHING"], notes: "It went well", on: "2016-03-17" })
  await story.done("CloseCohort", { cohort, on: "2016-03-17" })
}

beforeAll(async () => {
  story = await httpStory("2016-03-18T08:00:00.000Z")
  await theCourse()
  for (const staff of [kay, other, therapist]) {
    await story.done("RegisterStaff", { staff, name: "Ned Example", establishment: "ZZI", on: "2015-10-01" })
  }
  for (const competence of ["ROLE_REMIT", "REFLECTIVE_SUPERVISION"]) {
    await story.done("RecordStaffCompetence", { staff: kay, competence, on: "2015-10-01" })
  }
  await story.done("PublishRoleProfile", {
    scheme,
    roleProfile: wellbeing,
    code: "WELLBEING_REP",
    tasks: ["BEFRIENDING"],
    confidentiality: "BOUNDED",
    pay: "VOLUNTEER",
    asksForShadowing: false,
    asksForClearance: false,
    inCommunity: false,
    on: "2015-10-01"
  })
  await selected(early, people[2] ?? "")
  await selected(late, people[1] ?? "")
  await story.moveTo("2016-05-09T09:00")
  await story.done("ActivateAppointment", activation(early, "2016-05-09"))
}, 60_000)

afterAll(() => story.stop())

describe("a trainer who was not accredited", () => {
  const paths = [
    `/api/cohorts/${cohort}`,
    ...trainings.map((one) => `/api/trainings/${one}`),
    `/api/appointments/${early}`,
    `/api/appointments/${late}`,
    `/api/trainers/${facilitator}`,
    `/api/schemes/${scheme}/coverage`,
    `/api/schemes/${scheme}/programme`
  ]
  const asKnown = (position: number) =>
    Promise.all(
      paths.map(async (path) =>
        (await story.app.ask(`${path}?position=${position}`, { headers: { authorization: "Bearer demo-coordinator" } }))
          .text
      )
    )

  it("leaves twelve completions to decide about, takes none back, and appoints nobody by them", async () => {
    const { position } = (await training(first))["moment"] as { readonly position: number }
    const before = await asKnown(position)
    expect(await stands(first)).toEqual(["Completed", true, 9, [1]])
    await story.done("WithdrawTrainerAccreditation", {
      trainer: facilitator,
      session: "MOVING",
      decidedBy: lead,
      reason,
      on: "2016-03-01"
    })
    expect(await stands(first)).toEqual(["Completed", false, 8, [1]])
    expect(await story.waiting()).toMatchObject({
      "completions-that-no-longer-hold": "12 completions of a training no longer hold",
      "sessions-that-do-not-count": "1 session does not count"
    })
    expect(await story.refused("ActivateAppointment", activation(late, "2016-05-09"))).toEqual([
      "APPOINTMENT-9: The completion of the training no longer holds. Decide about it first"
    ])
    expect((await story.read(`/api/appointments/${early}`))["status"]).toBe("Active")
    expect(await story.refused("IssueTrainingCertificate", { training: last, on: "2016-05-09" })).toEqual([
      "The completion no longer holds. Decide about it first"
    ])
    expect(await asKnown(position)).toEqual(before)
  })

  it("is upheld for one who knows it", async () => {
    const decided = { training: first, decidedBy: kay, on: "2016-05-09", reason: "She is a nurse by training" }
    await story.done("UpholdTrainingCompletion", decided)
    expect(await stands(first)).toEqual(["Completed", true, 8, [1]])
  })

  it("is revoked for one, who makes it up and completes anew with another certificate; the first one stays", async () => {
    const decided = { training: third, decidedBy: kay, on: "2016-05-09", reason }
    expect(await story.refused("RevokeTrainingCompletion", { ...decided, agreedBy: kay })).toEqual([
      "TRAINING-11: You cannot agree with yourself. Name another member of staff who agreed"
    ])
    await story.done("RevokeTrainingCompletion", { ...decided, agreedBy: other })
    const { because, since, status } = await story.read(`/api/appointments/${early}`)
    expect([status, since, because]).toEqual(["Restricted", "2016-05-09", "The training is no longer complete"])
    expect(await story.refused("DecideTrainingCompletion", { training: third, decidedBy: lead, on: "2016-05-09" }))
      .toEqual([
        "TRAINING-3: Nobody accredited taught or supervised Moving and positioning. Have it repeated, or decide for " +
        "the session that it counts"
      ])
    await story.done("RegisterTrainer", {
      trainer: therapist,
      professions: ["OCCUPATIONAL_THERAPIST"],
      affiliation: "LOCAL_PARTNER",
      on: "2016-05-02"
    })
    const qualified = { session: "MOVING", basis: "QUALIFIED", scheme, decidedBy: lead, on: "2016-05-02" }
    await story.done("AccreditTrainer", { trainer: therapist, ...qualified })
    await story.moveTo("2016-05-16T12:00")
    const made = { training: third, session: "MOVING", deliverers: [therapist], on: "2016-05-16" }
    await story.done("RecordSessionMakeUp", { ...made, minutes: 59 })
    expect((await stands(third))[2]).toBe(8)
    await story.done("RecordSessionMakeUp", { ...made, minutes: 1 })
    await story.done("DecideTrainingCompletion", { training: third, decidedBy: lead, on: "2016-05-16" })
    await story.done("IssueTrainingCertificate", { training: third, on: "2016-05-16" })
    expect(await stands(third)).toEqual(["Completed", true, 9, [1, 2]])
    expect((await story.read(`/api/appointments/${early}`))["status"]).toBe("Active")
    // Between the two completions the worker was restricted, and that stays so for whoever asks about those days
    expect((await story.read(`/api/appointments/${early}?asAt=2016-05-12`))["status"]).toBe("Restricted")
  })

  it("is decided to count by two, for all the others at once", async () => {
    expect(await story.waiting()).toMatchObject({
      "completions-that-no-longer-hold": "10 completions of a training no longer hold"
    })
    const accepted = { cohort, session: "MOVING", ground: "OBSERVED_BY_ACCREDITED", on: "2016-05-16", reason }
    expect(await story.refused("AcceptTrainingSession", { ...accepted, agreedBy: kay })).toHaveLength(1)
    await story.done("AcceptTrainingSession", { ...accepted, agreedBy: other })
    const waiting = await story.waiting()
    expect([waiting["completions-that-no-longer-hold"], waiting["sessions-that-do-not-count"]]).toEqual([
      undefined,
      undefined
    ])
    expect(await stands(second)).toEqual(["Completed", true, 9, [1]])
    await story.done("IssueTrainingCertificate", { training: last, on: "2016-05-16" })
    await story.done("ActivateAppointment", activation(late, "2016-05-16"))
  })
})

describe("a training that was credited from one that falls", () => {
  it("falls with it, is shown, and stands again when the earlier one does", async () => {
    const [again, nobodyElse] = [randomUUID(), randomUUID()]
    await story.done("OpenTrainingRecord", {
      training: again,
      template: id(2),
      person: people[5],
      on: "2016-05-16"
    })
    await story.done("CreditEarlierTraining", {
      training: again,
      earlier: trainings[5],
      sessions: sessions.map(({ session }) => session),
      decidedBy: lead,
      on: "2016-05-16"
    })
    await story.done("DecideTrainingCompletion", { training: again, decidedBy: lead, on: "2016-05-16" })
    expect(await stands(again)).toEqual(["Completed", true, 9, []])
    await story.done("RegisterStaff", { staff: nobodyElse, name: "Vic", establishment: "ZZI", on: "2015-10-01" })
    const wrong = { cohort, session: "LOSS", heldOn: dayOf(2), minutes: 60, deliverers: [nobodyElse], reason }
    await story.done("CorrectTrainingSession", wrong)
    expect(await stands(again)).toEqual(["Completed", false, 8, []])
    await story.done("CorrectTrainingSession", { ...wrong, deliverers: [facilitator] })
    expect(await stands(again)).toEqual(["Completed", true, 9, []])
  })
})

describe("a trainer who turns out to have left before", () => {
  it("taught nothing that counts from that day, and everything again once that was wrong", async () => {
    const before = await story.waiting()
    await story.done("RecordStaffLeaving", { staff: facilitator, on: "2016-05-16" })
    expect(await story.waiting()).toEqual(before)
    // The third day of the course has three sessions; what was accepted by two goes on counting
    await story.done("CorrectStaffLeaving", { staff: facilitator, leftOn: dayOf(3), reason })
    const waiting = await story.waiting()
    expect([waiting["sessions-that-do-not-count"], waiting["completions-that-no-longer-hold"] !== undefined])
      .toEqual(["2 sessions do not count", true])
    await story.done("CorrectStaffLeaving", { staff: facilitator, leftOn: "2016-05-16", reason })
    expect(await story.waiting()).toEqual(before)
  })
})
