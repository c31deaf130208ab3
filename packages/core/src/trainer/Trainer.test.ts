/**
 * The life of a trainer: a ladder for each session, read for any day; who decides; and what is put right later.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { RecordStaffLeaving } from "../staff/StaffLeaving.ts"
import { RegisterStaff } from "../staff/StaffRegistration.ts"
import { given, laws } from "../testing.ts"
import * as course from "../testing/SmallCourse.ts"
import { id, kay, lee, opened, scheme, stateIn, ZZI } from "../testing/SmallPrison.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import { describedOn, onTheLadder } from "./Ladder.ts"
import { accreditedOn, Trainer, trainerSteps } from "./Trainer.ts"
import { AccreditTrainer, ReviewTrainerAccreditation, WithdrawTrainerAccreditation } from "./TrainerAccreditation.ts"
import { JudgeTrainerCapable, RecordTrainerPractice } from "./TrainerPractice.ts"
import { ChangeTrainer, RegisterTrainer, StrikeOutTrainerEntry } from "./TrainerRegistration.ts"

const [nurse, therapist] = [id(61), id(62)] as const
const reason = "It turned out so"

const decides = (
  limit: "observationsBeforeAccreditation" | "accreditationMonths" | "accreditationGraceDays",
  value: number
) => DecideSchemePolicy.make({ scheme, limit, value, from: date("2015-10-01"), decidedBy: kay, on: date("2015-10-01") })

const register = (trainer: string, profession: "NURSE" | "OCCUPATIONAL_THERAPIST") =>
  RegisterTrainer.make({ trainer, professions: [profession], affiliation: "OWN_STAFF", on: date("2015-11-02") })

const practise = (on: string, practice: "OBSERVED" | "CO_DELIVERED" | "DELIVERED", session: SessionKey = "LOSS") =>
  RecordTrainerPractice.make({ trainer: nurse, session, practice, on: date(on) })

const judging = (on: string, more: object = {}) =>
  JudgeTrainerCapable.make({
    trainer: nurse,
    session: "LOSS",
    grounds: "Confident and competent",
    decidedBy: kay,
    on: date(on),
    ...more
  })

const accredit = (on: string, more: object = {}) =>
  AccreditTrainer.make({
    trainer: nurse,
    session: "LOSS",
    basis: "JUDGED_HERE",
    scheme,
    decidedBy: kay,
    on: date(on),
    ...more
  })

const review = (on: string, more: object = {}) =>
  ReviewTrainerAccreditation.make({ trainer: nurse, session: "LOSS", scheme, observedBy: kay, on: date(on), ...more })

const withdraw = (on: string) =>
  WithdrawTrainerAccreditation.make({ trainer: nurse, session: "LOSS", decidedBy: kay, reason, on: date(on) })

const strikeOut = (entry: string) => StrikeOutTrainerEntry.make({ trainer: nurse, entry, reason })

const undecided = opened.on(
  "2015-11-02",
  ...[nurse, therapist].map((staff) =>
    RegisterStaff.make({ staff, name: "Somebody", establishment: ZZI, on: date("2015-01-05") })
  ),
  register(nurse, "NURSE"),
  register(therapist, "OCCUPATIONAL_THERAPIST")
)

/** Two observations, twelve months, thirty days of grace. */
const begun = undecided.on(
  "2015-11-02",
  decides("observationsBeforeAccreditation", 2),
  decides("accreditationMonths", 12),
  decides("accreditationGraceDays", 30)
)

const observed = begun.on("2015-11-20", practise("2015-11-09", "OBSERVED"), practise("2015-11-16", "OBSERVED"))
const capable = observed
  .on("2016-03-14", practise("2016-03-14", "CO_DELIVERED"))
  .on("2016-05-30", judging("2016-05-30"))
const whole = capable.on("2016-06-06", accredit("2016-06-06"))

const trainerIn = (events: ReadonlyArray<Happened>, of: string = nurse) => stateIn(Trainer, of, events)
const rungOn = (events: ReadonlyArray<Happened>, day: string, session: SessionKey = "LOSS") =>
  onTheLadder(trainerIn(events), session, date(day))

