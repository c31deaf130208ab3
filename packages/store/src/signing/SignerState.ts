/**
 * What a signer remembers: the newest head that it signed, which nothing may ever contradict.
 *
 * It is kept apart from the log, so that a log that was restored or rewritten does not bring its own memory along. A
 * change is a compare-and-set: of two signers over one state, one goes on, and the other reads again. Where nobody
 * knows whether the change was kept, the signer stops, and finds out when it is started again.
 */
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"

/** A head that was signed. */
export interface SignedHead {
  readonly size: number
  /** 32 bytes. */
  readonly root: Uint8Array
  /** The checkpoint as a signed note; empty before the first. */
  readonly note: string
  /** When it was signed, in milliseconds since 1970; 0 before the first. */
  readonly time: number
}

/** Whether the change of the memory was kept is not known, or the memory cannot be read. */
export class SignerStateUnknown extends Schema.TaggedError<SignerStateUnknown>()("SignerStateUnknown", {
  cause: Schema.Defect
}) {
  override get message() {
    return "What was signed last is not known for certain; start again to find out"
  }
}

export interface SignerState {
  /** The newest head; that of the empty tree, with an empty note, before anything was signed. */
  readonly last: Effect.Effect<SignedHead, SignerStateUnknown>
  /** Remembers the next head if `from` is still the newest one; answers whether it was. Durable when it answers. */
  readonly advance: (from: SignedHead, to: SignedHead) => Effect.Effect<boolean, SignerStateUnknown>
}
