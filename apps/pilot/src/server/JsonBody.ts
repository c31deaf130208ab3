/**
 * JSON bodies: text to an object of members, or one sentence about what is wrong.
 *
 * A name that stands twice is refused, because two readers may take one each; so is anything but an object, and an
 * object inside too many others.
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

/** Names of the outermost object that stand more than once. */
const repeated = (text: string, names: number): boolean => {
  // Every string followed by a colon is a name; nesting is counted over what is left
  let depth = 0
  let found = 0
  for (const [part] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[{}[\]]/gs)) {
    if (part === "{" || part === "[") depth += 1
    else if (part === "}" || part === "]") depth -= 1
    else if (depth === 1 && part.endsWith(":")) found += 1
  }
  return found > names
}

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
  if (repeated(text, Object.keys(value).length)) return problem("invalid", "The body names a field twice")
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
