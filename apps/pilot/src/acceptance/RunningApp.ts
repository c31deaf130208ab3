/**
 * The app as its users have it: a process of its own, on a free port, with data in a temporary folder, spoken to over
 * HTTP. Demo mode with no story, so that a test brings its own dates and moves the clock.
 */
import { spawn } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { randomUUID } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

export type Role = "coordinator" | "officer" | "healthcare" | "safeguarding" | "commissioner" | "auditor"

export interface Breach {
  readonly rule: string
  readonly says: string
  readonly because: string
  readonly source: string
  readonly earliest?: string
}

/** What the app answered, with the parts that tests look at. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: {
    readonly detail?: string
    readonly breaches?: ReadonlyArray<Breach>
    readonly moment?: { readonly state: string; readonly says: string; readonly possible: ReadonlyArray<string> }
    readonly receipt?: { readonly first: number; readonly last: number; readonly duplicate: boolean }
    readonly judged?: ReadonlyArray<{ readonly rule: string; readonly held: boolean | null }>
    readonly [name: string]: unknown
  }
}

export interface RunningApp {
  readonly address: string
  readonly folder: string
  /** Gives a command; the command id is new unless one is given. */
  give(command: string, body: object, as?: Role, commandId?: string): Promise<Answer>
  check(command: string, body: object, as?: Role): Promise<Answer>
  get(path: string, as?: Role, headers?: Readonly<Record<string, string>>): Promise<Answer>
  text(path: string, as?: Role, headers?: Readonly<Record<string, string>>): Promise<string>
  /** The stored bytes of events, one a line, page after page until there are no more. */
  lines(query?: string): Promise<ReadonlyArray<string>>
  /** Moves the clock forwards to a local time such as `2016-04-04T09:00`. */
  moveTo(local: string): Promise<void>
  /** Ends the process: politely, or as the kernel does. */
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>
}

const main = fileURLToPath(new URL("../main.ts", import.meta.url))

/** A port that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

/** A folder of its own, removed when the tests are done with it. */
export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "peerwork-"))

export const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

const untilItAnswers = async (address: string, child: ChildProcess, said: () => string): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The app ended before it answered: ${said()}`)
    const answer = await fetch(`${address}/ping`).catch(() => null)
    if (answer?.ok === true) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const speak = async (address: string, path: string, as: Role, init: RequestInit): Promise<Answer> => {
  const answer = await fetch(`${address}${path}`, {
    ...init,
    headers: { authorization: `Bearer demo-${as}`, ...Object.fromEntries(new Headers(init.headers)) }
  })
  const text = await answer.text()
  const body: unknown = text === "" ? {} : JSON.parse(text)
  return { status: answer.status, headers: answer.headers, body: body as Answer["body"] }
}

const nextPage = (answer: Response): string | null =>
  /^<([^>]+)>; rel="next"$/.exec(answer.headers.get("link") ?? "")?.[1] ?? null

const exported = async (address: string, query: string): Promise<ReadonlyArray<string>> => {
  const lines: Array<string> = []
  for (let path: string | null = `/api/events?${query}`; path !== null;) {
    const answer: Response = await fetch(`${address}${path}`, {
      headers: { authorization: "Bearer demo-auditor", accept: "application/x-ndjson" }
    })
    lines.push(...(await answer.text()).split("\n").filter((line) => line !== ""))
    path = nextPage(answer)
  }
  return lines
}

/** Starts the app over a folder, at a moment on its clock. */
export const start = async (folder: string, clock: string): Promise<RunningApp> => {
  const port = await freePort()
  const child = spawn(process.execPath, ["--conditions=@peerwork/source", main, "--demo=empty"], {
    env: { ...process.env, PORT: String(port), PEERWORK_DATA: folder, PEERWORK_CLOCK: clock },
    stdio: ["ignore", "pipe", "pipe"]
  })
  let output = ""
  child.stdout.on("data", (part: Buffer) => (output += part.toString()))
  child.stderr.on("data", (part: Buffer) => (output += part.toString()))
  const address = `http://127.0.0.1:${port}`
  const post = (path: string, body: object, as: Role, headers: Record<string, string> = {}) =>
    speak(address, path, as, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers }
    })
  await untilItAnswers(address, child, () => output)
  return {
    address,
    folder,
    give: (command, body, as = "coordinator", commandId = randomUUID()) =>
      post(`/api/commands/${command}`, body, as, { "idempotency-key": commandId }),
    check: (command, body, as = "coordinator") => post(`/api/check/${command}`, body, as),
    get: (path, as = "coordinator", headers = {}) => speak(address, path, as, { headers }),
    text: async (path, as = "coordinator", headers = {}) => {
      const answer = await fetch(`${address}${path}`, { headers: { authorization: `Bearer demo-${as}`, ...headers } })
      return answer.text()
    },
    lines: (query = "") => exported(address, query),
    moveTo: async (local) => {
      const moved = await post("/api/demo/clock", { to: local }, "coordinator")
      if (moved.status !== 200) throw new Error(`The clock did not move: ${JSON.stringify(moved.body)}`)
    },
    stop: async (signal = "SIGTERM") => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once("exit", resolve))
      child.kill(signal)
      await ended
    }
  }
}
