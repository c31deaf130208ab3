/**
 * A story told over HTTP to an app that is served in the test's own process: it gives commands on the dates of its own
 * clock, reads what became of them, now or as it was known, and sees what waits for somebody on the page of today.
 */
import type { Role } from "../acceptance/RunningApp.ts"
import { serveApp, visit } from "./ServedApp.ts"
import type { ServedApp, Told } from "./ServedApp.ts"

type Body = Readonly<Record<string, unknown>>

export interface HttpStory {
  readonly app: ServedApp
  give(command: string, body: object, as?: Role): Promise<Told>
  /** Gives a command that must be accepted. */
  done(command: string, body: object, as?: Role): Promise<void>
  /** Gives a command that must be refused: `SHADOW-1: Shadowing lasts ...` for each rule, or the sentence of the moment. */
  refused(command: string, body: object, as?: Role): Promise<ReadonlyArray<string>>
  /** Reads what must be there. */
  read(path: string, as?: Role): Promise<Body>
  /** Moves the clock forwards to a local time such as `2017-08-25T09:00`. */
  moveTo(local: string): Promise<void>
  /** What waits on the page of today: its key, and how it is counted. */
  waiting(as?: Role): Promise<Readonly<Record<string, string>>>
  stop(): Promise<void>
}

interface Refusal {
  readonly detail?: string
  readonly breaches?: ReadonlyArray<{ readonly rule: string; readonly because: string }>
}

const bearer = (as: Role) => ({ authorization: `Bearer demo-${as}` })

const refusalIn = ({ body, status, text }: Told): ReadonlyArray<string> => {
  const { breaches, detail } = body as Refusal
  if (status !== 422 && status !== 409) throw new Error(`It was not refused but answered ${status}: ${text}`)
  return status === 409 ? [detail ?? ""] : (breaches ?? []).map(({ because, rule }) => `${rule}: ${because}`)
}

const link = /href="\/today\/([^"]+)">([^<]+)</g

/** Serves the app at an instant of its clock, with nothing in it. */
export const httpStory = async (moment: string): Promise<HttpStory> => {
  const app = await serveApp(moment)
  const give: HttpStory["give"] = (command, body, as = "coordinator") => app.give(command, body, {}, as)
  return {
    app,
    give,
    done: async (command, body, as) => {
      const { status, text } = await give(command, body, as)
      if (status !== 201) throw new Error(`${command} was answered ${status}: ${text}`)
    },
    refused: async (command, body, as) => refusalIn(await give(command, body, as)),
    read: async (path, as = "coordinator") => {
      const { body, status, text } = await app.ask(path, { headers: bearer(as) })
      if (status !== 200) throw new Error(`${path} was answered ${status}: ${text}`)
      return body
    },
    moveTo: async (local) => {
      const { status, text } = await app.ask("/api/demo/clock", {
        method: "POST",
        body: JSON.stringify({ to: local }),
        headers: { ...bearer("coordinator"), "content-type": "application/json" }
      })
      if (status !== 200) throw new Error(`The clock did not move: ${text}`)
    },
    waiting: async (as = "coordinator") => {
      const { text } = await (await visit(app, as)).get("/")
      return Object.fromEntries([...text.matchAll(link)].map(([, key = "", counted = ""]) => [key, counted]))
    },
    stop: () => app.stop()
  }
}
