/**
 * Escalations over the late summer bank holiday of 2017, over the night on which clocks go back, and over Christmas,
 * over HTTP, with other people in the posts than in `EscalationInTime`.
 *
 * Work is from 08:00 until 16:30. Friday 25 August 2017 is a working day, Monday 28 a bank holiday, Tuesday 29 the next
 * working day; it is summer, so 16:30 is 15:30 in UTC. Clocks go back on Sunday 29 October. Monday 25 and Tuesday
 * 26 December are bank holidays. For the same day means within 240 minutes, routine within 2 working days.
 */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { demoPersonIn } from "../signin/DemoPeople.ts"
import { httpStory } from "../testing/HttpStory.ts"
import type { HttpStory } from "../testing/HttpStory.ts"
import type { Role } from "./RunningApp.ts"
import { schemeRuns } from "./SchemeStory.ts"

const idOf = (role: Role): string => demoPersonIn(role)?.id ?? ""
const [kay, olu, hana, sam] = [idOf("coordinator"), idOf("officer"), idOf("healthcare"), idOf("safeguarding")]
const dot = randomUUID()
const since = "2017-01-09"

let story: HttpStory
let scheme = ""
let route = ""

const raised = async (more: object, as: Role): Promise<string> => {
  const escalation = randomUUID()
  await story.done("RaiseEscalation", { escalation, scheme, category: "HEALTH", basis: "AGREED", ...more }, as)
  return escalation
}

const read = (escalation: string, more = "") => story.read(`/api/escalations/${escalation}${more}`, "coordinator")

beforeAll(async () => {
  story = await httpStory("2017-08-25T07:00:00.000Z")
  ;({ scheme } = await schemeRuns(story, since))
  for (const staff of [kay, olu, hana, sam, dot]) {
    await story.done("RegisterStaff", { staff, name: "Somebody Example", establishment: "ZZI", on: since })
  }
  route = randomUUID()
  await story.done("OpenRoutes", { route, establishment: "ZZI", jurisdiction: "ENGLAND", on: since })
  await story.done("DecideRouteHours", { route, opensAt: "08:00", closesAt: "16:30", decidedBy: kay, on: since })
  const posts = [
    ["HEALTHCARE", hana, olu],
    ["SAFER_CUSTODY", sam, hana],
    ["NOMINATED_MANAGER", kay, sam],
    ["ORDERLY_OFFICER", dot],
    ["DUTY_GOVERNOR", kay]
  ] as const
  for (const [post, holder, cover] of posts) {
    await story.done("FillRoutePost", { route, post, holder, ...(cover === undefined ? {} : { cover }), on: since })
  }
})

afterAll(() => story.stop())

