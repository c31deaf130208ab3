/**
 * What runs out: training, risk assessment and clearance, with grace, early and late refreshers, month ends and months
 * of the year; the status follows from it on any day, and what was the case on earlier days stays.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Happened } from "../language/Event.ts"
import { addDays, addMonths, date } from "../language/LocalDate.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import type { LimitName, SchemePolicy } from "../scheme/Scheme.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { Shadowing, ShadowingsFor } from "../shadowing/Shadowing.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { given, laws } from "../testing.ts"
import {
  acknowledge,
  activate,
  assess,
  kay,
  legacy,
  max,
  maxsRole,
  opened,
  ready,
  regularise,
  running,
  scheme,
  shadowing,
  standingIn,
  stateIn,
  train,
  willsRole
} from "../testing/SmallPrison.ts"
import { Appointment } from "./Appointment.ts"
import { StrikeOutAppointmentEntry } from "./AppointmentEnd.ts"
import { statusOn } from "./AppointmentStatus.ts"
import {
  countsOn,
  isClearedOn,
  lapsesOn,
  remindersOn,
  riskValidity,
  sayValidity,
  trainingValidity,
  validitiesOn,
  validityOn
} from "./Lapse.ts"
import { RecordSecurityClearance } from "./Preparation.ts"
import { RecordRefresher } from "./Refresher.ts"
import { requirementsOn } from "./Requirements.ts"

const decide = (limit: LimitName, value: number, from = "2015-10-01") =>
  DecideSchemePolicy.make({ scheme, limit, value, from: date(from), decidedBy: kay, on: date("2015-10-01") })

const refresh = (on: string, appointment = maxsRole, decidedBy = kay) =>
  RecordRefresher.make({ appointment, evidence: "REGISTER", decidedBy, on: date(on) })

const asked = (events: ReadonlyArray<Happened>, of: string) => {
  const appointment = stateIn(Appointment, of, events)
  const its = stateIn(Scheme, scheme, events)
  return { appointment, scheme: its, profile: roleProfileOf(its, appointment.roleProfile) }
}

const status = (events: ReadonlyArray<Happened>, day: string, of = maxsRole) => {
  const about = asked(events, of)
  return statusOn({
    ...about,
    appointment: { ...about.appointment, enrolled: [] },
    supervisions: [],
    person: standingIn(about.appointment.person, events).person,
    placements: stateIn(ShadowingsFor, of, events).map((one) => stateIn(Shadowing, one, events))
  }, date(day))
}

const broken = (events: ReadonlyArray<Happened>, day: string, of = maxsRole) => {
  const about = asked(events, of)
  const person = standingIn(about.appointment.person, events).person
  if (about.profile === null) throw new Error("There is no such role")
  const candidate = { ...about, profile: about.profile, person, shadowed: { signedOff: true, holds: true }, fallen: [] }
  return requirementsOn(candidate, date(day)).filter((one) => !one.held).map((one) => one.rule.id)
}

/** A limit as the scheme decided it. */
const limit = (name: LimitName, value: number, from: string): SchemePolicy => ({
  id: `${name} from ${from}`,
  limit: name,
  value,
  from: date(from),
  decidedOn: date("2015-10-01")
})

/** Until when the training of somebody is good who completed and refreshed it on these days, by these limits. */
const goodUntil = (limits: Partial<Record<LimitName, number>>, ...days: ReadonlyArray<string>) => {
  const about = asked(
    opened.on("2015-10-01", ...Object.entries(limits).map(([name, value]) => decide(name as LimitName, value))).events,
    maxsRole
  )
  const completed = days.map((day, index) => ({
    event: `${index}`,
    on: date(day),
    template: "TEMPLATE_2",
    decidedBy: kay
  }))
  const appointment = { ...about.appointment, training: completed.slice(0, 1), refreshers: completed.slice(1) }
  return trainingValidity(appointment, about.scheme, date("2099-12-31"))
}