describe("the ladder of a trainer with one session", () => {
  // Accredited on 6 June 2016 for twelve months: review due on 6 June 2017, and thirty days later it has lapsed
  it.each([
    ["2015-11-08", "None", null],
    ["2015-11-09", "Observed", "2015-11-09"],
    ["2016-03-13", "Observed", "2015-11-09"],
    ["2016-03-14", "CoDelivered", "2016-03-14"],
    ["2016-05-30", "JudgedCapable", "2016-05-30"],
    ["2016-06-05", "JudgedCapable", "2016-05-30"],
    ["2016-06-06", "Accredited", "2016-06-06"],
    ["2017-06-05", "Accredited", "2016-06-06"],
    ["2017-06-06", "ReviewDue", "2017-06-06"],
    ["2017-07-05", "ReviewDue", "2017-06-06"],
    ["2017-07-06", "Lapsed", "2017-07-06"]
  ])("on %s: %s", (day, rung, since) => {
    expect(rungOn(whole.events, day)).toMatchObject({ rung, since })
  })

  it("makes a session count from the accreditation until it lapses, and no other session", () => {
    const days = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -400, max: 800 }))
    const trainer = trainerIn(whole.events)
    fc.assert(
      fc.property(fc.constantFrom("2016-06-06", "2017-06-06", "2017-07-06"), days, (near, count) => {
        const day = addDays(date(near), count)
        expect(accreditedOn(trainer, "LOSS", day)).toBe(day >= "2016-06-06" && day < "2017-07-06")
        expect(accreditedOn(trainer, "COMMUNICATION", day)).toBe(false)
      }),
      { numRuns: 60 }
    )
  })

  it("is not climbed by those who decided: they hear of it and are not changed", () => {
    expect(trainerIn(whole.events, kay)).toEqual(Trainer.initial)
  })

  it("counts days, whichever way they were recorded", () => {
    const twice = observed.on("2015-11-20", practise("2015-11-16", "DELIVERED"), practise("2015-11-09", "CO_DELIVERED"))
    expect(rungOn(twice.events, "2015-11-20")).toMatchObject({ rung: "CoDelivered", observed: 2, delivered: 2 })
    expect(rungOn(twice.events, "2015-11-10")).toMatchObject({ observed: 1, delivered: 1 })
  })

  it("goes on after a review, from the day on which they were observed again", () => {
    const reviewed = whole.on("2017-07-10", review("2017-07-10"))
    expect(rungOn(reviewed.events, "2017-07-09").rung).toBe("Lapsed")
    expect(rungOn(reviewed.events, "2017-07-10")).toMatchObject({
      rung: "Accredited",
      since: "2017-07-10",
      reviewOn: "2018-07-10",
      lapsesOn: "2018-08-09"
    })
    expect(accreditedOn(trainerIn(reviewed.events), "LOSS", date("2017-07-08"))).toBe(false)
  })

  it("stays withdrawn when an accreditation of an earlier day is recorded after the withdrawal", () => {
    // Withdrawn from 18 July; found out on 2 August: accredited since 1 May as well, for what they had been qualified in
    const late = whole.on("2016-08-01", withdraw("2016-07-18"))
      .on("2016-08-02", accredit("2016-05-01", { basis: "QUALIFIED" }))
    expect(["2016-05-01", "2016-07-17", "2016-07-18", "2016-08-02"].map((day) => rungOn(late.events, day).rung))
      .toEqual(["Accredited", "Accredited", "CoDelivered", "CoDelivered"])
    const withdrawal = late.events.find(({ type }) => type === "TrainerAccreditationWithdrawn")?.id ?? ""
    const struck = late.on("2016-08-03", strikeOut(withdrawal))
    expect(rungOn(struck.events, "2016-08-02").rung).toBe("Accredited")
  })

  it("falls to what they practised from the day of a withdrawal, and not before", () => {
    const withdrawn = whole.on("2016-08-01", withdraw("2016-07-18"))
    expect(rungOn(withdrawn.events, "2016-07-17").rung).toBe("Accredited")
    expect(rungOn(withdrawn.events, "2016-07-18")).toMatchObject({ rung: "CoDelivered", reviewOn: null })
    given(withdrawn.events).on("2016-08-01").when(accredit("2016-08-01")).isRefusedBy("TRAINER-2")
    const again = withdrawn.on("2016-08-02", judging("2016-08-01"), accredit("2016-08-01"))
    expect(rungOn(again.events, "2016-08-01").rung).toBe("Accredited")
    expect(rungOn(again.events, "2016-07-20").rung).toBe("CoDelivered")
  })

  it("without days of grace has lapsed on the day of the review", () => {
    const strict = undecided.on("2015-11-02", decides("accreditationMonths", 12))
      .on("2016-06-06", accredit("2016-06-06", { basis: "QUALIFIED" }))
    expect(rungOn(strict.events, "2017-06-05").rung).toBe("Accredited")
    expect(rungOn(strict.events, "2017-06-06").rung).toBe("Lapsed")
  })
})

