/**
 * The invariants of starts hold of histories as they should be, and each finds one that is not.
 */
import { expect, it } from "vitest"
import { CorrectAppointmentStart } from "../appointment/AppointmentEnd.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { DecideEarlierShadowing } from "../shadowing/EarlierDays.ts"
import { RecordShadowingTransferOut, SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import {
  activate,
  another,
  experienced,
  kay,
  max,
  maxsRole,
  mo,
  opened,
  plan,
  running,
  shadowing,
  start,
  willsRole
} from "./SmallPrison.ts"
import { invariantsOfStarts } from "./WhatMustHoldOfStarts.ts"

const reason = "It turned out so"
const correct = (appointment: string, from: string) =>
  CorrectAppointmentStart.make({ appointment, from: date(from), reason })

const appointed = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
  .on("2016-04-11", activate(willsRole, "2016-04-11"), correct(willsRole, "2016-04-05"))
const before = opened.on("2015-11-09", ...experienced(maxsRole, max), correct(maxsRole, "2015-09-28"))
const moved = running.on(
  "2016-03-29",
  RecordShadowingTransferOut.make({ shadowing, on: date("2016-03-29") }),
  plan("2016-03-30", mo, "2016-03-29", willsRole, another)
).on(
  "2016-03-30",
  start("2016-03-30", another),
  DecideEarlierShadowing.make({
    shadowing: another,
    earlier: shadowing,
    outcome: "COUNT",
    decidedBy: kay,
    on: date("2016-03-30"),
    reason
  })
)

const wrongIn = (events: ReadonlyArray<Happened>): ReadonlyArray<string> =>
  invariantsOfStarts.flatMap(({ begin }) => {
    const watch = begin()
    return events.flatMap((event) => watch(event) ?? [])
  })

const dated = (events: ReadonlyArray<Happened>, type: string, days: number): ReadonlyArray<Happened> =>
  events.map((event) => event.type === type ? { ...event, on: addDays(event.on, days) } : event)

it("they hold of histories as they should be", () => {
  for (const { events } of [appointed, before, moved]) expect(wrongIn(events)).toEqual([])
})

it.each([
  ["AppointmentStartCorrected", -2, appointed, "began on 2016-04-03 without shadowing"],
  ["AppointmentActivated", -8, appointed, "began on 2016-04-03 without shadowing"],
  ["AppointmentStartCorrected", 3, before, "is in the role only since 2015-10-01"],
  ["ShadowingTransferredOut", -1, moved, "counts 8 days"]
])("%s moved by %i days is found", (type, days, { events }, says) => {
  expect(wrongIn(dated(events, type, days)).join()).toContain(says)
})
