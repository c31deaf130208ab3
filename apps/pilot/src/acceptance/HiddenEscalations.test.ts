/**
 * Escalations over HTTP that somebody must not learn of, or that nobody has any more: one that is about the coordinator
 * is, whatever the coordinator asks, as if there were none; and one that turns out to be about whoever has it waits for
 * an owner where everybody who may see it looks.
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
const since = "2016-01-04"
const nobody = randomUUID()

let app: ServedApp
let scheme = ""

const give = (command: string, body: object, as: Role = "coordinator", key: string = randomUUID()): Promise<Told> =>
  app.give(command, body, { "idempotency-key": key }, as)

const done = async (command: string, body: object, as: Role = "coordinator", key?: string): Promise<Told> => {
  const told = await give(command, body, as, key)
  if (told.status !== 201) throw new Error(`${command} was answered ${told.status}: ${told.text}`)
  return told
}

const read = (path: string, as: Role): Promise<Told> =>
  app.ask(path, { headers: { authorization: `Bearer demo-${as}` } })

const raise = async (more: object, key?: string): Promise<string> => {
  const escalation = randomUUID()
  const body = { escalation, scheme, category: "STAFF_CONDUCT", basis: "AGREED", urgency: "SAME_DAY", ...more }
  await done("RaiseEscalation", body, "officer", key)
  return escalation
}

beforeAll(async () => {
  app = await serveApp("2016-03-21T10:00:00.000Z")
  const gives = { give: ((command, body) => give(command, body)) as RunningApp["give"] }
  ;({ scheme } = await schemeRuns(gives, since))
  for (const staff of [kay, olu, hana, sam]) {
    await done("RegisterStaff", { staff, name: "Somebody Example", establishment: "ZZI", on: since })
  }
  const route = randomUUID()
  await done("OpenRoutes", { route, establishment: "ZZI", jurisdiction: "ENGLAND", on: since })
  await done("FillRoutePost", { route, post: "HEALTHCARE", holder: hana, cover: sam, on: since })
}, 60_000)

afterAll(() => app.stop())

describe("an escalation about the coordinator", () => {
  it("is to them as if there were none, in whichever field of whichever command it is named", async () => {
    const hidden = await raise({ aboutStaff: kay })
    const seen = await raise({})
    const session = {
      supervision: randomUUID(),
      on: "2016-03-21",
      exploitation: "OF_WORKER",
      workload: "MANAGEABLE",
      confidentiality: "NOTHING",
      boundaries: "NOTHING",
      sharedNote: "A good fortnight"
    }
    const commands = (named: string) =>
      [
        ["LinkEscalations", { escalation: seen, other: named }],
        ["LinkEscalations", { escalation: named, other: seen }],
        ["HoldSupervision", { ...session, escalations: [named] }],
        ["AcknowledgeEscalation", { escalation: named }]
      ] as const
    for (const [index, [command, body]] of commands(hidden).entries()) {
      const [name, other] = commands(nobody)[index] ?? [command, body]
      const [ofHidden, ofNobody] = [await give(command, body), await give(name, other)]
      expect([ofHidden.status, ofHidden.body["detail"]]).toEqual([404, "There is no such escalation"])
      expect([ofNobody.status, ofNobody.body["detail"]]).toEqual([404, "There is no such escalation"])
    }
  })

  it("has no receipt for them, and one for whoever raised it", async () => {
    const key = randomUUID()
    await raise({ aboutStaff: kay }, key)
    const [theirs, none] = [
      await read(`/api/receipts/${key}`, "coordinator"),
      await read(`/api/receipts/${nobody}`, "coordinator")
    ]
    expect([theirs.status, theirs.body["detail"]]).toEqual([404, none.body["detail"]])
    expect((await read(`/api/receipts/${key}/proof`, "coordinator")).status).toBe(404)
    expect((await read(`/api/receipts/${key}`, "officer")).status).toBe(200)
    const coordinator = await visit(app, "coordinator")
    expect((await coordinator.get(`/done/${key}`)).status).toBe(404)
    expect((await coordinator.get(`/receipts/${key}`)).status).toBe(404)
  })
})

describe("an escalation that was recorded about the coordinator, and linked to another", () => {
  it("is named to them nowhere on the other: not on its page, not as JSON, not in the feed", async () => {
    const shown = await raise({ category: "HEALTH" })
    const hidden = await raise({ aboutStaff: kay })
    const { raisedAt } = (await read(`/api/escalations/${hidden}`, "officer")).body
    await done("CorrectEscalation", { escalation: hidden, raisedAt, reason: "It was about nobody" }, "officer")
    await done("LinkEscalations", { escalation: hidden, other: shown }, "safeguarding")
    // The coordinator sees of the other that it is there: the page and JSON say so, and its entries are not in their feed
    for (
      const [address, isThere] of [
        [`/api/escalations/${shown}`, true],
        [`/api/events?tag=escalation:${shown}`, false]
      ] as const
    ) {
      expect((await read(address, "safeguarding")).text).toContain(hidden)
      const told = await read(address, "coordinator")
      expect([told.status, told.text.includes(hidden), told.text.includes(shown)]).toEqual([200, false, isThere])
    }
    const pages = [await visit(app, "safeguarding"), await visit(app, "coordinator")]
    const texts = await Promise.all(pages.map(async (page) => (await page.get(`/escalations/${shown}`)).text))
    expect(texts.map((text) => text.includes(hidden))).toEqual([true, false])
    expect(texts.map((text) => text.includes("Another escalation linked to this one"))).toEqual([true, true])
  })
})

describe("an escalation of which the coordinator sees that it is there", () => {
  it("says to them as JSON no more than on its page: not where, nor about whom, nor from whom it was heard", async () => {
    const escalation = await raise({ aboutStaff: hana, place: "C_WING" })
    const [whole, summary] = [
      (await read(`/api/escalations/${escalation}`, "safeguarding")).body,
      (await read(`/api/escalations/${escalation}`, "coordinator")).body
    ]
    expect(whole).toMatchObject({ aboutStaff: hana, place: "C_WING", route: "CONDUCT" })
    expect(summary).toMatchObject({ aboutStaff: null, place: null, subject: null, heardFrom: null, route: "CONDUCT" })
  })
})

describe("an escalation that healthcare does not see, linked to one that they have", () => {
  it("is named to them in no version of the other, by no fact, by no entry that was read, and not as it is stored", async () => {
    const shown = await raise({ category: "HEALTH" })
    const hidden = await raise({ category: "OTHER" })
    await done("LinkEscalations", { escalation: hidden, other: shown }, "safeguarding")
    const [healthcare, safeguarding] = [await visit(app, "healthcare"), await visit(app, "safeguarding")]
    const { version } = (await read(`/api/escalations/${shown}`, "healthcare")).body
    const part = hidden.slice(-12)
    for (const address of ["versions", "versions?asAt=2016-03-21", `versions/${String(version)}`]) {
      const page = `/escalations/${shown}/${address}`
      const [theirs, whole] = [await healthcare.get(page), await safeguarding.get(page)]
      expect([page, theirs.status, theirs.text.includes(part)]).toEqual([page, 200, false])
      expect(whole.status).toBe(200)
    }
    expect((await safeguarding.get(`/escalations/${shown}/versions/${String(version)}`)).text).toContain(hidden)
  })
})

describe("an escalation that turns out to be about whoever has it", () => {
  it("waits for an owner under what needs attention, and is with who covers the post", async () => {
    const escalation = await raise({ category: "HEALTH" })
    await done("AcknowledgeEscalation", { escalation }, "healthcare")
    const { raisedAt } = (await read(`/api/escalations/${escalation}`, "officer")).body
    await done("CorrectEscalation", { escalation, aboutStaff: hana, raisedAt, reason: "It was about them" }, "officer")
    expect((await read(`/api/escalations/${escalation}`, "officer")).body).toMatchObject({
      status: "Acknowledged",
      with: null,
      isWithoutOwner: true
    })
    expect((await read(`/api/escalations/${escalation}`, "healthcare")).status).toBe(404)
    const safeguarding = await visit(app, "safeguarding")
    expect((await safeguarding.get("/")).text).toContain("1 escalation is without an owner")
    expect((await safeguarding.get(`/escalations/${escalation}`)).text)
      .toContain("Nobody: whoever had it has left, or it is about them")
    await done("RedirectEscalation", { escalation, receiver: olu, reason: "Nobody has it" }, "safeguarding")
    expect((await safeguarding.get("/")).text).not.toContain("is without an owner")
  })
})

describe("an escalation that was linked", () => {
  it("stands on the page of the one that carries it on, until whoever raised it was told", async () => {
    const [first, second] = [await raise({ category: "HEALTH" }), await raise({ category: "HEALTH", anonymous: true })]
    await done("LinkEscalations", { escalation: first, other: second }, "safeguarding")
    await done("AcknowledgeEscalation", { escalation: first }, "healthcare")
    await done("ResolveEscalation", { escalation: first, done: "Seen by a nurse" }, "healthcare")
    await done("InformEscalationRaiser", { escalation: first, means: "IN_PERSON", told: "It is seen to" }, "healthcare")
    expect((await read(`/api/escalations/${first}`, "healthcare")).body).toMatchObject({
      duplicates: [second],
      raisersToTell: [second]
    })
    const safeguarding = await visit(app, "safeguarding")
    const page = (await safeguarding.get(`/escalations/${first}`)).text
    expect(page).toContain(`/escalations/${second}`)
    expect(page).toContain("Whoever raised it is still to be told, or it is to be recorded why not")
    expect(page).not.toContain(`/do/CloseEscalation?escalation=${first}`)
    expect((await safeguarding.get(`/escalations/${second}`)).text)
      .toContain(`/do/RecordRaiserNotInformed?escalation=${second}`)
    await done("RecordRaiserNotInformed", { escalation: second, why: "ANONYMOUS" }, "safeguarding")
    expect((await safeguarding.get(`/escalations/${first}`)).text).toContain(`/do/CloseEscalation?escalation=${first}`)
    await done("CloseEscalation", { escalation: first, outcome: "SETTLED" }, "healthcare")
  })
})
