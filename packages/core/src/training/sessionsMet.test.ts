/**
 * Which sessions a record meets: against the length that the session really had, and by what a credit left to learn,
 * whether or not an absence is noted.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sessionIn } from "../cohort/Cohort.ts"
import { CorrectTrainingSession, RecordSessionInterruption } from "../cohort/SessionFindings.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { given } from "../testing.ts"
import {
  attend,
  attended,
  begun,
  cohort,
  complete,
  dayOf,
  deliver,
  facilitator,
  heldAll,
  monday,
  taught,
  wessTraining,
  willsTraining
} from "../testing/SmallCourse.ts"
import { answerOver, kay, stateIn } from "../testing/SmallPrison.ts"
import type { Story } from "../testing/Story.ts"
import { CorrectAttendance, RecordSessionMakeUp } from "./Attendance.ts"
import { completionHolds } from "./completionHolds.ts"
import { CreditTrainingSession, VoidTrainingEntry } from "./Credits.ts"
import type { Outcome } from "./outcomeWords.ts"
import type { SessionKey } from "./SessionCatalogue.ts"
import { presentOf, sessionsMet } from "./sessionsMet.ts"
import { Training } from "./Training.ts"
import { recordOf } from "./TrainingRecord.ts"

const reason = "It turned out so"

const recordIn = (events: ReadonlyArray<Happened>, training: string) =>
  answerOver(recordOf(stateIn(Training, training, events)), events)

/** How somebody's session stands in the end. */
const how = ({ events }: Story, session: SessionKey = "LOSS", training = willsTraining) =>
  sessionsMet(recordIn(events, training), date("2016-12-31")).filter((one) => one.session === session)
    .map((one) => [one.how, one.minutes, one.of])[0]

const holds = ({ events }: Story): boolean => completionHolds(recordIn(events, willsTraining))

const lasted = (minutes: number, session: SessionKey = "LOSS"): Given =>
  CorrectTrainingSession.make({
    cohort,
    session,
    heldOn: addDays(monday, dayOf(session) - 1),
    minutes,
    deliverers: [facilitator],
    reason
  })

const makeUp = (minutes: number, on = "2016-03-17", session: SessionKey = "LOSS"): Given =>
  RecordSessionMakeUp.make({
    training: willsTraining,
    session,
    minutes,
    deliverers: [facilitator],
    on: date(on)
  })

const left = (minutes: number): Given =>
  attend(
    "LOSS",
    { trainee: willsTraining, outcome: "LEFT_EARLY", minutes },
    ...attended(wessTraining)
  )

const corrected = (story: Story, outcome: Outcome, minutes: number): Given =>
  CorrectAttendance.make({
    training: willsTraining,
    entry: stateIn(Training, willsTraining, story.events).attendance.find(({ session }) => session === "LOSS")?.event ??
      "",
    outcome,
    minutes,
    reason
  })

