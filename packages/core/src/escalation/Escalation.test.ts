/**
 * The life of an escalation: raised at once or for later, passed from hand to hand, worked on, resolved, told and closed;
 * refused at every wrong moment; put right; and what holds whatever is done in whatever order.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { RegisterLegacyWorker } from "../appointment/AppointmentEntry.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import type { Field } from "../language/Field.ts"
import { instant } from "../language/Instant.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { date } from "../language/LocalDate.ts"
import { fold } from "../language/View.ts"
import { decide } from "../OverEvents.ts"
import { RecordStaffLeaving } from "../staff/StaffLeaving.ts"
import { given, laws } from "../testing.ts"
import {
  another,
  coordinator,
  id,
  kay,
  lee,
  listener,
  max,
  maxsRole,
  scheme,
  stateIn,
  supportWorker,
  will
} from "../testing/SmallPrison.ts"
import { answering, as, dot, nina, noor, olly, sam, sue } from "../testing/SmallRoutes.ts"
import { timeOf } from "../testing/Story.ts"
import { RaiseAnonymousNote } from "./AnonymousNotes.ts"
import { Escalation, isUnacknowledged, whoHas } from "./Escalation.ts"
import { CorrectEscalation, StrikeOutEscalationEntry } from "./EscalationCorrections.ts"
import {
  CloseEscalation,
  InformEscalationRaiser,
  RecordRaiserNotInformed,
  ReopenEscalation,
  ResolveEscalation,
  WithdrawEscalation
} from "./EscalationEnd.ts"
import { EscalationReferenceRecorded } from "./EscalationEvents.ts"
import { ReclassifyEscalation } from "./EscalationKind.ts"
import { LinkEscalations } from "./EscalationLinks.ts"
import {
  AcknowledgeEscalation,
  HandOverEscalation,
  RedirectEscalation,
  RejectEscalationBack
} from "./EscalationOwnership.ts"
import { RaiseEscalation, RaiseEscalationWithoutContent, RaiseImmediateEscalation } from "./EscalationRaising.ts"
import type { Stage } from "./EscalationStage.ts"
import { escalationStatusAt } from "./escalationStatus.ts"
import { escalationSteps } from "./escalationSteps.ts"
import { CompleteEscalationAction, RecordEscalationAction, RecordEscalationReference } from "./EscalationWork.ts"

const [escalation, second] = [id(71), id(72)]
const it1 = { escalation }

const raise = (more: Partial<Parameters<typeof RaiseEscalation.make>[0]> = {}): Given =>
  RaiseEscalation.make({ escalation, scheme, category: "HEALTH", urgency: "SAME_DAY", basis: "AGREED", ...more })
const atOnce = (more: Partial<Parameters<typeof RaiseImmediateEscalation.make>[0]> = {}): Given =>
  RaiseImmediateEscalation.make({ escalation, scheme, category: "HEALTH", receiver: nina, means: "RADIO", ...more })
const handOver = (receiver: string, more: object = {}): Given => HandOverEscalation.make({ ...it1, receiver, ...more })
const acknowledge = AcknowledgeEscalation.make(it1)
const reject = RejectEscalationBack.make({ ...it1, reason: "Not for us" })
const redirect = (receiver: string, more: object = {}): Given =>
  RedirectEscalation.make({ ...it1, receiver, reason: "They know more", ...more })
const act = (owner = nina, more: object = {}): Given =>
  RecordEscalationAction.make({ ...it1, action: "See him", owner, ...more })
const refer = (more: Partial<Parameters<typeof RecordEscalationReference.make>[0]> = {}): Given =>
  RecordEscalationReference.make({ ...it1, system: "ACCT", ...more })
const resolve = ResolveEscalation.make({ ...it1, done: "He saw a nurse" })
const tell = InformEscalationRaiser.make({ ...it1, means: "IN_PERSON", told: "He is looked after" })
const cannotTell = RecordRaiserNotInformed.make({ ...it1, why: "RELEASED" })
const close = CloseEscalation.make({ ...it1, outcome: "SETTLED" })
const reopen = ReopenEscalation.make({ ...it1, news: "It began again" })
const withdraw = WithdrawEscalation.make({ ...it1, reason: "A misunderstanding" })
const reclassify = (more: Partial<Parameters<typeof ReclassifyEscalation.make>[0]>): Given =>
  ReclassifyEscalation.make({ ...it1, reason: "It turned out so", ...more })
const correct = (more: Partial<Parameters<typeof CorrectEscalation.make>[0]> = {}): Given =>
  CorrectEscalation.make({ ...it1, raisedAt: timeOf("2016-03-24T10:00"), reason: "A slip", ...more })
const strike = (entry: string): Given => StrikeOutEscalationEntry.make({ ...it1, entry, reason: "A slip" })

const stateOf = (events: ReadonlyArray<Happened>, of = escalation) => stateIn(Escalation, of, events)
const stageOf = (events: ReadonlyArray<Happened>, of = escalation): Stage => stateOf(events, of).stage

/** Lee raised it for Nina on Thursday 24 March 2016 at 10:00; it is due at 14:00. */
const raised = answering.by(as(lee)).at("2016-03-24T10:00", raise())
const handed = raised.at("2016-03-24T10:10", handOver(nina))
const taken = handed.by(as(nina, "healthcare")).at("2016-03-24T11:00", acknowledge)
const immediate = answering.by(as(lee)).at("2016-03-24T10:00", atOnce())

