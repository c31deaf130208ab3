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
import { mentorServes, personArrives, schemeRuns } from "./SchemeStory.ts"

const idOf = (role: Role): string => demoPersonIn(role)?.id ?? ""
const [kay, olu, hana, sam] = [idOf("coordinator"), idOf("officer"), idOf("healthcare"), idOf("safeguarding")]
const since = "2016-01-04"
const nobody = randomUUID()

let app: ServedApp
let [scheme, roleProfile, staff] = ["", "", ""]

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

const gives = { give: ((command, body) => give(command, body)) as RunningApp["give"] }

beforeAll(async () => {
  app = await serveApp("2016-03-21T10:00:00.000Z")
  ;({ roleProfile, scheme, staff } = await schemeRuns(gives, since))
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
  const isThere = async (escalation: string, as: Role): Promise<ReadonlyArray<boolean>> => {
    const page = await (await visit(app, as)).get(`/escalations/${escalation}`)
    const list = await read("/api/escalations", as)
    const events = await read(`/api/events?tag=escalation:${escalation}`, as)
    const one = await read(`/api/escalations/${escalation}`, as)
    return [page.status === 200, one.status === 200, [list, events].some(({ text }) => text.includes(escalation))]
  }

  it("is as if it were not there for them, and so is the other, until the link is struck out", async () => {
    const shown = await raise({ category: "HEALTH" })
    const hidden = await raise({ aboutStaff: kay })
    await done(
      "CorrectEscalation",
      { escalation: hidden, takeOut: ["STAFF"], reason: "It was about nobody" },
      "officer"
    )
    expect(await isThere(shown, "coordinator")).toEqual([true, true, true])
    await done("LinkEscalations", { escalation: hidden, other: shown }, "safeguarding")
    for (const escalation of [shown, hidden]) {
      expect(await isThere(escalation, "coordinator")).toEqual([false, false, false])
      expect(await isThere(escalation, "safeguarding")).toEqual([true, true, true])
    }
    const { entries } = (await read(`/api/escalations/${hidden}`, "safeguarding")).body as {
      readonly entries: ReadonlyArray<{ readonly event: string }>
    }
    const entry = entries.at(-1)?.event
    await done("StrikeOutEscalationEntry", { escalation: hidden, entry, reason: "They are two" }, "safeguarding")
    expect(await isThere(shown, "coordinator")).toEqual([true, true, true])
    expect(await isThere(hidden, "coordinator")).toEqual([false, false, false])
  })

  it("waits under what needs attention, once the two are about different people", async () => {
    const [first, second] = [await raise({ aboutStaff: hana }), await raise({ aboutStaff: hana })]
    await done("LinkEscalations", { escalation: first, other: second }, "safeguarding")
    const { raisedAt } = (await read(`/api/escalations/${first}`, "officer")).body
    const waits = async (as: Role) => (await (await visit(app, as)).get("/")).text
    expect(await waits("safeguarding")).not.toContain("is linked to one about somebody else")
    const reason = "It was about Kay"
    await done("CorrectEscalation", { escalation: first, aboutStaff: kay, raisedAt, reason }, "officer")
    expect(await waits("safeguarding")).toContain("1 escalation is linked to one about somebody else")
    const list = await (await visit(app, "safeguarding")).get("/today/escalations-linked-apart")
    expect(list.text).toContain(`/escalations/${second}`)
    for (const as of ["coordinator", "healthcare"] as const) {
      expect(await waits(as)).not.toContain("is linked to one about somebody else")
      for (const escalation of [first, second]) expect(await isThere(escalation, as)).toEqual([false, false, false])
    }
  })
})

