/**
 * A completion of which a session turned out never to have been held: what is missing is held, made up or credited, and
 * somebody decides whether the completion stands; the cohort says what comes first.
 */
import { describe, expect, it } from "vitest"
import { CloseCohort, FinishCohortDelivery, RecordCohortReflection } from "../cohort/CohortEnd.ts"
import { TakeBackCohortStep } from "../cohort/CohortPlan.ts"
import { WriteOffTrainingSession } from "../cohort/CohortSessions.ts"
import { VoidTrainingSession } from "../cohort/SessionFindings.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { given } from "../testing.ts"
import {
  attend,
  attended,
  cohort,
  complete,
  deliver,
  facilitator,
  taught,
  wessTraining,
  willsTraining
} from "../testing/SmallCourse.ts"
import { answerOver, kay, lee, stateIn } from "../testing/SmallPrison.ts"
import type { Story } from "../testing/Story.ts"
import { RecordSessionMakeUp } from "./Attendance.ts"
import { RevokeTrainingCompletion, UpholdTrainingCompletion } from "./CompletionDecisions.ts"
import { completionHolds } from "./completionHolds.ts"
import { CreditTrainingSession } from "./Credits.ts"
import { WithdrawTrainee } from "./Enrolment.ts"
import { Training } from "./Training.ts"
import { recordOf } from "./TrainingRecord.ts"
import { countingSteps } from "./trainingSteps.ts"

const reason = "It turned out so"
const on = date("2016-03-22")

const closed = taught.on(
  "2016-03-18",
  FinishCohortDelivery.make({ cohort, on: date("2016-03-16") }),
  complete(willsTraining, "2016-03-17"),
  complete(wessTraining, "2016-03-17"),
  RecordCohortReflection.make({ cohort, wanted: ["NOTHING"], notes: "Well received", on: date("2016-03-17") }),
  CloseCohort.make({ cohort, on: date("2016-03-18") })
)
const strike = VoidTrainingSession.make({ cohort, session: "LOSS", reason })
const never = closed.on("2016-03-21", strike)
const back = TakeBackCohortStep.make({ cohort, reason })
const makeUp = RecordSessionMakeUp.make({
  training: willsTraining,
  session: "LOSS",
  minutes: 60,
  deliverers: [facilitator],
  on
})
const credit = CreditTrainingSession.make({
  training: willsTraining,
  session: "LOSS",
  credit: "FULL",
  evidence: "CERTIFICATE",
  decidedBy: kay,
  on
})
const uphold = UpholdTrainingCompletion.make({ training: willsTraining, decidedBy: kay, on, reason })
const writeOff = WriteOffTrainingSession.make({ cohort, session: "LOSS", cause: "LOCKDOWN", on })

const holds = (events: ReadonlyArray<Happened>): boolean =>
  completionHolds(answerOver(recordOf(stateIn(Training, willsTraining, events)), events))
const said = (story: Story, command: Given): string | undefined => {
  const { decision } = given(story.events).on("2016-03-22").when(command)
  return decision._tag === "Refused" ? decision.moment?.says : "accepted"
}

describe("a session that was never held, of a cohort that is closed", () => {
  it("makes the completions of it fall, and nothing is taken back by itself", () => {
    expect([holds(closed.events), holds(never.events)]).toEqual([true, false])
    expect(stateIn(Training, willsTraining, never.events).status).toBe("Completed")
  })

  it("can be written off and made up, and the completion is upheld", () => {
    expect(said(never, attend("LOSS", { trainee: willsTraining, outcome: "SESSION_NOT_HELD" })))
      .toBe("The session was neither held nor written off. Record that first")
    const marked = never.on(
      "2016-03-22",
      writeOff,
      attend("LOSS", { trainee: willsTraining, outcome: "SESSION_NOT_HELD" })
    )
    const madeUp = marked.on("2016-03-22", makeUp)
    // Made up five days after it was decided: a person says whether the completion stands
    expect(holds(madeUp.events)).toBe(false)
    const upheld = madeUp.on("2016-03-22", uphold)
    expect([holds(upheld.events), upheld.events.at(-1)?.data["met"]]).toEqual([true, 8])
  })

  it("can be credited, upheld without either, or the completion is revoked", () => {
    expect(holds(never.on("2016-03-22", credit, uphold).events)).toBe(true)
    expect(holds(never.on("2016-03-22", uphold).events)).toBe(true)
    const revoked = never.on(
      "2016-03-22",
      RevokeTrainingCompletion.make({ training: willsTraining, decidedBy: kay, agreedBy: lee, on, reason }),
      credit
    )
    given(revoked.events).on("2016-03-22").when(complete(willsTraining, "2016-03-22")).isAccepted("TrainingCompleted")
  })

  it("can be held after all, once the cohort is taken back to where it ran", () => {
    const again = deliver("LOSS", { on })
    expect(said(never, again)).toBe(
      "The cohort is closed since 12:00 on 18 March 2016. First take back that it was closed, then take back the " +
        "reflection on it, then take back that its delivery was finished"
    )
    expect(said(never, FinishCohortDelivery.make({ cohort, on })))
      .toBe("The cohort is already closed since 12:00 on 18 March 2016")
    const opened = never.on("2016-03-22", back, back, back)
    const held = opened.on("2016-03-22", again, attend("LOSS", ...attended(willsTraining, wessTraining)))
    expect(holds(held.events)).toBe(false)
    given(held.events).on("2016-03-22").when(uphold).isAccepted("TrainingCompletionUpheld")
  })

  // The session was held after all, on its day: what was struck out in error is recorded again
  it("and was: then the completion holds again without a decision", () => {
    const again = never.on("2016-03-22", back, back, back, deliver("LOSS"), attend("LOSS", ...attended(willsTraining)))
    expect(holds(again.events)).toBe(true)
  })

  it("keeps the cohort from being closed until it is held or written off", () => {
    const open = closed.on("2016-03-22", back, strike)
    const close = CloseCohort.make({ cohort, on })
    given(open.events).on("2016-03-22").when(close).isRefusedBy("COHORT-6")
    given(open.on("2016-03-22", writeOff).events).on("2016-03-22").when(close).isAccepted("CohortClosed")
  })
})

it("a completion that lacks nothing takes no further entry", () => {
  const says = "The training is completed and lacks no session, so nothing more counts towards it"
  expect([said(closed, makeUp), said(closed, credit)]).toEqual([says, says])
  expect(said(closed, attend("LOSS", { trainee: willsTraining, outcome: "LATE", minutes: 20 })))
    .toBe("Somebody whose training is completed and lacks no session was named")
  const { decision } = given(closed.events).on("2016-03-22").when(makeUp)
  const possible = decision._tag === "Refused" ? decision.moment?.possible ?? [] : []
  expect([possible.includes("RevokeTrainingCompletion"), possible.filter((step) => countingSteps.includes(step))])
    .toEqual([true, []])
})

it("a training that is over takes no entry, and the refusal says what comes first", () => {
  const over = taught.on(
    "2016-03-22",
    WithdrawTrainee.make({ training: willsTraining, by: "TRAINEE", on, reason })
  )
  expect(said(over, makeUp)).toBe("The training is withdrawn since 12:00 on 22 March 2016. First reopen it")
  expect(said(over, attend("LOSS", { trainee: willsTraining, outcome: "LATE", minutes: 20 })))
    .toBe("Somebody whose training is no longer open was named")
})