describe("an escalation", () => {
  it("goes from being raised to being closed, and whoever raised it is told", () => {
    const { events } = taken
      .at("2016-03-24T11:05", act(nina, { dueOn: date("2016-03-24") }))
      .at("2016-03-24T12:00", refer({ system: "HEALTH" }), resolve)
      .at("2016-03-24T12:05", tell)
      .at("2016-03-24T12:10", close)
    expect(events.slice(answering.events.length).map(({ type }) => type)).toEqual([
      "EscalationRaised",
      "EscalationHandedOver",
      "EscalationAcknowledged",
      "EscalationActionRecorded",
      "EscalationReferenceRecorded",
      "EscalationResolved",
      "EscalationRaiserInformed",
      "EscalationClosed"
    ])
    expect(stateOf(events)).toMatchObject({ stage: "Closed", raisedBy: lee, raisedAt: "2016-03-24T10:00:00.000Z" })
    expect(events.at(-1)).toMatchObject({ on: "2016-03-24", at: "2016-03-24T12:10:00.000Z" })
    given(events).at("2016-03-25T09:00").when(reopen).isAccepted("EscalationReopened")
  })

  it("is where its entries leave it", () => {
    const stages = [
      raised,
      handed,
      taken,
      taken.at("2016-03-24T11:05", act()),
      taken.at("2016-03-24T11:05", refer()),
      taken.at("2016-03-24T11:05", resolve),
      handed.by(as(nina)).at("2016-03-24T10:20", reject)
    ]
    expect(stages.map(({ events }) => stageOf(events))).toEqual(
      ["Raised", "HandedOver", "Acknowledged", "InProgress", "AwaitingOtherSystem", "Resolved", "RejectedBack"]
    )
    // What is done before anybody acknowledged it does not stop the clock
    expect(stageOf(handed.at("2016-03-24T10:20", refer(), act()).events)).toBe("HandedOver")
  })

  it("allows at each stage what the table says, and refuses the rest while it is there", () => {
    const commands = [
      handOver(sam),
      acknowledge,
      reject,
      redirect(sam),
      act(),
      refer(),
      resolve,
      tell,
      close,
      reopen,
      withdraw,
      raise(),
      reclassify({ urgency: "ROUTINE" })
    ]
    const resolved = taken.at("2016-03-24T11:05", resolve)
    const closed = resolved.at("2016-03-24T11:10", tell, close)
    const stories = [
      raised,
      handed,
      handed.by(as(nina)).at("2016-03-24T10:20", reject),
      taken,
      resolved,
      closed,
      raised.at("2016-03-24T10:20", withdraw)
    ]
    for (const { events } of stories) {
      const { stage } = stateOf(events)
      for (const command of commands.filter(({ _tag }) => !escalationSteps[stage].includes(_tag))) {
        given(events).at("2016-03-24T12:00").by(as(nina)).when(command).isRefusedWhile(stage)
      }
    }
    expect(stories.map(({ events }) => stageOf(events)))
      .toEqual(["Raised", "HandedOver", "RejectedBack", "Acknowledged", "Resolved", "Closed", "Withdrawn"])
    given(answering.events).at("2016-03-24T12:00").when(acknowledge).isRefusedWhile("Unknown")
  })

  it("happens after it was raised, and not ahead of the clock", () => {
    const early = AcknowledgeEscalation.make({ ...it1, at: timeOf("2016-03-24T09:59") })
    given(handed.events).at("2016-03-24T11:00").by(as(nina)).when(early).isRefusedWhile("HandedOver")
    const ahead = AcknowledgeEscalation.make({ ...it1, at: timeOf("2016-03-24T11:01") })
    given(handed.events).at("2016-03-24T11:00").by(as(nina)).when(ahead).isRefusedBy("RECORD-3")
      .says(
        "RECORD-3",
        "This has not happened yet: it is 24 March 2016 at 11:00. Record it at 24 March 2016 at 11:01 or later"
      )
  })
})

