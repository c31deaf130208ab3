/**
 * Non-associations: who is to be kept apart from whom, for those who decide where people are. Never why.
 */
import { levelWords, mayGive, openedOn, say } from "@peerwork/core"
import type { NonAssociationStatus, Role } from "@peerwork/core"
import * as Effect from "effect/Effect"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { inList } from "../records/Names.ts"
import { page } from "../server/Answer.ts"
import type { Page } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { actionsFor } from "./Actions.ts"
import { tagIn } from "./StatusTags.ts"
import { historyLink } from "./VersionPlaces.ts"

const tagOf = tagIn<NonAssociationStatus>({ Closed: "grey", Voided: "grey" })

const order = ["Open", "Closed", "Voided", "Unknown"]

/** Every non-association, the open ones first. */
export const nonAssociationsPage = (looked: Looked, role: Role): Page => {
  const { names, records } = looked
  const all = [...records.nonassociation.values()].sort((a, b) =>
    order.indexOf(a.state.status) - order.indexOf(b.state.status) || (a.id < b.id ? -1 : 1)
  )
  return page("non-associations.njk", "Non-associations", {
    opens: mayGive(role, "OpenNonAssociation")
      ? [{ text: "Open a non-association", href: "/do/OpenNonAssociation" }]
      : [],
    rows: all.map(({ id, state }) => {
      const since = openedOn(state)
      const now = state.status === "Open" ? state.apart.at(-1)?.level : undefined
      const { actions, corrections } = actionsFor(looked, "nonassociation", id, role)
      return {
        pair: [state.person, state.other].map((one) => ({ name: inList(names, one), href: `/workers/${one}` })),
        level: now === undefined ? "No longer" : levelWords[now],
        since: since === null ? "Struck out" : say(since),
        tag: tagOf(state.status),
        actions: [...actions, ...corrections, historyLink("nonassociation", id)]
      }
    })
  })
}

const list: Route = pages(
  "GET",
  "/non-associations",
  (asked) => Effect.map(lookedAtBy(asked), (looked) => nonAssociationsPage(looked, asked.person.role)),
  "nonAssociations"
)

export const nonAssociationRoutes: ReadonlyArray<Route> = [list]
