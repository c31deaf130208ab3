/**
 * Who may take a concern for an adult on, who may not take it back, and with whom an escalation is that turns out to be
 * about whoever has it.
 *
 * Sam is the nominated manager, Sue covers for that post; Sam also holds the post of social care, where Olly covers.
 */
import { describe, expect, it } from "vitest"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import type { Post } from "../route/Posts.ts"
import { Route } from "../route/Route.ts"
import { VacateRoutePost } from "../route/RouteDecisions.ts"
import { Scheme } from "../scheme/Scheme.ts"
import { isInPost, Staff } from "../staff/Staff.ts"
import { given } from "../testing.ts"
import { id, kay, lee, scheme, stateIn, will } from "../testing/SmallPrison.ts"
import { answering, as, dot, fill, nina, noor, olly, routes, sam, sue } from "../testing/SmallRoutes.ts"
import { timeOf } from "../testing/Story.ts"
import { Escalation } from "./Escalation.ts"
import { CorrectEscalation, StrikeOutEscalationEntry } from "./EscalationCorrections.ts"
import { ResolveEscalation, WithdrawEscalation } from "./EscalationEnd.ts"
import { ReclassifyEscalation } from "./EscalationKind.ts"
import { AcknowledgeEscalation, HandOverEscalation, RedirectEscalation } from "./EscalationOwnership.ts"
import { RaiseEscalation, RaiseImmediateEscalation } from "./EscalationRaising.ts"
import { everAbout } from "./LinkedInto.ts"
import { holderAt, isReachedInPost, isWith, isWithoutOwner, ladderAt, managersOn, standInsAt } from "./WhoAnswers.ts"
import type { Climbing } from "./WhoAnswers.ts"

const escalation = id(71)
const raise = (more: Partial<Parameters<typeof RaiseEscalation.make>[0]> = {}) =>
  RaiseEscalation.make({
    escalation,
    scheme,
    category: "SAFEGUARDING_ADULT",
    urgency: "ROUTINE",
    basis: "AGREED",
    ...more
  })
const acknowledge = AcknowledgeEscalation.make({ escalation })
const reason = "It turned out so"
const withdraw = WithdrawEscalation.make({ escalation, reason })
const reclassify = (more: object) => ReclassifyEscalation.make({ escalation, reason, ...more })

const posts = answering.on("2015-10-01", fill("SOCIAL_CARE", sam, olly))
const raised = posts.by(as(lee)).at("2016-03-24T10:00", raise({ subject: will }))

const without = (route: Route, post: Post): Route => ({
  ...route,
  posts: route.posts.filter((holding) => holding.post !== post)
})

const climbing = (events: ReadonlyArray<Happened>): Climbing => ({
  scheme: stateIn(Scheme, scheme, events),
  route: stateIn(Route, routes, events),
  escalation: stateIn(Escalation, escalation, events),
  keptAway: everAbout(stateIn(Escalation, escalation, events)),
  inPost: (staff, on) => isInPost(stateIn(Staff, staff, events), on)
})
const rungsOf = (events: ReadonlyArray<Happened>, time: string) =>
  ladderAt(climbing(events), timeOf(time))?.rungs.map((rung) => rung.staff)

