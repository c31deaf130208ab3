/**
 * The key of a log: what its checkpoints are signed with.
 *
 * It is drawn when the log is created and kept in `keys/log-key`, a file that only its owner can read, in the form that
 * Go's note tools read. A log that has lost it cannot go on being signed under its name.
 */
import { formatSignerKey, keyTypes, type Malformed, parseSignerKey, type SignerKey, signerKey } from "@peerwork/ledger"
import { randomBytes } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { keepSecret } from "./DurableFile.ts"

export const logKeyFile = (folder: string): string => `${folder}/keys/log-key`

/** The key; null where there is none. */
export const readLogKey = (folder: string): SignerKey | Malformed | null =>
  existsSync(logKeyFile(folder)) ? parseSignerKey(readFileSync(logKeyFile(folder), "utf8").trim()) : null

/** Draws a key for the log of this name and keeps it. */
export const drawLogKey = (folder: string, origin: string): SignerKey => {
  const key = signerKey(origin, keyTypes.note, randomBytes(32))
  keepSecret(logKeyFile(folder), `${formatSignerKey(key)}\n`)
  return key
}
