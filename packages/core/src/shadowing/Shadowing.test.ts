/**
 * The life of a shadowing placement: told once, judged at its limits, refused at every wrong moment, interrupted, corrected
 * and found out late. The days of each story are worked out by hand beside it.
 */
import { describe, expect, it } from "vitest"
import { EndAppointment, StrikeOutAppointmentEntry, VoidAppointment } from "../appointment/AppointmentEnd.ts"
import { SuspendAppointment } from "../appointment/Suspension.ts"
import { shadowingSince } from "../Examples.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { RecordRelease, RecordTemporaryDeparture, RecordTransfer } from "../person/PersonMovements.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { PauseScheme } from "../scheme/SchemeRunning.ts"
import { given, story } from "../testing.ts"
import {
  activate,
  another,
  coordinator,
  experienced,
  id,
  kay,
  lee,
  max,
  maxsRole,
  mo,
  mosRole,
  opened,
  placementIn,
  plan,
  ready,
  running,
  scheme,
  shadowing,
  start,
  stateIn,
  supportWorker,
  train,
  trained,
  trainer,
  wes,
  wessRole,
  will,
  willsRole,
  ZZA,
  ZZI
} from "../testing/SmallPrison.ts"
import { countedDays, daysUntil, firstSignOff } from "./countedDays.ts"
import { DecideEarlierShadowing } from "./EarlierDays.ts"
import { signOffHolds } from "./Placement.ts"
import { mentorOf, Shadowing, ShadowingsFor, ShadowingsWith } from "./Shadowing.ts"
import type { ShadowingStatus } from "./Shadowing.ts"
import {
  CorrectShadowingPause,
  CorrectShadowingPerson,
  CorrectShadowingStart,
  CorrectShadowMentor,
  CorrectShadowMentorReplacement,
  VoidShadowingPause
} from "./ShadowingCorrections.ts"
import { PauseShadowing, RecordShadowingInterruption, ResumeShadowing } from "./ShadowingCourse.ts"
import { shadowingDecisions } from "./shadowingDecisions.ts"
import {
  CancelShadowing,
  EndShadowingNotAchieved,
  RecordShadowingTransferOut,
  ReopenShadowing,
  SignOffShadowing,
  UpholdShadowingSignOff,
  WithdrawShadowingSignOff
} from "./ShadowingEnd.ts"
import { PlanShadowing, ReplaceShadowMentor } from "./ShadowingStart.ts"

const reason = "It turned out so"

const signOff = (on: string) => SignOffShadowing.make({ shadowing, on: date(on) })
const pause = (from: string) => PauseShadowing.make({ shadowing, from: date(from), reason: "REGIME" })
const resume = (on: string) => ResumeShadowing.make({ shadowing, on: date(on) })
const interrupt = (from: string, until: string) =>
  RecordShadowingInterruption.make({ shadowing, from: date(from), until: date(until), reason: "REGIME" })
const replace = (mentor: string, on: string) => ReplaceShadowMentor.make({ shadowing, mentor, on: date(on), reason })
const uphold = (on: string) => UpholdShadowingSignOff.make({ shadowing, on: date(on), reason })
const withdraw = (on: string) => WithdrawShadowingSignOff.make({ shadowing, on: date(on), reason })
const correctStart = (startedOn: string) =>
  CorrectShadowingStart.make({ shadowing, startedOn: date(startedOn), reason })
const suspend = (appointment: string, from: string, until?: string) =>
  SuspendAppointment.make({
    appointment,
    from: date(from),
    ...(until === undefined ? {} : { until: date(until) }),
    reviewBy: date("2016-12-01"),
    paid: true,
    reason: "INVESTIGATION"
  })

const eventOf = (events: ReadonlyArray<Happened>, type: string): Happened => {
  const found = events.filter((event) => event.type === type).at(-1)
  if (found === undefined) throw new Error(`Nothing of ${type} happened`)
  return found
}

/** The first day on which it can be signed off, as it is known after the events. */
const first = (events: ReadonlyArray<Happened>) => {
  const { onTheDay, shadowing: state } = placementIn(events)
  return firstSignOff(state, onTheDay)
}

const counted = (events: ReadonlyArray<Happened>, asOf: string): number => {
  const { onTheDay, shadowing: state } = placementIn(events)
  return countedDays(state, onTheDay, date(asOf))
}

const tags = [
  `appointment:${willsRole}`,
  "establishment:ZZI",
  `person:${will}`,
  `person:${max}`,
  `scheme:${scheme}`,
  `shadowing:${shadowing}`
]
const keys = { shadower: will, mentor: max, appointment: willsRole, scheme, establishment: "ZZI" }

describe("a shadowing", () => {
  const signedOff = running.on("2016-04-04", signOff("2016-04-04"))

  it("is planned, started and signed off, and nothing else happens", () => {
    const own = signedOff.events.filter((event) => event.stream === `shadowing-${shadowing}`)
    expect(own.map(({ data, on, tags: its, type, version }) => ({ type, on, version, data, tags: its }))).toEqual([
      {
        type: "ShadowingPlanned",
        on: "2016-03-15",
        version: 1,
        data: { ...keys, startOn: "2016-03-21", days: 14 },
        tags
      },
      { type: "ShadowingStarted", on: "2016-03-21", version: 2, data: keys, tags },
      { type: "ShadowingSignedOff", on: "2016-04-04", version: 3, data: { ...keys, counted: 14 }, tags }
    ])
    const [planned, started, ended] = own
    expect(stateIn(Shadowing, shadowing, signedOff.events)).toEqual({
      status: "SignedOff",
      shadower: will,
      appointment: willsRole,
      scheme,
      establishment: "ZZI",
      days: 14,
      planned: { event: planned?.id, on: "2016-03-15" },
      startOn: "2016-03-21",
      startedOn: "2016-03-21",
      started: started?.id,
      stints: [{ mentor: max, from: "2016-03-21", event: planned?.id }],
      pauses: [],
      earlier: [],
      signOff: { on: "2016-04-04", counted: 14, event: ended?.id, upheld: null },
      ended: { event: ended?.id, on: "2016-04-04" },
      changed: { on: "2016-04-04", recordedAt: "2016-04-04T12:00:00.000Z", by: coordinator }
    })
  })

  it("is found by the worker, by the mentor and by the appointment", () => {
    const { events } = signedOff
    expect([will, max, mo].map((person) => stateIn(ShadowingsWith, person, events)))
      .toEqual([[shadowing], [shadowing], []])
    expect([willsRole, maxsRole].map((one) => stateIn(ShadowingsFor, one, events))).toEqual([[shadowing], []])
  })

  it("keeps no reason where decisions and views could see it", () => {
    const told = running.on("2016-03-25", pause("2016-03-25"), replace(mo, "2016-03-25"))
    expect(JSON.stringify(told.events)).not.toMatch(/REGIME|turned out/)
  })
})

