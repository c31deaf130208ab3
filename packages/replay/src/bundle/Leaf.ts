/**
 * An event on its way into a bundle: its place, its bytes, its hash, and what its envelope says.
 */
import type { Envelope } from "@peerwork/core"
import { leafHash } from "@peerwork/ledger"

export interface Leaf {
  readonly position: number
  /** The stored bytes. */
  readonly bytes: Buffer
  readonly hash: Buffer
  readonly envelope: Envelope
}

/** The event with these stored bytes. */
export const leafOf = (position: number, bytes: Buffer): Leaf => ({
  position,
  bytes,
  hash: leafHash(bytes),
  envelope: JSON.parse(bytes.toString()) as Envelope
})

/**
 * The hash as every derived row shows it: in hexadecimal digits. Envelopes, notes and receipts have it in base64, which
 * can begin like a formula.
 */
export const shownHash = ({ hash }: Leaf): string => hash.toString("hex")
