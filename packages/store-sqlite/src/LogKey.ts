/**
 * The key of a log: what its checkpoints are signed with.
 *
 * It is drawn when the log is created and kept in `keys/log-key`, a file that only its owner can read, in the form that
 * Go's note tools read. A log that has lost it cannot go on being signed under its name. While a log changes to another
 * key, both sign, so that nobody who knows one of them has to do without.
 */
import {
  formatSignerKey,
  keyTypes,
  type Malformed,
  parseSignerKey,
  type SignerKey,
  signerKey,
  type VerifierKey
} from "@peerwork/ledger"
import { randomBytes } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { keepSecret } from "./DurableFile.ts"

export const logKeyFile = (folder: string): string => `${folder}/keys/log-key`

const malformed = (because: string): Malformed => ({ _tag: "Malformed", because })

const keyIn = (file: string): SignerKey | Malformed | null =>
  existsSync(file) ? parseSignerKey(readFileSync(file, "utf8").trim()) : null

/** The key; null where there is none. */
export const readLogKey = (folder: string): SignerKey | Malformed | null => keyIn(logKeyFile(folder))

const drawnInto = (file: string, origin: string): SignerKey => {
  const key = signerKey(origin, keyTypes.note, randomBytes(32))
  keepSecret(file, `${formatSignerKey(key)}\n`)
  return key
}

/** Draws a key for the log of this name and keeps it. */
export const drawLogKey = (folder: string, origin: string): SignerKey => drawnInto(logKeyFile(folder), origin)

/** The key to which the log changes, in a file of its own; it is drawn where there is none yet. */
export const nextLogKey = (file: string, { keyId, name }: VerifierKey): SignerKey | Malformed => {
  const next = keyIn(file) ?? drawnInto(file, name)
  if (next._tag === "Malformed") return next
  const { verifier } = next
  if (verifier.type !== keyTypes.note) return malformed("it holds the key of a witness")
  if (verifier.name !== name) return malformed(`it holds the key of another log, ${verifier.name}`)
  return verifier.keyId === keyId ? malformed("it holds the key that the log has already") : next
}