describe("an accreditation", () => {
  it("is refused with everything that is missing", () => {
    given(begun.events).on("2016-06-06").when(
      accredit("2016-06-06", { decidedBy: nurse, reviewOn: date("2018-01-01") })
    )
      .isRefusedBy("TRAINER-1", "TRAINER-2", "TRAINER-4", "TRAINER-5")
  })

  it("is refused while the scheme has not decided how long it stands", () => {
    given(undecided.events).on("2016-06-06").when(accredit("2016-06-06", { basis: "QUALIFIED" }))
      .isRefusedBy("TRAINER-4")
  })

  it("of one observation is one too few, of two on different days is not", () => {
    const once = begun.on("2015-11-20", practise("2015-11-09", "OBSERVED")).on("2016-05-30", judging("2016-05-30"))
    given(once.events).on("2016-06-06").when(accredit("2016-06-06")).isRefusedBy("TRAINER-1")
    given(capable.events).on("2016-06-06").when(accredit("2016-06-06")).isAccepted("TrainerAccredited")
  })

  it("needs a judgement without a condition", () => {
    const conditional = observed.on("2016-05-30", judging("2016-05-30", { condition: "AFTER_OBSERVING" }))
    given(conditional.events).on("2016-06-06").when(accredit("2016-06-06")).isRefusedBy("TRAINER-2")
    const met = conditional.on("2016-06-02", judging("2016-06-02"))
    given(met.events).on("2016-06-06").when(accredit("2016-06-06")).isAccepted()
    expect(rungOn(met.events, "2016-06-01").condition).toBe("AFTER_OBSERVING")
    expect(rungOn(met.events, "2016-06-02").condition).toBeNull()
  })

  it("for moving and positioning is for an occupational therapist, or needs a reason", () => {
    const moving = { session: "MOVING", basis: "QUALIFIED" } as const
    given(begun.events).on("2016-06-06").when(accredit("2016-06-06", { ...moving, trainer: therapist })).isAccepted()
    given(begun.events).on("2016-06-06").when(accredit("2016-06-06", moving)).isRefusedBy("TRAINER-3")
    given(begun.events).on("2016-06-06").when(judging("2016-06-06", { session: "MOVING" })).isRefusedBy("TRAINER-3")
    const overrides = [{ rule: "TRAINER-3", reason: "Taught by the therapist, who signs for it" }]
    given(begun.events).on("2016-06-06").when(accredit("2016-06-06", { ...moving, overrides })).isAccepted()
  })

  it("asks for the profession that they had on the day", () => {
    const became = begun.on(
      "2016-04-04",
      ChangeTrainer.make({
        trainer: nurse,
        professions: ["NURSE", "OCCUPATIONAL_THERAPIST"],
        affiliation: "LOCAL_PARTNER",
        on: date("2016-04-04")
      })
    )
    const moving = { session: "MOVING", basis: "QUALIFIED" } as const
    given(became.events).on("2016-06-06").when(accredit("2016-04-03", moving)).isRefusedBy("TRAINER-3")
    given(became.events).on("2016-06-06").when(accredit("2016-04-04", moving)).isAccepted()
    expect(describedOn(trainerIn(became.events), date("2016-04-03"))?.affiliation).toBe("OWN_STAFF")
    expect(describedOn(trainerIn(became.events), date("2016-04-04"))?.affiliation).toBe("LOCAL_PARTNER")
    expect(describedOn(trainerIn(became.events), date("2015-11-01"))).toBeNull()
  })

  // The nurse delivered alone on 1 June; accredited on 6 June as of 1 June, that session would count at once. As of
  // 2 June it is not reached
  it("that reaches back over a session delivered already needs a reason", () => {
    const alone = capable.on("2016-06-01", practise("2016-06-01", "DELIVERED"))
    given(alone.events).on("2016-06-06").when(accredit("2016-06-01")).isRefusedBy("TRAINER-6")
    given(alone.events).on("2016-06-06").when(accredit("2016-06-02")).isAccepted()
    const overrides = [{ rule: "TRAINER-6", reason: "The facilitator sat beside them" }]
    given(alone.events).on("2016-06-06").when(accredit("2016-06-01", { overrides })).isAccepted()
    const lapsed = whole.on("2017-07-10", practise("2017-07-06", "DELIVERED"), practise("2017-07-05", "DELIVERED"))
    given(lapsed.events).on("2017-07-10").when(review("2017-07-06")).isRefusedBy("TRAINER-6")
    given(lapsed.events).on("2017-07-10").when(review("2017-07-07")).isAccepted()
  })

  it("names only people in post, the trainer among them", () => {
    const left = capable.on("2016-06-02", RecordStaffLeaving.make({ staff: nurse, on: date("2016-06-02") }))
    given(left.events).on("2016-06-06").when(accredit("2016-06-06")).isRefusedBy("STAFF-1")
    given(capable.events).on("2016-06-06").when(accredit("2016-06-06", { decidedBy: id(99) })).isRefusedBy("STAFF-1")
  })
})

