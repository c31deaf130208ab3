/**
 * Which tasks a worker may do who was trained in a course: its completion runs out, and may be revoked, like any other.
 */
import { expect, it } from "vitest"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { check } from "../OverEvents.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { begun, complete, heldAll, willsTraining } from "../testing/SmallCourse.ts"
import {
  acknowledge,
  activate,
  assess,
  begin,
  experienced,
  kay,
  lee,
  max,
  maxsRole,
  plan,
  propose,
  select,
  shadowing,
  start,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import { RevokeTrainingCompletion } from "../training/CompletionDecisions.ts"
import { RefuseTask } from "./TaskRefusal.ts"

/** Will completed the course on 17 March 2016, good for twelve months, and works alone from 4 April. */
const working = begun.on("2015-11-09", ...experienced(maxsRole, max).slice(1))
  .on(
    "2016-03-14",
    propose(willsRole, will, "2016-02-01"),
    begin(willsRole, "2016-02-02"),
    assess(willsRole, "2016-02-08"),
    acknowledge(willsRole, "2016-02-10"),
    select(willsRole, "2016-02-15")
  )
  .on("2016-03-16", ...heldAll())
  .on("2016-03-18", complete(willsTraining, "2016-03-17"), plan("2016-03-21", max, "2016-03-18"))
  .on("2016-03-21", start("2016-03-21"))
  .on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }), activate(willsRole, "2016-04-04"))
  .on("2017-01-09", assess(willsRole, "2017-01-09", "2018-01-08"))

/** Whether it is recorded that the worker was asked to befriend somebody, and may not. */
const isRefused = (history: ReadonlyArray<Happened>, day: string): boolean => {
  const asked = { appointment: willsRole, owner: lee, request: "To sit with somebody" }
  const refuse = RefuseTask.make({ ...asked, task: "BEFRIENDING", on: date(day) })
  return check(refuse, history, { today: date("2017-05-01") })._tag === "Accepted"
}

it("a worker may do the tasks of the role until the completion of the course has lapsed", () => {
  expect(["2016-04-03", "2016-04-04", "2017-03-17", "2017-03-18"].map((day) => isRefused(working.events, day)))
    .toEqual([true, false, false, true])
})

it("a worker whose completion is revoked may do none", () => {
  const revoked = working.on(
    "2017-01-09",
    RevokeTrainingCompletion.make({
      training: willsTraining,
      decidedBy: kay,
      agreedBy: lee,
      reason: "It was somebody else who attended",
      on: date("2017-01-09")
    })
  )
  expect(["2016-04-04", "2017-01-09"].map((day) => isRefused(revoked.events, day))).toEqual([true, true])
})