describe("a training", () => {
  // Twelve months in the small prison. Month ends: there is no 31 February, and 29 February is there in leap years only
  it.each([
    [12, "2016-03-27", "2017-03-27"],
    [1, "2016-01-31", "2016-02-29"],
    [1, "2017-01-31", "2017-02-28"],
    [12, "2016-02-29", "2017-02-28"],
    [48, "2016-02-29", "2020-02-29"],
    [1, "2016-03-31", "2016-04-30"]
  ])("that is good for %i months, completed on %s, is good until %s", (refresherEveryMonths, on, until) => {
    expect(goodUntil({ refresherEveryMonths }, on)).toEqual({
      requirement: "Training",
      since: on,
      passed: true,
      until,
      graceUntil: until
    })
  })

  // Five weeks early: 20 February 2017 for 27 March 2017
  it.each([
    ["extends from the day it was done where nobody decided otherwise", {}, "2017-02-20", "2018-02-20"],
    ["extends from the old end where the scheme says so", { refresherEarlyDays: 35 }, "2017-02-20", "2018-03-27"],
    ["extends from its own day when it is a day too early", { refresherEarlyDays: 34 }, "2017-02-20", "2018-02-20"],
    ["extends from its own day when it is late", { refresherEarlyDays: 35 }, "2017-04-03", "2018-04-03"],
    ["on the last day extends from there", { refresherEarlyDays: 35 }, "2017-03-27", "2018-03-27"]
  ])("a refresher %s", (_, limits, day, until) => {
    expect(goodUntil(limits, "2016-03-27", day)?.until).toBe(until)
  })

  it("that is always refreshed early keeps its day, whatever the months in between are like", () => {
    const monthly = { refresherEveryMonths: 1, refresherEarlyDays: 40 }
    expect(goodUntil(monthly, "2016-01-31", "2016-02-20", "2016-03-20")?.until).toBe("2016-04-30")
    expect(goodUntil(monthly, "2016-01-31", "2016-02-20")?.until).toBe("2016-03-31")
    expect(goodUntil(monthly, "2016-01-31", "2016-02-29")?.until).toBe("2016-03-31")
  })

  it("where nobody decided how early, is refreshed early on its last day and on no day before", () => {
    const monthly = { refresherEveryMonths: 1 }
    expect(goodUntil(monthly, "2016-01-31", "2016-02-29")?.until).toBe("2016-03-31")
    expect(goodUntil(monthly, "2016-01-31", "2016-02-28")?.until).toBe("2016-03-28")
  })

  it("of two that end on one day goes on from the later one", () => {
    // 30 and 31 January both end on 28 February; four days early, the third goes on from 31 January
    const monthly = { refresherEveryMonths: 1, refresherEarlyDays: 5 }
    expect(goodUntil(monthly, "2017-01-30", "2017-01-31", "2017-02-24")?.until).toBe("2017-03-31")
  })

  it("goes on from the end of January where the scheme has stopped having everybody's run out then", () => {
    const { appointment, scheme: decided } = asked(ready.events, maxsRole)
    const policy = [
      limit("refresherEveryMonths", 12, "2015-10-01"),
      limit("refresherEarlyDays", 35, "2015-10-01"),
      limit("refresherMonth", 1, "2015-10-01"),
      limit("refresherMonth", 0, "2016-01-01")
    ]
    const refreshers = appointment.training.map((one) => ({ ...one, on: date("2016-01-20") }))
    const refreshed = { ...appointment, refreshers }
    expect(trainingValidity(refreshed, { ...decided, policy }, date("2018-01-01"))?.until).toBe("2017-01-31")
  })

  // Every January: whoever trains in November is due the January after, whoever trains in January the next year's
  it.each([
    ["2015-11-06", "2016-01-31"],
    ["2015-12-31", "2016-01-31"],
    ["2016-01-01", "2017-01-31"],
    ["2016-01-31", "2017-01-31"],
    ["2016-02-01", "2017-01-31"]
  ])("where everybody's runs out in January, completed on %s is good until %s", (on, until) => {
    expect(goodUntil({ refresherMonth: 1 }, on)?.until).toBe(until)
  })

  it("where everybody's runs out in January, a refresher in December counts for the year after next if it is let to", () => {
    expect(goodUntil({ refresherMonth: 1 }, "2016-02-01", "2016-12-20")?.until).toBe("2017-01-31")
    expect(goodUntil({ refresherMonth: 1, refresherEarlyDays: 42 }, "2016-02-01", "2016-12-20")?.until)
      .toBe("2018-01-31")
    expect(goodUntil({ refresherMonth: 2 }, "2016-01-31")?.until).toBe("2016-02-29")
  })

  it("is never shortened by a refresher, and a late one never reaches back", () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 })
    const month = fc.constantFrom(0, 1, 2, 12)
    const early = fc.constantFrom(0, 30, 365)
    fc.assert(
      fc.property(gaps, month, early, (days, refresherMonth, refresherEarlyDays) => {
        let on = date("2016-02-29")
        const completed: Array<string> = [on]
        let before = on
        for (const gap of days) {
          on = addDays(on, gap)
          completed.push(on)
          const until = goodUntil({ refresherMonth, refresherEarlyDays }, ...completed)?.until ?? ""
          // 365 days early and twelve months more are two years, and a day where one of them has 29 February
          const latest = addDays(addMonths(on, 24), 1)
          expect([until >= before, until > on, until <= latest]).toEqual([true, true, true])
          before = date(until)
        }
      }),
      { numRuns: 60 }
    )
  })

  it("has no end where nobody decided how long one lasts", () => {
    const { appointment, scheme: decided } = asked(ready.events, maxsRole)
    const undecided = { ...decided, policy: decided.policy.filter(({ limit }) => limit !== "refresherEveryMonths") }
    expect(trainingValidity(appointment, undecided, date("2016-03-27"))).toEqual({
      requirement: "Training",
      since: "2015-11-06",
      passed: true,
      until: null,
      graceUntil: null
    })
    const reminder = limit("firstReminderDays", 4000, "2015-10-01")
    const reminding = { ...undecided, policy: [...undecided.policy, reminder] }
    expect(remindersOn({ appointment, scheme: reminding, profile: null }, date("2016-10-30"))).toEqual([])
  })

  it("counts from the first decision there is, in whatever order they were made, and from its newest completion", () => {
    const months = (value: number, from: string) => limit("refresherEveryMonths", value, from)
    const { appointment, scheme: decided } = asked(ready.events, maxsRole)
    const [late, early] = [months(3, "2017-01-01"), months(6, "2016-01-01")]
    // Of two decisions for one day the one that was recorded later counts, as it does from that day on
    const revised = [months(9, "2016-01-01"), early]
    for (const policy of [[late, early], [early, late], revised]) {
      expect(trainingValidity(appointment, { ...decided, policy }, date("2018-01-01"))?.until).toBe("2016-07-01")
    }
    const { training } = appointment
    const later = training.map((one) => ({ ...one, on: date("2016-05-02") }))
    const swapped = { ...appointment, training: later, refreshers: training }
    expect(trainingValidity(swapped, decided, date("2018-01-01"))).toMatchObject({
      since: "2016-05-02",
      until: "2017-05-02"
    })
  })

  it("that was completed before anybody decided how long one lasts counts from that decision", () => {
    const { events } = opened.on(
      "2015-10-05",
      legacy(maxsRole, max),
      train(maxsRole, "2014-05-12"),
      decide("refresherEveryMonths", 6, "2016-01-01")
    )
    expect(asked(events, maxsRole).scheme.policy.filter((one) => one.limit === "refresherEveryMonths")).toHaveLength(2)
    expect(trainingValidity(asked(events, maxsRole).appointment, asked(events, maxsRole).scheme, date("2016-06-01")))
      .toMatchObject({ since: "2014-05-12", until: "2016-10-01" })
  })
})