describe("at the wrong moment", () => {
  const says = (events: ReadonlyArray<Happened>, command: Given) => {
    const { decision } = given(events).on("2016-06-06").when(command)
    return decision._tag === "Refused" ? decision.moment?.says : undefined
  }

  it.each<readonly [string, ReadonlyArray<Happened>, Given, string]>([
    [
      "register twice",
      begun.events,
      register(nurse, "NURSE"),
      "The trainer is already registered since 12:00 on 2 November 2015"
    ],
    [
      "register nobody",
      begun.events,
      register(id(99), "NURSE"),
      "There is no such member of staff. Register them first"
    ],
    [
      "observe unregistered",
      opened.events,
      practise("2016-03-14", "OBSERVED"),
      "There is no such trainer. First register them as a trainer"
    ],
    ["observe twice", observed.events, practise("2015-11-16", "OBSERVED"), "This is recorded already"],
    ["judge twice", capable.events, judging("2016-06-06"), "They are judged capable of it already"],
    [
      "accredit twice",
      whole.events,
      accredit("2016-06-06"),
      "They are accredited for it already. Review the accreditation instead"
    ],
    [
      "review nothing",
      capable.events,
      review("2016-06-06"),
      "They are not accredited for it on that day. Accredit them instead"
    ],
    ["review on the day", whole.events, review("2016-06-06"), "The accreditation is of that day already"],
    [
      "withdraw nothing",
      observed.events,
      withdraw("2016-06-06"),
      "They are neither accredited for it nor judged capable of it, so there is nothing to withdraw"
    ],
    [
      "strike out nothing",
      whole.events,
      strikeOut(id(99)),
      "There is no such entry about this trainer, or it is struck out already"
    ],
    [
      "change nothing",
      whole.events,
      ChangeTrainer.make({ trainer: nurse, professions: ["NURSE"], affiliation: "OWN_STAFF", on: date("2016-06-06") }),
      "That is how they are recorded already"
    ]
  ])("%s", (_, events, command, sentence) => {
    expect(says(events, command)).toBe(sentence)
  })

  it("nothing is withdrawn before it was given, or changed before it was recorded", () => {
    given(whole.events).on("2016-06-06").when(withdraw("2016-05-29")).isRefusedBy("RECORD-2")
    const early = ChangeTrainer.make({
      trainer: nurse,
      professions: ["CHAPLAIN"],
      affiliation: "OWN_STAFF",
      on: date("2015-11-01")
    })
    given(whole.events).on("2016-06-06").when(early).isRefusedBy("RECORD-2")
  })
})

