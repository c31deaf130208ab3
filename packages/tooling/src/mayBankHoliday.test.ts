/**
 * The weekend that follows the story of the aspiring workers, told again by the law alone after it: every answer, date
 * and name of `docs/examples/may-bank-holiday` is what its README says it is. The times are written again here.
 */
import {
  date,
  dueOn,
  Escalation,
  escalationStatusAt,
  holderOf,
  isAwayOn,
  mayGive,
  readSchooled,
  say,
  supervisedIn,
  whoHas
} from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { answerIn, atLocal, stateIn, storyIn, tell } from "./ToldStory.ts"

const before = storyIn("aspiring-workers").steps
const { establishment, readMe, steps } = storyIn("may-bank-holiday")
const { events, told } = tell([...before, ...steps])

const [tom, debt, inhaler, life] = [1, 2, 3, 4].map((number) => `0c2d7000-0000-4000-8000-00000000000${number}`)
const [hana, sam] = [3, 4].map((number) => `5f1d2c3e-000${number}-4000-8000-00000000000${number}`)

/** An escalation as it was known at the local time. */
const known = (id: string | undefined, local: string) =>
  stateIn(events.filter(({ recordedAt }) => recordedAt <= atLocal(local)), Escalation, id ?? "")

const statusAt = (id: string | undefined, local: string) => escalationStatusAt(known(id, local), atLocal(local))

describe("the story", () => {
  it.for(told.slice(before.length))("$step.at, $step.as: $step.command is $step.expect", ({ answer, says, step }) => {
    expect({ answer, says }).toEqual({ answer: step.expect, says: step.says === undefined ? [] : [step.says] })
    expect(mayGive(step.as, step.command), `${step.as} may give ${step.command}`).toBe(true)
  })

  it("goes on where the other ends, in the order of its dates, each step under its own id", () => {
    const moments = [...before, ...steps].map(({ at }) => at)
    expect(moments).toEqual([...moments].sort())
    expect(new Set([...before, ...steps].map(({ id }) => id)).size).toBe(moments.length)
    expect(establishment).toBe(storyIn("aspiring-workers").establishment)
    expect(readMe).toContain(`has ${steps.length} commands`)
  })
})

describe("the times that were worked out by hand", () => {
  it.for(
    [
      // Monday 25, then Tuesday 26 and Wednesday 27
      ["Tom Alder's escalation", tom, "2016-04-27T16:30"],
      // 10:00 and 240 minutes
      ["Neil Elm's debt", debt, "2016-04-28T14:00"],
      // Monday 2 May is a bank holiday: counted on Tuesday 3, then Wednesday 4 and Thursday 5
      ["Neil Elm's inhaler", inhaler, "2016-05-05T16:30"],
      // 21:38 and 15 minutes
      ["Pete Hazel", life, "2016-04-29T21:53"]
    ] as const
  )("%s", ([what, id, by]) => {
    expect(known(id, "2016-05-03T09:00").classified?.acknowledgeBy).toBe(atLocal(by))
    const row = readMe.split("\n").find((line) => line.startsWith(`| ${what} |`))
    expect(row?.split("|").at(-2)?.trim()).toBe(`${say(date(by.slice(0, 10)))} at ${by.slice(11)}`)
  })

  it("on the way, each is what the story says", () => {
    expect(statusAt(debt, "2016-04-28T14:00")).toBe("Raised")
    expect(statusAt(debt, "2016-04-28T14:01")).toBe("AcknowledgementOverdue")
    expect([statusAt(debt, "2016-04-28T15:05"), whoHas(known(debt, "2016-04-28T15:05"))]).toEqual([
      "Acknowledged",
      hana
    ])
    expect(statusAt(inhaler, "2016-05-03T08:31")).toBe("Raised")
    expect([statusAt(life, "2016-04-29T21:45"), statusAt(life, "2016-04-29T21:46")]).toEqual([
      "HandedOver",
      "Acknowledged"
    ])
    expect([tom, debt, life].map((id) => statusAt(id, "2016-04-30T09:15"))).toEqual(["Closed", "Closed", "Closed"])
    expect(whoHas(known(tom, "2016-04-25T14:00"))).toBe(sam)
  })

  it("at its end a supervision is overdue, and one worker is away", () => {
    const arthur = answerIn(events, readSchooled("0c2a2000-0000-4000-8000-000000000001"))
    const { person } = answerIn(events, holderOf(arthur))
    const awayOn = ["2016-05-02", "2016-05-03"].map((day) => isAwayOn(arthur, person, date(day)))
    expect(awayOn).toEqual([false, true])
    const ben = answerIn(events, supervisedIn("0c2a2000-0000-4000-8000-000000000002"))
    expect(dueOn(ben, date("2016-05-03"))).toMatchObject({ dueOn: "2016-04-20", status: "Overdue" })
  })
})
