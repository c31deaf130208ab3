/**
 * A log to be read: a folder that was exported, a file with one event a line, or the log of an app.
 *
 * Beside the events it says what stands beside them of their tree, so that whoever reads can tell whether both fit. Who
 * signed that is a question of its own, and `verify` answers it from the same files.
 */
import type { Envelope } from "@peerwork/core"
import { isEnvelope } from "@peerwork/core"
import { CannotGoOn } from "./SubCommand.ts"

/** One event as it is stored. */
export interface StoredBytes {
  readonly position: number
  /** The canonical JSON of its envelope. */
  readonly bytes: string
}

/** What stands beside the events of the tree over them. */
export interface TreeBeside {
  /** What says so: `its checkpoint`. */
  readonly by: string
  /** The root over the first `size` events, for one size or more, in ascending order. */
  readonly roots: ReadonlyArray<{ readonly size: number; readonly root: Uint8Array }>
  /** The hash of the event at a position, and where it stands; null where none does. */
  readonly leafAt: (position: number) => { readonly hash: Uint8Array; readonly path: string } | null
}

export interface LogSource {
  /** Where it is read from, as the caller named it. */
  readonly place: string
  /** The tree; null where none stands beside the events. Throws `CannotRead` where one should and cannot be read. */
  readonly tree: () => TreeBeside | null
  /** The events in the order of the log, after one position and up to another; to its end where that is left out. */
  readonly events: (after?: number, upTo?: number) => Iterable<StoredBytes>
  readonly close: () => void
}

/** The log cannot be read; the message says where and why. */
export class CannotRead extends CannotGoOn {
  override readonly name = "CannotRead"
}

/** What was read does not fit together: something was changed, left out or put in. The message names the position. */
export class Altered extends Error {
  override readonly name = "Altered"
  /** The first wrong position. */
  readonly position: number

  constructor(says: string, position: number) {
    super(says)
    this.position = position
  }
}

/** Whether it says how it was decided, as whatever looks into it relies on. */
const isDecided = ({ decision }: Partial<Envelope>): boolean =>
  Array.isArray(decision?.rules) && Array.isArray(decision.reads) && Number.isSafeInteger(decision.upTo)

/** The envelope of an event. Throws where the bytes are none. */
export const envelopeOf = ({ bytes, position }: StoredBytes): Envelope => {
  let value: unknown = null
  try {
    value = JSON.parse(bytes)
  } catch {
    // Told below
  }
  if (!isEnvelope(value) || !isDecided(value)) {
    throw new CannotRead(`Position ${position} holds no event. Run: peerwork verify`)
  }
  return value
}