describe("two weeks", () => {
  // 21 to 31 March are 11 days, 1 to 3 April three more: 13 lie before 3 April, 14 before 4 April
  it("are not over on the thirteenth day, in words that name the first date that will do", () => {
    const { decision } = given(running.events).on("2016-04-03").when(signOff("2016-04-03")).isRefusedBy("SHADOW-1")
    expect(decision).toEqual({
      _tag: "Refused",
      moment: null,
      judged: [
        {
          rule: "RECORD-1",
          says: "What is said to have happened is recorded on that day or later",
          source: {
            title: "Choice of this project",
            at: "A clock that is wrong on one terminal must not put events into the future"
          },
          strength: "hard",
          held: true,
          facts: { latest: "2016-04-03", today: "2016-04-03" },
          limits: {},
          because: null,
          earliest: null,
          override: false
        },
        {
          rule: "SHADOW-1",
          says: "A new worker must shadow an experienced one for at least two weeks",
          source: { title: "Peer social support training pilot", at: "S3:699-701" },
          strength: "hard",
          held: false,
          facts: { counted: 13, earliest: "2016-04-04", waitsFor: null },
          limits: { days: 14 },
          because: "Shadowing lasts at least 14 days. Sign it off on or after 4 April 2016",
          earliest: "2016-04-04",
          override: false
        },
        {
          rule: "SHADOW-3",
          says: "The mentor may work in the scheme on every day that counts",
          source: { title: "Peer social support training pilot", at: "S3:699-701, INV-47" },
          strength: "hard",
          held: true,
          facts: { days: 13, eligible: 13 },
          limits: {},
          because: null,
          earliest: null,
          override: false
        },
        {
          rule: "RECORD-2",
          says: "What follows from something is not dated before it",
          source: {
            title: "Choice of this project",
            at: "A period that ends before it begins counts for nothing and hides a slip of the pen"
          },
          strength: "hard",
          held: true,
          facts: { on: "2016-04-03", notBefore: "2016-03-21" },
          limits: {},
          because: null,
          earliest: null,
          override: false
        },
        {
          rule: "STAFF-5",
          says: "Nobody in custody gives a command, not even about themselves",
          source: {
            title: "Peer social support training pilot",
            at: "S3:581-585, INV-24: a worker decides about nobody else"
          },
          strength: "hard",
          held: true,
          facts: { inCustody: false },
          limits: {},
          because: null,
          earliest: null,
          override: false
        }
      ]
    })
  })

  it("are over on the fourteenth, across both changes of the clocks", () => {
    given(running.events).on("2016-04-04").when(signOff("2016-04-04")).isAccepted("ShadowingSignedOff")
    // 19 to 31 October are 13 days, 1 November the fourteenth
    const autumn = shadowingSince("2015-10-19")
    const sign = (on: string) => SignOffShadowing.make({ shadowing: autumn.shadowing, on: date(on) })
    given(autumn.events).on("2015-11-01").when(sign("2015-11-01")).isRefusedBy("SHADOW-1")
      .says("SHADOW-1", "Shadowing lasts at least 14 days. Sign it off on or after 2 November 2015")
    given(autumn.events).on("2015-11-02").when(sign("2015-11-02")).isAccepted("ShadowingSignedOff")
  })

  it("are refused by a hard rule: no reason helps", () => {
    const overrides = [{ rule: "SHADOW-1", reason: "He is very able" }]
    given(running.events).on("2016-04-03").when({ ...signOff("2016-04-03"), overrides }).isRefusedBy("SHADOW-1")
  })

  it("cannot be signed off ahead", () => {
    given(running.events).on("2016-04-03").when(signOff("2016-04-04")).isRefusedBy("RECORD-1")
      .says("RECORD-1", "This has not happened yet. Record it on or after 4 April 2016")
    given(running.events).on("2016-04-02").when(signOff("2016-04-03")).isRefusedBy("RECORD-1", "SHADOW-1")
  })

  it("can be signed off later, and then more days are noted", () => {
    const later = running.on("2016-04-20", signOff("2016-04-06"))
    expect(eventOf(later.events, "ShadowingSignedOff")).toMatchObject({ on: "2016-04-06", data: { counted: 16 } })
  })

  // Paused from 30 March: 21 to 29 March are 9 days, so 5 are missing and no date is known
  it("have no end while the shadowing is paused", () => {
    const paused = running.on("2016-03-30", pause("2016-03-30"))
    given(paused.events).on("2016-04-10").when(signOff("2016-04-10")).isRefusedBy("SHADOW-1")
      .says("SHADOW-1", "Resume it first; 5 more days are needed")
    // 13 days lie before 3 April: one is missing
    const late = running.on("2016-04-03", pause("2016-04-03"))
    given(late.events).on("2016-04-10").when(signOff("2016-04-10")).isRefusedBy("SHADOW-1")
      .says("SHADOW-1", "Resume it first; 1 more day is needed")
  })

  it("that are over can be signed off while it is paused", () => {
    const paused = running.on("2016-04-04", pause("2016-04-04"))
    given(paused.events).on("2016-04-10").when(signOff("2016-04-10")).isAccepted("ShadowingSignedOff")
  })

  // 21 to 24 March are 4 days, 29 March to 7 April 10 more
  it("are longer by a pause from 25 until 29 March: 8 April", () => {
    const resumed = running.on("2016-03-25", pause("2016-03-25")).on("2016-03-29", resume("2016-03-29"))
    given(resumed.events).on("2016-04-07").when(signOff("2016-04-07")).isRefusedBy("SHADOW-1")
      .says("SHADOW-1", "Shadowing lasts at least 14 days. Sign it off on or after 8 April 2016")
    given(resumed.events).on("2016-04-08").when(signOff("2016-04-08")).isAccepted("ShadowingSignedOff")
  })

  it("are as long as the scheme decided when the shadowing was planned, and no later decision changes that", () => {
    const decide = (value: number, from: string) =>
      DecideSchemePolicy.make({
        scheme,
        limit: "shadowingDays",
        value,
        from: date(from),
        decidedBy: kay,
        on: date(from)
      })
    const stricter = ready.on("2016-03-15", decide(21, "2016-03-15"), plan("2016-03-21"))
      .on("2016-03-21", start("2016-03-21"), decide(14, "2016-03-21"))
    // 21 days from 21 March: 11 in March and 10 in April
    expect(first(stricter.events)).toBe("2016-04-11")
    given(stricter.events).on("2016-04-10").when(signOff("2016-04-10")).isRefusedBy("SHADOW-1")
      .says("SHADOW-1", "Shadowing lasts at least 21 days. Sign it off on or after 11 April 2016")
    const before = ready.on("2016-03-15", plan("2016-03-21")).on("2016-03-21", decide(21, "2016-03-16"))
      .on("2016-03-21", start("2016-03-21"))
    expect(first(before.events)).toBe("2016-04-04")
  })
})

describe("a mentor", () => {
  const planned = (mentor: string, startOn = "2016-03-21") => plan(startOn, mentor)

  it("is somebody else", () => {
    // Will is not in a role yet, so more than one rule is broken at once
    given(ready.events).on("2016-03-15").when(planned(will)).isRefusedBy("SHADOW-2", "SHADOW-3", "SHADOW-5")
      .says("SHADOW-2", "The mentor and the new worker are the same person. Choose another mentor")
      .says("SHADOW-5", "The mentor is not in a role of the scheme. Choose one who is")
  })

  it("may work on the day of the start", () => {
    const suspended = ready.on("2016-03-16", suspend(maxsRole, "2016-03-21", "2016-03-22"))
    given(suspended.events).on("2016-03-16").when(planned(max)).isRefusedBy("SHADOW-3")
    given(suspended.events).on("2016-03-16").when(planned(max, "2016-03-20")).isAccepted()
    given(suspended.events).on("2016-03-16").when(planned(max, "2016-03-22")).isAccepted()
  })

  it("is refused again on the day itself, if they may not work by then", () => {
    const suspended = ready.on("2016-03-15", planned(max)).on("2016-03-20", suspend(maxsRole, "2016-03-20"))
    given(suspended.events).on("2016-03-21").when(start("2016-03-21")).isRefusedBy("SHADOW-3").says(
      "SHADOW-3",
      "The mentor may not work on that day. Choose one who is in role, trained, not suspended and not away"
    )
  })

  it("has no more new workers beside them than the scheme allows: one, in this one", () => {
    const both = running.on("2016-03-21", ...trained(wessRole, wes))
    const wesWith = (mentor: string) => plan("2016-03-22", mentor, "2016-03-21", wessRole, another)
    given(both.events).on("2016-03-21").when(wesWith(max)).isRefusedBy("SHADOW-4")
      .says("SHADOW-4", "The mentor is already shadowed by one new worker. Choose another mentor")
    given(both.events).on("2016-03-21").when(wesWith(mo)).isAccepted()
    // Room comes with the end of the one, or when the one has another mentor
    const over = both.on("2016-04-04", signOff("2016-04-04"))
    given(over.events).on("2016-04-04").when(wesWith(max)).isAccepted()
    const replaced = both.on("2016-03-22", replace(mo, "2016-03-22"))
    given(replaced.events).on("2016-03-22").when(wesWith(max)).isAccepted()
    given(replaced.events).on("2016-03-22").when(wesWith(mo)).isRefusedBy("SHADOW-4")
  })

  it("has been in role for six months, in this scheme", () => {
    const decide = DecideSchemePolicy.make({
      scheme,
      limit: "mentorMonthsInRole",
      value: 27,
      from: date("2016-03-10"),
      decidedBy: kay,
      on: date("2016-03-10")
    })
    // In role since 6 January 2014: 27 months are full on 6 April 2016
    const stricter = ready.on("2016-03-15", decide)
    given(stricter.events).on("2016-03-15").when(planned(max)).isRefusedBy("SHADOW-5").says(
      "SHADOW-5",
      "The mentor is experienced on 6 April 2016. Choose another, or begin on or after that day"
    )
    given(stricter.events).on("2016-03-15").when(planned(max, "2016-04-05")).isRefusedBy("SHADOW-5")
    given(stricter.events).on("2016-03-15").when(planned(max, "2016-04-06")).isAccepted()
  })

  it("whose training has lapsed takes on nobody new, and goes on with whoever shadows them", () => {
    // Trained on 6 November 2015, for twelve months and with no grace: it lapses on 7 November 2016
    const broken = (day: string) => {
      const { decision } = given(ready.events).on(day).when(plan(day, max, day))
      return decision.judged.filter(({ held }) => !held).map(({ rule }) => rule)
    }
    expect([broken("2016-11-06"), broken("2016-11-07")]).toEqual([[], ["SHADOW-8"]])
    const under = ready.on("2016-11-04", plan("2016-11-04", max, "2016-11-04"), start("2016-11-04"))
    // 4 to 17 November: the lapse in between takes no day away
    expect(first(under.events)).toBe("2016-11-18")
  })

  it("that a scheme has decided nothing about is refused for that, and nothing is guessed", () => {
    const known = opened.on("2015-10-05", ...experienced(maxsRole, max).slice(0, 1))
    const early = DecideSchemePolicy.make({
      scheme,
      limit: "shadowersPerMentor",
      value: 1,
      from: date("2015-10-01"),
      decidedBy: kay,
      on: date("2015-10-01")
    })
    // Before 1 October 2015 no limit was decided: neither how many nor how long
    const unset = known.on("2016-03-15", early, ...trained(willsRole, will))
    given(unset.events).on("2016-03-15").when(planned(max, "2015-09-30"))
      .isRefusedBy("RECORD-2", "SHADOW-3", "SHADOW-4", "SHADOW-5")
      .says(
        "SHADOW-4",
        "The scheme has not decided for that day how many new workers may shadow one worker at the same time " +
          "(shadowersPerMentor). A coordinator decides it with DecideSchemePolicy"
      )
      .says(
        "SHADOW-5",
        "The scheme has not decided for that day how long a worker has been in role before a new worker may shadow them " +
          "(mentorMonthsInRole). A coordinator decides it with DecideSchemePolicy"
      )
  })
})

