/**
 * Responding: the one place where an answer becomes HTTP.
 *
 * A page is put into its frame: who is signed in, the token that forms send back, and in the demo the moment it is. A
 * problem is a document for programs and a page for people, with the same words.
 */
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import { allCommands, mayGive } from "@peerwork/core"
import type { Role } from "@peerwork/core"
import { sayMoment } from "../demo/LocalTime.ts"
import type { DemoPerson } from "../signin/DemoPeople.ts"
import { maySee } from "../signin/WhoSees.ts"
import type { Answer, Page, Problem } from "./Answer.ts"
import { page } from "./Answer.ts"
import { addressOf } from "./Assets.ts"
import { bringsToken } from "./Exchange.ts"
import type { Exchange } from "./Exchange.ts"
import { problemKinds } from "./ProblemKinds.ts"
import { securityHeaders } from "./SecurityHeaders.ts"
import type { Running } from "./Surroundings.ts"
import { render } from "./Templates.ts"

type Headers = Readonly<Record<string, string>>

const isForPrograms = (exchange: Exchange): boolean => exchange.door === "machine" || bringsToken(exchange)

interface Place {
  readonly text: string
  readonly href: string
  /** Addresses besides its own that belong to it. */
  readonly beside?: ReadonlyArray<string>
  /** Whether it is of any use to the role; to everybody where it does not say. */
  readonly isFor?: (role: Role) => boolean
}

const navigation: ReadonlyArray<Place> = [
  { text: "Today", href: "/" },
  {
    text: "Peer workers",
    href: "/workers",
    beside: ["/shadowings", "/directory"],
    isFor: (role) => maySee(role, "records")
  },
  {
    text: "Training",
    href: "/cohorts",
    beside: ["/templates", "/trainers"],
    isFor: (role) => maySee(role, "records")
  },
  { text: "Escalations", href: "/escalations", beside: ["/routes"], isFor: (role) => maySee(role, "escalations") },
  { text: "Schemes", href: "/schemes" },
  { text: "Staff", href: "/staff" },
  { text: "Record something", href: "/do", isFor: (role) => allCommands.some(({ name }) => mayGive(role, name)) },
  { text: "Rules", href: "/rules" }
]

const isWithin = (path: string, href: string): boolean =>
  href === "/" ? path === "/" || path.startsWith("/today/") : path === href || path.startsWith(`${href}/`)

const placesFor = (person: DemoPerson | null): ReadonlyArray<Place> =>
  navigation.filter(({ href, isFor }) => person === null ? href === "/rules" : isFor?.(person.role) ?? true)

const frameOf = ({ nonce, path, person, session }: Exchange, { demoClock }: Running, hasErrors: boolean) => ({
  cspNonce: nonce,
  token: session?.token ?? "",
  person,
  hasErrors,
  exports: person !== null && maySee(person.role, "records"),
  navigation: placesFor(person).map(({ beside = [], href, text }) => ({
    text,
    href,
    active: [href, ...beside].some((one) => isWithin(path, one))
  })),
  asset: {
    govuk: addressOf("/assets/govuk.css"),
    moj: addressOf("/assets/moj.css"),
    own: addressOf("/assets/peerwork.css"),
    script: addressOf("/assets/start.js"),
    icon: addressOf("/assets/icon.svg")
  },
  demo: demoClock === null ? null : { moment: sayMoment(demoClock.now()) }
})

const html = (exchange: Exchange, running: Running, { data, status, template, title }: Page, headers: Headers) => {
  const hasErrors = Array.isArray(data["errors"]) && data["errors"].length > 0
  const body = render(template, {
    ...data,
    title,
    frame: frameOf(exchange, running, hasErrors),
    cspNonce: exchange.nonce
  })
  return HttpServerResponse.text(body, {
    status,
    contentType: "text/html; charset=utf-8",
    headers: { "cache-control": "no-store", ...headers }
  })
}

const problemPage = ({ path, reference }: Exchange, { detail, kind, more }: Problem): Page => {
  const { explains, status, title } = problemKinds[kind]
  return page("problem.njk", kind === "not-found" ? "Page not found" : title, {
    kind,
    status,
    detail,
    explains,
    reference,
    receipt: more?.["receipt"] ?? null,
    path
  }, status)
}

const problemDocument = ({ path }: Exchange, { detail, headers, kind, more }: Problem) => {
  const { status, title } = problemKinds[kind]
  const body = { type: `/problems/${kind}`, title, status, detail, instance: path, ...more }
  return HttpServerResponse.text(JSON.stringify(body), {
    status,
    contentType: "application/problem+json",
    headers: { "cache-control": "no-store", ...headers }
  })
}

/** The answer as HTTP, without the headers that every answer has. */
const plainly = (exchange: Exchange, running: Running, answer: Answer): HttpServerResponse.HttpServerResponse => {
  switch (answer._tag) {
    case "Page":
      return html(exchange, running, answer, {})
    case "Problem":
      return isForPrograms(exchange)
        ? problemDocument(exchange, answer)
        : html(exchange, running, problemPage(exchange, answer), answer.headers ?? {})
    case "Redirect":
      return HttpServerResponse.empty({
        status: 303,
        headers: { location: answer.to, "cache-control": "no-store", ...answer.headers }
      })
    case "Data":
      return HttpServerResponse.text(JSON.stringify(answer.body), {
        status: answer.status,
        contentType: answer.type,
        headers: answer.headers
      })
    case "Streamed":
      return HttpServerResponse.stream(answer.body, { contentType: answer.type, headers: answer.headers })
    case "Bytes":
      return typeof answer.body === "string"
        ? HttpServerResponse.text(answer.body, {
          status: answer.status,
          contentType: answer.type,
          headers: answer.headers
        })
        : HttpServerResponse.uint8Array(answer.body, {
          status: answer.status,
          contentType: answer.type,
          headers: answer.headers
        })
  }
}

/** The answer as HTTP. */
export const respond = (exchange: Exchange, running: Running, answer: Answer): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.setHeaders(plainly(exchange, running, answer), securityHeaders(exchange.nonce))