describe("raising", () => {
  it("keeps apart who raised it and from whom it was heard, and says no more in public than the way it goes", () => {
    const { events } = answering.on(
      "2015-10-05",
      RegisterLegacyWorker.make({
        appointment: maxsRole,
        person: max,
        scheme,
        roleProfile: supportWorker,
        inRoleSince: date("2014-01-06"),
        waiverUntil: date("2016-09-30"),
        attestedBy: kay,
        on: date("2015-10-05")
      })
    ).by(as(lee)).at(
      "2016-03-24T10:00",
      raise({ appointment: maxsRole, heardFrom: will, subject: will, place: "C_WING", concern: "Chest pain" })
    )
    expect(events.at(-1)?.data).toEqual({
      establishment: "ZZI",
      scheme,
      subject: will,
      place: "C_WING",
      appointment: maxsRole,
      worker: max,
      heardFrom: will,
      anonymous: false,
      route: "HEALTHCARE",
      urgency: "SAME_DAY",
      acknowledgeBy: "2016-03-24T14:00:00.000Z"
    })
  })

  it("of something immediate names who was told in the same act, and needs no text", () => {
    const { decision } = given(answering.events).at("2016-03-24T21:40").when(atOnce())
      .isAccepted("EscalationRaised", "EscalationHandedOver")
    expect(decision).toMatchObject({
      events: [{ data: { urgency: "IMMEDIATE", acknowledgeBy: "2016-03-24T21:55:00.000Z" } }, {
        at: "2016-03-24T21:40:00.000Z",
        data: { receiver: nina, means: "RADIO" }
      }]
    })
    given(answering.events).at("2016-03-24T21:40").when(atOnce({ receiver: id(99) })).isRefusedBy("STAFF-1")
    expect(() => atOnce({ receiver: undefined as never })).toThrow("receiver is missing")
    expect(() => atOnce({ means: "WRITING" as never })).toThrow("means must be one of IN_PERSON, RADIO, TELEPHONE")
  })

  it("without agreement needs a ground", () => {
    given(answering.events).at("2016-03-24T10:00").when(raise({ basis: "NONE" })).isRefusedBy("ESCALATION-8")
    given(answering.events).at("2016-03-24T10:00").when(raise({ basis: "LIFE_AT_RISK" })).isAccepted()
  })

  it("of a note without a name is for later only once it was read for a danger, and at once where it tells of one", () => {
    const at = given(answering.events).at("2016-03-24T10:00")
    at.when(raise({ anonymous: true })).isRefusedBy("ESCALATION-15")
    at.when(raise({ anonymous: true, danger: true })).isRefusedBy("ESCALATION-15")
    at.when(raise({ danger: true })).isRefusedBy("ESCALATION-15")
    at.when(raise({ anonymous: true, danger: false })).isAccepted()
    const note = { escalation, scheme, place: "C_WING", receiver: nina, means: "IN_PERSON" } as const
    const { decision } = at.when(RaiseAnonymousNote.make(note)).isAccepted("EscalationRaised", "EscalationHandedOver")
    const place = { place: "C_WING", anonymous: true, urgency: "IMMEDIATE" }
    expect(decision).toMatchObject({
      events: [{ data: { ...place, route: "SAFER_CUSTODY" } }, { data: { receiver: nina } }]
    })
    const { events } = answering.at(
      "2016-03-24T10:00",
      RaiseAnonymousNote.make({ ...note, category: "HEALTH", whereTheyAre: "Cell 12" })
    )
    expect(stateOf(events)).toMatchObject({ subject: null, heardFrom: null, worker: null, place: "C_WING" })
    expect(stateOf(events).classified?.route).toBe("HEALTHCARE")
    // In the log stands the unit, and not the cell
    expect(JSON.stringify(events)).not.toContain("Cell 12")
    expect(() => RaiseAnonymousNote.make({ ...note, place: undefined as never })).toThrow("place is missing")
  })

  it.for(
    [
      ["SUICIDE_SELF_HARM", "SAFER_CUSTODY"],
      ["HEALTH", "HEALTHCARE"],
      ["SOCIAL_CARE", "SOCIAL_CARE"],
      ["SAFEGUARDING_ADULT", "SAFEGUARDING"],
      ["SAFEGUARDING_CHILD", "CHILD_SAFEGUARDING"],
      ["VIOLENCE_BULLYING", "SAFER_CUSTODY"],
      ["EXPLOITATION_OF_WORKER", "SAFER_CUSTODY"],
      ["EXPLOITATION_BY_WORKER", "SAFER_CUSTODY"],
      ["STAFF_CONDUCT", "CONDUCT"],
      ["CONFIDENTIALITY_BREACH", "CONDUCT"],
      ["ENVIRONMENT_EQUIPMENT", "SCHEME"],
      ["SERVICE_GAP", "SCHEME"],
      ["OTHER", "SCHEME"]
    ] as const
  )("of %s goes the way of %s", ([category, route]) => {
    const { events } = answering.at("2016-03-24T10:00", raise({ category }))
    expect(stateOf(events).classified?.route).toBe(route)
    // What is about a member of staff never goes the way of the scheme, which may be theirs
    const about = stateOf(answering.at("2016-03-24T10:00", raise({ category, aboutStaff: sam })).events)
    expect(about.classified?.route).toBe(route === "SCHEME" ? "CONDUCT" : route)
  })

  it("says where nobody holds the post, and accepts it all the same", () => {
    const { decision } = given(answering.events).at("2016-03-24T10:00").when(raise({ category: "SOCIAL_CARE" }))
      .isAccepted()
    expect(decision.judged.find(({ rule }) => rule === "ROUTE-2")?.held).toBe(false)
  })

  it("in a role of absolute confidence has no field for content", () => {
    const { events } = answering.on(
      "2015-10-05",
      RegisterLegacyWorker.make({
        appointment: maxsRole,
        person: max,
        scheme,
        roleProfile: listener,
        inRoleSince: date("2014-01-06"),
        waiverUntil: date("2016-09-30"),
        attestedBy: kay,
        on: date("2015-10-05")
      })
    )
    const told = { escalation, scheme, appointment: maxsRole, receiver: lee, means: "IN_PERSON" } as const
    const without = RaiseEscalationWithoutContent.make(told)
    const at = given(events).at("2016-03-24T10:00")
    at.when(raise({ appointment: maxsRole })).isRefusedBy("ESCALATION-10")
    at.when(atOnce({ appointment: maxsRole })).isRefusedBy("ESCALATION-10")
    at.when(without).isAccepted("EscalationRaised", "EscalationHandedOver")
    const personal = Object.values<Field>(RaiseEscalationWithoutContent.fields).filter((field) =>
      field.classification === "personal"
    )
    expect(personal).toEqual([])
    const worker = RegisterLegacyWorker.make({
      appointment: another,
      person: will,
      scheme,
      roleProfile: supportWorker,
      inRoleSince: date("2014-01-06"),
      waiverUntil: date("2016-09-30"),
      attestedBy: kay,
      on: date("2015-10-05")
    })
    const both = answering.on("2015-10-05", worker).events
    given(both).at("2016-03-24T10:00").when(RaiseEscalationWithoutContent.make({ ...told, appointment: another }))
      .isRefusedBy("ESCALATION-10")
    given(events).at("2016-03-24T10:00").when(raise({ appointment: another })).isRefusedWhile("Unknown")
  })
})

