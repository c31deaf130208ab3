/**
 * Escalations over HTTP, on the dates of Easter 2016: an anonymous note that names a danger, a receiver who rejects after
 * the sender has gone home, a weekend with two bank holidays, a downgrade by two, and a concern about oneself.
 *
 * Work is from 08:30 until 17:00. Thursday 24 March is a working day, Good Friday 25 and Easter Monday 28 are bank
 * holidays, clocks go forward on Sunday 27, and Tuesday 29 is the next working day. What is immediate is acknowledged
 * within 15 minutes, what is for the same day within 240, what is routine within 2 working days.
 */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { demoPersonIn } from "../signin/DemoPeople.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp, Told } from "../testing/ServedApp.ts"
import type { Role, RunningApp } from "./RunningApp.ts"
import { schemeRuns } from "./SchemeStory.ts"

const idOf = (role: Role): string => demoPersonIn(role)?.id ?? ""
const [kay, olu, hana, sam] = [idOf("coordinator"), idOf("officer"), idOf("healthcare"), idOf("safeguarding")]
const dot = randomUUID()
const since = "2016-01-04"

let app: ServedApp
let scheme = ""

const give = (command: string, body: object, as: Role = "coordinator"): Promise<Told> => app.give(command, body, {}, as)

const done = async (command: string, body: object, as: Role = "coordinator"): Promise<Told> => {
  const told = await give(command, body, as)
  if (told.status !== 201) throw new Error(`${command} was answered ${told.status}: ${told.text}`)
  return told
}

const refusedBy = async (command: string, body: object, as: Role): Promise<ReadonlyArray<string>> => {
  const { body: told, status } = await give(command, body, as)
  expect(status).toBe(422)
  return (told["breaches"] as ReadonlyArray<{ readonly rule: string }>).map(({ rule }) => rule)
}

const read = (path: string, as: Role): Promise<Told> =>
  app.ask(path, { headers: { authorization: `Bearer demo-${as}` } })

const moveTo = async (local: string): Promise<void> => {
  const moved = await app.ask("/api/demo/clock", {
    method: "POST",
    body: JSON.stringify({ to: local }),
    headers: { authorization: "Bearer demo-coordinator", "content-type": "application/json" }
  })
  if (moved.status !== 200) throw new Error(moved.text)
}

const raise = async (more: object, as: Role = "officer"): Promise<string> => {
  const escalation = randomUUID()
  const command = "receiver" in more ? "RaiseImmediateEscalation" : "RaiseEscalation"
  const basis = command === "RaiseEscalation" ? { basis: "AGREED", urgency: "SAME_DAY" } : {}
  await done(command, { escalation, scheme, category: "HEALTH", ...basis, ...more }, as)
  return escalation
}

beforeAll(async () => {
  app = await serveApp("2016-03-21T08:00:00.000Z")
  const gives = { give: ((command, body) => give(command, body)) as RunningApp["give"] }
  ;({ scheme } = await schemeRuns(gives, since))
  for (const staff of [kay, olu, hana, sam, dot]) {
    await done("RegisterStaff", { staff, name: "Somebody Example", establishment: "ZZI", on: since })
  }
  const route = randomUUID()
  await done("OpenRoutes", { route, establishment: "ZZI", jurisdiction: "ENGLAND", on: since })
  await done("DecideRouteHours", { route, opensAt: "08:30", closesAt: "17:00", decidedBy: kay, on: since })
  const posts = [
    ["SAFER_CUSTODY", olu, sam],
    ["HEALTHCARE", hana, sam],
    ["NOMINATED_MANAGER", sam, kay],
    ["ORDERLY_OFFICER", kay],
    ["DUTY_GOVERNOR", dot]
  ] as const
  for (const [post, holder, cover] of posts) {
    await done("FillRoutePost", { route, post, holder, ...(cover === undefined ? {} : { cover }), on: since })
  }
})

afterAll(() => app.stop())

