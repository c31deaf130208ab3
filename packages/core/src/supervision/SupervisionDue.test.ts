/**
 * When the next supervision is due: worked out by hand, by counting day by day, and with what follows for new work.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Appointment } from "../appointment/Appointment.ts"
import { EndAppointment, VoidAppointment } from "../appointment/AppointmentEnd.ts"
import { statusOn } from "../appointment/AppointmentStatus.ts"
import { SuspendAppointment } from "../appointment/Suspension.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { coveredBy } from "../language/Period.ts"
import { Person } from "../person/Person.ts"
import { RecordReturn, RecordTemporaryDeparture } from "../person/PersonMovements.ts"
import { PublishRoleProfile } from "../scheme/RoleProfileDecisions.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { CorrectSchemePolicy, DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { ReplaceShadowMentor } from "../shadowing/ShadowingStart.ts"
import { given } from "../testing.ts"
import {
  experienced,
  id,
  kay,
  lee,
  max,
  maxsRole,
  mo,
  mosRole,
  opened,
  plan,
  scheme,
  shadowing,
  start,
  stateIn,
  supportWorker,
  trained,
  trainer,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import type { Story } from "../testing/Story.ts"
import { HoldSupervision } from "./HoldingSupervision.ts"
import { ArrangeSupervision } from "./Supervising.ts"
import { Supervision } from "./Supervision.ts"
import { StrikeOutSupervisionEntry } from "./SupervisionCorrections.ts"
import { afterDays, dueOn } from "./SupervisionDue.ts"
import type { Supervised } from "./SupervisionDue.ts"

const supervision = id(71)
const reason = "It turned out so"

/** Max is in role since Monday 9 November 2015, and his first supervision is on the 16th. */
const arranged = opened.on(
  "2015-11-09",
  ...experienced(maxsRole, max),
  ...experienced(mosRole, mo),
  ArrangeSupervision.make({
    supervision,
    appointment: maxsRole,
    supervisor: lee,
    framework: "GIBBS",
    managesAlone: false,
    on: date("2015-11-09")
  })
)

const hold = (on: string, of = supervision) =>
  HoldSupervision.make({
    supervision: of,
    on: date(on),
    exploitation: "NOTHING",
    workload: "MANAGEABLE",
    confidentiality: "NOTHING",
    boundaries: "NOTHING",
    sharedNote: "A good fortnight"
  })
const grace = (value: number, from: string) =>
  DecideSchemePolicy.make({
    scheme,
    limit: "supervisionGraceDays",
    value,
    from: date(from),
    decidedBy: kay,
    on: date(from)
  })
const suspend = (from: string, until?: string) =>
  SuspendAppointment.make({
    appointment: maxsRole,
    from: date(from),
    ...(until === undefined ? {} : { until: date(until) }),
    reviewBy: date(until ?? "2016-01-31"),
    paid: true,
    reason: "WELLBEING_RESPITE"
  })

const supervisedAfter = (events: ReadonlyArray<Happened>) => ({
  appointment: stateIn(Appointment, maxsRole, events),
  person: stateIn(Person, max, events),
  scheme: stateIn(Scheme, scheme, events),
  supervisions: [stateIn(Supervision, supervision, events)]
})
const sayOf = (supervised: Supervised, day: string): string => {
  const { dueOn: due, since, status } = dueOn(supervised, date(day))
  return `${status} since ${since}, due ${due}`
}
const is = ({ events }: Story, ...days: ReadonlyArray<string>) => days.map((day) => sayOf(supervisedAfter(events), day))
const graceOf = ({ events }: Story, day: string) => dueOn(supervisedAfter(events), date(day)).graceUntil

