/**
 * Fingerprints: telling two commands under one id apart, without keeping either.
 *
 * It is taken of the command as it was received, before anything is decided: deciding again gives other events, but the
 * sender sent the same. It is keyed by a secret of the log, so that nobody who holds the log can guess what a personal
 * field held by trying values.
 */
import { canonicalise } from "@peerwork/ledger"
import { createHmac } from "node:crypto"

/** The number of bytes in the secret of a log. */
export const secretBytes = 32

/** HMAC-SHA-256 over the canonical JSON of type and input, in base64. Throws `NotCanonical` where there is none. */
export const fingerprint = (secret: Uint8Array, commandType: string, input: unknown): string =>
  createHmac("sha256", secret).update(canonicalise([commandType, input])).digest("base64")