describe("an anonymous note that says a man will kill himself tonight", () => {
  let escalation = ""

  it("is raised at once, with who was told at 09:22, and without a word of text", async () => {
    await moveTo("2016-03-21T09:30")
    escalation = await raise({
      category: "SUICIDE_SELF_HARM",
      receiver: olu,
      means: "IN_PERSON",
      place: "C_WING",
      anonymous: true,
      at: "2016-03-21T09:22"
    }, "coordinator")
    expect((await read(`/api/escalations/${escalation}`, "officer")).body).toMatchObject({
      status: "HandedOver",
      raisedAt: "2016-03-21T09:22:00.000Z",
      acknowledgeBy: "2016-03-21T09:37:00.000Z",
      urgency: "IMMEDIATE",
      route: "SAFER_CUSTODY",
      subject: null,
      place: "C_WING",
      anonymous: true,
      worker: null,
      heardFrom: null,
      with: olu,
      isTheirs: true
    })
  })

  it("shows the duty to whoever was told; of an ACCT the log keeps nothing but that something is held elsewhere", async () => {
    await done("AcknowledgeEscalation", { escalation }, "officer")
    await done("RecordEscalationReference", { escalation, system: "ACCT", reference: "16/0042" }, "officer")
    expect((await read(`/api/escalations/${escalation}`, "officer")).body["status"]).toBe("AwaitingOtherSystem")
    const page = await (await visit(app, "officer")).get(`/escalations/${escalation}`)
    expect([page.text.includes("considers opening an ACCT at once"), page.text.includes("16/0042")]).toEqual([
      true,
      true
    ])
    const log = await app.ask(`/api/events?tag=escalation:${escalation}`, {
      headers: { authorization: "Bearer demo-auditor", accept: "application/x-ndjson" }
    })
    expect(log.text.split("\n").filter((line) => line !== "")).toHaveLength(4)
    expect(log.text).not.toMatch(/SUICIDE|ACCT"|16\/0042/)
  })

  it("is closed only when it is recorded why nobody can be told", async () => {
    await done("ResolveEscalation", { escalation, done: "He is watched over" }, "officer")
    const told = await give("InformEscalationRaiser", { escalation, means: "IN_PERSON", told: "Thank you" }, "officer")
    expect([told.status, told.body["detail"]]).toEqual(
      [409, "It was raised without a name. Record that nobody can be told"]
    )
    const close = { escalation, outcome: "SETTLED" }
    expect(await refusedBy("CloseEscalation", close, "officer")).toEqual(["ESCALATION-6"])
    await done("RecordRaiserNotInformed", { escalation, why: "ANONYMOUS" }, "officer")
    await done("CloseEscalation", close, "officer")
    expect((await read(`/api/escalations/${escalation}`, "officer")).body["status"]).toBe("Closed")
  })

  it("is seen by each role as far as the table says", async () => {
    const statuses = await Promise.all(
      (["coordinator", "officer", "healthcare", "safeguarding", "auditor", "commissioner"] as const)
        .map(async (as) => [as, (await read(`/api/escalations/${escalation}`, as)).status])
    )
    expect(Object.fromEntries(statuses)).toEqual({
      coordinator: 200,
      officer: 200,
      healthcare: 404,
      safeguarding: 200,
      auditor: 200,
      commissioner: 403
    })
    // The auditor sees when and where it stands, and not what it is about
    const page = await (await visit(app, "auditor")).get(`/escalations/${escalation}`)
    expect([page.status, page.text.includes("not shown to you"), page.text.includes("16/0042")])
      .toEqual([200, true, false])
    expect((await read("/api/escalations", "healthcare")).body["escalations"]).toEqual([])
    expect((await read(`/api/events?tag=escalation:${escalation}`, "healthcare")).text).toBe("[]")
  })
})

describe("a downgrade", () => {
  it("of what is immediate takes a second person", async () => {
    await moveTo("2016-03-22T10:00")
    const escalation = await raise({ receiver: hana, means: "TELEPHONE", at: "2016-03-22T10:00" })
    const lower = { escalation, urgency: "SAME_DAY", reason: "She has seen him" }
    expect(await refusedBy("ReclassifyEscalation", lower, "healthcare")).toEqual(["ESCALATION-5"])
    expect(await refusedBy("ReclassifyEscalation", { ...lower, agreedBy: hana }, "healthcare")).toEqual([
      "ESCALATION-5"
    ])
    await done("ReclassifyEscalation", { ...lower, agreedBy: sam }, "healthcare")
    // Raised at 10:00, so now it may be acknowledged until 14:00
    expect((await read(`/api/escalations/${escalation}`, "healthcare")).body).toMatchObject({
      urgency: "SAME_DAY",
      acknowledgeBy: "2016-03-22T14:00:00.000Z"
    })
  })
})

describe("a concern about oneself", () => {
  it("is not there for whoever it is about, whatever they ask", async () => {
    const escalation = await raise({ aboutStaff: hana })
    for (const path of [`/api/escalations/${escalation}`, `/api/escalations/${escalation}?asAt=2016-03-22`]) {
      expect((await read(path, "healthcare")).status).toBe(404)
    }
    const told = await give("AcknowledgeEscalation", { escalation }, "healthcare")
    expect([told.status, told.body["detail"]]).toEqual([404, "There is no such escalation"])
    const visitor = await visit(app, "healthcare")
    expect((await visitor.get(`/escalations/${escalation}`)).status).toBe(404)
    expect((await visitor.get(`/do/AcknowledgeEscalation?escalation=${escalation}`)).status).toBe(404)
    for (const path of ["/escalations", "/do/AcknowledgeEscalation"]) {
      expect((await visitor.get(path)).text).not.toContain(escalation)
    }
    expect((await read(`/api/events?tag=escalation:${escalation}`, "healthcare")).text).toBe("[]")
    // It goes to her cover instead
    expect((await read(`/api/escalations/${escalation}`, "safeguarding")).body).toMatchObject({
      ladder: { step: 0, calls: { as: "Cover", staff: sam } }
    })
    await done("AcknowledgeEscalation", { escalation }, "safeguarding")
  })
})

describe("a receiver who rejects after the sender has gone home", () => {
  it("gives it back to whoever covers for the sender, and the deadline stands", async () => {
    await moveTo("2016-03-24T16:30")
    const escalation = await raise({ at: "2016-03-24T16:30" })
    await done("HandOverEscalation", { escalation, receiver: hana }, "officer")
    await moveTo("2016-03-24T17:20")
    await done("RejectEscalationBack", { escalation, reason: "It is for social care" }, "healthcare")
    // Olu, who passed it on, went home at 17:00; Sam covers for him. Raised at 16:30, due at 20:30
    expect((await read(`/api/escalations/${escalation}`, "safeguarding")).body).toMatchObject({
      status: "RejectedBack",
      with: sam,
      isTheirs: true,
      acknowledgeBy: "2016-03-24T20:30:00.000Z"
    })
    expect(await refusedBy("HandOverEscalation", { escalation, receiver: sam }, "healthcare")).toEqual(["ESCALATION-3"])
    await done("AcknowledgeEscalation", { escalation }, "safeguarding")
  })
})

describe("whoever is called by the ladder and rejects it", () => {
  it("is not called for it again, keeps seeing what they rejected, and takes it on only when they are told again", async () => {
    // Olu holds the post of safer custody, and Sam covers. Kay raised it, and is there at night
    const escalation = await raise({ category: "VIOLENCE_BULLYING", urgency: "ROUTINE" }, "coordinator")
    const path = `/api/escalations/${escalation}`
    await done("HandOverEscalation", { escalation, receiver: olu }, "coordinator")
    expect((await read(path, "officer")).body).toMatchObject({ isTheirs: true, ladder: { calls: { staff: olu } } })
    const { acknowledgeBy } = (await read(path, "officer")).body
    await done("RejectEscalationBack", { escalation, reason: "I was in the fight myself" }, "officer")
    const told = (await read(path, "officer")).body
    expect(told).toMatchObject({ status: "RejectedBack", isTheirs: false, with: kay, acknowledgeBy })
    expect((told["ladder"] as { readonly rungs: ReadonlyArray<object> }).rungs)
      .toEqual([{ as: "Receiver", staff: kay }, { as: "Cover", staff: sam }, { as: "DUTY_GOVERNOR", staff: dot }])
    expect(await refusedBy("AcknowledgeEscalation", { escalation }, "officer")).toEqual(["ESCALATION-3"])
    await done("HandOverEscalation", { escalation, receiver: olu }, "coordinator")
    await done("AcknowledgeEscalation", { escalation }, "officer")
  })
})

describe("a routine escalation over Easter", () => {
  it("waits for the next working day, and climbs in working days", async () => {
    // Raised after work on Thursday 24, so it counts from Tuesday 29, and is due on Thursday 31 at 17:00, 16:00 in UTC
    const escalation = await raise({ urgency: "ROUTINE" })
    const path = `/api/escalations/${escalation}`
    expect((await read(path, "healthcare")).body["acknowledgeBy"]).toBe("2016-03-31T16:00:00.000Z")
    await moveTo("2016-03-26T11:00")
    expect((await read(path, "healthcare")).body).toMatchObject({
      status: "Raised",
      ladder: { step: 0, calls: { as: "Receiver", staff: hana }, waitsUntil: "2016-03-29T07:30:00.000Z" }
    })
    await moveTo("2016-04-01T09:00")
    expect((await read(path, "healthcare")).body).toMatchObject({
      status: "AcknowledgementOverdue",
      ladder: { step: 1, calls: { as: "Cover", staff: sam }, waitsUntil: null }
    })
    const today = await (await visit(app, "healthcare")).get("/")
    expect(today.text).toContain("2 escalations are not acknowledged in time")
    // At the end of Wednesday it was not overdue yet, and on Thursday 24 at 16:59 nobody knew of it
    expect((await read(`${path}?asAt=2016-03-30`, "healthcare")).body["status"]).toBe("Raised")
    expect((await read(`${path}?knownAt=2016-03-24T16:59:00.000Z`, "healthcare")).status).toBe(404)
    await done("AcknowledgeEscalation", { escalation }, "safeguarding")
  })
})

describe("whoever records a note without a name", () => {
  const questions = (text: string): readonly [number, string] => {
    const [asked = ""] = text.split("<details")
    return [asked.match(/class="govuk-(?:label|fieldset__legend)[^"]*--s/g)?.length ?? 0, asked]
  }

  it("is asked first whether it says that somebody may come to harm, and raises it at once with four questions", async () => {
    const officer = await visit(app, "officer")
    const start = (await officer.get("/escalations/new")).text
    expect(start).toContain("Does it say that somebody may come to harm soon?")
    expect(start).toContain("Peerwork has no feedback box of its own")
    const [, form = ""] = /href="(\/do\/RaiseAnonymousNote\?scheme=[^"]+)"/.exec(start) ?? []
    const [count, asked] = questions((await officer.get(form)).text)
    expect([count, asked.includes("<textarea"), asked.includes("Where is the person")]).toEqual([4, false, true])
    const note = randomUUID()
    const sent = await officer.send("/do/RaiseAnonymousNote", {
      "form-id": randomUUID(),
      "form-given": "escalation scheme",
      "form-step": "give",
      escalation: note,
      scheme,
      place: "C_WING",
      whereTheyAre: "Cell 12",
      receiver: sam,
      means: "RADIO"
    })
    expect(sent.status).toBe(303)
    expect((await read(`/api/escalations/${note}`, "officer")).body).toMatchObject({
      urgency: "IMMEDIATE",
      route: "SAFER_CUSTODY",
      subject: null,
      heardFrom: null,
      worker: null,
      anonymous: true,
      place: "C_WING",
      with: sam
    })
    const page = async (as: Role) => (await (await visit(app, as)).get(`/escalations/${note}`)).text
    expect(await page("safeguarding")).toContain("Unknown person, C wing")
    expect([await page("safeguarding"), await page("auditor")].map((text) => text.includes("Cell 12")))
      .toEqual([true, false])
    const log = await app.ask(`/api/events?tag=escalation:${note}`, {
      headers: { authorization: "Bearer demo-auditor", accept: "application/x-ndjson" }
    })
    expect(log.text).not.toContain("Cell 12")
    // What is done is done on the unit: nobody has to know who it is
    const action = { escalation: note, action: "Every cell on C wing is looked into", owner: sam }
    await done("RecordEscalationAction", action, "safeguarding")
  })

  it("records one that can wait with the answer that it tells of no danger, and is refused without", async () => {
    const officer = await visit(app, "officer")
    const start = (await officer.get("/escalations/new")).text
    const [, form = ""] = /href="(\/do\/RaiseEscalation\?scheme=[^"]+danger=no)"/.exec(start) ?? []
    const { text } = await officer.get(form.replaceAll("&amp;", "&"))
    expect(questions(text)[0]).toBe(4)
    expect(text).toMatch(/name="anonymous" value="yes"/)
    expect(text).toMatch(/name="danger" value="no"/)
    const note = { escalation: randomUUID(), scheme, category: "OTHER", urgency: "ROUTINE", basis: "NOBODY" }
    expect(await refusedBy("RaiseEscalation", { ...note, anonymous: true }, "officer")).toEqual(["ESCALATION-15"])
    await done("RaiseEscalation", { ...note, anonymous: true, danger: false }, "officer")
  })
})

