/**
 * The app served inside the test's own process, over SQLite in a temporary folder: fast enough to ask it hundreds of
 * things, and its log of requests can be read.
 */
import { instant } from "@peerwork/core"
import { open } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import { randomUUID } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { makeDemoClock } from "../demo/DemoClock.ts"
import { prepareFolder } from "../demo/DemoFolder.ts"
import type { Settings } from "../Settings.ts"
import { serve, servicesOver } from "../Start.ts"

export interface Told {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The text as JSON; an empty object where it is none. */
  readonly body: Readonly<Record<string, unknown>>
}

export interface ServedApp {
  readonly address: string
  /** Lines of the log so far. */
  readonly lines: ReadonlyArray<string>
  ask(path: string, init?: RequestInit): Promise<Told>
  give(command: string, body: unknown, headers?: Readonly<Record<string, string>>, as?: string): Promise<Told>
  stop(): Promise<void>
}

const bodyOf = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value !== null ? value as Readonly<Record<string, unknown>> : {}
  } catch {
    return {}
  }
}

const ask = async (address: string, path: string, init: RequestInit = {}): Promise<Told> => {
  const answer = await fetch(`${address}${path}`, { redirect: "manual", ...init })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, body: bodyOf(text) }
}

const settingsIn = (folder: string): Settings => ({
  port: 0,
  host: "127.0.0.1",
  data: folder,
  origin: "tests.invalid/events",
  demo: "empty",
  witnessPolicy: null,
  witnessHours: 24,
  nextKey: null,
  clock: null
})

/** Serves the app at a moment of its clock; `demo: false` for an app without a demo. */
export const serveApp = async (moment = "2016-04-04T08:00:00.000Z", demo = true): Promise<ServedApp> => {
  const folder = mkdtempSync(join(tmpdir(), "peerwork-served-"))
  prepareFolder(folder)
  const settings: Settings = demo ? settingsIn(folder) : { ...settingsIn(folder), demo: null }
  const lines: Array<string> = []
  const scope = Effect.runSync(Scope.make())
  const port = await Effect.gen(function*() {
    const store = yield* open({ folder, origin: "tests.invalid/events" })
    const services = yield* servicesOver(store, settings, demo ? makeDemoClock(instant(moment)) : null)
    return yield* serve(settings, services, (line) => lines.push(line))
  }).pipe(Scope.extend(scope), Effect.runPromise)
  const address = `http://127.0.0.1:${port}`
  return {
    address,
    lines,
    ask: (path, init) => ask(address, path, init),
    give: (command, body, headers = {}, as = "coordinator") =>
      ask(address, `/api/commands/${command}`, {
        method: "POST",
        body: typeof body === "string" ? body : JSON.stringify(body),
        headers: {
          authorization: `Bearer demo-${as}`,
          "content-type": "application/json",
          "idempotency-key": randomUUID(),
          ...headers
        }
      }),
    stop: async () => {
      await Effect.runPromise(Scope.close(scope, Exit.void))
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** A person at the browser: keeps the cookie, and sends the token of each form back. */
export interface Visitor {
  /** Opens a page; a form begins under an address of its own. */
  get(path: string): Promise<Told>
  /** Asks for a page, and goes nowhere else. */
  ask(path: string): Promise<Told>
  /** Sends a form to a page, and goes nowhere. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Told>
  /** Sends a form to a page, and goes where that leads as long as it is about the form. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<Told>
}

const cookieIn = (told: Told): string | null => /^[^;]+/.exec(told.headers.get("set-cookie") ?? "")?.[0] ?? null

const leadsTo = (told: Told): string => told.status === 303 ? told.headers.get("location") ?? "" : ""

export const tokenIn = (told: Told): string => /name="form-token" value="([^"]+)"/.exec(told.text)?.[1] ?? ""

/** Somebody who has signed in. */
export const visit = async (app: ServedApp, role: string): Promise<Visitor> => {
  let cookie = ""
  const keep = (told: Told): Told => {
    cookie = cookieIn(told) ?? cookie
    return told
  }
  const see = async (path: string) => keep(await app.ask(path, { headers: { cookie, accept: "text/html" } }))
  const follow = async (first: Told): Promise<Told> => {
    let told = first
    for (let to = leadsTo(told); to.startsWith("/do/"); to = leadsTo(told)) told = await see(to)
    return told
  }
  const get = async (path: string) => follow(await see(path))
  const post = async (path: string, token: string, fields: Readonly<Record<string, string>>) =>
    keep(
      await app.ask(path, {
        method: "POST",
        body: new URLSearchParams({ "form-token": token, ...fields }),
        headers: { cookie, accept: "text/html", origin: app.address }
      })
    )
  await get("/sign-in")
  await post("/sign-in", tokenIn(await get("/sign-in")), { role })
  const sent = async (path: string, fields: Readonly<Record<string, string>>) =>
    post(path, tokenIn(await get("/sign-out")), fields)
  return {
    get,
    post: sent,
    ask: see,
    send: async (path, fields) => follow(await sent(path, fields))
  }
}
