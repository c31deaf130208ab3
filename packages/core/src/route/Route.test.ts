/**
 * The routes of an establishment: opened once, decided with a date, struck out where they were recorded in error; and
 * whether people are at work at a moment.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import { instant } from "../language/Instant.ts"
import { date } from "../language/LocalDate.ts"
import { RecordStaffLeaving } from "../staff/StaffLeaving.ts"
import { given, laws, story } from "../testing.ts"
import { id, kay, lee, opened, stateIn, ZZA, ZZI } from "../testing/SmallPrison.ts"
import { answering, dot, fill, hours, nina, noor, olly, routes, sam, sue } from "../testing/SmallRoutes.ts"
import { timeOf } from "../testing/Story.ts"
import { posts } from "./Posts.ts"
import { coversOf, holdingOn, hoursOn, isAtWork, nextOpening, Route, RouteIdAt, RoutesAt, staffOf } from "./Route.ts"
import { CorrectRoutes, OpenRoutes, VacateRoutePost, VoidRouteEntry } from "./RouteDecisions.ts"

const on = date("2016-03-01")
const now = stateIn(Route, routes, answering.events)
const open = (route = routes, establishment = ZZI): Given =>
  OpenRoutes.make({ route, establishment, jurisdiction: "WALES", on })
const vacate = (day: string): Given => VacateRoutePost.make({ route: routes, post: "HEALTHCARE", on: date(day) })
const strike = (entry: string): Given => VoidRouteEntry.make({ route: routes, entry, reason: "A slip" })

describe("the routes of an establishment", () => {
  it("are opened once for each", () => {
    given(answering.events).on("2016-03-01").when(open()).isRefusedWhile("Open")
    given(answering.events).on("2016-03-01").when(open(id(68))).isRefusedWhile("Open")
    given(answering.events).on("2016-03-01").when(open(id(68), ZZA)).isAccepted("RoutesOpened")
    const { decision } = given(opened.events).on("2016-03-01").when(fill("HEALTHCARE", kay)).isRefusedWhile("Unknown")
    expect(decision).toMatchObject({ moment: { says: "There are no routes under this id. Open them first" } })
  })

  it("are found by establishment as by their own id", () => {
    expect(stateIn(RoutesAt, ZZI, answering.events)).toEqual(now)
    expect(stateIn(RoutesAt, ZZA, answering.events).status).toBe("Unknown")
  })

  it("name only staff in post, and somebody else as cover", () => {
    const left = answering.on("2016-03-01", RecordStaffLeaving.make({ staff: sue, on })).events
    given(left).on("2016-03-02").when(fill("CONDUCT", dot, sue, "2016-03-02")).isRefusedBy("STAFF-1")
    given(left).on("2016-03-02").when(fill("CONDUCT", sue, dot, "2016-03-02")).isRefusedBy("STAFF-1")
    given(left).on("2016-03-02").when(fill("CONDUCT", dot, dot, "2016-03-02")).isRefusedBy("ROUTE-1")
    given(left).on("2016-03-02").when(fill("CONDUCT", dot, sam, "2016-03-02")).isAccepted("RoutePostFilled")
    given(left).on("2016-03-02").when(fill("HEALTHCARE", nina, noor)).isRefusedWhile("Open")
    given(left).on("2016-03-02").when(fill("HEALTHCARE", kay, lee, "2015-09-30")).isRefusedBy("RECORD-2")
  })

  it("hold from the day that is named, and nobody holds a post after it was vacated", () => {
    const { events } = answering
      .on("2016-03-01", fill("HEALTHCARE", noor, undefined, "2016-02-01"))
      .on("2016-03-01", vacate("2016-03-01"))
    const route = stateIn(Route, routes, events)
    const holders = ["2015-09-30", "2015-10-01", "2016-01-31", "2016-02-01", "2016-02-29", "2016-03-01"]
    expect(holders.map((day) => holdingOn(route, "HEALTHCARE", date(day))?.holder))
      .toEqual([undefined, nina, nina, noor, noor, null])
    given(events).on("2016-03-02").when(vacate("2016-03-02")).isRefusedWhile("Open")
    given(answering.events).on("2016-03-02").when(vacate("2015-09-30")).isRefusedBy("RECORD-2")
    expect([coversOf(now, nina, on), coversOf(now, noor, on), coversOf(now, kay, on)]).toEqual([[noor], [], [lee]])
  })

  it("are put right: an entry that is struck out counts no longer, and the country is corrected", () => {
    const { events } = answering.on("2016-03-01", fill("ORDERLY_OFFICER", dot, undefined, "2016-03-01"))
    const entry = stateIn(Route, routes, events).posts.at(-1)?.event ?? ""
    const struck = given(events).on("2016-03-02").when(strike(entry)).isAccepted("RouteEntryVoided")
    expect(struck.decision).toMatchObject({ events: [{ corrects: entry, on: "2016-03-01" }] })
    const after = answering.on("2016-03-01", fill("ORDERLY_OFFICER", dot, undefined, "2016-03-01"), strike(entry))
    expect(holdingOn(stateIn(Route, routes, after.events), "ORDERLY_OFFICER", on)?.holder).toBe(olly)
    given(after.events).on("2016-03-02").when(strike(entry)).isRefusedWhile("Open")
    const country = (jurisdiction: "ENGLAND" | "WALES") =>
      CorrectRoutes.make({ route: routes, jurisdiction, reason: "A slip" })
    given(answering.events).on("2016-03-02").when(country("ENGLAND")).isRefusedWhile("Open")
    expect(stateIn(Route, routes, answering.on("2016-03-02", country("WALES")).events).jurisdiction).toBe("WALES")
  })
})

describe("what is read of the routes", () => {
  it("is found under the id of the establishment's routes", () => {
    expect([stateIn(RouteIdAt, ZZI, answering.events), stateIn(RouteIdAt, ZZA, answering.events)]).toEqual([routes, ""])
  })

  it("names nobody where a post has no cover, nobody holds one, or none was filled by then", () => {
    expect(coversOf(now, olly, on)).toEqual([])
    expect(coversOf(now, nina, date("2015-09-30"))).toEqual([])
    const vacated = stateIn(Route, routes, answering.on("2016-03-01", vacate("2016-03-01")).events)
    expect([...staffOf(vacated)].sort()).toEqual([...new Set([nina, noor, sam, sue, lee, kay, olly, dot])].sort())
  })

  it("has the hours of before where those that were decided are struck out", () => {
    const decided = answering.on("2016-03-01", hours("10:00", "12:00", "2016-03-01"))
    const entry = stateIn(Route, routes, decided.events).hours.at(-1)?.event ?? ""
    const struck = stateIn(Route, routes, decided.on("2016-03-01", strike(entry)).events)
    expect([hoursOn(stateIn(Route, routes, decided.events), on)?.opensAt, hoursOn(struck, on)?.opensAt])
      .toEqual(["10:00", "08:30"])
    expect(struck.hours).toHaveLength(1)
  })

  it("opens with the day where nobody decided the hours", () => {
    // Monday 29 February 2016, and the day before
    expect(nextOpening(Route.initial, instant("2016-02-28T12:00:00.000Z"))).toBe("2016-02-29T00:00:00.000Z")
    expect(nextOpening(now, instant("2016-02-28T12:00:00.000Z"))).toBe("2016-02-29T08:30:00.000Z")
  })
})

describe("working hours", () => {
  it("end after they begin", () => {
    given(answering.events).on("2016-03-02").when(hours("09:00", "09:00", "2016-03-02")).isRefusedWhile("Open")
    given(answering.events).on("2016-03-02").when(hours("09:00", "09:01", "2016-03-02")).isAccepted("RouteHoursDecided")
    given(answering.events).on("2016-03-02").when(hours("08:30", "17:00")).isRefusedWhile("Open")
    given(answering.events).on("2016-03-02").when(hours("09:00", "17:00", "2015-09-30")).isRefusedBy("RECORD-2")
  })

  it.for(
    [
      ["2016-03-24T08:29", false],
      ["2016-03-24T08:30", true],
      ["2016-03-24T16:59", true],
      ["2016-03-24T17:00", false],
      // Good Friday, Easter Saturday, Easter Sunday and Easter Monday
      ["2016-03-25T10:00", false],
      ["2016-03-26T10:00", false],
      ["2016-03-27T10:00", false],
      ["2016-03-28T10:00", false],
      ["2016-03-29T10:00", true],
      // The calendar ends with 2028
      ["2029-01-03T10:00", false]
    ] as const
  )("at %s people are at work: %s", ([time, atWork]) => {
    expect(isAtWork(now, timeOf(time))).toBe(atWork)
  })

  it("hold from the day that is named, and all day until somebody decides them", () => {
    const later = stateIn(Route, routes, answering.on("2016-03-01", hours("07:00", "19:00", "2016-03-01")).events)
    expect(hoursOn(later, date("2016-02-29"))?.opensAt).toBe("08:30")
    expect([isAtWork(later, timeOf("2016-02-29T07:30")), isAtWork(later, timeOf("2016-03-01T07:30"))])
      .toEqual([false, true])
    const undecided = { ...now, hours: [] }
    expect([isAtWork(undecided, instant("2016-03-24T00:00:00.000Z")), isAtWork(undecided, timeOf("2016-03-25T10:00"))])
      .toEqual([true, false])
  })
})

describe("over histories of any commands", () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2016-02-${String(number).padStart(2, "0")}`)
  const staff = fc.constantFrom(kay, lee, nina, noor, sam)
  const commands = fc.oneof(
    fc.record({ post: fc.constantFrom(...posts), holder: staff, cover: fc.option(staff), on: day })
      .map(({ cover, holder, on: from, post }) => fill(post, holder, cover ?? undefined, from)),
    fc.tuple(fc.constantFrom(...posts), day).map(([post, from]) =>
      VacateRoutePost.make({ route: routes, post, on: date(from) })
    ),
    fc.tuple(fc.constantFrom("07:00", "09:00", "17:00"), fc.constantFrom("12:00", "17:00"), day)
      .map(([opensAt, closesAt, from]) => hours(opensAt, closesAt, from))
  )

  it("the laws of every life hold, and the last entry of a day or before counts", () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 12 }), (tries) => {
        const today = date("2016-03-01")
        let { events } = answering
        for (const command of tries) {
          laws.repeating(events, command, today)
          if (given(events).on("2016-03-01").when(command).decision._tag === "Accepted") {
            events = story(events).on("2016-03-01", command).events
          }
        }
        laws.replay(Route, routes, events)
        laws.stored(events)
        const route = stateIn(Route, routes, events)
        for (const post of posts) {
          const naive = [...route.posts].filter((one) => one.post === post && one.from <= "2016-02-14")
            .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).at(-1)
          expect(holdingOn(route, post, date("2016-02-14"))).toEqual(naive ?? null)
        }
      }),
      { numRuns: 40 }
    )
  })
})
