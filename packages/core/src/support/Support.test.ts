/**
 * The life of the support of a worker: opened after a death with a day of review, reviewed, handed over, and ended.
 */
import { describe, expect, it } from "vitest"
import { EndAppointment } from "../appointment/AppointmentEnd.ts"
import { DeclineAppointment } from "../appointment/Selection.ts"
import { date } from "../language/LocalDate.ts"
import { RecordRelease } from "../person/PersonMovements.ts"
import type { LimitName } from "../scheme/Scheme.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { RecordStaffLeaving } from "../staff/StaffLeaving.ts"
import { given, laws } from "../testing.ts"
import { id, kay, lee, max, propose, running, scheme, stateIn, wes, wessRole, will } from "../testing/SmallPrison.ts"
import { reviewOf, Support, SupportsOf } from "./Support.ts"
import {
  EndWorkerSupport,
  HandOverWorkerSupport,
  OpenWorkerSupport,
  ReopenWorkerSupport,
  ReviewWorkerSupport,
  StrikeOutWorkerSupportReview,
  VoidWorkerSupport
} from "./supportDecisions.ts"

const [support, another] = [id(95), id(96)]
const reason = "It turned out so"

const decides = (limit: LimitName, value: number) =>
  DecideSchemePolicy.make({ scheme, limit, value, from: date("2016-03-15"), decidedBy: kay, on: date("2016-03-15") })

/** The mentor died on 28 March; the worker who shadowed with him is supported. */
const bereft = running.on("2016-03-15", decides("supportReviewDays", 28))
  .on("2016-03-29", RecordRelease.make({ person: max, reason: "DIED", on: date("2016-03-28") }))
const circumstance = bereft.events.at(-1)?.id ?? ""

const open = (more: object = {}) =>
  OpenWorkerSupport.make({
    support,
    person: will,
    circumstance,
    occasion: "BEREAVED",
    way: "The chaplain sees him every other day",
    givenBy: lee,
    reviewOn: date("2016-04-13"),
    on: date("2016-03-30"),
    ...more
  })
const review = (on: string, next: string) =>
  ReviewWorkerSupport.make({ support, finding: "Sleeps again", reviewOn: date(next), on: date(on) })
const end = (on: string) => EndWorkerSupport.make({ support, because: "NOT_NEEDED", on: date(on) })

const opened = bereft.on("2016-03-30", open())
const reviewed = opened.on("2016-04-13", review("2016-04-13", "2016-05-11"))

