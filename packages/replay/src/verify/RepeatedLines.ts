/**
 * A file of lines that repeats the events byte for byte, compared while the events are read.
 */
import { leafHash } from "@peerwork/ledger"
import type { BundleFiles } from "./BundleFiles.ts"

/** The first of some events that a line does not repeat. */
export interface UnlikeLine {
  /** The index of the event. */
  readonly at: number
  /** What is wrong with the line, behind the name of the file. */
  readonly says: string
  /** The leaf hash of what stands there instead; null where nothing whole does. */
  readonly hash: Buffer | null
}

export interface RepeatedLines {
  /** The first of these events that the next lines do not repeat. After one, nothing more is compared. */
  readonly firstUnlike: (leaves: ReadonlyArray<Buffer>) => UnlikeLine | null
  readonly hasMore: () => boolean
  readonly close: () => void
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d]

/** The longest line that is looked at: no event is longer. */
const longestLine = 65_536

/** What stands in the place of a leaf. The bytes begin where its line does. */
const unlikeLine = (bytes: Buffer, leaf: Buffer, at: number): UnlikeLine => {
  const end = bytes.indexOf(lineFeed)
  if (bytes.length === 0) return { at, says: "ends before it", hash: null }
  const line = end === -1 ? bytes : bytes.subarray(0, end)
  if (end !== -1 && line.at(-1) === carriageReturn && line.subarray(0, -1).equals(leaf)) {
    return { at, says: "has lines that end with a carriage return", hash: null }
  }
  if (end === -1 && line.equals(leaf)) return { at, says: "does not end its last line with a line feed", hash: null }
  return { at, says: "has something else there", hash: end === -1 ? null : leafHash(line) }
}

/** The lines of the file; where there is none, nothing is compared. */
export const repeatedLines = (files: BundleFiles, path: string): RepeatedLines => {
  const reading = files.open(path)
  let isSame = reading !== null
  return {
    firstUnlike: (leaves) => {
      if (reading === null) return null
      for (const [at, leaf] of leaves.entries()) {
        if (!isSame) return null
        const line = Buffer.from(reading.next(leaf.length + 1))
        isSame = line.length > leaf.length && line[leaf.length] === lineFeed && line.subarray(0, -1).equals(leaf)
        if (!isSame) return unlikeLine(Buffer.concat([line, reading.next(longestLine)]), leaf, at)
      }
      return null
    },
    hasMore: () => reading !== null && isSame && reading.next(1).length > 0,
    close: () => reading?.close()
  }
}