describe("a start", () => {
  const planned = ready.on("2016-03-15", plan("2016-03-21"))

  it("may be on another day than was planned, and that day counts", () => {
    const later = planned.on("2016-03-23", start("2016-03-22"))
    expect(stateIn(Shadowing, shadowing, later.events)).toMatchObject({
      startOn: "2016-03-21",
      startedOn: "2016-03-22",
      stints: [{ mentor: max, from: "2016-03-22" }]
    })
    expect(first(later.events)).toBe("2016-04-05")
  })

  // Seven days late on 28 March, eight on 29 March
  it("is recorded within seven days, or with a reason", () => {
    given(planned.events).on("2016-03-28").when(start("2016-03-21")).isAccepted("ShadowingStarted")
    given(planned.events).on("2016-03-29").when(start("2016-03-21")).isRefusedBy("SHADOW-6").says(
      "SHADOW-6",
      "The start lies 8 days back and the scheme allows 7. Give a reason why it is recorded late"
    )
    const overrides = [{ rule: "SHADOW-6", reason: "The book was locked away over Easter" }]
    const { decision } = given(planned.events).on("2016-03-29").when({ ...start("2016-03-21"), overrides })
      .isAccepted("ShadowingStarted")
    expect(decision.judged.find((one) => one.rule === "SHADOW-6")).toMatchObject({ held: false, override: true })
  })

  it("lies not ahead", () => {
    given(planned.events).on("2016-03-20").when(start("2016-03-21")).isRefusedBy("RECORD-1")
  })
})

describe("who may begin to shadow", () => {
  it("is a selected worker whose training is complete, and nobody twice at once", () => {
    const untrained = opened.on("2015-11-09", ...experienced(maxsRole, max))
      .on("2016-03-15", ...trained(willsRole, will).slice(0, -1))
    const attempt = given(untrained.events).on("2016-03-15").when(plan("2016-03-21")).isRefusedWhile("Selected")
    expect(attempt.decision).toMatchObject({
      moment: { life: "appointment", says: "The training is not complete. Record that first" }
    })
    const twice = PlanShadowing.make({
      shadowing: another,
      appointment: willsRole,
      mentor: mo,
      startOn: date("2016-03-22"),
      on: date("2016-03-21")
    })
    expect(given(running.events).on("2016-03-21").when(twice).isRefusedWhile("Running").decision).toMatchObject({
      moment: { life: "shadowing", says: "The shadowing is already running since 12:00 on 21 March 2016" }
    })
  })

  it("is not somebody who is suspended or away", () => {
    const suspended = ready.on("2016-03-15", suspend(willsRole, "2016-03-14"))
    given(suspended.events).on("2016-03-15").when(plan("2016-03-21")).isRefusedWhile("Suspended")
    const away = ready.on(
      "2016-03-15",
      RecordTemporaryDeparture.make({
        person: will,
        reason: "COURT",
        on: date("2016-03-15")
      })
    )
    given(away.events).on("2016-03-15").when(plan("2016-03-21")).isRefusedWhile("Suspended")
  })

  it("may shadow anew when it was not achieved, or cancelled", () => {
    const again = PlanShadowing.make({
      shadowing: another,
      appointment: willsRole,
      mentor: max,
      startOn: date("2016-05-02"),
      on: date("2016-04-20")
    })
    const ends = [
      EndShadowingNotAchieved.make({ shadowing, on: date("2016-04-20"), reason }),
      CancelShadowing.make({ shadowing, on: date("2016-04-20"), reason })
    ]
    for (const end of ends) given(running.on("2016-04-20", end).events).on("2016-04-20").when(again).isAccepted()
  })
})

describe("no way around two weeks", () => {
  const planned = ready.on("2016-03-15", plan("2016-03-21"))
  const pauseScheme = (on: string) => PauseScheme.make({ scheme, reason, on: date(on) })

  it("leads over days before the training was complete", () => {
    given(ready.events).on("2016-03-15").when(plan("2016-03-14")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "On which day will it start? The date is too early. It can be 15 March 2016 or later")
    given(ready.events).on("2016-03-15").when(plan("2016-03-15")).isAccepted()
    given(planned.events).on("2016-03-16").when(start("2016-03-14")).isRefusedBy("RECORD-2")
    given(planned.events).on("2016-03-16").when(start("2016-03-15")).isAccepted()
    given(running.events).on("2016-04-01").when(correctStart("2016-03-14")).isRefusedBy("RECORD-2")
    given(running.events).on("2016-04-01").when(correctStart("2016-03-15")).isAccepted()
  })

  it("leads over a training that turned out to be none: days count from the right one on", () => {
    const training =
      running.events.find((event) =>
        event.type === "AppointmentTrainingRecorded" && event.stream === `appointment-${willsRole}`
      )?.id ?? ""
    const struck = running.on(
      "2016-04-01",
      StrikeOutAppointmentEntry.make({ appointment: willsRole, entry: training, reason })
    )
    expect([counted(struck.events, "2016-04-04"), first(struck.events)]).toEqual([0, null])
    // Trained on 23 March: 23 to 31 March are 9 days, 1 to 5 April five more
    expect(first(struck.on("2016-04-01", train(willsRole, "2016-03-23")).events)).toBe("2016-04-06")
  })

  it("leads over an appointment that has ended, or that was voided", () => {
    const over = running.on(
      "2016-03-29",
      EndAppointment.make({ appointment: willsRole, reason: "OWN_REQUEST", on: date("2016-03-29") })
    )
    expect([counted(over.events, "2016-03-29"), counted(over.events, "2016-04-20")]).toEqual([8, 8])
    const voided = running.on(
      "2016-03-29",
      VoidAppointment.make({ appointment: willsRole, agreedBy: lee, reason, on: date("2016-03-29") })
    )
    expect(counted(voided.events, "2016-03-29")).toBe(0)
    const ended = planned.on(
      "2016-03-20",
      EndAppointment.make({ appointment: willsRole, reason: "OWN_REQUEST", on: date("2016-03-20") })
    )
    expect(given(ended.events).on("2016-03-21").when(start("2016-03-21")).isRefusedWhile("Ended").decision)
      .toMatchObject({ moment: { life: "appointment" } })
    given(ended.events).on("2016-03-21").when(start("2016-03-19")).isAccepted()
  })

  it("leads over a scheme that does not run on the day", () => {
    given(ready.on("2016-03-16", pauseScheme("2016-03-16")).events).on("2016-03-16")
      .when(plan("2016-03-21", max, "2016-03-16")).isRefusedWhile("Paused")
    const paused = planned.on("2016-03-20", pauseScheme("2016-03-20"))
    given(paused.events).on("2016-03-21").when(start("2016-03-21")).isRefusedWhile("Paused")
    given(paused.events).on("2016-03-21").when(start("2016-03-19")).isAccepted()
  })

  it("leads over a start that is judged less than its plan: the mentor is experienced and has room on the day", () => {
    const decide = DecideSchemePolicy.make({
      scheme,
      limit: "mentorMonthsInRole",
      value: 27,
      from: date("2016-03-20"),
      decidedBy: kay,
      on: date("2016-03-20")
    })
    given(planned.on("2016-03-20", decide).events).on("2016-03-21").when(start("2016-03-21")).isRefusedBy("SHADOW-5")
    // Wes was recorded with Mo, and it turns out that he shadows Max: then Max has no room for Will
    const wesStarts = start("2016-03-19", another)
    const both = ready.on(
      "2016-03-18",
      ...trained(wessRole, wes),
      plan("2016-03-19", mo, "2016-03-18", wessRole, another)
    )
      .on("2016-03-19", plan("2016-03-21", max, "2016-03-19"), wesStarts)
      .on("2016-03-20", CorrectShadowMentor.make({ shadowing: another, recordedMentor: mo, mentor: max, reason }))
    given(both.events).on("2016-03-21").when(start("2016-03-21")).isRefusedBy("SHADOW-4")
    // And he has room again when the appointment of Wes is over, whatever became of the shadowing
    const over = both.on(
      "2016-03-20",
      EndAppointment.make({ appointment: wessRole, reason: "OWN_REQUEST", on: date("2016-03-20") })
    )
    given(over.events).on("2016-03-21").when(start("2016-03-21")).isAccepted()
  })

  it("leads over another worker's placement", () => {
    const correct = CorrectShadowingPerson.make({ shadowing, appointment: wessRole, reason })
    const says = (events: ReadonlyArray<Happened>) => {
      const { decision } = given(events).on("2016-04-01").when(correct).isRefusedWhile("Running")
      return decision._tag === "Refused" ? decision.moment?.says : null
    }
    const untrained = running.on("2016-04-01", ...trained(wessRole, wes).slice(0, -1))
    expect(says(untrained.events)).toBe("The training of that worker is not complete. Record it first")
    const late = untrained.on("2016-04-01", train(wessRole, "2016-03-22"))
    given(late.events).on("2016-04-01").when(correct).isRefusedBy("RECORD-2")
    const own = running.on("2016-04-01", ...trained(wessRole, wes))
      .on("2016-04-01", plan("2016-04-02", mo, "2016-04-01", wessRole, another))
    expect(says(own.events)).toBe("That worker has a shadowing of their own. End or correct that one first")
  })
})

