/**
 * The law over a plain array: a dry run changes nothing, events get their places, and what is no command is an error.
 */
import { describe, expect, it } from "vitest"
import { instant } from "./language/Instant.ts"
import { date } from "./language/LocalDate.ts"
import { check, decide, knownIn } from "./OverEvents.ts"
import { SignOffShadowing } from "./shadowing/ShadowingEnd.ts"
import { coordinator, officer, running, shadowing } from "./testing/SmallPrison.ts"

const { events } = running
const signOff = SignOffShadowing.make({ shadowing, on: date("2016-04-04") })
const today = date("2016-04-04")

describe("the law over a plain array of events", () => {
  it("checks without a trace, and decides the same", () => {
    const before = JSON.stringify(events)
    const checked = check(signOff, events, { today })
    expect(JSON.stringify(events)).toBe(before)
    expect(decide(signOff, events, { today }).decision).toEqual(checked)
  })

  it("gives each event its place in the log and in its stream, and says who gave which command when", () => {
    const after = decide(signOff, events, { today, actor: officer }).events
    expect(after.slice(0, -1)).toEqual(events)
    expect(after.at(-1)).toMatchObject({
      type: "ShadowingSignedOff",
      id: `00000000-0000-8000-8000-${(events.length + 1).toString(16).padStart(12, "0")}`,
      position: events.length + 1,
      version: 3,
      recordedAt: "2016-04-04T12:00:00.000Z",
      actor: officer,
      command: { type: "SignOffShadowing" }
    })
    expect(after.map((event) => event.position)).toEqual(after.map((_, index) => index + 1))
  })

  it("takes no reason for a rule that the command does not ask, since it would be lost", () => {
    const overrides = [{ rule: "TRAINER-3", reason: "Nobody else" }]
    expect(() => check({ ...signOff, overrides }, events, { today })).toThrow(
      "overrides must be for rules that this command asks, and not for TRAINER-3. It asks RECORD-1,"
    )
  })

  it("leaves the history as it was when the command is refused", () => {
    const early = SignOffShadowing.make({ shadowing, on: date("2016-04-03") })
    expect(decide(early, events, { today }).events).toBe(events)
  })

  it("is an error where the command is none, or holds what it may not", () => {
    expect(() => check({ _tag: "LendBook" }, events, { today }))
      .toThrow(new RangeError("LendBook is no command. See allCommands"))
    expect(() => check({ _tag: "SignOffShadowing", shadowing: "1", on: "2016-04-04", hours: 336 }, events, { today }))
      .toThrow(
        new RangeError(
          "SignOffShadowing: hours is not known here. The fields are shadowing, on; " +
            "shadowing must be an id: a UUID in lower case"
        )
      )
  })

  it("knows the local date of the moment, or noon of the day", () => {
    expect(knownIn({ now: instant("2016-04-03T23:30:00.000Z"), actor: coordinator })).toEqual({
      now: "2016-04-03T23:30:00.000Z",
      today: "2016-04-04",
      calendar: "england-and-wales-2028",
      actor: coordinator,
      numberTaken: false
    })
    expect(knownIn({ today, numberTaken: true })).toMatchObject({
      now: "2016-04-04T12:00:00.000Z",
      today: "2016-04-04",
      actor: { id: "00000000-0000-4000-8000-000000000000", role: "coordinator" },
      numberTaken: true
    })
  })
})