describe("a concern for an adult", () => {
  it("is with the nominated manager and who covers for that post, not with who covers another post of theirs", () => {
    expect(rungsOf(raised.events, "2016-03-24T10:05")).toEqual([sam, sue, dot])
    const at = (staff: string) => given(raised.events).at("2016-03-24T10:05").by(as(staff)).when(acknowledge)
    at(sam).isAccepted()
    at(sue).isAccepted()
    at(olly).isRefusedBy("ESCALATION-3", "ESCALATION-11")
    // The same once he was told, and once he has taken it on
    const handed = raised.at("2016-03-24T10:05", HandOverEscalation.make({ escalation, receiver: sam }))
    expect(rungsOf(handed.events, "2016-03-24T10:10")).toEqual([sam, sue, dot])
    const taken = climbing(handed.by(as(sam)).at("2016-03-24T10:10", acknowledge).events)
    expect([sam, sue, olly].filter((staff) => isWith(taken, staff, timeOf("2016-03-24T10:15")))).toEqual([sam, sue])
  })

  it("is handed over by whoever raised it, and not taken on by them", () => {
    const at = given(raised.events).at("2016-03-24T10:05").by(as(lee))
    at.when(acknowledge).isRefusedBy("ESCALATION-11")
    at.when(HandOverEscalation.make({ escalation, receiver: sam })).isAccepted()
  })

  it("is taken on by the duty governor once the ladder has reached them", () => {
    // Due on Wednesday 30 March at 17:00; the ladder calls Sue for two working days, and Dot when Friday ends
    given(raised.events).at("2016-03-31T10:00").by(as(dot)).when(acknowledge).isRefusedBy(
      "ESCALATION-3",
      "ESCALATION-11"
    )
    given(raised.events).at("2016-04-01T17:00").by(as(dot)).when(acknowledge).isAccepted()
    given(raised.events).at("2016-04-01T16:59").by(as(dot)).when(acknowledge).isRefusedBy(
      "ESCALATION-3",
      "ESCALATION-11"
    )
  })

  it("stays one however often it is found to be of another kind: nobody takes it back", () => {
    const taken = raised.by(as(sam)).at("2016-03-24T10:10", acknowledge)
    given(taken.events).at("2016-03-24T10:10").by(as(sam)).when(reclassify({ category: "OTHER" }))
      .isRefusedBy("ESCALATION-5")
    const other = taken.at("2016-03-24T10:10", reclassify({ category: "OTHER", agreedBy: nina }))
    expect(stateIn(Escalation, escalation, other.events)).toMatchObject({
      classified: { route: "SCHEME" },
      ways: ["SAFEGUARDING", "SCHEME"]
    })
    given(other.events).at("2016-03-24T10:15").by(as(sam)).when(withdraw).isRefusedBy("ESCALATION-7")
    given(other.events).at("2016-03-24T10:15").by(as(lee)).when(withdraw).isRefusedBy("ESCALATION-7")
  })

  it("is not taken off the way of safeguarding by somebody who makes it more urgent", () => {
    const at = given(raised.events).at("2016-03-24T10:05").by(as(nina))
    at.when(reclassify({ urgency: "SAME_DAY" })).isAccepted()
    at.when(reclassify({ category: "OTHER", urgency: "SAME_DAY", agreedBy: sam })).isRefusedBy("ESCALATION-3")
  })

  it("about the nominated manager is called to the duty governor, and to their cover only after that", () => {
    const about = posts.by(as(lee)).at("2016-03-24T10:00", raise({ aboutStaff: sam }))
    expect(rungsOf(about.events, "2016-03-24T10:05")).toEqual([dot, sue])
    const at = (staff: string) => given(about.events).at("2016-03-24T10:05").by(as(staff)).when(acknowledge)
    at(dot).isAccepted()
    at(sue).isRefusedBy("ESCALATION-11")
    at(olly).isRefusedBy("ESCALATION-3", "ESCALATION-11")
  })

  it("about anybody else is called to the nominated manager first, and where nobody holds that post to the governor", () => {
    const about = posts.by(as(lee)).at("2016-03-24T10:00", raise({ aboutStaff: nina }))
    expect(rungsOf(about.events, "2016-03-24T10:05")).toEqual([sam, sue, dot])
    const nobody = { ...climbing(about.events), route: without(climbing(about.events).route, "NOMINATED_MANAGER") }
    expect(ladderAt(nobody, timeOf("2016-03-24T10:05"))?.rungs.map((rung) => rung.staff)).toEqual([dot])
  })

  it("of which somebody was told goes on to the governor and then the cover, or to their own where the post is vacant", () => {
    const tell = (more: object) =>
      RaiseImmediateEscalation.make({
        escalation,
        scheme,
        category: "SAFEGUARDING_ADULT",
        receiver: nina,
        means: "RADIO",
        ...more
      })
    const about = posts.by(as(lee)).at("2016-03-24T10:00", tell({ aboutStaff: sam }))
    expect(rungsOf(about.events, "2016-03-24T10:05")).toEqual([nina, dot, sue])
    const vacant = posts.on(
      "2016-03-01",
      VacateRoutePost.make({ route: routes, post: "NOMINATED_MANAGER", on: date("2016-03-01") })
    ).by(as(lee)).at("2016-03-24T10:00", tell({}))
    expect(rungsOf(vacant.events, "2016-03-24T10:05")).toEqual([nina, noor, dot])
  })

  it("goes to whoever is there: managers before the governor, or the governor first where it is about the manager", () => {
    const day = date("2016-03-24")
    const about = posts.by(as(lee)).at("2016-03-24T10:00", raise({ aboutStaff: sam }))
    const goesTo = (events: ReadonlyArray<Happened>, ...left: ReadonlyArray<string>) =>
      managersOn({ ...climbing(events), inPost: (staff) => !left.includes(staff) }, day)
    expect([goesTo(raised.events), goesTo(raised.events, sam), goesTo(raised.events, sam, sue)])
      .toEqual([[sam, sue], [sue], [dot]])
    expect([goesTo(about.events), goesTo(about.events, dot), goesTo(about.events, dot, sue)]).toEqual([
      [dot],
      [sue],
      []
    ])
    const bare = { ...climbing(raised.events), route: Route.initial }
    expect(managersOn(bare, day)).toEqual([])
  })
})