describe("what interrupts a shadowing", () => {
  it("pauses on the day of the start at the earliest, and is over after it began", () => {
    given(running.events).on("2016-03-25").when(pause("2016-03-20")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "The date is too early. It can be 21 March 2016 or later")
    given(running.events).on("2016-03-25").when(pause("2016-03-21")).isAccepted("ShadowingPaused")
    const paused = running.on("2016-03-25", pause("2016-03-25"))
    given(paused.events).on("2016-03-29").when(resume("2016-03-24")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "The date is too early. It can be 25 March 2016 or later")
    given(paused.events).on("2016-03-29").when(resume("2016-03-25")).isAccepted("ShadowingResumed")
  })

  it("is over where the mentor of that day may work, whoever is the mentor since", () => {
    const replaced = running.on("2016-03-30", suspend(mosRole, "2016-03-27", "2016-03-28"), pause("2016-03-25"))
      .on("2016-03-30", replace(mo, "2016-03-30"))
    given(replaced.events).on("2016-03-30").when(resume("2016-03-27")).isAccepted("ShadowingResumed")
    const other = running.on("2016-03-30", suspend(maxsRole, "2016-03-27", "2016-03-28"), pause("2016-03-25"))
      .on("2016-03-30", replace(mo, "2016-03-30"))
    given(other.events).on("2016-03-30").when(resume("2016-03-27")).isRefusedBy("SHADOW-3")
  })

  it("is over after the last of several pauses that go on", () => {
    const paused = running.on("2016-03-25", pause("2016-03-25")).on("2016-03-29", resume("2016-03-27"))
      .on("2016-03-29", pause("2016-03-29"))
    const open = paused.on(
      "2016-03-30",
      CorrectShadowingPause.make({
        shadowing,
        pause: paused.events.find((event) => event.type === "ShadowingPaused")?.id ?? "",
        from: date("2016-03-25"),
        reason
      })
    )
    given(open.events).on("2016-03-31").when(resume("2016-03-28")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "The date is too early. It can be 29 March 2016 or later")
    given(open.events).on("2016-03-31").when(resume("2016-03-29")).isAccepted()
  })

  it("may be found out later, and lasts a day at least", () => {
    given(running.events).on("2016-04-01").when(interrupt("2016-03-20", "2016-03-29")).isRefusedBy("RECORD-2")
    given(running.events).on("2016-04-01").when(interrupt("2016-03-25", "2016-03-25")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "Until which day? The date is too early. It can be 26 March 2016 or later")
    const known = running.on("2016-04-01", interrupt("2016-03-25", "2016-03-29"))
    expect([stateIn(Shadowing, shadowing, known.events).status, first(known.events)]).toEqual(["Running", "2016-04-08"])
    given(known.events).on("2016-04-01").when(interrupt("2016-03-25", "2016-03-29")).isRefusedWhile("Running")
  })

  it("is not over while the mentor may not work: then another one comes first", () => {
    const paused = running.on("2016-03-25", pause("2016-03-25"), suspend(maxsRole, "2016-03-25"))
    given(paused.events).on("2016-03-29").when(resume("2016-03-29")).isRefusedBy("SHADOW-3")
    const replaced = paused.on("2016-03-29", replace(mo, "2016-03-29"))
    given(replaced.events).on("2016-03-29").when(resume("2016-03-29")).isAccepted("ShadowingResumed")
    expect(first(replaced.on("2016-03-29", resume("2016-03-29")).events)).toBe("2016-04-08")
  })

  // Suspended from 30 March until 2 April: 21 to 29 March are 9 days, 2 to 6 April five more
  it("is also a suspension of the new worker, and an absence", () => {
    const suspended = running.on("2016-03-30", suspend(willsRole, "2016-03-30", "2016-04-02"))
    expect(first(suspended.events)).toBe("2016-04-07")
    const court = RecordTemporaryDeparture.make({ person: will, reason: "COURT", on: date("2016-03-30") })
    const away = running.on("2016-03-30", court)
    given(away.events).on("2016-04-05").when(signOff("2016-04-05")).isRefusedBy("SHADOW-1").says(
      "SHADOW-1",
      "The new worker must be there and able to work first; 5 more days are needed"
    )
    const released = running.on(
      "2016-03-30",
      RecordRelease.make({
        person: max,
        reason: "RELEASED",
        on: date("2016-03-30")
      })
    )
    given(released.events).on("2016-04-05").when(signOff("2016-04-05")).isRefusedBy("SHADOW-1")
      .says("SHADOW-1", "Find an eligible mentor first; 5 more days are needed")
  })
})

describe("a mentor who is replaced", () => {
  // Max is suspended from 28 March, found out on 1 April; Mo takes over on 30 March. 28 and 29 March are lost:
  // 21 to 27 March are 7 days, 30 March to 5 April seven more
  it("leaves the days that were served, and the new mentor decides on the day of the replacement", () => {
    const replaced = running.on("2016-04-01", suspend(maxsRole, "2016-03-28"), replace(mo, "2016-03-30"))
    const { onTheDay, shadowing: state } = placementIn(replaced.events)
    expect(daysUntil(state, onTheDay, date("2016-04-01")).slice(6).map((day) => [day.day, day.mentor, day.without]))
      .toEqual([
        ["2016-03-27", max, null],
        ["2016-03-28", max, "MentorNotEligible"],
        ["2016-03-29", max, "MentorNotEligible"],
        ["2016-03-30", mo, null],
        ["2016-03-31", mo, null]
      ])
    expect(first(replaced.events)).toBe("2016-04-06")
    expect(eventOf(replaced.events, "ShadowMentorReplaced")).toMatchObject({
      on: "2016-03-30",
      data: { ...keys, mentor: mo, formerMentor: max }
    })
  })

  it("loses the day of the replacement where the new mentor may not work on it", () => {
    const replaced = running.on("2016-03-28", replace(mo, "2016-03-28")).on(
      "2016-04-01",
      suspend(mosRole, "2016-03-28", "2016-03-29")
    )
    expect(first(replaced.events)).toBe("2016-04-05")
  })

  it("is replaced by somebody else, who is eligible, and not before they began", () => {
    expect(given(running.events).on("2016-03-25").when(replace(max, "2016-03-25")).isRefusedWhile("Running").decision)
      .toMatchObject({ moment: { says: "That is the mentor already" } })
    given(running.events).on("2016-03-25").when(replace(mo, "2016-03-20")).isRefusedBy("RECORD-2")
    given(running.events).on("2016-03-25").when(replace(will, "2016-03-25"))
      .isRefusedBy("SHADOW-2", "SHADOW-3", "SHADOW-5")
    const suspended = running.on("2016-03-25", suspend(mosRole, "2016-03-25"))
    given(suspended.events).on("2016-03-25").when(replace(mo, "2016-03-25")).isRefusedBy("SHADOW-3")
    const twice = running.on("2016-03-28", replace(mo, "2016-03-28"))
    given(twice.events).on("2016-03-30").when(replace(max, "2016-03-27")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "The date is too early. It can be 28 March 2016 or later")
    given(twice.events).on("2016-03-30").when(replace(max, "2016-03-28")).isAccepted("ShadowMentorReplaced")
  })

  it("may be replaced before the start, and then is the mentor from the start", () => {
    const planned = ready.on("2016-03-15", plan("2016-03-21")).on("2016-03-16", replace(mo, "2016-03-16"))
      .on("2016-03-21", start("2016-03-21"))
    const state = stateIn(Shadowing, shadowing, planned.events)
    expect(state.stints).toEqual([
      { mentor: mo, from: "2016-03-21", event: eventOf(planned.events, "ShadowMentorReplaced").id }
    ])
    expect([mentorOf(state), mentorOf(state, date("2016-03-01"))]).toEqual([mo, mo])
    expect(stateIn(ShadowingsWith, max, planned.events)).toEqual([shadowing])
  })
})

