/**
 * Proves that a cohort of twelve is run through three days from pages alone, as somebody at a browser without script
 * does it: a session and the attendance of everybody in two forms each, and what is missing said of each trainee.
 */
import { sessionTitles } from "@peerwork/core"
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
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
  template,
  trainings
} from "../testing/CourseStory.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp, Visitor } from "../testing/ServedApp.ts"

let app: ServedApp
let coordinator: Visitor

beforeAll(async () => {
  app = await serveApp("2016-03-16T17:00:00.000Z")
  coordinator = await visit(app, "coordinator")
  for (const [command, body] of prepared) {
    const told = await app.give(command, body)
    if (told.status !== 201) throw new Error(`${command}: ${told.text}`)
  }
}, 60_000)

afterAll(() => app.stop())

const textOf = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ").trim()

/** Fills in a form, looks at the check and presses the button; what stands on the page is sent along. */
const record = async (command: string, given: string, fields: Readonly<Record<string, string>>) => {
  const form = { "form-id": randomUUID(), "form-given": given, ...fields }
  const checked = await coordinator.send(`/do/${command}`, { ...form, "form-step": "check" })
  const done = await coordinator.send(`/do/${command}`, { ...form, "form-step": "give" })
  return { checked, done }
}

const hold = (session: string, day: number) =>
  record("DeliverTrainingSession", "cohort session", {
    cohort,
    session,
    minutes: "60",
    deliverers: facilitator,
    timeProtected: "yes",
    "on-day": String(13 + day),
    "on-month": "3",
    "on-year": "2016"
  })

/** The lines of the attendance form, as they stand on the page. */
const linesOf = (html: string): ReadonlyArray<readonly [name: string, training: string]> =>
  [...html.matchAll(/name="(attendance-\d+)-trainee" value="([^"]+)"/g)]
    .map(([, name = "", training = ""]) => [name, training] as const)

const mark = async (session: string, outcome: (training: string) => Readonly<Record<string, string>>) => {
  const asked = await coordinator.get(
    `/do/RecordSessionAttendance?cohort=${cohort}&session=${session}&attendance.outcome=ATTENDED`
  )
  const lines = linesOf(asked.text)
  const fields: Readonly<Record<string, string>> = Object.assign(
    {},
    ...lines.map(([name, training]) => ({
      [`${name}-trainee`]: training,
      ...Object.fromEntries(Object.entries(outcome(training)).map(([column, value]) => [`${name}-${column}`, value]))
    }))
  ) as Readonly<Record<string, string>>
  return { asked, lines, ...await record("RecordSessionAttendance", "cohort session", { cohort, session, ...fields }) }
}

