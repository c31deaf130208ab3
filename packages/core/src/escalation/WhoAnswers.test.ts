/**
 * Deadlines and the ladder, worked out by hand: over Easter 2016 with the night in which the clocks went forward, out of
 * hours, at the end of the calendar; and what no history of reclassifications can do to a deadline.
 *
 * Thursday 24 March 2016 is a working day; Good Friday 25 and Easter Monday 28 are bank holidays; clocks go forward on
 * Sunday 27 at 01:00; Tuesday 29 is the next working day. Work is from 08:30 until 17:00. Acknowledged are what is
 * immediate within 15 minutes, what is for the same day within 240, what is routine within 2 working days.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Happened } from "../language/Event.ts"
import type { Instant } from "../language/Instant.ts"
import { date } from "../language/LocalDate.ts"
import { addMinutes } from "../language/WallTime.ts"
import { Route } from "../route/Route.ts"
import { limitOn, Scheme } from "../scheme/Scheme.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { isInPost, Staff } from "../staff/Staff.ts"
import { RecordStaffLeaving } from "../staff/StaffLeaving.ts"
import { given } from "../testing.ts"
import { id, kay, lee, scheme, stateIn } from "../testing/SmallPrison.ts"
import { answering, as, dot, fill, nina, noor, olly, routes, sam, sue } from "../testing/SmallRoutes.ts"
import { timeOf } from "../testing/Story.ts"
import { urgencies } from "./Concern.ts"
import type { Category, Urgency } from "./Concern.ts"
import { deadline, isCountable, passedOn, reclassified } from "./Deadline.ts"
import { Escalation, whoHas } from "./Escalation.ts"
import { CorrectEscalation, StrikeOutEscalationEntry } from "./EscalationCorrections.ts"
import { CloseEscalation, InformEscalationRaiser, ResolveEscalation, WithdrawEscalation } from "./EscalationEnd.ts"
import {
  AcknowledgeEscalation,
  HandOverEscalation,
  RedirectEscalation,
  RejectEscalationBack
} from "./EscalationOwnership.ts"
import { RaiseEscalation, RaiseImmediateEscalation } from "./EscalationRaising.ts"
import { escalationStatusAt } from "./escalationStatus.ts"
import { RecordEscalationAction } from "./EscalationWork.ts"
import { everAbout } from "./LinkedInto.ts"
import { backWith, isWith, ladderAt } from "./WhoAnswers.ts"
import type { Climbing } from "./WhoAnswers.ts"

const escalation = id(71)
const counting = { scheme: stateIn(Scheme, scheme, answering.events), route: stateIn(Route, routes, answering.events) }

const raise = (urgency: "SAME_DAY" | "ROUTINE", category: Category = "HEALTH") =>
  RaiseEscalation.make({ escalation, scheme, category, urgency, basis: "AGREED" })

const climbing = (events: ReadonlyArray<Happened>): Climbing => ({
  ...counting,
  scheme: stateIn(Scheme, scheme, events),
  route: stateIn(Route, routes, events),
  escalation: stateIn(Escalation, escalation, events),
  keptAway: everAbout(stateIn(Escalation, escalation, events)),
  inPost: (staff, on) => isInPost(stateIn(Staff, staff, events), on)
})

/** Who is called at the time, on which step; and when routine work goes on. */
const called = (events: ReadonlyArray<Happened>, time: string) => {
  const ladder = ladderAt(climbing(events), timeOf(time))
  return ladder === null ? null : [ladder.step, ladder.calls?.as, ladder.calls?.staff, ladder.waitsUntil]
}

/** An escalation that somebody raised. */
const begun = climbing(answering.at("2016-03-21T10:00", raise("ROUTINE")).events).escalation

const due = (urgency: Urgency, from: string): Instant => deadline(counting, urgency, timeOf(from))

