/**
 * Prison numbers merged while somebody shadows, over HTTP, in the autumn of 2017: the new worker's, the mentor's, and
 * both into one. Clocks go back on Sunday 29 October 2017; two weeks from Monday 16 October end before Monday 30.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { httpStory } from "../testing/HttpStory.ts"
import type { HttpStory } from "../testing/HttpStory.ts"
import { mentorServes, personArrives, schemeRuns, shadows, workerTrains } from "./SchemeStory.ts"
import type { RunningScheme } from "./SchemeStory.ts"

let story: HttpStory
let scheme: RunningScheme

interface Pair {
  readonly worker: { readonly person: string; readonly appointment: string }
  readonly mentor: { readonly person: string; readonly appointment: string }
  readonly shadowing: string
}

const pairs = new Map<string, Pair>()
const pairOf = (name: string): Pair => {
  const pair = pairs.get(name)
  if (pair === undefined) throw new Error(`Nobody shadows in the story of ${name}`)
  return pair
}
const reason = "The office of the prison says so"

const beside = async (name: string): Promise<void> => {
  const worker = await workerTrains(story, scheme, "2017-10-02")
  const mentor = await mentorServes(story, scheme, "2017-10-02")
  const shadowing = await shadows(story, worker.appointment, mentor.person, "2017-10-16")
  pairs.set(name, { worker, mentor, shadowing })
}

const daysOf = async ({ shadowing }: Pair, more = "") => {
  const { counted, earliestSignOff, signOffHolds } = await story.read(`/api/shadowings/${shadowing}${more}`)
  return [counted, earliestSignOff, signOffHolds]
}

const merge = (person: string, into: string, on: string) => story.done("MergePeople", { person, into, on, reason })

const signOff = ({ shadowing }: Pair, on: string) => story.done("SignOffShadowing", { shadowing, on })

const activation = ({ worker }: Pair, on: string) => ({
  appointment: worker.appointment,
  supervisor: scheme.staff,
  firstSupervisionOn: "2017-11-20",
  identityItemOffered: true,
  on
})

beforeAll(async () => {
  story = await httpStory("2017-10-16T08:00:00.000Z")
  scheme = await schemeRuns(story, "2017-09-04")
  for (const name of ["shadower", "duplicate", "mentor", "both", "late", "chain"]) await beside(name)
})

afterAll(() => story.stop())

describe("the number of the new worker is merged into another", () => {
  it("and the days go on, but for those on which they were away under the other number", async () => {
    const pair = pairOf("shadower")
    const other = await personArrives(story, "2017-10-02")
    await story.moveTo("2017-10-23T09:00")
    await story.done("RecordTemporaryDeparture", { person: other, reason: "COURT", on: "2017-10-18" })
    await story.done("RecordReturn", { person: other, on: "2017-10-20" })
    // 16 to 22 October are 7 days; 23 to 29 October are 7 more, so 14 lie before Monday 30
    expect(await daysOf(pair)).toEqual([7, "2017-10-30", null])
    const before = (await story.read(`/api/shadowings/${pair.shadowing}`))["moment"] as { readonly position: number }
    await merge(pair.worker.person, other, "2017-10-23")
    // 16, 17, 20, 21 and 22 October are 5; 23 to 31 October are 9 more: 14 before Wednesday 1 November
    expect(await daysOf(pair)).toEqual([5, "2017-11-01", null])
    expect(await daysOf(pair, `?position=${before.position}`)).toEqual([7, "2017-10-30", null])
    for (const id of [pair.worker.person, other]) {
      const { appointments, isPerson } = await story.read(`/api/workers/${id}`)
      expect([isPerson, (appointments as ReadonlyArray<{ readonly id: string }>).map((one) => one.id)]).toEqual([
        other,
        [pair.worker.appointment]
      ])
    }
    await story.moveTo("2017-10-31T09:00")
    expect(await story.refused("SignOffShadowing", { shadowing: pair.shadowing, on: "2017-10-31" })).toEqual([
      "SHADOW-1: Shadowing lasts at least 14 days. Sign it off on or after 1 November 2017"
    ])
    await story.moveTo("2017-11-01T09:00")
    await signOff(pair, "2017-11-01")
  })
})

describe("the number of the new worker is merged into one with an appointment of its own", () => {
  const other = { person: "", appointment: "" }

  it("and where the other appointment stays, somebody says that the shadowing belongs to it, and no day is lost", async () => {
    const pair = pairOf("duplicate")
    Object.assign(other, await workerTrains(story, scheme, "2017-10-02"))
    await merge(other.person, pair.worker.person, "2017-11-01")
    expect(await daysOf(pair)).toEqual([16, "2017-10-30", null])
    expect((await story.waiting())["shadowings-of-duplicates"]).toBeUndefined()
    await story.done("EndDuplicateAppointment", {
      appointment: pair.worker.appointment,
      duplicateOf: other.appointment,
      on: "2017-10-25"
    })
    // 16 to 24 October are 9 days; on the appointment that ended there are no more
    expect(await daysOf(pair)).toEqual([9, null, null])
    const waiting = await story.waiting()
    expect(waiting).toMatchObject({
      "shadowings-of-duplicates": "1 shadowing belongs to an appointment that ended as a duplicate"
    })
    expect(waiting["shadowings-halted"]).toBeUndefined()
    await story.done("CorrectShadowingPerson", { shadowing: pair.shadowing, appointment: other.appointment, reason })
    expect(await daysOf(pair)).toEqual([16, "2017-10-30", null])
    expect((await story.waiting())["shadowings-of-duplicates"]).toBeUndefined()
  })

  it("also where it was signed off already, and is undone with the merge", async () => {
    const pair = pairOf("duplicate")
    await signOff(pair, "2017-10-30")
    const third = await workerTrains(story, scheme, "2017-10-02")
    await merge(third.person, pair.worker.person, "2017-11-01")
    await story.done("EndDuplicateAppointment", {
      appointment: other.appointment,
      duplicateOf: third.appointment,
      on: "2017-11-01"
    })
    expect(Object.keys(await story.waiting())).toContain("shadowings-of-duplicates")
    await story.done("UndoPeopleMerge", { person: third.person, on: "2017-11-01", reason })
    expect(Object.keys(await story.waiting())).not.toContain("shadowings-of-duplicates")
    await merge(third.person, pair.worker.person, "2017-11-01")
    await story.done("CorrectShadowingPerson", { shadowing: pair.shadowing, appointment: third.appointment, reason })
    await story.done("ActivateAppointment", { ...activation(pair, "2017-11-01"), appointment: third.appointment })
    expect(Object.keys(await story.waiting())).not.toContain("shadowings-of-duplicates")
  })
})

describe("the number of the mentor is merged into another", () => {
  it("and no day counts on which they had been transferred under the other number", async () => {
    await story.moveTo("2017-11-01T10:00")
    const pair = pairOf("mentor")
    const other = await personArrives(story, "2010-01-11")
    await story.done("RecordTransfer", { person: other, establishment: "ZZA", on: "2017-10-26" })
    expect(await daysOf(pair)).toEqual([16, "2017-10-30", null])
    await merge(pair.mentor.person, other, "2017-11-01")
    // 16 to 25 October are 10 days; nobody can say when the other 4 come
    expect(await daysOf(pair)).toEqual([10, null, null])
    expect(await story.waiting()).toMatchObject({ "shadowings-halted": "1 shadowing has come to a halt" })
    const next = await mentorServes(story, scheme, "2017-10-02")
    await story.done("ReplaceShadowMentor", {
      shadowing: pair.shadowing,
      mentor: next.person,
      on: "2017-10-30",
      reason: "The mentor had left"
    })
    // 10 days to 25 October, then 30 and 31 October, 1 and 2 November: 14 before Friday 3
    expect(await daysOf(pair)).toEqual([12, "2017-11-03", null])
  })
})

describe("both numbers are merged into one", () => {
  it("before the sign-off: nobody shadows themselves, and people decide what becomes of it", async () => {
    const pair = pairOf("both")
    const third = await personArrives(story, "2010-01-11")
    await merge(pair.worker.person, third, "2017-11-01")
    expect((await story.waiting())["roles-held-twice"]).toBeUndefined()
    const check = await story.app.ask("/api/check/MergePeople", {
      method: "POST",
      body: JSON.stringify({ person: pair.mentor.person, into: third, on: "2017-11-01", reason }),
      headers: { authorization: "Bearer demo-coordinator", "content-type": "application/json" }
    })
    const judged = check.body["judged"] as ReadonlyArray<{ readonly rule: string; readonly held: boolean }>
    expect(judged.filter(({ held }) => !held).map(({ rule }) => rule)).toEqual(["PERSON-4", "PERSON-5"])
    await merge(pair.mentor.person, third, "2017-11-01")
    expect(await daysOf(pair)).toEqual([0, null, null])
    expect(await story.waiting()).toMatchObject({
      "roles-held-twice": "2 appointments are held beside another in their role",
      "shadowings-with-themselves": "1 shadowing is of somebody with themselves"
    })
    expect(await story.refused("SignOffShadowing", { shadowing: pair.shadowing, on: "2017-11-01" })).toEqual([
      "SHADOW-1: Find an eligible mentor first; 14 more days are needed"
    ])
    await story.done("CancelShadowing", { shadowing: pair.shadowing, on: "2017-11-01", reason })
    await story.done("EndDuplicateAppointment", {
      appointment: pair.worker.appointment,
      duplicateOf: pair.mentor.appointment,
      on: "2017-11-01"
    })
    const waiting = await story.waiting()
    expect([waiting["roles-held-twice"], waiting["shadowings-with-themselves"]]).toEqual([undefined, undefined])
    const { appointments } = await story.read(`/api/workers/${pair.worker.person}`)
    expect((appointments as ReadonlyArray<{ readonly status: string }>).map(({ status }) => status).sort()).toEqual([
      "Active",
      "Ended"
    ])
  })

  it("after the sign-off: it no longer holds, nobody is appointed by it, and undone everything is as it was", async () => {
    const pair = pairOf("late")
    // The clock stands on 1 November; 30 October is the first day with 14 behind it
    await signOff(pair, "2017-10-30")
    // Nothing counts after the sign-off
    expect(await daysOf(pair)).toEqual([14, "2017-10-30", true])
    await merge(pair.mentor.person, pair.worker.person, "2017-11-01")
    expect(await daysOf(pair)).toEqual([0, null, false])
    expect(await story.waiting()).toMatchObject({ "sign-offs-that-no-longer-hold": "1 sign-off no longer holds" })
    expect(await story.refused("ActivateAppointment", activation(pair, "2017-11-01"))).toEqual([
      "APPOINTMENT-10: The sign-off of the shadowing no longer holds. Decide about it first",
      "APPOINTMENT-1: The person already has an open appointment in this role. Use that one, or end it first"
    ])
    await story.done("UndoPeopleMerge", { person: pair.mentor.person, on: "2017-11-01", reason })
    expect(await daysOf(pair)).toEqual([14, "2017-10-30", true])
    await story.done("ActivateAppointment", activation(pair, "2017-11-01"))
  })

  it("in two steps, and the first undone: the mentor is somebody else again, from the first day on", async () => {
    const pair = pairOf("chain")
    const [second, third] = [await personArrives(story, "2010-01-11"), await personArrives(story, "2010-01-11")]
    await merge(pair.mentor.person, second, "2017-11-01")
    await merge(second, third, "2017-11-01")
    expect((await daysOf(pair))[1]).toBe("2017-10-30")
    await merge(pair.worker.person, third, "2017-11-01")
    expect(await daysOf(pair)).toEqual([0, null, null])
    await story.done("UndoPeopleMerge", { person: pair.mentor.person, on: "2017-11-01", reason })
    expect((await daysOf(pair))[1]).toBe("2017-10-30")
    await signOff(pair, "2017-10-30")
  })
})
