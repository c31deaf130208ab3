/**
 * The life of a training record: attendance in minutes, what is missing, made up and credited, and who decides.
 */
import { describe, expect, it } from "vitest"
import {
  begun,
  complete,
  taught,
  willsTraining
} from "../testing/SmallCourse.ts"
import { given } from "../testing.ts"

describe("x", () => {
  it("y", () => {
    given(taught.events).on("2016-03-17").when(complete(willsTraining, "2016-03-17")).isAccepted("TrainingCompleted")
    expect(begun.events.length).toBeGreaterThan(3)
  })
})
