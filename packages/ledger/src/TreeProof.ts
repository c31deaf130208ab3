/**
 * Proofs about a tree, as whoever has the tree makes them: that a leaf is in it, and that a smaller tree was its
 * beginning.
 *
 * RFC 6962, sections 2.1.1 and 2.1.2. A proof asks for at most two hashes at each level, so it can be made from tiles
 * without reading leaves. Whoever gets one checks it with `ProofCheck`.
 */
import { foldNodes, subtreesOf } from "./CompactRange.ts"
import { isCount } from "./OneSpelling.ts"

/** Where hashes are found: the root of the perfect subtree that is `index`-th, from 0, among those of its level. */
export type HashReader = (level: number, index: number) => Uint8Array

const hashOf = (begin: number, end: number, read: HashReader): Uint8Array =>
  foldNodes(subtreesOf(begin, end).map(({ index, level }) => read(level, index)))

/** The largest power of two below the number of leaves; there are two leaves at least. */
const leftWidth = (leaves: number): number => {
  let width = 1
  while (2 * width < leaves) width *= 2
  return width
}

/** The root of the tree that has these leaves. */
export const rootAt = (size: number, read: HashReader): Uint8Array => hashOf(0, size, read)

/** The hashes beside the way from the leaf up to the root of the tree of this size, the leaf's neighbour first. */
export const inclusionProof = (index: number, size: number, read: HashReader): ReadonlyArray<Uint8Array> => {
  if (!isCount(index) || !isCount(size) || index >= size) {
    throw new RangeError(`A tree of ${size} leaves has no leaf with the index ${index}`)
  }
  const downwards: Array<Uint8Array> = []
  for (let begin = 0, end = size; end - begin > 1;) {
    const middle = begin + leftWidth(end - begin)
    if (index < middle) {
      downwards.push(hashOf(middle, end, read))
      end = middle
    } else {
      downwards.push(hashOf(begin, middle, read))
      begin = middle
    }
  }
  return downwards.reverse()
}

/** The hashes that lead from the root of the first `from` leaves, and from themselves, to the root of all `size`. */
export const consistencyProof = (from: number, size: number, read: HashReader): ReadonlyArray<Uint8Array> => {
  if (!isCount(from) || !isCount(size) || from > size) {
    throw new RangeError(`A tree of ${size} leaves does not begin with one of ${from}`)
  }
  if (from === 0) return []
  const downwards: Array<Uint8Array> = []
  let [begin, end] = [0, size]
  while (end > from) {
    const middle = begin + leftWidth(end - begin)
    if (from <= middle) {
      downwards.push(hashOf(middle, end, read))
      end = middle
    } else {
      downwards.push(hashOf(begin, middle, read))
      begin = middle
    }
  }
  // The smaller tree as a whole is known to whoever checks; a part of it is not
  if (begin > 0) downwards.push(hashOf(begin, end, read))
  return downwards.reverse()
}
