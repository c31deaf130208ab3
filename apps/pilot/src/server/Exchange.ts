/**
 * An exchange: one request on its way to its answer, with what has been found out about it so far.
 *
 * What goes into the log and into the frame of a page is written here step by step, so it is there whatever happens.
 */
import type * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import { randomBytes } from "node:crypto"
import type { DemoPerson } from "../signin/DemoPeople.ts"
import type { Session } from "../signin/Sessions.ts"
import type { Door } from "./Routes.ts"

export interface Exchange {
  readonly request: HttpServerRequest.HttpServerRequest
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  /** For the scripts that this page brings itself. */
  readonly nonce: string
  readonly beganAt: number
  /** The pattern of the route; an address itself is never logged. */
  pattern: string
  door: Door
  session: Session | null
  person: DemoPerson | null
  /** Under which something that went wrong was written down. */
  reference: string | null
}

/** Until a route is found, the address and what is wanted tell who asks. */
const doorOf = (path: string, accept = ""): Door =>
  path.startsWith("/api/") ? "api" : accept.includes("text/html") ? "open" : "machine"

/** The path and the query of a request line, whatever it holds: no text is refused here. */
const addressOf = (url: string): { readonly path: string; readonly query: string } => {
  const local = url.replace(/^https?:\/\/[^/?]*/i, "")
  const mark = local.indexOf("?")
  return mark === -1 ? { path: local, query: "" } : { path: local.slice(0, mark), query: local.slice(mark + 1) }
}

export const begin = (request: HttpServerRequest.HttpServerRequest): Exchange => {
  const { path, query } = addressOf(request.url)
  return {
    request,
    method: request.method,
    path,
    query: new URLSearchParams(query),
    headers: request.headers,
    nonce: randomBytes(16).toString("base64"),
    beganAt: performance.now(),
    pattern: "none",
    door: doorOf(path, request.headers["accept"]),
    session: null,
    person: null,
    reference: null
  }
}

/** Whether it comes from a program, which says by a token who asks: files are for both, and the token decides. */
export const bringsToken = ({ door, headers }: Pick<Exchange, "door" | "headers">): boolean =>
  door === "api" || (door === "downloads" && headers["authorization"] !== undefined)

/** What is written down about something that went wrong, and told to whoever asks for help. */
export const drawReference = (): string => {
  const text = randomBytes(5).toString("hex").toUpperCase()
  return `${text.slice(0, 5)}-${text.slice(5)}`
}
