/**
 * Proves what the forms about a cohort offer, whom their refusals name and what their last page says: only those of whom
 * something can come, by name, and a way on.
 */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
  cohort,
  dayOf,
  facilitator,
  id,
  people,
  prepared,
  sessions,
  template,
  trainings
} from "../testing/CourseStory.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp, Told, Visitor } from "../testing/ServedApp.ts"

let app: ServedApp
let coordinator: Visitor
const [north, west] = [id(160), id(161)]

const person = (person: string, familyName: string, establishment: string) => ({
  person,
  prisonNumber: `A${person.slice(-4)}ZZ`,
  familyName,
  givenName: "Ned",
  establishment,
  wing: "B_WING",
  on: "2015-01-05"
})

const give = async (command: string, body: object): Promise<void> => {
  const told = await app.give(command, body)
  if (told.status !== 201) throw new Error(`${command}: ${told.text}`)
}

const textOf = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ").trim()

const on = (day: number) => ({ "on-day": String(13 + day), "on-month": "3", "on-year": "2016" })

/** Sends the form of a command, to look at the check or to record it. */
const send = (command: string, given: string, step: string, fields: Readonly<Record<string, string>>): Promise<Told> =>
  coordinator.send(`/do/${command}`, { "form-id": randomUUID(), "form-given": given, "form-step": step, ...fields })

