/**
 * What can be done: every command that the role may give, by life; and what was done.
 */
import { allCommands, eventTypes, instanceOf, lifeWords, mayGive } from "@peerwork/core"
import type { LifeName, Role } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { judgedIn, recordedUnder } from "../api/Receipts.ts"
import { lookedAtBy } from "../forms/CommandPages.ts"
import { ruleRows } from "../forms/RuleRows.ts"
import type { Looked } from "../records/Labels.ts"
import { otherRolesFor } from "../records/OtherRoles.ts"
import { page, problem } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { maySee } from "../signin/WhoSees.ts"
import { actionsFor } from "./Actions.ts"
import type { Link } from "./Actions.ts"

const lives: Readonly<Record<LifeName, string>> = lifeWords

const commandsFor = (role: Role) =>
  Object.entries(lives).map(([life, heading]) => ({
    heading,
    commands: allCommands.filter((command) => command.life === life && mayGive(role, command.name))
      .map(({ name, says, title }) => ({ text: title, href: `/do/${name}`, says }))
  })).filter(({ commands }) => commands.length > 0)

const list: Route = pages(
  "GET",
  "/do",
  ({ person }) =>
    Effect.succeed(
      page("do.njk", "What would you like to record?", { groups: commandsFor(person.role), role: person.role })
    )
)

/** The page of a record; where it has none of its own, of the record that it belongs to. */
export const pageOf = ({ records }: Looked, life: LifeName, id: string): Link => {
  switch (life) {
    case "scheme":
      return { text: "See the scheme", href: `/schemes/${id}` }
    case "staff":
      return { text: "See all staff", href: "/staff" }
    case "person":
      return { text: "See the worker", href: `/workers/${id}` }
    case "appointment":
      return { text: "See the worker", href: `/workers/${records.appointment.get(id)?.state.person ?? ""}` }
    case "shadowing":
      return { text: "See the shadowing", href: `/shadowings/${id}` }
    case "escalation":
      return { text: "See the escalation", href: `/escalations/${id}` }
    case "route":
      return { text: "See the routes", href: "/routes" }
    case "template":
      return { text: "See the templates", href: "/templates" }
    case "cohort":
      return { text: "See the cohort", href: `/cohorts/${id}` }
    case "training":
      return { text: "See the training", href: `/workers/${records.training.get(id)?.state.person ?? ""}/training` }
    case "trainer":
      return { text: "See the trainer", href: `/trainers/${id}` }
    case "supervision":
      return {
        text: "See the supervision",
        href: `/workers/${records.supervision.get(id)?.state.person ?? ""}/supervision`
      }
    case "nonassociation":
      return { text: "See the non-associations", href: "/non-associations" }
    case "notice":
      return { text: "See the worker", href: `/workers/${records.notice.get(id)?.state.person ?? ""}` }
    case "circumstance":
      return { text: "See the changes of circumstances", href: "/circumstances" }
    case "support":
      return { text: "See the support of workers", href: "/support" }
  }
}

const done: Route = pages("GET", "/done/:command", (asked) =>
  Effect.gen(function*() {
    const commandId = asked.params["command"]
    const kept = yield* recordedUnder(commandId, asked)
    if (kept === null) return problem("not-found", "Nothing was recorded under this address")
    const looked = yield* lookedAtBy(asked)
    const [first] = kept.events
    const instance = instanceOf(first?.envelope.stream ?? "")
    const title = eventTypes.get(first?.envelope.type ?? "")?.title ?? "Recorded"
    if (instance === null || first === undefined) return page("done.njk", title, { actions: [], links: [], rules: [] })
    const seesRecords = maySee(asked.person.role, "records") || ["scheme", "staff", "trainer"].includes(instance.life)
    return page("done.njk", title, {
      otherRoles: seesRecords ? otherRolesFor(looked, first.envelope.command.type, instance.id) : [],
      rules: ruleRows(judgedIn(first.envelope)),
      links: seesRecords
        ? [pageOf(looked, instance.life, instance.id), { text: "A receipt to print", href: `/receipts/${commandId}` }]
        : [],
      actions: actionsFor(looked, instance.life, instance.id, asked.person.role).actions
    })
  }))

export const doRoutes: ReadonlyArray<Route> = [list, done]
