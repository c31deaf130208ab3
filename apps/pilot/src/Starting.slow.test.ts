/**
 * Proves how the process starts, refuses to start and stops: one clear sentence and an exit code that is not 0, or a
 * greeting; and nothing left behind.
 */
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { createServer } from "node:http"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freePort, remove, temporaryFolder } from "./acceptance/RunningApp.ts"

const main = fileURLToPath(new URL("./main.ts", import.meta.url))

interface Process {
  /** Until it greets or ends, whichever comes first. */
  readonly settled: Promise<{ readonly exitCode: number | null; readonly said: string }>
  stop(signal: "SIGTERM" | "SIGINT"): Promise<number | null>
}

const launch = (args: ReadonlyArray<string>, environment: Readonly<Record<string, string>>): Process => {
  const child = spawn(process.execPath, ["--conditions=@peerwork/source", main, ...args], {
    env: { ...process.env, PEERWORK_CLOCK: "", PEERWORK_ORIGIN: "", HOST: "", ...environment },
    stdio: ["ignore", "pipe", "pipe"]
  })
  let said = ""
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)))
  const greeted = new Promise<void>((resolve) => {
    const keep = (part: Buffer) => {
      said += part.toString()
      if (said.includes("Peerwork is running")) resolve()
    }
    child.stdout.on("data", keep)
    child.stderr.on("data", keep)
  })
  return {
    settled: Promise.race([greeted.then(() => null), ended]).then((exitCode) => ({ exitCode, said })),
    stop: (signal) => {
      child.kill(signal)
      return ended
    }
  }
}

let folder: string

beforeAll(async () => {
  folder = await temporaryFolder()
})

afterAll(() => remove(folder))

const refuses = async (
  args: ReadonlyArray<string>,
  environment: Readonly<Record<string, string>>,
  sentence: RegExp
) => {
  const { exitCode, said } = await launch(args, environment).settled
  expect(said).toMatch(sentence)
  expect(said.trim().split("\n"), said).toHaveLength(1)
  expect(exitCode).toBe(1)
}

describe.concurrent("the app does not start, and says why in one sentence", { timeout: 30_000 }, () => {
  it("on a port that is taken", async () => {
    const server = createServer()
    const port = await freePort()
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
    await refuses(
      [],
      { PORT: String(port), PEERWORK_DATA: `${folder}/taken` },
      /^Port \d+ on 127.0.0.1 is taken by another program/
    )
    server.close()
    expect(existsSync(`${folder}/taken`)).toBe(false)
  })

  it("on another host", async () => {
    await refuses([], { PORT: "0", PEERWORK_DATA: `${folder}/none`, HOST: "0.0.0.0" }, /listens on this machine only/)
    expect(existsSync(`${folder}/none`)).toBe(false)
  })
})

describe.concurrent("the app", { timeout: 60_000 }, () => {
  it("starts empty without a demo, says how to begin, and has no clock to move", async () => {
    const port = await freePort()
    const running = launch([], { PORT: String(port), PEERWORK_DATA: `${folder}/plain` })
    const { said } = await running.settled
    expect(said).toContain(`Open http://localhost:${port}`)
    expect(said).toContain("Nothing is recorded yet")
    expect(said).toContain("cannot be carried over")
    const clock = await fetch(`http://127.0.0.1:${port}/api/demo/clock`, {
      headers: { authorization: "Bearer demo-officer" }
    })
    expect(clock.status).toBe(404)
    expect(await running.stop("SIGTERM")).toBe(0)
  })

  it("lets no second process write the same data", async () => {
    const data = { PORT: "0", PEERWORK_DATA: `${folder}/shared` }
    const first = launch(["--demo=empty"], data)
    await first.settled
    await refuses(
      ["--demo=empty"],
      data,
      /^Another process is writing the data in .+; stop it, or choose another folder/
    )
    expect(await first.stop("SIGINT")).toBe(0)
  })
})
