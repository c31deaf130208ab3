/**
 * Monitoring: is the app alive, is it well, and which build is it? In the form that HMPPS services share.
 *
 * `/health` asks the log and the records that are folded from it; `/ping` asks nothing.
 */
import { law } from "@peerwork/core"
import type { JsonObject } from "@peerwork/core"
import { EventStore } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { LiveRecords } from "../records/LiveRecords.ts"
import { data } from "../server/Answer.ts"
import { machine } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import type { Failure, Services } from "../server/Services.ts"
import { Surroundings } from "../server/Surroundings.ts"
import { Signing } from "../signing/Signing.ts"

const noStore = { "cache-control": "no-store" }

const seconds = Effect.map(Surroundings, ({ startedAt }) => Math.round((Date.now() - startedAt) / 1000))

const component = (look: Effect.Effect<JsonObject, Failure, Services>): Effect.Effect<JsonObject, never, Services> =>
  look.pipe(
    Effect.map((details): JsonObject => ({ status: "UP", details })),
    // Why it is down is for the log, not for whoever asks
    Effect.catchAllCause(() => Effect.succeed<JsonObject>({ status: "DOWN" }))
  )

const log = component(Effect.gen(function*() {
  const store = yield* EventStore
  return { origin: store.origin, position: yield* store.head }
}))

const records = component(Effect.gen(function*() {
  const { current } = yield* LiveRecords
  return { position: (yield* current).records.position }
}))

/** A clock that was set back by no more than this is about to catch up. */
const bearableMs = 2000

/** Whether the log is signed. In alarm it says why, in words that hold nothing but numbers. */
const signing = Effect.map(Signing, ({ standing }): JsonObject => {
  const now = standing()
  switch (now._tag) {
    case "Signed":
      return { status: "UP", details: { size: now.head.size, signedAt: now.head.time } }
    case "ClockRegression":
      return { status: now.behindMs > bearableMs ? "DOWN" : "UP", details: { clockRegression: now.behindMs } }
    case "Waiting":
      return { status: "DOWN" }
    case "Stopped":
      return {
        status: "DOWN",
        details: { stopped: now.stopped.kind, signed: now.stopped.signed, size: now.stopped.size }
      }
  }
})

const ping = machine("GET", "/ping", () => Effect.succeed(data({ status: "UP" }, noStore)))

const health = machine("GET", "/health", () =>
  Effect.gen(function*() {
    const components = { log: yield* log, records: yield* records, signing: yield* signing }
    const isUp = Object.values(components).every(({ status }) => status === "UP")
    return data({ status: isUp ? "UP" : "DOWN", components, uptime: yield* seconds }, noStore, isUp ? 200 : 503)
  }))

const info = machine("GET", "/info", () =>
  Effect.gen(function*() {
    return data({
      git: { branch: process.env["GIT_BRANCH"] ?? "unknown" },
      build: { artifact: "peerwork-pilot", name: "peerwork-pilot", version: law },
      law,
      uptime: yield* seconds,
      productId: "peerwork"
    }, noStore)
  }))

export const monitoringRoutes: ReadonlyArray<Route> = [ping, health, info]
