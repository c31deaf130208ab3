/**
 * A cohort that goes on by another template: what was taught counts by equivalence, and nothing of it is lost.
 */
import { describe, expect, it } from "vitest"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { RecordStaffLeaving } from "../staff/StaffLeaving.ts"
import { IntroduceTemplate } from "../template/TemplateChoice.ts"
import { GrantTrainingEquivalence } from "../template/TrainingEquivalences.ts"
import { given } from "../testing.ts"
import {
  attend,
  attended,
  begun,
  cohort,
  deliver,
  facilitator,
  schedule,
  templateOne,
  templateTwo,
  wessTraining,
  willsTraining
} from "../testing/SmallCourse.ts"
import { answerOver, id, kay, lee, scheme, stateIn } from "../testing/SmallPrison.ts"
import { CorrectAttendance, RecordSessionMakeUp } from "../training/Attendance.ts"
import { WithdrawTrainee } from "../training/Enrolment.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import { sessionsMet } from "../training/sessionsMet.ts"
import { Training } from "../training/Training.ts"
import { recordOf } from "../training/TrainingRecord.ts"
import { Cohort } from "./Cohort.ts"
import { MoveCohortToTemplate, VoidCohortMove } from "./CohortTemplate.ts"

const reason = "The trainers of the new content are away"

const equals = (session: SessionKey, more: object = {}) =>
  GrantTrainingEquivalence.make({
    template: templateOne,
    session,
    from: templateTwo,
    fromSession: session,
    credit: "FULL",
    decidedBy: kay,
    on: date("2016-03-15"),
    reason,
    ...more
  })

/** Three sessions of template 2 were held; Will missed 20 minutes of one of them. */
const held = begun.on(
  "2016-03-15",
  IntroduceTemplate.make({ template: templateOne, scheme, published: "TEMPLATE_1", on: date("2016-01-18") }),
  deliver("LOSS"),
  attend("LOSS", ...attended(willsTraining, wessTraining)),
  deliver("OLDER_ADULTS"),
  attend("OLDER_ADULTS", ...attended(willsTraining, wessTraining)),
  deliver("COMMUNICATION"),
  attend("COMMUNICATION", { trainee: willsTraining, outcome: "LATE", minutes: 40 }, ...attended(wessTraining))
)

const overrides = [{ rule: "TEMPLATE-3", reason: "This cohort only" }]
const move = (more: object = {}) =>
  MoveCohortToTemplate.make({
    cohort,
    template: templateOne,
    decidedBy: kay,
    on: date("2016-03-15"),
    reason,
    overrides,
    ...more
  })

const decided = held.on(
  "2016-03-15",
  equals("LOSS"),
  equals("OLDER_ADULTS", { credit: "PARTIAL", topUp: "OTHER", topUpMinutes: 30 }),
  equals("COMMUNICATION")
)
const moved = decided.on("2016-03-15", move())

const how = (events: ReadonlyArray<Happened>, session: SessionKey, of = willsTraining) => {
  const record = answerOver(recordOf(stateIn(Training, of, events)), events)
  const one = sessionsMet(record, date("2016-03-31")).find((met) => met.session === session)
  return one === undefined ? null : [one.how, one.minutes, one.of]
}

