/**
 * Proves that a credit whose equivalence was withdrawn waits for somebody: under what needs attention and on the page of
 * the training, with its name, what rests on it and who decides; and no longer once that was decided.
 */
import { afterAll, beforeAll, expect, it } from "vitest"
import { id, lead, prepared, scheme, sessions, template, worker } from "../testing/CourseStory.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp, Visitor } from "../testing/ServedApp.ts"

const [templateOne, earlier, training] = [id(12), id(381), id(382)]
const on = "2016-03-15"

let app: ServedApp
let coordinator: Visitor
let officer: Visitor

const give = async (command: string, body: Readonly<Record<string, unknown>>): Promise<void> => {
  const told = await app.give(command, body)
  if (told.status !== 201) throw new Error(`${command}: ${told.text}`)
}

const newest = async (tag: string, type: string): Promise<string> => {
  const told = await app.ask(`/api/events?tag=${tag}&type=${type}`, {
    headers: { authorization: "Bearer demo-auditor", accept: "application/x-ndjson" }
  })
  const last = told.text.split("\n").filter((line) => line !== "").at(-1) ?? "{}"
  return (JSON.parse(last) as { readonly id: string }).id
}

const credit = (of: string, session: string) =>
  give("CreditTrainingSession", {
    training: of,
    session,
    credit: "FULL",
    evidence: "REGISTER",
    decidedBy: lead,
    on
  })

let granted = ""
let credited = ""

beforeAll(async () => {
  app = await serveApp("2016-03-16T17:00:00.000Z")
  coordinator = await visit(app, "coordinator")
  officer = await visit(app, "officer")
  for (const [command, body] of prepared) await give(command, body)
  await give("IntroduceTemplate", { template: templateOne, scheme, published: "TEMPLATE_1", on: "2015-11-02" })
  await give("GrantTrainingEquivalence", {
    template,
    session: "LOSS",
    from: templateOne,
    fromSession: "LOSS",
    credit: "FULL",
    decidedBy: lead,
    on: "2016-01-18",
    reason: "The same session"
  })
  await give("OpenTrainingRecord", { training: earlier, person: worker, template: templateOne, on })
  await credit(earlier, "LOSS")
  await give("OpenTrainingRecord", { training, person: worker, template, on })
  for (const { session } of sessions) if (session !== "LOSS") await credit(training, session)
  await give("CreditEarlierTraining", { training, earlier, sessions: ["LOSS"], decidedBy: lead, on })
  granted = await newest(`template:${template}`, "TrainingEquivalenceGranted")
  credited = await newest(`training:${training}`, "TrainingCreditGiven")
  await give("DecideTrainingCompletion", { training, decidedBy: lead, on: "2016-03-16" })
  const appointment = id(91)
  await give("RecordRiskAssessment", { appointment, outcome: "SUITABLE", validUntil: "2017-01-18", on })
  await give("AcknowledgeJobDescription", { appointment, version: 1, on })
  for (const competence of ["ROLE_REMIT", "REFLECTIVE_SUPERVISION"]) {
    await give("RecordStaffCompetence", { staff: lead, competence, on: "2015-10-01" })
  }
  await give("RegulariseLegacyWorker", {
    appointment,
    supervisor: lead,
    firstSupervisionOn: "2016-04-01",
    on: "2016-03-16"
  })
}, 60_000)

afterAll(() => app.stop())

const textOf = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ").trim()

const whoDecides =
  "Decide whether it stays: uphold it (coordinator or safeguarding), or strike it out (coordinator or officer)"
const theCredit = "Working with Loss, credited from Template 1 (ten sessions) on 15 March 2016 by Kay Example"
const whatRests = "The completion of 16 March 2016 rests on it, and so does working alone as Peer support worker"

it("waits for somebody, with its name, what rests on it and who decides, until that was decided", async () => {
  const waiting = async () => textOf((await coordinator.get("/today/credits-in-doubt")).text)
  const page = async (visitor: Visitor) => (await visitor.get(`/workers/${worker}/training`)).text
  expect(textOf(await page(coordinator))).not.toContain("in doubt")
  await give("WithdrawTrainingEquivalence", { template, entry: granted, reason: "They have nothing in common" })
  expect(await waiting()).toContain(whoDecides)
  expect(await waiting()).toContain(`Jones, Ray Template 2 (nine sessions): ${theCredit}. ${whatRests}`)
  const shown = await page(coordinator)
  expect(textOf(shown)).toContain(
    `${theCredit}, is in doubt: what it was given by was withdrawn or decided otherwise. ${whatRests}. ${whoDecides}.`
  )
  expect(shown).toContain(`/do/UpholdTrainingCredit?training=${training}&amp;entry=${credited}`)
  expect(await page(officer)).not.toContain("/do/UpholdTrainingCredit")
  expect(await page(officer)).toContain(`/do/VoidTrainingEntry?training=${training}&amp;entry=${credited}`)
  const form = await coordinator.get(`/do/UpholdTrainingCredit?training=${training}`)
  expect(textOf(form.text)).toContain("Credit given: Working with Loss, 15 March 2016")
  const read = () => app.ask(`/api/trainings/${training}`, { headers: { authorization: "Bearer demo-coordinator" } })
  expect((await read()).body).toMatchObject({ creditsInDoubt: [{ event: credited, session: "LOSS" }] })
  await give("UpholdTrainingCredit", {
    training,
    entry: credited,
    decidedBy: lead,
    on: "2016-03-16",
    reason: "He can do it"
  })
  expect((await read()).body).toMatchObject({ creditsInDoubt: [], met: 9, completionHolds: true })
  expect(await waiting()).not.toContain("Jones")
  expect(textOf(await page(coordinator))).not.toContain("in doubt")
}, 60_000)