describe("the ladder", () => {
  it("reaches somebody as a post only where it calls them as the orderly officer or the duty governor", () => {
    const reachedInPost = (events: ReadonlyArray<Happened>, time: string) =>
      [lee, sam, sue, olly, dot].filter((staff) => isReachedInPost(climbing(events), staff, timeOf(time)))
    // By day it calls Sam, whose cover is Sue, and Dot once Friday 1 April has ended
    expect(["2016-03-24T10:05", "2016-03-31T10:00", "2016-04-01T17:00"].map((at) => reachedInPost(raised.events, at)))
      .toEqual([[], [], [dot]])
    // At night it calls Lee, who was told, Olly from 15 minutes on, and Dot from 30 minutes on
    const told = { escalation, scheme, category: "SAFEGUARDING_ADULT", receiver: lee, means: "RADIO" } as const
    const night = posts.at("2016-03-24T22:00", RaiseImmediateEscalation.make(told)).events
    expect(["22:15", "22:16", "22:31"].map((time) => reachedInPost(night, `2016-03-24T${time}`)))
      .toEqual([[], [olly], [olly, dot]])
    const evening = posts.at("2016-03-24T18:00", raise({ urgency: "SAME_DAY" })).events
    expect(reachedInPost(evening, "2016-03-24T18:05")).toEqual([olly])
  })

  it("reaches nobody any more once somebody has taken it on", () => {
    const taken = raised.by(as(dot)).at("2016-04-04T10:00", acknowledge)
    expect(isReachedInPost(climbing(taken.events), dot, timeOf("2016-04-04T10:05"))).toBe(false)
  })
})