describe("a fact that is found out late", () => {
  const signedOff = running.on("2016-04-04", signOff("2016-04-04"))
  // Found out on 6 April: Max was suspended from 29 March until 1 April. 29, 30 and 31 March do not count: 11 days
  const late = signedOff.on("2016-04-06", suspend(maxsRole, "2016-03-29", "2016-04-01"))

  it("changes the count, and takes nothing back by itself", () => {
    expect([counted(signedOff.events, "2016-04-04"), counted(late.events, "2016-04-04")]).toEqual([14, 11])
    const placement = placementIn(late.events)
    expect([placement.shadowing.status, placement.shadowing.signOff?.counted, signOffHolds(placement)])
      .toEqual(["SignedOff", 14, false])
    expect(signOffHolds(placementIn(signedOff.events))).toBe(true)
  })

  it("leaves what was known before visible", () => {
    const knownThen = late.events.filter((event) => event.recordedAt < "2016-04-06")
    expect(signOffHolds(placementIn(knownThen))).toBe(true)
  })

  it("is upheld by staff with a reason: the sign-off stands", () => {
    const upheld = late.on("2016-04-07", uphold("2016-04-07"))
    expect(eventOf(upheld.events, "ShadowingSignOffUpheld")).toMatchObject({
      on: "2016-04-07",
      data: { ...keys, counted: 11 }
    })
    const placement = placementIn(upheld.events)
    expect([signOffHolds(placement), placement.shadowing.signOff]).toEqual([
      true,
      { on: "2016-04-04", counted: 14, event: eventOf(late.events, "ShadowingSignedOff").id, upheld: 11 }
    ])
    given(upheld.events).on("2016-04-08").when(uphold("2016-04-08")).isRefusedWhile("SignedOff")
  })

  it("that is upheld holds for as many days as were known then, and no fewer", () => {
    const upheld = late.on("2016-04-07", uphold("2016-04-07"))
    // Found out on 8 April: there was no shadowing on 21 March either, so ten days count
    const fewer = upheld.on("2016-04-08", interrupt("2016-03-21", "2016-03-22"))
    expect([counted(fewer.events, "2016-04-04"), signOffHolds(placementIn(fewer.events))]).toEqual([10, false])
    const again = fewer.on("2016-04-09", uphold("2016-04-09"))
    expect([signOffHolds(placementIn(again.events)), placementIn(again.events).shadowing.signOff?.upheld])
      .toEqual([true, 10])
  })

  it("is decided on no day before the sign-off", () => {
    given(late.events).on("2016-04-07").when(uphold("2016-04-03")).isRefusedBy("RECORD-2")
    given(late.events).on("2016-04-07").when(uphold("2016-04-04")).isAccepted()
    given(late.events).on("2016-04-07").when(withdraw("2016-04-03")).isRefusedBy("RECORD-2")
    given(late.events).on("2016-04-07").when(withdraw("2016-04-04")).isAccepted()
  })

  it("leads staff to withdraw the sign-off: the shadowing runs on and is signed off again", () => {
    const withdrawn = late.on("2016-04-06", withdraw("2016-04-06"))
    expect(stateIn(Shadowing, shadowing, withdrawn.events)).toMatchObject({
      status: "Running",
      signOff: null,
      ended: null,
      changed: { on: "2016-04-06" }
    })
    // 21 to 28 March are 8 days, 1 to 3 April three; on the 4th and 5th it did not run; 6 to 8 April are three more
    expect(first(withdrawn.events)).toBe("2016-04-09")
    given(withdrawn.events).on("2016-04-06").when(signOff("2016-04-06")).isRefusedBy("SHADOW-1")
      .says("SHADOW-1", "Shadowing lasts at least 14 days. Sign it off on or after 9 April 2016")
    expect(signOffHolds(placementIn(withdrawn.on("2016-04-09", signOff("2016-04-09")).events))).toBe(true)
  })

  it("that is withdrawn leaves a time in which it did not run, which is struck out where it did", () => {
    const withdrawn = late.on("2016-04-06", withdraw("2016-04-06"))
    const gap = eventOf(withdrawn.events, "ShadowingSignOffWithdrawn")
    expect(gap.corrects).toBe(eventOf(late.events, "ShadowingSignedOff").id)
    expect(stateIn(Shadowing, shadowing, withdrawn.events).pauses)
      .toEqual([{ from: "2016-04-04", until: "2016-04-06", event: gap.id }])
    const struck = withdrawn.on("2016-04-06", VoidShadowingPause.make({ shadowing, pause: gap.id, reason }))
    // 21 to 28 March are 8 days, 1 to 6 April six more
    expect(first(struck.events)).toBe("2016-04-07")
    // On the day of the sign-off there is no such time
    const sameDay = signedOff.on("2016-04-04", withdraw("2016-04-04"))
    expect(stateIn(Shadowing, shadowing, sameDay.events)).toMatchObject({ status: "Running", pauses: [] })
  })

  it("that is withdrawn goes on as it was: paused, where it was paused", () => {
    const paused = running.on("2016-04-04", pause("2016-04-04")).on("2016-04-05", signOff("2016-04-05"))
    expect(stateIn(Shadowing, shadowing, paused.events).status).toBe("SignedOff")
    const withdrawn = paused.on("2016-04-06", withdraw("2016-04-06"))
    expect(stateIn(Shadowing, shadowing, withdrawn.events).status).toBe("Paused")
  })

  it("is decided only where there is something to decide", () => {
    const attempt = given(signedOff.events).on("2016-04-06").when(uphold("2016-04-06")).isRefusedWhile("SignedOff")
    expect(attempt.decision).toMatchObject({ moment: { says: "The sign-off holds; there is nothing to decide" } })
    given(signedOff.events).on("2016-04-06").when(withdraw("2016-04-06")).isAccepted("ShadowingSignOffWithdrawn")
  })

  it("keeps the new worker from being appointed until somebody decided", () => {
    given(late.events).on("2016-04-06").when(activate(willsRole, "2016-04-06")).isRefusedBy("APPOINTMENT-10")
      .says("APPOINTMENT-10", "The sign-off of the shadowing no longer holds. Decide about it first")
    const upheld = late.on("2016-04-06", uphold("2016-04-06"))
    given(upheld.events).on("2016-04-06").when(activate(willsRole, "2016-04-06")).isAccepted("AppointmentActivated")
  })

  it("may be an interruption, also after the sign-off", () => {
    const interrupted = signedOff.on("2016-04-06", interrupt("2016-03-25", "2016-03-29"))
    expect([counted(interrupted.events, "2016-04-04"), signOffHolds(placementIn(interrupted.events))])
      .toEqual([10, false])
    expect(stateIn(Shadowing, shadowing, interrupted.events).status).toBe("SignedOff")
  })
})

