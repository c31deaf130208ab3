/**
 * The supervision of a worker over HTTP: due, overdue, beyond grace and held again on its dates; who reads which note on
 * which page; and what was known before stays as it was.
 */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { RunningApp } from "../acceptance/RunningApp.ts"
import { done, mentorServes, schemeRuns, workerTrains } from "../acceptance/SchemeStory.ts"
import type { RunningScheme } from "../acceptance/SchemeStory.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp, Told } from "../testing/ServedApp.ts"

/** Hana Example of the demonstration, who signs in as healthcare. */
const hana = "5f1d2c3e-0003-4000-8000-000000000003"
const supervision = randomUUID()

let app: ServedApp
let story: RunningApp
let scheme: RunningScheme
let worker: { readonly person: string; readonly appointment: string }

const give = (command: string, body: object, as = "coordinator"): Promise<Told> => app.give(command, body, {}, as)

const get = async (path: string, as = "coordinator") =>
  (await app.ask(path, { headers: { authorization: `Bearer demo-${as}` } })).body

const moveTo = (to: string): Promise<Told> =>
  app.ask("/api/demo/clock", {
    method: "POST",
    body: JSON.stringify({ to }),
    headers: { authorization: "Bearer demo-coordinator" }
  })

const session = {
  supervision,
  on: "2016-03-28",
  exploitation: "OF_WORKER",
  workload: "MANAGEABLE",
  confidentiality: "NOTHING",
  boundaries: "RAISED",
  sharedNote: "We agreed whom he asks about lifting",
  supervisorNote: "Somebody leans on him for tobacco"
}

beforeAll(async () => {
  app = await serveApp("2016-03-14T09:00:00.000Z")
  story = {
    give: (command: string, body: object, as = "coordinator") => give(command, body, as)
  } as unknown as RunningApp
  scheme = await schemeRuns(story, "2016-03-14")
  const on = "2016-03-14"
  await done(story, "RegisterStaff", { staff: hana, name: "Hana Example", establishment: "ZZI", on })
  worker = await mentorServes(story, scheme, on)
})

afterAll(() => app.stop())

describe("over HTTP", () => {
  it("an arrangement names both competences that are missing, and is there once they are recorded", async () => {
    const body = {
      supervision,
      appointment: worker.appointment,
      supervisor: hana,
      framework: "GIBBS",
      managesAlone: false,
      on: "2016-03-14"
    }
    const refused = await give("ArrangeSupervision", body)
    expect(refused.status).toBe(422)
    expect(refused.body["breaches"]).toMatchObject([{
      rule: "SUPERVISION-1",
      because:
        "Nothing in date says that the supervisor knows the remit of the role and can lead reflective supervision. " +
        "Record it first, or name somebody else"
    }])
    for (const competence of ["ROLE_REMIT", "REFLECTIVE_SUPERVISION"]) {
      await done(story, "RecordStaffCompetence", { staff: hana, competence, on: "2016-03-14" })
    }
    await done(story, "ArrangeSupervision", body)
    const told = await get(`/api/appointments/${worker.appointment}`)
    // The first supervision was set for a week after he was regularised
    expect([told["supervisedBy"], told["supervision"]]).toEqual([hana, {
      status: "OnTrack",
      since: "2016-03-14",
      lastHeldOn: null,
      dueOn: "2016-03-21",
      graceUntil: null
    }])
  })

  it("overdue is shown, and beyond the grace that the scheme decided nobody new may shadow him", async () => {
    await done(story, "DecideSchemePolicy", {
      scheme: scheme.scheme,
      limit: "supervisionGraceDays",
      value: 5,
      from: "2016-03-14",
      decidedBy: scheme.staff,
      on: "2016-03-14"
    })
    await moveTo("2016-03-22T09:00")
    const coordinator = await visit(app, "coordinator")
    const today = (await coordinator.get("/")).text
    expect(today).toContain("1 supervision is overdue")
    const overdue = await coordinator.get(`/workers/${worker.person}/supervision`)
    expect(overdue.text).toContain(
      "Supervision was due on 21 March 2016. After 26 March 2016 nothing new may be taken on"
    )
    await moveTo("2016-03-27T09:00")
    expect(await get(`/api/appointments/${worker.appointment}`)).toMatchObject({
      status: "Restricted",
      since: "2016-03-27",
      because: "Supervision was due on 21 March 2016 and is overdue beyond grace, so nothing new is taken on",
      mayWorkAlone: true
    })
    const { appointment } = await workerTrains(story, scheme, "2016-03-27")
    const planned = await give("PlanShadowing", {
      shadowing: randomUUID(),
      appointment,
      mentor: worker.person,
      startOn: "2016-03-29",
      on: "2016-03-27"
    })
    expect(planned.body["breaches"]).toMatchObject([{ rule: "SUPERVISION-6" }])
  })

  it("what comes up about exploitation is escalated, or the session is not saved", async () => {
    await moveTo("2016-03-28T09:00")
    const silent = await give("HoldSupervision", session, "healthcare")
    expect([silent.status, silent.body["breaches"]]).toMatchObject([422, [{ rule: "SUPERVISION-4" }]])
    const escalation = randomUUID()
    const nowhere = await give("HoldSupervision", { ...session, escalations: [escalation] }, "healthcare")
    expect([nowhere.status, nowhere.body["detail"]]).toEqual([404, "There is no such escalation"])
    const raised = await give("RaiseEscalation", {
      escalation,
      scheme: scheme.scheme,
      subject: worker.person,
      category: "EXPLOITATION_OF_WORKER",
      urgency: "ROUTINE",
      basis: "AGREED",
      concern: "He is asked for tobacco"
    }, "healthcare")
    expect(raised.status).toBe(201)
    // An officer who did not raise it does not see it
    expect((await give("HoldSupervision", { ...session, escalations: [escalation] }, "officer")).status).toBe(404)
    const typedByAnother = await give("HoldSupervision", { ...session, escalations: [escalation] }, "coordinator")
    expect(typedByAnother.body["breaches"]).toMatchObject([{ rule: "SUPERVISION-7" }])
    const held = await give("HoldSupervision", { ...session, escalations: [escalation] }, "healthcare")
    expect(held.status).toBe(201)
    // Held on 28 March; 28 days later is 25 April
    expect(await get(`/api/appointments/${worker.appointment}`)).toMatchObject({
      status: "Active",
      supervision: { status: "OnTrack", lastHeldOn: "2016-03-28", dueOn: "2016-04-25" }
    })
    expect(await get(`/api/supervisions/${supervision}`)).toMatchObject({
      supervisor: hana,
      sessions: [{ outcome: "Held", concernsRaised: true, escalations: [escalation] }]
    })
  })

  it("the day before is as it was known then", async () => {
    for (const query of ["asAt=2016-03-27", "knownAt=2016-03-27"]) {
      expect(await get(`/api/appointments/${worker.appointment}?${query}`)).toMatchObject({
        status: "Restricted",
        supervision: { status: "BeyondGrace", lastHeldOn: null, dueOn: "2016-03-21" }
      })
    }
  })
})

