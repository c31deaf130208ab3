/**
 * Cosignatures: a witness says that it saw a checkpoint, when, and that it fits every one it had seen before.
 *
 * C2SP's tlog-cosignature, version 1, with Ed25519. The time is signed together with the text of the checkpoint and
 * travels in front of the signature. The text of a cosigned message does not name the witness, so each has its own key.
 */
import { isCount } from "./OneSpelling.ts"

/** Eight bytes of time, and the signature. */
const cosignatureLength = 72

/** What a witness signs. The time is in seconds since 1970. */
export const cosignedMessage = (text: string, time: number): string => `cosignature/v1\ntime ${time}\n${text}`

/** The time and the signature as they stand in a signature line. */
export const cosignatureBytes = (time: number, signature: Uint8Array): Buffer => {
  const eight = Buffer.alloc(8)
  eight.writeBigUInt64BE(BigInt(time))
  return Buffer.concat([eight, signature])
}

/** A time and a signature, not checked yet. */
export interface Cosignature {
  readonly time: number
  readonly signature: Uint8Array
}

/** The time and the signature out of the bytes of a signature line; null where they hold no such thing. */
export const cosignatureIn = (bytes: Buffer): Cosignature | null => {
  if (bytes.length !== cosignatureLength) return null
  const time = Number(bytes.readBigUInt64BE())
  return isCount(time) ? { time, signature: bytes.subarray(8) } : null
}