describe("a session counts with the length that it really had", () => {
  const forty = begun.on("2016-03-15", deliver("LOSS"), left(40))

  it("which was longer: who left early lacks more, and who attended it attended all of it", () => {
    expect(how(forty)).toEqual(["Partial", 40, 60])
    const longer = forty.on("2016-03-16", lasted(90))
    expect(how(longer)).toEqual(["Partial", 40, 90])
    expect(how(longer, "LOSS", wessTraining)).toEqual(["Attended", 90, 90])
    expect(how(longer.on("2016-03-17", makeUp(20)))).toEqual(["Partial", 60, 90])
    given(longer.events).on("2016-03-17").when(makeUp(51)).isRefusedBy("TRAINING-14")
    expect(how(longer.on("2016-03-17", makeUp(50)))).toEqual(["MadeUp", 90, 90])
  })

  it("or shorter: who was there all the time was there for all of it", () => {
    expect(how(forty.on("2016-03-16", lasted(41)))).toEqual(["Partial", 40, 41])
    expect(how(forty.on("2016-03-16", lasted(40)))).toEqual(["Attended", 40, 40])
    expect(how(forty.on("2016-03-16", lasted(30)))).toEqual(["Attended", 30, 30])
  })

  it("also where attendance is written down or corrected after that", () => {
    const longer = forty.on("2016-03-16", lasted(90))
    given(longer.events).on("2016-03-16").when(corrected(longer, "LATE", 90)).isRefusedBy("TRAINING-7")
    given(longer.events).on("2016-03-16").when(corrected(longer, "ATTENDED", 60)).isRefusedBy("TRAINING-7")
    const whole = longer.on("2016-03-16", corrected(longer, "ATTENDED", 90))
    expect(how(whole)).toEqual(["Attended", 90, 90])
    expect(how(whole.on("2016-03-16", lasted(60)))).toEqual(["Attended", 60, 60])
    given(longer.events).on("2016-03-16").when(attend("LOSS", ...attended(wessTraining))).isRefusedWhile("Running")
  })

  it("less what was lost of it, of which there is never more than there was", () => {
    const lost = forty.on("2016-03-16", lasted(120))
      .on("2016-03-16", RecordSessionInterruption.make({ cohort, session: "LOSS", minutes: 30, cause: "WING_RECALL" }))
    expect(how(lost, "LOSS", wessTraining)).toEqual(["Partial", 90, 120])
    expect(how(lost)).toEqual(["Partial", 10, 120])
    const { decision } = given(lost.events).on("2016-03-16").when(lasted(29)).isRefusedWhile("Running")
    expect(decision._tag === "Refused" && decision.moment?.says)
      .toBe("Interruptions of 30 minutes are recorded. Strike out what is wrong of them")
    given(lost.events).on("2016-03-16").when(lasted(30)).isAccepted("TrainingSessionCorrected")
  })

  it("and a completion that rests on the wrong length no longer holds, until that was wrong", () => {
    const short = begun.on("2016-03-16", ...heldAll("LOSS"), deliver("LOSS"), left(40))
    const completed = short.on("2016-03-17", makeUp(20), complete(willsTraining, "2016-03-17"))
    expect(holds(completed)).toBe(true)
    const longer = completed.on("2016-03-18", lasted(61))
    expect([holds(longer), holds(longer.on("2016-03-19", lasted(60)))]).toEqual([false, true])
    expect(holds(taught.on("2016-03-17", complete(willsTraining, "2016-03-17")).on("2016-03-18", lasted(90))))
      .toBe(true)
  })

  it("whatever was written down, and what was not held is as long as it was planned", () => {
    const held = sessionIn(
      answerOver(recordOf(stateIn(Training, willsTraining, forty.events)), forty.events).cohort ??
        expect.fail("Will is in a cohort"),
      "LOSS"
    ) ?? expect.fail("The session was held")
    const around = fc.integer({ min: 58, max: 62 })
    fc.assert(fc.property(around, around, around, (minutes, of, length) => {
      const really = { ...held, minutes: length }
      const stays = { minutes, of, outcome: "LATE" } as const
      expect(presentOf(stays, really)).toEqual({ minutes: minutes < length ? minutes : length, of: length })
      expect(presentOf({ minutes: of, of, outcome: "ATTENDED" }, really)).toEqual({ minutes: length, of: length })
      expect(presentOf({ minutes: 0, of, outcome: "SESSION_NOT_HELD" }, really)).toEqual({ minutes: 0, of })
      expect(presentOf({ minutes: 0, of, outcome: "ABSENT_ACCEPTABLE" }, { ...really, delivered: null }))
        .toEqual({ minutes: 0, of })
    }))
  })
})

describe("what a credit left to learn stays what is missing", () => {
  const credit = CreditTrainingSession.make({
    training: willsTraining,
    session: "LOSS",
    credit: "PARTIAL",
    topUpMinutes: 30,
    evidence: "CERTIFICATE",
    decidedBy: kay,
    on: monday
  })
  const absent = attend("LOSS", { trainee: willsTraining, outcome: "ABSENT_ACCEPTABLE" })
  const credited = begun.on("2016-03-15", credit, deliver("LOSS"))
  const marked = credited.on("2016-03-15", absent)

  it("whether or not an absence is noted", () => {
    expect(how(credited)).toEqual(["Partial", 0, 30])
    expect(how(marked)).toEqual(["Partial", 0, 30])
    given(marked.events).on("2016-03-17").when(makeUp(31)).isRefusedBy("TRAINING-14")
    expect(how(marked.on("2016-03-17", makeUp(29)))).toEqual(["Partial", 29, 30])
    expect(how(marked.on("2016-03-17", makeUp(30)))?.[0]).toBe("Credited")
    expect(how(credited.on("2016-03-15", makeUp(30, "2016-03-15"), absent))?.[0]).toBe("Credited")
    expect(how(marked.on("2016-03-15", makeUp(30, "2016-03-14")))?.[0]).toBe("Credited")
  })

  it("unless less is missing of the session itself", () => {
    const stayed = (minutes: number) => credited.on("2016-03-15", left(minutes))
    expect(how(stayed(29))).toEqual(["Partial", 0, 30])
    expect(how(stayed(30))).toEqual(["Partial", 0, 30])
    expect(how(stayed(31))).toEqual(["Partial", 31, 60])
    expect(how(stayed(31).on("2016-03-17", makeUp(29)))).toEqual(["MadeUp", 60, 60])
    expect(how(credited.on("2016-03-15", attend("LOSS", ...attended(willsTraining))))?.[0]).toBe("Attended")
  })

  it("and what was made up before the credit is no part of that; it counts for what was missed", () => {
    const before = begun.on("2016-03-15", deliver("LOSS"), absent, makeUp(30, "2016-03-15")).on("2016-03-16", credit)
    expect(how(before)).toEqual(["Partial", 0, 30])
    const struck = (story: Story) =>
      VoidTrainingEntry.make({
        training: willsTraining,
        entry: stateIn(Training, willsTraining, story.events).credits.at(-1)?.event ?? "",
        reason
      })
    expect(how(before.on("2016-03-17", struck(before)))).toEqual(["Partial", 30, 60])
    const after = marked.on("2016-03-17", makeUp(30))
    expect(how(after.on("2016-03-18", struck(after)))).toEqual(["Partial", 30, 60])
  })
})
