/**
 * Transfers away and back, over HTTP, in May 2017: of a new worker on the ninth day, of one who is back after two days,
 * of a mentor, of an active worker, and of one whose transfer becomes known after the sign-off.
 *
 * Shadowing starts on Monday 8 May 2017 and, where nothing interrupts it, can be signed off on Monday 22.
 */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { httpStory } from "../testing/HttpStory.ts"
import type { HttpStory } from "../testing/HttpStory.ts"
import { isSelected, mentorServes, schemeRuns, shadows, workerTrains } from "./SchemeStory.ts"
import type { RunningScheme } from "./SchemeStory.ts"

interface Worker {
  readonly person: string
  readonly appointment: string
}

let story: HttpStory
let scheme: RunningScheme
let mentor: Worker
let gone: Worker
let back: Worker
let late: Worker
let goneShadowing = ""
let backShadowing = ""
let lateShadowing = ""
const reason = "The reception of the prison says so"

const to = (person: string, establishment: string, on: string) =>
  story.done("RecordTransfer", { person, establishment, on })

const daysOf = async (shadowing: string, more = "") => {
  const { counted, earliestSignOff, signOffHolds } = await story.read(`/api/shadowings/${shadowing}${more}`)
  return [counted, earliestSignOff, signOffHolds]
}

const statusOf = async ({ appointment }: Worker, more = "") => {
  const { because, status } = await story.read(`/api/appointments/${appointment}${more}`)
  return [status, because]
}

const activation = ({ appointment }: Worker, on: string) => ({
  appointment,
  supervisor: scheme.staff,
  firstSupervisionOn: "2017-06-05",
  identityItemOffered: true,
  on
})

beforeAll(async () => {
  story = await httpStory("2017-05-08T08:00:00.000Z")
  scheme = await schemeRuns(story, "2017-03-06")
  mentor = await mentorServes(story, scheme, "2017-04-24")
  ;[gone, back, late] = [
    await workerTrains(story, scheme, "2017-04-24"),
    await workerTrains(story, scheme, "2017-04-24"),
    await workerTrains(story, scheme, "2017-04-24")
  ]
  goneShadowing = await shadows(story, gone.appointment, mentor.person, "2017-05-08")
  backShadowing = await shadows(story, back.appointment, mentor.person, "2017-05-08")
  lateShadowing = await shadows(story, late.appointment, mentor.person, "2017-05-08")
})

afterAll(() => story.stop())

describe("a new worker who is transferred on the ninth day", () => {
  it("has eight days, ends nothing by themselves, and waits on the page of today", async () => {
    await story.moveTo("2017-05-16T15:00")
    await to(gone.person, "ZZA", "2017-05-16")
    await to(back.person, "ZZA", "2017-05-16")
    // 8 to 15 May: the day of the transfer was not whole
    expect(await daysOf(goneShadowing)).toEqual([8, null, null])
    expect(await statusOf(gone)).toEqual(["Suspended", "They were transferred from the establishment"])
    expect(await story.waiting()).toMatchObject({
      "left-with-a-role": "2 workers left for good and hold a role",
      "shadowings-halted": "2 shadowings have come to a halt"
    })
    const { circumstances } = await story.read("/api/circumstances")
    expect((circumstances as ReadonlyArray<{ readonly person: string }>).filter(({ person }) => person === gone.person))
      .toMatchObject([{ kind: "Transferred", status: "New", on: "2017-05-16" }])
    expect(await story.refused("ActivateAppointment", activation(gone, "2017-05-16"))).toContain(
      "APPOINTMENT-10: The shadowing has not been signed off. Sign it off first"
    )
    await story.done("RecordShadowingTransferOut", { shadowing: goneShadowing, on: "2017-05-16" })
    expect(await story.read(`/api/shadowings/${goneShadowing}`)).toMatchObject({ status: "TransferredOut", counted: 8 })
    await story.done("EndAppointment", { appointment: gone.appointment, reason: "TRANSFERRED_OUT", on: "2017-05-16" })
  })

  it("begins anew when they come back, under another appointment, and nothing of the first is reopened by that", async () => {
    await story.moveTo("2017-05-24T09:00")
    await to(gone.person, "ZZI", "2017-05-22")
    expect(await statusOf(gone)).toEqual(["Ended", null])
    expect(await daysOf(goneShadowing)).toEqual([8, null, null])
    const appointment = randomUUID()
    const { roleProfile, staff } = scheme
    const on = "2017-05-24"
    const body = { appointment, person: gone.person, scheme: scheme.scheme, roleProfile, source: "WORD_OF_MOUTH" }
    // From 16 to 21 May they were not there
    expect(await story.refused("ApplyForAppointment", { ...body, on: "2017-05-21" })).toEqual([
      "PERSON-1: The person is not at the establishment on that day. Choose a day on which they are, or correct " +
      "their movements"
    ])
    await story.done("ApplyForAppointment", { ...body, on })
    await isSelected(story, appointment, "2018-01-24", on)
    const training = { appointment, template: "TEMPLATE_2", evidence: "REGISTER", decidedBy: staff, on }
    await story.done("RecordAppointmentTraining", training)
    const again = await shadows(story, appointment, mentor.person, on)
    // 24 May to 6 June are 14 days
    expect(await daysOf(again)).toEqual([0, "2017-06-07", null])
  })
})

