/**
 * The API document: OpenAPI 3.1, written from the definitions of the law when the app starts.
 *
 * Every command's body is its fields, each with the schema of its kind, its question as description, and whom it may
 * concern as `x-classification`. What a field page asks and what the document says are therefore the same.
 */
import { allCommands, decisions, law, rolesFor } from "@peerwork/core"
import type { Command, Field, Json, JsonObject } from "@peerwork/core"
import * as Effect from "effect/Effect"
import * as JSONSchema from "effect/JSONSchema"
import { data } from "../server/Answer.ts"
import { machine } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { readOperations, sharedSchemas } from "./OpenApiReads.ts"

/** A JSON Schema, as plain JSON. */
const plain = (schema: unknown): JsonObject => JSON.parse(JSON.stringify(schema)) as JsonObject

const described = ({ hint, question }: Field): string =>
  [question, hint].filter((part) => part !== null && part !== "").join(" ")

/** The schema of a field; schemas that have a name go into `named`, once. */
const fieldSchema = (field: Field, named: Record<string, JSONSchema.JsonSchema7>): JsonObject => {
  const schema = plain(JSONSchema.fromAST(field.kind.schema.ast, {
    definitions: named,
    definitionPath: "#/components/schemas/",
    target: "jsonSchema2020-12"
  }))
  const about: JsonObject = {
    description: described(field),
    "x-classification": field.classification,
    ...(field.classification === "personal" ? { "x-subject": field.subject, "x-keep": field.keep } : {}),
    ...(field.classification === "tagged" ? { "x-tag": field.tag } : {}),
    ...("to" in field.kind.input ? { "x-reference": field.kind.input.to } : {})
  }
  return { ...schema, ...about }
}

const overrides: JsonObject = {
  type: "array",
  maxItems: 20,
  description: "Soft rules that you decide not to follow, each with the reason",
  "x-classification": "personal",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["rule", "reason"],
    properties: { rule: { type: "string" }, reason: { type: "string", minLength: 1, maxLength: 2000 } }
  }
}

const bodySchema = (command: Command, named: Record<string, JSONSchema.JsonSchema7>): JsonObject => {
  const fields = Object.entries(command.fields)
  return {
    type: "object",
    description: command.says,
    additionalProperties: false,
    required: fields.filter(([, field]) => field.optional !== true).map(([name]) => name),
    properties: { ...Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(field, named)])), overrides }
  }
}

const refersTo = (kind: "responses" | "parameters" | "schemas", name: string): JsonObject => ({
  $ref: `#/components/${kind}/${name}`
})

const body = (name: string): JsonObject => ({
  required: true,
  content: { "application/json": { schema: refersTo("schemas", name) } }
})

const asJson = (description: string, schema: JsonObject): JsonObject => ({
  description,
  content: { "application/json": { schema } }
})

const problems = (...statuses: ReadonlyArray<string>): JsonObject =>
  Object.fromEntries(statuses.map((status) => [status, refersTo("responses", "Problem")]))

const rulesOf = (name: string): ReadonlyArray<Json> =>
  (decisions.get(name)?.rules ?? []).map(({ id, says, strength }) => ({ id, says, strength }))

const operation = ({ life, name, says, title }: Command): JsonObject => ({
  operationId: name,
  tags: [life],
  summary: title,
  description: says,
  "x-roles": rolesFor(name),
  "x-rules": rulesOf(name),
  parameters: [refersTo("parameters", "IdempotencyKey"), refersTo("parameters", "IfMatch")],
  requestBody: body(name),
  responses: {
    200: asJson("Recorded before under this id, or already so", refersTo("schemas", "Receipt")),
    201: asJson("Recorded", refersTo("schemas", "Receipt")),
    ...problems("202", "400", "401", "403", "409", "412", "413", "415", "422", "500", "503")
  }
})

const dryRun = ({ life, name, title }: Command): JsonObject => ({
  operationId: `check${name}`,
  tags: [life],
  summary: `${title}: what would become of it`,
  description: "Every rule that the command asks, held or not. Nothing is stored",
  "x-roles": rolesFor(name),
  requestBody: body(name),
  responses: {
    200: asJson("What would become of it", refersTo("schemas", "Check")),
    ...problems("400", "401", "403", "413", "415", "500", "503")
  }
})

const write = (): JsonObject => {
  const named: Record<string, JSONSchema.JsonSchema7> = {}
  const bodies = Object.fromEntries(allCommands.map((command) => [command.name, bodySchema(command, named)]))
  const paths = Object.fromEntries(allCommands.flatMap((command) => [
    [`/api/commands/${command.name}`, { post: operation(command) }],
    [`/api/check/${command.name}`, { post: dryRun(command) }]
  ]))
  return {
    openapi: "3.1.0",
    info: {
      title: "Peerwork",
      version: law,
      description: "The law of prison peer work: who may do what, from when, and why"
    },
    security: [{ demo: [] }],
    paths: { ...paths, ...readOperations },
    components: {
      securitySchemes: {
        demo: {
          type: "http",
          scheme: "bearer",
          description: "demo-<role>, such as demo-coordinator. Invented people only"
        }
      },
      ...sharedSchemas,
      schemas: { ...sharedSchemas.schemas, ...plain(named), ...bodies }
    }
  }
}

/** The document. */
export const openApi: JsonObject = write()

export const openApiRoutes: ReadonlyArray<Route> = [
  machine("GET", "/openapi.json", () => Effect.succeed(data(openApi, { "cache-control": "public, max-age=300" })))
]