/** Max was in role before the scheme and trained on 6 November 2015. */
const grace = ready.on("2015-11-10", decide("refresherGraceDays", 28))

describe("the status of a worker whose training runs out", () => {
  // Good until 6 November 2016, a Sunday; refreshed or lapsed by 4 December
  it.each([
    ["2016-11-06", "Active", "2015-11-09", null],
    [
      "2016-11-07",
      "Active",
      "2015-11-09",
      "The training ran out on 6 November 2016. Its refresher is waited for until 4 December 2016"
    ],
    [
      "2016-12-04",
      "Active",
      "2015-11-09",
      "The training ran out on 6 November 2016. Its refresher is waited for until 4 December 2016"
    ],
    ["2016-12-05", "Restricted", "2016-12-05", "The training has lapsed"],
    ["2019-01-01", "Restricted", "2016-12-05", "The training has lapsed"]
  ])("on %s is %s", (day, is, since, because) => {
    expect(status(grace.events, day)).toEqual({ status: is, since, because })
  })

  it("without grace is restricted on the day after, though nobody looked", () => {
    expect(status(ready.events, "2016-11-06").status).toBe("Active")
    expect(status(ready.events, "2016-11-07")).toMatchObject({ status: "Restricted", since: "2016-11-07" })
    expect([broken(ready.events, "2016-11-06"), broken(ready.events, "2016-11-07")]).toEqual([[], ["APPOINTMENT-13"]])
  })

  it("is active again from the day of the refresher, and was restricted until then", () => {
    const refreshed = ready.on("2017-01-16", refresh("2017-01-16"))
    expect(status(refreshed.events, "2017-01-15")).toMatchObject({ status: "Restricted", since: "2016-11-07" })
    expect(status(refreshed.events, "2017-01-16").status).toBe("Active")
    expect(status(refreshed.events, "2018-01-17")).toMatchObject({ status: "Restricted", since: "2018-01-17" })
  })

  it("says everything that has lapsed, since the first of it", () => {
    const active = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
      .on("2016-04-04", activate(willsRole, "2016-04-04"))
    expect(status(active.events, "2017-03-15", willsRole)).toEqual({
      status: "Restricted",
      since: "2017-02-09",
      because: "The risk assessment has lapsed"
    })
    expect(status(active.events, "2017-03-16", willsRole)).toEqual({
      status: "Restricted",
      since: "2017-02-09",
      because: "The risk assessment has lapsed; The training has lapsed"
    })
  })
})

