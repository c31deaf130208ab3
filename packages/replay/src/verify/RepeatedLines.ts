/**
 * A file of lines that repeats the events byte for byte, compared while the events are read.
 */
import type { BundleFiles } from "./BundleFiles.ts"

export interface RepeatedLines {
  /** The index of the first of these events that the next lines do not repeat. After one, nothing more is compared. */
  readonly firstUnlike: (leaves: ReadonlyArray<Buffer>) => number | null
  readonly hasMore: () => boolean
  readonly close: () => void
}

const lineFeed = 0x0a

/** The lines of the file; where there is none, nothing is compared. */
export const repeatedLines = (files: BundleFiles, path: string): RepeatedLines => {
  const reading = files.open(path)
  let isSame = reading !== null
  return {
    firstUnlike: (leaves) => {
      if (reading === null || !isSame) return null
      const unlike = leaves.findIndex((leaf) => {
        const line = reading.next(leaf.length + 1)
        return line.length <= leaf.length || line[leaf.length] !== lineFeed || !line.subarray(0, -1).equals(leaf)
      })
      isSame = unlike === -1
      return isSame ? null : unlike
    },
    hasMore: () => reading !== null && isSame && reading.next(1).length > 0,
    close: () => reading?.close()
  }
}
