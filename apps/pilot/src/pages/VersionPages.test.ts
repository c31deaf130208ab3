/**
 * Proves what the pages of versions say: both clocks, what changed, rules, what was known and what became known later;
 * that any two versions compare; and that nobody sees on them what they may not see elsewhere.
 */
import { leafHash } from "@peerwork/ledger"
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { RunningApp } from "../acceptance/RunningApp.ts"
import { done, mentorServes, schemeRuns, shadows, workerTrains } from "../acceptance/SchemeStory.ts"
import type { RunningScheme } from "../acceptance/SchemeStory.ts"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp, Visitor } from "../testing/ServedApp.ts"

const reason = "He said he felt watched"

let app: ServedApp
let coordinator: Visitor
let scheme: RunningScheme
let shadowing = ""
let worker = { person: "", appointment: "" }
let apart = ""
let escalation = ""

const told = (served: ServedApp): RunningApp =>
  ({
    give: (command: string, body: object, as = "coordinator") => served.give(command, body, {}, as),
    moveTo: (to: string) =>
      served.ask("/api/demo/clock", {
        method: "POST",
        body: JSON.stringify({ to }),
        headers: { authorization: "Bearer demo-coordinator" }
      })
  }) as unknown as RunningApp

beforeAll(async () => {
  app = await serveApp("2016-03-14T09:00:00.000Z")
  const story = told(app)
  scheme = await schemeRuns(story, "2016-03-14")
  const mentor = await mentorServes(story, scheme, "2016-03-14")
  worker = await workerTrains(story, scheme, "2016-03-14")
  await story.moveTo("2016-03-21T09:00")
  shadowing = await shadows(story, worker.appointment, mentor.person, "2016-03-21")
  // The pause of 25 March is told on the 29th, when it is over
  await story.moveTo("2016-03-29T09:00")
  await done(story, "PauseShadowing", { shadowing, from: "2016-03-25", reason: "HOSPITAL" })
  await done(story, "ResumeShadowing", { shadowing, on: "2016-03-29" })
  await story.moveTo("2016-04-08T09:00")
  await done(story, "SignOffShadowing", { shadowing, on: "2016-04-08" })
  apart = randomUUID()
  await done(story, "OpenNonAssociation", {
    nonassociation: apart,
    person: mentor.person,
    other: worker.person,
    level: "CELL",
    reason,
    on: "2016-04-08"
  })
  escalation = randomUUID()
  const raised = {
    escalation,
    scheme: scheme.scheme,
    category: "HEALTH",
    basis: "AGREED",
    urgency: "SAME_DAY",
    subject: worker.person,
    concern: reason,
    at: "2016-04-08T08:30"
  }
  expect(await app.give("RaiseEscalation", raised, {}, "officer")).toMatchObject({ status: 201 })
  coordinator = await visit(app, "coordinator")
})

afterAll(() => app.stop())

const textOf = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ")
    .replaceAll("&quot;", '"').trim()

const pageOf = async (path: string, visitor = coordinator): Promise<string> => textOf((await visitor.get(path)).text)