describe("an escalation of which the coordinator sees that it is there", () => {
  it("is compared with no other by them: whether both are about the same is for who sees what they are about", async () => {
    const gus = randomUUID()
    await done("RegisterStaff", { staff: gus, name: "Gus Example", establishment: "ZZI", on: since })
    const [escalation, other] = [await raise({ aboutStaff: hana }), await raise({ aboutStaff: gus })]
    for (const command of ["LinkEscalations", "KeepEscalationsApart"]) {
      const told = await give(command, { escalation, other })
      expect([told.status, told.body["detail"]]).toEqual([
        403,
        "You see that they are there, and not what they are about. Ask safeguarding to compare them"
      ])
    }
    const told = await give("LinkEscalations", { escalation, other }, "safeguarding")
    expect([told.status, told.text]).toEqual([422, expect.stringContaining("ESCALATION-14")])
  })

  it("is put right by whoever sees all of it: to others no answer and no page says what is recorded", async () => {
    const escalation = await raise({ aboutStaff: hana, place: "C_WING" })
    const says = "You see that it is there, and not what it is about. Ask safeguarding to put it right"
    for (const guess of [{ aboutStaff: hana }, { place: "B_WING" }, { takeOut: ["SUBJECT"] }]) {
      const command = { escalation, ...guess, reason: "A guess" }
      const body = JSON.stringify(command)
      const headers = { authorization: "Bearer demo-coordinator", "content-type": "application/json" }
      const checked = await app.ask("/api/check/CorrectEscalation", { method: "POST", body, headers })
      for (const told of [await give("CorrectEscalation", command), checked]) {
        expect([told.status, told.body["detail"]]).toEqual([403, says])
      }
    }
    const form = `/do/CorrectEscalation?escalation=${escalation}`
    const [coordinator, safeguarding] = [await visit(app, "coordinator"), await visit(app, "safeguarding")]
    expect((await coordinator.get(form)).status).toBe(403)
    expect((await coordinator.get(`/escalations/${escalation}`)).text).not.toContain("CorrectEscalation")
    expect((await safeguarding.get(`/escalations/${escalation}`)).text).toContain(form)
    const page = (await safeguarding.get(form)).text
    for (const one of ["C wing", "Somebody Example"]) expect(page).toContain(`Recorded now: ${one}. Leave it empty`)
    const other = await raise({ aboutStaff: hana })
    expect((await safeguarding.get(`/do/CorrectEscalation?escalation=${other}`)).text)
      .toContain("Nothing is recorded now. Leave it empty")
  })

  it("says who raised it, and who was recorded before, to whoever sees all of it alone", async () => {
    const [before, after] = [await personArrives(gives, since), await personArrives(gives, since)]
    const escalation = await raise({ category: "HEALTH", heardFrom: before })
    const command = { escalation, heardFrom: after, reason: "A slip" }
    const says = "You see that it is there, and not who raised it. Ask safeguarding to put it right"
    expect(await give("CorrectEscalationRaiser", command)).toMatchObject({ status: 403, body: { detail: says } })
    await done("CorrectEscalationRaiser", command, "safeguarding")
    const safeguarding = await visit(app, "safeguarding")
    const form = (await safeguarding.get(`/do/CorrectEscalationRaiser?escalation=${escalation}`)).text
    expect([...form.matchAll(/Recorded now: (Example, Pat|No)/g)].map(([, one]) => one)).toEqual(["Example, Pat", "No"])
    const shows = async (as: Role) => {
      const page = (await (await visit(app, as)).get(`/escalations/${escalation}`)).text
      return ["Raiser of the escalation corrected", "Heard from", "Recorded before as heard from"]
        .map((one) => page.includes(one))
    }
    expect([await shows("safeguarding"), await shows("coordinator"), await shows("auditor")])
      .toEqual([[true, true, true], [true, false, false], [true, false, false]])
    expect((await read(`/api/escalations/${escalation}`, "safeguarding")).body).toMatchObject({ heardFrom: after })
  })

  it("is told by who sees it now, whichever moment is asked about, and says so; what was known stays", async () => {
    const escalation = await raise({ category: "HEALTH", place: "C_WING" })
    await done("HandOverEscalation", { escalation, receiver: hana }, "officer")
    const moment = (await read(`/api/escalations/${escalation}`, "coordinator")).body["moment"]
    const { position } = moment as { readonly position: number }
    const then = async () => (await read(`/api/escalations/${escalation}?position=${position}`, "coordinator")).body
    const before = await then()
    expect(before).toMatchObject({ seenNow: "summary", place: null, with: hana, isTheirs: false })
    await done("AcknowledgeEscalation", { escalation }, "healthcare")
    const reason = "Kay knows him"
    await done("RedirectEscalation", { escalation, receiver: kay, reason }, "healthcare")
    expect(await then()).toEqual({ ...before, seenNow: "whole", place: "C_WING" })
    await done("CorrectEscalation", { escalation, aboutStaff: kay, reason: "It is about Kay" }, "officer")
    expect((await read(`/api/escalations/${escalation}?position=${position}`, "coordinator")).status).toBe(404)
  })

  it("says to them as JSON no more than on its page: not where, nor about whom, nor from whom it came", async () => {
    const heardFrom = await personArrives(gives, since)
    const { appointment, person: worker } = await mentorServes(gives, { scheme, roleProfile, staff }, since)
    const escalation = await raise({ aboutStaff: hana, place: "C_WING", appointment, heardFrom })
    const [whole, summary] = [
      (await read(`/api/escalations/${escalation}`, "safeguarding")).body,
      (await read(`/api/escalations/${escalation}`, "coordinator")).body
    ]
    const told = { aboutStaff: hana, place: "C_WING", heardFrom, worker, appointment }
    expect(whole).toMatchObject({ ...told, route: "CONDUCT" })
    const nothing = Object.fromEntries(Object.keys(told).map((name) => [name, null]))
    expect(summary).toMatchObject({ ...nothing, subject: null, route: "CONDUCT" })
    for (const id of [worker, appointment, heardFrom]) expect(JSON.stringify(summary)).not.toContain(id)
    const reason = "It is about nobody"
    await done("CorrectEscalation", { escalation, takeOut: ["STAFF"], reason }, "officer")
    const pagesOf = async (role: Role) => {
      const page = await visit(app, role)
      const shown = [(await page.get(`/escalations/${escalation}`)).text]
      for (const person of [worker, heardFrom]) shown.push((await page.get(`/workers/${person}/history`)).text)
      return shown.map((text) =>
        ["Escalation raised", "Raised by the worker", "Heard from", "C wing", "member of staff"].map((said) =>
          text.includes(said)
        )
      )
    }
    expect(await pagesOf("safeguarding")).toEqual(
      Array.from({ length: 3 }, () => Array.from({ length: 5 }, () => true))
    )
    const none = Array.from({ length: 5 }, () => false)
    expect(await pagesOf("coordinator")).toEqual([[true, ...none.slice(1)], none, none])
  })

  it("offers them, where they are refused, nothing that is only for whoever sees all of it", async () => {
    const escalation = await raise({})
    const possible = async (as: Role) => {
      const told = await give("CloseEscalation", { escalation, outcome: "SETTLED" }, as)
      const { moment } = told.body as { readonly moment: { readonly possible: ReadonlyArray<string> } }
      return [told.status, ["CorrectEscalation", "LinkEscalations"].map((name) => moment.possible.includes(name))]
    }
    expect(await possible("safeguarding")).toEqual([409, [true, true]])
    expect(await possible("coordinator")).toEqual([409, [false, false]])
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

describe("an escalation of which only the time was wrong", () => {
  it("keeps where it is and whom it is about, and calls nobody whom it is about", async () => {
    const escalation = await raise({ category: "HEALTH", aboutStaff: hana, place: "C_WING", at: "2016-03-21T08:00" })
    const told = async () => (await read(`/api/escalations/${escalation}`, "officer")).body
    const { acknowledgeBy: _before, ladder, ...before } = await told()
    await done("CorrectEscalation", { escalation, raisedAt: "2016-03-21T07:55", reason: "The clock" }, "officer")
    const after = await told()
    expect(after).toMatchObject({ aboutStaff: hana, place: "C_WING", raisedAt: "2016-03-21T07:55:00.000Z" })
    expect([after["route"], after["ladder"]]).toEqual([before["route"], ladder === null ? null : expect.anything()])
    expect(JSON.stringify(after["ladder"])).not.toContain(hana)
    expect((await read(`/api/escalations/${escalation}`, "healthcare")).status).toBe(404)
  })

  it("is corrected on a page that asks for what was wrong alone", async () => {
    const escalation = await raise({ category: "HEALTH", place: "C_WING" })
    const officer = await visit(app, "officer")
    const { raisedAt } = (await read(`/api/escalations/${escalation}`, "officer")).body
    const sent = await officer.send("/do/CorrectEscalation", {
      "form-id": randomUUID(),
      "form-given": "escalation",
      "form-step": "give",
      escalation,
      place: "",
      takeOut: "PLACE",
      reason: "Nobody knows where"
    })
    expect(sent.status).toBe(303)
    expect((await read(`/api/escalations/${escalation}`, "officer")).body).toMatchObject({ place: null, raisedAt })
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
    const page = (await safeguarding.get("/today/escalations-without-owner")).text
    expect(page).toContain("to be redirected by Sam Example")
    expect((await safeguarding.get(`/escalations/${escalation}`)).text).toContain("Who redirects it now")
    await done("RedirectEscalation", { escalation, receiver: olu, reason: "Nobody has it" }, "safeguarding")
    expect((await safeguarding.get("/")).text).not.toContain("is without an owner")
  })
})

describe("an escalation that turns out to be about whoever was told of it", () => {
  it("is said to be with nobody, and never with them", async () => {
    const escalation = await raise({ category: "HEALTH" })
    await done("HandOverEscalation", { escalation, receiver: hana }, "officer")
    expect((await read(`/api/escalations/${escalation}`, "officer")).body).toMatchObject({ with: hana })
    const { raisedAt } = (await read(`/api/escalations/${escalation}`, "officer")).body
    await done("CorrectEscalation", { escalation, aboutStaff: hana, raisedAt, reason: "It was about them" }, "officer")
    expect((await read(`/api/escalations/${escalation}`, "officer")).body).toMatchObject({
      status: "HandedOver",
      with: null,
      ladder: { calls: { as: "Cover", staff: sam } }
    })
    const page = (await (await visit(app, "officer")).get(`/escalations/${escalation}`)).text
    expect(page).toContain("Nobody: whoever had it has left, or it is about them")
    await done("AcknowledgeEscalation", { escalation }, "safeguarding")
    await done("ResolveEscalation", { escalation, done: "Looked into" }, "safeguarding")
    await done("RecordRaiserNotInformed", { escalation, why: "DECLINED" }, "safeguarding")
    await done("CloseEscalation", { escalation, outcome: "SETTLED" }, "safeguarding")
    expect((await read(`/api/escalations/${escalation}`, "officer")).body).toMatchObject({ with: sam })
  })
})

describe("an escalation that was linked", () => {
  it("stands on the page of the one that carries it on, until whoever raised it was told", async () => {
    const [first, second] = [
      await raise({ category: "HEALTH" }),
      await raise({ category: "HEALTH", anonymous: true, danger: false })
    ]
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