describe("a deadline", () => {
  it.for(
    [
      ["IMMEDIATE", "2016-03-26T21:40", "2016-03-26T21:55"],
      // 15 minutes after 00:50 in the night when clocks go forward it is 02:05, and in the night when they go back 01:05
      ["IMMEDIATE", "2016-03-27T00:50", "2016-03-27T02:05"],
      ["IMMEDIATE", "2016-10-30T00:50", "2016-10-30T01:05"],
      // Round the clock, also over Good Friday
      ["SAME_DAY", "2016-03-24T22:00", "2016-03-25T02:00"],
      // Thursday counts as the day it came in; the working days after it are Tuesday 29 and Wednesday 30
      ["ROUTINE", "2016-03-24T16:59", "2016-03-30T17:00"],
      // After work, and on every day of the holiday, it counts from Tuesday 29: Wednesday 30, Thursday 31
      ["ROUTINE", "2016-03-24T17:00", "2016-03-31T17:00"],
      ["ROUTINE", "2016-03-25T10:00", "2016-03-31T17:00"],
      ["ROUTINE", "2016-03-28T23:59", "2016-03-31T17:00"],
      ["ROUTINE", "2016-03-29T08:00", "2016-03-31T17:00"]
    ] as const
  )("of what is %s and was raised at %s is %s", ([urgency, from, until]) => {
    expect(due(urgency, from)).toBe(timeOf(until))
  })

  it("is counted all day where nobody decided the hours, and is now where nobody decided the limit", () => {
    const allDay = { ...counting, route: Route.initial }
    expect(deadline(allDay, "ROUTINE", timeOf("2016-03-24T23:59"))).toBe("2016-03-30T22:59:59.999Z")
    const at = timeOf("2015-09-30T10:00")
    expect(urgencies.map((urgency) => deadline(counting, urgency, at))).toEqual([at, at, at])
  })

  it("beyond the calendar is none", () => {
    // The last working day of 2028 is Friday 29 December
    expect(isCountable(counting, "ROUTINE", timeOf("2028-12-27T10:00"))).toBe(true)
    expect(isCountable(counting, "ROUTINE", timeOf("2028-12-28T10:00"))).toBe(false)
    expect(isCountable(counting, "SAME_DAY", timeOf("2029-12-28T10:00"))).toBe(true)
    expect(() => isCountable({ ...counting, scheme: undefined as never }, "ROUTINE", timeOf("2016-03-24T10:00")))
      .toThrow(TypeError)
    given(answering.events).at("2028-12-28T10:00").when(raise("ROUTINE")).isRefusedBy("ESCALATION-12")
    given(answering.events).at("2029-12-28T10:00").when(raise("SAME_DAY")).isAccepted()
  })

  it("of what was heard before the calendar, or before there was a scheme, is none: the year was mistyped", () => {
    const heard = (time: string, urgency: "ROUTINE" | "SAME_DAY") =>
      RaiseEscalation.make({ escalation, scheme, category: "HEALTH", urgency, basis: "AGREED", at: timeOf(time) })
    const at = given(answering.events).at("2016-03-24T10:00")
    at.when(heard("2010-01-01T10:00", "ROUTINE")).isRefusedBy("ESCALATION-12", "RECORD-2")
      .says("RECORD-2", "The date is too early. It can be 1 October 2015 or later")
    at.when(heard("2015-09-30T23:59", "SAME_DAY")).isRefusedBy("RECORD-2")
    at.when(heard("2015-10-01T00:00", "SAME_DAY")).isAccepted()
    const raised = answering.by(as(lee)).at("2016-03-24T10:00", raise("SAME_DAY"))
    const corrected = (raisedAt: string) =>
      CorrectEscalation.make({ escalation, place: "C_WING", raisedAt: timeOf(raisedAt), reason: "The wrong year" })
    given(raised.events).at("2016-03-24T11:00").when(corrected("2015-03-24T10:00")).isRefusedBy("RECORD-2")
    given(raised.events).at("2016-03-24T11:00").when(corrected("2016-03-24T09:00")).isAccepted()
    // A danger was never refused for its date, and is not when something else of it is put right
    const early = answering.by(as(lee)).at(
      "2016-03-24T10:00",
      RaiseImmediateEscalation.make({
        escalation,
        scheme,
        category: "HEALTH",
        receiver: kay,
        means: "RADIO",
        at: timeOf("2015-09-30T22:00")
      })
    )
    given(early.events).at("2016-03-24T10:05").when(corrected("2015-09-30T22:00")).isAccepted()
    given(early.events).at("2016-03-24T10:05").when(corrected("2015-09-30T21:00")).isRefusedBy("RECORD-2")
  })

  it("after it was found to be of another urgency is sooner, or later only while it is not over", () => {
    const raisedAt = timeOf("2016-03-24T10:00")
    const sameDay = { route: "HEALTHCARE", urgency: "SAME_DAY", acknowledgeBy: timeOf("2016-03-24T14:00") } as const
    const found = (to: Urgency, at: string) => reclassified(counting, sameDay, to, { at: timeOf(at), raisedAt })
    expect(found("IMMEDIATE", "2016-03-24T11:00")).toBe(timeOf("2016-03-24T11:15"))
    // 14:05 would be later than it stood
    expect(found("IMMEDIATE", "2016-03-24T13:50")).toBe(timeOf("2016-03-24T14:00"))
    expect(found("ROUTINE", "2016-03-24T14:00")).toBe(timeOf("2016-03-30T17:00"))
    expect(found("ROUTINE", "2016-03-24T14:01")).toBe(timeOf("2016-03-24T14:00"))
    expect(found("SAME_DAY", "2016-03-24T11:00")).toBe(timeOf("2016-03-24T14:00"))
    // What came nearer once stays there, also where its own urgency would allow more
    const nearer = { ...sameDay, acknowledgeBy: timeOf("2016-03-24T11:15") }
    expect(reclassified(counting, nearer, "SAME_DAY", { at: timeOf("2016-03-24T11:00"), raisedAt }))
      .toBe(timeOf("2016-03-24T11:15"))
  })

  it("no history of reclassifications moves once it is over, and none before brings it later than the routine one", () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...urgencies), fc.integer({ min: 0, max: 2000 })), {
      maxLength: 12
    })
    fc.assert(
      fc.property(fc.constantFrom(...urgencies), steps, (first, later) => {
        const raisedAt = timeOf("2016-03-24T10:00")
        const latest = due("ROUTINE", "2016-03-24T10:00")
        let at = raisedAt
        let now: { route: "SCHEME"; urgency: Urgency; acknowledgeBy: Instant } = {
          route: "SCHEME",
          urgency: first,
          acknowledgeBy: deadline(counting, first, raisedAt)
        }
        for (const [urgency, minutes] of later) {
          at = addMinutes(at, minutes)
          const acknowledgeBy = reclassified(counting, now, urgency, { at, raisedAt })
          expect(acknowledgeBy <= latest).toBe(true)
          if (at > now.acknowledgeBy) expect(acknowledgeBy <= now.acknowledgeBy).toBe(true)
          now = { ...now, urgency, acknowledgeBy }
        }
      }),
      { numRuns: 100 }
    )
  })

  it("stands when it is passed on, and begins anew only once it was acknowledged", () => {
    const classified = { route: "HEALTHCARE", urgency: "SAME_DAY", acknowledgeBy: timeOf("2016-03-24T14:00") } as const
    const on = (acknowledged: boolean, at: string) => passedOn(counting, classified, timeOf(at), acknowledged)
    expect(on(false, "2016-03-24T13:00")).toBe(timeOf("2016-03-24T14:00"))
    expect(on(true, "2016-03-24T13:00")).toBe(timeOf("2016-03-24T17:00"))
    expect(on(true, "2016-03-24T09:00")).toBe(timeOf("2016-03-24T14:00"))
  })
})

