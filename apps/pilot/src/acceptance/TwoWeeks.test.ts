/**
 * Proves over HTTP that a new worker shadows for two whole weeks: across both changes of clocks, with pauses, replaced
 * mentors and facts found out late. Every first sign-off date is worked out by hand beside it.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Answer, RunningApp } from "./RunningApp.ts"
import { remove, start, temporaryFolder } from "./RunningApp.ts"
import { done, mentorServes, schemeRuns, shadows, workerTrains } from "./SchemeStory.ts"
import type { RunningScheme } from "./SchemeStory.ts"

let app: RunningApp
let folder: string
let scheme: RunningScheme

beforeAll(async () => {
  folder = await temporaryFolder()
  app = await start(folder, "2015-10-05T09:00")
  scheme = await schemeRuns(app, "2015-10-05")
}, 60_000)

afterAll(async () => {
  await app.stop()
  await remove(folder)
})

const signOff = (shadowing: string, on: string): Promise<Answer> => app.give("SignOffShadowing", { shadowing, on })

/** Refused with exactly the first date that will do, and with the words that core and page use. */
const expectTooEarly = (answer: Answer, earliest: string, said: string) => {
  expect(answer.status).toBe(422)
  expect(answer.headers.get("content-type")).toContain("application/problem+json")
  expect(answer.body.breaches).toEqual([
    expect.objectContaining({
      rule: "SHADOW-1",
      says: "A new worker must shadow an experienced one for at least two weeks",
      because: `Shadowing lasts at least 14 days. Sign it off on or after ${said}`,
      source: "Peer social support training pilot, S3:699-701",
      earliest
    })
  ])
}

