/**
 * The secret of a log: 32 bytes that key the fingerprints of commands.
 *
 * It is drawn once, when the log is created, and kept apart from the log in a file that only its owner can read.
 * Without it a log cannot tell the same command from another under one id, so a log that has lost it is not opened.
 */
import { secretBytes } from "@peerwork/store"
import { randomBytes } from "node:crypto"
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs"

const fileIn = (folder: string): string => `${folder}/keys/log-secret`

export const hasSecret = (folder: string): boolean => existsSync(fileIn(folder))

/** The secret, or null where there is none of the right length. */
export const readSecret = (folder: string): Uint8Array | null => {
  if (!hasSecret(folder)) return null
  const secret = readFileSync(fileIn(folder))
  return secret.length === secretBytes ? secret : null
}

const syncFolder = (folder: string): void => {
  const descriptor = openSync(folder, "r")
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** Draws a secret and keeps it, so that a power cut leaves either no secret or all of it. */
export const drawSecret = (folder: string): Uint8Array => {
  const secret = randomBytes(secretBytes)
  mkdirSync(`${folder}/keys`, { recursive: true, mode: 0o700 })
  const unfinished = `${fileIn(folder)}.new`
  const descriptor = openSync(unfinished, "w", 0o600)
  writeSync(descriptor, secret)
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(unfinished, fileIn(folder))
  syncFolder(`${folder}/keys`)
  return secret
}
