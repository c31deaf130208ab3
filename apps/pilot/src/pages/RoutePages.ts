/**
 * Routes: to whom escalations go at each establishment, and when people are at work there.
 */
import { holdingOn, hoursOn, mayGive, posts, sayPost } from "@peerwork/core"
import type { Post, Role, Route as Routes } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { staffLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { page } from "../server/Answer.ts"
import type { Page } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { actionsFor } from "./Actions.ts"
import { historyLink } from "./VersionPlaces.ts"

const rowOf = (looked: Looked, routes: Routes, post: Post) => {
  const held = holdingOn(routes, post, looked.day)
  const name = (staff: string | null | undefined): string => staff == null ? "Nobody" : staffLabel(looked, staff)
  return { post: sayPost(post), holder: name(held?.holder), cover: name(held?.cover) }
}

/** The routes of every establishment. */
const routesPage = (looked: Looked, role: Role): Page =>
  page("routes.njk", "Routes of escalations", {
    open: mayGive(role, "OpenRoutes"),
    establishments: [...looked.records.route.values()].map(({ id, state }) => {
      const hours = hoursOn(state, looked.day)
      return {
        name: state.establishment ?? "",
        country: state.jurisdiction === "WALES" ? "Wales" : "England",
        hours: hours === null ? "Working days, all day" : `Working days from ${hours.opensAt} to ${hours.closesAt}`,
        history: [historyLink("route", id)],
        rows: posts.map((post) => rowOf(looked, state, post)),
        ...actionsFor(looked, "route", id, role)
      }
    })
  })

const list: Route = pages(
  "GET",
  "/routes",
  (asked) => Effect.map(lookedAtBy(asked), (looked) => routesPage(looked, asked.person.role)),
  "records"
)

export const escalationRouteRoutes: ReadonlyArray<Route> = [list]