/** The names under which somebody or something can be chosen. */
const offered = async (path: string, name: string): Promise<ReadonlyArray<string>> => {
  const { text } = await coordinator.get(path)
  const select = new RegExp(`<select[^>]* name="${name}"[\\s\\S]*?</select>`).exec(text)?.[0] ?? ""
  const chosen = [...select.matchAll(/<option value="[^"]+"[^>]*>([^<]+)/g)].map(([, one = ""]) => one.trim())
  return [
    ...chosen,
    ...[...text.matchAll(new RegExp(`name="${name}" type="radio" value="([^"]+)"`, "g"))]
      .map(([, one = ""]) => one)
  ]
}

beforeAll(async () => {
  app = await serveApp("2016-03-16T17:00:00.000Z")
  coordinator = await visit(app, "coordinator")
  for (const [command, body] of prepared) await give(command, body)
  await give("RegisterPerson", person(north, "North", "ZZI"))
  await give("RegisterPerson", person(west, "West", "ZZK"))
}, 60_000)

afterAll(() => app.stop())

describe("what a form about a cohort offers", () => {
  it("is whoever was ever at the establishment and is not enrolled yet", async () => {
    const names = await offered(`/do/EnrolTrainee?cohort=${cohort}`, "person")
    expect(names.filter((name) => /^(North|West|Smith)/.test(name))).toEqual(["North, Ned (A0160ZZ)"])
    expect(await offered(`/do/EnrolTrainee`, "person")).toContain("West, Ned (A0161ZZ)")
  })

  it("is, to give up a place, whoever waits for one", async () => {
    expect(await offered(`/do/GiveUpCohortPlace?cohort=${cohort}`, "person")).toEqual([])
    const link = `/do/GiveUpCohortPlace?cohort=${cohort}`
    expect((await coordinator.get(`/cohorts/${cohort}`)).text).not.toContain(link)
    expect(textOf((await coordinator.get(`/do/GiveUpCohortPlace?cohort=${cohort}`)).text))
      .toContain("There is none to choose from now.")
    await give("AskForCohortPlace", { cohort, person: north, on: dayOf(1) })
    expect((await coordinator.get(`/cohorts/${cohort}`)).text).toContain(link)
    expect(await offered(link, "person")).toEqual(["North, Ned (A0160ZZ)"])
    expect(await offered(`/do/AskForCohortPlace?cohort=${cohort}`, "person"))
      .not.toContain("North, Ned (A0160ZZ)")
  })

  it("is no record as the other of itself, and no template that the cohort has", async () => {
    expect(await offered(`/do/MergePeople?person=${north}`, "into")).not.toContain("North, Ned (A0160ZZ)")
    expect(await offered(`/do/MergePeople?person=${north}`, "into")).toContain("West, Ned (A0161ZZ)")
    expect(await offered("/do/MoveCohortToTemplate", "template")).toHaveLength(1)
    expect(await offered(`/do/MoveCohortToTemplate?cohort=${cohort}`, "template")).toEqual([])
    expect(await offered(`/do/GrantTrainingEquivalence?template=${template}`, "from")).toEqual([])
    expect(await offered(`/do/GrantTrainingEquivalence?template=${template}`, "session")).toHaveLength(9)
  })

  it("is, for whoever was consulted or helped, who was ever in a role there", async () => {
    expect(await offered(`/do/DeliverTrainingSession?cohort=${cohort}&session=LOSS`, "helper"))
      .toEqual(["Jones, Ray (A3000AA)"])
  })

  it("is the sessions of its template, by how each stands", async () => {
    const attendance = `/do/RecordSessionAttendance?cohort=${cohort}`
    expect(await offered(attendance, "session")).toEqual([])
    expect(await offered(`/do/DeliverTrainingSession?cohort=${cohort}`, "session")).toHaveLength(9)
    const answers = { cohort, session: "LOSS", minutes: "60", deliverers: facilitator, timeProtected: "yes", ...on(1) }
    const held = await send("DeliverTrainingSession", "cohort session", "give", answers)
    expect(held.status).toBe(303)
    expect(await offered(attendance, "session")).toEqual(["LOSS"])
    expect(await offered(`/do/DeliverTrainingSession?cohort=${cohort}`, "session")).toHaveLength(8)
  })
})

describe("the attendance of a session", () => {
  const row = { "attendance-0-trainee": trainings[0] ?? "", "attendance-0-outcome": "ATTENDED" }

  it("once recorded leads back to the cohort, and says of which session and for whom it was", async () => {
    const sent = await send("RecordSessionAttendance", "cohort session", "give", { cohort, session: "LOSS", ...row })
    const done = await coordinator.get(sent.headers.get("location") ?? "")
    expect(textOf(done.text)).toContain(
      "About Cohort from 14 March 2016, running Session Working with Loss For SmithA, Tom (A1000AA)"
    )
    expect(done.text).toContain(`href="/cohorts/${cohort}"`)
  })

  it("is corrected to attended or absent without counting minutes, and to late only with them", async () => {
    const training = trainings[0] ?? ""
    const form = await coordinator.get(`/do/CorrectAttendance?training=${training}`)
    const entry = /<option value="([0-9a-f-]{36})"/.exec(form.text)?.[1] ?? ""
    const answers = { training, entry, reason: "The list was of the week before" }
    const late = await send("CorrectAttendance", "training", "check", { ...answers, outcome: "LATE" })
    expect([late.status, late.text.includes('<a href="#minutes">')]).toEqual([422, true])
    const absent = await send("CorrectAttendance", "training", "give", { ...answers, outcome: "ABSENT_ACCEPTABLE" })
    expect(absent.status).toBe(303)
    const back = await send("CorrectAttendance", "training", "give", { ...answers, outcome: "ATTENDED" })
    expect(back.status).toBe(303)
    const read = await app.ask(`/api/trainings/${training}`, { headers: { authorization: "Bearer demo-coordinator" } })
    expect(read.body).toMatchObject({ attendance: [{ outcome: "ATTENDED", minutes: 60, of: 60 }] })
  })
})

describe("a trainee who is enrolled", () => {
  it("leads on to the next one, and back to the cohort", async () => {
    const sent = await send("EnrolTrainee", "training cohort", "give", {
      training: id(261),
      cohort,
      person: north,
      place: "AD_HOC",
      ...on(2)
    })
    const done = await coordinator.get(sent.headers.get("location") ?? "")
    const links = [...done.text.matchAll(/<li><a class="govuk-link" href="([^"]+)">([^<]+)/g)].slice(0, 3)
    expect(links.map(([, href, says]) => [href, says])).toEqual([
      [`/do/EnrolTrainee?cohort=${cohort}`, "Enrol another trainee"],
      [`/cohorts/${cohort}`, "See the cohort"],
      [`/workers/${north}/training`, "See the training"]
    ])
    await give("WithdrawTrainee", { training: id(261), by: "TRAINEE", on: dayOf(2), reason: "Only to see" })
  })
})

describe("a refusal that concerns some of several people", () => {
  it("names whoever is not in post", async () => {
    await give("RegisterStaff", { staff: id(9), name: "Lee Late", establishment: "ZZI", on: dayOf(2) })
    const deliverers = `${facilitator}, ${id(9)}`
    const answers = { cohort, session: "PRINCIPLES", minutes: "60", deliverers, timeProtected: "yes", ...on(1) }
    const told = await send("DeliverTrainingSession", "cohort session", "check", answers)
    expect(told.status).toBe(422)
    expect(textOf(told.text)).toContain("Name somebody who is. It concerns Lee Late")
  })

  it("names who taught and observed, who helped without a role, and who is of no such cohort", async () => {
    const fields = {
      cohort,
      session: "PRINCIPLES",
      minutes: "60",
      deliverers: facilitator,
      timeProtected: "yes",
      ...on(1)
    }
    const both = await send("DeliverTrainingSession", "cohort session", "check", { ...fields, observers: facilitator })
    expect(textOf(both.text)).toContain("It concerns Kay Example")
    const helped = await send("DeliverTrainingSession", "cohort session", "check", { ...fields, helper: north })
    expect(textOf(helped.text)).toContain("Name only workers who are. It concerns North, Ned (A0160ZZ)")
    expect(helped.text).toContain('<a href="#helper">')
    const training = id(260)
    await give("OpenTrainingRecord", { training, person: north, template, on: dayOf(1) })
    const strange = await send("RecordSessionAttendance", "cohort session", "check", {
      cohort,
      session: "LOSS",
      "attendance-0-trainee": training,
      "attendance-0-outcome": "ATTENDED"
    })
    expect(textOf(strange.text)).toContain("not in this cohort was named. It concerns North, Ned (A0160ZZ)")
  })

  it("names every trainee without a decision, and has no link, as no answer would do", async () => {
    for (const { session } of sessions.filter((one) => one.session !== "LOSS")) {
      await give("WriteOffTrainingSession", { cohort, session, cause: "LOCKDOWN", on: dayOf(3) })
    }
    await give("FinishCohortDelivery", { cohort, on: dayOf(3) })
    await give("RecordCohortReflection", { cohort, wanted: ["NOTHING"], notes: "It went well", on: dayOf(3) })
    for (const training of trainings.slice(2)) {
      await give("CloseTrainingIncomplete", { training, on: dayOf(3), reason: "The course was cut short" })
    }
    const told = await send("CloseCohort", "cohort", "check", { cohort, ...on(3) })
    expect(told.status).toBe(422)
    const says = "2 trainees have no decision. Decide on completion, or close the training as incomplete. " +
      "It concerns SmithA, Tom (A1000AA); SmithB, Tom (A1001AA)"
    expect(textOf(told.text)).toContain(`There is a problem ${says}`)
    expect(/govuk-error-summary__list[\s\S]*?<\/ul>/.exec(told.text)?.[0]).not.toContain("<a")
  })
})

describe("the page of a record", () => {
  it("shows what can be recorded before its history, and tags with a capital", async () => {
    const page = textOf((await coordinator.get(`/cohorts/${cohort}`)).text)
    expect(page.indexOf("What you can record")).toBeGreaterThan(0)
    expect(page.indexOf("Put right")).toBeLessThan(page.indexOf("History"))
    expect(page.indexOf("What you can record")).toBeLessThan(page.indexOf("Sessions"))
    const training = await coordinator.get(`/workers/${people[2]}/training`)
    expect(
      [...training.text.matchAll(/<h2[^>]*>[^<]*<strong class="govuk-tag[^>]*>\s*([\w ]+)/g)].map(([, says]) => says)
    )
      .toEqual(["Closed incomplete"])
  })
})