describe("an owner", () => {
  it("acknowledges: whoever was told, their cover, or whom the ladder has reached", () => {
    const mayAt = (time: string) =>
      [nina, noor, dot, olly, sam, lee].filter((staff) =>
        given(handed.events).at(time).by(as(staff)).when(acknowledge).decision._tag === "Accepted"
      )
    expect(mayAt("2016-03-24T14:00")).toEqual([nina, noor])
    // Steps of 240 minutes: the cover from 14:00 on; at work until 17:00, then the orderly officer; 18:00 the next
    expect(mayAt("2016-03-24T14:01")).toEqual([nina, noor])
    expect(mayAt("2016-03-24T17:01")).toEqual([nina, dot, olly])
    given(handed.events).at("2016-03-24T11:00").by(as(sam)).when(acknowledge).isRefusedBy("ESCALATION-3")
    // Nobody was told yet: whoever holds the post may take it on
    given(raised.events).at("2016-03-24T10:01").by(as(nina)).when(acknowledge).isAccepted()
  })

  it("rejects back to whoever passed it on, or to their cover once they have gone home; the deadline stands", () => {
    const back = (by: string, time: string) => {
      const story = answering.by(as(by)).at("2016-03-24T16:30", raise(), handOver(nina))
      return stateOf(story.by(as(nina)).at(time, reject).events)
    }
    expect(whoHas(back(lee, "2016-03-24T16:50"))).toBe(lee)
    // Work ends at 17:00. Kay holds a post that Lee covers; Lee's own is covered by Sue; Sam's by Sue
    expect([kay, lee, sam, noor].map((by) => whoHas(back(by, "2016-03-24T17:20")))).toEqual([lee, sue, sue, olly])
    expect(back(lee, "2016-03-24T17:20").classified?.acknowledgeBy).toBe("2016-03-24T20:30:00.000Z")
    // Sue has left, so it is with whoever is there at night
    const left = answering.on("2016-03-24", RecordStaffLeaving.make({ staff: sue, on: date("2016-03-24") }))
      .by(as(lee)).at("2016-03-24T16:30", raise(), handOver(nina)).by(as(nina)).at("2016-03-24T17:20", reject)
    expect(whoHas(stateOf(left.events))).toBe(olly)
    given(left.events).at("2016-03-24T17:30").by(as(olly)).when(handOver(dot)).isAccepted("EscalationHandedOver")
    given(left.events).at("2016-03-24T17:30").by(as(nina)).when(handOver(dot)).isRefusedBy("ESCALATION-3")
  })

  it("does not give it back to whoever rejected it, or let it go", () => {
    // Sue covers for Lee and for Sam. She was told and rejects it after work, or covers for whoever was told
    const { events } = answering.by(as(lee)).at("2016-03-24T16:30", raise(), handOver(sue))
      .by(as(sue)).at("2016-03-24T17:20", reject)
    expect(whoHas(stateOf(events))).toBe(olly)
    const during = answering.by(as(lee)).at("2016-03-24T15:30", raise(), handOver(sue))
      .by(as(sue)).at("2016-03-24T16:00", reject)
    expect(whoHas(stateOf(during.events))).toBe(lee)
  })

  it("never rejects what is immediate, and redirects it only by telling somebody", () => {
    const at = given(immediate.events).at("2016-03-24T10:05").by(as(nina))
    at.when(reject).isRefusedBy("ESCALATION-4")
    at.when(redirect(noor)).isRefusedBy("ESCALATION-1")
    at.when(redirect(noor, { means: "WRITING" })).isRefusedBy("ESCALATION-1")
    at.when(redirect(noor, { means: "TELEPHONE" })).isAccepted("EscalationRedirected")
    at.when(redirect(nina, { means: "TELEPHONE" })).isRefusedWhile("HandedOver")
  })

  it("who has left leaves it to whoever holds the post", () => {
    const { events } = taken.on("2016-03-25", RecordStaffLeaving.make({ staff: nina, on: date("2016-03-25") }))
    given(events).at("2016-03-25T10:00").by(as(noor)).when(resolve).isAccepted()
    given(events).at("2016-03-25T10:00").by(as(dot)).when(redirect(sam)).isAccepted()
    given(events).at("2016-03-25T10:00").by(as(lee)).when(resolve).isRefusedBy("ESCALATION-3")
    given(taken.events).at("2016-03-25T10:00").by(as(dot)).when(resolve).isRefusedBy("ESCALATION-3")
  })

  it("redirects after acknowledging with a deadline of its own", () => {
    const { events } = taken.at("2016-03-24T15:00", redirect(sam))
    expect(stateOf(events)).toMatchObject({
      stage: "HandedOver",
      classified: { acknowledgeBy: "2016-03-24T19:00:00.000Z" }
    })
    expect(stateOf(handed.by(as(nina)).at("2016-03-24T13:00", redirect(sam)).events).classified?.acknowledgeBy)
      .toBe("2016-03-24T14:00:00.000Z")
  })
})

describe("a concern about a member of staff", () => {
  const about = answering.by(as(lee)).at("2016-03-24T10:00", raise({ aboutStaff: nina }))

  it("is handled by nobody whom it is about, and named to nobody whom it is about", () => {
    const commands = [
      acknowledge,
      handOver(sam),
      act(sam),
      refer(),
      withdraw,
      reclassify({ urgency: "ROUTINE" }),
      correct({ place: "B_WING" })
    ]
    for (const command of commands) {
      const { decision } = given(about.events).at("2016-03-24T11:00").by(as(nina)).when(command)
      expect([command._tag, decision.judged.find(({ rule }) => rule === "ESCALATION-2")?.held])
        .toEqual([command._tag, false])
    }
    given(about.events).at("2016-03-24T11:00").by(as(lee)).when(handOver(nina)).isRefusedBy("ESCALATION-2")
      .says("ESCALATION-2", "Name somebody else: it is about the one who was named")
    given(answering.events).at("2016-03-24T10:00").by(as(nina)).when(raise({ aboutStaff: nina })).isRefusedBy(
      "ESCALATION-2"
    )
    given(answering.events).at("2016-03-24T10:00").by(as(lee)).when(atOnce({ aboutStaff: nina })).isRefusedBy(
      "ESCALATION-2"
    )
  })

  it("that is corrected to be about somebody else is handled by neither, and given to neither", () => {
    const { events } = about.at("2016-03-24T11:00", correct({ aboutStaff: sam }))
    expect(stateOf(events)).toMatchObject({ aboutStaff: sam })
    given(events).at("2016-03-24T11:05").by(as(nina)).when(acknowledge).isRefusedBy("ESCALATION-2", "ESCALATION-3")
    given(events).at("2016-03-24T11:05").by(as(sam)).when(act()).isRefusedBy("ESCALATION-2")
    for (const one of [nina, sam]) {
      given(events).at("2016-03-24T11:05").by(as(lee)).when(handOver(one)).isRefusedBy("ESCALATION-2")
    }
  })
})

