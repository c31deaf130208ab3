/**
 * Proves over HTTP that the documents' two programmes come out as they report them: the training pilot with its figures,
 * and the Wellbeing Reps with two contacts on each side; and that stories like them do, with other people and days.
 */
import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp } from "../testing/ServedApp.ts"
import type { RunningApp } from "./RunningApp.ts"
import { done, mentorServes, personArrives, schemeRuns } from "./SchemeStory.ts"

interface Step {
  readonly at: string
  readonly as: string
  readonly command: string
  readonly id: string
  readonly body: object
  readonly expect: "accepted" | "refused"
  readonly says?: string
}

const storyIn = (name: string): ReadonlyArray<Step> => {
  const file = new URL(`../../../../docs/examples/${name}/story.json`, import.meta.url)
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly steps: ReadonlyArray<Step> }).steps
}

const post = (app: ServedApp, path: string, body: object) =>
  app.ask(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { authorization: "Bearer demo-coordinator", "content-type": "application/json" }
  })

/** Gives every step on its day, and says which were answered otherwise than the story says. */
const tell = async (app: ServedApp, steps: ReadonlyArray<Step>): Promise<ReadonlyArray<string>> => {
  const surprises: Array<string> = []
  let day = ""
  for (const step of steps) {
    if (!step.at.startsWith(day) || day === "") await post(app, "/api/demo/clock", { to: step.at })
    day = step.at.slice(0, 10)
    const { body, status } = await app.give(step.command, step.body, { "idempotency-key": step.id }, step.as)
    const asSaid = step.expect === "accepted"
      ? status === 201
      : (status === 422 || status === 409) && String(body["detail"]).includes(step.says ?? "")
    if (!asSaid) surprises.push(`${step.at} ${step.command}: ${status} ${String(body["detail"])}`)
  }
  return surprises
}

const read = async (app: ServedApp, path: string, as = "coordinator") => {
  const { body } = await app.ask(path, { headers: { authorization: `Bearer demo-${as}` } })
  const { moment: _, ...rest } = body
  return rest
}

const pilot = "0c2b0000-0000-4000-8000-000000000001"
const programme = (app: ServedApp, day: string, as?: string) =>
  read(app, `/api/schemes/${pilot}/programme?asAt=${day}`, as)
const contacts = async (app: ServedApp, wing: string, day: string) => {
  const body = await read(app, `/api/directory?establishment=ZZW&wing=${wing}&asAt=${day}`)
  return (body["contacts"] as ReadonlyArray<{ readonly name: string }>).map(({ name }) => name).sort()
}

let app: ServedApp

beforeAll(async () => {
  app = await serveApp("2014-01-13T08:00:00.000Z")
}, 60_000)

afterAll(() => app.stop())

