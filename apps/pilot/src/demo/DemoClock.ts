/**
 * The demo clock: a clock that starts where somebody sets it, ticks from there, and can be moved forwards.
 *
 * A demo tells a story on its own dates, so the app must believe it is that day. The clock never goes back, because a
 * log whose moments fall cannot be told from one that was tampered with. Without the demo there is none.
 */
import { instant } from "@peerwork/core"
import type { Instant } from "@peerwork/core"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"

export interface DemoClock {
  /** Effect's clock, for everything that decides and records. Waiting still takes the time that it takes. */
  readonly clock: Clock.Clock
  readonly now: () => Instant
  /** False where that would be backwards. */
  readonly moveTo: (to: Instant) => boolean
  /** Sets it wherever, before anything was recorded by it. */
  readonly restart: (at: Instant) => void
}

const milliseconds = (at: Instant): number => Date.parse(at)

/** A clock that says `start` now. `machine` is the clock that it ticks with. */
export const makeDemoClock = (start: Instant, machine: Clock.Clock = Clock.make()): DemoClock => {
  let ahead = milliseconds(start) - machine.unsafeCurrentTimeMillis()
  const current = () => machine.unsafeCurrentTimeMillis() + ahead
  const restart = (at: Instant) => {
    ahead = milliseconds(at) - machine.unsafeCurrentTimeMillis()
  }
  return {
    clock: {
      [Clock.ClockTypeId]: Clock.ClockTypeId,
      unsafeCurrentTimeMillis: current,
      unsafeCurrentTimeNanos: () => BigInt(current()) * 1_000_000n,
      currentTimeMillis: Effect.sync(current),
      currentTimeNanos: Effect.sync(() => BigInt(current()) * 1_000_000n),
      sleep: (duration) => machine.sleep(duration)
    },
    now: () => instant(new Date(current()).toISOString()),
    moveTo: (to) => {
      if (milliseconds(to) < current()) return false
      restart(to)
      return true
    },
    restart
  }
}