describe("the status and APPOINTMENT-3 ask one function", () => {
  // Assessed on 4 April 2016 as good for two years, in a scheme where an assessment stands for twelve months
  const active = running.on(
    "2016-04-04",
    SignOffShadowing.make({ shadowing, on: date("2016-04-04") }),
    assess(willsRole, "2016-04-04", "2018-04-04"),
    activate(willsRole, "2016-04-04")
  )

  it("an assessment stands as long as it says where that is shorter, and where the scheme lets one stand for ever", () => {
    const { appointment, profile, scheme: decided } = asked(active.events, willsRole)
    const on = date("2016-05-02")
    const until = (validUntil: string, its: Scheme) => {
      const risk = appointment.risk.map((one) => ({ ...one, on: date("2016-04-04"), validUntil: date(validUntil) }))
      return riskValidity({ ...appointment, risk }, its, on)?.until
    }
    const undecided = { ...decided, policy: decided.policy.filter(({ limit }) => limit !== "riskAssessmentMonths") }
    expect([until("2018-04-04", decided), until("2016-10-04", decided), until("2018-04-04", undecided)])
      .toEqual(["2017-04-04", "2016-10-04", "2018-04-04"])
    // A clearance counts only where the role asks for one
    const cleared = { ...appointment, clearance: appointment.risk.map((one) => ({ ...one, on, validUntil: null })) }
    const listed = (its: typeof profile) =>
      validitiesOn({ appointment: cleared, scheme: decided, profile: its }, on).map(({ requirement }) => requirement)
    expect(listed({ ...profile!, asksForClearance: true })).toContain("Clearance")
    expect([listed({ ...profile!, asksForClearance: false }), listed(null)].flat()).not.toContain("Clearance")
  })

  it("no assessment stands longer than the scheme lets one stand", () => {
    const fresh = active.on("2017-03-10", refresh("2017-03-10", willsRole))
    expect(status(fresh.events, "2017-04-04", willsRole).status).toBe("Active")
    expect(broken(fresh.events, "2017-04-04", willsRole)).toEqual([])
    expect(status(fresh.events, "2017-04-05", willsRole)).toEqual({
      status: "Restricted",
      since: "2017-04-05",
      because: "The risk assessment has lapsed"
    })
    expect(broken(fresh.events, "2017-04-05", willsRole)).toEqual(["APPOINTMENT-3"])
  })

  it("on every day the one restricts where the other is broken", () => {
    const days = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 700 }))
    fc.assert(
      fc.property(fc.constantFrom("2017-03-15", "2017-04-04"), days, (near, count) => {
        const day = addDays(date(near), count)
        const { because } = status(active.events, day, willsRole)
        const rules = broken(active.events, day, willsRole)
        expect(rules.includes("APPOINTMENT-3")).toBe(because?.includes("risk assessment has lapsed") ?? false)
        expect(rules.includes("APPOINTMENT-13")).toBe(because?.includes("training has lapsed") ?? false)
      }),
      { numRuns: 60 }
    )
  })
})

