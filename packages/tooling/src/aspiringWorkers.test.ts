/**
 * The story of the three aspiring workers, told again by the law alone: every answer, every date and every status of
 * `docs/examples/aspiring-workers` is what its README says it is.
 *
 * The dates are written again here, each worked out by hand beside it, so that a story and a law that were changed
 * together are noticed.
 */
import {
  Appointment,
  countedDays,
  date,
  daysUntil,
  endOf,
  firstSignOff,
  mayGive,
  Person,
  placementOf,
  roleProfileOf,
  Scheme,
  Shadowing,
  signOffHolds,
  statusOn
} from "@peerwork/core"
import type { Happened, LocalDate, View } from "@peerwork/core"
import { laws } from "@peerwork/core/testing"
import { describe, expect, it } from "vitest"
import { answerIn, atLocal, stateIn, storyIn, tell } from "./ToldStory.ts"

const { establishment, readMe, steps } = storyIn("aspiring-workers")
const { events, told } = tell(steps)

const idOf = (kind: 1 | 2 | 3, number: number): string => `0c2a${kind}000-0000-4000-8000-0000000000${number}`

/** What was known at the end of a day. */
const knownOn = (day: LocalDate): ReadonlyArray<Happened> => events.filter((event) => event.recordedAt <= endOf(day))

const state = <S>(view: View<S>, id: string, from: ReadonlyArray<Happened>): S => stateIn(from, view, id)

/** A worker's placement with all that its days depend on. */
const placement = (number: number, from: ReadonlyArray<Happened> = events) =>
  answerIn(from, placementOf(state(Shadowing, idOf(3, number), from)))

const status = (number: string, day: string, from: ReadonlyArray<Happened> = events) => {
  const appointment = state(Appointment, `0c2a2000-0000-4000-8000-0000000000${number}`, from)
  const scheme = state(Scheme, appointment.scheme, from)
  const person = state(Person, appointment.person, from)
  const shadowing = state(Shadowing, `0c2a3000-0000-4000-8000-0000000000${number}`, from)
  const placements = shadowing.status === "Unknown" ? [] : [shadowing]
  const profile = roleProfileOf(scheme, appointment.roleProfile)
  const { since, status: is } = statusOn({
    appointment: { ...appointment, enrolled: [] },
    person,
    placements,
    profile,
    scheme,
    supervisions: []
  }, date(day))
  return `${is} since ${since}`
}

const [alder, birch, cedar] = [11, 12, 13]

describe("the story", () => {
  it.for(told)("$step.at, $step.as: $step.command is $step.expect", ({ answer, says, step }) => {
    expect({ answer, says }).toEqual({ answer: step.expect, says: step.says === undefined ? [] : [step.says] })
    expect(mayGive(step.as, step.command), `${step.as} may give ${step.command}`).toBe(true)
  })

  it("is told in the order of its dates, each step under its own id", () => {
    expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).sort())
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
  })

  it("has an invented establishment, and staff with invented names", () => {
    expect(establishment).toBe("ZZI")
    const names = steps.filter(({ command }) => command === "RegisterStaff").map(({ body }) => String(body["name"]))
    expect(names.every((name) => name.endsWith(" Example"))).toBe(true)
  })

  it("is as long as its README says", () =>
    expect(readMe.replaceAll(/\s+/g, " ")).toContain(`as ${steps.length} commands`))

  it("obeys the laws of every life", () => {
    for (const number of [alder, birch, cedar]) {
      laws.replay(Shadowing, idOf(3, number), events)
      laws.replay(Appointment, idOf(2, number), events)
    }
  })
})

