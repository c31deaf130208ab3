/**
 * The tree that stands beside the events: in a bundle its checkpoint and its tiles, in the log of an app its commits.
 *
 * Nobody's signature is looked at. Whoever changes the events and forgets the tree is found out by it; whoever changes
 * both is found out by `verify` alone, with a key.
 */
import { hashLength, tileAt, tilePath, tileWidth } from "@peerwork/ledger"
import { existsSync, readFileSync } from "node:fs"
import type { DatabaseSync } from "node:sqlite"
import { checkpointPath } from "./bundle/BundlePaths.ts"
import { CannotRead, type TreeBeside } from "./LogSource.ts"
import { commitRows } from "./verify/LogRows.ts"
import { claimIn } from "./verify/NotesCheck.ts"

/** The size and root that the checkpoint of the bundle says. */
const checkpointIn = (folder: string) => {
  const file = `${folder}/${checkpointPath}`
  if (!existsSync(file)) throw new CannotRead(`${file} is missing. Run: peerwork verify`)
  const parsed = claimIn(readFileSync(file, "utf8"))
  if (parsed._tag === "Checkpoint") return parsed
  throw new CannotRead(`${file} is no checkpoint: ${parsed.because}. Run: peerwork verify`)
}

/** The checkpoint of a bundle, and the hashes of its events in the lowest tiles. */
export const bundleTree = (folder: string): TreeBeside => {
  const { root, size } = checkpointIn(folder)
  let held = { index: -1, path: "", hashes: Buffer.alloc(0) }
  const hold = (index: number) => {
    const path = tilePath(tileAt(0, index, Math.min(tileWidth, size - index * tileWidth)))
    if (!existsSync(`${folder}/${path}`)) throw new CannotRead(`${folder}/${path} is missing. Run: peerwork verify`)
    held = { index, path, hashes: readFileSync(`${folder}/${path}`) }
  }
  return {
    by: "its checkpoint",
    roots: [{ size, root }],
    leafAt: (position) => {
      const index = Math.floor((position - 1) / tileWidth)
      if (position > size) return null
      if (index !== held.index) hold(index)
      const at = ((position - 1) % tileWidth) * hashLength
      return { hash: held.hashes.subarray(at, at + hashLength), path: held.path }
    }
  }
}

/** The roots that stand beside the commits of a log. */
export const tableTree = (db: DatabaseSync): TreeBeside => ({
  by: "the tree beside its commits",
  roots: [...commitRows(db)].map(({ root, size }) => ({ size, root })),
  leafAt: () => null
})