describe("the programmes of the documents", () => {
  it("the Wellbeing Reps: two men and two women, and neither side shows the other's", async () => {
    expect(await tell(app, storyIn("wellbeing-reps").filter(({ at }) => at < "2015"))).toEqual([])
    expect(await contacts(app, "MALE", "2014-03-26")).toEqual([])
    expect(await contacts(app, "MALE", "2014-03-27")).toEqual(["Alan Reed", "Brian Shaw"])
    expect(await contacts(app, "FEMALE", "2014-03-27")).toEqual(["Cora Thorn", "Dora Usher"])
    const page = async (path: string) =>
      (await app.ask(path, { headers: { authorization: "Bearer demo-auditor" } })).text
    const seen = await page("/api/directory?establishment=ZZW&wing=MALE")
    // An auditor sees that there are two, and no names
    expect([seen.match(/"appointment"/g)?.length, seen.includes("Reed")]).toEqual([2, false])
    const officer = await visit(app, "officer")
    const list = (await officer.get("/directory?establishment=ZZW&wing=FEMALE")).text
    expect(["Alan Reed", "Brian Shaw", "Cora Thorn", "Dora Usher"].map((name) => list.includes(name))).toEqual(
      [false, false, true, true]
    )
    const lists = (await officer.get("/directory")).text
    expect([lists.includes("wing=FEMALE"), lists.includes("wing=MALE"), lists.includes("Thorn")]).toEqual(
      [true, true, false]
    )
    const whole = await read(app, "/api/directory?establishment=ZZW")
    expect(whole["fields"]).toEqual([{ field: "wing", says: "is missing: say whose contacts" }])
    expect(
      (await app.ask("/api/directory?establishment=ZZW&wing=MALE", {
        headers: { authorization: "Bearer demo-commissioner" }
      })).status
    ).toBe(403)
  }, 60_000)

  it("like it, with others on other days: who is suspended, or moves over, stands on no list that is not theirs", async () => {
    const [alan, dora] = ["0c2c2000-0000-4000-8000-000000000001", "0c2c1000-0000-4000-8000-000000000004"]
    const dorasRole = "0c2c2000-0000-4000-8000-000000000004"
    await post(app, "/api/demo/clock", { to: "2014-06-02T09:00" })
    const suspended = await app.give("SuspendAppointment", {
      appointment: alan,
      from: "2014-06-02",
      reviewBy: "2014-06-16",
      paid: false,
      reason: "WELLBEING_RESPITE"
    })
    expect(suspended.status).toBe(201)
    expect((await app.give("RecordWingChange", { person: dora, wing: "MOTHER_AND_BABY", on: "2014-06-02" })).status)
      .toBe(201)
    expect(await contacts(app, "MALE", "2014-06-02")).toEqual(["Brian Shaw"])
    expect(await contacts(app, "FEMALE", "2014-06-02")).toEqual(["Cora Thorn"])
    expect(await contacts(app, "MOTHER_AND_BABY", "2014-06-02")).toEqual(["Dora Usher"])
    expect(await contacts(app, "FEMALE", "2014-06-01")).toEqual(["Cora Thorn", "Dora Usher"])
    // Bound to the side on which she goes on working, Dora stands there, wherever she lives
    const bound = await app.give("BindAppointmentToUnit", { appointment: dorasRole, unit: "FEMALE", on: "2014-06-02" })
    expect(bound.status).toBe(201)
    expect(await contacts(app, "FEMALE", "2014-06-02")).toEqual(["Cora Thorn", "Dora Usher"])
    expect(await contacts(app, "MOTHER_AND_BABY", "2014-06-02")).toEqual([])
  })

  it("the training pilot: 11 of 14 completed, 3 keep their credits, and nine sessions have somebody here", async () => {
    expect(await tell(app, storyIn("training-pilot"))).toEqual([])
    // 8 workers and 3 who wanted to be one; 3 with 1, 2 and 3 sessions; 11 / 14 = 78.6 per cent
    const figures = {
      people: 14,
      completed: 11,
      completedInRole: 8,
      completedAspiring: 3,
      notCompleted: 3,
      open: 0,
      sessionsKept: 6,
      completedPercent: 78.6
    }
    const { cohorts, ...whole } = await programme(app, "2016-03-24")
    expect(whole).toEqual({ ...figures, on: "2016-03-24" })
    expect(cohorts).toMatchObject([
      { startsOn: "2015-11-02", planned: { people: 5, completed: 5 }, adHoc: { people: 0 } },
      {
        startsOn: "2016-03-14",
        planned: { people: 6, completed: 6 },
        adHoc: { people: 3, completed: 0, sessionsKept: 6 }
      }
    ])
    expect(await programme(app, "2016-03-24", "commissioner")).toEqual({ ...figures, on: "2016-03-24" })
    expect(await programme(app, "2015-12-14")).toMatchObject({ people: 5, completed: 5, completedPercent: 100 })
    const page = async (role: string) => (await (await visit(app, role)).get(`/schemes/${pilot}/programme`)).text
    const [seen, paid] = [await page("coordinator"), await page("commissioner")]
    expect([seen, paid].map((text) => text.includes("11 of 14 people completed the training: 78.6 per cent"))).toEqual(
      [true, true]
    )
    expect([seen, paid].map((text) => text.includes("Cohort from 14 March 2016"))).toEqual([true, false])
    const covered = async (day: string) => {
      const { capable, demonstrated, gaps } = await read(app, `/api/schemes/${pilot}/coverage?asAt=${day}`)
      return [demonstrated, capable, gaps]
    }
    expect(await covered("2016-03-30")).toEqual([3, 7, ["OLDER_ADULTS"]])
    expect(await covered("2016-04-12")).toEqual([3, 8, ["OLDER_ADULTS"]])
    expect(await covered("2016-04-19")).toEqual([3, 9, []])
  }, 120_000)
})

const threeDays = [
  ["COURSE_INTRODUCTION", "PRINCIPLES", "OLDER_ADULTS"],
  ["COMMUNICATION", "RESILIENCE", "LOSS"],
  ["HAND_HYGIENE", "REFLECTION", "MOVING"]
]

