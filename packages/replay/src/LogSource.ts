/**
 * A log to be read: a folder that was exported, a file with one event a line, or the log of an app.
 *
 * What is read here is taken as it stands. Whether it is what was written is a question of its own, and `verify` answers
 * it from the same files.
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

export interface LogSource {
  /** Where it is read from, as the caller named it. */
  readonly place: string
  /** The events in the order of the log, after one position and up to another; to its end where that is left out. */
  readonly events: (after?: number, upTo?: number) => Iterable<StoredBytes>
  readonly close: () => void
}

/** The log cannot be read; the message says where and why. */
export class CannotRead extends CannotGoOn {
  override readonly name = "CannotRead"
}

/** The envelope of an event. Throws where the bytes are none. */
export const envelopeOf = ({ bytes, position }: StoredBytes): Envelope => {
  let value: unknown = null
  try {
    value = JSON.parse(bytes)
  } catch {
    // Told below
  }
  if (!isEnvelope(value)) throw new CannotRead(`Position ${position} holds no event. Run: peerwork verify`)
  return value
}
