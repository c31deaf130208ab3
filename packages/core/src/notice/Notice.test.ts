/**
 * Notices from outside: each of the reasons with its effect on a role and a shadowing; late, twice and out of order.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Appointment } from "../appointment/Appointment.ts"
import { statusOn } from "../appointment/AppointmentStatus.ts"
import { mayWorkOn } from "../appointment/Standing.ts"
import { SuspendAppointment } from "../appointment/Suspension.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { check, decide } from "../OverEvents.ts"
import { establishmentOn, isRestrictedPatient, wingOn } from "../person/Person.ts"
import { RecordTransfer, RecordWingChange } from "../person/PersonMovements.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { firstSignOff } from "../shadowing/countedDays.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { given, laws, story } from "../testing.ts"
import {
  acknowledge,
  activate,
  assess,
  begin,
  coordinator,
  id,
  identityAfter,
  max,
  maxsRole,
  placementIn,
  propose,
  ready,
  running,
  scheme,
  schooledIn,
  select,
  shadowing,
  standingIn,
  stateIn,
  train,
  trainer,
  wes,
  wessRole,
  will,
  willsRole,
  ZZA,
  ZZI
} from "../testing/SmallPrison.ts"
import { TakeInCustodyNotice } from "./Notice.ts"

type Reason = Parameters<typeof TakeInCustodyNotice.make>[0]["reason"]
type More = Partial<Parameters<typeof TakeInCustodyNotice.make>[0]>

const notice = (number: number, reason: Reason, on: string, more: More = {}) =>
  TakeInCustodyNotice.make({ notice: id(600 + number), person: max, reason, establishment: ZZI, on: date(on), ...more })

const statusOf = (appointment: string, events: ReadonlyArray<Happened>, on: string) => {
  const state = schooledIn(appointment, events)
  const its = stateIn(Scheme, scheme, events)
  const profile = roleProfileOf(its, state.roleProfile)
  const { person } = identityAfter(state.person, events)
  return statusOn({ appointment: state, person, placements: [], profile, scheme: its, supervisions: [] }, date(on))
    .status
}
const first = (events: ReadonlyArray<Happened>) => {
  const { onTheDay, shadowing } = placementIn(events)
  return firstSignOff(shadowing, onTheDay)
}
/** The day that does not follow any more, as whoever looks is told; null where everything does. */
const misfitIn = (decision: ReturnType<typeof check>) => {
  const judged = decision.judged.find(({ rule }) => rule === "PERSON-3")
  return judged?.held === false ? judged.facts["misfit"] : null
}

