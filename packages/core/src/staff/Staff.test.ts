/**
 * The life of a member of staff: told once, refused at every wrong moment, corrected, and replayed.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import { establishment } from "../language/EstablishmentCode.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { fold } from "../language/View.ts"
import { decide } from "../OverEvents.ts"
import { given, laws, story } from "../testing.ts"
import { isInPost, Staff, staffSteps } from "./Staff.ts"
import { CorrectStaffLeaving, CorrectStaffReturn, CorrectStaffStart } from "./StaffCorrections.ts"
import { RecordStaffLeaving, RecordStaffReturn } from "./StaffLeaving.ts"
import { RegisterStaff, RenameStaff } from "./StaffRegistration.ts"

const staff = "00000000-0000-4000-9000-000000000001"
const ZZI = establishment("ZZI")
const actor = { id: "00000000-0000-4000-9000-000000000009", role: "coordinator" } as const

const register = (on: string) => RegisterStaff.make({ staff, name: "Kay Example", establishment: ZZI, on: date(on) })
const rename = (on: string) => RenameStaff.make({ staff, name: "Kay Other", on: date(on) })
const leave = (on: string) => RecordStaffLeaving.make({ staff, on: date(on) })
const comeBack = (on: string) => RecordStaffReturn.make({ staff, on: date(on) })
const correct = (leftOn: string) =>
  CorrectStaffLeaving.make({ staff, leftOn: date(leftOn), reason: "A slip of the pen" })

const correctReturn = (returnedOn: string) =>
  CorrectStaffReturn.make({ staff, returnedOn: date(returnedOn), reason: "A slip of the pen" })

const whole = story().by(actor)
  .on("2015-03-27", register("2015-03-20"))
  .on("2015-04-15", rename("2015-04-14"))
  .on("2016-03-22", leave("2016-03-21"))
  .on("2016-03-24", correct("2016-03-18"))
  .on("2016-04-20", comeBack("2016-04-18"))

const staffAfter = (events: ReadonlyArray<Happened>) => fold(Staff, staff, events)

describe("a member of staff", () => {
  it("is registered, renamed, leaves and returns", () => {
    expect(whole.events.map((event) => [event.type, event.on, event.data, event.tags])).toEqual([
      ["StaffRegistered", "2015-03-20", { establishment: "ZZI" }, ["establishment:ZZI", `staff:${staff}`]],
      ["StaffRenamed", "2015-04-14", { establishment: "ZZI" }, ["establishment:ZZI", `staff:${staff}`]],
      ["StaffLeft", "2016-03-21", { establishment: "ZZI" }, ["establishment:ZZI", `staff:${staff}`]],
      [
        "StaffLeavingCorrected",
        "2016-03-18",
        { establishment: "ZZI", leftOn: "2016-03-18" },
        ["establishment:ZZI", `staff:${staff}`]
      ],
      ["StaffReturned", "2016-04-18", { establishment: "ZZI" }, ["establishment:ZZI", `staff:${staff}`]]
    ])
    expect(staffAfter(whole.events)).toEqual({
      status: "InPost",
      establishment: "ZZI",
      inCustody: false,
      inPost: [{ from: "2015-03-20", until: "2016-03-18" }, { from: "2016-04-18", until: null }],
      registered: whole.events[0]?.id,
      leaving: whole.events.find(({ type }) => type === "StaffLeft")?.id,
      returning: whole.events.at(-1)?.id,
      competences: [],
      changed: { on: "2016-04-18", recordedAt: "2016-04-20T12:00:00.000Z", by: actor }
    })
  })

  it("is in post from the first day of a time until the day they left", () => {
    const days = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -400, max: 400 }))
    const known = staffAfter(whole.events)
    fc.assert(fc.property(fc.constantFrom("2015-03-20", "2016-03-18", "2016-04-18"), days, (start, count) => {
      const day = addDays(date(start), count)
      expect(isInPost(known, day)).toBe((day >= "2015-03-20" && day < "2016-03-18") || day >= "2016-04-18")
    }))
  })

  it("keeps no name where decisions and views could see it", () => {
    expect(JSON.stringify(whole.events)).not.toContain("Kay")
  })
})

describe("a correction of the first day in post", () => {
  const start = (startedOn: string) =>
    CorrectStaffStart.make({ staff, startedOn: date(startedOn), reason: "A slip of the pen" })
  const registered = story().on("2015-03-27", register("2015-03-20"))

  it("points at the registration, and they are in post from that day on, earlier or later", () => {
    for (const day of ["2015-03-16", "2015-03-25"]) {
      const corrected = registered.on("2015-03-30", start(day))
      expect(corrected.events.at(-1)).toMatchObject({
        type: "StaffStartCorrected",
        on: day,
        corrects: registered.events[0]?.id,
        data: { establishment: "ZZI", startedOn: day }
      })
      const known = staffAfter(corrected.events)
      expect([addDays(date(day), -1), date(day)].map((one) => isInPost(known, one))).toEqual([false, true])
      laws.replay(Staff, staff, corrected.events)
    }
  })

  it("is no later than they left, and leaves a later time in post as it was", () => {
    given(whole.events).on("2016-04-21").when(start("2016-03-19")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. They left on 18 March 2016. It can be 18 March 2016 or earlier, or put that right first"
    )
    expect(staffAfter(whole.on("2016-04-21", start("2016-03-18")).events).inPost)
      .toEqual([{ from: "2016-03-18", until: "2016-03-18" }, { from: "2016-04-18", until: null }])
    expect(staffAfter(whole.on("2016-04-21", start("2015-01-05")).events).inPost)
      .toEqual([{ from: "2015-01-05", until: "2016-03-18" }, { from: "2016-04-18", until: null }])
  })

  it("to the same day is told so, also once it was corrected", () => {
    const says = (events: ReadonlyArray<Happened>, day: string) => {
      const { decision } = given(events).on("2015-04-01").when(start(day)).isRefusedWhile("InPost")
      return decision._tag === "Refused" ? decision.moment?.says : null
    }
    const corrected = registered.on("2015-03-30", start("2015-03-16")).events
    expect([says(registered.events, "2015-03-20"), says(corrected, "2015-03-16")])
      .toEqual(Array(2).fill("The start is recorded for that day already"))
    given(corrected).on("2015-04-01").when(start("2015-03-20")).isAccepted("StaffStartCorrected")
  })
})

describe("a correction of the leaving date", () => {
  const left = story().on("2015-03-27", register("2015-03-20")).on("2016-03-22", leave("2016-03-21"))

  it("points at the leaving, changes the answer and keeps what was recorded", () => {
    const corrected = left.on("2016-03-24", correct("2016-03-18"))
    const [recorded, correction] = corrected.events.slice(-2)
    expect([recorded?.type, recorded?.on, correction?.corrects]).toEqual(["StaffLeft", "2016-03-21", recorded?.id])
    expect(isInPost(staffAfter(left.events), date("2016-03-19"))).toBe(true)
    expect(isInPost(staffAfter(corrected.events), date("2016-03-19"))).toBe(false)
  })

  it("of a second leaving leaves the first time as it was", () => {
    const again = left.on("2016-04-20", comeBack("2016-04-18")).on("2016-05-10", leave("2016-05-09"))
    expect(staffAfter(again.on("2016-05-11", correct("2016-05-06")).events)).toMatchObject({
      status: "Left",
      inPost: [{ from: "2015-03-20", until: "2016-03-21" }, { from: "2016-04-18", until: "2016-05-06" }]
    })
  })

  it("is possible once they are back, from the day they came until the day they were back, and not beyond", () => {
    const back = left.on("2016-04-20", comeBack("2016-04-18"))
    const corrected = back.on("2016-04-21", correct("2016-04-01"))
    const leaving = back.events.find(({ type }) => type === "StaffLeft")?.id
    expect(corrected.events.at(-1)).toMatchObject({ on: "2016-04-01", corrects: leaving })
    expect(staffAfter(corrected.events)).toMatchObject({
      status: "InPost",
      inPost: [{ from: "2015-03-20", until: "2016-04-01" }, { from: "2016-04-18", until: null }]
    })
    for (const day of ["2015-03-20", "2016-04-18"]) {
      given(back.events).on("2016-04-21").when(correct(day)).isAccepted("StaffLeavingCorrected")
    }
    given(back.events).on("2016-04-21").when(correct("2015-03-19")).isRefusedBy("RECORD-2")
    given(back.events).on("2016-04-21").when(correct("2016-04-19")).isRefusedBy("RECORD-4").says(
      "RECORD-4",
      "The date is too late. They were back in post on 18 April 2016. " +
        "It can be 18 April 2016 or earlier, or put that right first"
    )
    laws.replay(Staff, staff, corrected.events)
  })

  it("of somebody who never left is told so", () => {
    const registered = story().on("2015-03-27", register("2015-03-20"))
    const { decision } = given(registered.events).on("2016-04-21").when(correct("2016-04-01")).isRefusedWhile("InPost")
    expect(decision._tag === "Refused" && decision.moment?.says)
      .toBe("They never left, so there is no leaving to correct")
  })

  it("to the same day is told so", () => {
    const { decision } = given(left.events).on("2016-03-24").when(correct("2016-03-21")).isRefusedWhile("Left")
    expect(decision._tag === "Refused" && decision.moment?.says).toBe("The leaving is recorded for that day already")
  })
})

describe("a corrected return", () => {
  it("moves the day from which they are in post again, and nothing before it", () => {
    const corrected = whole.on("2016-04-25", correctReturn("2016-04-20"))
    const days = ["2016-03-17", "2016-04-18", "2016-04-19", "2016-04-20"]
    const inPost = (events: ReadonlyArray<Happened>) => days.map((day) => isInPost(staffAfter(events), date(day)))
    expect(inPost(whole.events)).toEqual([true, true, true, true])
    expect(inPost(corrected.events)).toEqual([true, false, false, true])
    expect(corrected.events.at(-1)).toMatchObject({ on: "2016-04-20", corrects: whole.events.at(-1)?.id })
    given(corrected.events).on("2016-04-25").when(correctReturn("2016-04-20")).isRefusedWhile("InPost")
    given(whole.events).on("2016-04-25").when(correctReturn("2016-03-17")).isRefusedBy("RECORD-2")
  })

  it("is of somebody who came back and has not left again", () => {
    const registered = story().on("2015-03-27", register("2015-03-20"))
    given(registered.events).on("2016-04-25").when(correctReturn("2016-04-20")).isRefusedWhile("InPost")
    const gone = whole.on("2016-04-25", leave("2016-04-25"))
    given(gone.events).on("2016-04-25").when(correctReturn("2016-04-20")).isRefusedWhile("Left")
  })
})

describe("dates keep their order", () => {
  const registered = story().on("2015-03-27", register("2015-03-20"))
  const left = registered.on("2016-03-22", leave("2016-03-21"))

  it.each([
    ["leaves before they came", registered, leave("2015-03-19"), "20 March 2015"],
    ["returns before they left", left, comeBack("2016-03-20"), "21 March 2016"],
    ["left, as corrected, before they came", left, correct("2015-03-19"), "20 March 2015"]
  ])("nobody %s", (_, before, command, earliest) => {
    given(before.events).on("2016-03-24").when(command).isRefusedBy("RECORD-2")
      .says("RECORD-2", `The date is too early. It can be ${earliest} or later`)
  })

  it("nothing is recorded before it has happened", () => {
    given(registered.events).on("2016-03-20").when(leave("2016-03-21")).isRefusedBy("RECORD-1")
    given(registered.events).on("2016-03-21").when(leave("2016-03-21")).isAccepted("StaffLeft")
  })
})

describe("at the wrong moment", () => {
  const states = {
    Unknown: story(),
    InPost: story().on("2015-03-27", register("2015-03-27")),
    Left: story().on("2015-03-27", register("2015-03-27")).on("2016-03-22", leave("2016-03-22"))
  }
  const commands = [register, rename, leave, comeBack, correct].map((make) => make("2016-03-23"))
  const cases = (["Unknown", "InPost", "Left"] as const).flatMap((state) =>
    commands.map((command) => ({ state, command }))
  ).filter(({ command, state }) => state !== "InPost" || command._tag !== "CorrectStaffLeaving")

  it.each(cases)("$command._tag while $state", ({ command, state }) => {
    const outcome = given(states[state].events).on("2016-03-24").when(command)
    if (staffSteps[state].includes(command._tag)) {
      outcome.isAccepted()
      return
    }
    const { decision } = outcome.isRefusedWhile(state)
    expect(decision._tag === "Refused" && decision.moment).toMatchObject({
      life: "member of staff",
      possible: staffSteps[state],
      says: {
        Unknown: "There is no such member of staff",
        InPost: "The member of staff is already in post since 12:00 on 27 March 2015",
        Left: "The member of staff is already left since 12:00 on 22 March 2016"
      }[state]
    })
  })
})

describe("over histories of any commands", () => {
  const day = fc.nat(60).map((count) => addDays(date("2016-01-01"), count))
  const commands: fc.Arbitrary<Given> = fc.tuple(fc.constantFrom(register, rename, leave, comeBack, correct), day)
    .map(([make, on]) => make(on))
  const last = date("2016-04-01")
  const played = (tries: ReadonlyArray<Given>) =>
    tries.reduce<ReadonlyArray<Happened>>((events, command) => decide(command, events, { today: last }).events, [])

  it("the laws of every life hold", () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 12 }), fc.array(commands, { maxLength: 4 }), (tries, more) => {
        const events = played(tries)
        laws.replay(Staff, staff, events)
        laws.stored(events)
        laws.deciding(events, more, last)
        for (const command of more) if (command._tag !== "RenameStaff") laws.repeating(events, command, last)
      })
    )
  })

  it("times in post follow one another, and the view folds even what could never happen", () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 12 }), fc.array(fc.nat(11), { maxLength: 12 }), (tries, picks) => {
        const events = played(tries)
        const times = staffAfter(events).inPost.flatMap(({ from, until }) => until === null ? [from] : [from, until])
        expect(times).toEqual([...times].sort())
        laws.total(Staff, staff, picks.flatMap((pick) => events.slice(pick, pick + 1)))
      })
    )
  })
})
