/**
 * What a cohort met by the template before it moved counts from the day of the move on, and not a day sooner.
 */
import { expect, it } from "vitest"
import { addDays, date } from "../language/LocalDate.ts"
import { publishedTemplates } from "../template/PublishedTemplates.ts"
import type { TrainingTemplate } from "../template/TrainingTemplate.ts"
import { taught, templateOne, willsTraining } from "../testing/SmallCourse.ts"
import { answerOver, stateIn } from "../testing/SmallPrison.ts"
import { countMet } from "./sessionsMet.ts"
import type { TrainingRecord } from "./sessionsMet.ts"
import { Training } from "./Training.ts"
import { recordOf } from "./TrainingRecord.ts"

it("counts on the day of the move, and on the day before it does not", () => {
  const moved = date("2016-04-01")
  const before = answerOver(recordOf(stateIn(Training, willsTraining, taught.events)), taught.events)
  const entries = before.training.attendance.map(({ event }) => event)
  const sessions = publishedTemplates.TEMPLATE_2.sessions.map(({ session }) => session)
  const template: TrainingTemplate = {
    ...before.template,
    equivalences: sessions.map((session) => ({
      event: `equivalence of ${session}`,
      on: date("2016-03-31"),
      from: before.training.template,
      fromSession: session,
      session,
      credit: "FULL",
      topUp: null,
      topUpMinutes: 0
    }))
  }
  const record: TrainingRecord = {
    ...before,
    training: {
      ...before.training,
      template: templateOne,
      moved: { event: "moved", on: moved, from: before.training.template, before: entries, earlier: null }
    },
    template,
    before
  }
  expect([addDays(moved, -1), moved, addDays(moved, 1)].map((day) => countMet(record, day)))
    .toEqual([0, sessions.length, sessions.length])
})