describe("a programme like it, in another year with other people", () => {
  const story = { give: (command: string, body: object) => app.give(command, body) } as unknown as RunningApp
  const give = (command: string, body: object) => done(story, command, body)
  const [template, cohort, trainer] = [randomUUID(), randomUUID(), randomUUID()]
  const [whole, part, twice] = [randomUUID(), randomUUID(), randomUUID()]

  /** Everybody is in each session, but for one who leaves one early and one who comes to two. */
  const attendance = (session: string) => [
    { trainee: whole, outcome: "ATTENDED" },
    session === "LOSS" ? { trainee: part, outcome: "LEFT_EARLY", minutes: 30 } : { trainee: part, outcome: "ATTENDED" },
    ...(session === "HAND_HYGIENE" || session === "MOVING" ? [{ trainee: twice, outcome: "ATTENDED" }] : [])
  ]

  it(
    "over a bank holiday: one completes, one is short of an hour, one came twice; what is revoked counts no longer",
    async () => {
      await post(app, "/api/demo/clock", { to: "2017-05-26T09:00" })
      const running = await schemeRuns(story, "2017-01-09")
      const { scheme, staff } = running
      const sessions = threeDays.flat()
      await give("DecideSchemePolicy", {
        scheme,
        limit: "accreditationMonths",
        value: 24,
        from: "2017-01-09",
        decidedBy: staff,
        on: "2017-01-09"
      })
      await give("RegisterStaff", { staff: trainer, name: "Ines Example", establishment: "ZZI", on: "2017-01-09" })
      await give("RegisterTrainer", {
        trainer,
        professions: ["OCCUPATIONAL_THERAPIST"],
        affiliation: "OWN_STAFF",
        on: "2017-01-10"
      })
      for (const session of sessions) {
        await give("AccreditTrainer", {
          trainer,
          session,
          basis: "QUALIFIED",
          scheme,
          decidedBy: staff,
          on: "2017-01-10"
        })
      }
      await give("IntroduceTemplate", { template, scheme, published: "TEMPLATE_2", on: "2017-01-10" })
      await give("AdoptTemplateAsDefault", { template, decidedBy: staff, on: "2017-01-10" })
      const [first, second, third] = [await arrives(), await arrives(), await arrives()]
      // 26 May is a Friday and 29 May a bank holiday, so the days are 26, 30 and 31 May
      const days = ["2017-05-26", "2017-05-30", "2017-05-31"]
      await give("PlanCohort", {
        cohort,
        scheme,
        template,
        startsOn: days[0],
        endsOn: days[2],
        wings: ["D_WING"],
        least: 2,
        staffing: [{ staff: trainer, discipline: "OCCUPATIONAL_THERAPIST" }, { staff, discipline: "PRISON_OFFICER" }],
        on: "2017-05-08"
      })
      const worker = await mentorServes(story, running, "2017-05-09")
      await give("HoldCohortConsultation", {
        cohort,
        workers: [worker.person],
        outcome: "CHANGES_WANTED",
        on: "2017-05-09"
      })
      await give("ApproveCohort", {
        cohort,
        approvedBy: staff,
        roomReserved: true,
        timeProtected: true,
        on: "2017-05-10"
      })
      await give("OpenCohortEnrolment", { cohort, places: 2, on: "2017-05-10" })
      await give("EnrolTrainee", { training: whole, cohort, person: first, place: "FULL", on: "2017-05-11" })
      await give("EnrolTrainee", { training: part, cohort, person: second, place: "FULL", on: "2017-05-11" })
      for (const [index, day] of days.entries()) {
        for (const session of threeDays[index] ?? []) {
          const planned = { cohort, session, heldOn: day, minutes: 90, deliverers: [trainer], on: "2017-05-12" }
          await give("ScheduleTrainingSession", planned)
        }
      }
      await give("StartCohort", { cohort, on: days[0] })
      for (const [index, day] of days.entries()) {
        await post(app, "/api/demo/clock", { to: `${day}T16:00` })
        if (index === 2) {
          await give("EnrolTrainee", {
            training: twice,
            cohort,
            person: third,
            place: "AD_HOC",
            on: day
          })
        }
        for (const session of threeDays[index] ?? []) {
          const held = { cohort, session, minutes: 90, deliverers: [trainer], observers: [staff], on: day }
          await give("DeliverTrainingSession", { ...held, timeProtected: true })
          await give("RecordSessionAttendance", { cohort, session, attendance: attendance(session) })
        }
      }
      const early = await app.give("DecideTrainingCompletion", { training: part, decidedBy: staff, on: "2017-05-31" })
      expect(early.body["detail"]).toBe("60 minutes are missing of Working with Loss. Have them made up")
      await give("DecideTrainingCompletion", { training: whole, decidedBy: staff, on: "2017-05-31" })
      for (const training of [part, twice]) {
        await give("CloseTrainingIncomplete", { training, on: "2017-05-31", reason: "Released soon" })
      }
      const figures = async (query: string) => {
        const { cohorts: _, on: __, ...rest } = await read(app, `/api/schemes/${scheme}/programme?${query}`)
        return rest
      }
      // 1 of 3 is 33.3 per cent; eight sessions and two are kept; nobody was in the role before
      const before = {
        people: 3,
        completed: 1,
        completedInRole: 0,
        completedAspiring: 1,
        open: 0,
        notCompleted: 2,
        sessionsKept: 10,
        completedPercent: 33.3
      }
      expect(await figures("")).toEqual(before)

      await post(app, "/api/demo/clock", { to: "2017-06-05T09:00" })
      await give("RevokeTrainingCompletion", {
        training: whole,
        decidedBy: staff,
        agreedBy: trainer,
        on: "2017-06-05",
        reason: "The register was another course's"
      })
      expect(await figures("")).toEqual({ ...before, completed: 0, completedAspiring: 0, open: 1, completedPercent: 0 })
      expect(await figures("knownAt=2017-05-31")).toEqual(before)
    },
    60_000
  )

  const arrives = (): Promise<string> => personArrives(story, "2017-02-06")
})
