/**
 * Starting and stopping the app: the log is opened, folded, and served, and closed in the opposite order.
 *
 * Everything that can keep it from starting is found out before it listens and is one sentence. When it is told to stop
 * it answers what it has begun, and then closes the log.
 */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as HttpServer from "@effect/platform/HttpServer"
import { eventTypes } from "@peerwork/core"
import { EventStore, Executor, makeExecutor } from "@peerwork/store"
import type { Store } from "@peerwork/store"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { createServer } from "node:http"
import type { Server } from "node:http"
import { makeApp } from "./App.ts"
import type { DemoClock } from "./demo/DemoClock.ts"
import { LiveRecords, makeLiveRecords } from "./records/LiveRecords.ts"
import { CannotStart } from "./server/CannotStart.ts"
import type { WriteLine } from "./server/RequestLog.ts"
import type { Services } from "./server/Services.ts"
import { Surroundings } from "./server/Surroundings.ts"
import { makeCounting } from "./server/TooMany.ts"
import type { Settings } from "./Settings.ts"
import { makeSessions } from "./signin/Sessions.ts"
import { Signing, startSigning } from "./signing/Signing.ts"

/** How long requests that are under way get to end, in milliseconds. */
const graceMs = 3000

const limits = { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5000 }

/** A server whose connections are cut when they do not end by themselves. */
const serverOf = Effect.acquireRelease(
  Effect.sync(() => createServer(limits)),
  (server) => Effect.sync(() => setTimeout(() => server.closeAllConnections(), graceMs).unref())
)

const portTaken = ({ host, port }: Settings): CannotStart =>
  new CannotStart(`Port ${port} on ${host} is taken by another program. Stop it, or choose another with PORT`)

const codeOf = (error: unknown): string => {
  const { cause } = error as { readonly cause?: { readonly code?: string } }
  return cause?.code ?? (error as { readonly code?: string }).code ?? "unknown"
}

/** Finds out whether the port is free, before anything is opened or told. */
export const portIsFree = (settings: Settings): Effect.Effect<void, CannotStart> =>
  Effect.async<void, CannotStart>((resume) => {
    const probe = createServer()
    probe.once("error", (error) => resume(Effect.fail(cannotListen(settings, error))))
    probe.listen(settings.port, settings.host, () => probe.close(() => resume(Effect.void)))
  })

const cannotListen = (settings: Settings, error: unknown): CannotStart => {
  const code = codeOf(error)
  if (code === "EADDRINUSE") return portTaken(settings)
  return new CannotStart(
    code === "EACCES"
      ? `Port ${settings.port} may not be used by this user. Choose one above 1023 with PORT`
      : `Nothing can listen on ${settings.host}, port ${settings.port} (${code}). Choose others with HOST and PORT`
  )
}

/** What handlers need, over an open log that is the one that was signed. */
export const servicesOver = (
  opened: Store,
  settings: Settings,
  demoClock: DemoClock | null
): Effect.Effect<Context.Context<Services>, CannotStart, Scope.Scope> =>
  Effect.gen(function*() {
    const { signing, store } = yield* startSigning(opened, settings)
    const records = yield* makeLiveRecords(store)
    const executor = yield* makeExecutor(store, eventTypes)
    return Context.make(EventStore, store).pipe(
      Context.add(Executor, executor),
      Context.add(LiveRecords, records),
      Context.add(Signing, signing),
      Context.add(Surroundings, {
        settings,
        sessions: makeSessions(),
        counting: makeCounting(settings.demo === null),
        demoClock,
        startedAt: Date.now()
      })
    )
  }).pipe(
    Effect.mapError((error) =>
      error instanceof CannotStart ? error : new CannotStart(`The log cannot be read. ${error.message}`)
    )
  )

/** Serves the app as long as the scope lives, and says on which port. */
export const serve = (
  settings: Settings,
  services: Context.Context<Services>,
  write: WriteLine
): Effect.Effect<number, CannotStart, Scope.Scope> =>
  Effect.gen(function*() {
    yield* Context.get(services, Signing).keepSigning(write)
    const server: Server = yield* serverOf
    const { host, port } = settings
    const http = yield* NodeHttpServer.make(() => server, { host, port }).pipe(
      Effect.mapError((error) => cannotListen(settings, error))
    )
    yield* HttpServer.serveEffect(makeApp(write)).pipe(
      Effect.provideService(HttpServer.HttpServer, http),
      Effect.provide(services)
    )
    const { address } = http
    return address._tag === "TcpAddress" ? address.port : port
  })