describe("the first supervision", () => {
  it("is due on the day that was set, overdue from the day after, and nothing before the worker is appointed", () => {
    expect(is(arranged, "2015-11-08", "2015-11-09", "2015-11-15", "2015-11-16", "2015-11-17")).toEqual([
      "NotBegun since null, due null",
      "OnTrack since 2015-11-09, due 2015-11-16",
      "OnTrack since 2015-11-09, due 2015-11-16",
      "Due since 2015-11-16, due 2015-11-16",
      "Overdue since 2015-11-17, due 2015-11-16"
    ])
  })

  it("is no more once the appointment has ended or was voided", () => {
    const ended = arranged.on(
      "2015-11-20",
      EndAppointment.make({ appointment: maxsRole, reason: "OWN_REQUEST", on: date("2015-11-20") })
    )
    expect(is(ended, "2015-11-19", "2015-11-20")).toEqual([
      "Overdue since 2015-11-17, due 2015-11-16",
      "Ended since 2015-11-20, due null"
    ])
    const voided = arranged.on(
      "2015-11-20",
      VoidAppointment.make({ appointment: maxsRole, agreedBy: lee, reason, on: date("2015-11-20") })
    )
    expect(is(voided, "2015-11-19")).toEqual(["Ended since null, due null"])
  })
})

describe("each later one", () => {
  const held = arranged.on("2015-11-18", hold("2015-11-16"))

  it("is counted from the last session since the worker began, that day included", () => {
    const { appointment, ...others } = supervisedAfter(held.events)
    const begun = (day: string): Supervised => {
      const activated = appointment.activated === null ? null : { ...appointment.activated, on: date(day) }
      return { ...others, appointment: { ...appointment, activated, firstSupervisionOn: date("2015-11-24") } }
    }
    expect(sayOf(begun("2015-11-16"), "2015-11-23")).toBe("OnTrack since 2015-11-16, due 2015-12-14")
    expect(sayOf(begun("2015-11-17"), "2015-11-23")).toBe("OnTrack since 2015-11-17, due 2015-11-24")
  })

  it("has no day while the scheme has decided no interval, nor the first one while no day is set", () => {
    const { scheme: decided, ...others } = supervisedAfter(held.events)
    const policy = decided.policy.filter(({ limit }) => limit !== "supervisionEveryDays")
    expect(sayOf({ ...others, scheme: { ...decided, policy } }, "2016-06-01"))
      .toBe("OnTrack since 2015-11-16, due null")
    const { appointment, ...first } = supervisedAfter(arranged.events)
    expect(sayOf({ ...first, appointment: { ...appointment, firstSupervisionOn: null } }, "2016-06-01"))
      .toBe("OnTrack since 2015-11-09, due null")
  })

  // 28 days after Monday 16 November are Monday 14 December
  it("is due the scheme's number of days after the one before", () => {
    expect(is(held, "2015-11-15", "2015-11-16", "2015-12-13", "2015-12-14", "2015-12-15")).toEqual([
      "OnTrack since 2015-11-09, due 2015-11-16",
      "OnTrack since 2015-11-16, due 2015-12-14",
      "OnTrack since 2015-11-16, due 2015-12-14",
      "Due since 2015-12-14, due 2015-12-14",
      "Overdue since 2015-12-15, due 2015-12-14"
    ])
  })

  it("is counted with the interval that was decided when the one before was held", () => {
    const fortnightly = held.on(
      "2015-11-23",
      DecideSchemePolicy.make({
        scheme,
        limit: "supervisionEveryDays",
        value: 14,
        from: date("2015-11-23"),
        decidedBy: kay,
        on: date("2015-11-23")
      })
    )
    expect(is(fortnightly, "2015-12-01")).toEqual(["OnTrack since 2015-11-16, due 2015-12-14"])
    expect(is(fortnightly.on("2015-12-14", hold("2015-12-14")), "2015-12-14"))
      .toEqual(["OnTrack since 2015-12-14, due 2015-12-28"])
  })

  it("is counted anew when a session turns out not to have been held", () => {
    const entry = held.events.at(-1)?.id ?? ""
    const struck = held.on("2015-11-20", StrikeOutSupervisionEntry.make({ supervision, entry, reason }))
    expect(is(struck, "2015-11-20")).toEqual(["Overdue since 2015-11-17, due 2015-11-16"])
  })
})