describe("a correction", () => {
  const signedOff = running.on("2016-04-04", signOff("2016-04-04"))

  it("of the start points at it, and the days are counted again", () => {
    const corrected = running.on("2016-03-29", correctStart("2016-03-22"))
    expect(eventOf(corrected.events, "ShadowingStartCorrected")).toMatchObject({
      on: "2016-03-22",
      corrects: eventOf(running.events, "ShadowingStarted").id,
      data: keys
    })
    // One day later than before: 5 April instead of 4 April
    expect([first(running.events), first(corrected.events)]).toEqual(["2016-04-04", "2016-04-05"])
    const again = corrected.on("2016-03-30", correctStart("2016-03-20"))
    expect([eventOf(again.events, "ShadowingStartCorrected").corrects, first(again.events)])
      .toEqual([eventOf(running.events, "ShadowingStarted").id, "2016-04-03"])
  })

  it("of the start after the sign-off leaves it to somebody to decide", () => {
    const corrected = signedOff.on("2016-04-05", correctStart("2016-03-23"))
    const placement = placementIn(corrected.events)
    expect([placement.shadowing.status, signOffHolds(placement), counted(corrected.events, "2016-04-04")])
      .toEqual(["SignedOff", false, 12])
    given(corrected.events).on("2016-04-05").when(uphold("2016-04-05")).isAccepted("ShadowingSignOffUpheld")
  })

  it("of the mentor counts the days with the right one, whom it also tells", () => {
    const suspended = running.on("2016-04-01", suspend(mosRole, "2016-03-30", "2016-04-01"))
    const correct = CorrectShadowMentor.make({ shadowing, recordedMentor: max, mentor: mo, reason })
    const corrected = suspended.on("2016-04-01", correct)
    expect(eventOf(corrected.events, "ShadowingMentorCorrected")).toMatchObject({
      on: "2016-03-21",
      corrects: eventOf(running.events, "ShadowingPlanned").id,
      data: { ...keys, mentor: mo, formerMentor: max }
    })
    // 30 and 31 March were without Mo
    expect([first(suspended.events), first(corrected.events)]).toEqual(["2016-04-04", "2016-04-06"])
    expect([max, mo].map((person) => stateIn(ShadowingsWith, person, corrected.events)))
      .toEqual([[shadowing], [shadowing]])
    // And Max has room again
    const next = corrected.on("2016-04-01", ...trained(wessRole, wes))
    given(next.events).on("2016-04-01").when(plan("2016-04-02", max, "2016-04-01", wessRole, another)).isAccepted()
    given(next.events).on("2016-04-01").when(plan("2016-04-02", mo, "2016-04-01", wessRole, another))
      .isRefusedBy("SHADOW-4")
  })

  it("of a mentor who was replaced corrects that one alone, and goes by the event that named them", () => {
    const replaced = running.on("2016-03-28", replace(mo, "2016-03-28"))
    const correct = CorrectShadowMentor.make({ shadowing, recordedMentor: mo, mentor: max, reason })
    const corrected = replaced.on("2016-03-30", correct)
    expect(eventOf(corrected.events, "ShadowingMentorCorrected")).toMatchObject({
      on: "2016-03-28",
      corrects: eventOf(replaced.events, "ShadowMentorReplaced").id
    })
    expect(stateIn(Shadowing, shadowing, corrected.events).stints.map((stint) => stint.mentor)).toEqual([max, max])
  })

  const replacedOn = (events: ReadonlyArray<Happened>, day: string) =>
    CorrectShadowMentorReplacement.make({
      shadowing,
      replacement: eventOf(events, "ShadowMentorReplaced").id,
      replacedOn: date(day),
      reason
    })

  it("of the day on which another mentor took over counts each day with the mentor of that day", () => {
    // Max is suspended from 26 to 29 March, when Mo is recorded to have been there already
    const replaced = running.on("2016-03-28", replace(mo, "2016-03-25"))
      .on("2016-03-30", suspend(maxsRole, "2016-03-26", "2016-03-30"))
    const corrected = replaced.on("2016-04-01", replacedOn(replaced.events, "2016-03-28"))
    expect(eventOf(corrected.events, "ShadowMentorReplacementCorrected")).toMatchObject({
      on: "2016-03-28",
      corrects: eventOf(replaced.events, "ShadowMentorReplaced").id,
      data: { ...keys, mentor: mo, formerMentor: max }
    })
    // 26 and 27 March are now without a mentor
    expect([first(replaced.events), first(corrected.events)]).toEqual(["2016-04-04", "2016-04-06"])
    const again = corrected.on("2016-04-02", replacedOn(replaced.events, "2016-03-26"))
    expect([eventOf(again.events, "ShadowMentorReplacementCorrected").corrects, first(again.events)])
      .toEqual([eventOf(replaced.events, "ShadowMentorReplaced").id, "2016-04-04"])
    expect(stateIn(Shadowing, shadowing, again.events).stints.map(({ from, mentor }) => [mentor, from]))
      .toEqual([[max, "2016-03-21"], [mo, "2016-03-26"]])
  })

  it("of the day on which another mentor took over leaves a sign-off to somebody to decide", () => {
    const replaced = running.on("2016-03-28", replace(mo, "2016-03-25"))
      .on("2016-04-04", signOff("2016-04-04"), suspend(maxsRole, "2016-03-26", "2016-03-30"))
    expect(signOffHolds(placementIn(replaced.events))).toBe(true)
    const corrected = replaced.on("2016-04-05", replacedOn(replaced.events, "2016-03-28"))
    const placement = placementIn(corrected.events)
    expect([placement.shadowing.status, signOffHolds(placement), counted(corrected.events, "2016-04-04")])
      .toEqual(["SignedOff", false, 12])
  })

  it("of the day on which another mentor took over names one who did, and another day", () => {
    const replaced = running.on("2016-03-28", replace(mo, "2016-03-25"))
    const says = (command: Given) => {
      const { decision } = given(replaced.events).on("2016-04-01").when(command).isRefusedWhile("Running")
      return decision._tag === "Refused" ? decision.moment?.says : null
    }
    expect(says(replacedOn(replaced.events, "2016-03-25"))).toBe("The mentor is recorded from that day already")
    const planned = eventOf(running.events, "ShadowingPlanned").id
    const first = CorrectShadowMentorReplacement.make({
      shadowing,
      replacement: planned,
      replacedOn: date("2016-03-24"),
      reason
    })
    expect(says(first)).toBe("No such mentor took over since the shadowing began")
  })

  it.each([
    [mo, max, "The shadowing was not recorded with that mentor"],
    [max, max, "The shadowing is recorded with that mentor already"]
  ])("of a mentor names the one who was recorded, and another: %s, %s", (recordedMentor, mentor, says) => {
    const correct = CorrectShadowMentor.make({ shadowing, recordedMentor, mentor, reason })
    expect(given(running.events).on("2016-04-01").when(correct).isRefusedWhile("Running").decision)
      .toMatchObject({ moment: { says } })
  })

  it("never makes mentor and worker one person", () => {
    const mentor = CorrectShadowMentor.make({ shadowing, recordedMentor: max, mentor: will, reason })
    given(running.events).on("2016-04-01").when(mentor).isRefusedBy("SHADOW-2")
    const weighed = trained(wessRole, max, trainer).map((command): Given =>
      command._tag === "SelectForAppointment" ? { ...command, overrides: [{ rule: "APPOINTMENT-6", reason }] } : command
    )
    const maxAgain = running.on("2016-04-01", ...weighed)
    const worker = CorrectShadowingPerson.make({ shadowing, appointment: wessRole, reason })
    given(maxAgain.events).on("2016-04-01").when(worker).isRefusedBy("SHADOW-2")
  })

  it("of the worker moves the shadowing to another appointment, of which it then speaks", () => {
    const both = running.on("2016-04-01", ...trained(wessRole, wes), suspend(wessRole, "2016-03-30", "2016-04-01"))
    const correct = CorrectShadowingPerson.make({ shadowing, appointment: wessRole, reason })
    const corrected = both.on("2016-04-01", correct)
    expect(eventOf(corrected.events, "ShadowingPersonCorrected")).toMatchObject({
      on: "2016-03-15",
      corrects: eventOf(running.events, "ShadowingPlanned").id,
      data: {
        ...keys,
        shadower: wes,
        appointment: wessRole,
        formerShadower: will,
        formerAppointment: willsRole
      }
    })
    expect(first(corrected.events)).toBe("2016-04-06")
    // Will awaits shadowing again, and Wes does not
    given(corrected.events).on("2016-04-01").when(plan("2016-04-02", mo, "2016-04-01", willsRole, another)).isAccepted()
    given(corrected.events).on("2016-04-01").when(plan("2016-04-02", mo, "2016-04-01", wessRole, another))
      .isRefusedWhile("Running")
    expect([willsRole, wessRole].map((one) => stateIn(ShadowingsFor, one, corrected.events)))
      .toEqual([[shadowing], [shadowing]])
  })

  it("of the worker names another appointment of the same scheme", () => {
    const correct = (appointment: string) => CorrectShadowingPerson.make({ shadowing, appointment, reason })
    const says = (appointment: string) => {
      const { decision } = given(running.events).on("2016-04-01").when(correct(appointment)).isRefusedWhile("Running")
      return decision._tag === "Refused" ? decision.moment?.says : null
    }
    expect(says(willsRole)).toBe("The shadowing is recorded for that worker already")
    expect(says(id(99))).toBe("That appointment is not one of the same scheme")
  })

  const paused = running.on("2016-03-25", pause("2016-03-25")).on("2016-03-29", resume("2016-03-29"))
  const entry = eventOf(paused.events, "ShadowingPaused").id
  const correctPause = (from: string, until?: string) =>
    CorrectShadowingPause.make({
      shadowing,
      pause: entry,
      from: date(from),
      ...(until === undefined ? {} : { until: date(until) }),
      reason
    })

  it("of a pause points at it, and the days are counted again", () => {
    // Only 25 and 26 March: two days later than without a pause
    const corrected = paused.on("2016-04-01", correctPause("2016-03-25", "2016-03-27"))
    expect(eventOf(corrected.events, "ShadowingPauseCorrected")).toMatchObject({
      on: "2016-03-25",
      corrects: entry,
      data: { ...keys, from: "2016-03-25", until: "2016-03-27" }
    })
    expect([first(paused.events), first(corrected.events)]).toEqual(["2016-04-08", "2016-04-06"])
  })

  it("of a pause may say that it goes on, and then it is paused", () => {
    const corrected = paused.on("2016-04-01", correctPause("2016-03-25"))
    expect([stateIn(Shadowing, shadowing, corrected.events).status, first(corrected.events)]).toEqual(["Paused", null])
    const resumed = corrected.on("2016-04-02", resume("2016-04-02"))
    expect(stateIn(Shadowing, shadowing, resumed.events)).toMatchObject({
      status: "Running",
      pauses: [{ from: "2016-03-25", until: "2016-04-02", event: entry }]
    })
  })

  it("of a pause lies within the shadowing, lasts a day, and changes something", () => {
    given(paused.events).on("2016-04-01").when(correctPause("2016-03-20", "2016-03-27")).isRefusedBy("RECORD-2")
    given(paused.events).on("2016-04-01").when(correctPause("2016-03-25", "2016-03-25")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "Until which day? The date is too early. It can be 26 March 2016 or later")
    given(paused.events).on("2016-04-01").when(correctPause("2016-03-25", "2016-03-29")).isRefusedWhile("Running")
    given(paused.events).on("2016-04-01").when(correctPause("2016-03-21", "2016-03-22")).isAccepted()
  })

  it("of a pause that never was strikes it out", () => {
    const strike = VoidShadowingPause.make({ shadowing, pause: entry, reason })
    const struck = paused.on("2016-04-01", strike)
    expect(eventOf(struck.events, "ShadowingPauseVoided")).toMatchObject({ on: "2016-03-25", corrects: entry })
    expect([stateIn(Shadowing, shadowing, struck.events).pauses, first(struck.events)]).toEqual([[], "2016-04-04"])
    expect(given(struck.events).on("2016-04-01").when(strike).isRefusedWhile("Running").decision)
      .toMatchObject({ moment: { says: "The shadowing has no such pause" } })
    given(struck.events).on("2016-04-01").when(correctPause("2016-03-26", "2016-03-27")).isRefusedWhile("Running")
    // Of a pause that goes on, striking it out means that it runs
    const open = running.on("2016-03-25", pause("2016-03-25"))
    const ran = open.on(
      "2016-03-26",
      VoidShadowingPause.make({
        shadowing,
        pause: eventOf(open.events, "ShadowingPaused").id,
        reason
      })
    )
    expect(stateIn(Shadowing, shadowing, ran.events).status).toBe("Running")
  })

  it("keeps what was recorded before visible", () => {
    const corrected = running.on("2016-03-29", correctStart("2016-03-22"))
    expect(corrected.events.slice(0, running.events.length)).toEqual(running.events)
    const knownThen = corrected.events.filter((event) => event.recordedAt < "2016-03-29")
    expect(stateIn(Shadowing, shadowing, knownThen).startedOn).toBe("2016-03-21")
  })
})