describe("two weeks are fourteen whole local days", () => {
  it("from Monday 19 October 2015, over the night with 25 hours, the first sign-off is Monday 2 November", async () => {
    const mentor = await mentorServes(app, scheme, "2015-10-05")
    const worker = await workerTrains(app, scheme, "2015-10-05")
    await app.moveTo("2015-10-19T09:00")
    const shadowing = await shadows(app, worker.appointment, mentor.person, "2015-10-19")
    // 19 to 31 October are 13 days, 1 November is the 14th: all 14 lie before 2 November
    await app.moveTo("2015-11-01T23:59")
    expectTooEarly(await signOff(shadowing, "2015-11-01"), "2015-11-02", "2 November 2015")
    await app.moveTo("2015-11-02T09:00")
    expect((await signOff(shadowing, "2015-11-02")).status).toBe(201)
  })

  it("from Monday 21 March 2016, over the night with 23 hours, with pauses and other mentors", async () => {
    await app.moveTo("2016-03-14T09:00")
    const mentor = await mentorServes(app, scheme, "2016-03-14")
    const other = await mentorServes(app, scheme, "2016-03-14")
    const train = () => workerTrains(app, scheme, "2016-03-14")
    const [plain, pausing, late, replacing] = [await train(), await train(), await train(), await train()]

    await app.moveTo("2016-03-21T09:00")
    const uninterrupted = await shadows(app, plain.appointment, mentor.person, "2016-03-21")
    const paused = await shadows(app, pausing.appointment, mentor.person, "2016-03-21")
    const replaced = await shadows(app, replacing.appointment, mentor.person, "2016-03-21")
    await app.moveTo("2016-03-24T09:00")
    const lockedDown = await shadows(app, late.appointment, other.person, "2016-03-24")

    await app.moveTo("2016-03-25T08:00")
    for (const shadowing of [paused, lockedDown]) {
      await done(app, "PauseShadowing", { shadowing, from: "2016-03-25", reason: "REGIME" })
    }
    // Paused with 4 days counted (21 to 24 March): 10 more, and no date yet
    const whilePaused = await signOff(paused, "2016-03-25")
    expect(whilePaused.body.breaches?.[0]?.because).toBe("Resume it first; 10 more days are needed")
    expect(whilePaused.body.breaches?.[0]?.earliest ?? null).toBeNull()

    await app.moveTo("2016-03-29T09:00")
    for (const shadowing of [paused, lockedDown]) await done(app, "ResumeShadowing", { shadowing, on: "2016-03-29" })
    await done(app, "ReplaceShadowMentor", {
      shadowing: replaced,
      mentor: other.person,
      on: "2016-03-29",
      reason: "The mentor works on another wing now"
    })

    await app.moveTo("2016-04-03T23:59")
    // 21 to 31 March are 11 days, 1 to 3 April three more: on 3 April 13 lie behind, on 4 April 14
    expectTooEarly(await signOff(uninterrupted, "2016-04-03"), "2016-04-04", "4 April 2016")
    expectTooEarly(await signOff(replaced, "2016-04-03"), "2016-04-04", "4 April 2016")
    // 4 days to 24 March, 29 to 31 March three, 1 to 7 April seven: 14 before 8 April
    expectTooEarly(await signOff(paused, "2016-04-03"), "2016-04-08", "8 April 2016")
    // 24 March one, 29 to 31 March three, 1 to 10 April ten: 14 before 11 April
    expectTooEarly(await signOff(lockedDown, "2016-04-03"), "2016-04-11", "11 April 2016")

    await app.moveTo("2016-04-04T09:00")
    expect((await signOff(uninterrupted, "2016-04-04")).status).toBe(201)

    await app.moveTo("2016-04-04T10:00")
    // The mentor turns out to have been suspended from 26 to 28 March: three days fewer for who shadowed them then
    await done(app, "SuspendAppointment", {
      appointment: mentor.appointment,
      from: "2016-03-26",
      until: "2016-03-29",
      reviewBy: "2016-04-08",
      paid: false,
      reason: "INVESTIGATION"
    })
    // 21 to 25 March five, 29 to 31 March three, 1 to 6 April six: 14 before 7 April
    expectTooEarly(await signOff(replaced, "2016-04-04"), "2016-04-07", "7 April 2016")
    const known = await app.get(`/api/shadowings/${uninterrupted}`)
    expect(known.body).toMatchObject({ status: "SignedOff", signOffHolds: false, counted: 11 })
    const before = await app.get(`/api/shadowings/${uninterrupted}?knownAt=2016-04-04T08:30:00.000Z`)
    expect(before.body).toMatchObject({ signOffHolds: true, counted: 14 })

    const activation = await app.give("ActivateAppointment", {
      appointment: plain.appointment,
      supervisor: scheme.staff,
      firstSupervisionOn: "2016-04-11",
      identityItemOffered: true,
      on: "2016-04-04"
    })
    expect(activation.status).toBe(422)
    expect(activation.body.breaches?.map(({ because, rule }) => [rule, because])).toEqual([
      ["APPOINTMENT-10", "The sign-off of the shadowing no longer holds. Decide about it first"]
    ])

    await done(app, "WithdrawShadowingSignOff", {
      shadowing: uninterrupted,
      on: "2016-04-04",
      reason: "The mentor was suspended"
    })
    await app.moveTo("2016-04-07T09:00")
    expect((await signOff(uninterrupted, "2016-04-07")).status).toBe(201)
    await app.moveTo("2016-04-08T09:00")
    expect((await signOff(paused, "2016-04-08")).status).toBe(201)
    await app.moveTo("2016-04-11T09:00")
    expect((await signOff(lockedDown, "2016-04-11")).status).toBe(201)
    const appointed = await app.give("ActivateAppointment", {
      appointment: late.appointment,
      supervisor: scheme.staff,
      firstSupervisionOn: "2016-04-18",
      identityItemOffered: true,
      on: "2016-04-11"
    })
    expect(appointed.status).toBe(201)
  }, 30_000)

  it("an activation with three rules broken shows three", async () => {
    const worker = await workerTrains(app, scheme, "2016-04-11")
    const answer = await app.give("ActivateAppointment", {
      appointment: worker.appointment,
      supervisor: scheme.staff,
      firstSupervisionOn: "2016-09-11",
      payBand: 2,
      identityItemOffered: true,
      on: "2016-04-11"
    })
    expect(answer.status).toBe(422)
    expect(answer.body.breaches?.map((breach) => breach.rule)).toEqual(["APPOINTMENT-10", "APPOINTMENT-11", "SCHEME-9"])
  })
})