describe("days on which the worker is suspended or away", () => {
  const held = arranged.on("2015-11-18", hold("2015-11-16"))

  // Without the 7 days from 30 November until 7 December, 14 December becomes the 21st
  it("do not count, and the supervision rests on them", () => {
    const respite = held.on("2015-11-27", suspend("2015-11-30", "2015-12-07"))
    expect(is(respite, "2015-11-29", "2015-11-30", "2015-12-06", "2015-12-07", "2015-12-21", "2015-12-22")).toEqual([
      "OnTrack since 2015-11-16, due 2015-12-21",
      "Paused since 2015-11-30, due 2015-12-21",
      "Paused since 2015-11-30, due 2015-12-21",
      "OnTrack since 2015-11-16, due 2015-12-21",
      "Due since 2015-12-21, due 2015-12-21",
      "Overdue since 2015-12-22, due 2015-12-21"
    ])
  })

  // 5 days at court and 2 of respite: 14 December becomes the 21st, whichever was recorded first
  it("are left out in the order of the days, not in that in which they were recorded", () => {
    const court = (on: string) => RecordTemporaryDeparture.make({ person: max, reason: "COURT", on: date(on) })
    const back = (on: string) => RecordReturn.make({ person: max, on: date(on) })
    const both = held.on(
      "2015-12-18",
      suspend("2015-12-15", "2015-12-17"),
      court("2015-12-01"),
      back("2015-12-06")
    )
    expect(is(both, "2015-12-20")).toEqual(["OnTrack since 2015-11-16, due 2015-12-21"])
  })

  it("are not those on licence for work, where the role is one in the community", () => {
    const out = held.on(
      "2015-12-07",
      RecordTemporaryDeparture.make({ person: max, reason: "LICENCE_WORK", on: date("2015-11-30") }),
      RecordReturn.make({ person: max, on: date("2015-12-07") })
    )
    const { appointment, ...others } = supervisedAfter(out.events)
    expect(is(out, "2015-12-01")).toEqual(["Paused since 2015-11-30, due 2015-12-21"])
    expect(sayOf({ ...others, appointment: { ...appointment, roleProfile: trainer } }, "2015-12-01"))
      .toBe("OnTrack since 2015-11-16, due 2015-12-14")
  })

  it("without a known end leave the day open until the worker is back", () => {
    const away = held.on(
      "2015-12-14",
      RecordTemporaryDeparture.make({ person: max, reason: "COURT", on: date("2015-12-14") })
    )
    expect(is(away, "2015-12-13", "2015-12-14", "2016-03-01")).toEqual([
      "OnTrack since 2015-11-16, due null",
      "Paused since 2015-12-14, due null",
      "Paused since 2015-12-14, due null"
    ])
    const back = away.on("2015-12-17", RecordReturn.make({ person: max, on: date("2015-12-17") }))
    expect(is(back, "2015-12-16", "2015-12-17", "2015-12-18")).toEqual([
      "Paused since 2015-12-14, due 2015-12-17",
      "Due since 2015-12-17, due 2015-12-17",
      "Overdue since 2015-12-18, due 2015-12-17"
    ])
  })

  // He is out for work from 30 November until 14 December, and from the 7th on the role is in the community: the 7 days
  // before that rest, and 14 December becomes the 21st
  it("are left out of an absence for work by the role as it was described on each day", () => {
    const described = (inCommunity: boolean, on: string) =>
      PublishRoleProfile.make({
        scheme,
        roleProfile: supportWorker,
        code: "PEER_SUPPORT_WORKER",
        tasks: ["BEFRIENDING"],
        confidentiality: "BOUNDED",
        pay: "VOLUNTEER",
        asksForShadowing: true,
        asksForClearance: false,
        inCommunity,
        on: date(on)
      })
    const out = held.on(
      "2015-12-14",
      RecordTemporaryDeparture.make({ person: max, reason: "LICENCE_WORK", on: date("2015-11-30") }),
      RecordReturn.make({ person: max, on: date("2015-12-14") })
    )
    expect(is(out, "2015-12-14")).toEqual(["OnTrack since 2015-11-16, due 2015-12-28"])
    const community = out.on("2015-12-14", described(true, "2015-12-07"))
    expect(is(community, "2015-12-06", "2015-12-07", "2015-12-21")).toEqual([
      "Paused since 2015-11-30, due 2015-12-21",
      "OnTrack since 2015-11-16, due 2015-12-21",
      "Due since 2015-12-21, due 2015-12-21"
    ])
    // Described as one in the prison again from the 10th on, it rests four days more
    const inPrison = community.on("2015-12-14", described(false, "2015-12-10"))
    expect(is(inPrison, "2015-12-09", "2015-12-10", "2015-12-25")).toEqual([
      "OnTrack since 2015-11-16, due 2015-12-25",
      "Paused since 2015-12-10, due 2015-12-25",
      "Due since 2015-12-25, due 2015-12-25"
    ])
  })

  it("are left out exactly as if every day were counted by itself", () => {
    const from = date("2016-01-01")
    const rests = fc.array(fc.tuple(fc.integer({ min: -10, max: 40 }), fc.integer({ min: 1, max: 9 })), {
      maxLength: 5
    })
    fc.assert(fc.property(rests, fc.nat(30), (drawn, days) => {
      const resting = drawn.map(([begins, lasts]) => ({
        from: addDays(from, begins),
        until: addDays(from, begins + lasts)
      })).sort((a, b) => a.from < b.from ? -1 : a.from > b.from ? 1 : 0)
      let [day, counted] = [from, 0]
      while (counted < days || coveredBy(resting, day)) {
        if (!coveredBy(resting, day)) counted += 1
        day = addDays(day, 1)
      }
      expect(afterDays(from, days, resting)).toBe(day)
    }))
  })
})

