/**
 * Who raised an escalation turns out to have been somebody else: what is put right, what stays, and that nobody goes on
 * being told what became of a concern that was not theirs.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { matches } from "../language/Query.ts"
import { fold } from "../language/View.ts"
import { whatCounts } from "../record/whatCounts.ts"
import { given } from "../testing.ts"
import {
  id,
  lee,
  legacy,
  listener,
  max,
  maxsRole,
  mo,
  mosRole,
  scheme,
  stateIn,
  wes,
  will
} from "../testing/SmallPrison.ts"
import { answering, as, nina } from "../testing/SmallRoutes.ts"
import { timeOf } from "../testing/Story.ts"
import { Escalation, isRaiserTold } from "./Escalation.ts"
import { CorrectEscalation, StrikeOutEscalationEntry } from "./EscalationCorrections.ts"
import { CloseEscalation, InformEscalationRaiser, ResolveEscalation } from "./EscalationEnd.ts"
import { AcknowledgeEscalation } from "./EscalationOwnership.ts"
import { RaiseEscalation, RaiseEscalationWithoutContent } from "./EscalationRaising.ts"
import { EscalationsConcerning } from "./EscalationsConcerning.ts"
import { CorrectEscalationRaiser } from "./RaiserCorrection.ts"

const escalation = id(71)
const reason = "A slip"
const correct = (more: Partial<Parameters<typeof CorrectEscalationRaiser.make>[0]>): Given =>
  CorrectEscalationRaiser.make({ escalation, reason, ...more })

const workers = answering.on("2015-10-05", legacy(maxsRole, max), legacy(mosRole, mo))

/** Nina wrote it down as Max's on Thursday 24 March 2016 at 10:00, who heard it from Will; and she has it in hand. */
const raised = workers.by(as(nina, "healthcare")).at(
  "2016-03-24T10:00",
  RaiseEscalation.make({
    escalation,
    scheme,
    category: "HEALTH",
    urgency: "SAME_DAY",
    basis: "AGREED",
    appointment: maxsRole,
    heardFrom: will
  })
)
const resolved = raised.at("2016-03-24T10:10", AcknowledgeEscalation.make({ escalation }))
  .at("2016-03-24T11:00", ResolveEscalation.make({ escalation, done: "Seen" }))
const told = resolved.at(
  "2016-03-24T11:10",
  InformEscalationRaiser.make({ escalation, means: "IN_PERSON", told: "He is looked after" })
)

const stateOf = (events: ReadonlyArray<Happened>) => stateIn(Escalation, escalation, events)
const saysOf = (events: ReadonlyArray<Happened>, command: Given): string | undefined => {
  const { decision } = given(events).at("2016-03-24T12:00").by(as(nina, "healthcare")).when(command)
  return decision._tag === "Refused" ? decision.moment?.says : "accepted"
}

