/**
 * The life of a training record: attendance in minutes, what is missing, made up and credited, and who decides.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { AcceptTrainingSession, CorrectTrainingSession, RecordSessionInterruption } from "../cohort/SessionFindings.ts"
import type { Actor } from "../language/Actor.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { RecordRelease } from "../person/PersonMovements.ts"
import { publishedTemplates } from "../template/PublishedTemplates.ts"
import { IntroduceTemplate } from "../template/TemplateChoice.ts"
import { GrantTrainingEquivalence } from "../template/TrainingEquivalences.ts"
import { TrainingTemplate } from "../template/TrainingTemplate.ts"
import { given } from "../testing.ts"
import {
  attend,
  attended,
  begun,
  cohort,
  complete,
  deliver,
  enrol,
  facilitator,
  heldAll,
  maxsTraining,
  nurse,
  prepared,
  taught,
  templateOne,
  templateTwo,
  wessTraining,
  willsTraining
} from "../testing/SmallCourse.ts"
import { answerOver, coordinator, id, kay, lee, max, officer, scheme, stateIn, will } from "../testing/SmallPrison.ts"
import { WithdrawTrainerAccreditation } from "../trainer/TrainerAccreditation.ts"
import { CorrectAttendance, RecordSessionMakeUp } from "./Attendance.ts"
import {
  IssueTrainingCertificate,
  RevokeTrainingCompletion,
  UpholdTrainingCompletion,
  WithholdTrainingCompletion
} from "./CompletionDecisions.ts"
import { completionHolds } from "./completionHolds.ts"
import { CreditEarlierTraining, CreditTrainingSession, VoidTrainingEntry } from "./Credits.ts"
import {
  CloseTrainingIncomplete,
  OpenTrainingRecord,
  ReopenTraining,
  VoidTraining,
  WithdrawTrainee
} from "./Enrolment.ts"
import type { SessionKey } from "./SessionCatalogue.ts"
import { allMet, countMet, offersFor, sessionsMet } from "./sessionsMet.ts"
import { Training } from "./Training.ts"
import { recordOf } from "./TrainingRecord.ts"

const reason = "It turned out so"
const later = id(82)
const another = id(83)

const recordIn = (events: ReadonlyArray<Happened>, of = willsTraining) =>
  answerOver(recordOf(stateIn(Training, of, events)), events)

const how = (events: ReadonlyArray<Happened>, session: SessionKey, of = willsTraining) => {
  const met = sessionsMet(recordIn(events, of), date("2016-12-31")).find((one) => one.session === session)
  return [met?.how, met?.minutes, met?.of]
}
const met = (events: ReadonlyArray<Happened>, on = "2016-12-31", of = willsTraining) =>
  countMet(recordIn(events, of), date(on))
const makeUp = (session: SessionKey, minutes: number, more: object = {}) =>
  RecordSessionMakeUp.make({
    training: willsTraining,
    session,
    minutes,
    deliverers: [facilitator],
    on: date("2016-03-17"),
    ...more
  })
const interrupt = (session: SessionKey, minutes: number) =>
  RecordSessionInterruption.make({ cohort, session, minutes, cause: "WING_RECALL" })
const withdrawAccreditation = (session: SessionKey, on: string) =>
  WithdrawTrainerAccreditation.make({ trainer: facilitator, session, decidedBy: kay, reason, on: date(on) })

describe("attendance", () => {
  it("of a whole session is one command, and stands in the life of each trainee", () => {
    const held = begun.on("2016-03-15", deliver("LOSS"))
    const marks = attend("LOSS", { trainee: willsTraining, outcome: "ATTENDED" }, {
      trainee: wessTraining,
      outcome: "LATE",
      minutes: 45
    })
    given(held.events).on("2016-03-15").when(marks).isAccepted("AttendanceRecorded", "AttendanceRecorded")
    const recorded = held.on("2016-03-15", marks)
    expect([how(recorded.events, "LOSS"), how(recorded.events, "LOSS", wessTraining)])
      .toEqual([["Attended", 60, 60], ["Partial", 45, 60]])
  })

  const recorded = begun.on("2016-03-15", deliver("LOSS"), attend("LOSS", ...attended(willsTraining)))

  it("that is recorded twice and differently is refused with both, and overwrites nothing", () => {
    const late = { trainee: willsTraining, outcome: "LATE", minutes: 40 } as const
    const { decision } = given(recorded.events).on("2016-03-15")
      .when(attend("LOSS", late, ...attended(wessTraining))).isRefusedBy("TRAINING-13")
    expect(decision.judged.find(({ rule }) => rule === "TRAINING-13")?.facts).toEqual({
      session: "LOSS",
      attendance: [{
        trainee: willsTraining,
        stands: "ATTENDED",
        standsMinutes: 60,
        sent: "LATE",
        sentMinutes: 40
      }]
    })
    const longer = { trainee: willsTraining, outcome: "ATTENDED", minutes: 59 } as const
    given(recorded.events).on("2016-03-15").when(attend("LOSS", longer)).isRefusedBy("TRAINING-13", "TRAINING-7")
  })

  it("that is sent again as it stands is recorded already, and only who is new is added", () => {
    const { decision } = given(recorded.events).on("2016-03-15").when(attend("LOSS", ...attended(willsTraining)))
      .isRefusedWhile("Running")
    expect(decision._tag === "Refused" && decision.moment?.says)
      .toBe("Working with Loss is recorded like that already, for everybody named")
    const both = given(recorded.events).on("2016-03-15").when(attend("LOSS", ...attended(willsTraining, wessTraining)))
      .isAccepted("AttendanceRecorded")
    expect(both.decision._tag === "Accepted" && both.decision.events[0]?.stream).toBe(`training-${wessTraining}`)
  })

  it.each(
    [
      ["ATTENDED", undefined, true],
      ["ATTENDED", 60, true],
      ["ATTENDED", 59, false],
      ["LATE", undefined, false],
      ["LATE", 0, false],
      ["LATE", 1, true],
      ["LEFT_EARLY", 59, true],
      ["LEFT_EARLY", 60, false],
      ["ABSENT_ACCEPTABLE", undefined, true],
      ["ABSENT_UNACCEPTABLE", 1, false],
      ["SESSION_NOT_HELD", 0, true]
    ] as const
  )("of %s with %s minutes: %s", (outcome, minutes, fits) => {
    const held = begun.on("2016-03-15", deliver("LOSS"))
    const row = { trainee: willsTraining, outcome, ...(minutes === undefined ? {} : { minutes }) }
    const asked = given(held.events).on("2016-03-15").when(attend("LOSS", row))
    if (fits) asked.isAccepted()
    else asked.isRefusedBy("TRAINING-7")
  })

  it("is recorded in time or with a reason, for those of the cohort, after the session was held", () => {
    const held = begun.on("2016-03-15", deliver("LOSS"))
    const marks = attend("LOSS", ...attended(willsTraining))
    given(begun.events).on("2016-03-15").when(marks).isRefusedWhile("Running")
    given(held.events).on("2016-03-22").when(marks).isAccepted()
    given(held.events).on("2016-03-23").when(marks).isRefusedBy("TRAINING-8")
    given(held.events).on("2016-03-15").when(attend("LOSS")).isRefusedWhile("Running")
    given(held.events).on("2016-03-15").when(attend("LOSS", ...attended(maxsTraining))).isRefusedWhile("Running")
  })

  it("is corrected without counting minutes where the outcome says how many, and not to late", () => {
    const recorded = begun.on("2016-03-15", deliver("LOSS"), attend("LOSS", ...attended(willsTraining)))
    const entry = recorded.events.at(-1)?.id ?? ""
    const correct = (outcome: "ABSENT_ACCEPTABLE" | "ATTENDED" | "LATE") =>
      CorrectAttendance.make({ training: willsTraining, entry, outcome, reason })
    const absent = recorded.on("2016-03-16", correct("ABSENT_ACCEPTABLE"))
    expect(how(absent.events, "LOSS")).toEqual(["Missing", 0, 60])
    const back = absent.on("2016-03-16", correct("ATTENDED"))
    expect(how(back.events, "LOSS")).toEqual(["Attended", 60, 60])
    given(back.events).on("2016-03-16").when(correct("ATTENDED")).isRefusedWhile("Enrolled")
    given(back.events).on("2016-03-16").when(correct("LATE")).isRefusedBy("TRAINING-7")
  })

  it("is corrected by everybody for some days, and after that by those with more authority", () => {
    const recorded = begun.on("2016-03-15", deliver("LOSS"), attend("LOSS", ...attended(willsTraining)))
    const entry = recorded.events.at(-1)?.id ?? ""
    const correct = (minutes: number) =>
      CorrectAttendance.make({ training: willsTraining, entry, outcome: "LEFT_EARLY", minutes, reason })
    const by = (day: string, actor: Actor, minutes = 40) =>
      given(recorded.events).on(day).by(actor).when(correct(minutes))
    by("2016-03-22", officer).isAccepted("AttendanceCorrected")
    by("2016-03-23", officer).isRefusedBy("TRAINING-9")
    by("2016-03-23", coordinator).isAccepted()
    by("2016-03-22", officer, 60).isRefusedBy("TRAINING-7")
    const corrected = recorded.on("2016-03-16", correct(40))
    expect(how(corrected.events, "LOSS")).toEqual(["Partial", 40, 60])
    given(corrected.events).on("2016-03-16").when(correct(40)).isRefusedWhile("Enrolled")
    given(corrected.events).on("2016-03-16").when(
      CorrectAttendance.make({ training: willsTraining, entry: kay, outcome: "LATE", minutes: 1, reason })
    ).isRefusedWhile("Enrolled")
  })
})

describe("partial attendance", () => {
  // The wing is called back for 20 of 60 minutes; 20 are made up for everybody on the day after
  it("never rounds up: an interruption comes off for all, until it is made up", () => {
    const interrupted = taught.on("2016-03-16", interrupt("COMMUNICATION", 20))
    expect([willsTraining, wessTraining].map((of) => how(interrupted.events, "COMMUNICATION", of)))
      .toEqual([["Partial", 40, 60], ["Partial", 40, 60]])
    given(interrupted.events).on("2016-03-17").when(complete(willsTraining, "2016-03-17")).isRefusedBy("TRAINING-2")
      .says("TRAINING-2", "20 minutes are missing of Communication in Care. Have them made up")
    const almost = interrupted.on("2016-03-17", makeUp("COMMUNICATION", 19))
    expect(how(almost.events, "COMMUNICATION")).toEqual(["Partial", 59, 60])
    const whole = almost.on("2016-03-17", makeUp("COMMUNICATION", 1))
    expect(how(whole.events, "COMMUNICATION")).toEqual(["MadeUp", 60, 60])
    given(whole.events).on("2016-03-17").when(complete(willsTraining, "2016-03-16")).isRefusedBy("TRAINING-2")
    given(whole.events).on("2016-03-17").when(complete(willsTraining, "2016-03-17")).isAccepted("TrainingCompleted")
  })

  it("meets a session exactly when the minutes present, less those lost, and those made up are all of it", () => {
    const present = fc.oneof(fc.integer({ min: 38, max: 42 }), fc.integer({ min: 1, max: 59 }))
    const others = fc.oneof(fc.integer({ min: 9, max: 11 }), fc.nat(59))
    fc.assert(
      fc.property(present, others, others, (minutes, lost, made) => {
        const story = begun.on(
          "2016-03-15",
          deliver("LOSS"),
          attend("LOSS", { trainee: willsTraining, outcome: "LATE", minutes }),
          ...(lost === 0 ? [] : [interrupt("LOSS", lost)])
        )
        const missing = 60 - Math.max(0, minutes - lost)
        if (made > missing) {
          given(story.events).on("2016-03-17").when(makeUp("LOSS", made)).isRefusedBy("TRAINING-14")
          return
        }
        const { events } = story.on("2016-03-17", ...(made === 0 ? [] : [makeUp("LOSS", made)]))
        expect(how(events, "LOSS")[0] === "MadeUp").toBe(made === missing)
      }),
      { numRuns: 60 }
    )
  })

  it("is made up for what was missed: nothing is, where nothing is recorded", () => {
    given(begun.events).on("2016-03-17").when(makeUp("LOSS", 20)).isRefusedWhile("Enrolled")
    const missed = begun.on(
      "2016-03-15",
      deliver("LOSS"),
      attend("LOSS", { trainee: willsTraining, outcome: "ABSENT_ACCEPTABLE" })
    )
    expect(how(missed.events, "LOSS")).toEqual(["Missing", 0, 60])
    given(missed.events).on("2016-03-17").when(makeUp("LOSS", 60, { on: date("2016-03-14") })).isRefusedBy("RECORD-2")
    const made = missed.on("2016-03-17", makeUp("LOSS", 60))
    expect(how(made.events, "LOSS")).toEqual(["MadeUp", 60, 60])
    const entry = made.events.at(-1)?.id ?? ""
    const struck = made.on("2016-03-18", VoidTrainingEntry.make({ training: willsTraining, entry, reason }))
    expect(how(struck.events, "LOSS")).toEqual(["Missing", 0, 60])
  })
})

describe("a session without an accredited trainer", () => {
  const alone = begun.on("2016-03-16", ...heldAll("MOVING"))
    .on("2016-03-16", deliver("MOVING", { deliverers: [nurse] }), attend("MOVING", ...attended(willsTraining)))

  it("does not count until that is decided; a supervisor makes it count", () => {
    expect(how(alone.events, "MOVING")).toEqual(["NotCounted", 0, 60])
    given(alone.events).on("2016-03-17").when(complete(willsTraining, "2016-03-17")).isRefusedBy("TRAINING-3")
    const accepted = alone.by(coordinator).on(
      "2016-03-17",
      AcceptTrainingSession.make({
        cohort,
        session: "MOVING",
        ground: "REPEATED",
        agreedBy: lee,
        reason,
        on: date("2016-03-17")
      })
    )
    given(accepted.events).on("2016-03-17").when(complete(willsTraining, "2016-03-17")).isAccepted()
    const corrected = alone.on(
      "2016-03-17",
      CorrectTrainingSession.make({
        cohort,
        session: "MOVING",
        heldOn: date("2016-03-16"),
        minutes: 60,
        deliverers: [nurse],
        supervisedBy: facilitator,
        reason
      })
    )
    expect(how(corrected.events, "MOVING")).toEqual(["Attended", 60, 60])
  })

  it("is not made up by somebody who is not accredited either", () => {
    const withNurse = makeUp("MOVING", 60, { deliverers: [nurse] })
    given(alone.events).on("2016-03-17").when(withNurse).isAccepted().says(
      "TRAINING-15",
      "Nobody accredited taught or supervised it, so these minutes do not count. Have them made up again"
    )
    const made = alone.on("2016-03-17", withNurse)
    expect(how(made.events, "MOVING")).toEqual(["NotCounted", 0, 60])
    expect(how(made.on("2016-03-17", makeUp("MOVING", 60)).events, "MOVING")).toEqual(["MadeUp", 60, 60])
    expect(how(alone.on("2016-03-17", makeUp("MOVING", 60)).events, "MOVING")).toEqual(["MadeUp", 60, 60])
  })
})

describe("a make-up", () => {
  const late = begun.on("2016-03-16", ...heldAll("LOSS")).on(
    "2016-03-16",
    deliver("LOSS"),
    attend("LOSS", { trainee: willsTraining, outcome: "LEFT_EARLY", minutes: 59 })
  )

  // One minute of the session is missing; the nurse is accredited for nothing
  it("with nobody accredited is why the session does not count, and not that minutes are missing", () => {
    const made = late.on("2016-03-17", makeUp("LOSS", 1, { deliverers: [nurse] }))
    expect(how(made.events, "LOSS")).toEqual(["NotCounted", 59, 60])
    given(made.events).on("2016-03-17").when(complete(willsTraining, "2016-03-17")).isRefusedBy("TRAINING-3")
    given(late.events).on("2016-03-17").when(complete(willsTraining, "2016-03-17")).isRefusedBy("TRAINING-2")
      .says("TRAINING-2", "1 minute is missing of Working with Loss. Have it made up")
  })

  it("is of what is missing and no more, with staff who are in post", () => {
    given(late.events).on("2016-03-17").when(makeUp("LOSS", 600)).isRefusedBy("TRAINING-14")
      .says("TRAINING-14", "Only 1 minute of that session is missing. Record no more than that")
    given(late.events).on("2016-03-17").when(makeUp("MOVING", 1)).isRefusedBy("TRAINING-14")
    given(late.events).on("2016-03-17").when(makeUp("LOSS", 1, { supervisedBy: later })).isRefusedBy("STAFF-1")
    given(late.events).on("2016-03-17").when(makeUp("LOSS", 1, { deliverers: [facilitator, later] }))
      .isRefusedBy("STAFF-1")
  })
})

describe("completion", () => {
  const decided = taught.on("2016-03-17", complete(willsTraining, "2016-03-17"))

  it("is a decision: being met is not being completed", () => {
    const record = recordIn(taught.events)
    expect([allMet(record, date("2016-03-16")), record.training.status]).toEqual([true, "Enrolled"])
    given(begun.on("2016-03-16", ...heldAll("HAND_HYGIENE")).events).on("2016-03-17").when(
      complete(willsTraining, "2016-03-17")
    )
      .isRefusedBy("TRAINING-1").says(
        "TRAINING-1",
        "1 of 9 sessions is missing: Hand Hygiene. Have it made up or credited"
      )
    given(taught.events).on("2016-03-17").when(complete(willsTraining, "2016-03-17", { decidedBy: facilitator }))
      .isRefusedBy("TRAINING-10")
    expect(recordIn(decided.events).training).toMatchObject({
      status: "Completed",
      completion: { on: "2016-03-17", decidedBy: kay, sessions: 9, upheld: null }
    })
  })

  it("may be withheld although every session is met", () => {
    const withhold = WithholdTrainingCompletion.make({
      training: willsTraining,
      decidedBy: kay,
      on: date("2016-03-17"),
      reason
    })
    given(begun.events).on("2016-03-17").when(withhold).isRefusedWhile("Enrolled")
    const withheld = taught.on("2016-03-17", withhold)
    given(withheld.events).on("2016-03-17").when(withhold).isRefusedWhile("Enrolled")
    expect(recordIn(withheld.events).training.withheld?.on).toBe("2016-03-17")
    expect(recordIn(withheld.on("2016-03-18", complete(willsTraining, "2016-03-18")).events).training.withheld)
      .toBeNull()
  })

  it("is revoked by two, and decided again has another certificate, the first kept", () => {
    const issue = (on: string) => IssueTrainingCertificate.make({ training: willsTraining, on: date(on) })
    const revoke = (agreedBy: string) =>
      RevokeTrainingCompletion.make({
        training: willsTraining,
        decidedBy: kay,
        agreedBy,
        reason,
        on: date("2016-04-01")
      })
    given(taught.events).on("2016-03-18").when(issue("2016-03-18")).isRefusedWhile("Enrolled")
    const issued = decided.on("2016-03-18", issue("2016-03-18"))
    given(issued.events).on("2016-03-18").when(issue("2016-03-18")).isRefusedWhile("Completed")
    given(issued.events).on("2016-04-01").when(revoke(kay)).isRefusedBy("TRAINING-11")
    const again = issued.on("2016-04-01", revoke(lee))
      .on("2016-04-04", complete(willsTraining, "2016-04-04"), issue("2016-04-04"))
    const { certificates, completion, revoked } = recordIn(again.events).training
    expect(certificates.map(({ number, on }) => [number, on])).toEqual([[1, "2016-03-18"], [2, "2016-04-04"]])
    expect(certificates[1]?.completion).toBe(completion?.event)
    expect(revoked).toMatchObject([{ on: "2016-04-01", completion: certificates[0]?.completion }])
    const entry = certificates[1]?.event ?? ""
    const struckOut = again.on("2016-04-05", VoidTrainingEntry.make({ training: willsTraining, entry, reason }))
    const anew = struckOut.on("2016-04-05", issue("2016-04-05"))
    expect(recordIn(anew.events).training.certificates.map(({ number }) => number)).toEqual([1, 3])
  })

  it("that no longer holds is shown and stays until it is upheld or revoked", () => {
    const uphold = (on: string) =>
      UpholdTrainingCompletion.make({ training: willsTraining, decidedBy: kay, reason, on: date(on) })
    given(decided.events).on("2016-03-20").when(uphold("2016-03-20")).isRefusedWhile("Completed")
    const found = decided.on("2016-03-20", withdrawAccreditation("LOSS", "2016-03-01"))
    expect([completionHolds(recordIn(decided.events)), completionHolds(recordIn(found.events))]).toEqual([true, false])
    expect(recordIn(found.events).training.status).toBe("Completed")
    const issue = IssueTrainingCertificate.make({ training: willsTraining, on: date("2016-03-20") })
    given(decided.events).on("2016-03-20").when(issue).isAccepted("TrainingCertificateIssued")
    given(found.events).on("2016-03-20").when(issue).isRefusedWhile("Completed")
    const upheld = found.on("2016-03-21", uphold("2016-03-21"))
    expect(completionHolds(recordIn(upheld.events))).toBe(true)
    const worse = upheld.on("2016-03-22", withdrawAccreditation("MOVING", "2016-03-01"))
    expect([met(worse.events), completionHolds(recordIn(worse.events))]).toEqual([7, false])
  })
})

describe("somebody who has died", () => {
  const died = taught.on("2016-03-20", RecordRelease.make({ person: will, reason: "DIED", on: date("2016-03-18") }))

  it("completes nothing any more, and their training can be ended", () => {
    given(died.events).on("2016-03-20").when(complete(willsTraining, "2016-03-17")).isRefusedWhile("Died")
    given(died.events).on("2016-03-20").when(enrol(later, will)).isRefusedWhile("Died")
    given(died.events).on("2016-03-20").when(
      CloseTrainingIncomplete.make({ training: willsTraining, on: date("2016-03-18"), reason })
    ).isAccepted("TrainingClosedIncomplete")
  })
})

describe("a training that ends incomplete", () => {
  const some = begun.on("2016-03-14", enrol(maxsTraining, max, { place: "AD_HOC" }))
    .on("2016-03-15", deliver("LOSS"), attend("LOSS", ...attended(maxsTraining, willsTraining)))

  it("keeps what was met, and says how much that is", () => {
    const close = CloseTrainingIncomplete.make({ training: maxsTraining, on: date("2016-03-16"), reason })
    const closed = some.on("2016-03-16", close)
    expect(closed.events.at(-1)?.data).toMatchObject({ met: 1 })
    expect(met(closed.events, "2016-12-31", maxsTraining)).toBe(1)
    given(closed.events).on("2016-03-16").when(close).isRefusedWhile("ClosedIncomplete")
    const reopened = closed.on(
      "2016-03-17",
      ReopenTraining.make({ training: maxsTraining, on: date("2016-03-17"), reason })
    )
    expect(recordIn(reopened.events, maxsTraining).training.status).toBe("Enrolled")
  })

  it("or in which somebody withdrew, or that was struck out", () => {
    const withdraw = WithdrawTrainee.make({ training: maxsTraining, by: "TRAINEE", on: date("2016-03-16"), reason })
    expect(some.on("2016-03-16", withdraw).events.at(-1)?.data).toMatchObject({ met: 1, by: "TRAINEE" })
    const struck = some.on("2016-03-16", VoidTraining.make({ training: maxsTraining, on: date("2016-03-16"), reason }))
    given(struck.events).on("2016-03-16").when(withdraw).isRefusedWhile("Voided")
  })

  it("is found when the person enrols again, and what it offers is credited by a decision", () => {
    const closed = some.on(
      "2016-03-16",
      CloseTrainingIncomplete.make({ training: maxsTraining, on: date("2016-03-16"), reason })
    )
    given(some.events).on("2016-03-16").when(enrol(later, max)).isRefusedBy("TRAINING-4")
    const again = closed.on("2016-03-16", enrol(later, max, { on: date("2016-03-16") }))
    const credit = (...sessions: ReadonlyArray<SessionKey>) =>
      CreditEarlierTraining.make({
        training: later,
        earlier: maxsTraining,
        sessions,
        decidedBy: kay,
        on: date("2016-03-17")
      })
    given(again.events).on("2016-03-17").when(credit("LOSS", "MOVING")).isRefusedWhile("Enrolled")
    given(again.events).on("2016-03-17").when(credit()).isRefusedWhile("Enrolled")
    given(again.events).on("2016-03-17").when(
      CreditEarlierTraining.make({
        training: later,
        earlier: willsTraining,
        sessions: ["LOSS"],
        decidedBy: kay,
        on: date("2016-03-17")
      })
    ).isRefusedWhile("Enrolled")
    const credited = again.on("2016-03-17", credit("LOSS"))
    expect(how(credited.events, "LOSS", later)).toEqual(["Credited", 0, 0])
  })
})

describe("who completed template 1 and is trained by template 2", () => {
  const equal: ReadonlyArray<SessionKey> = [
    "COURSE_INTRODUCTION",
    "PRINCIPLES",
    "COMMUNICATION",
    "RESILIENCE",
    "REFLECTION",
    "LOSS"
  ]
  const grant = (session: SessionKey, more: object) =>
    GrantTrainingEquivalence.make({
      template: templateTwo,
      session,
      from: templateOne,
      fromSession: session,
      credit: "FULL",
      decidedBy: kay,
      reason,
      on: date("2016-01-18"),
      ...more
    })
  const records = prepared.on(
    "2016-01-18",
    IntroduceTemplate.make({ template: templateOne, scheme, published: "TEMPLATE_1", on: date("2015-11-02") }),
    OpenTrainingRecord.make({ training: later, person: will, template: templateOne, on: date("2015-11-02") }),
    ...publishedTemplates.TEMPLATE_1.sessions.map(({ session }) =>
      CreditTrainingSession.make({
        training: later,
        session,
        credit: "FULL",
        evidence: "REGISTER",
        decidedBy: kay,
        on: date("2015-11-30")
      })
    ),
    complete(later, "2015-12-01"),
    OpenTrainingRecord.make({ training: another, person: will, template: templateTwo, on: date("2016-01-18") })
  )
  const decided = records.on(
    "2016-01-18",
    ...equal.map((session) => grant(session, {})),
    grant("OLDER_ADULTS", { credit: "PARTIAL", topUp: "DEMENTIA", topUpMinutes: 30 })
  )
  const offers = (events: ReadonlyArray<Happened>) => {
    const template = stateIn(TrainingTemplate, templateTwo, events)
    return offersFor({ id: templateTwo, template }, recordIn(events, later), date("2016-01-18"))
  }

  it("has nothing by titles, and by decision six sessions in full, one in part, and two new", () => {
    expect(met(records.events, "2016-12-31", later)).toBe(10)
    expect(offers(records.events)).toEqual([])
    const offered = offers(decided.events)
    expect(offered.filter(({ credit }) => credit === "FULL").map(({ session }) => session).sort()).toEqual(
      [...equal].sort()
    )
    expect(offered.filter(({ credit }) => credit === "PARTIAL"))
      .toEqual([{ session: "OLDER_ADULTS", credit: "PARTIAL", topUp: "DEMENTIA", topUpMinutes: 30 }])
    expect(publishedTemplates.TEMPLATE_2.sessions.length - offered.length).toBe(2)
  })

  it("tops up what counts in part, and the first record stays as it was", () => {
    const credited = decided.on(
      "2016-01-18",
      CreditEarlierTraining.make({
        training: another,
        earlier: later,
        sessions: [...equal, "OLDER_ADULTS"],
        decidedBy: kay,
        on: date("2016-01-18")
      })
    )
    expect(met(credited.events, "2016-12-31", another)).toBe(6)
    expect(how(credited.events, "OLDER_ADULTS", another)).toEqual(["Partial", 0, 30])
    const topUp = (minutes: number) => makeUp("OLDER_ADULTS", minutes, { training: another, on: date("2016-01-20") })
    expect(how(credited.on("2016-01-20", topUp(29)).events, "OLDER_ADULTS", another)).toEqual(["Partial", 29, 30])
    const topped = credited.on("2016-01-20", topUp(30))
    expect(how(topped.events, "OLDER_ADULTS", another)[0]).toBe("Credited")
    expect(met(topped.events, "2016-12-31", later)).toBe(10)
    given(records.events).on("2016-01-18").when(
      CreditTrainingSession.make({
        training: another,
        session: "LOSS",
        credit: "PARTIAL",
        evidence: "CERTIFICATE",
        decidedBy: kay,
        on: date("2016-01-18")
      })
    ).isRefusedBy("TEMPLATE-2")
  })
})