describe("grace", () => {
  const decided = arranged.on("2015-11-09", grace(5, "2015-11-09"))
  const status = ({ events }: Story, day: string) => {
    const supervised = supervisedAfter(events)
    const profile = roleProfileOf(supervised.scheme, supervised.appointment.roleProfile)
    const appointment = { ...supervised.appointment, enrolled: [] }
    return statusOn({ ...supervised, appointment, profile, placements: [] }, date(day))
  }

  // Due on 16 November: the five days of grace are the 17th to the 21st
  it("lasts the days that the scheme decided; after them the appointment is restricted, until one is held", () => {
    expect(is(decided, "2015-11-21", "2015-11-22")).toEqual([
      "Overdue since 2015-11-17, due 2015-11-16",
      "BeyondGrace since 2015-11-22, due 2015-11-16"
    ])
    expect([status(decided, "2015-11-21"), status(decided, "2015-11-30")]).toEqual([
      { status: "Active", since: "2015-11-09", because: null },
      {
        status: "Restricted",
        since: "2015-11-22",
        because: "Supervision was due on 16 November 2015 and is overdue beyond grace, so nothing new is taken on"
      }
    ])
    expect(status(decided.on("2015-12-01", hold("2015-12-01")), "2015-12-01").status).toBe("Active")
  })

  it("that nobody decided never ends, and one decided late restricts from its own first day", () => {
    expect(is(arranged, "2016-11-16")).toEqual(["Overdue since 2015-11-17, due 2015-11-16"])
    const late = arranged.on("2015-12-07", grace(5, "2015-12-07"))
    expect(is(late, "2015-12-06", "2015-12-07")).toEqual([
      "Overdue since 2015-11-17, due 2015-11-16",
      "BeyondGrace since 2015-12-07, due 2015-11-16"
    ])
    expect([graceOf(late, "2015-12-06"), graceOf(late, "2015-12-07")]).toEqual([null, "2015-12-06"])
    const decision = late.events.at(-1)?.id ?? ""
    const corrected = late.on(
      "2015-12-08",
      CorrectSchemePolicy.make({ scheme, decision, value: 60, from: date("2015-12-07"), reason })
    )
    expect(is(corrected, "2015-12-08")).toEqual(["Overdue since 2015-11-17, due 2015-11-16"])
  })

  it("counts from the first day for which any was decided, whichever decision was recorded first", () => {
    const { scheme: decidedLate, ...others } = supervisedAfter(
      arranged.on("2015-12-14", grace(5, "2015-12-07"), grace(4, "2015-12-14")).events
    )
    const policy = [...decidedLate.policy].reverse()
    expect(dueOn({ ...others, scheme: { ...decidedLate, policy } }, date("2015-12-14")).graceUntil).toBe("2015-12-06")
  })

  it("has no last day while none of supervision is known, nor of the rest in it", () => {
    const away = (from: string) =>
      decided.on(from, RecordTemporaryDeparture.make({ person: max, reason: "COURT", on: date(from) }))
    expect([graceOf(decided, "2015-11-15"), graceOf(arranged, "2015-11-20")]).toEqual(["2015-11-21", null])
    expect([graceOf(away("2015-11-12"), "2015-11-15"), graceOf(away("2015-11-18"), "2015-11-19")]).toEqual([null, null])
  })

  it("rests with the worker too", () => {
    const respite = decided.on("2015-11-18", suspend("2015-11-18", "2015-11-25"))
    expect(is(respite, "2015-11-24", "2015-11-28", "2015-11-29")).toEqual([
      "Paused since 2015-11-18, due 2015-11-16",
      "Overdue since 2015-11-17, due 2015-11-16",
      "BeyondGrace since 2015-11-29, due 2015-11-16"
    ])
  })
})

