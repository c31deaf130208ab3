/**
 * What a scheme has decided about its roles, on its page and under what needs attention: units, eligibility and pay.
 */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, it } from "vitest"
import type { RunningApp } from "../acceptance/RunningApp.ts"
import { done, mentorServes, personArrives, schemeRuns } from "../acceptance/SchemeStory.ts"
import type { RunningScheme } from "../acceptance/SchemeStory.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp } from "../testing/ServedApp.ts"

const on = "2016-03-14"

let app: ServedApp
let story: RunningApp
let running: RunningScheme
let adviser: { readonly person: string; readonly appointment: string }

const give = (command: string, body: object) => done(story, command, body)
const pageOf = async (path: string, role = "coordinator") => (await (await visit(app, role)).get(path)).text
const moveTo = (to: string) =>
  app.ask("/api/demo/clock", {
    method: "POST",
    body: JSON.stringify({ to }),
    headers: { authorization: "Bearer demo-coordinator" }
  })

beforeAll(async () => {
  app = await serveApp(`${on}T09:00:00.000Z`)
  story = { give: (command: string, body: object) => app.give(command, body) } as unknown as RunningApp
  running = await schemeRuns(story, on)
  adviser = await mentorServes(story, running, on)
})

afterAll(() => app.stop())

it("says where a role is done and who is eligible for it", async () => {
  const { roleProfile, scheme, staff } = running
  const before = await pageOf(`/schemes/${scheme}`)
  expect(before).toContain("Done everywhere. Asks for no criteria.")
  expect(before).toContain(`/do/DecideEligibilityCriteria?scheme=${scheme}`)
  await give("CorrectRoleProfile", {
    scheme,
    roleProfile,
    version: 1,
    tasks: ["BEFRIENDING"],
    confidentiality: "BOUNDED",
    pay: "PAID",
    asksForShadowing: false,
    asksForClearance: false,
    inCommunity: false,
    units: ["A_WING", "B_WING"],
    on,
    reason: "The units were left out"
  })
  await give("DecideEligibilityCriteria", {
    scheme,
    roleProfile,
    criteria: ["NO_ILLICIT_DRUGS", "STABLE"],
    gap: "TAKES_A_REASON",
    decidedBy: staff,
    on
  })
  expect(await pageOf(`/schemes/${scheme}`)).toContain(
    "Done on A wing, B wing. Eligible is who takes no illicit drugs, leads a stable life. " +
      "If not all is met: they are selected only with a reason."
  )
})

it("shows on the page of a worker how they stand to the criteria, and where they work", async () => {
  const { roleProfile, scheme, staff } = running
  const person = await personArrives(story, on)
  const appointment = randomUUID()
  await give("ProposeAppointment", { appointment, person, scheme, roleProfile, source: "STAFF", on })
  await give("BeginAppointmentSelection", { appointment, on })
  await give("RecordRiskAssessment", { appointment, outcome: "SUITABLE", validUntil: "2017-03-14", on })
  await give("AcknowledgeJobDescription", { appointment, version: 1, on })
  await give("ConsiderEligibility", { appointment, met: ["STABLE"], notMet: ["NO_ILLICIT_DRUGS"], on })
  await give("BindAppointmentToUnit", { appointment: adviser.appointment, unit: "A_WING", on })
  const declared = { appointment, adviser: adviser.person, on }
  await give("DeclareSelectionInterest", { ...declared, interest: "NONE" })
  await give("RecordSelectionAdvice", { ...declared, advice: "FOR", because: "He listens" })
  expect(await pageOf(`/workers/${person}`)).toContain("1 worker advised")
  await give("DeclareSelectionInterest", { ...declared, interest: "DEBT" })
  expect(await pageOf(`/workers/${person}`)).toContain("1 worker advised, 1 of them with an interest")
  await give("SelectForAppointment", {
    appointment,
    incentiveLevel: "STANDARD",
    workplaceRisk: "LOW",
    learned: "A certificate in plumbing",
    education: "MEETS",
    expectedUntil: "2017-03-14",
    reasons: "Patient and reliable",
    overrides: [{ rule: "APPOINTMENT-16", reason: "He has been clean for a year" }],
    on
  })
  await give("RecordAppointmentTraining", {
    appointment,
    template: "TEMPLATE_2",
    evidence: "REGISTER",
    decidedBy: staff,
    on
  })
  await give("BindAppointmentToUnit", { appointment, unit: "B_WING", on })
  const page = await pageOf(`/workers/${person}`)
  expect(page).toContain("2 criteria considered on 14 March 2016, 1 not met")
  expect(page).toMatch(/Unit\s*<\/dt>\s*<dd[^>]*>\s*B wing/)
  const history = await pageOf(`/workers/${person}/history`)
  expect(history).toContain("A certificate in plumbing")
  await give("ActivateAppointment", {
    appointment,
    supervisor: staff,
    firstSupervisionOn: "2016-03-21",
    payBand: 2,
    identityItemOffered: true,
    on
  })
  expect(await pageOf("/")).toContain("1 worker&#39;s pay band is not published")
  expect(await pageOf("/today/pay-not-published")).toContain("is paid in band 2, which is not published")
})

