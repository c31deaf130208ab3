/**
 * The invariants of training hold of histories as they should be, and each finds one that breaks it.
 */
import { expect, it } from "vitest"
import { VoidTrainingSession } from "../cohort/SessionFindings.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { RecordSessionMakeUp } from "../training/Attendance.ts"
import { UpholdTrainingCompletion } from "../training/CompletionDecisions.ts"
import {
  attend,
  attended,
  begun,
  cohort,
  complete,
  deliver,
  facilitator,
  heldAll,
  wessTraining,
  willsTraining
} from "./SmallCourse.ts"
import { kay } from "./SmallPrison.ts"
import { invariantsOfTraining } from "./WhatMustHoldOfTraining.ts"

const made = begun.on(
  "2016-03-16",
  ...heldAll("LOSS"),
  deliver("LOSS"),
  attend("LOSS", { trainee: willsTraining, outcome: "LEFT_EARLY", minutes: 40 }, ...attended(wessTraining))
).on(
  "2016-03-17",
  RecordSessionMakeUp.make({
    training: willsTraining,
    session: "LOSS",
    minutes: 20,
    deliverers: [facilitator],
    on: date("2016-03-17")
  }),
  complete(willsTraining, "2016-03-17"),
  complete(wessTraining, "2016-03-17")
)
const upheld = made.on("2016-03-20", VoidTrainingSession.make({ cohort, session: "MOVING", reason: "Never held" })).on(
  "2016-03-21",
  UpholdTrainingCompletion.make({
    training: willsTraining,
    decidedBy: kay,
    reason: "Learned it on the wing",
    on: date("2016-03-21")
  })
)

const wrongIn = (events: ReadonlyArray<Happened>): ReadonlyArray<string> =>
  invariantsOfTraining.flatMap(({ begin }) => {
    const watch = begin()
    return events.flatMap((event) => watch(event) ?? [])
  })

/** The history with other data in the events of a type that are of a session, or of none. */
const changed = (type: string, session: string | undefined, data: object): ReadonlyArray<Happened> =>
  upheld.events.map((event) =>
    event.type === type && event.data["session"] === session ? { ...event, data: { ...event.data, ...data } } : event
  )

it("they hold of a history as it should be", () => {
  expect(wrongIn(upheld.events)).toEqual([])
})

it.each([
  ["a session that was longer", "TrainingSessionDelivered", "LOSS", { minutes: 61 }, /completed with 8 of 9/],
  ["a minute too few", "AttendanceRecorded", "LOSS", { minutes: 39, outcome: "LEFT_EARLY" }, /completed with 8 of 9/],
  ["another number of sessions met", "TrainingCompletionUpheld", undefined, { met: 9 }, /upheld without 1 sessions/],
  ["an upholding without a session", "TrainingCompletionUpheld", undefined, { missing: [] }, /where 1 are missing/]
])("%s is found", (_, type, session, data, says) => {
  expect(wrongIn(changed(type, session, data)).join("; ")).toMatch(says)
})
