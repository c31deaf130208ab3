/**
 * The secret of a log: 32 bytes that key the fingerprints of commands.
 *
 * It is drawn once, when the log is created, and kept apart from the log in a file that only its owner can read.
 * Without it a log cannot tell the same command from another under one id, so a log that has lost it is not opened.
 */
import { secretBytes } from "@peerwork/store"
import { randomBytes } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { keepSecret } from "./DurableFile.ts"

const fileIn = (folder: string): string => `${folder}/keys/log-secret`

const hasSecret = (folder: string): boolean => existsSync(fileIn(folder))

/** The secret, or null where there is none of the right length. */
export const readSecret = (folder: string): Uint8Array | null => {
  if (!hasSecret(folder)) return null
  const secret = readFileSync(fileIn(folder))
  return secret.length === secretBytes ? secret : null
}

/** Draws a secret and keeps it. */
export const drawSecret = (folder: string): Uint8Array => {
  const secret = randomBytes(secretBytes)
  keepSecret(fileIn(folder), secret)
  return secret
}
