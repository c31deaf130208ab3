/**
 * How the routes of an establishment are decided: the country it is in, when people are at work, who holds each post and
 * who covers. A fact that was entered wrongly is struck out, and the right one recorded.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge, wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { anEstablishment, aPastDate, aTimeOfDay, idOf, text } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { aJurisdiction, aPost } from "./Posts.ts"
import { holdingOn, hoursOn, Route, RoutesAt, routeSteps } from "./Route.ts"
import {
  RouteEntryVoided,
  RouteHoursDecided,
  RoutePostFilled,
  RoutePostVacated,
  RoutesCorrected,
  RoutesOpened
} from "./RouteEvents.ts"
import { CoverBySomebodyElse } from "./rules/CoverBySomebodyElse.ts"

const which = tagged("route", idOf("route"), "The routes of which establishment?")
const country = open(aJurisdiction, "In which country is the establishment?")
const post = open(aPost, "Which post?")
const example = "For example, 27 2 2014."
const why = personal(text(1000, true), { subject: "actor", keep: "administration" }, "Why is it put right?")

const notNow = (route: Route, says?: string): Judgement<never> =>
  wrongMoment(
    "routes",
    route.status,
    route.changed,
    routeSteps[route.status],
    says ?? (route.status === "Unknown" ? "There are no routes under this id. Open them first" : says)
  )

const can = (route: Route, name: string): boolean => routeSteps[route.status].includes(name)

export const OpenRoutes = command("route", "OpenRoutes", {
  title: "Open the routes of an establishment",
  says: "Begins to write down to whom escalations go at an establishment",
  begins: true,
  fields: {
    route: which,
    establishment: tagged("establishment", anEstablishment, "Which establishment?", "Three capital letters, like ZZI."),
    jurisdiction: country,
    on: open(aPastDate, "From which day?", example)
  }
})

const openRoutes = decision(OpenRoutes, [], function*(command) {
  const own = yield* read(Route, command.route)
  if (!can(own, "OpenRoutes")) return notNow(own)
  const there = yield* read(RoutesAt, command.establishment)
  if (there.status === "Open") return notNow(there, "The routes of this establishment are open already")
  const { establishment, jurisdiction, on, route: of } = command
  return judge().accept(() => [RoutesOpened.make({ of, on, data: { establishment, jurisdiction } })])
})

export const CorrectRoutes = command("route", "CorrectRoutes", {
  title: "Correct the country of an establishment",
  says: "The establishment is in the other country than was recorded",
  fields: { route: which, jurisdiction: country, reason: why }
})

const correctRoutes = decision(CorrectRoutes, [], function*(command) {
  const route = yield* read(Route, command.route)
  const { establishment, opened } = route
  if (!can(route, "CorrectRoutes") || establishment === null || opened === null) return notNow(route)
  if (route.jurisdiction === command.jurisdiction) return notNow(route, "It is recorded in that country already")
  return judge().accept(() => [
    RoutesCorrected.make({
      of: command.route,
      on: opened.on,
      corrects: opened.event,
      data: { establishment, jurisdiction: command.jurisdiction }
    })
  ])
})

export const DecideRouteHours = command("route", "DecideRouteHours", {
  title: "Decide working hours",
  says: "From a day on, whoever receives escalations is at work between these times on working days",
  fields: {
    route: which,
    opensAt: open(aTimeOfDay, "When does work begin?", "For example, 08:30."),
    closesAt: open(aTimeOfDay, "When does it end?", "For example, 17:00."),
    decidedBy: tagged("staff", idOf("staff"), "Who decided it?"),
    on: open(aPastDate, "From which day?", example)
  }
})

const decideRouteHours = decision(
  DecideRouteHours,
  [KeepTheOrderOfEvents, NameOnlyStaffInPost],
  function*(command) {
    const route = yield* read(Route, command.route)
    const { establishment, opened } = route
    if (!can(route, "DecideRouteHours") || establishment === null || opened === null) return notNow(route)
    const { closesAt, decidedBy, on, opensAt, route: of } = command
    if (closesAt <= opensAt) return notNow(route, "Work ends later than it begins. Write both as times of one day")
    const now = hoursOn(route, on)
    if (now !== null && now.from === on && now.opensAt === opensAt && now.closesAt === closesAt) {
      return notNow(route, "These hours are decided from that day already")
    }
    const staff = yield* read(Staff, decidedBy)
    return judge(
      inOrder([on, opened.on]),
      namedInPost(on, staff)
    ).accept(() => [
      RouteHoursDecided.make({ of, on, data: { establishment, opensAt, closesAt, decidedBy } })
    ])
  }
)

export const FillRoutePost = command("route", "FillRoutePost", {
  title: "Name who holds a post",
  says: "From a day on, escalations that go to the post go to this member of staff, or to whoever covers for them",
  fields: {
    route: which,
    post,
    holder: tagged("staff", idOf("staff"), "Who holds it?"),
    cover: optional(tagged("staff", idOf("staff"), "Who covers when they are off duty?")),
    on: open(aPastDate, "From which day?", example)
  }
})

const fillRoutePost = decision(
  FillRoutePost,
  [KeepTheOrderOfEvents, NameOnlyStaffInPost, CoverBySomebodyElse],
  function*(command) {
    const route = yield* read(Route, command.route)
    const { establishment, opened } = route
    if (!can(route, "FillRoutePost") || establishment === null || opened === null) return notNow(route)
    const { cover, holder, on, post, route: of } = command
    const now = holdingOn(route, post, on)
    if (now !== null && now.from === on && now.holder === holder && now.cover === (cover ?? null)) {
      return notNow(route, "They hold that post from that day already")
    }
    const holding = yield* read(Staff, holder)
    const covering = cover === undefined ? holding : yield* read(Staff, cover)
    return judge(
      inOrder([on, opened.on]),
      namedInPost(on, holding, covering),
      CoverBySomebodyElse.asks({ samePerson: cover === holder })
    ).accept(() => [
      RoutePostFilled.make({
        of,
        on,
        data: { establishment, post, holder, ...(cover === undefined ? {} : { cover }) }
      })
    ])
  }
)

export const VacateRoutePost = command("route", "VacateRoutePost", {
  title: "Record that nobody holds a post",
  says: "From a day on nobody holds the post, until somebody is named",
  fields: { route: which, post, on: open(aPastDate, "From which day?", example) }
})

const vacateRoutePost = decision(VacateRoutePost, [KeepTheOrderOfEvents], function*(command) {
  const route = yield* read(Route, command.route)
  const { establishment } = route
  if (!can(route, "VacateRoutePost") || establishment === null) return notNow(route)
  const { on, post, route: of } = command
  const last = route.posts.filter((one) => one.post === post).at(-1)
  if (last === undefined || last.holder === null) return notNow(route, "Nobody holds that post")
  const formerHolder = last.holder
  return judge(inOrder([on, last.from])).accept(() => [
    RoutePostVacated.make({ of, on, data: { establishment, post, formerHolder } })
  ])
})

export const VoidRouteEntry = command("route", "VoidRouteEntry", {
  title: "Strike out an entry of the routes",
  says:
    "Hours or the holder of a post were recorded in error; what held before holds again, and the entry stays visible",
  fields: { route: which, entry: open(idOf("event"), "Which entry?"), reason: why }
})

const voidRouteEntry = decision(VoidRouteEntry, [], function*(command) {
  const route = yield* read(Route, command.route)
  const { establishment } = route
  if (!can(route, "VoidRouteEntry") || establishment === null) return notNow(route)
  const entry = [...route.hours, ...route.posts].find(({ event }) => event === command.entry)
  if (entry === undefined) return notNow(route, "No such entry counts")
  return judge().accept(() => [
    RouteEntryVoided.make({ of: command.route, on: entry.from, corrects: entry.event, data: { establishment } })
  ])
})

/** Every decision of the life, in the order a life goes through them. */
export const routeDecisions = [
  openRoutes,
  correctRoutes,
  decideRouteHours,
  fillRoutePost,
  vacateRoutePost,
  voidRouteEntry
]