describe("who raised an escalation", () => {
  it("is put right where it was wrong, and the rest stays", () => {
    const { events } = raised.at("2016-03-24T10:05", correct({ appointment: mosRole }))
    expect(events.at(-1)).toMatchObject({
      type: "EscalationRaiserCorrected",
      at: stateOf(raised.events).raisedAt,
      corrects: stateOf(raised.events).raised,
      data: {
        appointment: mosRole,
        worker: mo,
        heardFrom: will,
        anonymous: false,
        formerAppointment: maxsRole,
        formerWorker: max,
        formerHeardFrom: will
      }
    })
    expect(stateOf(events)).toEqual({ ...stateOf(raised.events), appointment: mosRole, worker: mo })
    const after = (more: object) => stateOf(raised.at("2016-03-24T10:05", correct(more)).events)
    const whole = { appointment: maxsRole, worker: max, heardFrom: will, anonymous: false }
    expect(after({ heardFrom: wes })).toMatchObject({ ...whole, heardFrom: wes })
    expect(after({ anonymous: true })).toMatchObject({ ...whole, anonymous: true })
    expect(after({ takeOut: ["WORKER"] })).toMatchObject({ ...whole, appointment: null, worker: null })
    expect(after({ takeOut: ["HEARD_FROM"] })).toMatchObject({ ...whole, heardFrom: null })
    expect(after({ takeOut: ["WORKER", "HEARD_FROM"], anonymous: true })).toMatchObject({
      appointment: null,
      worker: null,
      heardFrom: null,
      anonymous: true
    })
  })

  it("concerns whoever was recorded before and whoever it really was", () => {
    const { events } = raised.at("2016-03-24T10:05", correct({ appointment: mosRole, heardFrom: wes }))
    expect([max, mo, will, wes].map((person) => stateIn(EscalationsConcerning, person, events)))
      .toEqual(Array.from({ length: 4 }, () => [escalation]))
    expect(events.at(-1)?.tags).toEqual(expect.arrayContaining([max, mo, will, wes].map((one) => `person:${one}`)))
  })

  it("is put right once the wrong one is no longer recorded as told, and then the right one waits to be told", () => {
    for (
      const { events } of [told, told.at("2016-03-24T11:20", CloseEscalation.make({ escalation, outcome: "SETTLED" }))]
    ) {
      const says = "On 24 March 2016 at 11:10 it was recorded that whoever raised it was told, or why not. " +
        "Strike that out first"
      expect([correct({ appointment: mosRole }), correct({ anonymous: true }), correct({ takeOut: ["WORKER"] })]
        .map((one) => saysOf(events, one))).toEqual(Array(3).fill(says))
      // Whoever told the worker is told nothing
      expect(saysOf(events, correct({ heardFrom: wes }))).toBe("accepted")
    }
    const entry = told.events.find(({ type }) => type === "EscalationRaiserInformed")?.id ?? ""
    const { events } = told.at("2016-03-24T11:30", StrikeOutEscalationEntry.make({ escalation, entry, reason }))
      .at("2016-03-24T11:31", correct({ appointment: mosRole }))
    expect([stateOf(events).worker, isRaiserTold(stateOf(events))]).toEqual([mo, false])
    given(events).at("2016-03-24T12:00").by(as(nina, "healthcare"))
      .when(CloseEscalation.make({ escalation, outcome: "SETTLED" })).isRefusedBy("ESCALATION-6")
  })

  it("names who is there, and somebody else than was recorded", () => {
    const says = (more: object) => saysOf(raised.events, correct(more))
    expect([
      says({}),
      says({ appointment: maxsRole }),
      says({ heardFrom: will }),
      says({ takeOut: ["WORKER"], appointment: mosRole }),
      says({ takeOut: ["HEARD_FROM"], heardFrom: wes }),
      says({ heardFrom: id(99) }),
      says({ appointment: id(99) })
    ]).toEqual([
      "It is recorded like this already",
      "It is recorded like this already",
      "It is recorded like this already",
      "Somebody is named and taken out in one. Give one of both",
      "Somebody is named and taken out in one. Give one of both",
      "heardFrom: nobody is registered under this id. Leave it out, or have them registered first",
      "appointment: there is no appointment under this id. Raise it at once without it: RaiseEscalation and " +
      "RaiseImmediateEscalation do not need it"
    ])
  })

  it("is put right by nobody whom it is about", () => {
    const about = raised.by(as(lee)).at(
      "2016-03-24T10:05",
      CorrectEscalation.make({ escalation, aboutStaff: nina, reason })
    )
    given(about.events).at("2016-03-24T12:00").by(as(nina, "healthcare")).when(correct({ appointment: mosRole }))
      .isRefusedBy("ESCALATION-2")
  })

  it("is no worker in a role of absolute confidence, unless nothing of it is recorded", () => {
    const listening = { ...legacy(id(81), wes), roleProfile: listener }
    const there = answering.on("2015-10-05", legacy(maxsRole, max), listening, {
      ...legacy(id(82), mo),
      roleProfile: listener
    })
    const withContent = there.by(as(nina)).at(
      "2016-03-24T10:00",
      RaiseEscalation.make({ escalation, scheme, category: "HEALTH", urgency: "SAME_DAY", basis: "AGREED" })
    )
    const without = there.by(as(nina)).at(
      "2016-03-24T10:00",
      RaiseEscalationWithoutContent.make({
        escalation,
        scheme,
        appointment: id(81),
        receiver: nina,
        means: "IN_PERSON"
      })
    )
    const at = (events: ReadonlyArray<Happened>) => given(events).at("2016-03-24T12:00").by(as(nina))
    at(withContent.events).when(correct({ appointment: id(81) })).isRefusedBy("ESCALATION-10")
    at(withContent.events).when(correct({ appointment: maxsRole })).isAccepted()
    at(without.events).when(correct({ appointment: id(82) })).isAccepted()
    at(without.events).when(correct({ appointment: maxsRole })).isRefusedBy("ESCALATION-10")
    at(without.events).when(correct({ takeOut: ["WORKER"] })).isAccepted()
  })

  it("was so on every day since it was raised, whatever other day that turned out to be", () => {
    const { events } = raised.at("2016-03-24T10:05", correct({ appointment: mosRole }))
      .at("2016-03-24T10:06", CorrectEscalation.make({ escalation, raisedAt: timeOf("2016-03-22T09:00"), reason }))
    const asAt = (day: string) => {
      const counts = whatCounts(events)
      const known = events.filter((one) => matches(Escalation.query(escalation), one) && counts(one, date(day)))
      return fold(Escalation, escalation, known as never).worker
    }
    expect(["2016-03-21", "2016-03-22", "2016-03-24"].map(asAt)).toEqual([null, mo, mo])
  })
})