describe("an escalation whose owner has left", () => {
  const now = timeOf("2016-03-24T10:30")
  const begun = posts.by(as(lee)).at("2016-03-24T10:00", raise({ category: "HEALTH", urgency: "SAME_DAY" }))
  const handed = begun.at("2016-03-24T10:05", HandOverEscalation.make({ escalation, receiver: nina }))
  const taken = handed.by(as(nina)).at("2016-03-24T10:10", acknowledge)
  const isWithout = ({ events }: { readonly events: ReadonlyArray<Happened> }) =>
    isWithoutOwner({ ...climbing(events), inPost: (staff) => staff !== nina }, now)

  it("is without an owner, but not before somebody took it on: until then the ladder calls past them", () => {
    expect([posts, begun, handed, taken].map(isWithout)).toEqual([false, false, false, true])
  })

  it("is in nobody's hands from the day on which they left, whether or not they had taken it on", () => {
    const heldBy = ({ events }: { readonly events: ReadonlyArray<Happened> }) => [
      holderAt(climbing(events), now),
      holderAt({ ...climbing(events), inPost: (staff) => staff !== nina }, now)
    ]
    expect([handed, taken].map(heldBy)).toEqual([[nina, null], [nina, null]])
  })

  it("needs none any more once it is over", () => {
    const over = taken.at("2016-03-24T10:15", withdraw)
    expect(isWithout(over)).toBe(false)
    expect(holderAt({ ...climbing(over.events), inPost: (staff) => staff !== nina }, now)).toBe(nina)
  })
})

describe("an escalation that was resolved", () => {
  it("is without an owner once it is struck out that somebody took it on, and with who holds the post", () => {
    const taken = posts.by(as(lee)).at("2016-03-24T10:00", raise({ category: "HEALTH", urgency: "SAME_DAY" }))
      .by(as(nina)).at("2016-03-24T10:10", acknowledge)
    const [entry = ""] = stateIn(Escalation, escalation, taken.events).entries.map(({ event }) => event)
    const struck = climbing(
      taken.at(
        "2016-03-24T10:20",
        ResolveEscalation.make({ escalation, done: "He saw a nurse" }),
        StrikeOutEscalationEntry.make({ escalation, entry, reason })
      ).events
    )
    const now = timeOf("2016-03-24T10:30")
    expect(isWithoutOwner(struck, now)).toBe(true)
    expect([lee, nina, noor, olly, dot].filter((staff) => isWith(struck, staff, now))).toEqual([nina, noor, dot])
  })
})