describe("a version of a shadowing", () => {
  const version = (number: number, query = "") => pageOf(`/shadowings/${shadowing}/versions/${number}${query}`)

  it("says what happened on both clocks, with the reason for whoever may read it", async () => {
    const paused = await version(3)
    expect(paused).toContain("version 3 of 5 Shadowing paused")
    expect(paused).toContain("When it happened 25 March 2016 When it was recorded 29 March 2016 at 09:00")
    expect(paused).toMatch(/Reason [^.]*hospital/i)
    expect(await version(5)).toContain("When it happened 8 April 2016, recorded at 09:00")
  })

  it("says only what changed, and leads to its neighbours", async () => {
    const signedOff = await version(5)
    expect(signedOff).toMatch(/Fact Before After .*Status Running Signed off/)
    expect(signedOff).toContain("Sign off, on Not recorded 8 April 2016")
    expect(signedOff).not.toContain("Shadower")
    expect(signedOff).toContain("Previous version : Version 4: Shadowing resumed")
    expect(signedOff).not.toContain("Next version")
    expect(await version(1)).not.toContain("Previous version")
  })

  it("compares any two, and any with the beginning", async () => {
    // From the start to the sign-off; what is paused in between is over
    expect(await version(5, "?compare=2")).toMatch(
      /Status Running Signed off .*Pauses 1, from Not recorded 25 March 2016/
    )
    // Whichever of the two the page is of, the earlier one stands before the later
    const back = await version(2, "?compare=5")
    expect(back).toContain("What changed from version 2 to version 5")
    expect(back).toContain("Status Running Signed off")
    expect(await version(1, "?compare=0")).toContain("Status Not recorded Planned")
    expect(await version(1, "?compare=1")).toContain("No fact of the record changed")
  })

  it("says the rules with facts, limits and sources, and that the law decides so again", async () => {
    const signedOff = await version(5)
    expect(signedOff).toContain(
      "Met A new worker must shadow an experienced one for at least two weeks Facts: counted: 14;"
    )
    expect(signedOff).toContain(
      "Limits: days: 14 (of the source) SHADOW-1 , Peer social support training pilot, S3:699-701"
    )
    expect(signedOff).toContain("Decided again from the log alone, with the law 0.1.0: the same outcome")
  })

  it("says what was read for it, each with the newest entry, and where there was none", async () => {
    const signedOff = await version(5)
    expect(signedOff).toContain("Shadowing of Example, Pat 4 Shadowing resumed, 29 March 2016")
    expect(signedOff).toContain("It also looked for entries where there were none:")
  })

  it("shows the event as it is stored, with the hash of its leaf", async () => {
    const feed = await app.ask("/api/events?type=ShadowingSignedOff", {
      headers: { authorization: "Bearer demo-auditor", accept: "application/x-ndjson" }
    })
    const hash = leafHash(feed.text.trimEnd()).toString("base64")
    expect((await coordinator.get(`/shadowings/${shadowing}/versions/5`)).text).toContain(hash)
  })

  it.each(["6", "0", "first", "5?compare=9", "5?compare=x"])("is not there under %s", async (which) => {
    expect((await coordinator.get(`/shadowings/${shadowing}/versions/${which}`)).status).toBe(404)
  })
})

describe("a moment", () => {
  const moment = (query: string) => pageOf(`/shadowings/${shadowing}/versions${query}`)

  it("is told as it was known, with what became known since", async () => {
    // Told on 29 March: on 28 March it was paused since the 25th, and nobody had written it down
    const late = await moment("?asAt=2016-03-28&knownAt=2016-03-28")
    expect(late).toContain("How it stood, as at 28 March 2016, as known on 28 March 2016 at 23:59")
    expect(late).toContain("Days that count 7")
    expect(late).toContain("Status Running Paused")
    expect(late).toContain("What is known of 28 March 2016 otherwise now")
    expect(late).toMatch(/Days that count 7 4 Position \d+: Shadowing paused/)
  })

  it("says of which day nothing is known otherwise, and leads to what was recorded later", async () => {
    const known = await moment("?knownAt=2016-03-22")
    expect(known).toContain("For 22 March 2016, nothing that is known now is otherwise")
    expect(known).toMatch(/What was recorded of it later .*Version 5: Shadowing signed off , 8 April 2016, recorded at/)
    // By the day alone everything that is known now was asked about
    expect(await moment("?asAt=2016-03-22")).not.toMatch(/otherwise|recorded of it later/)
  })

  it("stands for the same day by a position as by the day on which that was recorded", async () => {
    const feed = await app.ask("/api/events", { headers: { authorization: "Bearer demo-auditor" } })
    const events = JSON.parse(feed.text) as ReadonlyArray<
      { readonly id: string; readonly data: { readonly type: string } }
    >
    const at = events.findIndex(({ data }) => data.type === "ShadowingPaused")
    const [paused, read] = [
      await moment(`?position=${at + 1}`),
      await app.ask(`/api/shadowings/${shadowing}?position=${at + 1}`, {
        headers: { authorization: "Bearer demo-auditor" }
      })
    ]
    expect(read.body["counted"]).toBe(4)
    expect(paused).toContain("Days that count 4")
  })

  it("before anything was known says so; one that cannot be read says what would be right", async () => {
    expect(await moment("?knownAt=2016-03-01")).toContain("Nothing was known of it")
    expect(await moment("?asAt=&knownAt=")).not.toContain("How it stood")
    const wrong = await coordinator.get(`/shadowings/${shadowing}/versions?asAt=yesterday`)
    expect([wrong.status, textOf(wrong.text)]).toEqual([400, expect.stringContaining("must be a real date")])
  })
})

