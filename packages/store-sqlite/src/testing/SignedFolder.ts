/**
 * A data folder as the app leaves it: a log with events, and a signer that signed them.
 */
import { makeSigner, type Round, type Store } from "@peerwork/store"
import * as Effect from "effect/Effect"
import type { CannotOpen } from "../CannotOpen.ts"
import { open } from "../OpenLog.ts"
import { type OpenedSigner, openSigner } from "../OpenSigner.ts"
import { aRequest } from "./SampleRequest.ts"

export const signedOrigin = "example.org/events"

/** Opens log and signer, does something with them, and closes them. */
export const withSigner = <A, E>(folder: string, use: (signer: OpenedSigner, store: Store) => Effect.Effect<A, E>) =>
  Effect.scoped(Effect.gen(function*() {
    const store = yield* open({ folder, origin: signedOrigin })
    return yield* use(yield* openSigner(folder, store), store)
  }))

export const signOnce = ({ key, state }: OpenedSigner, log: Store) => makeSigner({ log, state, keys: [key] }).round

/** Appends the sample requests of these numbers, and signs. */
export const appendAndSign = (
  folder: string,
  ...numbers: ReadonlyArray<number>
): Effect.Effect<Round, CannotOpen | Effect.Effect.Error<ReturnType<Store["append"]> | ReturnType<typeof signOnce>>> =>
  withSigner(
    folder,
    (signer, store) =>
      Effect.zipRight(Effect.forEach(numbers, (number) => store.append(aRequest(number))), signOnce(signer, store))
  )
