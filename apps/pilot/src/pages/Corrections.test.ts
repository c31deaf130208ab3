/**
 * Proves that what was recorded wrongly is put right from the pages: a wrong start, a wrong mentor and a wrong worker.
 * What was known before stays visible, and a sign-off that no longer holds is shown to be decided about.
 */
import { date, Peerwork, SignOffShadowing } from "@peerwork/core"
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { RunningApp } from "../acceptance/RunningApp.ts"
import { done, mentorServes, schemeRuns, shadows, workerTrains } from "../acceptance/SchemeStory.ts"
import type { RunningScheme } from "../acceptance/SchemeStory.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp, Visitor } from "../testing/ServedApp.ts"

let app: ServedApp
let story: RunningApp
let scheme: RunningScheme
let coordinator: Visitor

/** The same app in the form in which stories are told to it. */
const told = (served: ServedApp): RunningApp =>
  ({
    give: (command: string, body: object, as = "coordinator", id = randomUUID()) =>
      served.give(command, body, { "idempotency-key": id }, as),
    moveTo: async (to: string) => {
      const moved = await served.ask("/api/demo/clock", {
        method: "POST",
        body: JSON.stringify({ to }),
        headers: { authorization: "Bearer demo-coordinator" }
      })
      expect(moved.status).toBe(200)
    }
  }) as unknown as RunningApp

beforeAll(async () => {
  app = await serveApp("2016-03-14T09:00:00.000Z")
  story = told(app)
  scheme = await schemeRuns(story, "2016-03-14")
  coordinator = await visit(app, "coordinator")
})

afterAll(() => app.stop())

const textOf = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ").trim()

/** Fills in the form of a command, checks it and presses the button; the text of the page where that leads. */
const record = async (command: string, fields: Readonly<Record<string, string>>): Promise<string> => {
  const filled = { "form-id": randomUUID(), "form-given": "", ...fields }
  const checked = await coordinator.send(`/do/${command}`, { ...filled, "form-step": "check" })
  expect([checked.status, textOf(checked.text).includes("Check before you record this")]).toEqual([200, true])
  const given = await coordinator.send(`/do/${command}`, { ...filled, "form-step": "give" })
  expect(given.status).toBe(303)
  return textOf((await coordinator.get(given.headers.get("location") ?? "")).text)
}

const on = (name: string, day: string): Readonly<Record<string, string>> => {
  const [year = "", month = "", number = ""] = day.split("-")
  return { [`${name}-day`]: number, [`${name}-month`]: month, [`${name}-year`]: year }
}

const pageOf = async (path: string): Promise<string> => textOf((await coordinator.get(path)).text)

describe("a sign-off one day early", () => {
  it("is refused in core, API and page with the same words, id, source and first date", async () => {
    const because = "Shadowing lasts at least 14 days. Sign it off on or after 4 April 2016"
    const source = "Peer social support training pilot, S3:699-701"
    const example = Peerwork.examples.shadowingSince("2016-03-21")
    const early = SignOffShadowing.make({ shadowing: example.shadowing, on: date("2016-04-03") })
    const { judged } = Peerwork.check(early, example.events, { today: date("2016-04-03") })
    const byCore = judged.find(({ held }) => held === false)
    expect([byCore?.rule, byCore?.because, `${byCore?.source.title}, ${byCore?.source.at}`, byCore?.earliest])
      .toEqual(["SHADOW-1", because, source, "2016-04-04"])

    const mentor = await mentorServes(story, scheme, "2016-03-14")
    const worker = await workerTrains(story, scheme, "2016-03-14")
    await story.moveTo("2016-03-21T09:00")
    const shadowing = await shadows(story, worker.appointment, mentor.person, "2016-03-21")
    await story.moveTo("2016-04-03T23:59")
    const byApi = await app.give("SignOffShadowing", { shadowing, on: "2016-04-03" })
    expect(byApi.body["breaches"]).toMatchObject([{ rule: "SHADOW-1", because, source, earliest: "2016-04-04" }])

    const byPage = await coordinator.send("/do/SignOffShadowing", {
      "form-given": "shadowing",
      "form-step": "check",
      shadowing,
      ...on("on", "2016-04-03")
    })
    expect(byPage.status).toBe(422)
    expect(textOf(byPage.text)).toContain(`There is a problem ${because}`)
    expect(textOf(byPage.text)).toContain(`${because} SHADOW-1 , ${source}`)
    expect(byPage.text).toContain('href="#on-day"')
  })
})