describe("the dates that were worked out by hand", () => {
  it("Tom Alder: 21 March until 3 April are fourteen days, so 4 April", () => {
    const { onTheDay, shadowing } = placement(alder)
    expect(countedDays(shadowing, onTheDay, date("2016-04-03"))).toBe(13)
    expect(firstSignOff(shadowing, onTheDay)).toBe("2016-04-04")
    expect(shadowing.signOff).toMatchObject({ on: "2016-04-04", counted: 14 })
  })

  it("the fourteen days across the change of clocks are 335 hours", () => {
    const [start, end] = [atLocal("2016-03-21T09:00"), atLocal("2016-04-04T09:00")]
    expect((Date.parse(end) - Date.parse(start)) / 3_600_000).toBe(335)
  })

  it("Joe Birch, as known on 8 April: 4 days before Easter and 10 from 29 March, so 8 April", () => {
    const { onTheDay, shadowing } = placement(birch, knownOn(date("2016-04-08")))
    expect(countedDays(shadowing, onTheDay, date("2016-04-08"))).toBe(14)
    expect(firstSignOff(shadowing, onTheDay)).toBe("2016-04-08")
    expect(signOffHolds(placement(birch, knownOn(date("2016-04-08"))))).toBe(true)
  })

  it("Joe Birch, once the suspension from 6 April is known: 12 days, and the sign-off no longer holds", () => {
    const known = events.filter((event) => event.recordedAt <= atLocal("2016-04-11T09:00"))
    const then = placement(birch, known)
    expect(countedDays(then.shadowing, then.onTheDay, date("2016-04-08"))).toBe(12)
    expect(firstSignOff(then.shadowing, then.onTheDay)).toBe(null)
    expect(signOffHolds(then)).toBe(false)
    expect(then.shadowing.status).toBe("SignedOff")
  })

  it("Joe Birch with his new mentor: 12 days and 12 and 13 April, so 14 April", () => {
    const after = placement(birch)
    expect(firstSignOff(after.shadowing, after.onTheDay)).toBe("2016-04-14")
    expect(after.shadowing.signOff).toMatchObject({ on: "2016-04-14", counted: 14 })
    expect(signOffHolds(after)).toBe(true)
    const uncounted = daysUntil(after.shadowing, after.onTheDay, date("2016-04-14")).filter((day) =>
      day.without !== null
    )
    expect(uncounted.map(({ day, without }) => `${day} ${without}`)).toEqual([
      "2016-03-25 Paused",
      "2016-03-26 Paused",
      "2016-03-27 Paused",
      "2016-03-28 Paused",
      "2016-04-06 MentorNotEligible",
      "2016-04-07 MentorNotEligible",
      "2016-04-08 Paused",
      "2016-04-09 Paused",
      "2016-04-10 Paused",
      "2016-04-11 MentorNotEligible"
    ])
  })

  it("Sid Cedar: 24 March, 29 to 31 March and 1 to 10 April are fourteen days, so 11 April", () => {
    const { onTheDay, shadowing } = placement(cedar)
    expect(countedDays(shadowing, onTheDay, date("2016-04-10"))).toBe(13)
    expect(firstSignOff(shadowing, onTheDay)).toBe("2016-04-11")
    expect(shadowing.signOff).toMatchObject({ on: "2016-04-11", counted: 14 })
  })

  it("on the way, each is what the story says", () => {
    expect(status("12", "2016-03-21", knownOn(date("2016-03-21")))).toBe("Shadowing since 2016-03-21")
    expect(status("13", "2016-03-20", knownOn(date("2016-03-20")))).toBe("Selected since 2016-03-01")
    expect(status("13", "2016-03-23", knownOn(date("2016-03-22")))).toBe("Selected since 2016-03-01")
    expect(status("01", "2015-12-01")).toBe("InRoleUntrained since 2011-11-21")
    expect(status("02", "2016-04-08")).toBe("Suspended since 2016-04-06")
    expect(status("02", "2016-04-08", knownOn(date("2016-04-10")))).toBe("Active since 2016-03-17")
  })

  it.for([
    ["Tom Alder", "4 April 2016"],
    ["Joe Birch, as known on 8 April", "8 April 2016"],
    ["Joe Birch, as known since 11 April", "14 April 2016"],
    ["Sid Cedar", "11 April 2016"]
  ])("the README says the same of %s: %s", ([who, first]) => {
    const row = readMe.split("\n").find((line) => line.startsWith(`| ${who} |`))
    expect(row?.split("|").at(-2)?.trim()).toBe(first)
    // The counts in brackets add up to the fourteen days
    const counts = [...row?.matchAll(/\((\d+)\)/g) ?? []].map(([, count]) => Number(count))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(14)
  })

  it.for([
    ["01", "Arthur Oak", "Active since 2016-03-17"],
    ["02", "Ben Rowan", "Active since 2016-03-17"],
    ["03", "Carl Yew", "Active since 2016-03-17"],
    ["11", "Tom Alder", "Active since 2016-04-04"],
    ["12", "Joe Birch", "Active since 2016-04-14"],
    ["13", "Sid Cedar", "Active since 2016-04-11"]
  ])("%s: at the end %s is %s", ([number, , is]) => {
    expect(status(number!, "2016-04-20")).toBe(is)
  })
})