describe("a notice of release", () => {
  it.each<[Reason, string, string]>([
    ["TEMPORARY_ABSENCE_RELEASE", "PersonLeftTemporarily", "TemporarilyAway"],
    ["SENT_TO_COURT", "PersonLeftTemporarily", "TemporarilyAway"],
    ["TRANSFERRED_OUT", "PersonLeftForTransfer", "BetweenEstablishments"],
    ["RELEASED_TO_HOSPITAL", "PersonReleased", "Released"],
    ["RELEASED", "PersonReleased", "Released"],
    ["DIED", "PersonDied", "Died"]
  ])("%s: the mentor's role rests from that day, and no day counts", (reason, type, status) => {
    const { decision } = given(running.events).on("2016-03-30").when(notice(1, reason, "2016-03-28"))
      .isAccepted("CustodyNoticeTakenIn", type)
    expect(misfitIn(decision)).toBe(null)
    const after = running.on("2016-03-30", notice(1, reason, "2016-03-28")).events
    expect(JSON.stringify(after)).not.toContain(reason)
    expect(identityAfter(max, after).person.status).toBe(status)
    expect(isRestrictedPatient(identityAfter(max, after).person)).toBe(reason === "RELEASED_TO_HOSPITAL")
    expect(["2016-03-27", "2016-03-28"].map((on) => statusOf(maxsRole, after, on))).toEqual(["Active", "Suspended"])
    expect([first(running.events), first(after)]).toEqual(["2016-04-04", null])
    // Nothing ended by itself
    expect(stateIn(Appointment, maxsRole, after).step).toBe("Active")
  })

  it("on licence for work interrupts a role inside, and none in the community", () => {
    const both = ready.on(
      "2016-03-15",
      propose(wessRole, wes, "2016-02-01", trainer),
      begin(wessRole, "2016-02-02"),
      assess(wessRole, "2016-02-08"),
      acknowledge(wessRole, "2016-02-10"),
      select(wessRole, "2016-02-15"),
      train(wessRole, "2016-03-15")
    )
    const working = both.on(
      "2016-03-28",
      notice(1, "TEMPORARY_ABSENCE_RELEASE", "2016-03-28", { person: wes, forWork: true })
    )
    const idle = both.on("2016-03-28", notice(1, "TEMPORARY_ABSENCE_RELEASE", "2016-03-28", { person: wes }))
    expect([working, idle].map(({ events }) => statusOf(wessRole, events, "2016-03-29"))).toEqual([
      "Ready",
      "Suspended"
    ])
    const inside = running.on("2016-03-28", notice(1, "TEMPORARY_ABSENCE_RELEASE", "2016-03-28", { forWork: true }))
    expect(statusOf(maxsRole, inside.events, "2016-03-29")).toBe("Suspended")
  })
})

describe("a notice of reception", () => {
  const away = (reason: Reason) => running.on("2016-03-28", notice(1, reason, "2016-03-26"))

  // Five days until 25 March; nine more from 29 March until 6 April
  it.each<[Reason, Reason, string]>([
    ["TEMPORARY_ABSENCE_RELEASE", "TEMPORARY_ABSENCE_RETURN", "PersonReturned"],
    ["SENT_TO_COURT", "RETURN_FROM_COURT", "PersonReturned"],
    ["RELEASED", "READMISSION", "PersonReadmitted"],
    ["RELEASED", "READMISSION_SWITCH_BOOKING", "PersonReadmitted"],
    ["RELEASED", "NEW_ADMISSION", "PersonReadmitted"],
    ["RELEASED", "POST_MERGE_ADMISSION", "PersonReadmitted"],
    ["TRANSFERRED_OUT", "TRANSFERRED_IN", "PersonTransferred"]
  ])("%s, then %s: what only that interrupted goes on", (out, back, type) => {
    const returned = notice(2, back, "2016-03-29")
    given(away(out).events).on("2016-03-30").when(returned).isAccepted("CustodyNoticeTakenIn", type)
    const { events } = away(out).on("2016-03-30", returned)
    expect([statusOf(maxsRole, events, "2016-03-28"), statusOf(maxsRole, events, "2016-03-29")])
      .toEqual(["Suspended", "Active"])
    expect(first(events)).toBe("2016-04-07")
  })

  it("brings back only what the absence suspended: a suspension by decision stays", () => {
    const day = date("2016-03-27")
    const suspended = away("SENT_TO_COURT").on(
      "2016-03-28",
      SuspendAppointment.make({ appointment: maxsRole, from: day, reviewBy: day, paid: false, reason: "INVESTIGATION" })
    )
    const { events } = suspended.on("2016-03-30", notice(2, "RETURN_FROM_COURT", "2016-03-29"))
    expect(statusOf(maxsRole, events, "2016-03-29")).toBe("Suspended")
  })

  it("at another establishment than the one that was left is a transfer", () => {
    const elsewhere = away("SENT_TO_COURT").on(
      "2016-03-30",
      notice(2, "RETURN_FROM_COURT", "2016-03-29", { establishment: ZZA })
    )
    expect(establishmentOn(identityAfter(max, elsewhere.events).person, date("2016-03-29"))).toBe("ZZA")
    expect(statusOf(maxsRole, elsewhere.events, "2016-03-30")).toBe("Suspended")
  })

  it("where they are already moves nobody, keeps their wing, and asks somebody to look", () => {
    const housed = running.on(
      "2016-03-28",
      RecordWingChange.make({ person: max, wing: "B_WING", on: date("2016-03-28") })
    )
    const admitted = notice(2, "POST_MERGE_ADMISSION", "2016-03-29")
    expect(misfitIn(given(housed.events).on("2016-03-30").when(admitted).isAccepted().decision)).toBe("2016-03-29")
    const { events } = housed.on("2016-03-30", admitted)
    expect(wingOn(identityAfter(max, events).person, date("2016-03-29"))).toBe("B_WING")
    expect(first(events)).toBe("2016-04-04")
  })

  it("of somebody who is not known asks to register them", () => {
    const { decision } = given(running.events).on("2016-03-30").when(
      notice(2, "NEW_ADMISSION", "2016-03-29", { person: id(99) })
    )
      .isRefusedWhile("Unknown")
    expect(decision._tag === "Refused" && decision.moment?.says).toBe("There is no such person. Register them first")
  })
})