describe("a worker who was in role before the scheme", () => {
  // The waiver ended on 30 September 2016; trained and regularised on 14 November
  const late = opened.on("2015-10-05", legacy(maxsRole, max))
    .on("2016-11-14", acknowledge(maxsRole, "2016-11-07"), train(maxsRole, "2016-11-11"))
    .on("2016-11-14", regularise(maxsRole, "2016-11-14"))

  it.each([
    ["2016-09-30", "InRoleUntrained", "2014-01-06"],
    ["2016-10-01", "Restricted", "2016-10-01"],
    ["2016-11-13", "Restricted", "2016-10-01"],
    ["2016-11-14", "Active", "2016-11-14"]
  ])("regularised after the waiver: on %s they were %s", (day, is, since) => {
    expect(status(late.events, day)).toMatchObject({ status: is, since })
  })

  it("is not regularised on a training that has lapsed", () => {
    const old = opened.on("2015-10-05", legacy(maxsRole, max))
      .on("2015-10-06", acknowledge(maxsRole, "2015-10-06"), train(maxsRole, "2015-10-06"))
    given(old.events).on("2016-10-07").when(regularise(maxsRole, "2016-10-07")).isRefusedBy("APPOINTMENT-13")
      .says("APPOINTMENT-13", "The training lapsed on 7 October 2016. Record a refresher first")
    given(old.events).on("2016-10-07").when(regularise(maxsRole, "2016-10-06")).isAccepted()
    given(old.on("2016-10-07", refresh("2016-10-07")).events).on("2016-10-07")
      .when(regularise(maxsRole, "2016-10-07")).isAccepted()
  })
})

describe("a refresher", () => {
  it("needs a training, a day after it, somebody in post, and a day of its own", () => {
    const untrained = opened.on("2015-10-05", legacy(maxsRole, max))
    given(untrained.events).on("2016-10-07").when(refresh("2016-10-07")).isRefusedWhile("InRoleUntrained")
    given(ready.events).on("2016-10-07").when(refresh("2015-11-05")).isRefusedBy("RECORD-2")
    given(ready.events).on("2016-10-07").when(refresh("2015-11-06")).isRefusedWhile("Active")
    given(ready.events).on("2016-10-07").when(refresh("2016-10-07", maxsRole, max)).isRefusedBy("STAFF-1")
    given(ready.events).on("2016-10-07").when(refresh("2016-10-07")).isAccepted("AppointmentRefresherRecorded")
    laws.repeating(ready.events, refresh("2016-10-07"), date("2016-10-07"))
  })

  it("recorded in error is struck out, and the status is as if it had not been", () => {
    const refreshed = ready.on("2017-01-16", refresh("2017-01-16"))
    const entry = refreshed.events.at(-1)?.id ?? ""
    const struck = refreshed.on(
      "2017-02-01",
      StrikeOutAppointmentEntry.make({ appointment: maxsRole, entry, reason: "It was somebody else" })
    )
    expect(status(struck.events, "2017-02-01")).toEqual(status(ready.events, "2017-02-01"))
    laws.replay(Appointment, maxsRole, struck.events)
    laws.stored(struck.events)
  })
})

