/**
 * Refreshers that come early, in time, within the grace and too late, over HTTP, at their exact days.
 *
 * The scheme decided twelve months, 28 days in which an early refresher loses nothing, and 14 days of grace. Whoever
 * completed on Monday 29 February 2016 is good until Tuesday 28 February 2017, is waited for until 14 March 2017, and is
 * restricted from 15 March 2017. Whoever completed on Saturday 28 May 2016 is good until Sunday 28 May 2017.
 */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { httpStory } from "../testing/HttpStory.ts"
import type { HttpStory } from "../testing/HttpStory.ts"
import { mentorServes, schemeRuns, workerTrains } from "./SchemeStory.ts"
import type { RunningScheme } from "./SchemeStory.ts"

let story: HttpStory
let scheme: RunningScheme
const workers: Record<string, string> = {}
const people: Record<string, string> = {}
const leapDay = ["early", "tooEarly", "lastDay", "inGrace", "late", "foundOut", "never"]

const refreshed = (who: string, on: string) =>
  story.done("RecordRefresher", { appointment: workers[who], evidence: "REGISTER", decidedBy: scheme.staff, on })

const until = async (who: string, more = "") => {
  const { validities } = await story.read(`/api/appointments/${workers[who]}${more}`)
  const [training] = (validities as ReadonlyArray<{ readonly requirement: string; readonly until: string }>)
    .filter(({ requirement }) => requirement === "Training")
  return training?.until
}

const on = async (who: string, day: string) =>
  (await story.read(`/api/appointments/${workers[who]}?asAt=${day}`))["status"]

beforeAll(async () => {
  story = await httpStory("2016-07-01T08:00:00.000Z")
  scheme = await schemeRuns(story, "2016-01-04")
  const more = {
    supervisionEveryDays: 365,
    supervisionGraceDays: 365,
    refresherEarlyDays: 28,
    refresherGraceDays: 14,
    firstReminderDays: 30
  }
  for (const [limit, value] of Object.entries(more)) {
    const decided = { scheme: scheme.scheme, limit, value, from: "2016-01-05", decidedBy: scheme.staff }
    await story.done("DecideSchemePolicy", { ...decided, on: "2016-01-05" })
  }
  for (const who of leapDay) {
    const { appointment, person } = await mentorServes(story, scheme, "2016-07-01", "2016-02-29")
    workers[who] = appointment
    people[who] = person
  }
  workers["sunday"] = (await mentorServes(story, scheme, "2016-07-01", "2016-05-28")).appointment
})

afterAll(() => story.stop())

describe("a refresher", () => {
  it("of twelve months after a leap day is due on the last of February", async () => {
    expect(await until("never")).toBe("2017-02-28")
    expect(await until("sunday")).toBe("2017-05-28")
  })

  it("loses no day when it is 28 days early, and counts from its own day when it is 29", async () => {
    await story.moveTo("2017-01-31T09:00")
    await refreshed("early", "2017-01-31")
    await refreshed("tooEarly", "2017-01-30")
    // 24 months after 29 February 2016, and 12 months after 30 January 2017
    expect([await until("early"), await until("tooEarly")]).toEqual(["2018-02-28", "2018-01-30"])
    // Whoever asks what we knew the day before is told what we knew
    expect(await until("early", "?knownAt=2017-01-30")).toBe("2017-02-28")
    expect(await story.waiting()).toMatchObject({ "running-out": "5 requirements run out soon" })
  })

  it("on the last day is in time, and on the last day of grace as well", async () => {
    await story.moveTo("2017-02-28T09:00")
    await refreshed("lastDay", "2017-02-28")
    expect(await until("lastDay")).toBe("2018-02-28")
    await story.moveTo("2017-03-14T09:00")
    expect(await story.waiting()).toMatchObject({ "refreshers-late": "4 refreshers are late" })
    await refreshed("inGrace", "2017-03-14")
    // Late: from its own day
    expect(await until("inGrace")).toBe("2018-03-14")
    expect([await on("inGrace", "2017-03-01"), await on("inGrace", "2017-03-14")]).toEqual(["Active", "Active"])
  })

  it("that is a day too late leaves that day restricted for ever", async () => {
    await story.moveTo("2017-03-15T09:00")
    expect([await on("late", "2017-03-14"), await on("late", "2017-03-15")]).toEqual(["Active", "Restricted"])
    expect((await story.waiting())["restricted"]).toBe("3 appointments are restricted")
    await story.moveTo("2017-03-16T09:00")
    await refreshed("late", "2017-03-16")
    expect([await on("late", "2017-03-15"), await on("late", "2017-03-16")]).toEqual(["Restricted", "Active"])
  })

  it("that is found out late was always there, and what was known then is still told", async () => {
    await story.moveTo("2017-04-03T09:00")
    const path = `/api/appointments/${workers["foundOut"]}?knownAt=2017-04-02`
    const before = await story.read(path)
    expect(before).toMatchObject({ status: "Restricted", since: "2017-03-15" })
    await refreshed("foundOut", "2017-03-10")
    expect([await on("foundOut", "2017-03-15"), await on("foundOut", "2017-04-03")]).toEqual(["Active", "Active"])
    expect(await story.read(path)).toEqual(before)
  })

  it("that was recorded in error is struck out, and the training lapses from its own day", async () => {
    const { refreshers } = await story.read(`/api/appointments/${workers["foundOut"]}`)
    const [entry] = refreshers as ReadonlyArray<{ readonly event: string }>
    await story.done("StrikeOutAppointmentEntry", {
      appointment: workers["foundOut"],
      entry: entry?.event,
      reason: "It was somebody else"
    })
    expect([await on("foundOut", "2017-03-14"), await on("foundOut", "2017-03-15")]).toEqual(["Active", "Restricted"])
  })

  it("that is due on a Sunday, with grace until a Sunday, restricts from the Monday though nobody looked", async () => {
    await story.moveTo("2017-06-20T09:00")
    // 28 May and 11 June 2017 are Sundays
    const days = ["2017-05-28", "2017-05-29", "2017-06-11", "2017-06-12"]
    expect(await Promise.all(days.map((day) => on("sunday", day)))).toEqual([
      "Active",
      "Active",
      "Active",
      "Restricted"
    ])
  })

  it("that never came leaves a mentor beside whom nobody begins; one who came late may be shadowed again", async () => {
    const { appointment } = await workerTrains(story, scheme, "2017-06-19")
    const planned = (mentor: string | undefined) => ({
      shadowing: randomUUID(),
      appointment,
      mentor,
      startOn: "2017-06-20",
      on: "2017-06-20"
    })
    expect(await story.refused("PlanShadowing", planned(people["never"]))).toEqual([
      "SHADOW-8: Something that the mentor's role asks for has lapsed or is missing. Have it renewed and record that, or choose " +
      "another mentor"
    ])
    await story.done("PlanShadowing", planned(people["late"]))
  })
})
