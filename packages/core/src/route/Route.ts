/**
 * The routes of an establishment: to whom escalations go there, when those people are at work, and who is there when
 * they are not.
 *
 * There is one such record for an establishment. Posts and hours are dated decisions: of those from a day or before, the
 * last counts. An entry that was recorded in error is struck out, and the one before it counts again.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Happened } from "../language/Event.ts"
import { endOf, localDateOf, localTimeOf, startOf } from "../language/Instant.ts"
import type { Instant } from "../language/Instant.ts"
import { changeBy } from "../language/Judgement.ts"
import type { Change } from "../language/Judgement.ts"
import { addDays } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { view } from "../language/View.ts"
import { atWall } from "../language/WallTime.ts"
import { addWorkingDays, isInCalendar, isWorkingDay } from "../language/WorkingDays.ts"
import { idOfRecord } from "../record/withId.ts"
import type { Post } from "./Posts.ts"
import { routeEvents, RoutesOpened } from "./RouteEvents.ts"

/** From when to when people are at work on working days. */
export interface Hours {
  readonly event: string
  readonly from: LocalDate
  readonly opensAt: string
  readonly closesAt: string
}

/** Who holds a post from a day on; null where nobody does. */
export interface Holding {
  readonly event: string
  readonly post: Post
  readonly from: LocalDate
  readonly holder: string | null
  readonly cover: string | null
}

export interface Route {
  readonly status: "Unknown" | "Open"
  readonly establishment: EstablishmentCode | null
  readonly jurisdiction: "ENGLAND" | "WALES" | null
  readonly opened: { readonly event: string; readonly on: LocalDate } | null
  readonly hours: ReadonlyArray<Hours>
  readonly posts: ReadonlyArray<Holding>
  readonly changed: Change | null
}

const unknown: Route = {
  status: "Unknown",
  establishment: null,
  jurisdiction: null,
  opened: null,
  hours: [],
  posts: [],
  changed: null
}

const holding = (route: Route, event: Happened, held: Omit<Holding, "event" | "from">): Route => ({
  ...route,
  posts: [...route.posts, { ...held, event: event.id, from: event.on }]
})

export const Route = view<Route>("Route", unknown).from({
  of: routeEvents,
  by: "stream",
  evolve: {
    RoutesOpened: (_, event) => ({
      ...unknown,
      status: "Open",
      establishment: event.data.establishment,
      jurisdiction: event.data.jurisdiction,
      opened: { event: event.id, on: event.on },
      changed: changeBy(event)
    }),
    RoutesCorrected: (route, { data }) => ({ ...route, jurisdiction: data.jurisdiction }),
    RouteHoursDecided: (route, { data, id, on }) => ({
      ...route,
      hours: [...route.hours, { event: id, from: on, opensAt: data.opensAt, closesAt: data.closesAt }]
    }),
    RoutePostFilled: (route, event) => {
      const { cover = null, holder, post } = event.data
      return holding(route, event, { post, holder, cover })
    },
    RoutePostVacated: (route, event) => holding(route, event, { post: event.data.post, holder: null, cover: null }),
    RouteEntryVoided: (route, { corrects }) => ({
      ...route,
      hours: route.hours.filter(({ event }) => event !== corrects),
      posts: route.posts.filter(({ event }) => event !== corrects)
    })
  }
})

/** The same by establishment; there is one record for each. */
export const RoutesAt = view<Route>("RoutesAt", unknown).from({
  of: routeEvents,
  by: "establishment",
  evolve: Object.fromEntries(
    routeEvents.map(({ type }) => [type, (route: Route, event: Happened) => Route.evolve(route, event, "")])
  ) as never
})

/** The id of the record of an establishment; empty while there is none. */
export const RouteIdAt = view<string>("RouteIdAt", "").from({
  of: [RoutesOpened],
  by: "establishment",
  evolve: { RoutesOpened: (_, event) => idOfRecord(event) }
})

/** What may be done in each state. */
export const routeSteps: Readonly<Record<Route["status"], ReadonlyArray<string>>> = {
  Unknown: ["OpenRoutes"],
  Open: ["CorrectRoutes", "DecideRouteHours", "FillRoutePost", "VacateRoutePost", "VoidRouteEntry"]
}

/** Of what holds from a day or before, the last; of two of one day the one recorded later. */
const lastBy = <A extends { readonly from: LocalDate }>(all: ReadonlyArray<A>, day: LocalDate): A | null =>
  all.filter(({ from }) => from <= day)
    .reduce<A | null>((last, one) => (last === null || one.from >= last.from ? one : last), null)

/** Who holds the post on the day, and who covers. */
export const holdingOn = ({ posts }: Route, post: Post, day: LocalDate): Holding | null =>
  lastBy(posts.filter((one) => one.post === post), day)

/** Who covers on the day for a member of staff in any post that they hold. */
export const coversOf = (route: Route, staff: string, day: LocalDate): ReadonlyArray<string> => {
  const held = [...new Set(route.posts.map(({ post }) => post))].map((post) => holdingOn(route, post, day))
  return held.flatMap((one) => (one !== null && one.holder === staff && one.cover !== null ? [one.cover] : []))
}

/** Everybody who was ever named. */
export const staffOf = ({ posts }: Route): ReadonlyArray<string> => [
  ...new Set(posts.flatMap(({ cover, holder }) => [holder, cover].filter((one) => one !== null)))
]

export const hoursOn = ({ hours }: Route, day: LocalDate): Hours | null => lastBy(hours, day)

/** When work ends on a day; where nobody decided the hours, with the day itself. */
export const closingOn = (route: Route, day: LocalDate): Instant => {
  const hours = hoursOn(route, day)
  return (hours === null ? null : atWall(day, hours.closesAt)) ?? endOf(day)
}

/**
 * Whether people are at work: on a working day, within the hours of that day. Beyond the calendar nobody is thought to
 * be, so that whoever is there round the clock is called.
 */
export const isAtWork = (route: Route, at: Instant): boolean => {
  const day = localDateOf(at)
  if (!isInCalendar(day) || !isWorkingDay(day)) return false
  const [hours, time] = [hoursOn(route, day), localTimeOf(at)]
  return hours === null || (hours.opensAt <= time && time < hours.closesAt)
}

/** The working day on which something counts: the day itself until work ends, else the next. */
export const countedOn = (route: Route, at: Instant): LocalDate => {
  const day = localDateOf(at)
  return addWorkingDays(at < closingOn(route, day) ? day : addDays(day, 1), 0)
}

/** When work begins next, at an instant outside the hours. */
export const nextOpening = (route: Route, at: Instant): Instant => {
  const day = countedOn(route, at)
  const hours = hoursOn(route, day)
  return (hours === null ? null : atWall(day, hours.opensAt)) ?? startOf(day)
}
