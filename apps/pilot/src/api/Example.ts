/**
 * Examples: a request that could be sent, for every command, made from its definition.
 */
import type { Command, Field, Input, Json } from "@peerwork/core"

const anId = "5b1f0c4e-2d3a-4f6b-9c8d-7e6f5a4b3c2d"

const first = (options: Readonly<Record<string, string>>): string => Object.keys(options)[0] ?? ""

const valueOf = (input: Input): Json => {
  switch (input._tag) {
    case "Date":
      return "2016-04-04"
    case "DateTime":
      return "2016-04-04T09:22"
    case "YesOrNo":
      return true
    case "Count":
      return Math.max(input.min, 1)
    case "Choice":
      return first(input.options)
    case "Several":
      return [first(input.options)]
    case "Code":
      return input.example
    case "Codes":
      return [input.example]
    case "Reference":
      return anId
    case "References":
      return [anId]
    case "Rows":
      return [
        Object.fromEntries(
          Object.entries(input.columns).filter(([, { optional }]) => !optional).map(([name, column]) =>
            [name, valueOf(column.input)] as const
          )
        )
      ]
    case "Text":
      return "..."
  }
}

const exampleValue = (
  name: string,
  { kind }: Field
): Json => (name === "prisonNumber" ? "A1234AA" : valueOf(kind.input))

/** A body that the command reads. */
export const exampleBody = (command: Command): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries<Field & { readonly optional?: true }>(command.fields).filter(([, field]) => field.optional !== true)
      .map(([name, field]) => [name, exampleValue(name, field)])
  )

/** The request as one would type it. */
export const exampleOf = (command: Command): string =>
  [
    `POST /api/commands/${command.name}`,
    "Authorization: Bearer demo-coordinator",
    "Content-Type: application/json",
    "Idempotency-Key: 0d9f3c1a-6b1e-4a57-8f0e-3c2b1a0d9f8e",
    "",
    JSON.stringify(exampleBody(command), null, 2)
  ].join("\n")