describe("a transfer out and back within two days", () => {
  // Away on 29 and 30 March: 21 to 28 March are 8 days, 31 March to 5 April six more
  it("is one placement, and only the days in between are lost", () => {
    const transfer = (establishment: typeof ZZA, on: string) =>
      RecordTransfer.make({ person: will, establishment, on: date(on) })
    const away = running.on("2016-03-29", transfer(ZZA, "2016-03-29"))
    expect(first(away.events)).toBe(null)
    const back = away.on("2016-03-31", transfer(ZZI, "2016-03-31"))
    expect([first(back.events), stateIn(Shadowing, shadowing, back.events).status]).toEqual(["2016-04-06", "Running"])
    // Also where the placement was ended for it: reopened, it is the same one
    const out = RecordShadowingTransferOut.make({ shadowing, on: date("2016-03-29") })
    const reopened = back.on("2016-03-31", out, ReopenShadowing.make({ shadowing, on: date("2016-03-31"), reason }))
    expect(first(reopened.events)).toBe("2016-04-06")
  })
})

describe("an end that was recorded in error", () => {
  const reopen = (on: string) => ReopenShadowing.make({ shadowing, on: date(on), reason })
  const notAchieved = running.on(
    "2016-03-29",
    EndShadowingNotAchieved.make({ shadowing, on: date("2016-03-29"), reason })
  )

  it("is taken back: the shadowing goes on as if it had not ended", () => {
    const reopened = notAchieved.on("2016-03-31", reopen("2016-03-31"))
    expect(eventOf(reopened.events, "ShadowingReopened").corrects)
      .toBe(eventOf(notAchieved.events, "ShadowingNotAchieved").id)
    expect(stateIn(Shadowing, shadowing, reopened.events)).toMatchObject({ status: "Running", ended: null })
    expect(first(reopened.events)).toBe("2016-04-04")
  })

  it("is taken back as it was: paused, planned, or under the mentor of then", () => {
    const cancel = CancelShadowing.make({ shadowing, on: date("2016-03-29"), reason })
    const paused = running.on("2016-03-25", pause("2016-03-25")).on("2016-03-29", cancel)
    expect(stateIn(Shadowing, shadowing, paused.on("2016-03-30", reopen("2016-03-30")).events).status).toBe("Paused")
    const planned = ready.on("2016-03-15", plan("2016-03-21")).on("2016-03-29", cancel)
    const again = planned.on("2016-03-30", reopen("2016-03-30"))
    expect(stateIn(Shadowing, shadowing, again.events)).toMatchObject({ status: "Planned", ended: null })
    given(again.events).on("2016-03-30").when(reopen("2016-03-30")).isRefusedWhile("Planned")
  })

  it("is taken back only while the mentor may be shadowed, as when it was planned", () => {
    // Max has room for one, and Wes came meanwhile
    const taken = notAchieved.on(
      "2016-03-30",
      ...trained(wessRole, wes),
      plan("2016-03-30", max, "2016-03-30", wessRole, another)
    )
    given(taken.events).on("2016-03-31").when(reopen("2016-03-31")).isRefusedBy("SHADOW-4")
    const away = notAchieved.on(
      "2016-03-30",
      RecordRelease.make({ person: max, reason: "RELEASED", on: date("2016-03-30") })
    )
    given(away.events).on("2016-03-31").when(reopen("2016-03-31")).isRefusedBy("SHADOW-3")
    const over = notAchieved.on(
      "2016-03-30",
      EndAppointment.make({ appointment: willsRole, reason: "OWN_REQUEST", on: date("2016-03-30") })
    )
    given(over.events).on("2016-03-31").when(reopen("2016-03-31")).isRefusedWhile("Ended")
  })

  it("is not taken back before it, nor while another shadowing of the worker is open", () => {
    given(notAchieved.events).on("2016-03-31").when(reopen("2016-03-28")).isRefusedBy("RECORD-2")
    const again = PlanShadowing.make({
      shadowing: another,
      appointment: willsRole,
      mentor: max,
      startOn: date("2016-03-30"),
      on: date("2016-03-30")
    })
    const other = notAchieved.on("2016-03-30", again)
    expect(given(other.events).on("2016-03-31").when(reopen("2016-03-31")).isRefusedWhile("NotAchieved").decision)
      .toMatchObject({ moment: { says: "Another shadowing of this worker is open. End that one first" } })
  })
})

describe("an end without a sign-off", () => {
  // The ninth day is 29 March: 21 to 28 March are 8
  it("by a transfer on the ninth day notes eight days, and activates nobody", () => {
    const out = RecordShadowingTransferOut.make({ shadowing, on: date("2016-03-29") })
    const left = running.on("2016-03-29", out)
    expect(eventOf(left.events, "ShadowingTransferredOut")).toMatchObject({
      on: "2016-03-29",
      data: { ...keys, counted: 8 }
    })
    expect(left.events.length).toBe(running.events.length + 1)
    expect(stateIn(Shadowing, shadowing, left.events)).toMatchObject({
      status: "TransferredOut",
      ended: { on: "2016-03-29" }
    })
  })

  it("says how many days counted, with a pause that went on", () => {
    const paused = running.on("2016-03-25", pause("2016-03-25"))
    const ended = paused.on("2016-04-01", EndShadowingNotAchieved.make({ shadowing, on: date("2016-04-01"), reason }))
    expect(eventOf(ended.events, "ShadowingNotAchieved").data).toEqual({ ...keys, counted: 4 })
    expect(stateIn(Shadowing, shadowing, ended.events)).toMatchObject({
      status: "NotAchieved",
      ended: { on: "2016-04-01" },
      pauses: [{ from: "2016-03-25", until: null }]
    })
  })

  it("lies not before the start", () => {
    const ends = (on: string) => [
      EndShadowingNotAchieved.make({ shadowing, on: date(on), reason }),
      RecordShadowingTransferOut.make({ shadowing, on: date(on) })
    ]
    for (const end of ends("2016-03-20")) given(running.events).on("2016-03-29").when(end).isRefusedBy("RECORD-2")
    for (const end of ends("2016-03-21")) given(running.events).on("2016-03-29").when(end).isAccepted()
  })

  it("may be an error that is cancelled, of which no day counts towards an appointment", () => {
    const cancelled = running.on("2016-03-29", CancelShadowing.make({ shadowing, on: date("2016-03-29"), reason }))
    expect(eventOf(cancelled.events, "ShadowingCancelled").data).toEqual(keys)
    given(cancelled.events).on("2016-04-04").when(activate(willsRole, "2016-04-04")).isRefusedBy("APPOINTMENT-10")
      .says("APPOINTMENT-10", "The shadowing has not been signed off. Sign it off first")
  })
})

