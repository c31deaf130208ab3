/**
 * What holds of two escalations that were linked: nothing that either protects is lost, nobody gets hold of a concern
 * about themselves that way, and whoever raised either is told.
 */
import { describe, expect, it } from "vitest"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { MergePeople } from "../person/Merges.ts"
import { given } from "../testing.ts"
import { answerOver, id, kay, lee, max, mo, scheme, stateIn, will } from "../testing/SmallPrison.ts"
import { answering, as, dot, nina, noor, sam, sue } from "../testing/SmallRoutes.ts"
import { timeOf } from "../testing/Story.ts"
import type { Category } from "./Concern.ts"
import { Escalation } from "./Escalation.ts"
import { CorrectEscalation, StrikeOutEscalationEntry } from "./EscalationCorrections.ts"
import {
  CloseEscalation,
  InformEscalationRaiser,
  RecordRaiserNotInformed,
  ReopenEscalation,
  ResolveEscalation,
  WithdrawEscalation
} from "./EscalationEnd.ts"
import { LinkEscalations } from "./EscalationLinks.ts"
import { AcknowledgeEscalation, HandOverEscalation } from "./EscalationOwnership.ts"
import { RaiseEscalation } from "./EscalationRaising.ts"
import { EscalationsConcerning } from "./EscalationsConcerning.ts"
import { carriedOnIn, keptAwayFrom, linkedInto } from "./LinkedInto.ts"
import { sameAbout } from "./sameAbout.ts"

const [first, second, third] = [id(71), id(72), id(73)]
type Raising = Partial<Parameters<typeof RaiseEscalation.make>[0]>

const raise = (escalation: string, category: Category, urgency: "SAME_DAY" | "ROUTINE", more: Raising = {}) =>
  RaiseEscalation.make({ escalation, scheme, category, urgency, basis: "AGREED", ...more })

const link = LinkEscalations.make({ escalation: first, other: second })
const merge = MergePeople.make({ person: mo, into: will, on: date("2016-03-01"), reason: "The same fingerprints" })

const stateOf = (events: ReadonlyArray<Happened>, escalation = second) => stateIn(Escalation, escalation, events)

describe("two escalations", () => {
  it("about different people are not linked, whichever is named first", () => {
    const { events } = answering.by(as(lee)).at(
      "2016-03-24T10:00",
      raise(first, "STAFF_CONDUCT", "ROUTINE", { subject: will, aboutStaff: kay }),
      raise(second, "SERVICE_GAP", "SAME_DAY", { subject: max })
    )
    const at = given(events).at("2016-03-24T10:05").by(as(sam, "safeguarding"))
    at.when(link).isRefusedBy("ESCALATION-14")
    at.when(LinkEscalations.make({ escalation: second, other: first })).isRefusedBy("ESCALATION-14")
  })

  it("about different members of staff are not linked", () => {
    const { events } = answering.by(as(lee)).at(
      "2016-03-24T10:00",
      raise(first, "STAFF_CONDUCT", "ROUTINE", { subject: will, aboutStaff: kay }),
      raise(second, "STAFF_CONDUCT", "SAME_DAY", { subject: will, aboutStaff: nina })
    )
    given(events).at("2016-03-24T10:05").by(as(sam)).when(link).isRefusedBy("ESCALATION-14")
  })

  it("of which one names nobody keep whom the other is about, past whom it goes on", () => {
    const { events } = answering.by(as(lee)).at(
      "2016-03-24T10:00",
      raise(first, "STAFF_CONDUCT", "ROUTINE", { subject: will, aboutStaff: kay }),
      raise(second, "SERVICE_GAP", "SAME_DAY", { subject: will })
    ).by(as(sam)).at("2016-03-24T10:05", link)
    expect(stateOf(events)).toMatchObject({
      aboutStaff: kay,
      subject: will,
      classified: { route: "CONDUCT", urgency: "SAME_DAY" },
      ways: ["SCHEME", "CONDUCT"]
    })
    // Kay coordinates the scheme, to which it went before
    given(events).at("2016-03-24T10:06").by(as(kay)).when(AcknowledgeEscalation.make({ escalation: second }))
      .isRefusedBy("ESCALATION-2", "ESCALATION-3")
  })

  it("go on the safer way, about whom the other was", () => {
    const { events } = answering.by(as(lee)).at(
      "2016-03-24T10:00",
      raise(first, "SUICIDE_SELF_HARM", "ROUTINE", { subject: will }),
      raise(second, "ENVIRONMENT_EQUIPMENT", "SAME_DAY")
    ).by(as(sam)).at("2016-03-24T10:05", link)
    expect(stateOf(events)).toMatchObject({
      subject: will,
      classified: { route: "SAFER_CUSTODY", urgency: "SAME_DAY" }
    })
    expect(stateIn(EscalationsConcerning, will, events)).toEqual([first, second])
  })

  it("that protect in two ways each keep their own", () => {
    const { events } = answering.by(as(lee)).at(
      "2016-03-24T10:00",
      raise(first, "SAFEGUARDING_ADULT", "ROUTINE", { subject: will }),
      raise(second, "VIOLENCE_BULLYING", "SAME_DAY", { subject: will })
    )
    given(events).at("2016-03-24T10:05").by(as(sam)).when(link).isRefusedBy("ESCALATION-14")
  })

  it("about one person under two numbers are linked", () => {
    const { events } = answering.on("2016-03-01", merge)
      .by(as(lee)).at(
        "2016-03-24T10:00",
        raise(first, "HEALTH", "ROUTINE", { subject: mo }),
        raise(second, "HEALTH", "SAME_DAY", { subject: will })
      )
    given(events).at("2016-03-24T10:05").by(as(sam)).when(link).isAccepted()
  })
})