describe("adult safeguarding in an English prison", () => {
  const concern = answering.by(as(lee)).at("2016-03-24T10:00", raise({ category: "SAFEGUARDING_ADULT" }))

  it("goes to the nominated manager or their cover", () => {
    const at = given(concern.events).at("2016-03-24T10:05").by(as(lee))
    at.when(handOver(nina)).isRefusedBy("ESCALATION-11")
    at.when(handOver(sam)).isAccepted()
    at.when(handOver(sue)).isAccepted()
  })

  it("about the nominated manager goes to the duty governor, and neither to them nor to their cover", () => {
    const about = answering.by(as(lee)).at(
      "2016-03-24T10:00",
      raise({ category: "SAFEGUARDING_ADULT", aboutStaff: sam })
    )
    const at = given(about.events).at("2016-03-24T10:05").by(as(lee))
    at.when(handOver(sam)).isRefusedBy("ESCALATION-11", "ESCALATION-2")
    at.when(handOver(sue)).isRefusedBy("ESCALATION-11")
    at.when(handOver(dot)).isAccepted()
  })

  it("is told to whoever is there when it is immediate", () => {
    given(answering.events).at("2016-03-24T22:00").when(atOnce({ category: "SAFEGUARDING_ADULT", receiver: olly }))
      .isAccepted()
  })

  it("is never withdrawn", () => {
    given(concern.events).at("2016-03-24T10:05").by(as(lee)).when(withdraw).isRefusedBy("ESCALATION-7")
    given(immediate.events).at("2016-03-24T10:05").by(as(lee)).when(withdraw).isRefusedBy("ESCALATION-7")
    given(raised.events).at("2016-03-24T10:05").by(as(lee)).when(withdraw).isAccepted()
    given(raised.events).at("2016-03-24T10:05").by(as(sam)).when(withdraw).isRefusedBy("ESCALATION-3")
  })

  it("is taken back by whoever raised it also while it is with somebody else, and that stands in the evidence", () => {
    const { decision } = given(handed.events).at("2016-03-24T10:15").by(as(lee)).when(withdraw).isAccepted()
    expect(decision.judged.find(({ rule }) => rule === "ESCALATION-3")?.facts)
      .toEqual({ withThem: false, takesBackTheirOwn: true, onlyMoreUrgent: false })
  })
})

describe("reclassifying", () => {
  it("makes what was immediate less urgent only with a second person", () => {
    const at = given(immediate.events).at("2016-03-24T10:05").by(as(nina))
    at.when(reclassify({ urgency: "SAME_DAY" })).isRefusedBy("ESCALATION-5")
    at.when(reclassify({ urgency: "SAME_DAY", agreedBy: nina })).isRefusedBy("ESCALATION-5")
    at.when(reclassify({ urgency: "SAME_DAY", agreedBy: sam })).isAccepted("EscalationReclassified")
    // Where one person would do, nobody stands in the record as agreeing with themselves
    const handling = given(handed.events).at("2016-03-24T10:15").by(as(nina))
    handling.when(reclassify({ urgency: "ROUTINE", agreedBy: nina })).isRefusedBy("ESCALATION-5")
      .says("ESCALATION-5", "You cannot agree with yourself. Name another member of staff who agreed")
    handling.when(reclassify({ urgency: "ROUTINE", agreedBy: sam })).isAccepted("EscalationReclassified")
    // In time it may be acknowledged within four hours of when it was raised; once it is overdue it stays so
    const later = (time: string) =>
      stateOf(immediate.by(as(nina)).at(time, reclassify({ urgency: "SAME_DAY", agreedBy: sam })).events)
        .classified?.acknowledgeBy
    expect([later("2016-03-24T10:15"), later("2016-03-24T10:16")])
      .toEqual(["2016-03-24T14:00:00.000Z", "2016-03-24T10:15:00.000Z"])
  })

  it("makes it immediate by telling somebody in the same act, whoever notices", () => {
    const at = given(raised.events).at("2016-03-24T11:00").by(as(sam))
    at.when(reclassify({ urgency: "IMMEDIATE" })).isRefusedBy("ESCALATION-1")
    at.when(reclassify({ urgency: "IMMEDIATE", receiver: olly, means: "RADIO" }))
      .isAccepted("EscalationReclassified", "EscalationHandedOver")
    at.when(reclassify({ urgency: "ROUTINE" })).isRefusedBy("ESCALATION-3")
  })

  it("sends it another way, and says where nothing is new", () => {
    const story = handed.by(as(nina)).at("2016-03-24T11:00", reclassify({ category: "SAFEGUARDING_CHILD" }))
    expect(stateOf(story.events).classified).toEqual({
      route: "CHILD_SAFEGUARDING",
      urgency: "SAME_DAY",
      acknowledgeBy: "2016-03-24T14:00:00.000Z"
    })
    given(handed.events).at("2016-03-24T11:00").by(as(nina)).when(reclassify({ urgency: "SAME_DAY" })).isRefusedWhile(
      "HandedOver"
    )
  })
})

describe("work", () => {
  it("has an owner and a day, and is overdue after that day until it is done", () => {
    const due = taken.at("2016-03-24T11:05", act(nina, { dueOn: date("2016-03-29") }))
    const status = (time: string, { events } = due) => escalationStatusAt(stateOf(events), timeOf(time))
    expect([status("2016-03-29T23:59"), status("2016-03-30T00:00")]).toEqual(["InProgress", "ActionOverdue"])
    const action = stateOf(due.events).entries.at(-1)?.event ?? ""
    const done = due.at("2016-03-30T09:00", CompleteEscalationAction.make({ ...it1, action }))
    expect(status("2016-03-30T09:01", done)).toBe("InProgress")
    given(done.events).at("2016-03-30T10:00").when(CompleteEscalationAction.make({ ...it1, action })).isRefusedWhile(
      "InProgress"
    )
    given(taken.events).at("2016-03-24T12:00").when(act(nina, { dueOn: date("2016-03-23") })).isRefusedBy("RECORD-2")
  })

  it("is referred to a CSIP with everything it asks, and to an ACCT with nothing at all", () => {
    const incident = {
      incidentOn: date("2016-03-23"),
      incidentType: "BULLYING",
      incidentPlace: "C wing, the servery",
      areaOfWork: "Residential",
      description: "Debt",
      involvement: "He was pressed by two men"
    } as const
    const at = given(taken.events).at("2016-03-24T12:00")
    at.when(refer({ system: "CSIP", ...incident })).isAccepted()
    for (const name of Object.keys(incident)) {
      const { [name as keyof typeof incident]: _, ...rest } = incident
      at.when(refer({ system: "CSIP", ...rest })).isRefusedBy("ESCALATION-9")
    }
    at.when(refer({ system: "ACCT" })).isAccepted()
    // Of an ACCT the log says only that something is held elsewhere
    expect(
      Object.values(EscalationReferenceRecorded.fields).filter(({ classification }) => classification !== "personal")
    )
      .toHaveLength(2)
  })
})

