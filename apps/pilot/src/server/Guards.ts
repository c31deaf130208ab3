/**
 * Guards: what a request must be before a handler sees it.
 *
 * Each is one question with one answer: did it come under our own name, who asks, may they look, and did a form really
 * come from one of our pages?
 */
import * as Effect from "effect/Effect"
import { isLoopback } from "../Settings.ts"
import { bearer } from "../signin/DemoPeople.ts"
import type { DemoPerson } from "../signin/DemoPeople.ts"
import { isTokenOf, sessionIdIn } from "../signin/Sessions.ts"
import type { Sessions } from "../signin/Sessions.ts"
import { maySee, rolesThatSee } from "../signin/WhoSees.ts"
import type { Sight } from "../signin/WhoSees.ts"
import { problem, redirect } from "./Answer.ts"
import type { Problem, Redirect } from "./Answer.ts"
import { bringsToken } from "./Exchange.ts"
import type { Exchange } from "./Exchange.ts"

/**
 * A page of another site can make a browser send requests here, under the name of that site. Only names of this machine
 * are answered, so no such page can read an answer or use the tokens that everybody knows.
 */
export const cameUnderOurName = ({ headers }: Exchange): Effect.Effect<void, Problem> => {
  const name = (headers["host"] ?? "").toLowerCase().replace(/:\d+$/, "").replaceAll(/^\[|\]$/g, "")
  return isLoopback(name)
    ? Effect.void
    : Effect.fail(
      problem("wrong-host", "Without real accounts the app answers under localhost, 127.0.0.1 and ::1 only")
    )
}

/** The session of the browser, where it has one. */
export const recogniseSession = (exchange: Exchange, sessions: Sessions): void => {
  exchange.session = sessions.find(sessionIdIn(exchange.headers["cookie"]))
  exchange.person = exchange.session?.person ?? null
}

/** Where somebody goes who is not signed in, and comes back from. */
const signInFirst = ({ method, path, query }: Exchange): Redirect => {
  const then = query.size === 0 ? path : `${path}?${query.toString()}`
  return redirect(method === "GET" && then !== "/" ? `/sign-in?then=${encodeURIComponent(then)}` : "/sign-in")
}

/** Who asks. A program brings a token, a person has a session; whoever has neither is told how. */
export const recognised = (exchange: Exchange): Effect.Effect<DemoPerson | null, Problem | Redirect> => {
  if (exchange.door === "machine" || exchange.door === "open") return Effect.succeed(exchange.person)
  if (bringsToken(exchange)) exchange.person = bearer(exchange.headers["authorization"])
  if (exchange.person !== null) return Effect.succeed(exchange.person)
  return Effect.fail(
    !bringsToken(exchange) ? signInFirst(exchange) : problem(
      "not-signed-in",
      "Send Authorization: Bearer demo-<role>, such as demo-coordinator",
      {},
      { "www-authenticate": 'Bearer realm="peerwork"' }
    )
  )
}

const what: Readonly<Record<Sight, string>> = {
  records: "records of single people",
  names: "names",
  reasons: "reasons",
  nonAssociations: "non-associations",
  restrictedPatients: "records of restricted patients",
  escalations: "escalations"
}

/** Whether the role may look at what stands behind the address. */
export const mayLook = (person: DemoPerson | null, sees: Sight | null): Effect.Effect<void, Problem> =>
  sees === null || person === null || maySee(person.role, sees) ? Effect.void : Effect.fail(problem(
    "not-allowed",
    `You act as ${person.role}, and ${what[sees]} are seen by ${rolesThatSee(sees).join(", ")}`,
    { role: person.role, roles: rolesThatSee(sees) }
  ))

const sameSite = ({ headers }: Exchange): boolean => {
  const site = headers["sec-fetch-site"]
  const origin = headers["origin"]
  return (site === undefined || site === "same-origin" || site === "none") &&
    (origin === undefined || origin === "null" || URL.parse(origin)?.host === headers["host"])
}

/** A form that was sent from one of our pages: it brings the token of the session, and no other site as its origin. */
export const genuine = (exchange: Exchange, body: string): Effect.Effect<void, Problem> => {
  const { door, method, session } = exchange
  if (method !== "POST" || door === "api" || door === "machine") return Effect.void
  const token = new URLSearchParams(body).get("form-token") ?? ""
  return session !== null && isTokenOf(session, token) && sameSite(exchange)
    ? Effect.void
    : Effect.fail(problem("not-allowed", "The form has expired. Open the page again and fill it in once more"))
}
