/**
 * Whoever suspends a worker in one role is shown the others, on the form, in the answer and on the page after it; and
 * each is suspended by itself.
 */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, it } from "vitest"
import type { RunningApp } from "../acceptance/RunningApp.ts"
import { done, mentorServes, schemeRuns } from "../acceptance/SchemeStory.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp } from "../testing/ServedApp.ts"

const on = "2016-03-14"
const asListener = randomUUID()

let app: ServedApp
let appointment: string

const suspending = (of: string) => ({ appointment: of, from: on, reviewBy: "2016-03-21", paid: false, reason: "OTHER" })

beforeAll(async () => {
  app = await serveApp(`${on}T09:00:00.000Z`)
  const story = { give: (command: string, body: object) => app.give(command, body) } as unknown as RunningApp
  const running = await schemeRuns(story, on)
  const worker = await mentorServes(story, running, on)
  appointment = worker.appointment
  const roleProfile = randomUUID()
  await done(story, "PublishRoleProfile", {
    scheme: running.scheme,
    roleProfile,
    code: "LISTENER",
    tasks: ["LISTENING"],
    confidentiality: "SCHEME_ABSOLUTE",
    pay: "VOLUNTEER",
    asksForShadowing: false,
    asksForClearance: true,
    inCommunity: false,
    on
  })
  const { person } = worker
  const { scheme } = running
  await done(story, "ProposeAppointment", { appointment: asListener, person, scheme, roleProfile, source: "STAFF", on })
})

afterAll(() => app.stop())

it("names the other open role on the form, with a link to suspend them there, and on no other form", async () => {
  const officer = await visit(app, "officer")
  const form = await officer.get(`/do/SuspendAppointment?appointment=${appointment}`)
  expect(form.text).toContain("They hold another open role, and each is suspended by itself. Consider it too:")
  expect(form.text).toMatch(
    new RegExp(`href="/do/SuspendAppointment\\?appointment=${asListener}"[^>]*>Suspend as Listener`)
  )
  expect((await officer.get(`/do/RestrictAppointment?appointment=${appointment}`)).text).not.toContain(
    "another open role"
  )
  expect((await officer.get("/do/SuspendAppointment")).text).not.toContain("another open role")
})

it("says it in the answer, suspends the one that is named, and asks no more once both are", async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  const officer = await visit(app, "officer")
  const told = await app.give("SuspendAppointment", suspending(appointment), { "idempotency-key": first })
  expect(told.status).toBe(201)
  expect((await officer.get(`/done/${first}`)).text).toContain("They hold another open role")
  expect(told.body["judged"]).toContainEqual(expect.objectContaining({
    rule: "APPOINTMENT-19",
    held: false,
    because: "They hold another open role in which they are not suspended. Consider it too"
  }))
  const statusOf = async (id: string) =>
    (await app.ask(`/api/appointments/${id}`, { headers: { authorization: "Bearer demo-officer" } })).body["status"]
  expect([await statusOf(appointment), await statusOf(asListener)]).toEqual(["Suspended", "Proposed"])
  const other = await app.give("SuspendAppointment", suspending(asListener), { "idempotency-key": second })
  expect(other.status).toBe(201)
  expect((await officer.get(`/done/${second}`)).text).not.toContain("another open role")
})
