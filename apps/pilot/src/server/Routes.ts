/**
 * Routes: which address answers which method, behind which door.
 *
 * A door says how the one who asks is recognised and how problems are told: programs bring a token and get problem
 * documents, people have a session and get pages. The pattern of a route, never the address itself, goes into the log,
 * because an address may hold an id.
 */
import type * as Effect from "effect/Effect"
import type { DemoPerson } from "../signin/DemoPeople.ts"
import type { Session } from "../signin/Sessions.ts"
import type { Sight } from "../signin/WhoSees.ts"
import type { Answer, Problem } from "./Answer.ts"
import type { Failure, Services } from "./Services.ts"

/** A request, as handlers see it. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
  readonly session: Session | null
  /** Who acts; null behind a door that asks nobody. */
  readonly person: DemoPerson | null
}

/** The same behind a door that lets nobody in who is not known. */
export interface Known extends Asked {
  readonly person: DemoPerson
}

export type Door =
  /** Programs, with a token. */
  | "api"
  /** People who have signed in. */
  | "pages"
  /** Files to take away: people who have signed in, and programs with a token. */
  | "downloads"
  /** People, signed in or not. */
  | "open"
  /** Programs, without a token: is the app alive, what does it offer. */
  | "machine"

export interface Route {
  readonly method: "GET" | "POST"
  readonly path: string
  readonly door: Door
  /** What the role must be allowed to see. */
  readonly sees: Sight | null
  readonly answer: (asked: Known) => Effect.Effect<Answer, Problem | Failure, Services>
}

export type Handler<A> = (asked: A) => Effect.Effect<Answer, Problem | Failure, Services>

const knowing =
  (door: "api" | "pages" | "downloads") =>
  (method: Route["method"], path: string, answer: Handler<Known>, sees?: Sight): Route => ({
    method,
    path,
    door,
    sees: sees ?? null,
    answer
  })

const asking =
  (door: "open" | "machine") => (method: Route["method"], path: string, answer: Handler<Asked>): Route => ({
    method,
    path,
    door,
    sees: null,
    answer
  })

export const api = knowing("api")
export const pages = knowing("pages")
export const downloads = knowing("downloads")
export const open = asking("open")
export const machine = asking("machine")

/** The parts of a route that fit an address; null where they do not. */
const paramsOf = (pattern: string, path: string): Readonly<Record<string, string>> | null => {
  const [wanted, given] = [pattern.split("/"), path.split("/")]
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ""
    if (part.startsWith(":")) params[part.slice(1)] = value
    else if (part !== value) return null
  }
  return params
}

export type Matched =
  | { readonly _tag: "Route"; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly _tag: "OtherMethod"; readonly allow: ReadonlyArray<string>; readonly route: Route }
  | { readonly _tag: "None" }

/** The route of a request. `HEAD` is answered like `GET`. The first that fits counts. */
export const match = (routes: ReadonlyArray<Route>, method: string, path: string): Matched => {
  const wanted = method === "HEAD" ? "GET" : method
  const found = routes.flatMap((route) => {
    const params = paramsOf(route.path, path)
    return params === null ? [] : [{ _tag: "Route" as const, route, params }]
  })
  const exact = found.find(({ route }) => route.method === wanted)
  if (exact !== undefined) return exact
  const [other] = found
  if (other === undefined) return { _tag: "None" }
  const methods = [...new Set(found.map(({ route }) => route.method))]
  return { _tag: "OtherMethod", route: other.route, allow: methods.includes("GET") ? [...methods, "HEAD"] : methods }
}