describe("every record that can be seen leads to its versions", () => {
  it("with the moment that its page was asked about", async () => {
    for (
      const [path, query] of [[`/shadowings/${shadowing}`, "asAt=2016-03-28"], [
        `/workers/${worker.person}`,
        "position=9"
      ]]
    ) {
      const { headers, status } = await coordinator.get(`${path}?${query}`)
      expect([status, headers.get("location")]).toEqual([303, `${path}/versions?${query}`])
      expect(await pageOf(`${path}/versions?${query}`)).toContain("How it stood")
    }
    expect((await coordinator.get(`/shadowings/${shadowing}?asAt=never`)).headers.get("location")).toContain(
      "asAt=never"
    )
  })

  it("and from a version to its receipt", async () => {
    const { text } = await coordinator.get(`/shadowings/${shadowing}/versions/5`)
    const [, receipt = ""] = /href="(\/receipts\/[^"]+)"/.exec(text) ?? []
    const printed = await coordinator.get(receipt)
    // Whatever is printed is open on the page
    expect(textOf(printed.text)).toContain('The event, byte for byte {"actor"')
    expect(printed.text).not.toContain("<details")
    const commissioner = await visit(app, "commissioner")
    expect((await commissioner.get(`/schemes/${scheme.scheme}/versions/1`)).text).not.toContain("/receipts/")
  })

  it.each<[string, () => string, string]>([
    ["a shadowing", () => `/shadowings/${shadowing}`, "/versions/5"],
    ["a worker's history", () => `/workers/${worker.person}/history`, "/appointments/"],
    ["a scheme", () => `/schemes/${scheme.scheme}`, "/versions/1"],
    ["the staff", () => "/staff", "/versions"],
    ["non-associations", () => "/non-associations", "/versions"]
  ])("from %s", async (_, path, href) => {
    const { text } = await coordinator.get(path())
    const links = [...text.matchAll(/href="([^"]+\/versions[^"]*)"/g)].map(([, link = ""]) => link)
    expect(links.filter((link) => link.includes(href)).length).toBeGreaterThan(0)
    for (const link of links.slice(0, 5)) expect((await coordinator.get(link)).status).toBe(200)
  })
})

describe("what somebody may not see elsewhere", () => {
  it("an auditor sees the record by its opaque id, without name, number or reason", async () => {
    const auditor = await visit(app, "auditor")
    const paused = await pageOf(`/shadowings/${shadowing}/versions/3`, auditor)
    expect(paused).toContain("Shadowing of Person")
    expect(paused).not.toMatch(/Example, Pat|hospital/i)
  })

  it("a commissioner sees no record of a single person, and the versions of a scheme", async () => {
    const commissioner = await visit(app, "commissioner")
    expect((await commissioner.get(`/shadowings/${shadowing}/versions/3`)).status).toBe(403)
    expect((await commissioner.get(`/schemes/${scheme.scheme}/versions/3`)).status).toBe(200)
  })

  it("healthcare learns nothing of two who are kept apart", async () => {
    const healthcare = await visit(app, "healthcare")
    expect((await healthcare.get(`/non-associations/${apart}/versions/1`)).status).toBe(403)
    const signedOff = await pageOf(`/shadowings/${shadowing}/versions/5`, healthcare)
    expect(signedOff).not.toMatch(/Non-association/)
    expect(await pageOf(`/shadowings/${shadowing}/versions/5`)).toContain("Non-associations of")
  })

  it("of an escalation a coordinator sees that it happened, an officer who did not raise it nothing", async () => {
    const path = `/escalations/${escalation}/versions/1`
    const raiser = await visit(app, "officer")
    expect(await pageOf(path, raiser)).toContain("Facts that changed Fact Before After")
    const summary = await pageOf(path)
    expect(summary).toContain("What it is about is not shown to you")
    expect(summary).not.toMatch(/Example, Pat|felt watched|As it is stored|Facts:/)
    expect((await coordinator.get(`/escalations/${randomUUID()}/versions/1`)).status).toBe(404)
    const commissioner = await visit(app, "commissioner")
    expect((await commissioner.get(path)).status).toBe(403)
  })
})
