/**
 * Which minutes of a record count, told by its facts alone: a record that stories give is changed in one fact at a time.
 */
import { describe, expect, it } from "vitest"
import { RecordSessionInterruption } from "../cohort/SessionFindings.ts"
import { addDays, date } from "../language/LocalDate.ts"
import {
  attend,
  begun,
  cohort,
  complete,
  deliver,
  facilitator,
  monday,
  nurse,
  taught,
  templateOne,
  willsTraining
} from "../testing/SmallCourse.ts"
import { answerOver, id, stateIn } from "../testing/SmallPrison.ts"
import type { Story } from "../testing/Story.ts"
import { allMet, missingOf, offersFor, presentOf, sessionsMet } from "./sessionsMet.ts"
import type { TrainingRecord } from "./sessionsMet.ts"
import { Training } from "./Training.ts"
import type { CreditGiven, MadeUp, Moved } from "./TrainingFacts.ts"
import { recordOf } from "./TrainingRecord.ts"

const later = date("2016-12-31")
const [credit, move] = [id(801), id(802)]

const recordIn = ({ events }: Story): TrainingRecord =>
  answerOver(recordOf(stateIn(Training, willsTraining, events)), events)

const withFacts = (record: TrainingRecord, training: Partial<Training>): TrainingRecord => ({
  ...record,
  training: { ...record.training, ...training }
})

const lossIn = (record: TrainingRecord, on = later) =>
  sessionsMet(record, on).find(({ session }) => session === "LOSS") ?? expect.fail("LOSS is a session of the template")
const stands = (record: TrainingRecord, on = later) => {
  const { how, minutes, of } = lossIn(record, on)
  return [how, minutes, of]
}

const stayed = (minutes: number): TrainingRecord =>
  recordIn(begun.on(
    "2016-03-15",
    deliver("LOSS"),
    attend("LOSS", { trainee: willsTraining, outcome: minutes === 60 ? "ATTENDED" : "LEFT_EARLY", minutes })
  ))

const madeUp = (minutes: number, more: Partial<MadeUp> = {}): MadeUp => ({
  event: id(803),
  on: date("2016-03-17"),
  session: "LOSS",
  missed: credit,
  credit,
  minutes,
  deliverers: [facilitator],
  supervisedBy: null,
  ...more
})

const given = (more: Partial<CreditGiven>): CreditGiven => ({
  event: credit,
  on: date("2016-03-16"),
  session: "LOSS",
  inFull: false,
  topUpMinutes: 30,
  earlier: null,
  decidedBy: id(11),
  upheld: null,
  ...more
})

const moved = (before: ReadonlyArray<string>): Moved => ({
  event: move,
  on: date("2016-03-18"),
  from: templateOne,
  before,
  earlier: null
})

describe("a session of a record", () => {
  it("is missing with no minutes while nothing is noted of it, and in part from the first minute", () => {
    expect(stands(recordIn(begun))).toEqual(["Missing", 0, 0])
    expect(stands(stayed(1))).toEqual(["Partial", 1, 60])
    expect(stands(stayed(59))).toEqual(["Partial", 59, 60])
    const { missed, ...others } = madeUp(1)
    const { attendance } = stayed(59).training
    expect(stands(withFacts(stayed(59), { madeUp: [{ ...others, missed: attendance[0]?.event ?? missed }] })))
      .toEqual(["MadeUp", 60, 60])
  })

  it("goes by what was noted of it last", () => {
    const [first] = stayed(40).training.attendance
    const twice = first === undefined ? [] : [first, { ...first, event: id(804), minutes: 41 }]
    expect(stands(withFacts(stayed(40), { attendance: twice }))).toEqual(["Partial", 41, 60])
  })

  it("does not count where no cohort is known in which it was held", () => {
    expect(stands({ ...stayed(60), cohort: null })).toEqual(["NotCounted", 0, 60])
    expect(stands({ ...stayed(59), cohort: null })).toEqual(["Missing", 0, 60])
    expect(presentOf({ minutes: 40, of: 60, outcome: "LATE" }, null)).toEqual({ minutes: 40, of: 60 })
  })

  it("never lacks more than all of it, however much of it was lost", () => {
    const lost = recordIn(begun.on(
      "2016-03-15",
      deliver("LOSS"),
      attend("LOSS", { trainee: willsTraining, outcome: "LEFT_EARLY", minutes: 10 }),
      RecordSessionInterruption.make({ cohort, session: "LOSS", minutes: 30, cause: "WING_RECALL" })
    ))
    const missed = lost.training.attendance[0]?.event ?? ""
    expect(stands(lost)).toEqual(["Missing", 0, 60])
    expect(stands(withFacts(lost, { madeUp: [madeUp(60, { missed })] }))).toEqual(["MadeUp", 60, 60])
  })

  it("lacks nothing once it is met, and what does not count of it otherwise", () => {
    const credited = withFacts(stayed(40), { credits: [given({ inFull: true, topUpMinutes: 0 })] })
    expect(stands(credited)).toEqual(["Credited", 40, 60])
    expect([lossIn(credited), lossIn(stayed(40)), lossIn({ ...stayed(60), cohort: null })].map(missingOf))
      .toEqual([0, 20, 60])
  })

  it("counts nothing that stood before the record was moved to another template", () => {
    const { event } = stayed(60).training.attendance[0] ?? expect.fail("Attendance was noted")
    expect(stands(withFacts(stayed(60), { moved: moved([event]) }))).toEqual(["Missing", 0, 60])
    const before = withFacts(stayed(40), { madeUp: [madeUp(20, { missed: event })] })
    expect(stands(before)).toEqual(["MadeUp", 60, 60])
    expect(stands(withFacts(before, { moved: moved([id(803)]) }))).toEqual(["Partial", 40, 60])
    const credited = withFacts(stayed(40), { credits: [given({ inFull: true, topUpMinutes: 0 })] })
    expect(stands(withFacts(credited, { moved: moved([credit]) }))).toEqual(["Partial", 40, 60])
  })

  it("that is a unit of a qualification is met by the newest assessment of now by the day", () => {
    const unit = { ...stayed(60), template: { ...stayed(60).template, qualification: "LEVEL_3" as never } }
    const assessed = (on: string, isMet: boolean, event = id(805)) =>
      ({ event, on: date(on), session: "LOSS", isMet, assessor: nurse }) as const
    const by = (...assessments: Training["assessments"]) => withFacts(unit, { assessments })
    expect(stands(by())[0]).toBe("NotAssessed")
    expect(stands(by(assessed("2016-03-16", false), assessed("2016-03-18", true)), date("2016-03-17"))[0])
      .toBe("NotAssessed")
    expect(stands(by(assessed("2016-03-16", false), assessed("2016-03-18", true)), date("2016-03-18"))[0])
      .toBe("Attended")
    expect(stands(withFacts(by(assessed("2016-03-16", true)), { moved: moved([id(805)]) }))[0]).toBe("NotAssessed")
  })
})

