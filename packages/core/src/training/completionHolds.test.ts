/**
 * A completion that was upheld stands without what was missing then, and anything else that is missing is asked about.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { WriteOffTrainingSession } from "../cohort/CohortSessions.ts"
import { AcceptTrainingSession, CorrectTrainingSession, VoidTrainingSession } from "../cohort/SessionFindings.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { CorrectStaffLeaving } from "../staff/StaffCorrections.ts"
import { RecordStaffLeaving } from "../staff/StaffLeaving.ts"
import { given } from "../testing.ts"
import { attend, cohort, complete, dayOf, monday, nurse, taught, willsTraining } from "../testing/SmallCourse.ts"
import { answerOver, id, kay, lee, stateIn } from "../testing/SmallPrison.ts"
import type { Story } from "../testing/Story.ts"
import { CorrectAttendance } from "./Attendance.ts"
import { UpholdTrainingCompletion } from "./CompletionDecisions.ts"
import { completionHolds } from "./completionHolds.ts"
import type { Lack } from "./lackWords.ts"
import type { Outcome } from "./outcomeWords.ts"
import type { SessionKey } from "./SessionCatalogue.ts"
import { Training } from "./Training.ts"
import { recordOf } from "./TrainingRecord.ts"

const reason = "It turned out so"

const recordIn = (events: ReadonlyArray<Happened>) =>
  answerOver(recordOf(stateIn(Training, willsTraining, events)), events)

const holds = ({ events }: Story): boolean => completionHolds(recordIn(events))

const completed = taught.on("2016-03-17", complete(willsTraining, "2016-03-17"))

const taughtBy = (staff: string, session: SessionKey): Given =>
  CorrectTrainingSession.make({
    cohort,
    session,
    heldOn: addDays(monday, dayOf(session) - 1),
    minutes: 60,
    deliverers: [staff],
    reason
  })

const present = (session: SessionKey, outcome: Outcome, minutes: number): Given =>
  CorrectAttendance.make({
    training: willsTraining,
    entry: stateIn(Training, willsTraining, completed.events).attendance.find((one) =>
      one.session === session
    )?.event ??
      "",
    outcome,
    minutes,
    reason
  })

const strike = (session: SessionKey): Given => VoidTrainingSession.make({ cohort, session, reason })

const uphold = UpholdTrainingCompletion.make({
  training: willsTraining,
  decidedBy: kay,
  reason,
  on: date("2016-03-21")
})

const accept = (session: SessionKey): Given =>
  AcceptTrainingSession.make({
    cohort,
    session,
    ground: "OTHER",
    agreedBy: lee,
    on: date("2016-03-22"),
    reason
  })

const upheldWith = (...found: ReadonlyArray<Given>): Story =>
  completed.on("2016-03-20", ...found).on("2016-03-21", uphold)

describe("a completion that was upheld", () => {
  it("stands without the session that was missing then, and is asked about anew for every other one", () => {
    const upheld = upheldWith(taughtBy(nurse, "REFLECTION"))
    expect(upheld.events.at(-1)?.data).toMatchObject({
      met: 8,
      missing: [{ session: "REFLECTION", lacks: "NOT_COUNTED", minutes: 60 }]
    })
    expect(holds(upheld)).toBe(true)
    const counted = upheld.on("2016-03-22", accept("REFLECTION"))
    expect(holds(counted)).toBe(true)
    const other = counted.on("2016-03-23", strike("MOVING"))
    expect(holds(other)).toBe(false)
    const again = other.on("2016-03-24", uphold)
    expect(again.events.at(-1)?.data).toMatchObject({ met: 8, missing: [{ session: "MOVING" }] })
    expect(holds(again)).toBe(true)
    expect(holds(again.on("2016-03-25", taughtBy(nurse, "REFLECTION")))).toBe(false)
  })

  it("holds when less is missing, and not when more is missing of the same session", () => {
    const early = upheldWith(present("LOSS", "LEFT_EARLY", 40))
    expect([holds(early), early.events.at(-1)?.data["missing"]])
      .toEqual([true, [{ session: "LOSS", lacks: "PARTIAL", minutes: 20 }]])
    expect(holds(early.on("2016-03-22", present("LOSS", "LEFT_EARLY", 41)))).toBe(true)
    expect(holds(early.on("2016-03-22", present("LOSS", "LEFT_EARLY", 39)))).toBe(false)
    expect(holds(early.on("2016-03-22", present("LOSS", "ABSENT_ACCEPTABLE", 0)))).toBe(false)
    const nobody = upheldWith(taughtBy(nurse, "LOSS"))
    expect(holds(nobody.on("2016-03-22", present("LOSS", "ABSENT_ACCEPTABLE", 0)))).toBe(false)
    given(nobody.on("2016-03-22", present("LOSS", "ABSENT_ACCEPTABLE", 0)).events).on("2016-03-22").when(uphold)
      .isAccepted("TrainingCompletionUpheld")
  })

  it("where all of a session was missing, stands whatever is written down of it", () => {
    const never = upheldWith(strike("LOSS"))
    const marked = never.on(
      "2016-03-22",
      WriteOffTrainingSession.make({ cohort, session: "LOSS", cause: "LOCKDOWN", on: date("2016-03-22") }),
      attend("LOSS", { trainee: willsTraining, outcome: "SESSION_NOT_HELD" })
    )
    expect(holds(marked)).toBe(true)
    given(marked.events).on("2016-03-22").when(uphold).isRefusedWhile("Completed")
  })

  it("before it was written down what was missing, holds while no fewer sessions are met", () => {
    const record = recordIn(completed.on("2016-03-20", strike("LOSS")).events)
    const { completion } = record.training
    const upheldWhile = (met: number) => {
      const upheld = { event: "", on: date("2016-03-21"), met, missing: null }
      return completionHolds({
        ...record,
        training: { ...record.training, completion: completion === null ? null : { ...completion, upheld } }
      })
    }
    expect([upheldWhile(8), upheldWhile(9)]).toEqual([true, false])
  })

  it("holds exactly while each session lacks no more than was known", () => {
    const record = recordIn(completed.on("2016-03-20", present("LOSS", "LEFT_EARLY", 40)).events)
    const { completion } = record.training
    const sessions = fc.constantFrom<SessionKey>("LOSS", "MOVING")
    const lacks = fc.constantFrom<Lack>("MISSING", "PARTIAL", "NOT_COUNTED", "NOT_ASSESSED")
    fc.assert(fc.property(sessions, lacks, fc.integer({ min: 18, max: 22 }), (session, lack, minutes) => {
      const upheld = {
        event: "",
        on: date("2016-03-21"),
        met: 8,
        missing: [{ session, lacks: lack, minutes }]
      }
      const training = { ...record.training, completion: completion === null ? null : { ...completion, upheld } }
      expect(completionHolds({ ...record, training }))
        .toBe(session === "LOSS" && (lack === "MISSING" || (lack === "PARTIAL" && minutes >= 20)))
    }))
  })
})

describe("a completion that was decided by somebody who turns out to have left before", () => {
  const left = taught.on("2016-03-17", complete(willsTraining, "2016-03-17", { decidedBy: lee })).on(
    "2016-03-25",
    RecordStaffLeaving.make({ staff: lee, on: date("2016-03-25") })
  )
  const leftOn = (story: Story, day: string) =>
    story.on("2016-03-28", CorrectStaffLeaving.make({ staff: lee, leftOn: date(day), reason }))

  it("no longer holds, until it is upheld by somebody in post, or the day of their leaving was wrong", () => {
    expect([left, leftOn(left, "2016-03-18"), leftOn(left, "2016-03-17")].map(holds)).toEqual([true, true, false])
    const fallen = leftOn(left, "2016-03-17")
    expect(holds(fallen.on("2016-03-29", CorrectStaffLeaving.make({ staff: lee, leftOn: date("2016-03-24"), reason }))))
      .toBe(true)
    const upheldOn = UpholdTrainingCompletion.make({
      training: willsTraining,
      decidedBy: kay,
      reason,
      on: date("2016-03-29")
    })
    const upheld = fallen.on("2016-03-29", upheldOn)
    expect(holds(upheld)).toBe(true)
    expect(holds(upheld.on("2016-03-30", strike("LOSS")))).toBe(false)
  })

  it("holds where nobody is known under the id of whoever decided it, as in imported history", () => {
    const training = stateIn(Training, willsTraining, completed.events)
    const completion = training.completion === null ? null : { ...training.completion, decidedBy: id(900) }
    expect(completionHolds(answerOver(recordOf({ ...training, completion }), completed.events))).toBe(true)
  })
})