describe("the ladder", () => {
  it("of what is routine waits over Easter, and counts working days", () => {
    // Raised on Thursday at 16:00, due on Wednesday 30 at 17:00; a step lasts two working days
    const { events } = answering.at("2016-03-24T16:00", raise("ROUTINE"))
    const tuesday = timeOf("2016-03-29T08:30")
    expect(called(events, "2016-03-24T16:30")).toEqual([0, "Receiver", nina, null])
    expect(called(events, "2016-03-25T10:00")).toEqual([0, "Receiver", nina, tuesday])
    expect(called(events, "2016-03-30T17:00")).toEqual([0, "Receiver", nina, timeOf("2016-03-31T08:30")])
    expect(called(events, "2016-03-31T09:00")).toEqual([1, "Cover", noor, null])
    // Thursday 31 and Friday 1 April are the two working days that Noor has
    expect(called(events, "2016-04-01T16:59")).toEqual([1, "Cover", noor, null])
    expect(called(events, "2016-04-01T17:00")).toEqual([2, "DUTY_GOVERNOR", dot, timeOf("2016-04-04T08:30")])
    expect(called(events, "2016-04-30T09:00")?.[2]).toBe(dot)
  })

  it("of what is for the same day goes to the orderly officer when people are not at work", () => {
    // Raised at 16:00, due at 20:00; Nina is at work until 17:00
    const { events } = answering.at("2016-03-24T16:00", raise("SAME_DAY"))
    expect(called(events, "2016-03-24T16:59")).toEqual([0, "Receiver", nina, null])
    expect(called(events, "2016-03-24T17:00")).toEqual([0, "ORDERLY_OFFICER", olly, null])
    expect(called(events, "2016-03-24T20:00")).toEqual([0, "ORDERLY_OFFICER", olly, null])
    expect(called(events, "2016-03-24T20:01")).toEqual([1, "DUTY_GOVERNOR", dot, null])
    // Good Friday is no working day
    expect(called(answering.at("2016-03-25T10:00", raise("SAME_DAY")).events, "2016-03-25T10:01")?.[2]).toBe(olly)
  })

  it("of what is immediate goes on from whoever was told, at 21:40 as at noon", () => {
    const tell = (receiver: string) =>
      RaiseImmediateEscalation.make({ escalation, scheme, category: "SUICIDE_SELF_HARM", receiver, means: "RADIO" })
    const night = answering.at("2016-03-26T21:40", tell(lee)).events
    expect(["2016-03-26T21:41", "2016-03-26T21:55", "2016-03-26T21:56", "2016-03-26T22:10", "2016-03-26T23:00"]
      .map((time) => called(night, time)?.slice(0, 3)))
      .toEqual([[0, "Receiver", lee], [0, "Receiver", lee], [1, "ORDERLY_OFFICER", olly], [2, "DUTY_GOVERNOR", dot], [
        5,
        "DUTY_GOVERNOR",
        dot
      ]])
    // By day it goes to the cover of Nina, who was told, and then to those of safer custody, before the duty governor
    const day = answering.at("2016-03-24T12:00", tell(nina)).events
    expect(["2016-03-24T12:15", "2016-03-24T12:16", "2016-03-24T12:31"].map((time) => called(day, time)?.[2]))
      .toEqual([nina, noor, lee])
  })

  it("has steps as long as the scheme decides for it", () => {
    const decided = answering.on(
      "2015-10-02",
      DecideSchemePolicy.make({
        scheme,
        limit: "ladderStepMinutes",
        value: 5,
        from: date("2015-10-02"),
        decidedBy: kay,
        on: date("2015-10-02")
      })
    )
    expect(limitOn(stateIn(Scheme, scheme, decided.events), "ladderStepMinutes", date("2016-03-24"))).toBe(5)
    const { events } = decided.at("2016-03-24T16:00", raise("SAME_DAY"))
    expect(called(events, "2016-03-24T20:05")?.[0]).toBe(2)
    // The shortest step is a minute, also where nobody decided anything
    const undecided = { ...climbing(events), scheme: { ...climbing(events).scheme, policy: [] } }
    expect(ladderAt(undecided, timeOf("2016-03-24T20:02"))?.step).toBe(3)
    expect(ladderAt(climbing(events), timeOf("2016-03-24T16:00"))?.nextAt).toBe(timeOf("2016-03-24T20:00"))
  })

  it("calls nobody who has left, nobody whom it is about, and says so where nobody is left", () => {
    const about = RaiseEscalation.make({ ...raise("SAME_DAY"), aboutStaff: nina })
    const events = answering.at("2016-03-24T10:00", about).events
    expect(called(events, "2016-03-24T10:01")).toEqual([0, "Cover", noor, null])
    expect(isWith(climbing(events), nina, timeOf("2016-03-24T10:01"))).toBe(false)
    const left = answering.on("2016-03-24", RecordStaffLeaving.make({ staff: nina, on: date("2016-03-24") }))
      .at("2016-03-24T13:00", raise("SAME_DAY")).events
    expect(called(left, "2016-03-24T13:01")?.[2]).toBe(noor)
    const nobody = answering.at("2016-03-24T10:00", raise("SAME_DAY", "SOCIAL_CARE")).events
    expect(ladderAt({ ...climbing(nobody), inPost: () => false }, timeOf("2016-03-24T10:01"))).toMatchObject({
      rungs: [],
      calls: null,
      nextAt: null
    })
  })

  it("of what is routine gives whoever is called whole working days, with one day a step as well", () => {
    const day = { limit: "acknowledgeRoutineWorkingDays", value: 1, from: date("2015-10-02"), decidedBy: kay } as const
    const decided = answering.on("2015-10-02", DecideSchemePolicy.make({ scheme, ...day, on: date("2015-10-02") }))
    // Raised on Wednesday 23 March, due on Thursday 24 at 17:00. Noor has Tuesday 29, the working day after Easter
    const { events } = decided.at("2016-03-23T10:00", raise("ROUTINE"))
    expect(called(events, "2016-03-24T17:01")).toEqual([1, "Cover", noor, timeOf("2016-03-29T08:30")])
    expect(called(events, "2016-03-29T00:05")).toEqual([1, "Cover", noor, timeOf("2016-03-29T08:30")])
    expect(called(events, "2016-03-29T16:59")).toEqual([1, "Cover", noor, null])
    expect(called(events, "2016-03-29T17:00")).toEqual([2, "DUTY_GOVERNOR", dot, timeOf("2016-03-30T08:30")])
    // Found to be routine when it was overdue already, on Thursday at 11:00: the rest of that day is no working day
    const classified = { route: "HEALTHCARE", urgency: "ROUTINE", acknowledgeBy: timeOf("2016-03-24T10:59") } as const
    const stepsAt = ["2016-03-24T11:00", "2016-03-24T17:00", "2016-03-29T16:59", "2016-03-29T17:00"].map((time) =>
      ladderAt({ ...climbing(events), escalation: { ...begun, classified } }, timeOf(time))?.step
    )
    expect(stepsAt).toEqual([1, 1, 1, 2])
  })

  it("is on the next step from the moment that it named, and not a minute before", () => {
    const every = fc.record({
      urgency: fc.constantFrom("SAME_DAY" as const, "ROUTINE" as const),
      raised: fc.integer({ min: 0, max: 10_000 }),
      later: fc.integer({ min: 0, max: 15_000 })
    })
    fc.assert(
      fc.property(every, ({ later, raised, urgency }) => {
        const from = addMinutes(timeOf("2016-03-21T00:00"), raised)
        const classified = { route: "HEALTHCARE", urgency, acknowledgeBy: deadline(counting, urgency, from) } as const
        const overdue = { ...climbing(answering.events), escalation: { ...begun, raisedAt: from, classified } }
        const now = addMinutes(from, later)
        const ladder = ladderAt(overdue, now)
        const named = ladder?.nextAt ?? null
        const isLast = ladder === null || ladder.step >= ladder.rungs.length - 1
        expect(named === null).toBe(isLast)
        if (named === null || ladder === null) return
        expect(named >= now).toBe(true)
        expect([-1, 0, 1].map((minutes) => (ladderAt(overdue, addMinutes(named, minutes))?.step ?? 0) - ladder.step))
          .toEqual(ladder.step === 0 ? [0, 0, 1] : [0, 1, 1])
      }),
      { numRuns: 200 }
    )
  })

  it("says when it goes one step further while somebody is left, also of what is routine", () => {
    const next = (events: ReadonlyArray<Happened>, time: string) => ladderAt(climbing(events), timeOf(time))?.nextAt
    // Raised at 10:00 and due at 14:00, with steps of 240 minutes: Nina, Noor and Dot, and in the evening Olly and Dot
    const sameDay = answering.at("2016-03-24T10:00", raise("SAME_DAY")).events
    expect(["10:00", "14:00", "14:01"].map((time) => next(sameDay, `2016-03-24T${time}`)))
      .toEqual(["14:00", "14:00", "18:00"].map((time) => timeOf(`2016-03-24T${time}`)))
    expect(next(sameDay, "2016-03-24T17:01")).toBeNull()
    const evening = answering.at("2016-03-24T12:30", raise("SAME_DAY")).events
    expect(next(evening, "2016-03-24T16:31")).toBe(timeOf("2016-03-24T20:30"))
    const routine = answering.at("2016-03-24T16:00", raise("ROUTINE")).events
    expect(next(routine, "2016-03-30T17:00")).toBe(timeOf("2016-03-30T17:00"))
    expect(next(routine, "2016-03-31T09:00")).toBe(timeOf("2016-04-01T17:00"))
    expect(next(routine, "2016-04-01T17:00")).toBeNull()
  })

  it("of what is routine has steps of working days, whatever the scheme decides for it in minutes", () => {
    const minutes = { limit: "ladderStepMinutes", value: 1, from: date("2015-10-02"), decidedBy: kay } as const
    const decided = answering.on("2015-10-02", DecideSchemePolicy.make({ scheme, ...minutes, on: date("2015-10-02") }))
    const { events } = decided.at("2016-03-24T16:00", raise("ROUTINE"))
    // Due on Wednesday 30; Friday 1 April is the second working day after it, Monday 4 the third, Tuesday 5 the fourth
    expect(["2016-03-31", "2016-04-01", "2016-04-03", "2016-04-04", "2016-04-05"]
      .map((day) => called(events, `${day}T17:00`)?.[0])).toEqual([1, 2, 2, 2, 3])
  })

  it("goes on when the calendar has ended, and waits for no opening that nobody knows", () => {
    // Raised on Tuesday 19 December 2028, due on Thursday 21. Five working days are left, and then every day counts
    const { events } = answering.at("2028-12-19T10:00", raise("ROUTINE"))
    expect(called(events, "2028-12-29T09:00")).toEqual([2, "DUTY_GOVERNOR", dot, null])
    expect(["2028-12-31", "2029-01-01", "2029-01-03"].map((day) => called(events, `${day}T17:00`)?.[0]))
      .toEqual([3, 3, 4])
    // Friday 29 December is the last working day that is known: after work nobody knows when it begins again
    expect(called(events, "2028-12-28T18:00")?.[3]).toBe(timeOf("2028-12-29T08:30"))
    expect(["2028-12-29T18:00", "2028-12-31T09:00", "2029-01-03T09:00"].map((time) => called(events, time)?.[3]))
      .toEqual([null, null, null])
  })

  it("calls nobody who has rejected it while there is somebody else, until they are told of it again", () => {
    // Nina holds the post and Noor covers; Lee raised it and handed it to Nina. It is due at 14:00
    const handed = answering.by(as(lee)).at("2016-03-24T10:00", raise("SAME_DAY"))
      .at("2016-03-24T10:05", HandOverEscalation.make({ escalation, receiver: nina }))
    const reject = RejectEscalationBack.make({ escalation, reason: "Not for us" })
    const rejected = handed.by(as(nina)).at("2016-03-24T10:10", reject)
    const rungs = (events: ReadonlyArray<Happened>, more: Partial<Climbing> = {}) =>
      ladderAt({ ...climbing(events), ...more }, timeOf("2016-03-24T14:01"))?.rungs.map(({ staff }) => staff)
    expect(rungs(handed.events)).toEqual([nina, noor, dot])
    // Sue covers Lee, who has it back
    expect(rungs(rejected.events)).toEqual([lee, sue, noor, dot])
    expect(called(rejected.events, "2016-03-24T14:01")).toEqual([1, "Cover", sue, null])
    expect([nina, noor].map((staff) => isWith(climbing(rejected.events), staff, timeOf("2016-03-24T14:01"))))
      .toEqual([false, true])
    // What Noor rejects was with Nina: both have
    const byCover = handed.by(as(noor)).at("2016-03-24T10:10", reject)
    expect(rungs(byCover.events)).toEqual([lee, sue, dot])
    // Whoever is told of it again is called again, and only where nobody else is left, whoever rejected it
    const again = rejected.by(as(lee)).at("2016-03-24T10:15", HandOverEscalation.make({ escalation, receiver: nina }))
    expect(rungs(again.events)).toEqual([nina, noor, dot])
    expect(rungs(rejected.events, { inPost: (staff) => staff === nina })).toEqual([nina])
    // And a rejection that is struck out is none
    const [entry] = stateIn(Escalation, escalation, rejected.events).entries.slice(-1)
    const strike = StrikeOutEscalationEntry.make({ escalation, entry: entry?.event ?? "", reason: "Not her" })
    expect(rungs(rejected.by(as(lee)).at("2016-03-24T10:20", strike).events)).toEqual([nina, noor, dot])
  })

  it("is theirs again who passed it on, also where it was rejected after they had gone home, and whoever has it for them", () => {
    // Lee hands it to Nina on Thursday 24 December 2026 and goes home; Nina rejects it at 17:30. Sue covers Lee. Boxing
    // Day falls on a Saturday, so Monday 28 is a bank holiday too
    const handed = answering.by(as(lee)).at("2026-12-24T16:00", raise("ROUTINE"))
      .at("2026-12-24T16:05", HandOverEscalation.make({ escalation, receiver: nina }))
    const rejected = handed.by(as(nina)).at(
      "2026-12-24T17:30",
      RejectEscalationBack.make({ escalation, reason: "Not for us" })
    )
    const theirs = (events: ReadonlyArray<Happened>, more: Partial<Climbing> = {}) =>
      [lee, sue, nina, olly].filter((staff) =>
        isWith({ ...climbing(events), ...more }, staff, timeOf("2026-12-29T09:00"))
      )
    expect(whoHas(climbing(rejected.events).escalation)).toBe(sue)
    expect(theirs(handed.events)).toEqual([nina])
    expect(theirs(rejected.events)).toEqual([lee, sue])
    expect(theirs(rejected.events, { inPost: (staff) => staff !== lee })).toEqual([sue])
    expect(theirs(rejected.events, { keptAway: [lee] })).toEqual([sue])
    const again = rejected.by(as(lee)).at("2026-12-29T09:00", HandOverEscalation.make({ escalation, receiver: olly }))
    expect(theirs(again.events)).toEqual([olly])
    // What Lee was handed by Kay, Kay passed on
    const passed = answering.by(as(kay)).at("2026-12-24T10:00", raise("ROUTINE"))
      .at("2026-12-24T10:05", HandOverEscalation.make({ escalation, receiver: lee }))
    const back = passed.by(as(lee)).at("2026-12-24T17:30", RejectEscalationBack.make({ escalation, reason: "No" }))
    expect(theirs(back.events)).not.toContain(lee)
  })

  it("is called for nobody where no post is held and nothing was raised", () => {
    const about = RaiseEscalation.make({ ...raise("SAME_DAY"), aboutStaff: nina })
    const bare = {
      ...climbing(answering.at("2016-03-24T10:00", about).events),
      route: Route.initial,
      inPost: () => true
    }
    for (const time of ["2016-03-24T10:01", "2016-03-25T10:01"]) {
      expect(ladderAt(bare, timeOf(time))).toMatchObject({ rungs: [], calls: null, nextAt: null })
    }
    const nothing = climbing(answering.events)
    expect(ladderAt(nothing, timeOf("2016-03-24T10:01"))).toBeNull()
    expect([nina, dot].map((staff) => isWith(nothing, staff, timeOf("2016-03-24T10:01")))).toEqual([false, false])
    expect(escalationStatusAt(nothing.escalation, timeOf("2016-03-24T10:01"))).toBe("Unknown")
  })

  it("goes to whoever covers the post after whoever holds it, by day and at night", () => {
    const { events } = answering.on("2015-10-02", fill("ORDERLY_OFFICER", olly, sue, "2015-10-02"))
      .at("2016-03-24T16:00", raise("SAME_DAY"))
    const night = ladderAt(climbing(events), timeOf("2016-03-24T18:00"))
    expect(night?.rungs).toEqual([
      { as: "ORDERLY_OFFICER", staff: olly },
      { as: "ORDERLY_OFFICER", staff: sue },
      { as: "DUTY_GOVERNOR", staff: dot }
    ])
    // Olly was told and covers nobody, so it goes on to Nina, who holds the post, and to Noor, who covers her
    const told = answering.at(
      "2016-03-24T12:00",
      RaiseImmediateEscalation.make({
        escalation,
        scheme,
        category: "HEALTH",
        receiver: olly,
        means: "RADIO"
      })
    )
    expect(ladderAt(climbing(told.events), timeOf("2016-03-24T12:01"))?.rungs).toEqual([
      { as: "Receiver", staff: olly },
      { as: "Cover", staff: nina },
      { as: "Cover", staff: noor },
      { as: "DUTY_GOVERNOR", staff: dot }
    ])
  })

  it("never goes back, and ends when somebody acknowledges", () => {
    const { events } = answering.by(as(lee)).at("2016-03-24T10:00", raise("SAME_DAY"))
    const minutes = fc.array(fc.nat(4000), { minLength: 2, maxLength: 8 })
    fc.assert(fc.property(minutes, (after) => {
      const steps = [...after].sort((a, b) => a - b)
        .map((minute) => ladderAt(climbing(events), addMinutes(timeOf("2016-03-24T10:00"), minute))?.step ?? -1)
      expect(steps).toEqual([...steps].sort((a, b) => a - b))
      expect(steps[0]).toBeGreaterThan(-1)
    }))
    expect(escalationStatusAt(climbing(events).escalation, timeOf("2016-03-24T14:00"))).toBe("Raised")
    expect(escalationStatusAt(climbing(events).escalation, timeOf("2016-03-24T14:01"))).toBe("AcknowledgementOverdue")
  })
})

