/**
 * Coverage: the figures of the training pilot after its second cycle, and what changes them.
 *
 * Who delivered what is the article's (S3:404, S3:441-464); the days are invented.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { RegisterStaff } from "../staff/StaffRegistration.ts"
import { id, kay, opened, scheme, stateIn, ZZI } from "../testing/SmallPrison.ts"
import { sessionKeys } from "../training/SessionCatalogue.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import { coverageOn } from "./Coverage.ts"
import { Trainer } from "./Trainer.ts"
import { AccreditTrainer, WithdrawTrainerAccreditation } from "./TrainerAccreditation.ts"
import type { Affiliation, Profession } from "./TrainerKeys.ts"
import { JudgeTrainerCapable, RecordTrainerPractice } from "./TrainerPractice.ts"
import { RegisterTrainer } from "./TrainerRegistration.ts"

const [facilitator, manager, nurse, officer, therapist] = [id(60), id(61), id(62), id(63), id(64)] as const
const everybody = [facilitator, manager, nurse, officer, therapist]

/** The nine sessions of template 2. */
const sessions: ReadonlyArray<SessionKey> = [
  "COURSE_INTRODUCTION",
  "PRINCIPLES",
  "OLDER_ADULTS",
  "COMMUNICATION",
  "RESILIENCE",
  "LOSS",
  "HAND_HYGIENE",
  "REFLECTION",
  "MOVING"
]

const register = (trainer: string, profession: Profession, affiliation: Affiliation): ReadonlyArray<Given> => [
  RegisterStaff.make({ staff: trainer, name: "Somebody", establishment: ZZI, on: date("2015-01-05") }),
  RegisterTrainer.make({ trainer, professions: [profession], affiliation, on: date("2015-11-02") })
]

const delivered = (trainer: string, session: SessionKey, on = "2016-03-14") =>
  RecordTrainerPractice.make({ trainer, session, practice: "CO_DELIVERED", on: date(on) })

const capable = (trainer: string, session: SessionKey, more: object = {}) =>
  JudgeTrainerCapable.make({
    trainer,
    session,
    grounds: "Confident and competent",
    decidedBy: kay,
    on: date("2016-05-30"),
    ...more
  })

const accredit = (trainer: string, session: SessionKey) =>
  AccreditTrainer.make({ trainer, session, basis: "QUALIFIED", scheme, decidedBy: kay, on: date("2016-06-06") })

const staffed = opened.on(
  "2016-05-30",
  DecideSchemePolicy.make({
    scheme,
    limit: "accreditationMonths",
    value: 12,
    from: date("2015-10-01"),
    decidedBy: kay,
    on: date("2015-10-01")
  }),
  ...register(facilitator, "EDUCATOR", "VISITING"),
  ...register(manager, "NURSE", "OWN_STAFF"),
  ...register(nurse, "NURSE", "OWN_STAFF"),
  ...register(officer, "PRISON_OFFICER", "OWN_STAFF"),
  ...register(therapist, "OCCUPATIONAL_THERAPIST", "LOCAL_PARTNER")
)

/** After cycle 2: local staff delivered three sessions, and were judged capable of four more. */
const afterCycle2 = staffed.on(
  "2016-05-30",
  ...sessions.map((session) => delivered(facilitator, session, "2015-11-09")),
  ...sessions.map((session) =>
    RecordTrainerPractice.make({ trainer: manager, session, practice: "OBSERVED", on: date("2015-11-09") })
  ),
  delivered(nurse, "RESILIENCE"),
  delivered(nurse, "HAND_HYGIENE"),
  delivered(officer, "REFLECTION"),
  capable(manager, "COMMUNICATION"),
  capable(nurse, "LOSS"),
  capable(officer, "COURSE_INTRODUCTION"),
  capable(officer, "PRINCIPLES")
)

const on = (events: ReadonlyArray<Happened>, day = "2016-06-06", left: ReadonlyArray<string> = []) =>
  coverageOn(
    everybody.map((staff) => ({ staff, trainer: stateIn(Trainer, staff, events), inPost: !left.includes(staff) })),
    sessions,
    date(day),
    kay
  )

const figures = ({ accredited, capable: able, conditional, demonstrated, gaps, of }: ReturnType<typeof on>) => ({
  of,
  demonstrated,
  capable: able,
  accredited,
  gaps,
  conditional
})