describe("two escalations of one matter", () => {
  const reported = handed.by(as(sam)).at("2016-03-24T12:00", atOnce({ escalation: second, receiver: olly }))
  const link = LinkEscalations.make({ escalation, other: second })

  it("are linked, and the safer goes on with the higher urgency and the earlier times", () => {
    const { events } = reported.by(coordinator).at("2016-03-24T12:05", link)
    expect([stageOf(events), stateOf(events).into, stageOf(events, second)]).toEqual(["Linked", second, "HandedOver"])
    expect(stateOf(events, second)).toMatchObject({
      raisedAt: "2016-03-24T10:00:00.000Z",
      duplicates: [escalation],
      classified: { urgency: "IMMEDIATE", acknowledgeBy: "2016-03-24T12:15:00.000Z" }
    })
    // Whichever is named first
    const turned = reported.at("2016-03-24T12:05", LinkEscalations.make({ escalation: second, other: escalation }))
    expect([stageOf(turned.events), stageOf(turned.events, second)]).toEqual(["Linked", "HandedOver"])
    given(events).at("2016-03-24T12:06").when(link).isRefusedWhile("Linked")
    given(reported.events).at("2016-03-24T12:06").when(LinkEscalations.make({ escalation, other: escalation }))
      .isRefusedWhile("HandedOver")
  })

  it("of the same urgency go on in the one that was raised first", () => {
    const twice = handed.at("2016-03-24T12:00", raise({ escalation: second }))
    const { events } = twice.at("2016-03-24T12:05", LinkEscalations.make({ escalation: second, other: escalation }))
    expect([stageOf(events), stageOf(events, second)]).toEqual(["HandedOver", "Linked"])
  })

  it("come apart again where the link was made in error", () => {
    const { events } = reported.at("2016-03-24T12:05", link)
    const entry = stateOf(events).entries.at(-1)?.event ?? ""
    const apart = reported.at("2016-03-24T12:05", link).at("2016-03-24T12:06", strike(entry)).events
    expect([stageOf(apart), stateOf(apart).into]).toEqual(["HandedOver", null])
  })
})

describe("the end", () => {
  const resolved = taken.at("2016-03-24T12:00", resolve)

  it("needs that whoever raised it was told, or why not", () => {
    given(resolved.events).at("2016-03-24T12:05").by(as(nina)).when(close).isRefusedBy("ESCALATION-6")
    given(resolved.at("2016-03-24T12:01", cannotTell).events).at("2016-03-24T12:05").by(as(nina)).when(close)
      .isAccepted()
    given(resolved.at("2016-03-24T12:01", tell).events).at("2016-03-24T12:05").when(cannotTell).isRefusedWhile(
      "Resolved"
    )
    given(resolved.at("2016-03-24T12:01", tell).events).at("2016-03-24T12:05").by(as(sam)).when(close).isRefusedBy(
      "ESCALATION-3"
    )
    const anonymous = answering.by(as(lee)).at(
      "2016-03-24T10:00",
      raise({ anonymous: true, danger: false }),
      handOver(nina)
    )
      .by(as(nina)).at("2016-03-24T11:00", acknowledge, resolve)
    given(anonymous.events).at("2016-03-24T12:05").when(tell).isRefusedWhile("Resolved")
    given(anonymous.events).at("2016-03-24T12:05").when(cannotTell).isAccepted()
  })

  it("is opened again by something new, and then they are told again", () => {
    const again = resolved.at("2016-03-24T12:01", tell, close).at("2016-03-25T09:00", reopen).at(
      "2016-03-25T10:00",
      resolve
    )
    given(again.events).at("2016-03-25T11:00").by(as(nina)).when(close).isRefusedBy("ESCALATION-6")
  })
})

