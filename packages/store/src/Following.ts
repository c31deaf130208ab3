/**
 * Following the log: what was, then what comes.
 *
 * A follower reads pages until it has seen the head, and then waits until a hint or the poll says that there may be
 * more. It listens for hints before it reads its first page, so nothing falls between "caught up" and "listening"; and
 * because it polls, losing every hint costs time and never an event. Pages are pulled: a slow follower slows nobody.
 */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Queue from "effect/Queue"
import * as Stream from "effect/Stream"
import type { Page, PageRequest, ReadRequest } from "./EventStore.ts"
import type { LogStorage } from "./LogStorage.ts"
import type { Position } from "./Position.ts"
import { StoreUnavailable } from "./StoreErrors.ts"
import type { ReadError } from "./StoreErrors.ts"

/** What following needs of a store. */
export interface Followed {
  readonly head: Effect.Effect<Position, ReadError>
  readonly readPage: (request: PageRequest) => Effect.Effect<Page, ReadError>
  readonly hints: LogStorage["hints"]
  readonly pollEvery: Duration.DurationInput
}

/** Listens from now on; what it answers waits for a hint or the poll, whichever comes first. */
const listening = ({ hints, pollEvery }: Followed) =>
  Effect.map(hints, (queue) => Effect.asVoid(Effect.timeoutOption(Queue.take(queue), pollEvery)))

/** Pages after a position: history, then live. Every page moves on; none is empty-handed. */
export const subscribe = (followed: Followed) => (request: Omit<ReadRequest, "upTo">): Stream.Stream<Page, ReadError> =>
  Stream.unwrapScoped(Effect.map(listening(followed), (wait) => {
    const nextAfter = (after: Position): Effect.Effect<Page, ReadError> =>
      Effect.flatMap(
        followed.readPage({ ...request, after }),
        (page) => page.scannedTo > after ? Effect.succeed(page) : Effect.zipRight(wait, nextAfter(after))
      )
    return Stream.unfoldEffect(
      request.after,
      (after) => Effect.map(nextAfter(after), (page) => Option.some([page, page.scannedTo] as const))
    )
  }))

/** The head, once it has reached the position. */
export const awaitPosition =
  (followed: Followed) => (position: Position, atMost: Duration.DurationInput): Effect.Effect<Position, ReadError> =>
    Effect.scoped(Effect.flatMap(listening(followed), (wait) => {
      const reached: Effect.Effect<Position, ReadError> = Effect.flatMap(
        followed.head,
        (head) => head >= position ? Effect.succeed(head) : Effect.zipRight(wait, reached)
      )
      return reached
    })).pipe(Effect.timeoutFail({
      duration: atMost,
      onTimeout: () =>
        new StoreUnavailable({
          reason: "timeout",
          cause: `position ${position} was not reached within ${Duration.format(atMost)}`
        })
    }))
