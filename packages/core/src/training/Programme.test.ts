/**
 * The figures of a programme: people once, cohorts by places, and nobody who came ad hoc among those who failed.
 *
 * The numbers of the first test are those of the training pilot (S3:480-486); how its people divide between the two
 * cycles is invented, since the article does not say.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { date } from "../language/LocalDate.ts"
import { programmeOn } from "./Programme.ts"
import type { Trainee } from "./Programme.ts"

const trainee = (person: string, more: Partial<Trainee> = {}): Trainee => ({
  person,
  cohort: "cycle 2",
  place: "FULL",
  inRole: true,
  enrolledOn: date("2016-03-14"),
  outcome: "Completed",
  met: ["COURSE_INTRODUCTION", "PRINCIPLES"],
  ...more
})

const on = date("2016-03-31")
const several = (count: number, name: string, more: Partial<Trainee> = {}) =>
  Array.from({ length: count }, (_, index) => trainee(`${name} ${index}`, more))

const pilot = [
  ...several(5, "worker of cycle 1", { cohort: "cycle 1", enrolledOn: date("2015-11-02") }),
  ...several(3, "worker of cycle 2"),
  ...several(3, "aspiring", { inRole: false }),
  trainee("once", { place: "AD_HOC", outcome: "NotCompleted", met: ["RESILIENCE"] }),
  trainee("twice", { place: "AD_HOC", outcome: "NotCompleted", met: ["RESILIENCE", "LOSS"] }),
  trainee("three times", { place: "AD_HOC", outcome: "NotCompleted", met: ["HAND_HYGIENE", "REFLECTION", "MOVING"] })
]

const nobody = { people: 0, completed: 0, open: 0, notCompleted: 0, sessionsKept: 0 }

describe("the figures of the training pilot", () => {
  it("8 existing and 3 aspiring completed, 3 did not and keep 1, 2 and 3 sessions: 11 of 14 are 78.6 per cent", () => {
    expect(programmeOn(pilot, ["cycle 1", "cycle 2"], on)).toEqual({
      on,
      people: 14,
      completed: 11,
      open: 0,
      notCompleted: 3,
      sessionsKept: 6,
      completedInRole: 8,
      completedAspiring: 3,
      completedPercent: 78.6,
      cohorts: [
        { cohort: "cycle 1", planned: { ...nobody, people: 5, completed: 5 }, adHoc: nobody, refreshers: nobody },
        {
          cohort: "cycle 2",
          planned: { ...nobody, people: 6, completed: 6 },
          adHoc: { people: 3, completed: 0, open: 0, notCompleted: 3, sessionsKept: 6 },
          refreshers: nobody
        }
      ]
    })
  })

  it("stay the same when somebody trains again: people are counted once, by what they completed and were first", () => {
    const again = [
      trainee("aspiring 0", { cohort: null, place: "REFRESHER", enrolledOn: date("2016-03-30"), outcome: "Open" }),
      ...pilot
    ]
    const { cohorts: _, ...all } = programmeOn(again, [], on)
    expect(all).toMatchObject({ people: 14, completed: 11, open: 0, completedInRole: 8, completedAspiring: 3 })
  })

  it("of nobody have no percentage", () => {
    expect(programmeOn([], [], on)).toMatchObject({ people: 0, completedPercent: null, cohorts: [] })
  })
})

it("whatever happened, everybody is completed, open or not completed, and a session is kept once", () => {
  const anybody = fc.record({
    person: fc.constantFrom("a", "b", "c"),
    outcome: fc.constantFrom("Completed" as const, "Open" as const, "NotCompleted" as const),
    place: fc.constantFrom("FULL" as const, "AD_HOC" as const, "REFRESHER" as const),
    inRole: fc.boolean(),
    met: fc.subarray(["LOSS", "MOVING"] as const)
  }).map(({ person, ...more }) => trainee(person, more))
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 8 }), (trainees) => {
      const figures = programmeOn(trainees, ["cycle 2"], on)
      const named = (test: (one: Trainee) => boolean) => new Set(trainees.filter(test).map(({ person }) => person))
      expect(figures.people).toBe(named(() => true).size)
      expect(figures.completed).toBe(named(({ outcome }) => outcome === "Completed").size)
      expect(figures.completed + figures.open + figures.notCompleted).toBe(figures.people)
      expect(figures.completedInRole + figures.completedAspiring).toBe(figures.completed)
      expect(figures.sessionsKept).toBeLessThanOrEqual(2 * figures.notCompleted)
      expect(figures.cohorts[0]?.adHoc.people).toBe(named(({ place }) => place === "AD_HOC").size)
    }),
    { numRuns: 100 }
  )
})
