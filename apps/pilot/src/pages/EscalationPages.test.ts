/**
 * Proves what the pages say of an escalation that was passed on against somebody's wish, and of two that look alike.
 */
import { date, instant, Peerwork, RaiseEscalation, RecordSubjectNotInformed } from "@peerwork/core"
import type { Happened } from "@peerwork/core"
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { emptyNames } from "../records/Names.ts"
import { emptyRecords, foldIn } from "../records/Records.ts"
import { demoPersonIn } from "../signin/DemoPeople.ts"
import { people, prepared, scheme as theScheme } from "../testing/CourseStory.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp, Visitor } from "../testing/ServedApp.ts"
import { escalationAttention } from "./EscalationAttention.ts"
import { escalationPage } from "./EscalationPages.ts"

const { coordinator, events, scheme, worker } = Peerwork.examples.shadowingSince("2016-03-21")
const escalation = "00000000-0000-4000-9000-0000000000dd"
const now = instant("2016-03-28T10:00:00.000Z")
const viewing = { viewer: { id: coordinator, role: "safeguarding" as const }, now }

const looked = (history: ReadonlyArray<Happened>) => {
  const records = emptyRecords()
  for (const event of history) foldIn(records, event)
  return { records, names: emptyNames(), day: date("2016-03-28") }
}

const raised = Peerwork.decide(
  RaiseEscalation.make({
    escalation,
    scheme,
    category: "HEALTH",
    urgency: "SAME_DAY",
    basis: "SAFEGUARDING_DUTY",
    subject: worker
  }),
  events,
  { now }
).events

describe("an escalation that was passed on against somebody's wish", () => {
  const waiting = "1 person to tell that something was passed on"
  const waits = (history: ReadonlyArray<Happened>) =>
    escalationAttention(looked(history), viewing).filter(({ items }) => items.length > 0)
      .map(({ counted, items }) => counted(items.length))

  it("waits under what needs attention, with the ways to record that they were told or why not", () => {
    expect(waits(raised)).toContain(waiting)
    const page = JSON.stringify(escalationPage(looked(raised), viewing, escalation, []))
    expect(page).toContain(`/do/InformEscalationSubject?escalation=${escalation}`)
    expect(page).toContain(`/do/RecordSubjectNotInformed?escalation=${escalation}`)
    const kept = Peerwork.decide(RecordSubjectNotInformed.make({ escalation, why: "UNSAFE" }), raised, { now }).events
    expect(waits(kept)).not.toContain(waiting)
    expect(JSON.stringify(escalationPage(looked(kept), viewing, escalation, []))).not.toContain("SubjectInformed")
  })
})

describe("an escalation that looks like another one", () => {
  let app: ServedApp
  let safeguarding: Visitor
  const [first, second] = [randomUUID(), randomUUID()]
  const concern = {
    scheme: theScheme,
    category: "VIOLENCE_BULLYING",
    urgency: "SAME_DAY",
    basis: "AGREED",
    subject: people[0] ?? ""
  }

  beforeAll(async () => {
    app = await serveApp("2016-03-16T17:00:00.000Z")
    for (const [command, body] of prepared) await app.give(command, body)
    await app.give("RaiseEscalation", { escalation: first, ...concern }, {}, "officer")
    safeguarding = await visit(app, "safeguarding")
  }, 60_000)

  afterAll(() => app.stop())

  const check = (role: string, escalation: string) =>
    app.ask("/api/check/RaiseEscalation", {
      method: "POST",
      body: JSON.stringify({ escalation, ...concern }),
      headers: { authorization: `Bearer demo-${role}`, "content-type": "application/json" }
    })

  it("is hinted at before it is recorded, to whoever may know of the other, and is never refused", async () => {
    expect((await check("safeguarding", second)).body).toMatchObject({
      would: "Accepted",
      alike: [`/api/escalations/${first}`]
    })
    // A coordinator sees that there is one, and not about whom
    expect((await check("coordinator", second)).body).toMatchObject({ would: "Accepted", alike: [] })
    // Healthcare may not know that there is one: there is nothing that looks like it
    expect((await check("healthcare", second)).body).toMatchObject({ would: "Accepted", alike: [] })
    const page = await safeguarding.send("/do/RaiseEscalation", {
      "form-id": randomUUID(),
      "form-given": "escalation scheme",
      "form-step": "check",
      escalation: second,
      ...concern
    })
    expect(page.text).toContain("It looks like one that was raised already")
    expect(page.text).toContain(`/escalations/${first}`)
    expect((await app.give("RaiseEscalation", { escalation: second, ...concern }, {}, "safeguarding")).status).toBe(201)
  })

  it("is linked or kept apart from the page of either, and waits until somebody does", async () => {
    const page = (await safeguarding.get(`/escalations/${second}`)).text
    expect(page).toContain(`/do/LinkEscalations?escalation=${second}&amp;other=${first}`)
    expect(page).toContain(`/do/KeepEscalationsApart?escalation=${second}&amp;other=${first}`)
    expect((await safeguarding.get("/")).text).toContain("2 escalations look like another one")
    const link = (await safeguarding.get(`/do/LinkEscalations?escalation=${first}`)).text
    expect([link.includes(`<option value="${second}"`), link.includes(`<option value="${first}"`)]).toEqual([
      true,
      false
    ])
    const kept = await app.give("KeepEscalationsApart", { escalation: second, other: first }, {}, "safeguarding")
    expect(kept.status).toBe(201)
    expect((await safeguarding.get("/")).text).not.toContain("look like another one")
    expect((await safeguarding.get(`/escalations/${first}`)).text).not.toContain("It looks like another one")
  })
})