describe("a mentor whose supervision is overdue beyond grace", () => {
  const ready = arranged.on("2016-03-15", grace(5, "2016-03-01"), hold("2016-02-22"), ...trained(willsRole, will))
  // Held on 22 February, so due on 21 March, with grace until the 26th
  it("is not shadowed by anybody new, judged on the day on which it is decided", () => {
    given(ready.events).on("2016-03-26").when(plan("2016-03-28", max, "2016-03-26")).isAccepted("ShadowingPlanned")
    given(ready.events).on("2016-03-27").when(plan("2016-03-28", max, "2016-03-27")).isRefusedBy("SUPERVISION-6")
    const planned = ready.on("2016-03-26", plan("2016-03-28", max, "2016-03-26"))
    given(planned.events).on("2016-03-28").when(start("2016-03-28")).isRefusedBy("SUPERVISION-6")
    const held = planned.on("2016-03-28", hold("2016-03-28"))
    given(held.events).on("2016-03-28").when(start("2016-03-28")).isAccepted("ShadowingStarted")
  })

  it("goes on with whoever shadows them already, and takes over from nobody", () => {
    const running = ready.on("2016-03-21", plan("2016-03-21", max, "2016-03-21"), start("2016-03-21"))
    const { events } = running
    const supervised = supervisedAfter(events)
    const appointment = { ...supervised.appointment, enrolled: [] }
    expect(statusOn({ ...supervised, appointment, profile: null, placements: [] }, date("2016-04-04")).status)
      .toBe("Restricted")
    given(events).on("2016-04-04").when(SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
      .isAccepted("ShadowingSignedOff")
    const mosOwn = id(72)
    const withMo = ready.on(
      "2016-03-21",
      ArrangeSupervision.make({
        supervision: mosOwn,
        appointment: mosRole,
        supervisor: lee,
        framework: "KOLB",
        managesAlone: false,
        on: date("2016-03-20")
      }),
      hold("2016-03-21", mosOwn),
      plan("2016-03-21", mo, "2016-03-21")
    )
    given(withMo.events).on("2016-04-01")
      .when(ReplaceShadowMentor.make({ shadowing, mentor: max, on: date("2016-04-01"), reason }))
      .isRefusedBy("SUPERVISION-6")
  })
})
