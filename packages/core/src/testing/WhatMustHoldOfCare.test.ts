/**
 * The invariants of escalations and trainers hold of histories as they should be, and each finds one that differs from
 * such a history in one thing.
 */
import { expect, it } from "vitest"
import { CorrectEscalation } from "../escalation/EscalationCorrections.ts"
import { CloseEscalation, InformEscalationRaiser, ResolveEscalation } from "../escalation/EscalationEnd.ts"
import { ReclassifyEscalation } from "../escalation/EscalationKind.ts"
import { LinkEscalations } from "../escalation/EscalationLinks.ts"
import { AcknowledgeEscalation, HandOverEscalation, RejectEscalationBack } from "../escalation/EscalationOwnership.ts"
import { RaiseEscalation, RaiseImmediateEscalation } from "../escalation/EscalationRaising.ts"
import type { Happened } from "../language/Event.ts"
import { id, kay, lee, max, scheme, will } from "./SmallPrison.ts"
import { answering, as, fill, nina, noor, sam } from "./SmallRoutes.ts"
import { invariantsOfCare } from "./WhatMustHoldOfCare.ts"

const [escalation, other] = [id(71), id(72)]
const reason = "It turned out so"
const raise = (more: Partial<Parameters<typeof RaiseEscalation.make>[0]> = {}) =>
  RaiseEscalation.make({ escalation, scheme, category: "HEALTH", urgency: "SAME_DAY", basis: "AGREED", ...more })
const reject = RejectEscalationBack.make({ escalation, reason })
const acknowledge = AcknowledgeEscalation.make({ escalation })
const handOver = HandOverEscalation.make({ escalation, receiver: nina })

const raised = answering.by(as(lee)).at("2016-03-24T10:00", raise({ subject: will, aboutStaff: sam }))
const handed = raised.at("2016-03-24T10:10", handOver)
const taken = handed.by(as(nina)).at("2016-03-24T10:20", acknowledge)
const closed = taken
  .at("2016-03-24T12:00", ResolveEscalation.make({ escalation, done: "He saw a nurse" }))
  .at("2016-03-24T12:05", InformEscalationRaiser.make({ escalation, means: "IN_PERSON", told: "He is looked after" }))
  .at("2016-03-24T12:10", CloseEscalation.make({ escalation, outcome: "SETTLED" }))
const corrected = taken.at("2016-03-24T12:00", CorrectEscalation.make({ escalation, subject: max, reason }))
const immediate = answering.by(as(lee)).at(
  "2016-03-24T10:00",
  RaiseImmediateEscalation.make({ escalation, scheme, category: "HEALTH", receiver: nina, means: "RADIO" })
)
const lowered = immediate.by(as(nina)).at(
  "2016-03-24T10:20",
  acknowledge,
  ReclassifyEscalation.make({ escalation, urgency: "SAME_DAY", agreedBy: noor, reason })
)
const linked = raised.at("2016-03-24T11:00", raise({ escalation: other, subject: will })).by(as(kay)).at(
  "2016-03-24T11:10",
  LinkEscalations.make({ escalation: other, other: escalation })
)
const rejected = handed.by(as(noor)).at("2016-03-24T10:20", reject)
const toldAgain = rejected.by(as(lee)).at("2016-03-24T10:30", handOver).by(as(nina))
  .at("2016-03-24T10:40", acknowledge)

const wrongIn = (events: ReadonlyArray<Happened>): ReadonlyArray<string> =>
  invariantsOfCare.flatMap(({ begin }) => {
    const watch = begin()
    return events.flatMap((event) => watch(event) ?? [])
  })

const changed = (events: ReadonlyArray<Happened>, type: string, change: (event: Happened) => Happened) => {
  const at = events.map((event) => event.type).lastIndexOf(type)
  return events.map((event, place) => place === at ? change(event) : event)
}
const saying = (data: Happened["data"]) => (event: Happened): Happened => ({
  ...event,
  data: { ...event.data, ...data }
})
const by = (staff: string) => (event: Happened): Happened => ({ ...event, actor: { ...event.actor, id: staff } })
const without = (events: ReadonlyArray<Happened>, type: string) => events.filter((event) => event.type !== type)