describe("actions of one escalation that were recorded on one day", () => {
  const escalation = randomUUID()
  const [opened, rung] = ["Open an ACCT with the wing", "Ring his family"]
  const choosing = `/do/CompleteEscalationAction?escalation=${escalation}`
  let app: ServedApp
  let safeguarding: Visitor

  beforeAll(async () => {
    app = await serveApp("2016-03-16T17:00:00.000Z")
    const sam = demoPersonIn("safeguarding")?.id ?? ""
    const registered = { staff: sam, name: "Sam Example", establishment: "ZZI", on: "2016-01-04" }
    const raised = { escalation, scheme: theScheme, category: "SUICIDE_SELF_HARM", receiver: sam, means: "IN_PERSON" }
    for (const [command, body] of prepared) await app.give(command, body)
    await app.give("RegisterStaff", registered)
    await app.give("RaiseImmediateEscalation", raised, {}, "officer")
    await app.give("AcknowledgeEscalation", { escalation }, {}, "safeguarding")
    for (const action of [opened, rung]) {
      const body = { escalation, action, owner: sam }
      await app.give("RecordEscalationAction", body, {}, "safeguarding")
    }
    safeguarding = await visit(app, "safeguarding")
  }, 60_000)

  afterAll(() => app.stop())

  it("are told apart by what is to be done, where one is chosen, checked and read again", async () => {
    const form = (await safeguarding.get(choosing)).text
    const chosen = new RegExp(`value="([^"]+)"[^>]*>\\s*(?:<[^>]+>\\s*)*Action recorded: ${rung}`).exec(form)?.[1] ?? ""
    expect(form).toContain(`Action recorded: ${opened}`)
    const answers = { "form-id": randomUUID(), "form-given": "escalation", escalation, action: chosen }
    const check = (await safeguarding.send("/do/CompleteEscalationAction", { ...answers, "form-step": "check" })).text
    expect(check).toContain(`Action recorded: ${rung}`)
    expect(check).not.toContain("Entry ")
    await safeguarding.send("/do/CompleteEscalationAction", { ...answers, "form-step": "give" })
    expect((await safeguarding.get(`/escalations/${escalation}`)).text).toContain(`Action recorded: ${rung}`)
  })
})

describe("an immediate escalation", () => {
  let app: ServedApp
  const escalation = randomUUID()
  const sam = demoPersonIn("safeguarding")?.id ?? ""
  const raised = { escalation, scheme: theScheme, category: "SUICIDE_SELF_HARM", receiver: sam, means: "IN_PERSON" }
  const mainOf = (html: string): string =>
    (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ").trim()

  beforeAll(async () => {
    app = await serveApp("2016-03-16T17:00:00.000Z")
    for (const [command, body] of prepared) await app.give(command, body)
    await app.give("RegisterStaff", { staff: sam, name: "Sam Example", establishment: "ZZI", on: "2016-01-04" })
  }, 60_000)

  afterAll(() => app.stop())

  it("is checked by what was answered alone, and the button comes before everything else that can be reached", async () => {
    const officer = await visit(app, "officer")
    const answers = { "form-given": "escalation scheme", "form-step": "check", subject: people[0] ?? "", ...raised }
    const { text } = await officer.send("/do/RaiseImmediateEscalation", answers)
    const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ""
    expect(main.match(/<dt class="govuk-summary-list__key">/g)?.length).toBeLessThan(12)
    expect([...main.matchAll(/<(?:a|button)[^>]*>\s*([^<]+)/g)].map(([, says = ""]) => says.trim()).slice(0, 2))
      .toEqual(["Raise an immediate escalation", "Change the answers"])
    expect(mainOf(text)).not.toContain("Not provided")
    expect(mainOf(text)).not.toContain("Is it about a member of staff")
  })

  it("stands on the page of today with how soon it is needed and by when", async () => {
    await app.give("RaiseImmediateEscalation", { ...raised, subject: people[0] }, {}, "officer")
    const safeguarding = await visit(app, "safeguarding")
    expect(mainOf((await safeguarding.get("/")).text)).toContain(
      "1 escalation waits to be acknowledged Somebody has to take it on in time. At once Safer custody , to be " +
        "acknowledged by 16 March 2016 at 17:15"
    )
  })

  it("is told apart on forms by whom it is about, but not for whoever sees only that it is there", async () => {
    const form = async (role: string) =>
      mainOf((await (await visit(app, role)).get(`/do/RecordEscalationAction?escalation=${escalation}`)).text)
    expect(await form("safeguarding")).toContain("about SmithA, Tom")
    expect(await form("coordinator")).toContain("Safer custody")
    expect(await form("coordinator")).not.toContain("SmithA")
  })
})