describe("the page on which something immediate is raised", () => {
  it("asks four questions at once, has no text among them, and says who can see it", async () => {
    const officer = await visit(app, "officer")
    const start = await officer.get("/escalations/new")
    expect(start.text).toContain("Who can see this")
    expect(start.text).toContain("The right to complain stays as it is")
    const [, form = ""] = /href="(\/do\/RaiseImmediateEscalation\?scheme=[^"]+)"/.exec(start.text) ?? []
    const page = await officer.get(form)
    const [asked = "", later = ""] = page.text.split("<details")
    expect(asked.match(/class="govuk-(?:label|fieldset__legend)[^"]*--s/g)).toHaveLength(4)
    expect(asked).not.toContain("<textarea")
    expect(later).toContain("<textarea")
    const raised = randomUUID()
    const given = await officer.send("/do/RaiseImmediateEscalation", {
      "form-id": randomUUID(),
      "form-given": "escalation scheme",
      "form-step": "give",
      escalation: raised,
      scheme,
      category: "VIOLENCE_BULLYING",
      receiver: sam,
      means: "RADIO"
    })
    expect(given.status).toBe(303)
    const mine = await officer.get("/escalations?mine=1")
    expect(mine.text).toContain(`/escalations/${raised}`)
  })

  it("shows the ways of a complaint on the escalation, and where a reference is recorded", async () => {
    const escalation = await raise({ receiver: olu, means: "IN_PERSON" })
    const officer = await visit(app, "officer")
    const form = await officer.get(`/do/RecordEscalationReference?escalation=${escalation}`)
    const escalationPage = await officer.get(`/escalations/${escalation}`)
    for (const { text } of [form, escalationPage, await officer.get("/escalations/new")]) {
      expect(text).toContain("If it is a complaint: where it goes")
      expect(text).toContain("3 to 10 days (InBrief, prisoner complaints)")
      expect(text).toContain("NHS England, which commissions healthcare")
    }
    for (const { text } of [form, escalationPage]) expect(text).not.toContain("The health board")
    const other = await officer.get(`/do/RecordEscalationAction?escalation=${escalation}`)
    expect(other.text).not.toContain("If it is a complaint")
  })

  it("leads to a list on which what waits stands first, the most pressing before the others", async () => {
    const [calm, urgent] = [await raise({ urgency: "ROUTINE" }), await raise({ receiver: olu, means: "IN_PERSON" })]
    const settled = await raise({})
    await done("AcknowledgeEscalation", { escalation: settled }, "healthcare")
    const page = await (await visit(app, "safeguarding")).get("/escalations")
    const listed = [...page.text.matchAll(/href="\/escalations\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
    const places = [urgent, calm, settled].map((id) => listed.indexOf(id))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
})

describe("a concern for the safety of patients", () => {
  it("is shown under what needs attention once an answer is late, to those who may see it", async () => {
    const days = { scheme, limit: "safetyAnswerDays", value: 20, from: since, decidedBy: kay, on: since }
    await done("DecideSchemePolicy", days)
    const escalation = await raise({ receiver: hana, means: "IN_PERSON" })
    await done("SendEscalationSafetyConcern", { escalation, body: "PROVIDER" }, "healthcare")
    const healthcare = await visit(app, "healthcare")
    const page = await healthcare.get(`/escalations/${escalation}`)
    const [, awaited = ""] = /Answer awaited<\/dt>\s*<dd[^>]*>([^<]+)</.exec(page.text) ?? []
    expect(awaited).toMatch(/^The provider of healthcare, by \d+ April 2016$/)
    const early = await give("SendEscalationSafetyConcern", { escalation, body: "COMMISSIONER" }, "healthcare")
    expect([early.status, early.text]).toEqual([422, expect.stringContaining("ESCALATION-13")])
    expect((await healthcare.get("/today/escalation-answers-late")).text).not.toContain(
      "about the safety of patients is late"
    )
    await moveTo("2016-05-03T09:00")
    const late = (await healthcare.get("/today/escalation-answers-late")).text
    expect(late).toContain("1 answer about the safety of patients is late")
    expect(late).toContain("The provider of healthcare was to answer by")
    expect((await (await visit(app, "commissioner")).get("/today")).text).not.toContain("safety of patients")
    await done("SendEscalationSafetyConcern", { escalation, body: "COMMISSIONER" }, "healthcare")
    for (const body of ["PROVIDER", "COMMISSIONER"]) {
      await done("RecordEscalationSafetyAnswer", { escalation, body, answer: "It was put right" }, "healthcare")
    }
    expect((await healthcare.get("/today/escalation-answers-late")).text).not.toContain(
      "about the safety of patients is late"
    )
  })
})