describe("the notes of a session", () => {
  it.each([
    ["the supervisor, whatever their role", "healthcare", true, true],
    ["safeguarding", "safeguarding", true, true],
    ["the coordinator", "coordinator", true, false],
    ["another officer", "officer", false, false],
    ["an auditor", "auditor", false, false]
  ])("are read by %s as they may", async (_, role, readsShared, readsOwn) => {
    const reader = await visit(app, role)
    for (const path of ["supervision", "history"]) {
      const { status, text } = await reader.get(`/workers/${worker.person}/${path}`)
      expect(status).toBe(200)
      expect(text.includes("We agreed whom he asks about lifting")).toBe(readsShared)
      expect(text.includes("The worker may be exploited or bullied")).toBe(readsShared)
      expect(text.includes("Somebody leans on him for tobacco")).toBe(readsOwn)
    }
  })

  it("stay with the supervisor of the session when another takes over", async () => {
    await done(story, "ChangeSupervisor", {
      supervision,
      supervisor: scheme.staff,
      managesAlone: false,
      reason: "Hana is on leave",
      on: "2016-03-28"
    })
    const [sessionEvent] = (await get(`/api/supervisions/${supervision}`))["sessions"] as ReadonlyArray<
      { event: string }
    >
    const added = { supervision, session: sessionEvent?.event, supervisorNote: "He has a name now", on: "2016-03-28" }
    expect((await give("AddToSupervisionNote", added)).status).toBe(422)
    expect((await give("AddToSupervisionNote", added, "healthcare")).status).toBe(201)
    const [own, others] = [await visit(app, "healthcare"), await visit(app, "coordinator")]
    const path = `/workers/${worker.person}/supervision`
    expect((await own.get(path)).text).toContain("He has a name now")
    expect((await others.get(path)).text).not.toContain("He has a name now")
    expect((await others.get(path)).text).toContain("Kay Example")
  })

  it("are recorded from a form that offers what there is", async () => {
    const reader = await visit(app, "healthcare")
    const form = await reader.get(`/do/HoldSupervision?supervision=${supervision}`)
    expect([form.status, form.text.includes("Is anybody exploited or bullied, the worker or by the worker?")])
      .toEqual([200, true])
    const choose = await reader.get(`/do/AddToSupervisionNote?supervision=${supervision}`)
    expect(choose.text).toContain("Supervision held, 28 March 2016")
  })
})