describe("what a credit left to learn", () => {
  const begunWithCredit = withFacts(recordIn(begun), { credits: [given({})] })
  const credited = (...all: ReadonlyArray<MadeUp>) => ({
    ...withFacts(begunWithCredit, { madeUp: all }),
    accredited: (staff: string) => staff === facilitator
  })

  it("is made up from the day of the credit on", () => {
    const on = (day: string) => credited(madeUp(30, { missed: "", on: date(day) }))
    expect([stands(on("2016-03-15")), stands(on("2016-03-16"))]).toEqual([["Partial", 0, 30], ["Credited", 0, 0]])
  })

  it("is made up by what names it as what was missed, whenever that was", () => {
    expect(stands(credited(madeUp(30, { credit: null, on: monday })))[0]).toBe("Credited")
    expect(stands(credited(madeUp(30, { credit: null, missed: "" })))[0]).toBe("Partial")
  })

  it("and was all taught by nobody accredited, does not count", () => {
    const by = (minutes: number) => credited(madeUp(minutes, { deliverers: [id(806)] }))
    expect([29, 30, 31].map((minutes) => stands(by(minutes)))).toEqual([
      ["Partial", 0, 30],
      ["NotCounted", 0, 30],
      ["NotCounted", 0, 30]
    ])
  })
})

describe("what an earlier record offers", () => {
  const earlier = stayed(60)
  const { template } = earlier
  const other = id(807)
  const decided = (more: object) =>
    ({
      event: id(808),
      on: monday,
      from: earlier.training.template,
      fromSession: "LOSS",
      session: "LOSS",
      credit: "FULL",
      topUpMinutes: 0,
      topUp: null,
      ...more
    }) as unknown as (typeof template.equivalences)[number]
  const offered = (...equivalences: typeof template.equivalences) =>
    offersFor({ id: other, template: { ...template, equivalences } }, earlier, later)
      .map(({ credit: kind, session, topUpMinutes }) => [session, kind, topUpMinutes])

  it("for the same template is each session that is met, in full", () => {
    expect(offersFor({ id: earlier.training.template, template }, earlier, later))
      .toEqual([{ session: "LOSS", credit: "FULL", topUpMinutes: 0, topUp: null }])
  })

  it("for another is what was decided last by the day for its own template, where that is anything", () => {
    const partial = decided({ credit: "PARTIAL", topUpMinutes: 20 })
    expect(offered()).toEqual([])
    expect(offered(decided({}), partial)).toEqual([["LOSS", "PARTIAL", 20]])
    expect(offered(partial, decided({ credit: "NONE" }))).toEqual([])
    expect(offered(partial, decided({ from: id(809) }))).toEqual([["LOSS", "PARTIAL", 20]])
    expect(offered(partial, decided({ on: addDays(later, 1) }))).toEqual([["LOSS", "PARTIAL", 20]])
    expect(offered(partial, decided({ on: later }))).toEqual([["LOSS", "FULL", 0]])
  })
})

it("somebody may decide on a trainee who is enrolled and has met every session, and on nobody else", () => {
  const whole = recordIn(taught)
  expect([allMet(whole, date("2016-03-16")), allMet(stayed(60), later)]).toEqual([true, false])
  expect(allMet(recordIn(taught.on("2016-03-17", complete(willsTraining, "2016-03-17"))), later)).toBe(false)
})
