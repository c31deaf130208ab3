/**
 * The log of requests: one line of JSON each, without personal data.
 *
 * It names the route by its pattern, never by its address; no ids of people, no names, no query, no body. An error is
 * written down with its kind and where it happened, not with its message, which could quote what somebody typed.
 */
import * as Cause from "effect/Cause"
import type { Exchange } from "./Exchange.ts"

export type WriteLine = (line: string) => void

const placesIn = (error: unknown): ReadonlyArray<string> =>
  error instanceof Error
    ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).slice(0, 12).map((line) => line.trim())
    : []

const kindOf = (error: unknown): string => {
  if (typeof error === "object" && error !== null && "_tag" in error) return String(error._tag)
  return error instanceof Error ? error.name : typeof error
}

/** Public facts of the few errors of a store that are ours to look into. */
const factsOf = (error: unknown): Readonly<Record<string, unknown>> => {
  if (typeof error !== "object" || error === null) return {}
  const known = ["position", "at", "kind", "type", "reason"]
  return Object.fromEntries(
    Object.entries(error).filter(([name, value]) =>
      known.includes(name) && (typeof value === "string" || typeof value === "number")
    )
  )
}

/** What went wrong, for whoever looks into it. */
export const failureLine = ({ method, pattern, reference }: Exchange, cause: Cause.Cause<unknown>): string => {
  const error = Cause.squash(cause)
  return JSON.stringify({
    time: new Date().toISOString(),
    level: "error",
    message: "failed",
    method,
    route: pattern,
    reference,
    error: kindOf(error),
    ...factsOf(error),
    at: placesIn(error)
  })
}

/** What was asked and how it was answered. */
export const requestLine = ({ beganAt, method, pattern, person, reference }: Exchange, status: number): string =>
  JSON.stringify({
    time: new Date().toISOString(),
    level: status >= 500 ? "error" : "info",
    message: "request",
    method,
    route: pattern,
    status,
    ms: Math.round((performance.now() - beganAt) * 10) / 10,
    ...(person === null ? {} : { role: person.role }),
    ...(reference === null ? {} : { reference })
  })
