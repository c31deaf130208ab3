/**
 * Running: from arguments and environment to a process that serves until it is told to stop.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import type { Store } from "@peerwork/store"
import { open } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import type { DemoClock } from "./demo/DemoClock.ts"
import { demoClockFor, prepareDemo, tellWhereDue } from "./demo/StartDemo.ts"
import { greeting } from "./Greeting.ts"
import { CannotStart } from "./server/CannotStart.ts"
import type { Settings } from "./Settings.ts"
import { portIsFree, serve, servicesOver } from "./Start.ts"

const openLog = ({ data, origin }: Settings) =>
  open(origin === null ? { folder: data } : { folder: data, origin }).pipe(
    Effect.mapError((error) => new CannotStart(error.says))
  )

const writeLine = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const clockFor = (store: Store, settings: Settings): Effect.Effect<DemoClock | null, CannotStart> =>
  settings.demo === null ? Effect.succeed(null) : demoClockFor(store, settings)

/** From settings to a served app; everything that can stand in the way stands before the port is used. */
const serving = (settings: Settings) =>
  Effect.gen(function*() {
    const { demo } = settings
    yield* portIsFree(settings)
    if (demo !== null) yield* prepareDemo({ ...settings, demo })
    const store = yield* openLog(settings)
    const demoClock = yield* clockFor(store, settings)
    const services = yield* servicesOver(store, settings, demoClock)
    const story = demoClock === null
      ? null
      : yield* Effect.provide(tellWhereDue(store, settings, demoClock), services)
    const port = yield* serve(settings, services, writeLine)
    const head = yield* store.head
    process.stdout.write(`${greeting({ settings, port, head, story, moment: demoClock?.now() ?? null })}\n`)
    yield* Effect.never
  }).pipe(Effect.scoped)

const stopWith = (says: string) =>
  Effect.sync(() => {
    process.stderr.write(`${says}\n`)
    process.exitCode = 1
  })

/** Runs the app with these settings. */
export const run = (settings: Settings): void => {
  const program = serving(settings).pipe(
    Effect.catchAll((error) => stopWith(error.message)),
    Effect.catchAllDefect((defect) => stopWith(`It does not start for a reason of its own. ${String(defect)}`))
  )
  NodeRuntime.runMain(program, { disableErrorReporting: true })
}
