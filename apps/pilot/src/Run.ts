/**
 * Running: from arguments and environment to a process that serves until it is told to stop.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import { CannotOpen, open } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import { greeting } from "./Greeting.ts"
import { readSettings } from "./Settings.ts"
import type { Settings } from "./Settings.ts"
import { CannotStart, portIsFree, serve, servicesOver } from "./Start.ts"

const openLog = ({ data, origin }: Settings) =>
  open(origin === null ? { folder: data } : { folder: data, origin }).pipe(
    Effect.mapError((error: CannotOpen) => new CannotStart(error.says))
  )

const writeLine = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const serving = (settings: Settings) =>
  Effect.gen(function*() {
    yield* portIsFree(settings)
    const store = yield* openLog(settings)
    const services = yield* servicesOver(store, settings, null)
    const port = yield* serve(settings, services, writeLine)
    process.stdout.write(`${greeting(settings, port, yield* store.head)}\n`)
    yield* Effect.never
  }).pipe(Effect.scoped)

const stopWith = (says: string) =>
  Effect.sync(() => {
    process.stderr.write(`${says}\n`)
    process.exitCode = 1
  })

/** Runs the app with these arguments. */
export const run = (args: ReadonlyArray<string>): void => {
  const read = readSettings(args, process.env, process.cwd())
  const program = read._tag === "Wrong"
    ? stopWith(read.says)
    : Effect.catchAll(
      serving(read.settings),
      (error) => stopWith(error instanceof CannotStart ? error.message : String(error))
    )
  NodeRuntime.runMain(program, { disableErrorReporting: true })
}