describe("reminders", () => {
  const reminding = grace.on(
    "2015-11-10",
    decide("firstReminderDays", 90),
    decide("secondReminderDays", 30),
    decide("lastReminderDays", 7)
  )
  const due = (day: string) =>
    remindersOn(asked(reminding.events, maxsRole), date(day)).map(({ daysLeft, offset, until }) =>
      `${until}: ${daysLeft} days left, by the reminder of ${offset}`
    )

  // Good until 6 November 2016: ninety days before is 8 August
  it.each([
    ["2016-08-07", []],
    ["2016-08-08", ["2016-11-06: 90 days left, by the reminder of 90"]],
    ["2016-10-06", ["2016-11-06: 31 days left, by the reminder of 90"]],
    ["2016-10-07", ["2016-11-06: 30 days left, by the reminder of 30"]],
    ["2016-10-30", ["2016-11-06: 7 days left, by the reminder of 7"]],
    ["2016-11-06", ["2016-11-06: 0 days left, by the reminder of 7"]],
    ["2016-11-07", []]
  ])("on %s", (day, expected) => expect(due(day)).toEqual(expected))

  it("go by those that the scheme has decided", () => {
    const two = grace.on("2015-11-10", decide("firstReminderDays", 90), decide("lastReminderDays", 7))
    expect(remindersOn(asked(two.events, maxsRole), date("2016-10-30")).map(({ offset }) => offset)).toEqual([7])
    expect(remindersOn(asked(two.events, maxsRole), date("2016-10-07")).map(({ offset }) => offset)).toEqual([90])
  })

  it("there are none where nobody decided any", () => {
    expect(remindersOn(asked(grace.events, maxsRole), date("2016-11-06"))).toEqual([])
  })
})

describe("what is said of a validity", () => {
  const on = date("2016-03-27")
  const clearance = { requirement: "Clearance", since: on, passed: true, until: null, graceUntil: null } as const

  it("without an end, not passed, and by role", () => {
    expect([validityOn(clearance, on), lapsesOn(clearance), sayValidity(clearance, on)])
      .toEqual(["Valid", null, "The security clearance has no end"])
    const failed = { ...clearance, passed: false }
    expect([validityOn(failed, on), lapsesOn(failed), sayValidity(failed, on)])
      .toEqual(["NotPassed", on, "The security clearance was not passed"])
    expect(validitiesOn(asked(ready.events, willsRole), date("2016-03-15")).map((one) => sayValidity(one, on))).toEqual(
      [
        "The training is good until 15 March 2017",
        "The risk assessment is good until 8 February 2017"
      ]
    )
    expect(validitiesOn(asked(ready.events, willsRole), date("2016-02-07"))).toEqual([])
  })

  it("that it counts without an end, and a clearance up to its last day", () => {
    expect([on, date("2199-12-31")].map((day) => countsOn(clearance, day))).toEqual([true, true])
    const ending = { ...clearance, until: on, graceUntil: on }
    expect([on, addDays(on, 1)].map((day) => countsOn(ending, day))).toEqual([true, false])
    const until = date("2016-03-20")
    const cleared = ready.on(
      "2016-03-15",
      RecordSecurityClearance.make({
        appointment: willsRole,
        outcome: "CLEARED",
        validUntil: until,
        on: date("2016-03-15")
      })
    )
    const appointment = stateIn(Appointment, willsRole, cleared.events)
    expect(
      [date("2016-03-14"), date("2016-03-15"), until, addDays(until, 1)].map((day) => isClearedOn(appointment, day))
    )
      .toEqual([false, true, true, false])
  })
})
