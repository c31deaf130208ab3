/**
 * Proves what happens when something is broken on our side: a reference for whoever asked, the place for whoever looks
 * into it, and nothing of the inside for anybody else.
 */
import { open } from "@peerwork/store-sqlite"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "vitest"
import { LiveRecords } from "./records/LiveRecords.ts"
import type { Settings } from "./Settings.ts"
import { serve, servicesOver } from "./Start.ts"

const settingsIn = (folder: string): Settings => ({
  port: 0,
  host: "127.0.0.1",
  data: folder,
  origin: null,
  demo: null,
  witnessPolicy: null,
  witnessHours: 24,
  nextKey: null,
  clock: null
})

it("what breaks is told as a reference, and written down without what somebody typed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "peerwork-broken-"))
  const lines: Array<string> = []
  await Effect.gen(function*() {
    const settings = settingsIn(folder)
    const services = yield* servicesOver(yield* open({ folder }), settings, null)
    const current = Effect.die(new TypeError("Could not read Smith, A1234AA"))
    const port = yield* serve(
      settings,
      Context.add(services, LiveRecords, { current, asOf: () => current }),
      (line) => lines.push(line)
    )
    const ask = (path: string) =>
      Effect.promise(async () => {
        const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
          headers: { authorization: "Bearer demo-officer" }
        })
        return { status: answer.status, text: await answer.text() }
      })
    const told = yield* ask("/api/people")
    expect(told.status).toBe(500)
    const body = JSON.parse(told.text) as Readonly<Record<string, string>>
    expect(body).toMatchObject({ type: "/problems/failed", title: "Something went wrong" })
    expect(body["reference"]).toMatch(/^[0-9A-F]{5}-[0-9A-F]{5}$/)
    expect(told.text).not.toMatch(/Smith|A1234AA|TypeError|\.ts/)
    const [failure, request] = lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    expect(failure).toMatchObject({
      message: "failed",
      error: "TypeError",
      reference: body["reference"],
      route: "/api/people"
    })
    expect(failure?.["at"]).toContainEqual(expect.stringContaining("App.test.ts"))
    expect(request).toMatchObject({ status: 500, reference: body["reference"] })
    expect(lines.join("")).not.toMatch(/Smith|A1234AA/)
    const health = yield* ask("/health")
    expect([health.status, (JSON.parse(health.text) as { readonly status: string }).status]).toEqual([503, "DOWN"])
    expect((yield* ask("/ping")).status).toBe(200)
  }).pipe(Effect.scoped, Effect.runPromise)
  rmSync(folder, { recursive: true, force: true })
})
