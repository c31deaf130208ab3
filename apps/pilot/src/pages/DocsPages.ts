/**
 * The documentation of the API as pages of this app, from the same definitions as the API document.
 */
import { allCommands, decisions, lifeWords, rolesFor } from "@peerwork/core"
import type { Command, Field } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { exampleOf } from "../api/Example.ts"
import { collections } from "../api/ReadsApi.ts"
import { page, problem } from "../server/Answer.ts"
import { open } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"

const docs: Route = open("GET", "/docs", () =>
  Effect.succeed(page("docs.njk", "For developers", {
    groups: Object.entries(lifeWords).map(([life, heading]) => ({
      life: heading,
      commands: allCommands.filter((command) => command.life === life).map(({ name, says }) => ({ name, says }))
    })),
    collections: collections.map(({ name }) => name)
  })))

const fieldRow = ([name, field]: readonly [string, Field & { readonly optional?: true }]) => ({
  name,
  kind: field.kind.input._tag,
  says: [field.question, field.hint].filter((part) => part !== null && part !== "").join(" "),
  isOptional: field.optional === true,
  classification: field.classification,
  options: "options" in field.kind.input
    ? Object.entries(field.kind.input.options).map(([code, text]) => ({ code, text }))
    : []
})

const described = (command: Command) => ({
  name: command.name,
  title: command.title,
  says: command.says,
  roles: rolesFor(command.name).join(", "),
  fields: Object.entries(command.fields).map(fieldRow),
  example: exampleOf(command),
  rules: (decisions.get(command.name)?.rules ?? []).map(({ id, says }) => ({ id, says }))
})

const one: Route = open("GET", "/docs/:command", ({ params }) => {
  const command = decisions.get(params["command"] ?? "")?.command
  return Effect.succeed(
    command === undefined
      ? problem("not-found", "There is no such command")
      : page("docs-command.njk", `For developers: ${command.name}`, { command: described(command) })
  )
})

export const docsRoutes: ReadonlyArray<Route> = [docs, one]