describe("a new worker who is back after two days", () => {
  it("goes on in the same shadowing, and only the days away are lost", async () => {
    await to(back.person, "ZZI", "2017-05-18")
    // 8 to 15 May are 8 days, 18 to 23 May are 6: 14 before Wednesday 24
    expect(await daysOf(backShadowing)).toEqual([14, "2017-05-24", null])
    expect(await statusOf(back)).toEqual(["Shadowing", null])
    expect(await statusOf(back, "?asAt=2017-05-17")).toEqual([
      "Suspended",
      "They were transferred from the establishment"
    ])
    await story.done("SignOffShadowing", { shadowing: backShadowing, on: "2017-05-24" })
    await story.done("ActivateAppointment", activation(back, "2017-05-24"))
  })

  it("and whose transfer was recorded in error had never been away", async () => {
    const movements = (await story.read(`/api/people/${back.person}`))["movements"] as ReadonlyArray<{
      readonly event: string
    }>
    const [, out, home] = movements
    await story.done("VoidMovement", { person: back.person, movement: home?.event, reason })
    // Without the return they are still away, as far as anybody knows, and the sign-off has 8 days
    expect(await daysOf(backShadowing)).toEqual([8, null, false])
    expect(await statusOf(back)).toEqual(["Suspended", "They were transferred from the establishment"])
    await story.done("VoidMovement", { person: back.person, movement: out?.event, reason })
    expect(await statusOf(back)).toEqual(["Active", null])
    // 8 to 21 May: it was signed off later than it could have been, and holds
    expect(await daysOf(backShadowing)).toEqual([16, "2017-05-22", true])
  })
})

describe("a transfer that becomes known after the sign-off", () => {
  it("takes its days away; the sign-off is shown, withdrawn, and given again when the days were served", async () => {
    await story.done("SignOffShadowing", { shadowing: lateShadowing, on: "2017-05-22" })
    const { moment } = await story.read(`/api/shadowings/${lateShadowing}`)
    const before = `?position=${(moment as { readonly position: number }).position}`
    await to(late.person, "ZZA", "2017-05-19")
    await to(late.person, "ZZI", "2017-05-21")
    // 8 to 18 May are 11 days, 21 May is one more: 19 and 20 were away
    expect(await daysOf(lateShadowing)).toEqual([12, expect.any(String), false])
    expect(await daysOf(lateShadowing, before)).toEqual([14, "2017-05-22", true])
    expect(await story.waiting()).toMatchObject({ "sign-offs-that-no-longer-hold": "1 sign-off no longer holds" })
    expect(await story.refused("ActivateAppointment", activation(late, "2017-05-24"))).toEqual([
      "APPOINTMENT-10: The sign-off of the shadowing no longer holds. Decide about it first"
    ])
    await story.done("WithdrawShadowingSignOff", { shadowing: lateShadowing, on: "2017-05-24", reason })
    // Signed off, it did not run on 22 and 23 May. With 24 and 25 May there are 14 before Friday 26
    expect(await daysOf(lateShadowing)).toEqual([12, "2017-05-26", null])
    await story.moveTo("2017-05-26T09:00")
    await story.done("SignOffShadowing", { shadowing: lateShadowing, on: "2017-05-26" })
    await story.done("ActivateAppointment", activation(late, "2017-05-26"))
  })
})

describe("an active worker who is transferred and comes back", () => {
  it("is suspended meanwhile by being away, and stays suspended only where somebody decided it", async () => {
    await to(late.person, "ZZA", "2017-05-26")
    expect(await statusOf(late)).toEqual(["Suspended", "They were transferred from the establishment"])
    await story.done("SuspendAppointment", {
      appointment: late.appointment,
      from: "2017-05-26",
      reviewBy: "2017-06-09",
      paid: false,
      reason: "INVESTIGATION"
    })
    await story.moveTo("2017-05-30T09:00")
    await to(late.person, "ZZI", "2017-05-28")
    expect(await statusOf(late)).toEqual(["Suspended", "Suspended by decision"])
    await story.done("ReinstateAppointment", { appointment: late.appointment, on: "2017-05-30" })
    expect(await statusOf(late)).toEqual(["Active", null])
    await to(back.person, "ZZA", "2017-05-29")
    await to(back.person, "ZZI", "2017-05-30")
    expect(await statusOf(back)).toEqual(["Active", null])
    expect(await statusOf(back, "?asAt=2017-05-29")).toEqual([
      "Suspended",
      "They were transferred from the establishment"
    ])
  })

  it("as a mentor: no day counts while they are away, and those after it do", async () => {
    const worker = await workerTrains(story, scheme, "2017-05-24")
    const other = await mentorServes(story, scheme, "2017-04-24")
    const shadowing = await shadows(story, worker.appointment, other.person, "2017-05-24")
    await to(other.person, "ZZA", "2017-05-26")
    expect(await daysOf(shadowing)).toEqual([2, null, null])
    await to(other.person, "ZZI", "2017-05-29")
    // 24 and 25 May, then 12 more from 29 May until 9 June: 14 before Saturday 10
    expect(await daysOf(shadowing)).toEqual([3, "2017-06-10", null])
  })
})