it("shows what a worker was asked for and may not do, until a professional has taken it over", async () => {
  const { appointment, person } = adviser
  const { staff } = running
  const asked = { appointment, task: "TOILETING", owner: staff, request: "To help somebody at night", on }
  const told = await app.give("RefuseTask", {
    ...asked,
    overrides: [{ rule: "APPOINTMENT-21", reason: "Nobody else" }]
  })
  expect([told.status, told.body["judged"]]).toMatchObject([
    201,
    expect.arrayContaining([
      expect.objectContaining({ rule: "APPOINTMENT-21", strength: "alert", held: false, override: false })
    ])
  ])
  expect(await pageOf("/")).toContain("1 refused task waits")
  const list = await pageOf("/today/tasks-refused", "healthcare")
  expect(list).toContain("Help with using the toilet, told to Kay Example on 14 March 2016")
  expect(await pageOf(`/workers/${person}`)).toContain(`/do/RecordTaskTakenOver?appointment=${appointment}`)
  const form = await pageOf(`/do/RecordTaskTakenOver?appointment=${appointment}`, "healthcare")
  const refusal = /<option value="([0-9a-f-]{36})"[^>]*>[^<]*Task refused/.exec(form)?.[1] ?? ""
  await give("RecordTaskTakenOver", { appointment, refusal, answer: "PROFESSIONAL_HELPS", takenOverBy: staff, on })
  expect(await pageOf("/")).not.toContain("refused task")
  expect(await pageOf(`/workers/${person}`)).not.toContain("RecordTaskTakenOver")
})

it("publishes what is paid, and asks for another look before the year is over", async () => {
  const { scheme, staff } = running
  expect(await pageOf(`/schemes/${scheme}`)).toContain("No pay bands are published.")
  await give("DecideSchemePolicy", { scheme, limit: "firstReminderDays", value: 30, from: on, decidedBy: staff, on })
  const bands = [{ band: 2, pencePerWeek: 750 }, { band: 1, pencePerWeek: 405 }]
  await give("PublishPayBands", { scheme, bands, decidedBy: staff, on })
  const page = await pageOf(`/schemes/${scheme}`)
  expect(page.indexOf("£4.05 a week")).toBeLessThan(page.indexOf("£7.50 a week"))
  expect(page).toContain("The bands are looked at again by 14 March 2017.")
  expect(await pageOf("/")).not.toContain("pay band")
  await moveTo("2017-02-11T09:00")
  expect(await pageOf("/")).not.toContain("pay is to be looked at")
  await moveTo("2017-02-12T09:00")
  expect(await pageOf("/", "commissioner")).toContain("1 scheme&#39;s pay is to be looked at")
  expect(await pageOf("/today/schemes-with-pay-to-review"))
    .toContain("the pay bands are to be looked at by 14 March 2017")
  await moveTo("2017-03-15T09:00")
  expect(await pageOf(`/schemes/${scheme}`)).toContain("The bands were to be looked at by 14 March 2017.")
  await give("ReviewPayBands", { scheme, decidedBy: staff, on: "2017-03-15" })
  expect(await pageOf(`/schemes/${scheme}`)).toContain("The bands are looked at again by 15 March 2018.")
})
