/**
 * Proves that who a person is recorded as, and under which name, is shown as it is now, and that what it replaced stands
 * in no page, no answer and no event.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { lead, people, prepared } from "../testing/CourseStory.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp } from "../testing/ServedApp.ts"

const person = people[0] ?? ""
const on = "2016-03-14"

let app: ServedApp

beforeAll(async () => {
  app = await serveApp("2016-03-16T17:00:00.000Z")
  for (const [command, body] of prepared) await app.give(command, body)
  for (const gender of ["MALE", "FEMALE"]) {
    const told = await app.give("RecordPersonParticulars", { person, gender, on })
    if (told.status !== 201) throw new Error(told.text)
  }
}, 60_000)

afterAll(() => app.stop())

const asked = (role: string, path: string, accept = "application/json") =>
  app.ask(path, { headers: { authorization: `Bearer demo-${role}`, accept } })

describe("who a person is recorded as", () => {
  it("is shown as it is now, to whoever sees names, and to nobody else", async () => {
    const coordinator = await visit(app, "coordinator")
    const page = (await coordinator.get(`/workers/${person}`)).text
    expect(page).toMatch(/Recorded gender[\s\S]{0,200}Female/)
    expect((await asked("officer", `/api/people/${person}`)).body).toMatchObject({ gender: "FEMALE" })
    expect((await asked("auditor", `/api/people/${person}`)).body).toMatchObject({ gender: null })
    expect((await (await visit(app, "auditor")).get(`/workers/${person}`)).text).not.toContain("Female")
  })

  it("never shows what it replaced, in the history either, and the log does not hold it", async () => {
    const coordinator = await visit(app, "coordinator")
    const history = (await coordinator.get(`/workers/${person}/history`)).text
    expect(history.match(/Particulars recorded/g)?.length).toBeGreaterThanOrEqual(2)
    expect(history).toContain("Female")
    expect(history).not.toContain(">Male")
    const versions = await Promise.all(
      [2, 3].map(async (version) => (await coordinator.get(`/workers/${person}/versions/${version}`)).text)
    )
    expect(versions.join("")).not.toMatch(/\bMale\b/)
    const events = (await asked("auditor", `/api/events?tag=person:${person}`, "application/x-ndjson")).text
    expect(events).toContain("PersonParticularsRecorded")
    expect(events).not.toMatch(/MALE|gender/i)
  })

  it("is shown as it is now whatever former moment is asked about, and so is the name", async () => {
    const before = (await asked("coordinator", `/api/people/${person}`)).body
    const { position } = before["moment"] as { readonly position: number }
    const given = await app.give("CorrectPersonName", { person, familyName: "Newname", givenName: "Al", on })
    expect(given.status).toBe(201)
    for (const moment of [`position=${position}`, "asAt=2016-03-16", `position=${position - 1}`]) {
      const { body } = await asked("officer", `/api/people/${person}?${moment}`)
      expect([moment, body["familyName"], body["givenName"], body["gender"], body["prisonNumber"]])
        .toEqual([moment, "Newname", "Al", "FEMALE", before["prisonNumber"]])
      expect((await asked("auditor", `/api/people/${person}?${moment}`)).body["familyName"]).toBe(undefined)
    }
    const coordinator = await visit(app, "coordinator")
    const page = (await coordinator.get(`/workers/${person}/versions?knownAt=2016-03-16`)).text
    expect(page).toContain("Newname, Al")
    expect(page).toContain("nothing that is known now is otherwise. Names are shown as they are now.")
  })

  it("is in the history under the name of now alone, also of staff, and a part that did not change stays", async () => {
    const familyName = "Thirdname"
    const corrected = await app.give("CorrectPersonName", { person, familyName, givenName: "Al", on })
    const renamed = await app.give("RenameStaff", { staff: lead, name: "Kay Newname", on })
    expect([corrected.status, renamed.status]).toEqual([201, 201])
    const coordinator = await visit(app, "coordinator")
    const shown = async (path: string) => (await coordinator.get(path)).text
    const history = await shown(`/workers/${person}/history`)
    const said = (name: string) => [...history.matchAll(new RegExp(`>\\s*${name}\\s*</dd>`, "g"))].length
    expect([said("Thirdname"), said("Al"), said("Tom")]).toEqual([1, 2, 0])
    expect(history).not.toMatch(/Newname|SmithA/)
    expect(history).toContain("Prison number")
    const staff = [await shown(`/staff/${lead}/versions/1`), await shown(`/staff/${lead}/versions/2`)]
    expect(staff[1]).toMatch(/Kay Newname\s*<\/dd>/)
    expect(staff.join("")).not.toMatch(/Kay Example\s*<\/dd>/)
  })
})
