/**
 * What looks like one matter that was written down twice, and how people say that it is none.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../language/LocalDate.ts"
import { given } from "../testing.ts"
import { id, lee, max, scheme, stateIn, will, ZZA, ZZI } from "../testing/SmallPrison.ts"
import { answering, as, sam } from "../testing/SmallRoutes.ts"
import { Escalation } from "./Escalation.ts"
import { KeepEscalationsApart, LinkEscalations } from "./EscalationLinks.ts"
import { RaiseEscalation } from "./EscalationRaising.ts"
import { isSameMatter, matterOf, mayBeLinked } from "./sameMatter.ts"
import type { Matter } from "./sameMatter.ts"

const [day, night] = [id(74), id(75)]
const raise = (escalation: string, more: object = {}) =>
  RaiseEscalation.make({
    escalation,
    scheme,
    category: "VIOLENCE_BULLYING",
    urgency: "SAME_DAY",
    basis: "AGREED",
    subject: will,
    ...more
  })

/** The day staff raised it at 16:00, and the night staff entered the paper form at 22:00. */
const twice = answering.by(as(lee)).at("2016-03-24T16:00", raise(day)).by(as(sam)).at("2016-03-24T22:00", raise(night))
const stateOf = (of: string, events = twice.events) => stateIn(Escalation, of, events)

describe("two escalations that look like one matter", () => {
  it("are about one person, on one local day, and go one way", () => {
    expect(isSameMatter(matterOf(stateOf(day)), matterOf(stateOf(night)))).toBe(true)
    const others = [{ subject: max }, { subject: undefined }, { category: "HEALTH" }]
    for (const more of others) {
      const { events } = answering.by(as(lee)).at("2016-03-24T16:00", raise(day), raise(night, more))
      expect(isSameMatter(matterOf(stateOf(day, events)), matterOf(stateOf(night, events)))).toBe(false)
    }
    // Half past midnight is another day, though it is the same shift
    const { events } = answering.by(as(lee)).at("2016-03-24T23:30", raise(day)).at("2016-03-25T00:30", raise(night))
    expect(isSameMatter(matterOf(stateOf(day, events)), matterOf(stateOf(night, events)))).toBe(false)
  })

  it("are so either way round, and only where all of it is the same", () => {
    const matters: fc.Arbitrary<Matter> = fc.record({
      establishment: fc.constantFrom(ZZI, ZZA),
      subject: fc.constantFrom(will, max, null),
      route: fc.constantFrom("HEALTHCARE" as const, "SAFER_CUSTODY" as const, null),
      on: fc.nat(1).map((days) => addDays(date("2016-03-24"), days))
    })
    fc.assert(fc.property(matters, matters, (one, other) => {
      const same = isSameMatter(one, other)
      expect(isSameMatter(other, one)).toBe(same)
      expect(same).toBe(one.subject !== null && one.route !== null && JSON.stringify(one) === JSON.stringify(other))
    }))
  })

  it("are both accepted, and linked or kept apart by people", () => {
    const linked = twice.at("2016-03-25T08:00", LinkEscalations.make({ escalation: night, other: day }))
    expect([mayBeLinked(stateOf(day, linked.events)), mayBeLinked(stateOf(night, linked.events))]).toEqual([
      true,
      false
    ])
    const keep = KeepEscalationsApart.make({ escalation: night, other: day })
    const kept = twice.at("2016-03-25T08:00", keep)
    expect(stateOf(night, kept.events)).toMatchObject({ stage: "Raised", keptApart: [day] })
    given(kept.events).at("2016-03-25T08:05").by(as(sam)).when(keep).isRefusedWhile("Raised")
    given(kept.events).at("2016-03-25T08:05").by(as(sam))
      .when(KeepEscalationsApart.make({ escalation: day, other: night })).isRefusedWhile("Raised")
    given(twice.events).at("2016-03-25T08:05").by(as(sam))
      .when(KeepEscalationsApart.make({ escalation: day, other: day })).isRefusedWhile("Raised")
    given(twice.events).at("2016-03-25T08:05").by(as(sam))
      .when(KeepEscalationsApart.make({ escalation: day, other: id(99) })).isRefusedWhile("Unknown")
    // It may turn out later that they are one matter after all
    given(kept.events).at("2016-03-25T09:00").by(as(sam))
      .when(LinkEscalations.make({ escalation: night, other: day })).isAccepted()
  })
})