describe("what was recorded in error", () => {
  const entry = (events: ReadonlyArray<Happened>, type: string): string =>
    events.filter((event) => event.type === type).at(-1)?.id ?? ""

  it.each([
    ["TrainerAccredited", "JudgedCapable"],
    ["TrainerJudgedCapable", "Accredited"],
    ["TrainerPracticeRecorded", "Accredited"]
  ])("is struck out: %s, and what remains is %s", (type, rung) => {
    const struck = whole.on("2016-07-01", strikeOut(entry(whole.events, type)))
    const [last] = struck.events.slice(-1)
    expect([last?.type, last?.corrects]).toEqual(["TrainerEntryStruckOut", entry(whole.events, type)])
    expect(rungOn(struck.events, "2016-07-01").rung).toBe(rung)
    given(struck.events).on("2016-07-01").when(strikeOut(entry(whole.events, type))).isRefusedWhile("Registered")
  })

  it("a withdrawal, and everything stands as if it had not been", () => {
    const withdrawn = whole.on("2016-08-01", withdraw("2016-07-18"))
    const struck = withdrawn.on("2016-08-03", strikeOut(entry(withdrawn.events, "TrainerAccreditationWithdrawn")))
    expect(trainerIn(struck.events)).toEqual(trainerIn(whole.events))
  })

  it("the registration, and they can be registered anew", () => {
    const struck = whole.on(
      "2016-07-01",
      strikeOut(entry(whole.events.filter((event) => event.tags.includes(`trainer:${nurse}`)), "TrainerRegistered"))
    )
    given(struck.events).on("2016-07-01").when(practise("2016-07-01", "OBSERVED")).isRefusedWhile("Unknown")
    expect(rungOn(struck.on("2016-07-01", register(nurse, "NURSE")).events, "2016-07-01").rung).toBe("Accredited")
  })
})

describe("what a session of a cohort says of a trainer", () => {
  const told = course.begun.on(
    "2016-03-15",
    RegisterTrainer.make({
      trainer: course.nurse,
      professions: ["NURSE"],
      affiliation: "OWN_STAFF",
      on: date("2016-03-14")
    }),
    course.deliver("LOSS", { observers: [course.nurse] }),
    course.deliver("RESILIENCE", { deliverers: [course.nurse], supervisedBy: course.facilitator })
  )
  const nurseOn = (day: string, session: SessionKey) =>
    onTheLadder(trainerIn(told.events, course.nurse), session, date(day))

  it("is on the ladder from its day, as if it had been recorded by hand", () => {
    expect(nurseOn("2016-03-14", "LOSS").rung).toBe("None")
    expect(nurseOn("2016-03-15", "LOSS")).toMatchObject({ rung: "Observed", since: "2016-03-15", observed: 1 })
    expect(nurseOn("2016-03-15", "RESILIENCE")).toMatchObject({ rung: "CoDelivered", delivered: 1 })
  })

  it("is put right in the cohort, and not struck out here", () => {
    const session = told.events.filter(({ type }) => type === "TrainingSessionDelivered").at(-1)?.id ?? ""
    given(told.events).on("2016-03-15").when(
      StrikeOutTrainerEntry.make({ trainer: course.nurse, entry: session, reason })
    ).isRefusedWhile("Registered")
    laws.replay(Trainer, course.nurse, told.events)
  })
})

describe("the life obeys the laws", () => {
  const { events } = whole.on("2016-08-01", withdraw("2016-07-18")).on("2016-08-02", judging("2016-08-01"))
  const commands = [
    register(nurse, "NURSE"),
    practise("2016-08-02", "DELIVERED"),
    judging("2016-08-02", { condition: "OTHER" }),
    accredit("2016-08-02"),
    accredit("2016-08-02", { basis: "QUALIFIED" }),
    review("2016-08-02"),
    withdraw("2016-08-02"),
    strikeOut(events.at(-1)?.id ?? "")
  ]

  it("of replay, storing and deciding", () => {
    laws.replay(Trainer, nurse, events)
    laws.total(Trainer, nurse, events.filter(({ type }) => type !== "TrainerRegistered"))
    laws.stored(events)
    laws.deciding(events, commands, date("2016-08-02"))
    for (const command of commands) laws.repeating(events, command, date("2016-08-02"))
  })

  it("and offers in each state what is not refused for the state", () => {
    expect(trainerSteps.Unknown).toEqual(["RegisterTrainer"])
    expect(JSON.stringify(events)).not.toContain("Confident")
    expect(given(events).on("2016-08-02").by({ id: lee, role: "officer" }).when(withdraw("2016-08-02")).isAccepted())
      .toBeDefined()
  })
})
