/**
 * The four Wellbeing Reps, told again by the law alone: every answer, date and status of `docs/examples/wellbeing-reps`
 * is what its README says it is. The dates are written again here, worked out by hand in the comments.
 */
import {
  date,
  dueOn,
  endOf,
  establishmentOn,
  holderOf,
  mayGive,
  readSchooled,
  roleProfileOf,
  Scheme,
  statusOn,
  supervisedIn,
  validitiesOn,
  wingOn
} from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { answerIn, stateIn, storyIn, tell } from "./ToldStory.ts"

const { establishment, readMe, steps } = storyIn("wellbeing-reps")
const { events, told } = tell(steps)

const reps = ["Alan Reed", "Brian Shaw", "Cora Thorn", "Dora Usher"]
const idOf = (kind: string, number: number): string => `0c2c${kind}000-0000-4000-8000-00000000000${number}`

/** What is known of a rep on the day, by what was recorded until its end. */
const rep = (number: number, day: string) => {
  const from = events.filter((event) => event.recordedAt <= endOf(date(day)))
  const appointment = answerIn(from, readSchooled(idOf("2", number)))
  const { person } = answerIn(from, holderOf(appointment))
  const scheme = stateIn(from, Scheme, idOf("0", 1))
  const profile = roleProfileOf(scheme, appointment.roleProfile)
  const supervised = answerIn(from, supervisedIn(idOf("2", number)))
  const { since, status } = statusOn({ ...supervised, appointment, person, placements: [], profile, scheme }, date(day))
  return {
    status: `${status} since ${since}`,
    isActive: status === "Active",
    place: `${establishmentOn(person, date(day))} ${wingOn(person, date(day))}`,
    supervision: dueOn(supervised, date(day)),
    validities: validitiesOn({ appointment, profile, scheme }, date(day))
  }
}

const contacts = (side: string, day: string): ReadonlyArray<string> =>
  reps.filter((_, index) => {
    const { isActive, place } = rep(index + 1, day)
    return isActive && place === `ZZW ${side}`
  })

describe("the story", () => {
  it.for(told)("$step.at, $step.as: $step.command is $step.expect", ({ answer, says, step }) => {
    expect({ answer, says }).toEqual({ answer: step.expect, says: step.says === undefined ? [] : [step.says] })
    expect(mayGive(step.as, step.command), `${step.as} may give ${step.command}`).toBe(true)
  })

  it("is told in the order of its dates, each step under its own id, and is as long as its README says", () => {
    expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).sort())
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
    expect(establishment).toBe("ZZW")
    expect(readMe.replaceAll(/\s+/g, " ")).toContain(`as ${steps.length} commands`)
  })
})

describe("the four", () => {
  it("are proposed by nursing staff, selected, trained, and then ready: the role asks for no shadowing", () => {
    const proposals = events.filter(({ type }) => type === "AppointmentProposed")
    expect(proposals.map(({ data }) => (data as { readonly source: string }).source)).toEqual(
      Array(4).fill("NURSE_NOMINATION")
    )
    for (const number of [1, 2, 3, 4]) {
      expect(rep(number, "2014-02-05").status).toBe("Proposed since 2014-02-05")
      expect(rep(number, "2014-02-26").status).toBe("Selected since 2014-02-19")
      expect(rep(number, "2014-03-26").status).toBe("Ready since 2014-03-26")
      expect(rep(number, "2014-03-27").status).toBe("Active since 2014-03-27")
    }
  })

  it("have two contacts on each side from 27 March 2014, and nobody before", () => {
    expect([contacts("MALE", "2014-03-26"), contacts("FEMALE", "2014-03-26")]).toEqual([[], []])
    for (const day of ["2014-03-27", "2016-04-20"]) {
      expect(contacts("MALE", day)).toEqual(["Alan Reed", "Brian Shaw"])
      expect(contacts("FEMALE", day)).toEqual(["Cora Thorn", "Dora Usher"])
    }
  })

  it("have supervision arranged, and nothing of theirs has run out by 20 April 2016", () => {
    for (const number of [1, 2, 3, 4]) {
      // 27 March 2014 + 356 days is 18 March 2015, as was set; that day + 365 is 17 March 2016
      expect(rep(number, "2014-03-27").supervision).toMatchObject({ status: "OnTrack", dueOn: "2015-03-18" })
      expect(rep(number, "2015-03-18").supervision).toMatchObject({ status: "OnTrack", dueOn: "2016-03-17" })
      // 16 March 2016 + 365 days is 16 March 2017: 2016 is a leap year, and its 29 February lies before
      expect(rep(number, "2016-04-20").supervision).toMatchObject({ status: "OnTrack", dueOn: "2017-03-16" })
      expect(rep(number, "2016-04-20").status).toBe("Active since 2014-03-27")
      // 26 March 2014 + 36 months; the assessment was good until 11 February 2017 from the start
      const until = Object.fromEntries(rep(number, "2016-04-20").validities.map((one) => [one.requirement, one.until]))
      expect(until).toMatchObject({ Training: "2017-03-26", RiskAssessment: "2017-02-11" })
    }
  })

  it.for([["MALE", "Alan Reed, Brian Shaw"], ["FEMALE", "Cora Thorn, Dora Usher"]])(
    "stand in the README as they do here: %s",
    ([side, names]) => {
      const row = readMe.split("\n").find((line) => line.startsWith(`| ${side} |`))
      expect(row?.split("|")[2]?.trim()).toBe(names)
      expect(contacts(side!, "2016-04-20").join(", ")).toBe(names)
    }
  )
})