describe("a cohort of twelve", () => {
  it("is run through its three days from the pages alone, and each trainee is told what is missing", async () => {
    for (const { day, session } of sessions) {
      const held = await hold(session, day)
      expect([session, held.done.status]).toEqual([session, 303])
      const marked = await mark(session, (training) =>
        session === "LOSS" && training === trainings[0]
          ? { outcome: "LATE", minutes: "40" }
          : session === "MOVING" && training === trainings[1]
          ? { outcome: "ABSENT_ACCEPTABLE" }
          : { outcome: "ATTENDED" })
      expect([session, marked.lines.length, marked.done.status]).toEqual([session, 12, 303])
      expect(marked.asked.text).toContain('<option value="ATTENDED" selected>')
    }
    const text = textOf((await coordinator.get(`/cohorts/${cohort}`)).text)
    expect(text).toContain("SmithA, Tom (A1000AA) Whole training 8 of 9 Working with Loss, 20 minutes Enrolled")
    expect(text).toContain("SmithB, Tom (A1001AA) Whole training 8 of 9 Moving and positioning Enrolled")
    expect(text).toContain("SmithL, Tom (A1011AA) Whole training 9 of 9 Nothing Enrolled")
    expect(textOf((await coordinator.get(`/workers/${people[0]}/training`)).text))
      .toContain("8 of 9 sessions met. Missing: Working with Loss, 20 minutes")
  }, 60_000)

  it("takes somebody who comes ad hoc, and says beside the table what does not fit", async () => {
    const [person, training] = [id(150), id(250)]
    await app.give("RegisterPerson", {
      person,
      prisonNumber: "A2000AA",
      familyName: "West",
      givenName: "Wes",
      establishment: "ZZI",
      wing: "B_WING",
      on: "2015-01-05"
    })
    await app.give("EnrolTrainee", { training, cohort, person, place: "AD_HOC", on: dayOf(2) })
    const unread = (await mark("LOSS", () => ({ minutes: "some" }))).checked
    expect(unread.status).toBe(400)
    expect(unread.text).toContain(
      '<a href="#attendance-0-outcome">Select an answer to “Outcome” for West, Wes (A2000AA), ad hoc</a>'
    )
    expect(unread.text).toContain('<a href="#attendance-0-minutes">The answer to “Minutes present” for West, Wes')
    const late = await mark("LOSS", () => ({ outcome: "LATE" }))
    expect([late.lines.length, late.checked.status]).toEqual([1, 422])
    expect(textOf(late.checked.text)).toContain("The minutes of 1 trainee do not fit the outcome")
    const says = "The answer to “Minutes present” for West, Wes (A2000AA), ad hoc must be more than 0 and fewer than 60"
    expect(textOf(late.checked.text).split(says)).toHaveLength(3)
    expect(late.checked.text).toContain(`<a href="#attendance-0-minutes">${says}</a>`)
    expect(late.checked.text).toMatch(/id="attendance-0-minutes"[^>]* aria-invalid="true"/)
    expect(late.checked.text).toMatch(/id="attendance-0-minutes"[^>]* aria-describedby="attendance-0-minutes-error"/)
    expect(late.checked.text).toContain('<option value="LATE" selected>')
    const whole = await mark("LOSS", () => ({ outcome: "ATTENDED" }))
    expect(textOf(whole.checked.text)).toContain("West, Wes (A2000AA), ad hoc: Attended")
    expect(whole.done.status).toBe(303)
    const read = await app.ask(`/api/cohorts/${cohort}`, { headers: { authorization: "Bearer demo-coordinator" } })
    expect(read.body).toMatchObject({ placesTaken: 12, status: "Running", trainees: { length: 13 } })
  })

  it("shows both, where two recorded the attendance of one session differently", async () => {
    const row = {
      "attendance-0-trainee": trainings[0] ?? "",
      "attendance-0-outcome": "LATE",
      "attendance-0-minutes": "40"
    }
    const sent = { cohort, session: "COURSE_INTRODUCTION", ...row }
    const { checked } = await record("RecordSessionAttendance", "cohort session", sent)
    expect(checked.status).toBe(422)
    expect(textOf(checked.text)).toContain(
      "SmithA, Tom (A1000AA) Attended, 60 minutes Came late, 40 minutes Correct it : SmithA, Tom (A1000AA)"
    )
    expect(checked.text).toContain(`/do/CorrectAttendance?training=${trainings[0]}`)
  })

  it("says of somebody who completed what is missing by now, and in its history who waits for a place", async () => {
    const [person, training = ""] = [id(151), trainings.at(-1)]
    await app.give("DecideTrainingCompletion", { training, decidedBy: lead, on: dayOf(3) })
    const read = await app.ask(`/api/trainings/${training}`, { headers: { authorization: "Bearer demo-coordinator" } })
    const { attendance } = read.body as { readonly attendance: ReadonlyArray<{ session: string; event: string }> }
    const entry = attendance.find((one) => one.session === "MOVING")?.event
    const left = { training, entry, outcome: "LEFT_EARLY", minutes: 59, reason: "Called away" }
    expect((await app.give("CorrectAttendance", left)).status).toBe(201)
    await app.give("RegisterPerson", {
      person,
      prisonNumber: "A2001AA",
      familyName: "North",
      givenName: "Ned",
      establishment: "ZZI",
      wing: "B_WING",
      on: "2015-01-05"
    })
    expect((await app.give("AskForCohortPlace", { cohort, person, on: dayOf(3) })).status).toBe(201)
    const text = textOf((await coordinator.get(`/cohorts/${cohort}`)).text)
    expect(text).toContain("SmithL, Tom (A1011AA) Whole training 8 of 9 Moving and positioning, 1 minute Completed")
    expect(text).toMatch(/Place asked for .{0,80}Person North, Ned \(A2001AA\)/)
    await app.give("GiveUpCohortPlace", { cohort, person, on: dayOf(3) })
    await app.give("CorrectAttendance", { ...left, outcome: "ATTENDED", minutes: 60 })
    await app.give("RevokeTrainingCompletion", {
      training,
      decidedBy: lead,
      agreedBy: facilitator,
      on: dayOf(3),
      reason: "To decide again"
    })
  })

  it("that is not ready for it says what comes first", async () => {
    const told = await app.give("CloseCohort", { cohort, on: dayOf(3) })
    expect([told.status, told.body["detail"]]).toEqual([
      409,
      "The cohort is running since 14 March 2016, by Kay Example (coordinator). " +
      "First finish its delivery, then record the reflection on it"
    ])
  })

  it("is read as JSON, now and as it was known before", async () => {
    const read = (path: string) => app.ask(path, { headers: { authorization: "Bearer demo-coordinator" } })
    const now = await read(`/api/trainings/${trainings[0]}`)
    expect(now.body).toMatchObject({ met: 8, required: 9, sessionsMet: false, completionHolds: null, offers: [] })
    const before = await read(`/api/trainings/${trainings[0]}?asAt=${dayOf(1)}`)
    expect(before.body).toMatchObject({ met: 3, required: 9 })
    const list = await read(`/api/trainings?cohort=${cohort}&status=Enrolled`)
    expect(list.body["trainings"]).toHaveLength(13)
    const templates = await read("/api/templates")
    expect(templates.body["templates"]).toMatchObject([{ id: template, isDefault: true, ofTheModel: 9, lineage: null }])
  })

  it("stands in the list, waits under what needs attention, and its template is told", async () => {
    expect(textOf((await coordinator.get("/cohorts")).text)).toContain(
      "14 to 16 March 2016 Template 2 (nine sessions) 13 Running"
    )
    expect(textOf((await coordinator.get("/today/trainings-to-decide")).text)).toContain("SmithL, Tom")
    const templates = textOf((await coordinator.get("/templates")).text)
    expect(templates).toContain("Template 2 (nine sessions) Default")
    expect(templates).toContain(sessionTitles.HAND_HYGIENE)
    expect((await coordinator.get(`/cohorts/${id(8)}`)).status).toBe(404)
    expect((await coordinator.get(`/workers/${id(8)}/training`)).status).toBe(404)
  })
})

