/**
 * Signing in and out: as one of six invented people, by a button.
 */
import * as Effect from "effect/Effect"
import { page, problem, redirect } from "../server/Answer.ts"
import type { Page } from "../server/Answer.ts"
import { open } from "../server/Routes.ts"
import type { Asked, Route } from "../server/Routes.ts"
import { Surroundings } from "../server/Surroundings.ts"
import { demoPeople, demoPersonIn } from "../signin/DemoPeople.ts"
import { cookieOf, noCookie } from "../signin/Sessions.ts"

/** Only an address of this app: another site must not be reached by signing in here. */
const safeAddress = (wanted: string | null): string =>
  wanted !== null && /^\/(?![/\\])[\w\-./]*(\?[\w\-./=&%+]*)?$/.test(wanted) ? wanted : "/"

const signInPage = (next: string): Page => page("sign-in.njk", "Sign in", { people: demoPeople, next })

/** A form needs a session whose token it can send back; the first look at the page begins one. */
const show: Route = open("GET", "/sign-in", ({ query, session }) =>
  Effect.gen(function*() {
    const then = safeAddress(query.get("then"))
    if (session !== null) return signInPage(then)
    if (query.has("began")) return page("cookies-needed.njk", "Cookies are needed to sign in")
    const { sessions } = yield* Surroundings
    const begun = sessions.begin(null, null)
    return redirect(`/sign-in?began=1&then=${encodeURIComponent(then)}`, { "set-cookie": cookieOf(begun) })
  }))

const enter: Route = open("POST", "/sign-in", ({ body, session }: Asked) =>
  Effect.gen(function*() {
    const form = new URLSearchParams(body)
    const person = demoPersonIn(form.get("role") ?? "")
    if (person === null) return problem("invalid", "Choose one of the people on the sign-in page")
    const { sessions } = yield* Surroundings
    const begun = sessions.begin(person, session?.id ?? null)
    return redirect(safeAddress(form.get("then")), { "set-cookie": cookieOf(begun) })
  }))

const askToLeave: Route = open(
  "GET",
  "/sign-out",
  ({ person }) => Effect.succeed(person === null ? redirect("/sign-in") : page("sign-out.njk", "Sign out"))
)

const leave: Route = open("POST", "/sign-out", ({ session }) =>
  Effect.gen(function*() {
    const { sessions } = yield* Surroundings
    if (session !== null) sessions.end(session.id)
    return redirect("/sign-in", { "set-cookie": noCookie, "clear-site-data": '"cookies", "storage"' })
  }))

export const signInRoutes: ReadonlyArray<Route> = [show, enter, askToLeave, leave]
