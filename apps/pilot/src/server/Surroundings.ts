/**
 * The surroundings of the running app: its settings, its sessions, its demo clock if it has one, since when it runs.
 */
import { instant, localDateOf } from "@peerwork/core"
import type { Instant, LocalDate } from "@peerwork/core"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { DemoClock } from "../demo/DemoClock.ts"
import type { Settings } from "../Settings.ts"
import type { Sessions } from "../signin/Sessions.ts"
import type { Counting } from "./TooMany.ts"

export interface Running {
  readonly settings: Settings
  readonly sessions: Sessions
  readonly counting: Counting
  /** Only in the demo. */
  readonly demoClock: DemoClock | null
  /** When the process started, by the clock of the machine. */
  readonly startedAt: number
}

export class Surroundings extends Context.Tag("@peerwork/pilot/Surroundings")<Surroundings, Running>() {}

/** The moment it is, for the law. */
export const now: Effect.Effect<Instant> = Effect.map(
  Clock.currentTimeMillis,
  (ms) => instant(new Date(ms).toISOString())
)

/** The day it is, for the law. */
export const today: Effect.Effect<LocalDate> = Effect.map(now, localDateOf)