describe("a template that leads to an award", () => {
  it("stands with its units on the page, and each trainee's page says which was assessed, and by whom", async () => {
    const [award, person] = [id(300), people[0] ?? ""]
    await app.give("ProposeAwardTemplate", {
      template: award,
      scheme,
      award: "NVQ_LEVEL_3",
      pattern: "HALF_DAYS",
      units: [{ session: "ADVICE_AND_GUIDANCE", contentVersion: 1, day: 1, level: 3, credits: 6 }],
      on: "2016-03-01"
    })
    const listed = textOf((await coordinator.get("/templates")).text)
    expect(listed).toContain("NVQ Level 3 in Advice and Guidance, awarded by City &amp; Guilds, at level 3")
    expect(listed).toContain("Advice and guidance, level 3, 6 credits")
    await app.give("OpenTrainingRecord", { training: id(301), person, template: award, on: "2016-03-01" })
    const assessed = await record("AssessTrainingUnit", "training session", {
      training: id(301),
      session: "ADVICE_AND_GUIDANCE",
      outcome: "NOT_YET",
      assessor: facilitator,
      "on-day": "2",
      "on-month": "3",
      "on-year": "2016"
    })
    expect(assessed.done.status).toBe(303)
    expect(textOf((await coordinator.get(`/workers/${person}/training`)).text))
      .toContain("Assessed by Kay Example on 2 March 2016: not met yet")
  })
})
