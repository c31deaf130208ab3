/**
 * Support of workers: who is supported after a death, exploitation or harm, by whom, and when it is looked at again.
 * Never why, and never what was found.
 */
import { mayGive, reviewOf, say } from "@peerwork/core"
import type { Role, Support, SupportStatus } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { staffLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { inList } from "../records/Names.ts"
import type { Kept } from "../records/Records.ts"
import { page } from "../server/Answer.ts"
import type { Page } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { actionsFor } from "./Actions.ts"
import type { Attention } from "./Attention.ts"
import { counted } from "./Counted.ts"
import { tagIn } from "./StatusTags.ts"
import { historyLink } from "./VersionPlaces.ts"

const tagOf = tagIn<SupportStatus>({ Ended: "grey", Voided: "grey" })

const order = ["Open", "Ended", "Voided", "Unknown"]

/** Open support first, by the day on which it is looked at again. */
const sorted = ({ records }: Looked): ReadonlyArray<Kept<Support>> =>
  [...records.support.values()].sort((a, b) =>
    order.indexOf(a.state.status) - order.indexOf(b.state.status) ||
    ((reviewOf(a.state) ?? "") < (reviewOf(b.state) ?? "") ? -1 : 1)
  )

/** Support whose day of review has come. */
export const supportAttention = (looked: Looked): ReadonlyArray<Attention> => [{
  key: "support-to-review",
  counted: counted("worker's support to review", "workers' support to review"),
  says: "The day of review has come. Look with the worker at whether it is needed: review it, or end it",
  items: sorted(looked).flatMap(({ state }) => {
    const review = reviewOf(state)
    return review === null || review > looked.day ? [] : [{
      text: inList(looked.names, state.person),
      href: "/support",
      detail: `by ${staffLabel(looked, state.givenBy)}, was to be reviewed on ${say(review)}`
    }]
  })
}]

/** All support of workers. */
export const supportPage = (looked: Looked, role: Role): Page =>
  page("support.njk", "Support of workers", {
    opens: mayGive(role, "OpenWorkerSupport")
      ? [{ text: "Open support for a worker", href: "/do/OpenWorkerSupport" }]
      : [],
    rows: sorted(looked).map(({ id, state }) => {
      const review = reviewOf(state)
      const { actions, corrections } = actionsFor(looked, "support", id, role)
      return {
        name: inList(looked.names, state.person),
        person: state.person,
        by: staffLabel(looked, state.givenBy),
        review: review === null ? "Not open" : say(review),
        tag: tagOf(state.status),
        actions: [...actions, ...corrections, historyLink("support", id)]
      }
    })
  })

const list: Route = pages(
  "GET",
  "/support",
  (asked) => Effect.map(lookedAtBy(asked), (looked) => supportPage(looked, asked.person.role)),
  "records"
)

export const supportRoutes: ReadonlyArray<Route> = [list]