describe("coverage after the second cycle", () => {
  const withTherapist = afterCycle2.on("2016-06-06", accredit(therapist, "MOVING"))
  const complete = withTherapist.on("2016-06-06", accredit(nurse, "OLDER_ADULTS"))

  it("is 3 of 9 demonstrated and 7 of 9 capable; moving waits for a therapist, and one gap is nobody's", () => {
    expect(figures(on(afterCycle2.events))).toEqual({
      of: 9,
      demonstrated: 3,
      capable: 7,
      accredited: 0,
      gaps: ["OLDER_ADULTS"],
      conditional: ["MOVING"]
    })
    expect(on(afterCycle2.events).trainingLead).toBe(kay)
  })

  it("is 8 of 9 with an occupational therapist of the local authority, and the one gap stays", () => {
    expect(figures(on(withTherapist.events))).toMatchObject({
      demonstrated: 3,
      capable: 8,
      accredited: 1,
      gaps: ["OLDER_ADULTS"],
      conditional: []
    })
  })

  it("is 9 of 9 when somebody is accredited for the care of older adults", () => {
    expect(figures(on(complete.events))).toEqual({
      of: 9,
      demonstrated: 3,
      capable: 9,
      accredited: 2,
      gaps: [],
      conditional: []
    })
    // Twelve months later the reviews are late: what only hung on an accreditation waits again
    expect(figures(on(complete.events, "2017-06-06"))).toMatchObject({
      capable: 7,
      accredited: 0,
      gaps: [],
      conditional: ["OLDER_ADULTS", "MOVING"]
    })
  })

  it("was nothing before the second cycle: observing is not delivering", () => {
    expect(figures(on(afterCycle2.events, "2016-03-13"))).toMatchObject({ demonstrated: 0, capable: 0 })
    expect(on(afterCycle2.events, "2016-03-13").gaps).toHaveLength(8)
  })

  it("names who, how far they are, and who is visiting", () => {
    const [introduction, , older] = on(afterCycle2.events).sessions
    expect(introduction?.by.map(({ capable: able, rung, staff }) => [staff, rung, able])).toEqual([
      [officer, "JudgedCapable", true],
      [manager, "Observed", false]
    ])
    expect([older?.covered, older?.visitors.map(({ rung, staff }) => [staff, rung])])
      .toEqual(["Gap", [[facilitator, "CoDelivered"]]])
    expect(older?.by.map(({ staff }) => staff)).toEqual([manager])
  })
})

describe("nothing is covered by", () => {
  const covered = (events: ReadonlyArray<Happened>, session: SessionKey, day = "2016-06-06") =>
    on(events, day).sessions.find((one) => one.session === session)?.covered

  it("a nurse who delivers moving and positioning alone", () => {
    const alone = afterCycle2.on("2016-06-01", delivered(nurse, "MOVING", "2016-06-01"))
    expect(figures(on(alone.events))).toMatchObject({ demonstrated: 3, capable: 7, conditional: ["MOVING"] })
  })

  it("somebody judged capable on a condition, who has not delivered it", () => {
    const conditional = afterCycle2.on(
      "2016-06-01",
      capable(nurse, "OLDER_ADULTS", { condition: "AFTER_OBSERVING", on: date("2016-06-01") })
    )
    expect(covered(conditional.events, "OLDER_ADULTS")).toBe("Conditional")
    const shown = conditional.on("2016-06-02", delivered(nurse, "OLDER_ADULTS", "2016-06-02"))
    expect(covered(shown.events, "OLDER_ADULTS")).toBe("Capable")
  })

  it("somebody from whom it was withdrawn, though they delivered it once", () => {
    const judged = afterCycle2.on("2016-06-01", capable(nurse, "RESILIENCE", { on: date("2016-06-01") }))
    const withdrawn = judged.on(
      "2016-06-03",
      WithdrawTrainerAccreditation.make({
        trainer: nurse,
        session: "RESILIENCE",
        decidedBy: kay,
        reason: "It did not go well",
        on: date("2016-06-03")
      })
    )
    expect(covered(withdrawn.events, "RESILIENCE", "2016-06-02")).toBe("Capable")
    expect(covered(withdrawn.events, "RESILIENCE", "2016-06-03")).toBe("Gap")
  })

  it("somebody who left", () => {
    expect(figures(on(afterCycle2.events, "2016-06-06", [officer]))).toMatchObject({ demonstrated: 2, capable: 4 })
  })

  it("whatever is accredited, delivered or judged: each session is in one place, and visitors change no figure", () => {
    const may = { deliver: delivered, judge: capable, accredit } as const
    const acts = fc.array(
      fc.tuple(
        fc.constantFrom(...everybody),
        fc.constantFrom(...sessionKeys),
        fc.constantFrom<keyof typeof may>("deliver", "judge", "accredit")
      ),
      { maxLength: 8 }
    )
    fc.assert(
      fc.property(acts, (chosen) => {
        const told = [...new Map(chosen.map((act) => [act.join(), act])).values()].reduce(
          (story, [trainer, session, act]) => {
            const reasons = act !== "deliver"
              ? { overrides: [{ rule: "TRAINER-3", reason: "So that it happens" }] }
              : {}
            const command = may[act](trainer, session)
            return story.on("2016-06-06", { ...command, ...reasons })
          },
          staffed
        )
        const whole = on(told.events)
        const { capable: able, conditional, demonstrated, gaps, of } = whole
        expect([able + conditional.length + gaps.length, demonstrated <= able]).toEqual([of, true])
        const local = everybody.filter((staff) => staff !== facilitator)
          .map((staff) => ({ staff, trainer: stateIn(Trainer, staff, told.events), inPost: true }))
        expect(figures(coverageOn(local, sessions, date("2016-06-06"), kay))).toEqual(figures(whole))
      }),
      { numRuns: 25 }
    )
  })
})
