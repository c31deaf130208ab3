/**
 * What days elsewhere and the days needed come to, when something about them turns out otherwise: they are counted again,
 * a sign-off that no longer holds is shown, and a person decides.
 */
import { describe, expect, it } from "vitest"
import { Appointment } from "../appointment/Appointment.ts"
import { StrikeOutAppointmentEntry } from "../appointment/AppointmentEnd.ts"
import { SuspendAppointment } from "../appointment/Suspension.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { MergePeople, UndoPeopleMerge } from "../person/Merges.ts"
import { RecordReturn, RecordTemporaryDeparture } from "../person/PersonMovements.ts"
import { CorrectSchemePolicy, DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { given } from "../testing.ts"
import {
  activate,
  id,
  kay,
  lee,
  max,
  maxsRole,
  mo,
  placementIn,
  plan,
  ready,
  running,
  scheme,
  shadowing,
  start,
  stateIn,
  trained,
  wes,
  wessRole,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import type { Story } from "../testing/Story.ts"
import { firstSignOff } from "./countedDays.ts"
import { DecideEarlierShadowing } from "./EarlierDays.ts"
import { countedIn, signOffHolds } from "./Placement.ts"
import { Shadowing } from "./Shadowing.ts"
import {
  CancelShadowing,
  RecordShadowingTransferOut,
  ReopenShadowing,
  SignOffShadowing,
  UpholdShadowingSignOff
} from "./ShadowingEnd.ts"

const [second, third] = [id(43), id(44)]
const reason = "It turned out so"

const moveOn = (of: string, on: string): Given => RecordShadowingTransferOut.make({ shadowing: of, on: date(on) })

const decide = (outcome: "COUNT" | "ANEW", more: object = {}): Given =>
  DecideEarlierShadowing.make({
    shadowing: second,
    earlier: shadowing,
    outcome,
    decidedBy: kay,
    on: date("2016-03-30"),
    reason,
    ...more
  })

const signOff = (on: string, of = second): Given => SignOffShadowing.make({ shadowing: of, on: date(on) })

/** Found out later: Max was suspended from 21 March, so six of Will's eight days count for nothing. */
const suspended = SuspendAppointment.make({
  appointment: maxsRole,
  from: date("2016-03-21"),
  until: date("2016-03-27"),
  reviewBy: date("2016-04-20"),
  paid: false,
  reason: "INVESTIGATION"
})

/** Eight days beside Max, 21 to 28 March; then a transfer, and from 30 March beside Mo. */
const toldFrom = (before: Story): Story =>
  before.on("2016-03-29", moveOn(shadowing, "2016-03-29"), plan("2016-03-30", mo, "2016-03-29", willsRole, second))
    .on("2016-03-30", start("2016-03-30", second), decide("COUNT"))

const counting = toldFrom(running)

/** Six more, 30 March to 4 April. */
const signedOff = counting.on("2016-04-05", signOff("2016-04-05"), activate(willsRole, "2016-04-05"))

const counted = (events: ReadonlyArray<Happened>, asOf: string, of = second): number =>
  countedIn(placementIn(events, of), date(asOf))

const earliest = (events: ReadonlyArray<Happened>, of = second): string | null => {
  const { onTheDay, shadowing: state } = placementIn(events, of)
  return firstSignOff(state, onTheDay)
}

describe("days elsewhere that count here", () => {
  it("are counted again with what becomes known of them, and the sign-off no longer holds", () => {
    expect(counted(signedOff.events, "2016-04-05")).toBe(14)
    const found = signedOff.on("2016-04-11", suspended)
    expect(counted(found.events, "2016-03-29", shadowing)).toBe(2)
    expect(counted(found.events, "2016-04-05")).toBe(8)
    expect([signedOff, found].map(({ events }) => signOffHolds(placementIn(events, second)))).toEqual([true, false])
    const upheld = found.on(
      "2016-04-12",
      UpholdShadowingSignOff.make({ shadowing: second, on: date("2016-04-12"), reason })
    )
    expect(signOffHolds(placementIn(upheld.events, second))).toBe(true)
  })

  // Two of the eight are left, so twelve more are needed: 30 March to 10 April
  it("make no sign-off possible before enough of them count as is known then", () => {
    const found = counting.on("2016-04-04", suspended)
    expect([counting, found].map(({ events }) => earliest(events))).toEqual(["2016-04-05", "2016-04-11"])
    given(found.events).on("2016-04-10").when(signOff("2016-04-10")).isRefusedBy("SHADOW-1")
      .says("SHADOW-1", "Shadowing lasts at least 14 days. Sign it off on or after 11 April 2016")
    given(found.events).on("2016-04-11").when(signOff("2016-04-11")).isAccepted("ShadowingSignedOff")
  })

  // At court from 23 until 26 March
  it("fall with a movement that is recorded late", () => {
    const away = counting.on(
      "2016-04-04",
      RecordTemporaryDeparture.make({ person: will, reason: "COURT", on: date("2016-03-23") }),
      RecordReturn.make({ person: will, on: date("2016-03-26") })
    )
    expect([counting, away].map(({ events }) => counted(events, "2016-04-04"))).toEqual([13, 10])
  })

  // Two count when it is decided. Then the suspension turns out to be somebody else's, and eight count there
  it("are never more than were decided, until somebody decides anew", () => {
    const two = toldFrom(running.on("2016-03-28", suspended))
    const entry = stateIn(Appointment, maxsRole, two.events).suspensions[0]?.event ?? ""
    const found = two.on("2016-04-04", StrikeOutAppointmentEntry.make({ appointment: maxsRole, entry, reason }))
    expect([two, found].map(({ events }) => counted(events, "2016-03-30"))).toEqual([2, 2])
    expect(placementIn(found.events, second).onTheDay.daysThere(shadowing)).toBe(8)
    const again = decide("COUNT", { on: date("2016-04-05") })
    given(two.events).on("2016-04-05").when(again).isRefusedWhile("Running")
    const anew = found.on("2016-04-05", again)
    expect(stateIn(Shadowing, second, anew.events).earlier).toMatchObject([{ counts: true, days: 8 }])
    expect(counted(anew.events, "2016-03-30")).toBe(8)
    given(anew.events).on("2016-04-05").when(again).isRefusedWhile("Running")
  })

  // 8 from the first and 3 from the second, 30 March to 1 April
  it("fall through as many transfers as there were", () => {
    const twice = counting
      .on("2016-04-02", moveOn(second, "2016-04-02"), plan("2016-04-02", max, "2016-04-02", willsRole, third))
      .on("2016-04-02", start("2016-04-02", third))
    const both = twice.on("2016-04-02", decide("COUNT", { shadowing: third, earlier: second, on: date("2016-04-02") }))
    expect(counted(both.events, "2016-04-02", third)).toBe(11)
    expect(counted(both.on("2016-04-04", suspended).events, "2016-04-02", third)).toBe(5)
    // Reopened where it began, the first may not count in turn what counts it already
    const back = both.on("2016-04-03", moveOn(third, "2016-04-03"))
      .on("2016-04-03", ReopenShadowing.make({ shadowing, on: date("2016-04-03"), reason }))
    const inTurn = decide("COUNT", { shadowing, earlier: third, on: date("2016-04-03") })
    given(back.events).on("2016-04-03").when(inTurn).isRefusedWhile("Running")
  })

  it("are none where no transfer ended it after all, and that can be taken back", () => {
    const { earlier } = stateIn(Shadowing, second, counting.events)
    const reopened = counting.on("2016-03-31", moveOn(second, "2016-03-31"))
      .on("2016-03-31", ReopenShadowing.make({ shadowing, on: date("2016-03-31"), reason }))
      .on("2016-03-31", CancelShadowing.make({ shadowing, on: date("2016-03-31"), reason }))
      .on("2016-03-31", ReopenShadowing.make({ shadowing: second, on: date("2016-03-31"), reason }))
    expect(stateIn(Shadowing, second, reopened.events).earlier).toEqual(earlier)
    expect(counted(reopened.events, "2016-03-30")).toBe(0)
    const on = date("2016-04-01")
    given(reopened.events).on("2016-04-01").when(decide("COUNT", { on })).isRefusedWhile("Running")
    const anew = reopened.on("2016-04-01", decide("ANEW", { on }))
    expect(stateIn(Shadowing, second, anew.events).earlier).toMatchObject([{ counts: false }])
    given(anew.events).on("2016-04-01").when(decide("ANEW", { on })).isRefusedWhile("Running")
  })

  it("are none where they turn out to be somebody else's", () => {
    const two = ready.on("2016-03-15", ...trained(wessRole, wes), plan("2016-03-21")).on(
      "2016-03-21",
      start("2016-03-21")
    )
      .on("2016-03-29", moveOn(shadowing, "2016-03-29"))
      .on("2016-03-29", plan("2016-03-30", mo, "2016-03-29", wessRole, second))
      .on("2016-03-30", start("2016-03-30", second))
      .on("2016-03-30", MergePeople.make({ person: wes, into: will, on: date("2016-03-30"), reason }))
      .on("2016-03-30", decide("COUNT"))
    expect(counted(two.events, "2016-03-30")).toBe(8)
    const undone = two.on("2016-04-01", UndoPeopleMerge.make({ person: wes, on: date("2016-04-01"), reason }))
    expect(counted(undone.events, "2016-03-30")).toBe(0)
  })
})

describe("the days needed", () => {
  const decideDays = (value: number, from: string, on = from): Given =>
    DecideSchemePolicy.make({ scheme, limit: "shadowingDays", value, from: date(from), decidedBy: lee, on: date(on) })
  const decided = (events: ReadonlyArray<Happened>): string =>
    events.filter(({ type }) => type === "SchemePolicyDecided").at(-1)?.id ?? ""
  const correct = (events: ReadonlyArray<Happened>, value: number, from: string): Given =>
    CorrectSchemePolicy.make({ scheme, decision: decided(events), value, from: date(from), reason })
  const fifteen = ready.on("2016-03-15", decideDays(15, "2016-03-15"), plan("2016-03-21"))
    .on("2016-03-21", start("2016-03-21"))
  const needed = (events: ReadonlyArray<Happened>): number => placementIn(events).onTheDay.daysNeeded

  it("are those of the day on which it was planned, as the limit of that day is known now", () => {
    const right = fifteen.on("2016-04-01", correct(fifteen.events, 21, "2016-03-15"))
    expect([fifteen, right].map(({ events }) => needed(events))).toEqual([15, 21])
    expect([fifteen, right].map(({ events }) => earliest(events, shadowing))).toEqual(["2016-04-05", "2016-04-11"])
    given(right.events).on("2016-04-10").when(signOff("2016-04-10", shadowing)).isRefusedBy("SHADOW-1")
      .says("SHADOW-1", "Shadowing lasts at least 21 days. Sign it off on or after 11 April 2016")
    given(right.events).on("2016-04-11").when(signOff("2016-04-11", shadowing)).isAccepted()
  })

  it("let a sign-off hold no longer where the limit of that day had been recorded too low", () => {
    const signed = fifteen.on("2016-04-05", signOff("2016-04-05", shadowing))
    const right = signed.on("2016-04-06", correct(signed.events, 16, "2016-03-15"))
    const low = signed.on("2016-04-06", correct(signed.events, 14, "2016-03-15"))
    expect([signed, right, low].map(({ events }) => signOffHolds(placementIn(events)))).toEqual([true, false, true])
  })

  it("stay as they were with a limit that holds from another day on", () => {
    const later = fifteen.on("2016-03-22", decideDays(21, "2016-03-22"))
    const before = fifteen.on("2016-03-22", correct(fifteen.events, 15, "2016-03-16"))
    expect([later, before].map(({ events }) => needed(events))).toEqual([15, 14])
  })
})