describe("what was recorded wrongly", () => {
  it("a wrong start and a wrong mentor: the days are counted again, and the sign-off is shown for a decision", async () => {
    await story.moveTo("2016-04-04T09:00")
    const [mentor, other] = [
      await mentorServes(story, scheme, "2016-04-04"),
      await mentorServes(story, scheme, "2016-04-04")
    ]
    const worker = await workerTrains(story, scheme, "2016-04-04")
    const shadowing = await shadows(story, worker.appointment, mentor.person, "2016-04-04")
    // 4 to 17 April are 14 days: the first sign-off is 18 April
    await story.moveTo("2016-04-18T09:00")
    await done(story, "SignOffShadowing", { shadowing, on: "2016-04-18" })
    expect(await pageOf(`/shadowings/${shadowing}`)).toContain("Signed off on 18 April 2016")

    // It really began on 6 April: 12 days lie before 18 April
    const corrected = await record("CorrectShadowingStart", {
      shadowing,
      ...on("startedOn", "2016-04-06"),
      reason: "The wing diary says the 6th"
    })
    expect(corrected).toContain("Start of the shadowing corrected")
    const page = await pageOf(`/shadowings/${shadowing}`)
    expect(page).toContain("The sign-off no longer holds")
    expect(page).toContain("12 of 14")
    expect(page).toContain("Start of the shadowing corrected by Kay Example, coordinator 6 April 2016")
    expect(page).toContain("Start of the shadowing corrected, recorded on 18 April 2016")
    expect(await pageOf("/today/sign-offs-that-no-longer-hold")).toContain("1 sign-off no longer holds")
    expect(await pageOf("/")).toContain("1 sign-off no longer holds")

    await record("CorrectShadowMentor", {
      shadowing,
      recordedMentor: mentor.person,
      mentor: other.person,
      reason: "Another mentor was there"
    })
    expect(await pageOf(`/shadowings/${shadowing}`)).toContain("Mentor corrected")
    const before = await app.ask(`/api/shadowings/${shadowing}?knownAt=2016-04-17`, {
      headers: { authorization: "Bearer demo-auditor" }
    })
    expect(before.body).toMatchObject({ startedOn: "2016-04-04", stints: [{ mentor: mentor.person }], counted: 13 })
    const now = await app.ask(`/api/shadowings/${shadowing}`, { headers: { authorization: "Bearer demo-auditor" } })
    expect(now.body).toMatchObject({ startedOn: "2016-04-06", stints: [{ mentor: other.person }], signOffHolds: false })
  })

  it("a wrong worker: the shadowing belongs to another appointment, and stands in both histories", async () => {
    const mentor = await mentorServes(story, scheme, "2016-04-18")
    const [wrong, right] = [
      await workerTrains(story, scheme, "2016-04-18"),
      await workerTrains(story, scheme, "2016-04-18")
    ]
    const shadowing = await shadows(story, wrong.appointment, mentor.person, "2016-04-18")
    await record("CorrectShadowingPerson", {
      shadowing,
      appointment: right.appointment,
      reason: "Two people of the same name"
    })
    for (const { person } of [wrong, right]) {
      expect(await pageOf(`/workers/${person}/history`)).toContain("Worker corrected")
    }
    expect(await pageOf(`/workers/${right.person}`)).toContain("they are shadowing an experienced worker")
    expect(await pageOf(`/workers/${wrong.person}`)).toContain("they have not shadowed an experienced worker yet")
  })

  it("what somebody typed is shown as text and nothing else", async () => {
    const person = randomUUID()
    await app.give("RegisterPerson", {
      person,
      prisonNumber: "B0001BB",
      familyName: "<script>alert(1)</script>",
      givenName: '" onload="x',
      establishment: "ZZI",
      on: "2016-04-01"
    })
    const page = await coordinator.get(`/workers/${person}`)
    expect(page.status).toBe(200)
    expect(page.text).not.toMatch(/<script>alert|onload="x/)
    expect(page.text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;")
    expect(page.text).toContain("<title>Peer worker - Peerwork</title>")
  })
})

describe("finding somebody", () => {
  /** Where the form leads. */
  const search = async (find: string, filters: Readonly<Record<string, string>> = {}, as = coordinator) => {
    const told = await as.send("/workers", { find, ...filters })
    expect(told.status).toBe(303)
    return told.headers.get("location") ?? ""
  }
  const found = async (find: string, filters: Readonly<Record<string, string>> = {}) =>
    pageOf(await search(find, filters))

  it("by name as it is typed, or by number, says how many there are", async () => {
    expect(await found(" EXAMPLE ")).toMatch(/\d+ results for ‘EXAMPLE’/)
    expect(await found("b0001bb")).toContain("1 result for ‘b0001bb’")
    expect(await found("Tomm")).toContain("0 results for ‘Tomm’")
    expect(await found("example", { status: "InRoleUntrained" })).toContain("0 results")
  })

  it("puts into the address what narrows the list, and never whom somebody looked for", async () => {
    const address = await search("b0001bb", { role: "", wing: "A_WING", status: "Active" })
    expect(address).toMatch(/^\/workers\?search=[\w-]{12}&wing=A_WING&status=Active$/)
    expect((await coordinator.get(address)).text).not.toMatch(/href="[^"]*b0001bb/i)
    expect(await search("", { status: "Active" })).toBe("/workers?status=Active")
    expect(await search(" ")).toBe("/workers")
    expect((await coordinator.get("/workers")).text).toContain('<form method="post" action="/workers"')
  })

  it("is known to nobody else, and asked by a form of ours only", async () => {
    const address = await search("b0001bb")
    const officer = await visit(app, "officer")
    expect(textOf((await officer.get(address)).text)).toContain("Whom you looked for is no longer known here")
    const told = await officer.send("/workers", { find: "b0001bb", "form-token": "nonsense" })
    expect(told.status).toBe(403)
  })

  it("turns pages, with an address for each", async () => {
    for (let number = 0; number < 30; number += 1) {
      await app.give("RegisterPerson", {
        person: randomUUID(),
        prisonNumber: `C${String(number).padStart(4, "0")}CC`,
        familyName: "Pagination",
        givenName: `Number ${number}`,
        establishment: "ZZI",
        on: "2016-04-01"
      })
    }
    const address = await search("pagination")
    const first = await coordinator.get(address)
    expect(textOf(first.text)).toContain("30 results")
    expect(first.text).toContain(`${address}&amp;page=2`)
    expect(first.text.match(/<tr class="govuk-table__row">/g)).toHaveLength(26)
    const second = await coordinator.get(`${address}&page=2`)
    expect(second.text.match(/<tr class="govuk-table__row">/g)).toHaveLength(6)
  })
})
