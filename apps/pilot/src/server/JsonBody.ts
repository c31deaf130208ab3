/**
 * JSON bodies: text to an object of members, or one sentence about what is wrong.
 *
 * A name that stands twice in an object is refused, because two readers may take one each; so is anything but an
 * object, an object inside too many others, and one with more fields than any command has.
 */
import type { JsonObject } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { problem } from "./Answer.ts"
import type { Problem } from "./Answer.ts"
import type { Asked } from "./Routes.ts"

export type ReadBody = { readonly _tag: "Read"; readonly body: JsonObject } | Problem

const deepest = 8

const depthOf = (value: unknown, within = 0): number => {
  if (typeof value !== "object" || value === null || within > deepest) return within
  return Math.max(within, ...Object.values(value).map((inner) => depthOf(inner, within + 1)))
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** How many names stand in a text: every string followed by a colon is one. */
const namesIn = (text: string): number =>
  [...text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:?)/gs)].filter(([, colon]) => colon === ":").length

/** How many names a value has, in all its objects. */
const namesOf = (value: unknown): number =>
  typeof value !== "object" || value === null
    ? 0
    : Object.values(value).reduce<number>(
      (sum, inner) => sum + namesOf(inner),
      Array.isArray(value) ? 0 : Object.keys(value).length
    )

/** More than any command has. */
const mostFields = 100

const tooMany = (fields: number): Problem =>
  problem("too-large", `The most fields in a body are ${mostFields}, and this has ${fields}`, {
    limit: "fields in a body",
    max: mostFields,
    actual: fields
  })

/** Reads the body of a command. */
export const readJson = (text: string): ReadBody => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return problem(
      "invalid",
      text === "" ? "The body is empty. Send the command as a JSON object" : "The body is not JSON"
    )
  }
  if (!isObject(value)) return problem("invalid", "The body must be a JSON object with the fields of the command")
  if (depthOf(value) > deepest) return problem("invalid", `The body is nested more than ${deepest} deep`)
  const fields = Object.keys(value).length
  if (fields > mostFields) return tooMany(fields)
  if (namesIn(text) > namesOf(value)) return problem("invalid", "The body names a field twice")
  return { _tag: "Read", body: value }
}

const isJson = (type: string | undefined): boolean => /^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(type ?? "")

/** The body of a request that must bring JSON, and say so. */
export const jsonIn = ({ body, headers }: Asked): Effect.Effect<JsonObject, Problem> =>
  Effect.suspend(() => {
    if (!isJson(headers["content-type"])) {
      return Effect.fail(problem("media-type", "Send the body as JSON, with Content-Type: application/json"))
    }
    const read = readJson(body)
    return read._tag === "Problem" ? Effect.fail(read) : Effect.succeed(read.body)
  })
