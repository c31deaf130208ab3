/**
 * Proves over HTTP that many who want the same thing at once get one effect and an answer each, never a bare conflict;
 * that many who want different things do not disturb each other; and that a command sent again has no second effect.
 */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { RunningApp } from "./RunningApp.ts"
import { remove, start, temporaryFolder } from "./RunningApp.ts"
import { done, mentorServes, newPrisonNumber, personArrives, schemeRuns, shadows, workerTrains } from "./SchemeStory.ts"
import type { RunningScheme } from "./SchemeStory.ts"

let app: RunningApp
let folder: string
let scheme: RunningScheme

beforeAll(async () => {
  folder = await temporaryFolder()
  app = await start(folder, "2016-02-01T09:00")
  scheme = await schemeRuns(app, "2016-02-01")
}, 60_000)

afterAll(async () => {
  await app.stop()
  await remove(folder)
})

const sixtyFour = Array.from({ length: 64 }, (_, index) => index)

describe("sixty-four at once", () => {
  it("activate the same worker: one does, the others are told since when and by whom", async () => {
    const mentor = await mentorServes(app, scheme, "2016-02-01")
    const worker = await workerTrains(app, scheme, "2016-02-01")
    const shadowing = await shadows(app, worker.appointment, mentor.person, "2016-02-01")
    await app.moveTo("2016-02-15T09:12")
    await done(app, "SignOffShadowing", { shadowing, on: "2016-02-15" })
    const body = {
      appointment: worker.appointment,
      supervisor: scheme.staff,
      firstSupervisionOn: "2016-02-22",
      identityItemOffered: true,
      on: "2016-02-15"
    }
    const answers = await Promise.all(
      sixtyFour.map((index) => app.give("ActivateAppointment", body, index % 2 === 0 ? "coordinator" : "officer"))
    )
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
    const others = answers.filter((answer) => answer.status !== 201)
    expect(new Set(others.map((answer) => answer.status))).toEqual(new Set([409]))
    for (const { body: told } of others) {
      expect(told.detail).toMatch(
        /^The appointment is already active since 09:12 on 15 February 2016, by .+ \((coordinator|officer)\)$/
      )
      expect(told.moment).toMatchObject({ state: "Active" })
    }
  }, 30_000)

  it("open an appointment for the same person in the same role: one does, the others are told the rule", async () => {
    const person = await personArrives(app, "2016-02-01")
    const { roleProfile, scheme: of } = scheme
    const answers = await Promise.all(sixtyFour.map(() =>
      app.give("ProposeAppointment", {
        appointment: randomUUID(),
        person,
        scheme: of,
        roleProfile,
        source: "STAFF",
        on: "2016-02-15"
      })
    ))
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
    const others = answers.filter((answer) => answer.status !== 201)
    expect(new Set(others.map((answer) => answer.status))).toEqual(new Set([422]))
    for (const { body } of others) {
      expect(body.breaches?.map((breach) => breach.rule)).toEqual(["APPOINTMENT-1"])
      expect(body.detail).toBe("The person already has an open appointment in this role. Use that one, or end it first")
    }
  }, 30_000)

  it("register different people: all do", async () => {
    const answers = await Promise.all(sixtyFour.map(() =>
      app.give("RegisterPerson", {
        person: randomUUID(),
        prisonNumber: newPrisonNumber(),
        familyName: "Example",
        givenName: "Pat",
        establishment: "ZZI",
        on: "2016-02-15"
      })
    ))
    expect(answers.map((answer) => answer.status)).toEqual(sixtyFour.map(() => 201))
  }, 30_000)

  it("register the same prison number: one does, the others are told that it is taken", async () => {
    const prisonNumber = newPrisonNumber()
    const answers = await Promise.all(sixtyFour.map(() =>
      app.give("RegisterPerson", {
        person: randomUUID(),
        prisonNumber,
        familyName: "Example",
        givenName: "Pat",
        establishment: "ZZI",
        on: "2016-02-15"
      })
    ))
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 422)).toHaveLength(63)
  }, 30_000)
})

describe("the same command", () => {
  const registration = () => ({
    person: randomUUID(),
    prisonNumber: newPrisonNumber(),
    familyName: "Example",
    givenName: "Pat",
    establishment: "ZZI",
    on: "2016-02-15"
  })

  it("sent sixteen times at once has one effect and one answer", async () => {
    const [id, body] = [randomUUID(), registration()]
    const answers = await Promise.all(Array.from({ length: 16 }, () => app.give("RegisterPerson", body, "officer", id)))
    expect(answers.every((answer) => answer.status === 200 || answer.status === 201)).toBe(true)
    const receipts = answers.map(({ body: { receipt } }) => `${receipt?.first} to ${receipt?.last}`)
    expect(new Set(receipts).size).toBe(1)
    expect(await app.lines(`tag=person:${body.person}`)).toHaveLength(1)
  })

  it("sent again later gets the first receipt, and another command under its id is refused", async () => {
    const [id, body] = [randomUUID(), registration()]
    const first = await app.give("RegisterPerson", body, "officer", id)
    const again = await app.give("RegisterPerson", body, "officer", id)
    expect(again.body.receipt).toEqual({ ...first.body.receipt, duplicate: true })
    const other = await app.give("RegisterPerson", { ...body, givenName: "Sam" }, "officer", id)
    expect(other.status).toBe(422)
    expect(other.body.detail).toMatch(/first used/)
    const receipt = await app.get(`/api/receipts/${id}`)
    expect(receipt.status).toBe(200)
  })

  it("needs an id of its own: a UUID", async () => {
    const answer = await app.give("RegisterPerson", registration(), "officer", "not-an-id")
    expect(answer.status).toBe(400)
    expect(answer.body.detail).toMatch(/Idempotency-Key/)
  })
})
