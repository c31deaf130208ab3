/**
 * What can be done: every command that the role may give, by life; and what was done.
 */
import {
  allCommands,
  decisions,
  eventTypes,
  instanceOf,
  isLifeName,
  lifeWords,
  mayGive,
  sessionTitles
} from "@peerwork/core"
import type { Envelope, LifeName, Role } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { judgedIn, recordedUnder } from "../api/Receipts.ts"
import { ruleRows } from "../forms/RuleRows.ts"
import { labelOf, plainText } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { otherRolesFor } from "../records/OtherRoles.ts"
import { pageOf } from "../records/RecordPages.ts"
import type { Records } from "../records/Records.ts"
import { page, problem } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { maySee, maySeeEvent } from "../signin/WhoSees.ts"
import { actionsFor } from "./Actions.ts"

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

/** Lives whose records have a name of their own to be told apart by. */
const unnamed: ReadonlyArray<string> = ["circumstance", "notice"]

const titles: Readonly<Record<string, string>> = sessionTitles

/** The record that the command was about: not always the one whose history it became part of. */
const aboutWhich = ({ command, decision, stream }: Envelope) => {
  const life = decisions.get(command.type)?.command.life
  const id = life === undefined ? undefined : decision.command[life]
  return life !== undefined && isLifeName(life) && typeof id === "string" ? { life, id } : instanceOf(stream)
}

interface RecordNamed {
  readonly life: LifeName
  readonly id: string
}

/** About whom or what it is, in the words in which lists tell records apart. */
const aboutRows = (
  looked: Looked,
  { id, life }: RecordNamed,
  envelopes: ReadonlyArray<Envelope>
) => {
  const others = [...new Set(envelopes.map(({ stream }) => stream))].flatMap((stream) => {
    const other = instanceOf(stream)
    return other === null || other.life === life ? [] : [labelOf(looked, other.life, other.id)]
  })
  const session = envelopes.map(({ data }) => titles[plainText(data["session"] ?? "")]).find((one) => one !== undefined)
  return [
    ...(unnamed.includes(life) ? [] : [{ key: "About", value: labelOf(looked, life, id) }]),
    ...(session === undefined ? [] : [{ key: "Session", value: session }]),
    ...(others.length === 0 ? [] : [{ key: "For", value: others.join("\n") }])
  ]
}

/** On from a training to the cohort that it is of, whose coordinator comes from there and goes on there. */
const toTheCohort = (records: Records, role: Role, { type }: Envelope["command"], { id, life }: RecordNamed) => {
  const cohort = life === "training" ? records.training.get(id)?.state.cohort ?? null : null
  if (cohort === null) return []
  const again = type === "EnrolTrainee" && mayGive(role, type)
    ? [{ text: "Enrol another trainee", href: `/do/${type}?cohort=${cohort}` }]
    : []
  return [...again, pageOf(records, "cohort", cohort)]
}

const done: Route = pages("GET", "/done/:command", (asked) =>
  Effect.gen(function*() {
    const commandId = asked.params["command"]
    const kept = yield* recordedUnder(commandId, asked)
    if (kept === null) return problem("not-found", "Nothing was recorded under this address")
    const looked = yield* lookedAtBy(asked)
    const { role } = asked.person
    const envelopes = kept.events.map(({ envelope }) => envelope)
    const [first] = envelopes
    const title = eventTypes.get(first?.type ?? "")?.title ?? "Recorded"
    const instance = first === undefined ? null : aboutWhich(first)
    if (instance === null || first === undefined) return page("done.njk", title, { actions: [], links: [], rules: [] })
    const seesRecords = maySee(role, "records") || ["scheme", "staff", "trainer"].includes(instance.life)
    return page("done.njk", title, {
      about: seesRecords && maySeeEvent(role, first.type) ? aboutRows(looked, instance, envelopes) : [],
      otherRoles: seesRecords ? otherRolesFor(looked, first.command.type, instance.id) : [],
      rules: ruleRows(judgedIn(first)),
      links: seesRecords
        ? [
          ...toTheCohort(looked.records, role, first.command, instance),
          pageOf(looked.records, instance.life, instance.id),
          { text: "A receipt to print", href: `/receipts/${commandId}` }
        ]
        : [],
      actions: actionsFor(looked, instance.life, instance.id, role).actions
    })
  }))

export const doRoutes: ReadonlyArray<Route> = [list, done]