describe("over the bank holiday", () => {
  let [before, after, night, rejected, alone] = ["", "", "", "", ""]

  it("what is rejected after hours goes past whoever rejected it, and is never without anybody", async () => {
    await story.moveTo("2017-08-25T15:45")
    rejected = await raised({ urgency: "SAME_DAY" }, "safeguarding")
    await story.done("HandOverEscalation", { escalation: rejected, receiver: hana }, "safeguarding")
    alone = await raised({ urgency: "SAME_DAY" }, "officer")
    await story.done("HandOverEscalation", { escalation: alone, receiver: hana }, "officer")
    await story.moveTo("2017-08-25T15:50")
    before = await raised({ urgency: "ROUTINE", at: "2017-08-25T15:50" }, "officer")
    // Olu covers for Hana and rejects it for both: neither is called for it, and Olu still sees what they rejected
    const byCover = await raised({ urgency: "SAME_DAY" }, "safeguarding")
    await story.done("HandOverEscalation", { escalation: byCover, receiver: hana }, "safeguarding")
    await story.done("RejectEscalationBack", { escalation: byCover, reason: "Not for us" }, "officer")
    for (const as of ["officer", "healthcare"] as const) {
      expect(await story.read(`/api/escalations/${byCover}`, as)).toMatchObject({ with: sam, isTheirs: false })
    }
    await story.moveTo("2017-08-25T17:05")
    // Sam passed it on and has gone home. Hana covers for Sam, and it is Hana who rejects it: so the orderly officer
    await story.done("RejectEscalationBack", { escalation: rejected, reason: "Not for us" }, "healthcare")
    expect(await read(rejected)).toMatchObject({
      status: "RejectedBack",
      with: dot,
      acknowledgeBy: expect.stringMatching(/^2017-08-25T18:45:/) as string
    })
    // Nobody covers for Olu, who passed this one on and has gone home too
    await story.done("RejectEscalationBack", { escalation: alone, reason: "Not for us" }, "healthcare")
    expect((await read(alone))["with"]).toBe(dot)
    expect((await story.read(`/api/escalations/${alone}`, "healthcare"))["isTheirs"]).toBe(false)
    after = await raised({ urgency: "ROUTINE", at: "2017-08-25T16:45" }, "officer")
  })

  it("counts working days only, from the day on which somebody could read it", async () => {
    // Before work ends on Friday 25: Tuesday 29 and Wednesday 30. After it: counted on Tuesday 29, so Thursday 31
    expect((await read(before))["acknowledgeBy"]).toBe("2017-08-30T15:30:00.000Z")
    expect((await read(after))["acknowledgeBy"]).toBe("2017-08-31T15:30:00.000Z")
    await story.moveTo("2017-08-27T11:00")
    expect(await read(after)).toMatchObject({
      status: "Raised",
      ladder: { step: 0, calls: { as: "Receiver", staff: hana }, waitsUntil: "2017-08-29T07:00:00.000Z" }
    })
  })

  it("calls the orderly officer on the bank holiday, and then the duty governor, by the minute", async () => {
    await story.moveTo("2017-08-27T23:55")
    night = await raised({ urgency: "SAME_DAY", at: "2017-08-27T23:50" }, "officer")
    // 23:50 in summer is 22:50 in UTC; 240 minutes later it is 02:50, on Monday
    expect(await read(night)).toMatchObject({
      acknowledgeBy: "2017-08-28T02:50:00.000Z",
      ladder: { step: 0, calls: { as: "ORDERLY_OFFICER", staff: dot } }
    })
    await story.moveTo("2017-08-28T03:49")
    expect((await read(night))["status"]).toBe("Raised")
    await story.moveTo("2017-08-28T03:51")
    expect(await read(night)).toMatchObject({
      status: "AcknowledgementOverdue",
      ladder: { step: 1, calls: { as: "DUTY_GOVERNOR", staff: kay }, nextAt: null }
    })
    // On Tuesday at work it goes the way of the day again: Hana, who covers for her, the duty governor
    await story.moveTo("2017-08-29T08:00")
    const { ladder } = await read(night)
    expect(ladder).toMatchObject({
      rungs: [{ as: "Receiver", staff: hana }, { as: "Cover", staff: olu }, { as: "DUTY_GOVERNOR", staff: kay }]
    })
    await story.done("AcknowledgeEscalation", { escalation: night }, "officer")
    expect((await read(night))["ladder"]).toBeNull()
  })

  it("climbs in working days once it is overdue, and a look back says what was the case", async () => {
    await story.moveTo("2017-08-31T16:31")
    expect(await read(after)).toMatchObject({
      status: "AcknowledgementOverdue",
      ladder: { step: 1, calls: { as: "Cover", staff: olu } }
    })
    // Step 2 after 2 more working days, once work has ended on the second: Friday 1 and Monday 4 September
    await story.moveTo("2017-09-03T12:00")
    expect((await read(after))["ladder"]).toMatchObject({ step: 1, nextAt: "2017-09-04T15:30:00.000Z" })
    await story.moveTo("2017-09-04T16:29")
    expect((await read(after))["ladder"]).toMatchObject({ step: 1, calls: { as: "Cover", staff: olu } })
    await story.moveTo("2017-09-04T16:30")
    expect((await read(after))["ladder"]).toMatchObject({ step: 2, calls: { as: "DUTY_GOVERNOR", staff: kay } })
    expect((await read(after, "?asAt=2017-08-31"))["status"]).toBe("AcknowledgementOverdue")
    expect((await read(after, "?asAt=2017-08-30"))["status"]).toBe("Raised")
    // Recorded later than it was raised: by 16:59 on that Friday nobody had recorded it
    const known = await story.app.ask(`/api/escalations/${after}?knownAt=2017-08-25T15:59:00.000Z`, {
      headers: { authorization: "Bearer demo-coordinator" }
    })
    expect(known.status).toBe(404)
  })
})

describe("over a day on which the system was down", () => {
  it("what was acknowledged on paper while the system was down was acknowledged in time", async () => {
    await story.moveTo("2017-09-12T09:00")
    const escalation = await raised({ urgency: "SAME_DAY", at: "2017-09-12T09:00" }, "officer")
    // The system went down at 10:00 and is back on the next morning. Hana took it on at 11:00; it was due at 13:00
    await story.moveTo("2017-09-13T08:59")
    const known = await read(escalation)
    expect(known["status"]).toBe("AcknowledgementOverdue")
    await story.done("AcknowledgeEscalation", { escalation, at: "2017-09-12T11:00" }, "healthcare")
    expect((await read(escalation, "?asAt=2017-09-12"))["status"]).toBe("Acknowledged")
    expect((await read(escalation))["ladder"]).toBeNull()
    // What was known before it was recorded is what it was
    expect(await read(escalation, "?knownAt=2017-09-13T07:59:00.000Z")).toMatchObject({
      status: "AcknowledgementOverdue",
      with: known["with"]
    })
  })
})

describe("over other days off", () => {
  it("four hours are four hours in the night that has an hour twice", async () => {
    await story.moveTo("2017-10-28T23:30")
    const escalation = await raised({ urgency: "SAME_DAY" }, "officer")
    // 23:30 in summer is 22:30 in UTC; four hours later it is 02:30 in UTC, and 02:30 in winter
    expect((await read(escalation))["acknowledgeBy"]).toMatch(/^2017-10-29T02:30:/)
  })

  it("what comes in before Christmas is due after it", async () => {
    await story.moveTo("2017-12-22T12:00")
    const escalation = await raised({ urgency: "ROUTINE" }, "officer")
    // 25 and 26 December are bank holidays: Wednesday 27 and Thursday 28 count
    expect((await read(escalation))["acknowledgeBy"]).toBe("2017-12-28T16:30:00.000Z")
  })
})