describe("with whom an escalation is", () => {
  const raised = answering.by(as(lee)).at("2016-03-24T10:00", raise("SAME_DAY"))
  const handed = raised.at("2016-03-24T10:10", HandOverEscalation.make({ escalation, receiver: nina }))
  const taken = handed.by(as(nina)).at("2016-03-24T11:00", AcknowledgeEscalation.make({ escalation }))
  const at = timeOf("2016-03-24T12:00")
  const has = (events: ReadonlyArray<Happened>, ...staff: ReadonlyArray<string>) =>
    staff.filter((one) => isWith(climbing(events), one, at))

  it("is whoever has it and their cover; not the one whom it turns out to be about, though they have it", () => {
    expect(has(taken.events, lee, nina, noor, dot)).toEqual([nina, noor])
    const correct = CorrectEscalation.make({
      escalation,
      aboutStaff: nina,
      raisedAt: timeOf("2016-03-24T10:00"),
      reason: "A slip"
    })
    expect(has(taken.by(as(kay, "coordinator")).at("2016-03-24T11:30", correct).events, nina, noor)).toEqual([noor])
  })

  it("is nobody once it was withdrawn, and still its owner once it was closed", () => {
    const withdraw = WithdrawEscalation.make({ escalation, reason: "A misunderstanding" })
    expect(has(taken.at("2016-03-24T11:10", withdraw).events, lee, nina, noor)).toEqual([])
    const closed = taken.at(
      "2016-03-24T11:10",
      RecordEscalationAction.make({ escalation, action: "See him", owner: nina, dueOn: date("2016-03-24") }),
      ResolveEscalation.make({ escalation, done: "He saw a nurse" }),
      InformEscalationRaiser.make({ escalation, means: "IN_PERSON", told: "He is looked after" }),
      CloseEscalation.make({ escalation, outcome: "SETTLED" })
    )
    expect(has(closed.events, lee, nina, noor)).toEqual([nina, noor])
    expect(escalationStatusAt(climbing(closed.events).escalation, timeOf("2016-03-25T12:00"))).toBe("Closed")
  })

  it("is nobody where its owner has left and no post is held", () => {
    const left = { ...climbing(taken.events), route: Route.initial, inPost: () => false }
    expect([nina, noor, dot].filter((staff) => isWith(left, staff, at))).toEqual([])
  })

  it("is whoever passed it on last when it is rejected; at night whoever is there and is not whom it is about", () => {
    const back = (
      events: ReadonlyArray<Happened>,
      time: string,
      more: Partial<Climbing> = {},
      rejecting: string = sam
    ) => backWith({ ...climbing(events), ...more }, timeOf(time), [rejecting])
    const redirect = RedirectEscalation.make({ escalation, receiver: sam, reason: "They know more" })
    const redirected = taken.at("2016-03-24T11:10", redirect).events
    expect([raised.events, handed.events, redirected].map((events) => back(events, "2016-03-24T12:00")))
      .toEqual([lee, lee, nina])
    expect(back(redirected, "2016-03-24T18:00")).toBe(noor)
    const about = answering.by(as(kay, "coordinator"))
      .at("2016-03-24T10:00", RaiseEscalation.make({ ...raise("SAME_DAY"), aboutStaff: olly })).events
    const nobodyCovers = {
      ...climbing(about).route,
      posts: climbing(about).route.posts.map((post) => ({ ...post, cover: null }))
    }
    expect(back(about, "2016-03-24T18:00", { route: nobodyCovers })).toBe(dot)
    // On Good Friday nobody is at work
    const { route } = climbing(raised.events)
    const duty = { ...route, posts: route.posts.filter(({ post }) => post === "DUTY_GOVERNOR") }
    expect(
      [duty, Route.initial].map((its) => back(raised.events, "2016-03-25T12:00", { route: its, inPost: () => true }))
    ).toEqual([dot, lee])
  })
})
