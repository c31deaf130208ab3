/**
 * A clock that shows given times, one after another, and on which nobody waits.
 *
 * Rules read no clock: where a store or a loop does, they give it this one.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"

/** Shows these times in turn; whoever sleeps lets the others go first and wakes up. */
export const clockOf = (times: ReadonlyArray<number>): Clock.Clock => {
  let asked = 0
  const next = (): number => times[asked++ % times.length] ?? 0
  return {
    ...Clock.make(),
    unsafeCurrentTimeMillis: next,
    currentTimeMillis: Effect.sync(next),
    unsafeCurrentTimeNanos: () => 0n,
    currentTimeNanos: Effect.succeed(0n),
    sleep: () => Effect.yieldNow()
  }
}
