/**
 * Query parameters: which ones an address takes, and what each may say.
 *
 * They are declared once, and the API document is written from the same declaration. Whatever else stands in a query is
 * refused, with everything that is wrong named at once: a name that nobody knows would be a question left unanswered.
 */
import type { JsonObject } from "@peerwork/core"
import * as Effect from "effect/Effect"
import type { Problem } from "./Answer.ts"
import { invalidProblem } from "./Problems.ts"
import type { Handler, Known } from "./Routes.ts"

/** A parameter that may be left out. */
export interface Parameter<A> {
  /** What it asks for. */
  readonly description: string
  readonly schema: JsonObject
  /** What would be right: `must be ...`. */
  readonly says: string
  /** Whether it may say several things: by commas, or by standing there several times. */
  readonly several: boolean
  /** What is said, as a value; undefined where it means nothing. */
  readonly read: (texts: ReadonlyArray<string>) => A | undefined
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>

/** What a query says; null where it does not say. */
export type Said<P extends Parameters> = {
  readonly [Name in keyof P]: P[Name] extends Parameter<infer A> ? A | null : never
}

export const parameter = <A>(
  description: string,
  schema: JsonObject,
  says: string,
  read: (text: string) => A | undefined
): Parameter<A> => ({ description, schema, says, several: false, read: ([text = ""]) => read(text) })

/** One that may say several things. */
export const several = <A>(
  description: string,
  says: string,
  read: (texts: ReadonlyArray<string>) => A | undefined
): Parameter<A> => ({ description, schema: { type: "string" }, says, several: true, read })

const named = (parameters: Parameters): string => {
  const names = Object.keys(parameters)
  return names.length === 0 ? "This address takes no parameters" : `The parameters are ${names.join(", ")}`
}

const textsOf = (query: URLSearchParams, name: string, { several }: Parameter<unknown>): ReadonlyArray<string> =>
  several ? query.getAll(name).flatMap((text) => text.split(",")).map((text) => text.trim()) : query.getAll(name)

interface Wrong {
  readonly field: string
  readonly says: string
}

/** The value of one parameter, or what is wrong with it. */
const valueOf = (name: string, parameter: Parameter<unknown>, query: URLSearchParams): { value: unknown } | Wrong => {
  const texts = textsOf(query, name, parameter)
  if (texts.length > 1 && !parameter.several) return { field: name, says: "stands more than once. Say it once" }
  const value = texts.includes("") ? undefined : parameter.read(texts)
  return value === undefined ? { field: name, says: parameter.says } : { value }
}

/** Reads a query that may hold these parameters, and nothing else. */
export const readQuery = <const P extends Parameters>(
  query: URLSearchParams,
  parameters: P
): Effect.Effect<Said<P>, Problem> =>
  Effect.suspend(() => {
    const names = [...new Set(query.keys())]
    const wrong: Array<Wrong> = names.filter((name) => !Object.hasOwn(parameters, name))
      .map((name) => ({ field: name.slice(0, 60), says: `is not known here. ${named(parameters)}` }))
    const said: Record<string, unknown> = {}
    for (const [name, parameter] of Object.entries(parameters)) {
      const read = names.includes(name) ? valueOf(name, parameter, query) : { value: null }
      if ("says" in read) wrong.push(read)
      else said[name] = read.value
    }
    return wrong.length === 0 ? Effect.succeed(said as Said<P>) : Effect.fail(invalidProblem(wrong))
  })

/** A handler of an address that takes these parameters. */
export const taking =
  <const P extends Parameters>(parameters: P, answer: (asked: Known, said: Said<P>) => ReturnType<Handler<Known>>) =>
  (asked: Known): ReturnType<Handler<Known>> =>
    Effect.flatMap(readQuery(asked.query, parameters), (said) => answer(asked, said))

/** A handler of an address that takes none. */
export const takingNone = (answer: Handler<Known>): Handler<Known> => taking({}, answer)