describe("what was recorded wrongly", () => {
  it("is put right: whom it is about and when it was raised, and the deadline only comes nearer", () => {
    const at = given(raised.events).at("2016-03-24T11:00").by(as(lee))
    at.when(correct()).isRefusedWhile("Raised")
    at.when(correct({ raisedAt: timeOf("2016-03-24T11:01") })).isRefusedBy("RECORD-3")
    const deadlineAfter = (time: string) =>
      stateOf(raised.at("2016-03-24T11:00", correct({ subject: will, raisedAt: timeOf(time) })).events)
    expect(deadlineAfter("2016-03-24T09:00")).toMatchObject({
      subject: will,
      raisedAt: "2016-03-24T09:00:00.000Z",
      classified: { acknowledgeBy: "2016-03-24T13:00:00.000Z" }
    })
    expect(deadlineAfter("2016-03-24T10:30").classified?.acknowledgeBy).toBe("2016-03-24T14:00:00.000Z")
  })

  it("names nobody who is unknown: to raise it says how to do without, and to put it right to leave them out", () => {
    const [person, staff] = ["nobody is registered under this id", "no member of staff is registered under this id"]
    const said = (command: Given, before: typeof raised) => {
      const { decision } = given(before.events).at("2016-03-24T11:00").by(as(lee)).when(command)
      return decision._tag === "Refused" ? decision.moment?.says : null
    }
    expect([
      said(raise({ subject: id(99) }), answering),
      said(raise({ heardFrom: id(99) }), answering),
      said(raise({ aboutStaff: id(99) }), answering),
      said(raise({ appointment: id(99) }), answering)
    ]).toEqual([
      `subject: ${person}. Raise it at once without it, and say the wing or unit instead`,
      `heardFrom: ${person}. Raise it at once without it`,
      `aboutStaff: ${staff}. If it cannot wait, raise it without it, tell whoever receives it whom it is about, and ` +
      "correct it once they are registered",
      "appointment: there is no appointment under this id. Raise it at once without it: RaiseEscalation and " +
      "RaiseImmediateEscalation do not need it"
    ])
    expect([said(correct({ subject: id(99) }), raised), said(correct({ aboutStaff: id(99) }), raised)]).toEqual([
      `subject: ${person}. Leave it out, or have them registered first`,
      `aboutStaff: ${staff}. Leave it out, or have them registered first`
    ])
  })

  it("is put right only where it was wrong: what a correction leaves out stays, and what is to go is taken out by name", () => {
    const whole = answering.by(as(lee)).at(
      "2016-03-24T10:00",
      raise({ subject: will, aboutStaff: sam, place: "C_WING" })
    )
    const asRecorded = { subject: will, aboutStaff: sam, place: "C_WING", raisedAt: timeOf("2016-03-24T10:00") }
    const what = { subject: "SUBJECT", aboutStaff: "STAFF", place: "PLACE" } as const
    const right = { subject: max, aboutStaff: nina, place: "B_WING", raisedAt: timeOf("2016-03-24T09:30") }
    const after = (more: object) =>
      stateOf(whole.at("2016-03-24T11:00", CorrectEscalation.make({ ...it1, reason: "A slip", ...more })).events)
    for (const name of ["subject", "aboutStaff", "place", "raisedAt"] as const) {
      expect(after({ [name]: right[name] })).toMatchObject({ ...asRecorded, [name]: right[name] })
      if (name === "raisedAt") continue
      expect(after({ takeOut: [what[name]] })).toMatchObject({ ...asRecorded, [name]: null })
      const both = { ...it1, reason: "A slip", takeOut: [what[name]], [name]: right[name] }
      const { decision } = given(whole.events).at("2016-03-24T11:00").by(as(lee)).when(CorrectEscalation.make(both))
        .isRefusedWhile("Raised")
      expect(decision).toMatchObject({
        moment: { says: `${name}: it is named and taken out in one. Give one of both` }
      })
    }
    expect(after({ takeOut: ["SUBJECT", "STAFF", "PLACE"], raisedAt: right.raisedAt })).toMatchObject({
      subject: null,
      aboutStaff: null,
      place: null,
      raisedAt: right.raisedAt
    })
    // Nothing is put right by taking out what is not there, and the escalation is as it was
    given(raised.events).at("2016-03-24T11:00").by(as(lee)).when(correct({ takeOut: ["STAFF"] }))
      .isRefusedWhile("Raised")
  })

  it("keeps whoever it was about away also once they were taken out", () => {
    const about = answering.by(as(lee)).at("2016-03-24T10:00", raise({ aboutStaff: nina, place: "C_WING" }))
    for (const more of [{ raisedAt: timeOf("2016-03-24T09:55") }, { takeOut: ["STAFF"] as const }]) {
      const { events } = about.at("2016-03-24T11:00", correct(more))
      expect(stateOf(events).place).toBe("C_WING")
      given(events).at("2016-03-24T11:05").by(as(nina)).when(acknowledge).isRefusedBy("ESCALATION-2", "ESCALATION-3")
      given(events).at("2016-03-24T11:05").by(as(lee)).when(handOver(nina)).isRefusedBy("ESCALATION-2")
    }
  })

  it("leaves the deadline where it is, where its time was right", () => {
    // Nina took it on and passed it to Noor at 12:00, who has until 16:00
    const passed = taken.at("2016-03-24T12:00", redirect(noor))
    const before = stateOf(passed.events).classified?.acknowledgeBy
    expect(before).toBe(timeOf("2016-03-24T16:00"))
    const of = { ...it1, place: "B_WING", reason: "A slip" }
    const { events } = passed.by(as(lee)).at("2016-03-24T12:10", CorrectEscalation.make(of))
    expect(stateOf(events)).toMatchObject({ place: "B_WING", classified: { acknowledgeBy: before } })
  })

  it("carries both, the former and the right one, as tags", () => {
    const twice = raised.at("2016-03-24T11:00", correct({ subject: will })).at(
      "2016-03-24T11:05",
      correct({ subject: max })
    )
    expect(twice.events.at(-1)?.tags).toEqual(expect.arrayContaining([`person:${will}`, `person:${max}`]))
    expect(twice.events.at(-1)?.corrects).toBe(stateOf(raised.events).raised)
  })

  it("is struck out: it is where it was without it, and the clock runs again", () => {
    const entry = stateOf(taken.events).entries.at(-1)?.event ?? ""
    const { events } = taken.at("2016-03-24T12:00", strike(entry))
    expect([stageOf(events), isUnacknowledged(stateOf(events))]).toEqual(["HandedOver", true])
    given(events).at("2016-03-24T12:01").when(strike(entry)).isRefusedWhile("HandedOver")
  })

  it("is not put after what followed, which is named with its time; the first of it counts", () => {
    const at = given(taken.at("2016-03-24T11:05", act()).events).at("2016-03-24T12:00").by(as(lee))
    at.when(correct({ raisedAt: timeOf("2016-03-24T10:11") })).isRefusedBy("ESCALATION-16")
      .says("ESCALATION-16", "It was handed over on 24 March 2016 at 10:10. Give that time or one before it")
    at.when(correct({ raisedAt: timeOf("2016-03-24T10:10") })).isAccepted()
    const found = raised.at("2016-03-24T10:20", reclassify({ urgency: "ROUTINE" }))
    given(found.events).at("2016-03-24T11:00").by(as(lee)).when(correct({ raisedAt: timeOf("2016-03-24T10:21") }))
      .isRefusedBy("ESCALATION-16")
    given(found.events).at("2016-03-24T11:00").by(as(lee)).when(correct({ raisedAt: timeOf("2016-03-24T10:20") }))
      .isAccepted()
    // Something else of it is put right at any time
    given(taken.events).at("2016-03-24T12:00").by(as(lee)).when(correct({ subject: will })).isAccepted()
  })

  it("is not taken away from under what follows from it", () => {
    const action = taken.at("2016-03-24T11:05", act())
    const [entry = ""] = stateOf(action.events).entries.filter(({ kind }) => kind === "Action").map((one) => one.event)
    const done = action.at("2016-03-24T11:30", CompleteEscalationAction.make({ ...it1, action: entry }))
    given(done.events).at("2016-03-24T12:00").when(strike(entry)).isRefusedBy("ESCALATION-17").says(
      "ESCALATION-17",
      "An action was done on 24 March 2016 at 11:30, which follows from it. Strike that out first"
    )
    const last = stateOf(done.events).entries.at(-1)?.event ?? ""
    given(done.at("2016-03-24T12:00", strike(last)).events).at("2016-03-24T12:01").when(strike(entry)).isAccepted()
    const closed = taken.at("2016-03-24T12:00", resolve, tell, close)
    const [resolved = "", told = "", over = ""] = stateOf(closed.events).entries.slice(-3).map(({ event }) => event)
    given(closed.events).at("2016-03-24T12:05").when(strike(resolved)).isRefusedBy("ESCALATION-17")
    given(closed.events).at("2016-03-24T12:05").when(strike(over)).isAccepted()
    const before = closed.at("2016-03-24T12:05", strike(over), strike(told))
    given(before.events).at("2016-03-24T12:06").when(strike(resolved)).isAccepted()
    // What was resolved again stands on the second
    const again = closed.at("2016-03-24T12:10", reopen).at("2016-03-24T12:20", resolve)
    const second = stateOf(again.events).entries.at(-1)?.event ?? ""
    given(again.events).at("2016-03-24T12:30").when(strike(second)).isAccepted()
  })

  it("the only one who was told of something immediate is not struck out", () => {
    const told = stateOf(immediate.events).entries[0]?.event ?? ""
    given(immediate.events).at("2016-03-24T10:05").when(strike(told)).isRefusedBy("ESCALATION-18")
    const two = immediate.by(as(nina)).at("2016-03-24T10:05", redirect(noor, { means: "RADIO" }))
    given(two.events).at("2016-03-24T10:06").when(strike(told)).isAccepted("EscalationEntryVoided")
  })
})

