/**
 * Entries as they are handed over: up to 256 leaves in one file, each behind its length.
 *
 * The form is that of C2SP's tlog-tiles, with two bytes for the length, so that any of its tools can read the leaves.
 */
import { type Malformed, malformed } from "./OneSpelling.ts"
import { tileWidth } from "./Tile.ts"

/** The most bytes that a leaf can have in a file of entries. */
export const longestEntry = 65_535

/** The leaves of a file, in their order. */
export interface Entries {
  readonly _tag: "Entries"
  readonly leaves: ReadonlyArray<Uint8Array>
}

/** The bytes of a file with these leaves. */
export const entriesBytes = (leaves: ReadonlyArray<Uint8Array>): Buffer => {
  if (leaves.length > tileWidth) throw new RangeError(`A file has up to ${tileWidth} entries, not ${leaves.length}`)
  return Buffer.concat(leaves.flatMap((leaf) => {
    if (leaf.length > longestEntry) {
      throw new RangeError(`An entry has up to ${longestEntry} bytes, not ${leaf.length}`)
    }
    return [Buffer.of(leaf.length >> 8, leaf.length & 255), leaf]
  }))
}

/** The leaves in the bytes of a file; they are views of the bytes, not copies. */
export const parseEntries = (bytes: Uint8Array): Entries | Malformed => {
  const leaves: Array<Uint8Array> = []
  const lengths = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 0; at < bytes.length;) {
    if (leaves.length === tileWidth) return malformed(`a file has up to ${tileWidth} entries`)
    if (at + 2 > bytes.length) return malformed(`entry ${leaves.length} has no length`)
    const end = at + 2 + lengths.getUint16(at)
    if (end > bytes.length) return malformed(`entry ${leaves.length} is cut off`)
    leaves.push(bytes.subarray(at + 2, end))
    at = end
  }
  return { _tag: "Entries", leaves }
}
