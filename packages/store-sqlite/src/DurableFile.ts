/**
 * Writing a small file so that a power cut leaves either all of it or what was there before.
 */
import { closeSync, copyFileSync, fchmodSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs"
import { dirname } from "node:path"
import { makeFolder } from "./MakeFolder.ts"
import { privateFile, privateFolder } from "./PrivateFile.ts"

const syncFolder = (folder: string): void => {
  const descriptor = openSync(folder, "r")
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** Writes the file under another name, and gives it its own once it is on the disk. */
export const writeDurably = (file: string, content: string | Uint8Array, mode = 0o644): void => {
  const unfinished = `${file}.new`
  const descriptor = openSync(unfinished, "w", mode)
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(unfinished, file)
  syncFolder(dirname(file))
}

/** Copies a log of any size in the same way. Only its owner reads it, whatever the rights of the copy were on its disk. */
export const copyDurably = (from: string, to: string): void => {
  const unfinished = `${to}.new`
  copyFileSync(from, unfinished)
  const descriptor = openSync(unfinished, "r+")
  fchmodSync(descriptor, privateFile)
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(unfinished, to)
  syncFolder(dirname(to))
}

/** The same for a secret: a file that only its owner reads, in a folder of which that holds too. */
export const keepSecret = (file: string, content: string | Uint8Array): void => {
  makeFolder(dirname(file), privateFolder)
  writeDurably(file, content, privateFile)
}