describe("a cohort that moves to another template", () => {
  it("takes its trainees along, and what they met counts as its equivalences say", () => {
    expect(stateIn(Cohort, cohort, moved.events)).toMatchObject({
      template: templateOne,
      moves: [{ from: templateTwo }]
    })
    for (const  of of[willsTraining, wessTraining]) {
      expect(stateIn(Training, of, moved.events)).toMatchObject({ template: templateOne, moved: { from: templateTwo } })
    }
    expect(how(moved.events, "LOSS")?.[0]).toBe("Credited")
    expect(how(moved.events, "OLDER_ADULTS")).toEqual(["Partial", 0, 30])
    // Will did not meet Communication in Care before, so nothing of it counts; Wes did
    expect([how(moved.events, "COMMUNICATION")?.[0], how(moved.events, "COMMUNICATION", wessTraining)?.[0]])
      .toEqual(["Missing", "Credited"])
    expect(how(moved.events, "DISABILITY")).toEqual(["Missing", 0, 0])
    expect(how(moved.events, "HAND_HYGIENE")).toBeNull()
  })

  it("asks for a decision about each session that was held, or a reason", () => {
    given(held.events).on("2016-03-15").when(move()).isRefusedBy("COHORT-9")
      .says(
        "COHORT-9",
        "Nobody decided what these count for: Care for Older Adults, Communication in Care, Working with Loss. " +
          "Decide on their equivalences, or give a reason"
      )
    const knowingly = [...overrides, { rule: "COHORT-9", reason: "Everything is taught again" }]
    const anyway = held.on("2016-03-15", move({ overrides: knowingly }))
    expect(how(anyway.events, "LOSS")).toEqual(["Missing", 0, 60])
    // What is decided afterwards counts as well: nothing of what was attended is lost
    expect(how(anyway.on("2016-03-15", equals("LOSS")).events, "LOSS")?.[0]).toBe("Credited")
  })

  it("goes on: what is left to learn is made up, other sessions are held, and corrections are followed through", () => {
    const toppedUp = moved.on(
      "2016-03-17",
      RecordSessionMakeUp.make({
        training: willsTraining,
        session: "OLDER_ADULTS",
        minutes: 30,
        deliverers: [facilitator],
        on: date("2016-03-17")
      }),
      schedule("DISABILITY", 4),
      deliver("DISABILITY", { on: date("2016-03-17") }),
      attend("DISABILITY", ...attended(willsTraining))
    )
    expect([how(toppedUp.events, "OLDER_ADULTS")?.[0], how(toppedUp.events, "DISABILITY")?.[0]])
      .toEqual(["Credited", "Attended"])
    const entry = stateIn(Training, willsTraining, moved.events).attendance.find(({ session }) => session === "LOSS")
    const corrected = toppedUp.on(
      "2016-03-17",
      CorrectAttendance.make({
        training: willsTraining,
        entry: entry?.event ?? "",
        outcome: "ABSENT_ACCEPTABLE",
        minutes: 0,
        reason
      })
    )
    expect(how(corrected.events, "LOSS")?.[0]).toBe("Missing")
  })

  it("is moved once, by somebody in post, to a template of its scheme, with those who are still trained", () => {
    given(moved.events).on("2016-03-15").when(move()).isRefusedWhile("Running")
    given(decided.events).on("2016-03-15").when(move({ template: id(99) })).isRefusedWhile("Unknown")
    const left = decided.on("2016-03-15", RecordStaffLeaving.make({ staff: lee, on: date("2016-03-14") }))
    given(left.events).on("2016-03-15").when(move({ decidedBy: lee })).isRefusedBy("STAFF-1")
    const withdrawn = decided.on(
      "2016-03-15",
      WithdrawTrainee.make({ training: wessTraining, by: "TRAINEE", on: date("2016-03-15"), reason })
    )
    given(withdrawn.events).on("2016-03-15").when(move()).isAccepted("CohortMovedToTemplate", "TrainingMovedToTemplate")
  })

  it("that was moved in error goes on as if it had not been", () => {
    const back = moved.on("2016-03-16", VoidCohortMove.make({ cohort, reason }))
    expect(stateIn(Cohort, cohort, back.events)).toMatchObject({ template: templateTwo, moves: [] })
    expect(stateIn(Training, willsTraining, back.events)).toMatchObject({ template: templateTwo, moved: null })
    expect([how(back.events, "LOSS"), how(back.events, "COMMUNICATION")])
      .toEqual([["Attended", 60, 60], ["Partial", 40, 60]])
    given(back.events).on("2016-03-16").when(VoidCohortMove.make({ cohort, reason })).isRefusedWhile("Running")
  })
})
