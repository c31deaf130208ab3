/**
 * The invariants of beginnings hold of histories as they should be, and each finds one in which something followed
 * before it began.
 */
import { expect, it } from "vitest"
import { CorrectAppointmentStart } from "../appointment/AppointmentEnd.ts"
import { ChangeAppointmentSupervisor, RestrictAppointment } from "../appointment/Suspension.ts"
import { RefuseTask } from "../appointment/TaskRefusal.ts"
import { FinishCohortDelivery } from "../cohort/CohortEnd.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { ReplaceShadowMentor } from "../shadowing/ShadowingStart.ts"
import { ArrangeSupervision, ChangeSupervisor, EndSupervision } from "../supervision/Supervising.ts"
import { begun, cohort, heldAll } from "./SmallCourse.ts"
import {
  activate,
  experienced,
  id,
  kay,
  lee,
  max,
  maxsRole,
  mo,
  opened,
  plan,
  ready,
  running,
  shadowing,
  start,
  willsRole
} from "./SmallPrison.ts"
import { invariantsOfBeginnings } from "./WhatMustHoldOfBeginnings.ts"

const supervision = id(71)
const supervised = opened.on("2015-11-09", ...experienced(maxsRole, max)).on(
  "2015-11-30",
  ArrangeSupervision.make({
    supervision,
    appointment: maxsRole,
    supervisor: lee,
    framework: "GIBBS",
    managesAlone: false,
    on: date("2015-11-09")
  }),
  ChangeSupervisor.make({ supervision, supervisor: kay, managesAlone: false, reason: "Leave", on: date("2015-11-20") }),
  EndSupervision.make({ supervision, reason: "Moved on", on: date("2015-11-30") })
)
const shadowed = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
const replaced = running.on(
  "2016-03-25",
  ReplaceShadowMentor.make({ shadowing, mentor: mo, on: date("2016-03-25"), reason: "Leave" })
)
const replacedBefore = ready.on("2016-03-15", plan("2016-03-21")).on(
  "2016-03-23",
  ReplaceShadowMentor.make({ shadowing, mentor: mo, on: date("2016-03-16"), reason: "Leave" }),
  start("2016-03-21")
)
const taught = begun.on("2016-03-16", ...heldAll(), FinishCohortDelivery.make({ cohort, on: date("2016-03-16") }))

const from = date("2016-04-11")
const appointed = shadowed.on("2016-04-04", activate(willsRole, "2016-04-04")).on(
  "2016-04-12",
  RestrictAppointment.make({ appointment: willsRole, tasks: ["BEFRIENDING"], areas: [], from, reason: "Too much" }),
  ChangeAppointmentSupervisor.make({ appointment: willsRole, supervisor: kay, on: date("2016-04-12") })
)
const corrected = appointed.on(
  "2016-04-12",
  CorrectAppointmentStart.make({ appointment: willsRole, from, reason: "A week later" })
)
const refused = supervised.on(
  "2015-11-30",
  RefuseTask.make({
    appointment: maxsRole,
    task: "FEEDING",
    owner: lee,
    request: "To feed him",
    on: date("2014-03-02")
  })
)

const wrongIn = (events: ReadonlyArray<Happened>): ReadonlyArray<string> =>
  invariantsOfBeginnings.flatMap(({ begin }) => {
    const watch = begin()
    return events.flatMap((event) => watch(event) ?? [])
  })

const moved = (events: ReadonlyArray<Happened>, type: string, days: number): ReadonlyArray<Happened> =>
  events.map((event) => event.type === type ? { ...event, on: addDays(event.on, days) } : event)

it("they hold of histories as they should be", () => {
  for (const { events } of [supervised, shadowed, taught, appointed, corrected, refused]) {
    expect(wrongIn(events)).toEqual([])
  }
  for (const { events } of [supervised, shadowed, replaced, replacedBefore, taught]) expect(wrongIn(events)).toEqual([])
})

it.each([
  ["SupervisionArranged", 12, supervised, "followed before it began"],
  ["SupervisionEnded", -11, supervised, "went on after it ended"],
  ["ShadowingStarted", 15, shadowed, "followed before it began"],
  ["ShadowingStarted", 5, replaced, "followed before it began"],
  ["CohortStarted", 1, taught, "followed before it began"],
  ["AppointmentActivated", 8, appointed, "followed before it began"],
  ["AppointmentStartCorrected", 1, corrected, "followed before it began"],
  ["AppointmentTaskRefused", -56, refused, "followed before it began"],
  ["CohortDelivered", -1, taught, "went on after it ended"]
])("%s moved by %i days is found", (type, days, { events }, says) => {
  expect(wrongIn(moved(events, type, days)).join()).toContain(says)
})