describe("two escalations of which one is corrected", () => {
  const now = "2016-03-24T10:30"
  const both = (more: Raising = {}) =>
    answering.by(as(lee)).at(
      "2016-03-24T10:00",
      raise(first, "HEALTH", "ROUTINE", { subject: will, ...more }),
      raise(second, "HEALTH", "SAME_DAY", { subject: will })
    )
  const correct = (escalation: string, aboutStaff: string | undefined, subject: string = will) =>
    CorrectEscalation.make({
      escalation,
      subject,
      ...(aboutStaff === undefined ? { takeOut: ["STAFF"] as const } : { aboutStaff }),
      raisedAt: timeOf("2016-03-24T10:00"),
      reason: "It turned out so"
    })
  const unlink = (events: ReadonlyArray<Happened>) =>
    StrikeOutEscalationEntry.make({
      escalation: first,
      entry: stateOf(events, first).entries.at(-1)?.event ?? "",
      reason: "They are two"
    })
  const keptAway = (events: ReadonlyArray<Happened>) =>
    [first, second].map((one) => answerOver(keptAwayFrom(one, stateOf(events, one)), events))

  it("keep away whom either is or was about, also from the other, in whichever order both came", () => {
    const linkedFirst = both({ aboutStaff: kay }).by(as(sue)).at("2016-03-24T10:05", link)
      .by(as(lee)).at("2016-03-24T10:10", correct(second, nina))
    expect(keptAway(linkedFirst.events).map((staff) => [...staff].sort())).toEqual([[kay, nina], [kay, nina]])
    const correctedFirst = both({ aboutStaff: kay }).by(as(lee)).at("2016-03-24T10:05", correct(first, nina))
      .by(as(sue)).at("2016-03-24T10:10", link)
    expect(keptAway(correctedFirst.events).map((staff) => [...staff].sort())).toEqual([[kay, nina], [kay, nina]])
    for (const { events } of [linkedFirst, correctedFirst]) {
      for (const staff of [kay, nina]) {
        const at = given(events).at(now).by(as(staff))
        at.when(AcknowledgeEscalation.make({ escalation: second })).isRefusedBy("ESCALATION-2", "ESCALATION-3")
        at.when(unlink(events)).isRefusedBy("ESCALATION-2")
      }
      given(events).at(now).by(as(lee)).when(HandOverEscalation.make({ escalation: second, receiver: kay }))
        .isRefusedBy("ESCALATION-2")
      // Nina holds the post; Noor covers for it
      given(events).at(now).by(as(noor)).when(AcknowledgeEscalation.make({ escalation: second })).isAccepted()
    }
  })

  it("are told to be about different people, as long as the link stands", () => {
    const linked = both({ aboutStaff: kay }).by(as(sue)).at("2016-03-24T10:05", link)
    const isSame = (events: ReadonlyArray<Happened>) => {
      const { samePerson, sameStaff } = answerOver(
        sameAbout([stateOf(events, first), stateOf(events, second)]),
        events
      )
      return [samePerson, sameStaff]
    }
    expect(isSame(linked.events)).toEqual([true, true])
    expect(isSame(linked.by(as(lee)).at("2016-03-24T10:10", correct(second, nina)).events)).toEqual([true, false])
    const another = linked.by(as(lee)).at("2016-03-24T10:10", correct(second, undefined, max))
    expect(isSame(another.events)).toEqual([false, true])
    // A third is no matter of theirs that is not about all of them
    const more = another.at("2016-03-24T10:15", raise(third, "HEALTH", "ROUTINE", { subject: max }))
    given(more.events).at(now).by(as(sue)).when(LinkEscalations.make({ escalation: second, other: third }))
      .isRefusedBy("ESCALATION-14")
    const apart = more.by(as(sue)).at("2016-03-24T10:20", unlink(more.events))
    given(apart.events).at(now).by(as(sue)).when(LinkEscalations.make({ escalation: second, other: third }))
      .isAccepted()
  })

  it("come apart with whom each is about: the one that was linked goes to whom only the other is about", () => {
    const linked = both().by(as(sue)).at("2016-03-24T10:05", link).by(as(lee)).at(
      "2016-03-24T10:10",
      correct(second, nina)
    )
    const apart = linked.by(as(sue)).at("2016-03-24T10:15", unlink(linked.events)).events
    expect(keptAway(apart)).toEqual([[], [nina]])
    given(apart).at(now).by(as(nina)).when(AcknowledgeEscalation.make({ escalation: first })).isAccepted()
    given(apart).at(now).by(as(nina)).when(AcknowledgeEscalation.make({ escalation: second })).isRefusedBy(
      "ESCALATION-2",
      "ESCALATION-3"
    )
  })

  it("are raised no later than what is linked to them", () => {
    const linked = answering.by(as(lee)).at("2016-03-24T09:00", raise(first, "HEALTH", "ROUTINE", { subject: will }))
      .at("2016-03-24T10:00", raise(second, "HEALTH", "SAME_DAY", { subject: will }))
      .by(as(sue)).at("2016-03-24T10:05", link)
    given(linked.events).at(now).by(as(lee)).when(correct(second, undefined)).isRefusedBy("ESCALATION-16")
      .says(
        "ESCALATION-16",
        "What is linked to it was raised on 24 March 2016 at 09:00. Give that time or one before it"
      )
  })
})

