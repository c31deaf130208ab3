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
import { answering, as, dot, nina, sam, sue } from "../testing/SmallRoutes.ts"
import type { Category } from "./Concern.ts"
import { Escalation } from "./Escalation.ts"
import { StrikeOutEscalationEntry } from "./EscalationCorrections.ts"
import {
  CloseEscalation,
  InformEscalationRaiser,
  RecordRaiserNotInformed,
  ReopenEscalation,
  ResolveEscalation,
  WithdrawEscalation
} from "./EscalationEnd.ts"
import { LinkEscalations } from "./EscalationKind.ts"
import { AcknowledgeEscalation } from "./EscalationOwnership.ts"
import { RaiseEscalation } from "./EscalationRaising.ts"
import { EscalationsConcerning } from "./EscalationsConcerning.ts"
import { carriedOnIn, linkedInto } from "./LinkedInto.ts"

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
      raise(first, "HEALTH", "ROUTINE", { subject: will, anonymous: true }),
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
      raise(second, "HEALTH", "SAME_DAY", { anonymous: true })
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
    given(both.events).at("2016-03-24T10:06").by(as(lee)).when(withdraw).isAccepted()
    given(linked.events).at("2016-03-24T10:06").by(as(lee)).when(withdraw).isRefusedBy("ESCALATION-3")
  })
})