describe("at the wrong moment", () => {
  /** Will shadowed before, and was transferred out on the same day. */
  const elsewhere = id(43)
  const withWes = ready.on(
    "2016-03-16",
    ...trained(wessRole, wes),
    plan("2016-03-16", max, "2016-03-16", willsRole, elsewhere),
    start("2016-03-16", elsewhere),
    RecordShadowingTransferOut.make({ shadowing: elsewhere, on: date("2016-03-16") })
  )
  const planned = withWes.on("2016-03-16", plan("2016-03-21", max, "2016-03-16"))
  const interrupted = planned.on("2016-03-21", start("2016-03-21"))
    .on("2016-03-31", replace(mo, "2016-03-22"), replace(max, "2016-03-23"), interrupt("2016-03-25", "2016-03-29"))
  const entry = eventOf(interrupted.events, "ShadowingInterrupted").id
  const replacement = eventOf(interrupted.events, "ShadowMentorReplaced").id
  const today = "2016-04-20"
  const on = date(today)

  /** In each state every command that is possible is accepted: so the sign-off has to be one that does not hold. */
  const states: Readonly<Record<ShadowingStatus, ReadonlyArray<Happened>>> = {
    Unknown: withWes.events,
    Planned: planned.events,
    Running: interrupted.events,
    Paused: interrupted.on("2016-04-11", pause("2016-04-11")).events,
    SignedOff: interrupted.on("2016-04-08", signOff("2016-04-08")).on(
      "2016-04-11",
      suspend(maxsRole, "2016-04-01", "2016-04-05")
    )
      .events,
    NotAchieved:
      interrupted.on("2016-04-08", EndShadowingNotAchieved.make({ shadowing, on: date("2016-04-08"), reason })).events,
    Cancelled: interrupted.on("2016-04-08", CancelShadowing.make({ shadowing, on: date("2016-04-08"), reason })).events,
    TransferredOut:
      interrupted.on("2016-04-08", RecordShadowingTransferOut.make({ shadowing, on: date("2016-04-08") })).events
  }

  const says: Readonly<Record<ShadowingStatus, string>> = {
    Unknown: "There is no such shadowing",
    Planned: "The shadowing is already planned since 12:00 on 16 March 2016",
    Running: "The shadowing is already running since 12:00 on 21 March 2016",
    Paused: "The shadowing is already paused since 13:00 on 11 April 2016",
    SignedOff: "The shadowing is already signed off since 13:00 on 8 April 2016",
    NotAchieved: "The shadowing is already not achieved since 13:00 on 8 April 2016",
    Cancelled: "The shadowing is already cancelled since 13:00 on 8 April 2016",
    TransferredOut: "The shadowing is already transferred out since 13:00 on 8 April 2016"
  }

  const commands: ReadonlyArray<Given> = [
    plan("2016-04-20", max, "2016-04-20"),
    start(today),
    pause(today),
    resume(today),
    interrupt("2016-03-30", "2016-03-31"),
    replace(mo, today),
    DecideEarlierShadowing.make({ shadowing, earlier: elsewhere, outcome: "COUNT", decidedBy: kay, on, reason }),
    signOff(today),
    EndShadowingNotAchieved.make({ shadowing, on, reason }),
    CancelShadowing.make({ shadowing, on, reason }),
    RecordShadowingTransferOut.make({ shadowing, on }),
    uphold(today),
    withdraw(today),
    correctStart("2016-03-22"),
    CorrectShadowMentor.make({ shadowing, recordedMentor: max, mentor: mo, reason }),
    CorrectShadowMentorReplacement.make({ shadowing, replacement, replacedOn: date("2016-03-24"), reason }),
    CorrectShadowingPerson.make({ shadowing, appointment: wessRole, reason }),
    CorrectShadowingPause.make({
      shadowing,
      pause: entry,
      from: date("2016-03-25"),
      until: date("2016-03-28"),
      reason
    }),
    VoidShadowingPause.make({ shadowing, pause: entry, reason }),
    ReopenShadowing.make({ shadowing, on, reason })
  ]

  it("is tried with every command of the life", () => {
    expect(commands.map((command) => command._tag).sort())
      .toEqual(shadowingDecisions.map((decides) => decides.command.name).sort())
  })

  /** What may be done in each state, written a second time. */
  const corrections = [
    "CorrectShadowingStart",
    "CorrectShadowMentor",
    "CorrectShadowMentorReplacement",
    "CorrectShadowingPerson"
  ]
  const pauses = ["RecordShadowingInterruption", "CorrectShadowingPause", "VoidShadowingPause"]
  const course = ["ReplaceShadowMentor", "DecideEarlierShadowing"]
  const ends = ["EndShadowingNotAchieved", "CancelShadowing", "RecordShadowingTransferOut"]
  const possible: Readonly<Record<ShadowingStatus, ReadonlyArray<string>>> = {
    Unknown: ["PlanShadowing"],
    Planned: [
      "StartShadowing",
      "ReplaceShadowMentor",
      "DecideEarlierShadowing",
      "CancelShadowing",
      "CorrectShadowingPerson"
    ],
    Running: ["SignOffShadowing", "PauseShadowing", ...course, ...ends, ...corrections, ...pauses],
    Paused: ["ResumeShadowing", "SignOffShadowing", ...course, ...ends, ...corrections, ...pauses],
    SignedOff: ["UpholdShadowingSignOff", "WithdrawShadowingSignOff", ...corrections, ...pauses],
    NotAchieved: ["ReopenShadowing"],
    Cancelled: ["ReopenShadowing"],
    TransferredOut: ["ReopenShadowing"]
  }

  const signingOff = ["SignedOff", "sign it off"] as const
  const ahead: Readonly<Partial<Record<ShadowingStatus, ReadonlyArray<readonly [ShadowingStatus, string]>>>> = {
    Planned: [["Running", "start it"], signingOff],
    Running: [signingOff],
    Paused: [["Running", "resume it"], signingOff]
  }

  /** The state, and every step to the first one in which the command is possible; a second pause is only told the first. */
  const saysOf = (state: ShadowingStatus, name: string): string => {
    const way = name === "PauseShadowing" && state === "Paused" ? [] : ahead[state] ?? []
    const last = way.findIndex(([to]) => possible[to].includes(name))
    const first = way.slice(0, last + 1).map(([, step]) => step).join(", then ")
    return first === "" ? says[state] : `${says[state].replace("already ", "")}. First ${first}`
  }

  const cases = (Object.keys(states) as ReadonlyArray<ShadowingStatus>).flatMap((state) =>
    commands.map((command) => ({ state, command }))
  )

  it.each(cases)("$command._tag while $state", ({ command, state }) => {
    expect(stateIn(Shadowing, shadowing, states[state]).status).toBe(state)
    const outcome = given(states[state]).on(today).when(command)
    if (possible[state].includes(command._tag)) {
      outcome.isAccepted()
      return
    }
    const { decision } = outcome.isRefusedWhile(state)
    expect(decision._tag === "Refused" && decision.moment).toEqual({
      life: "shadowing",
      state,
      since: stateIn(Shadowing, shadowing, states[state]).changed,
      possible: possible[state],
      says: saysOf(state, command._tag)
    })
  })

  it("an end is an end, unless it was recorded in error", () => {
    const ended = (["NotAchieved", "Cancelled", "TransferredOut"] as const).flatMap((state) => possible[state])
    expect(new Set(ended)).toEqual(new Set(["ReopenShadowing"]))
  })
})

describe("an appointment that ends meanwhile", () => {
  it("leaves the shadowing to be ended by staff", () => {
    const over = running.on(
      "2016-03-29",
      EndAppointment.make({
        appointment: willsRole,
        reason: "OWN_REQUEST",
        on: date("2016-03-29")
      })
    )
    expect(stateIn(Shadowing, shadowing, over.events).status).toBe("Running")
    given(over.events).on("2016-03-29").when(
      EndShadowingNotAchieved.make({ shadowing, on: date("2016-03-29"), reason })
    )
      .isAccepted("ShadowingNotAchieved")
  })

  it("of the mentor counts no day more, and another one is found", () => {
    const over = running.on(
      "2016-03-29",
      EndAppointment.make({
        appointment: maxsRole,
        reason: "OWN_REQUEST",
        on: date("2016-03-29")
      })
    )
    expect([first(over.events), counted(over.events, "2016-04-20")]).toEqual([null, 8])
    // 29 March is lost; 30 March to 4 April make fourteen
    expect(first(over.on("2016-03-30", replace(mo, "2016-03-30")).events)).toBe("2016-04-05")
  })
})

describe("the example of the package", () => {
  it("is a shadowing that runs from the day that is asked for", () => {
    const example = shadowingSince("2016-03-21")
    expect(stateIn(Shadowing, example.shadowing, example.events)).toMatchObject({
      status: "Running",
      shadower: example.worker,
      appointment: example.appointment,
      startedOn: "2016-03-21",
      stints: [{ mentor: example.mentor }]
    })
    const told = story(example.events).on(
      "2016-04-04",
      SignOffShadowing.make({
        shadowing: example.shadowing,
        on: date("2016-04-04")
      })
    )
    expect(stateIn(Shadowing, example.shadowing, told.events).status).toBe("SignedOff")
  })

  it("knows the role that the worker is appointed to", () => {
    expect(stateIn(Shadowing, shadowing, running.events).appointment).toBe(willsRole)
    expect(supportWorker).toBe(id(2))
  })
})
