/**
 * A completion that no longer holds, through the app: because whoever decided it had left, or because a session turns out
 * never to have been held. It waits under what needs attention, the training offers what makes up for it, and the cohort
 * says what comes first.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { cohort, dayOf, facilitator, lead, people, prepared, sessions, trainings } from "../testing/CourseStory.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp, Visitor } from "../testing/ServedApp.ts"

const [training, another] = trainings
const decider = "0c7a0000-0000-4000-8000-0000000000d1"
const reason = "The wing was locked"

const textOf = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ").trim()

describe("a session that was never held", () => {
  let app: ServedApp
  let coordinator: Visitor

  beforeAll(async () => {
    app = await serveApp(`${dayOf(5)}T17:00:00.000Z`)
    for (const [command, body] of prepared) await app.give(command, body)
    for (const { day, session } of sessions) {
      const held = { cohort, session, minutes: 60, deliverers: [facilitator], observers: [], timeProtected: true }
      await app.give("DeliverTrainingSession", { ...held, on: dayOf(day) })
      await app.give("RecordSessionAttendance", {
        cohort,
        session,
        attendance: trainings.map((trainee) => ({ trainee, outcome: "ATTENDED" }))
      })
    }
    await app.give("DecideTrainingCompletion", { training, decidedBy: lead, on: dayOf(3) })
    await app.give("FinishCohortDelivery", { cohort, on: dayOf(3) })
    coordinator = await visit(app, "coordinator")
  }, 60_000)

  afterAll(() => app.stop())

  it("is not all that a completion falls for: whoever decided it may have left before", async () => {
    const registered = { staff: decider, name: "Dee Example", establishment: "ZZI", on: "2016-01-01" }
    const own = async () => textOf((await coordinator.get(`/workers/${people[1]}/training`)).text)
    const given = async (command: string, body: object) => (await app.give(command, body)).status
    expect([
      await given("RegisterStaff", registered),
      await given("DecideTrainingCompletion", { training: another, decidedBy: decider, on: dayOf(3) }),
      await given("RecordStaffLeaving", { staff: decider, on: dayOf(4) })
    ]).toEqual([201, 201, 201])
    expect(await own()).not.toContain("Staff decide whether it stands")
    await given("CorrectStaffLeaving", { staff: decider, leftOn: dayOf(3), reason: "They left on Wednesday" })
    expect(await own()).toContain(
      "By what is known now, whoever decided it was not in post then. By now every session is met. " +
        "Staff decide whether it stands"
    )
    expect(textOf((await coordinator.get("/today/completions-that-no-longer-hold")).text))
      .toContain("or whoever decided it was not in post")
    expect(await given("UpholdTrainingCompletion", { training: another, decidedBy: lead, on: dayOf(5), reason })).toBe(
      201
    )
    expect(await own()).toContain("Upheld on 18 March 2016")
  })

  it("is struck out, and what makes up for it is offered before anybody decides", async () => {
    const own = async () => textOf((await coordinator.get(`/workers/${people[0]}/training`)).text)
    expect(await own()).not.toContain("Record that a session was made up")
    expect((await app.give("VoidTrainingSession", { cohort, session: "LOSS", reason })).status).toBe(201)
    const fallen = textOf((await coordinator.get("/today/completions-that-no-longer-hold")).text)
    expect(fallen).toContain("Have what is missing made up or credited, then uphold it; or revoke it")
    const offered = await own()
    expect(offered).toContain("not every session was met then. Missing now: Working with Loss")
    expect(offered).toContain("Record that a session was made up")
    const early = await app.give("DeliverTrainingSession", {
      cohort,
      session: "LOSS",
      minutes: 60,
      deliverers: [facilitator],
      observers: [],
      timeProtected: true,
      on: dayOf(5)
    })
    expect([early.status, early.body["detail"]]).toEqual([
      409,
      "The cohort is delivered since 16 March 2016, by Kay Example (coordinator). " +
      "First take back that its delivery was finished"
    ])
  })

  it("is written off and made up, and the completion is upheld", async () => {
    const given = async (command: string, body: object) => (await app.give(command, body)).status
    const attendance = trainings.map((trainee) => ({ trainee, outcome: "SESSION_NOT_HELD" }))
    const marked = { cohort, session: "LOSS", attendance }
    expect([
      await given("WriteOffTrainingSession", { cohort, session: "LOSS", cause: "LOCKDOWN", on: dayOf(4) }),
      await given("RecordSessionAttendance", marked),
      await given("RecordSessionAttendance", marked),
      await given("RecordSessionMakeUp", {
        training,
        session: "LOSS",
        minutes: 60,
        deliverers: [facilitator],
        on: dayOf(5)
      }),
      await given("UpholdTrainingCompletion", { training, decidedBy: lead, on: dayOf(5), reason })
    ]).toEqual([201, 201, 409, 201, 201])
    expect((await coordinator.get("/today/completions-that-no-longer-hold")).status).toBe(200)
    expect(textOf((await coordinator.get(`/workers/${people[0]}/training`)).text))
      .toContain("Completed on 16 March 2016, decided by Kay Example")
  })
})
