/**
 * An event on its way into a bundle: its place, its bytes, its hash, and what its envelope says.
 */
import type { Envelope } from "@peerwork/core"

export interface Leaf {
  readonly position: number
  /** The stored bytes. */
  readonly bytes: Buffer
  readonly hash: Buffer
  readonly envelope: Envelope
}

/** The hash as every derived row shows it. */
export const shownHash = ({ hash }: Leaf): string => hash.toString("hex")
