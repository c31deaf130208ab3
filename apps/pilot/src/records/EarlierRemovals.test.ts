/**
 * Whoever selects somebody again sees why staff removed them before, on the form and before the button.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { people, prepared, roleProfile, scheme } from "../testing/CourseStory.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp } from "../testing/ServedApp.ts"

const [person = ""] = people
const before = "0c7a0000-0000-4000-8000-0000000000e1"
const again = "0c7a0000-0000-4000-8000-0000000000e2"
const on = "2016-03-15"

describe("an earlier removal by staff", () => {
  let app: ServedApp

  beforeAll(async () => {
    app = await serveApp("2016-03-16T17:00:00.000Z")
    for (const [command, body] of prepared) await app.give(command, body)
    const done = async (command: string, body: object) => {
      const { status, text } = await app.give(command, body)
      if (status !== 201) throw new Error(`${command}: ${text}`)
    }
    const proposed = { person, scheme, roleProfile, source: "STAFF", on }
    await done("ProposeAppointment", { ...proposed, appointment: before })
    await done("EndAppointment", { appointment: before, reason: "DISMISSED", on })
    await done("ProposeAppointment", { ...proposed, appointment: again })
    await done("BeginAppointmentSelection", { appointment: again, on })
  }, 60_000)

  afterAll(() => app.stop())

  it("is shown with its reason to whoever selects, and leads to what was recorded", async () => {
    const { text } = await (await visit(app, "coordinator")).get(`/do/SelectForAppointment?appointment=${again}`)
    expect(text).toContain("Staff removed them from this scheme before. Look at the reason:")
    expect(text).toMatch(/Dismissed, as .+ on 15 March 2016/)
    expect(text).toContain(`/workers/${person}/history`)
  })

  it("is shown on no other form", async () => {
    const { text } = await (await visit(app, "coordinator")).get(`/do/DeclineAppointment?appointment=${again}`)
    expect(text).not.toContain("Dismissed, as")
  })
})
