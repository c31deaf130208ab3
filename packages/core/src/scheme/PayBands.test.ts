/**
 * Pay: the bands of a scheme are published and looked at every year; a worker in a band that is not published is shown,
 * and nobody waits for their work because of it.
 */
import { describe, expect, it } from "vitest"
import { ActivateAppointment } from "../appointment/Activation.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { given, laws } from "../testing.ts"
import { id, kay, lee, opened, scheme, stateIn, trained, trainer, will, willsRole } from "../testing/SmallPrison.ts"
import { isPublishedBand, payBandsOn, payReviewDueOn } from "./PayBands.ts"
import { Scheme } from "./Scheme.ts"
import { PublishPayBands, ReviewPayBands, StrikeOutPayEntry } from "./SchemePay.ts"

const one = { band: 1, pencePerWeek: 400 }
const two = { band: 2, pencePerWeek: 750 }

const publish = (on: string, bands = [one, two], decidedBy = kay): Given =>
  PublishPayBands.make({ scheme, bands, decidedBy, on: date(on) })
const review = (on: string, decidedBy = kay): Given => ReviewPayBands.make({ scheme, decidedBy, on: date(on) })
const strikeOut = (entry: string): Given => StrikeOutPayEntry.make({ scheme, entry, reason: "Another scheme's" })

const published = opened.on("2015-11-02", publish("2015-11-02"))
const payIn = (events: ReadonlyArray<Happened>) => stateIn(Scheme, scheme, events).pay
const dueIn = (events: ReadonlyArray<Happened>, on: string) => payReviewDueOn(payIn(events), date(on))
const heldIn = (events: ReadonlyArray<Happened>, command: Given, on: string) =>
  given(events).on(on).when(command).isAccepted().decision.judged.flatMap(({ held, rule }) =>
    ["SCHEME-11", "SCHEME-12"].includes(rule) ? [[rule, held]] : []
  )

describe("pay bands", () => {
  // Published on 2 November 2015: to be looked at by 2 November 2016
  it("are in force from their day, and looked at within twelve months", () => {
    expect([payBandsOn(payIn(published.events), date("2015-11-01")), dueIn(published.events, "2015-11-01")])
      .toEqual([null, null])
    expect([payBandsOn(payIn(published.events), date("2015-11-02")), dueIn(published.events, "2015-11-02")])
      .toEqual([[one, two], "2016-11-02"])
    expect([1, 2, 3].map((band) => isPublishedBand(payIn(published.events), band, date("2015-11-02"))))
      .toEqual([true, true, false])
    expect(isPublishedBand(payIn(opened.events), 1, date("2015-11-02"))).toBe(false)
  })

  it("that are looked at stay, and the year begins anew; late, it says so", () => {
    const seen = published.on("2016-10-03", review("2016-10-03"))
    expect(payBandsOn(payIn(seen.events), date("2016-10-03"))).toEqual([one, two])
    expect(["2016-10-02", "2016-10-03"].map((on) => dueIn(seen.events, on))).toEqual(["2016-11-02", "2017-10-03"])
    expect(heldIn(published.events, review("2016-11-02"), "2016-11-02")).toEqual([["SCHEME-11", true]])
    expect(heldIn(published.events, review("2016-11-03"), "2016-11-03")).toEqual([["SCHEME-11", false]])
    expect(heldIn(published.events, publish("2016-11-03", [one]), "2016-11-03")).toEqual([["SCHEME-11", false]])
    laws.replay(Scheme, scheme, seen.events)
    laws.stored(seen.events)
  })

  it("that are published anew take the place of all that were before", () => {
    const anew = published.on("2016-10-03", publish("2016-10-03", [two]))
    expect(["2016-10-02", "2016-10-03"].map((on) => isPublishedBand(payIn(anew.events), 1, date(on))))
      .toEqual([true, false])
    const corrected = published.on("2016-10-03", publish("2015-11-02", [two]))
    expect(payBandsOn(payIn(corrected.events), date("2015-11-02"))).toEqual([two])
  })

  it("that were published or looked at in error are struck out", () => {
    const seen = published.on("2016-10-03", review("2016-10-03"))
    const [first, second] = payIn(seen.events)
    const struck = seen.on("2016-10-04", strikeOut(second?.event ?? ""))
    expect(payIn(struck.events)).toEqual(payIn(published.events))
    const looked = seen.on("2016-10-04", strikeOut(first?.event ?? ""))
    expect([payIn(looked.events).length, dueIn(looked.events, "2016-10-04")]).toEqual([1, null])
    given(struck.events).on("2016-10-05").when(strikeOut(second?.event ?? "")).isRefusedWhile("Pilot")
    expect(payIn(struck.on("2016-10-05", strikeOut(first?.event ?? "")).events)).toEqual([])
  })

  it("are said by somebody in post, anew only where they differ, and looked at only where there are any", () => {
    given(opened.events).on("2015-11-02").when(review("2015-11-02")).isRefusedWhile("Pilot")
    given(published.events).on("2015-11-02").when(review("2015-11-02")).isRefusedWhile("Pilot")
    given(published.events).on("2016-10-03").when(publish("2016-10-03", [two, one])).isRefusedWhile("Pilot")
    given(published.events).on("2016-10-03").when(publish("2016-10-03", [one, { ...two, pencePerWeek: 751 }]))
      .isAccepted("PayBandsPublished")
    given(published.events).on("2016-10-03").when(publish("2016-10-03", [])).isRefusedWhile("Pilot")
    given(published.events).on("2016-10-03").when(publish("2016-10-03", [one], id(99))).isRefusedBy("STAFF-1")
    given(published.events).on("2016-10-03").when(review("2016-10-03", id(99))).isRefusedBy("STAFF-1")
    given(opened.events).on("2015-11-02").when(publish("2015-09-30")).isRefusedBy("RECORD-2")
  })
})

describe("a worker in a paid role", () => {
  const appoint = (payBand: number): Given =>
    ActivateAppointment.make({
      appointment: willsRole,
      supervisor: lee,
      firstSupervisionOn: date("2016-04-11"),
      payBand,
      identityItemOffered: true,
      on: date("2016-04-04")
    })
  const ready = published.on("2016-03-15", ...trained(willsRole, will, trainer))

  it("begins also in a band that is not published, and it is shown", () => {
    expect(heldIn(ready.events, appoint(2), "2016-04-04")).toEqual([["SCHEME-12", true], ["SCHEME-11", true]])
    expect(heldIn(ready.events, appoint(3), "2016-04-04")).toEqual([["SCHEME-12", false], ["SCHEME-11", true]])
  })

  it("begins also when the year is over, and it is shown", () => {
    const old = opened.on("2016-03-15", publish("2015-10-01"), ...trained(willsRole, will, trainer))
    const late = ActivateAppointment.make({
      appointment: willsRole,
      supervisor: lee,
      firstSupervisionOn: date("2016-10-10"),
      payBand: 1,
      identityItemOffered: true,
      on: date("2016-10-02")
    })
    expect(heldIn(old.events, late, "2016-10-02")).toEqual([["SCHEME-12", true], ["SCHEME-11", false]])
  })
})