it("they hold of histories as they should be", () => {
  for (const { events } of [closed, corrected, lowered, linked, toldAgain]) expect(wrongIn(events)).toEqual([])
})

it.each<readonly [string, ReadonlyArray<Happened>, string]>([
  [
    "what is immediate and told to nobody",
    without(immediate.events, "EscalationHandedOver").concat(closed.events.slice(-1)),
    "nobody was told"
  ],
  [
    "what is made less urgent by one",
    changed(lowered.events, "EscalationReclassified", saying({ agreedBy: nina })),
    "by one person"
  ],
  ["what is closed before the raiser is told", without(closed.events, "EscalationRaiserInformed"), "closed too soon"],
  ["what is raised by whom it is about", changed(raised.events, "EscalationRaised", by(sam)), "it, or what is linked"],
  [
    "what is taken on by whom it is about",
    changed(taken.events, "EscalationAcknowledged", by(sam)),
    "it, or what is linked"
  ],
  [
    "what is handed over to whom it is about",
    changed(handed.events, "EscalationHandedOver", saying({ receiver: sam })),
    "it, or what is linked"
  ],
  [
    "what is linked by whom the other is about",
    changed(linked.events, "EscalationLinked", by(sam)),
    "it, or what is linked"
  ],
  [
    "what loses whom it was about",
    changed(corrected.events, "EscalationCorrected", ({ data, ...event }) => ({
      ...event,
      data: Object.fromEntries(Object.entries(data).filter(([name]) => name !== "formerSubject"))
    })),
    "was lost"
  ],
  [
    "what is taken on by whoever rejected it",
    changed(toldAgain.events, "EscalationAcknowledged", by(noor)),
    "had rejected it"
  ],
  ["what is taken on by whom it was rejected for", without(toldAgain.events, "EscalationHandedOver"), "had rejected it"]
])("%s is found", (_, events, says) => {
  expect(wrongIn(events).join()).toContain(says)
})

it("whoever finds that it is about themselves says so, and does nothing more", () => {
  const found = taken.at("2016-03-24T12:00", CorrectEscalation.make({ escalation, aboutStaff: nina, reason }))
  expect(wrongIn(found.events)).toEqual([])
  const goesOn = [...found.events, { ...closed.events.at(-3), actor: as(nina) } as Happened]
  expect(wrongIn(goesOn).join()).toContain("it, or what is linked")
})

it("whoever rejected it takes it on where nobody else answers", () => {
  const alone = answering.on("2015-10-01", fill("DUTY_GOVERNOR", nina), fill("HEALTHCARE", nina))
    .by(as(lee)).at("2016-03-24T10:00", raise(), handOver)
    .by(as(nina)).at("2016-03-24T10:20", reject)
    .by(as(kay)).at("2016-03-24T10:30", CorrectEscalation.make({ escalation, aboutStaff: lee, reason }))
    .by(as(nina)).at("2016-03-24T10:40", acknowledge)
  expect(alone.events.slice(-3).map(({ actor, type }) => [type, actor.id])).toEqual([
    ["EscalationRejectedBack", nina],
    ["EscalationCorrected", kay],
    ["EscalationAcknowledged", nina]
  ])
  expect(wrongIn(alone.events)).toEqual([])
})

it("nobody is accredited for what they were never judged capable of", () => {
  const told = (type: string) => ({ stream: "trainer-one", type, data: { session: "LOSS", basis: "JUDGED_HERE" } })
  const after = (...types: ReadonlyArray<string>) => wrongIn(types.map(told) as unknown as ReadonlyArray<Happened>)
  expect(after("TrainerJudgedCapable", "TrainerAccredited")).toEqual([])
  expect(after("TrainerAccredited").join()).toContain("was accredited without")
})