describe("notices that come as they come", () => {
  it("sent to court and released there: away from the day they left", () => {
    const court = running.on("2016-03-26", notice(1, "SENT_TO_COURT", "2016-03-26"))
    const released = court.on("2016-03-30", notice(2, "RELEASED", "2016-03-26"))
    expect(identityAfter(max, released.events).person.status).toBe("Released")
    expect(statusOf(maxsRole, released.events, "2016-03-26")).toBe("Suspended")
  })

  it("the same again changes nothing more; another under the same id is refused", () => {
    const once = running.on("2016-03-30", notice(1, "SENT_TO_COURT", "2016-03-28"))
    const again = decide(notice(1, "SENT_TO_COURT", "2016-03-28"), once.events, { today: date("2016-03-30") })
    expect([again.decision._tag, again.events.length]).toEqual(["Accepted", once.events.length])
    given(once.events).on("2016-03-30").when(notice(1, "RELEASED", "2016-03-28")).isRefusedWhile("TakenIn")
    laws.repeating(running.events, notice(1, "RELEASED", "2016-03-28"), date("2016-03-30"))
  })

  it("what staff recorded already, or another notice said, is no second movement", () => {
    const moved = running.on(
      "2016-03-30",
      RecordTransfer.make({ person: max, establishment: ZZA, on: date("2016-03-28") })
    )
    given(moved.events).on("2016-03-30").when(notice(1, "TRANSFERRED_IN", "2016-03-28", { establishment: ZZA }))
      .isAccepted("CustodyNoticeTakenIn")
    const court = running.on("2016-03-30", notice(1, "SENT_TO_COURT", "2016-03-28"))
    given(court.events).on("2016-03-30").when(notice(2, "SENT_TO_COURT", "2016-03-28")).isAccepted(
      "CustodyNoticeTakenIn"
    )
  })

  it("a release that is known only after the activation of later day: the worker is gone from its own day", () => {
    const signOff = SignOffShadowing.make({ shadowing, on: date("2016-04-04") })
    const working = running.on("2016-04-04", signOff, activate(willsRole, "2016-04-04"))
    const late = notice(1, "RELEASED", "2016-04-02", { person: will })
    const { decision } = given(working.events).on("2016-04-06").when(late).isAccepted()
    expect(misfitIn(decision)).toBe(null)
    const gone = working.on("2016-04-06", late)
    expect(identityAfter(will, gone.events).person.stays.at(-1)).toMatchObject({ until: "2016-04-02" })
    const worksOn = (events: ReadonlyArray<Happened>, day: string) => {
      const { appointments, person } = standingIn(will, events)
      return appointments.some((one) => mayWorkOn(one, person, date(day)))
    }
    expect([
      worksOn(working.events, "2016-04-06"),
      worksOn(gone.events, "2016-04-04"),
      worksOn(gone.events, "2016-04-06")
    ])
      .toEqual([true, false, false])
    // Had it been known, nobody would have been appointed
    const known = running.on("2016-04-04", signOff, late)
    given(known.events).on("2016-04-04").when(activate(willsRole, "2016-04-04"))
      .isRefusedBy("APPOINTMENT-10", "PERSON-1")
  })

  it.each<Reason>(["RELEASED", "TRANSFERRED_OUT", "SENT_TO_COURT", "DIED"])(
    "%s of an establishment where they were not is taken in, and somebody looks",
    (reason) => {
      const elsewhere = notice(1, reason, "2016-03-28", { establishment: ZZA })
      const { decision } = given(running.events).on("2016-03-30").when(elsewhere).isAccepted()
      expect(misfitIn(decision)).toBe("2016-03-28")
    }
  )

  it("of a return of somebody who was not away leads where it says, and somebody looks", () => {
    const { decision } = given(running.events).on("2016-03-30")
      .when(notice(1, "RETURN_FROM_COURT", "2016-03-28", { establishment: ZZA })).isAccepted()
    expect(misfitIn(decision)).toBe("2016-03-28")
  })

  it("of leaving for a transfer, after the arrival of that day, sends nobody on", () => {
    const arrived = running.on("2016-03-28", notice(1, "TRANSFERRED_IN", "2016-03-28", { establishment: ZZA }))
    const late = notice(2, "TRANSFERRED_OUT", "2016-03-28")
    const { decision } = given(arrived.events).on("2016-03-30").when(late).isAccepted("CustodyNoticeTakenIn")
    expect(misfitIn(decision)).toBe(null)
    expect(identityAfter(max, arrived.on("2016-03-30", late).events).person.status).toBe("AtEstablishment")
    const next = notice(3, "TRANSFERRED_OUT", "2016-03-29")
    expect(misfitIn(given(arrived.events).on("2016-03-30").when(next).isAccepted().decision)).toBe("2016-03-29")
  })

  it("a return before its departure is taken in, somebody looks, and both are right once both are there", () => {
    const back = notice(2, "RETURN_FROM_COURT", "2016-03-29")
    const { decision } = given(running.events).on("2016-03-30").when(back).isAccepted(
      "CustodyNoticeTakenIn",
      "PersonReturned"
    )
    expect(misfitIn(decision)).toBe("2016-03-29")
    const both = running.on("2016-03-30", back, notice(1, "SENT_TO_COURT", "2016-03-26"))
    expect(first(both.events)).toBe("2016-04-07")
  })

  it("in whatever order, and however often, they come to the same whereabouts", () => {
    const told = [
      notice(1, "SENT_TO_COURT", "2016-03-22"),
      notice(2, "RETURN_FROM_COURT", "2016-03-23"),
      notice(3, "TRANSFERRED_OUT", "2016-03-26"),
      notice(4, "TRANSFERRED_IN", "2016-03-27", { establishment: ZZA }),
      notice(5, "TRANSFERRED_IN", "2016-03-29"),
      notice(6, "RELEASED", "2016-04-02"),
      notice(7, "READMISSION", "2016-04-05")
    ]
    const whereIn = (events: ReadonlyArray<Happened>) =>
      Array.from(
        { length: 20 },
        (_, count) => establishmentOn(identityAfter(max, events).person, addDays(date("2016-03-20"), count))
      )
    const inOrder = whereIn(story(running.events).by(coordinator).on("2016-04-10", ...told).events)
    const orders = fc.tuple(
      fc.shuffledSubarray(told, { minLength: told.length }),
      fc.array(fc.constantFrom(...told), { maxLength: 4 })
    )
    fc.assert(
      fc.property(orders, ([order, twice]) => {
        const { events } = story(running.events).by(coordinator).on("2016-04-10", ...order, ...twice)
        expect(whereIn(events)).toEqual(inOrder)
        laws.stored(events.slice(running.events.length))
      }),
      { numRuns: 40 }
    )
  })
})
