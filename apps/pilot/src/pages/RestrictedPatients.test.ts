/**
 * Proves that the records of somebody who was transferred to hospital are seen only by the roles that may: not on a page,
 * not in a list, not over HTTP and not in the events; and by everybody again once they are back.
 */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { lead, people, prepared, scheme, trainings } from "../testing/CourseStory.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp } from "../testing/ServedApp.ts"

const [patient = "", other = ""] = people
const training = trainings[0] ?? ""

let app: ServedApp

beforeAll(async () => {
  app = await serveApp("2016-03-16T17:00:00.000Z")
  for (const [command, body] of prepared) await app.give(command, body)
  const on = "2016-03-15"
  for (const [person, reason] of [[patient, "HOSPITAL_TRANSFER"], [other, "RELEASED"]]) {
    const told = await app.give("RecordRelease", { person, reason, on })
    if (told.status !== 201) throw new Error(told.text)
  }
}, 60_000)

afterAll(() => app.stop())

const asked = (role: string, path: string, accept = "application/json") =>
  app.ask(path, { headers: { authorization: `Bearer demo-${role}`, accept } })

describe("the records of a restricted patient", () => {
  it.each(["coordinator", "healthcare", "safeguarding", "auditor"])("are seen as before by %s", async (role) => {
    expect((await asked(role, `/api/people/${patient}`)).status).toBe(200)
    expect((await asked(role, `/api/trainings/${training}`)).status).toBe(200)
    expect((await (await visit(app, role)).get(`/workers/${patient}/history`)).status).toBe(200)
  })

  it("are as if they were not there for an officer: each page, each list, each answer", async () => {
    const officer = await visit(app, "officer")
    for (const path of ["", "/training", "/history", "/supervision", "/versions", "/versions/1"]) {
      expect([path, (await officer.get(`/workers/${patient}${path}`)).status]).toEqual([path, 404])
    }
    expect((await officer.get(`/trainings/${training}/versions`)).status).toBe(404)
    expect((await officer.get(`/do/RecordReadmission?person=${patient}`)).status).toBe(404)
    expect((await asked("officer", `/api/people/${patient}`)).status).toBe(404)
    expect((await asked("officer", `/api/trainings/${training}`)).status).toBe(404)
    for (const list of ["/api/people", "/api/trainings", "/api/workers"]) {
      expect((await asked("officer", list)).text).not.toContain(patient)
    }
    const events = (await asked("officer", `/api/events?tag=person:${patient}`, "application/x-ndjson")).text
    expect(events).not.toMatch(/"stream":"(person|training|appointment)-/)
    const readmitted = async (person: string) => {
      const readmission = { person, establishment: "ZZI", on: "2016-03-16" }
      const { status, text } = await app.give("RecordReadmission", readmission, {}, "officer")
      return [status, text.replaceAll(person, "somebody")]
    }
    expect(await readmitted(patient)).toEqual(await readmitted("0c7a0000-0000-4000-8000-0000000000ff"))
  })

  it("are as if they were not there in whichever field of a command an officer names them", async () => {
    const credit = (earlier: string) =>
      app.give(
        "CreditEarlierTraining",
        { training: trainings[2], sessions: ["LOSS"], earlier, decidedBy: lead, on: "2016-03-16" },
        {},
        "officer"
      )
    const [hidden, ofNobody] = [await credit(training), await credit("0c7a0000-0000-4000-8000-0000000000ff")]
    expect(hidden.text).toBe(ofNobody.text)
    expect([hidden.status, hidden.body["detail"]]).toEqual([409, "That is no earlier training of this person"])
  })

  it("do not come between an officer and the receipt of what they gave before", async () => {
    const release = { person: people[2], reason: "HOSPITAL_TRANSFER", on: "2016-03-15" }
    const give = (key: string) => app.give("RecordRelease", release, { "idempotency-key": key }, "officer")
    const key = randomUUID()
    const [first, again, anew] = [await give(key), await give(key), await give(randomUUID())]
    expect([first.status, again.status, anew.status]).toEqual([201, 200, 409])
    expect(again.body["command"]).toEqual(first.body["command"])
    expect((await asked("officer", `/api/people/${release.person}`)).status).toBe(404)
  })

  it("are told apart from nobody’s in no concern, which is raised without them", async () => {
    const raise = (command: string, more: object, as: string) =>
      app.give(command, { escalation: randomUUID(), scheme, category: "HEALTH", ...more }, {}, as)
    const wait = { urgency: "SAME_DAY", basis: "NOBODY" }
    const now = { receiver: lead, means: "IN_PERSON" }
    for (const [command, more] of [["RaiseEscalation", wait], ["RaiseImmediateEscalation", now]] as const) {
      for (const field of ["subject", "heardFrom"]) {
        const [hidden, nobody] = [
          await raise(command, { ...more, [field]: patient }, "officer"),
          await raise(command, { ...more, [field]: randomUUID() }, "officer")
        ]
        const said = String(hidden.body["detail"])
        expect([hidden.status, said]).toEqual([409, expect.stringContaining(`${field}: nobody is registered`)])
        expect({ ...hidden.body, instance: "" }).toEqual({ ...nobody.body, instance: "" })
        expect((await raise(command, { ...more, [field]: patient }, "safeguarding")).status).toBe(201)
      }
      expect((await raise(command, { ...more, place: "C_WING" }, "officer")).status).toBe(201)
      const check = await app.ask(`/api/check/${command}`, {
        method: "POST",
        body: JSON.stringify({ escalation: randomUUID(), scheme, category: "HEALTH", ...more, subject: patient }),
        headers: { authorization: "Bearer demo-officer", "content-type": "application/json" }
      })
      expect(check.body).toMatchObject({ would: "Refused", alike: [] })
    }
  })

  it("are no other records: who was only released is seen as before", async () => {
    const officer = await visit(app, "officer")
    expect((await officer.get(`/workers/${other}/history`)).status).toBe(200)
    expect((await asked("officer", `/api/people/${other}`)).status).toBe(200)
  })

  it("say in the log that few see them, and not why; and are seen again once the person is back", async () => {
    const lines = (await asked("auditor", `/api/events?tag=person:${patient}`, "application/x-ndjson")).text
    expect(lines).toContain('"restricted":true')
    expect(lines).not.toMatch(/HOSPITAL/)
    await app.give("RecordReadmission", { person: patient, establishment: "ZZI", on: "2016-03-16" })
    expect((await asked("officer", `/api/people/${patient}`)).status).toBe(200)
    expect((await (await visit(app, "officer")).get(`/workers/${patient}/history`)).status).toBe(200)
  })
})