describe("over histories of any commands", () => {
  const staff = fc.constantFrom(kay, lee, nina, noor, sam, sue, olly, dot)
  /** The id of an event in a plain array is its position. */
  const entryAt = (place: number): string =>
    `00000000-0000-8000-8000-${(answering.events.length + 1 + place).toString(16).padStart(12, "0")}`
  const tries = fc.array(
    fc.tuple(
      staff,
      fc.integer({ min: 0, max: 900 }),
      fc.oneof(
        {
          arbitrary: fc.constantFrom<Given>(raise(), atOnce(), acknowledge, reject, resolve, tell, cannotTell, close),
          weight: 3
        },
        fc.constantFrom<Given>(reopen, withdraw, refer(), correct({ subject: will }), raise({ escalation: second })),
        staff.map((one) => handOver(one)),
        staff.map((one) => redirect(one, { means: "RADIO" })),
        staff.map((one) => act(one, { dueOn: date("2016-03-30") })),
        fc.record({ urgency: fc.constantFrom("IMMEDIATE", "SAME_DAY", "ROUTINE"), agreedBy: staff, receiver: staff })
          .map((more) => reclassify({ ...more, means: "RADIO" } as never)),
        fc.constant(LinkEscalations.make({ escalation, other: second })),
        fc.nat(8).map((place) => strike(entryAt(place)))
      )
    ),
    { maxLength: 14 }
  )

  const play = (steps: ReadonlyArray<readonly [string, number, Given]>) => {
    let { events } = answering
    let now = timeOf("2016-03-24T10:00")
    const accepted: Array<Given> = []
    for (const [by, minutes, command] of steps) {
      now = instant(new Date(Date.parse(now) + minutes * 60_000).toISOString())
      const next = decide(command, events, { now, actor: { id: by, role: "officer" } })
      if (next.decision._tag === "Accepted") accepted.push(command)
      ;({ events } = next)
    }
    return { events, accepted, now }
  }

  it("an immediate one always has somebody who was told, and no deadline that was missed ever moves away", () => {
    fc.assert(
      fc.property(tries, (steps) => {
        const { events } = play(steps)
        let before = Escalation.initial
        for (const event of events.filter(({ stream }) => stream === `escalation-${escalation}`)) {
          const after = fold(Escalation, escalation, [event], before)
          const [was, is] = [before.classified?.acknowledgeBy, after.classified?.acknowledgeBy]
          if (was !== undefined && is !== undefined && event.recordedAt > was && isUnacknowledged(before)) {
            expect(is <= was).toBe(true)
          }
          before = after
        }
        if (before.classified?.urgency === "IMMEDIATE" && isUnacknowledged(before)) {
          expect(before.entries.some(({ kind }) => kind === "HandedOver" || kind === "Redirected")).toBe(true)
        }
      }),
      { numRuns: 100 }
    )
  })

  it("the laws of every life hold", () => {
    fc.assert(
      fc.property(tries, (steps) => {
        const { accepted, events, now } = play(steps)
        laws.replay(Escalation, escalation, events)
        laws.stored(events)
        const today: LocalDate = date(now.slice(0, 10))
        laws.deciding(events, steps.slice(0, 3).map(([, , command]) => command), today)
        for (const command of accepted.slice(0, 3)) laws.repeating(events, command, today)
        laws.total(Escalation, escalation, [...events].reverse())
      }),
      { numRuns: 30 }
    )
  })
})
