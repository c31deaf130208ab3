/**
 * The words of the API document: short names for the schemas, parameters and answers of which it is made.
 */
import type { JsonObject } from "@peerwork/core"
import type { Parameters } from "../server/QueryParameters.ts"

export const text: JsonObject = { type: "string" }
export const date: JsonObject = { type: "string", format: "date" }
export const instant: JsonObject = { type: "string", format: "date-time" }
export const whole: JsonObject = { type: "integer", minimum: 0 }
export const uuid: JsonObject = { type: "string", format: "uuid" }
export const orNull = (schema: JsonObject): JsonObject => ({ anyOf: [schema, { type: "null" }] })
export const listOf = (items: JsonObject): JsonObject => ({ type: "array", items })
export const object = (properties: JsonObject): JsonObject => ({ type: "object", properties })
export const schemaRef = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

/** What an address takes, as it reads it. */
export const inQuery = (parameters: Parameters): ReadonlyArray<JsonObject> =>
  Object.entries(parameters).map(([name, { description, schema }]) => ({
    name,
    in: "query",
    required: false,
    description,
    schema
  }))

export const inHeader = (name: string, required: boolean, description: string, schema: JsonObject): JsonObject => ({
  name,
  in: "header",
  required,
  description,
  schema
})

export const inPath = (name: string): JsonObject => ({ name, in: "path", required: true, schema: text })

export const json = (description: string, schema: JsonObject): JsonObject => ({
  description,
  content: { "application/json": { schema } }
})

export const failing = (...statuses: ReadonlyArray<string>): JsonObject =>
  Object.fromEntries(statuses.map((status) => [status, { $ref: "#/components/responses/Problem" }]))

export const read = (
  operationId: string,
  summary: string,
  parameters: ReadonlyArray<JsonObject>,
  ok: JsonObject
): JsonObject => ({
  get: {
    operationId,
    summary,
    tags: ["reads"],
    parameters,
    responses: { 200: ok, ...failing("400", "401", "403", "404", "500") }
  }
})