describe("an escalation that turns out to be about whoever has it", () => {
  const conduct = posts.by(as(lee)).at("2016-03-24T10:00", raise({ category: "HEALTH", urgency: "SAME_DAY" }))
    .by(as(nina)).at("2016-03-24T10:05", acknowledge)
  const corrected = conduct.by(as(lee)).at(
    "2016-03-24T10:30",
    CorrectEscalation.make({ escalation, aboutStaff: nina, raisedAt: timeOf("2016-03-24T10:00"), reason })
  )

  it("is without an owner, and with who covers the post that it goes to", () => {
    const now = timeOf("2016-03-24T10:35")
    expect([isWithoutOwner(climbing(conduct.events), now), isWithoutOwner(climbing(corrected.events), now)])
      .toEqual([false, true])
    const at = (staff: string) => given(corrected.events).at("2016-03-24T10:35").by(as(staff))
    at(noor).when(RedirectEscalation.make({ escalation, receiver: kay, reason })).isAccepted()
    at(dot).when(ResolveEscalation.make({ escalation, done: "Looked into" })).isAccepted()
    at(nina).when(RedirectEscalation.make({ escalation, receiver: kay, reason })).isRefusedBy(
      "ESCALATION-2",
      "ESCALATION-3"
    )
    at(olly).when(RedirectEscalation.make({ escalation, receiver: kay, reason })).isRefusedBy("ESCALATION-3")
  })

  it("is answered for by whoever would be called now, and is said to be with nobody", () => {
    const standIns = (time: string) =>
      standInsAt(climbing(corrected.events), timeOf(time)).map(({ as, staff }) => [as, staff])
    expect(standIns("2016-03-24T10:35")).toEqual([["Cover", noor], ["DUTY_GOVERNOR", dot]])
    expect(standIns("2016-03-24T18:00")).toEqual([["ORDERLY_OFFICER", olly], ["DUTY_GOVERNOR", dot], ["Cover", noor]])
    const night = given(corrected.events).at("2016-03-24T18:00").by(as(olly))
    night.when(RedirectEscalation.make({ escalation, receiver: kay, reason })).isAccepted()
    const now = timeOf("2016-03-24T10:35")
    expect([holderAt(climbing(conduct.events), now), holderAt(climbing(corrected.events), now)]).toEqual([nina, null])
    const handed = posts.by(as(lee)).at(
      "2016-03-24T10:00",
      raise({ category: "HEALTH", urgency: "SAME_DAY" }),
      HandOverEscalation.make({ escalation, receiver: nina })
    )
    const about = CorrectEscalation.make({
      escalation,
      aboutStaff: nina,
      raisedAt: timeOf("2016-03-24T10:00"),
      reason
    })
    expect([handed, handed.at("2016-03-24T10:01", about)].map(({ events }) => holderAt(climbing(events), now)))
      .toEqual([nina, null])
    expect(standInsAt(climbing(posts.events), now)).toEqual([])
  })

  it("is not with who covers for them in another post", () => {
    const passed = conduct.at("2016-03-24T10:10", RedirectEscalation.make({ escalation, receiver: sam, reason }))
      .by(as(sam)).at("2016-03-24T10:15", acknowledge)
      .by(as(lee)).at(
        "2016-03-24T10:30",
        CorrectEscalation.make({ escalation, aboutStaff: sam, raisedAt: timeOf("2016-03-24T10:00"), reason })
      )
    const at = (staff: string) =>
      given(passed.events).at("2016-03-24T10:35").by(as(staff))
        .when(RedirectEscalation.make({ escalation, receiver: kay, reason }))
    at(nina).isAccepted()
    at(sue).isRefusedBy("ESCALATION-3")
  })

  it("has an owner again as soon as somebody else takes it on", () => {
    const passed = corrected.by(as(noor)).at(
      "2016-03-24T10:40",
      RedirectEscalation.make({ escalation, receiver: kay, reason })
    )
    const now = timeOf("2016-03-24T10:45")
    expect(isWithoutOwner(climbing(passed.events), now)).toBe(false)
    expect(isWithoutOwner(climbing(passed.by(as(kay)).at("2016-03-24T10:44", acknowledge).events), now)).toBe(false)
  })

  it("that nobody has acknowledged yet is called past them", () => {
    const handed = posts.by(as(lee)).at(
      "2016-03-24T10:00",
      raise({ category: "HEALTH", urgency: "SAME_DAY" }),
      HandOverEscalation.make({ escalation, receiver: nina }),
      CorrectEscalation.make({ escalation, aboutStaff: nina, raisedAt: timeOf("2016-03-24T10:00"), reason })
    )
    expect(rungsOf(handed.events, "2016-03-24T10:05")).toEqual([noor, dot])
    // Sam’s own covers, Sue and Olly, are not called past him
    const toSam = posts.by(as(lee)).at(
      "2016-03-24T10:00",
      raise({ category: "HEALTH", urgency: "SAME_DAY" }),
      HandOverEscalation.make({ escalation, receiver: sam }),
      CorrectEscalation.make({ escalation, aboutStaff: sam, raisedAt: timeOf("2016-03-24T10:00"), reason })
    )
    expect(ladderAt(climbing(toSam.events), timeOf("2016-03-24T10:05"))?.rungs).toEqual([
      { as: "Receiver", staff: nina },
      { as: "Cover", staff: noor },
      { as: "DUTY_GOVERNOR", staff: dot }
    ])
  })

  it("goes past the coordinator, if it is about a member of staff after all", () => {
    const scheme1 = posts.by(as(lee)).at("2016-03-24T10:00", raise({ category: "OTHER" }))
      .at(
        "2016-03-24T10:30",
        CorrectEscalation.make({ escalation, aboutStaff: nina, raisedAt: timeOf("2016-03-24T10:00"), reason })
      )
    expect(stateIn(Escalation, escalation, scheme1.events).classified?.route).toBe("CONDUCT")
  })
})