describe("support of a worker", () => {
  it("is opened with a day of review, reviewed on it, and ended when it is no longer needed", () => {
    given(bereft.events).on("2016-03-30").when(open({ reviewOn: date("2016-03-30") })).isRefusedBy("SUPPORT-1")
    expect(stateIn(Support, support, opened.events)).toMatchObject({
      status: "Open",
      person: will,
      circumstance,
      givenBy: lee
    })
    expect(reviewOf(stateIn(Support, support, opened.events))).toBe("2016-04-13")
    given(opened.events).on("2016-04-13").when(review("2016-04-13", "2016-04-13")).isRefusedBy("SUPPORT-1")
    expect(reviewOf(stateIn(Support, support, reviewed.events))).toBe("2016-05-11")
    const ended = reviewed.on("2016-05-11", end("2016-05-11"))
    expect([stateIn(Support, support, ended.events).status, reviewOf(stateIn(Support, support, ended.events))])
      .toEqual(["Ended", null])
    given(ended.events).on("2016-05-11").when(review("2016-05-11", "2016-06-01")).isRefusedWhile("Ended")
  })

  it("is opened after a change of the worker, or of somebody with whom they shadowed", () => {
    const nothing = { circumstance: id(94) }
    given(bereft.events).on("2016-03-30").when(open(nothing)).isRefusedWhile("Unknown")
    given(bereft.events).on("2016-03-30").when(open({ person: wes })).isRefusedWhile("Unknown")
    given(bereft.events).on("2016-03-30").when(open({ circumstance: undefined })).isAccepted("SupportOpened")
    const gone = running.on(
      "2016-03-29",
      decides("supportReviewDays", 28),
      RecordRelease.make({ person: will, reason: "DIED", on: date("2016-03-28") })
    )
    const ofTheNewWorker = { person: max, circumstance: gone.events.at(-1)?.id ?? "" }
    given(gone.events).on("2016-03-30").when(open(ofTheNewWorker)).isAccepted("SupportOpened")
  })

  it("is of workers only: of somebody who works, worked or is on the way to a role", () => {
    const { decision } = given(bereft.events).on("2016-03-30").when(open({ person: wes, circumstance: undefined }))
      .isRefusedWhile("Unknown")
    expect(decision).toMatchObject({
      moment: {
        says:
          "Support is for workers. This person never applied or was proposed for a role, or staff did not select them"
      }
    })
    const proposed = bereft.on("2016-03-29", propose(wessRole, wes, "2016-03-29"))
    const ofWes = open({ person: wes, circumstance: undefined })
    given(proposed.events).on("2016-03-30").when(ofWes).isAccepted()
    const end = EndAppointment.make({ appointment: wessRole, reason: "OWN_REQUEST", on: date("2016-03-29") })
    given(proposed.on("2016-03-29", end).events).on("2016-03-30").when(ofWes).isAccepted()
    const declined = proposed.on(
      "2016-03-29",
      DeclineAppointment.make({ appointment: wessRole, reason: "NOT_SUITABLE", on: date("2016-03-29") })
    )
    given(declined.events).on("2016-03-30").when(ofWes).isRefusedWhile("Unknown")
  })

  it("is looked at again as soon as the scheme decides, or with a reason", () => {
    const late = open({ reviewOn: date("2099-04-13") })
    given(bereft.events).on("2016-03-30").when(late).isRefusedBy("SUPPORT-2").says(
      "SUPPORT-2",
      "Support is looked at again within 28 days. Name a day up to 27 April 2016, or record why it is later"
    )
    const because = open({ reviewOn: date("2016-05-02"), overrides: [{ rule: "SUPPORT-2", reason }] })
    given(bereft.events).on("2016-03-30").when(because).isAccepted("SupportOpened")
    given(opened.events).on("2016-04-13").when(review("2016-04-13", "2016-05-12")).isRefusedBy("SUPPORT-2")
    const ended = opened.on("2016-04-13", end("2016-04-13"))
    const reopen = (next: string) =>
      ReopenWorkerSupport.make({ support, reviewOn: date(next), on: date("2016-04-13"), reason })
    given(ended.events).on("2016-04-13").when(reopen("2016-05-12")).isRefusedBy("SUPPORT-2")
    given(ended.events).on("2016-04-13").when(reopen("2016-05-11")).isAccepted("SupportReopened")
  })

  it("is looked at again on a day with a reason as long as the scheme has decided no time", () => {
    const died = RecordRelease.make({ person: max, reason: "DIED", on: date("2016-03-28") })
    const undecided = running.on("2016-03-29", died)
    const after = { circumstance: undecided.events.at(-1)?.id ?? "" }
    const { decision } = given(undecided.events).on("2016-03-30").when(open(after)).isRefusedBy("SUPPORT-2")
    expect(decision.judged.find(({ rule }) => rule === "SUPPORT-2")?.because)
      .toMatch(/\. Until then, record why that day will do$/)
    const because = open({ ...after, overrides: [{ rule: "SUPPORT-2", reason }] })
    given(undecided.events).on("2016-03-30").when(because).isAccepted("SupportOpened")
  })

  it("ends because somebody died only once their death is recorded", () => {
    const died = (on: string) => EndWorkerSupport.make({ support, because: "DIED", on: date(on) })
    const { decision } = given(opened.events).on("2016-04-15").when(died("2016-04-15")).isRefusedWhile("Open")
    expect(decision).toMatchObject({
      moment: { says: "No death by 15 April 2016 is recorded. Record it first, with RecordRelease" }
    })
    const dead = opened.on("2016-04-15", RecordRelease.make({ person: will, reason: "DIED", on: date("2016-04-14") }))
    given(dead.events).on("2016-04-15").when(died("2016-04-13")).isRefusedWhile("Open")
    given(dead.events).on("2016-04-15").when(died("2016-04-14")).isAccepted("SupportEnded")
  })

  it("keeps to itself why it is given, in what way, and what was found", () => {
    expect(JSON.stringify(reviewed.events)).not.toMatch(/BEREAVED|chaplain|Sleeps/)
  })

  it("is opened once after the same death, by somebody in post, of somebody who lives", () => {
    given(opened.events).on("2016-03-30").when(open({ support: another })).isRefusedWhile("Open")
    const apart = open({ support: another, circumstance: undefined, occasion: "EXPLOITED" })
    given(opened.events).on("2016-03-30").when(apart).isAccepted("SupportOpened")
    const left = bereft.on("2016-03-30", RecordStaffLeaving.make({ staff: lee, on: date("2016-03-30") }))
    given(left.events).on("2016-03-30").when(open()).isRefusedBy("STAFF-1")
    given(bereft.events).on("2016-03-30").when(open({ person: max })).isRefusedWhile("Died")
    given(bereft.events).on("2016-03-30").when(open({ person: id(99) })).isRefusedWhile("Unknown")
    expect(stateIn(SupportsOf, will, opened.events)).toEqual([support])
  })

  it("is handed over, and ended after a death of whoever had it", () => {
    const hand = HandOverWorkerSupport.make({ support, givenBy: kay, on: date("2016-04-14") })
    const handed = reviewed.on("2016-04-14", hand)
    expect(stateIn(Support, support, handed.events).givenBy).toBe(kay)
    given(handed.events).on("2016-04-14").when(hand).isRefusedWhile("Open")
    const died = handed.on("2016-04-15", RecordRelease.make({ person: will, reason: "DIED", on: date("2016-04-15") }))
    given(died.events).on("2016-04-15").when(review("2016-04-15", "2016-05-01")).isRefusedWhile("Died")
    given(died.events).on("2016-04-15").when(end("2016-04-15")).isAccepted("SupportEnded")
  })

  it("is put right: a review that was none, an end that was none, support of the wrong person", () => {
    const entry = stateIn(Support, support, reviewed.events).entries.at(-1)?.event ?? ""
    const strike = StrikeOutWorkerSupportReview.make({ support, entry, reason })
    const struck = reviewed.on("2016-04-14", strike)
    expect(reviewOf(stateIn(Support, support, struck.events))).toBe("2016-04-13")
    given(struck.events).on("2016-04-14").when(strike).isRefusedWhile("Open")
    const again = reviewed.on(
      "2016-05-12",
      end("2016-05-11"),
      ReopenWorkerSupport.make({ support, reviewOn: date("2016-06-08"), on: date("2016-05-12"), reason })
    )
    expect(reviewOf(stateIn(Support, support, again.events))).toBe("2016-06-08")
    const voided = again.on("2016-05-12", VoidWorkerSupport.make({ support, reason }))
    expect(stateIn(Support, support, voided.events).status).toBe("Voided")
    given(voided.events).on("2016-05-12").when(open({ support: another })).isAccepted("SupportOpened")
  })

  it("is not ended before it was handed over, whichever earlier review is struck out meanwhile", () => {
    const entry = stateIn(Support, support, reviewed.events).entries.at(-1)?.event ?? ""
    const handed = reviewed.on(
      "2016-04-20",
      HandOverWorkerSupport.make({ support, givenBy: kay, on: date("2016-04-20") })
    )
    const struck = handed.on("2016-04-20", StrikeOutWorkerSupportReview.make({ support, entry, reason }))
    given(struck.events).on("2016-04-20").when(end("2016-04-19")).isRefusedBy("RECORD-2")
    given(struck.events).on("2016-04-20").when(end("2016-04-20")).isAccepted("SupportEnded")
    // The review itself bounds nothing any more: it was on the 6th, and not on the 13th
    const alone = reviewed.on("2016-04-20", StrikeOutWorkerSupportReview.make({ support, entry, reason }))
    given(alone.events).on("2016-04-20").when(review("2016-04-06", "2016-05-04")).isAccepted("SupportReviewed")
  })

  it("obeys the laws of every life", () => {
    laws.replay(Support, support, reviewed.events)
    laws.stored(reviewed.events)
    for (const command of [open(), review("2016-04-13", "2016-05-11"), end("2016-04-13")]) {
      laws.repeating(opened.events, command, date("2016-04-13"))
    }
    laws.total(Support, support, [...reviewed.events].reverse())
  })
})