describe("whoever raised what was linked", () => {
  const both = answering.by(as(sue)).at("2016-03-24T09:50", raise(first, "HEALTH", "ROUTINE", { subject: will }))
    .by(as(lee)).at("2016-03-24T10:00", raise(second, "HEALTH", "SAME_DAY", { subject: will }))
  const linked = both.by(as(sam)).at("2016-03-24T10:05", link)
  const taken = linked.by(as(nina)).at("2016-03-24T10:10", AcknowledgeEscalation.make({ escalation: second }))
  const resolved = taken.at("2016-03-24T11:00", ResolveEscalation.make({ escalation: second, done: "Seen by a nurse" }))
  const tell = (escalation: string) =>
    InformEscalationRaiser.make({ escalation, means: "IN_PERSON", told: "Somebody has seen to it" })
  const cannot = (escalation: string, why: "ANONYMOUS" | "RELEASED") =>
    RecordRaiserNotInformed.make({ escalation, why })
  const close = CloseEscalation.make({ escalation: second, outcome: "SETTLED" })
  const closing = (events: ReadonlyArray<Happened>) => given(events).at("2016-03-24T12:00").by(as(nina)).when(close)

  it("is told as well before it is closed, from the page of theirs", () => {
    const once = resolved.at("2016-03-24T11:10", tell(second))
    closing(once.events).isRefusedBy("ESCALATION-6")
    closing(once.at("2016-03-24T11:15", tell(first)).events).isAccepted()
    closing(once.at("2016-03-24T11:15", cannot(first, "RELEASED")).events).isAccepted()
    given(once.at("2016-03-24T11:15", tell(first)).events).at("2016-03-24T11:20").when(tell(first))
      .isRefusedWhile("Linked")
  })

  it("is told once the one that goes on is resolved, and again where it was resolved again", () => {
    given(taken.events).at("2016-03-24T10:30").when(tell(first)).isRefusedWhile("Linked")
    const again = resolved.at("2016-03-24T11:05", tell(second), tell(first))
      .at("2016-03-24T11:10", ReopenEscalation.make({ escalation: second, news: "It is back" }))
      .at("2016-03-24T11:20", ResolveEscalation.make({ escalation: second, done: "Seen again" }), tell(second))
    closing(again.events).isRefusedBy("ESCALATION-6")
    closing(again.at("2016-03-24T11:25", tell(first)).events).isAccepted()
  })

  it("is told once where both were raised by one", () => {
    const one = answering.by(as(lee)).at(
      "2016-03-24T10:00",
      raise(first, "HEALTH", "ROUTINE", { subject: will }),
      raise(second, "HEALTH", "SAME_DAY", { subject: will })
    ).by(as(nina)).at("2016-03-24T10:05", link, AcknowledgeEscalation.make({ escalation: second }))
      .at("2016-03-24T11:00", ResolveEscalation.make({ escalation: second, done: "Seen by a nurse" }), tell(second))
    closing(one.events).isAccepted()
  })

  it("is, where one of the two has no name, recorded as nobody who can be told", () => {
    const one = answering.by(as(lee)).at(
      "2016-03-24T10:00",
      raise(first, "HEALTH", "ROUTINE", { subject: will, anonymous: true, danger: false }),
      raise(second, "HEALTH", "SAME_DAY", { subject: will })
    ).by(as(nina)).at("2016-03-24T10:05", link, AcknowledgeEscalation.make({ escalation: second }))
      .at("2016-03-24T11:00", ResolveEscalation.make({ escalation: second, done: "Seen by a nurse" }), tell(second))
    closing(one.events).isRefusedBy("ESCALATION-6")
    closing(one.at("2016-03-24T11:05", cannot(first, "ANONYMOUS")).events).isAccepted()
  })

  it("is told as well where it was linked by way of a third", () => {
    const three = linked.by(as(dot)).at("2016-03-24T10:06", raise(third, "HEALTH", "SAME_DAY", { subject: will }))
      .by(as(sam)).at("2016-03-24T10:07", LinkEscalations.make({ escalation: second, other: third }))
    const [into] = [second, third].filter((one) => stateOf(three.events, one).stage !== "Linked")
    const linkedTo = answerOver(linkedInto(into ?? "", stateOf(three.events, into)), three.events)
    expect(linkedTo.map((one) => one.id).sort()).toEqual([first, second, third].filter((one) => one !== into))
    expect(answerOver(carriedOnIn(stateOf(three.events, first)), three.events)).toEqual(stateOf(three.events, into))
  })

  it("is not waited for once the link is struck out", () => {
    const entry = stateOf(resolved.events, first).entries.at(-1)?.event ?? ""
    const apart = resolved.at(
      "2016-03-24T11:05",
      StrikeOutEscalationEntry.make({ escalation: first, entry, reason: "Two" })
    )
    closing(apart.at("2016-03-24T11:10", tell(second)).events).isAccepted()
  })

  it("is not unknown where their name stands there", () => {
    const { decision } = given(resolved.events).at("2016-03-24T11:10").when(cannot(second, "ANONYMOUS"))
      .isRefusedWhile("Resolved")
    expect(decision).toMatchObject({
      moment: { says: "It is known who raised it. Tell them, or give another reason" }
    })
    const nameless = answering.by(as(lee)).at(
      "2016-03-24T10:00",
      raise(second, "HEALTH", "SAME_DAY", { anonymous: true, danger: false })
    )
      .by(as(nina)).at(
        "2016-03-24T10:10",
        AcknowledgeEscalation.make({ escalation: second }),
        ResolveEscalation.make({ escalation: second, done: "Seen by a nurse" })
      )
    given(nameless.events).at("2016-03-24T11:10").when(cannot(second, "ANONYMOUS")).isAccepted()
  })

  it("has it not taken back by whoever raised the other", () => {
    const withdraw = WithdrawEscalation.make({ escalation: second, reason: "No longer needed" })
    const handOver = (receiver: string) => HandOverEscalation.make({ escalation: second, receiver })
    given(both.events).at("2016-03-24T10:06").by(as(lee)).when(withdraw).isAccepted()
    // Also where it is with them: it is not in the way that they lack it
    const { decision } = given(linked.by(as(lee)).at("2016-03-24T10:06", handOver(lee)).events).at("2016-03-24T10:07")
      .by(as(lee)).when(withdraw).isRefusedWhile("HandedOver")
    expect(decision).toMatchObject({
      moment: { says: "Somebody else raised what is linked to it. Strike out the link first, or resolve it" }
    })
    given(linked.events).at("2016-03-24T10:06").by(as(lee)).when(withdraw).isRefusedWhile("Raised")
    const entry = stateOf(linked.events, first).entries.at(-1)?.event ?? ""
    const apart = linked.at(
      "2016-03-24T10:06",
      StrikeOutEscalationEntry.make({ escalation: first, entry, reason: "Two" })
    )
    given(apart.events).at("2016-03-24T10:07").by(as(lee)).when(withdraw).isAccepted()
  })
})
