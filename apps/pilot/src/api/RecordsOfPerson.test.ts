/**
 * Proves that what is asked about a person is answered from every number under which they were recorded: after a merge,
 * after a booking was moved, and as it was known before.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { mentorServes, personArrives, schemeRuns, shadows, workerTrains } from "../acceptance/SchemeStory.ts"
import { httpStory } from "../testing/HttpStory.ts"
import type { HttpStory } from "../testing/HttpStory.ts"

interface Row {
  readonly id: string
}

let story: HttpStory
let mentor = { person: "", appointment: "" }
/** Whose number is merged into another, and whose booking is moved there, with the id that they then stand under. */
let merged = { person: "", appointment: "", shadowing: "", into: "" }
let moved = { ...merged }
let before = 0

beforeAll(async () => {
  story = await httpStory("2016-03-21T09:00:00.000Z")
  const scheme = await schemeRuns(story, "2016-03-14")
  mentor = await mentorServes(story, scheme, "2016-03-14")
  const begins = async () => {
    const into = await personArrives(story, "2016-03-14")
    const worker = await workerTrains(story, scheme, "2016-03-14")
    return { ...worker, into, shadowing: await shadows(story, worker.appointment, mentor.person, "2016-03-21") }
  }
  merged = await begins()
  moved = await begins()
  before = ((await story.read("/api/staff"))["moment"] as { readonly position: number }).position
  const [on, reason] = ["2016-03-21", "The office of the prison says so"]
  await story.done("MergePeople", { person: merged.person, into: merged.into, on, reason })
  await story.done("MovePersonBooking", { person: moved.person, into: moved.into, from: "2016-03-01", on, reason })
}, 60_000)

afterAll(() => story.stop())

const idsOf = async (kind: string, person: string, more = "") =>
  ((await story.read(`/api/${kind}?person=${person}${more}`))[kind] as ReadonlyArray<Row>).map(({ id }) => id)

describe("lists of one person", () => {
  it("are the same under both numbers after a merge", async () => {
    for (const person of [merged.person, merged.into]) {
      expect(await idsOf("appointments", person)).toEqual([merged.appointment])
      expect(await idsOf("shadowings", person)).toEqual([merged.shadowing])
    }
  })

  it("follow a booking that was moved, and leave nothing where it was", async () => {
    expect(await idsOf("appointments", moved.into)).toEqual([moved.appointment])
    expect(await idsOf("shadowings", moved.into)).toEqual([moved.shadowing])
    expect(await idsOf("appointments", moved.person)).toEqual([])
    expect(await idsOf("shadowings", moved.person)).toEqual([])
  })

  it("know nothing of it as it was known before", async () => {
    const known = `&position=${before}`
    expect(await idsOf("appointments", merged.into, known)).toEqual([])
    expect(await idsOf("shadowings", moved.person, known)).toEqual([moved.shadowing])
  })

  it("hold nothing of those whom somebody only stood beside", async () => {
    expect(await idsOf("appointments", mentor.person)).toEqual([mentor.appointment])
    expect(await idsOf("shadowings", mentor.person)).toEqual([])
    expect(await idsOf("trainings", merged.into)).toEqual([])
    expect(await idsOf("supervisions", merged.into)).toEqual([])
  })
})
