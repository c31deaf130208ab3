/**
 * A compact range: neighbouring leaves, told by the roots of the perfect subtrees that they make up.
 *
 * A range of n leaves needs no more than 2 log2 n hashes. A range that begins at leaf 0 is the frontier of a tree: all
 * that has to be kept to append to it and to know its root. The hashes stand from left to right; which subtree each is
 * the root of follows from where the range begins and ends. Nothing here changes a range that it was given.
 */
import { emptyRoot, hashLength, nodeHash } from "./Hashing.ts"
import { isCount, type Malformed, malformed } from "./OneSpelling.ts"

/** The leaves from index `begin` until `end`. */
export interface CompactRange {
  readonly _tag: "CompactRange"
  readonly begin: number
  readonly end: number
  readonly nodes: ReadonlyArray<Uint8Array>
}

/** A perfect subtree: the leaves from `index * 2^level` until `(index + 1) * 2^level`. */
export interface Subtree {
  readonly level: number
  readonly index: number
}

const make = (begin: number, end: number, nodes: ReadonlyArray<Uint8Array>): CompactRange => ({
  _tag: "CompactRange",
  begin,
  end,
  nodes
})

/** The largest perfect subtrees that make up the leaves from `begin` until `end`, from left to right. */
export const subtreesOf = (begin: number, end: number): ReadonlyArray<Subtree> => {
  const subtrees: Array<Subtree> = []
  for (let at = begin; at < end;) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level++
    subtrees.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return subtrees
}

/** The range without leaves, before the leaf `begin`: of a tree that is still empty, or of a part of one. */
export const emptyRange = (begin = 0): CompactRange => {
  if (!isCount(begin)) throw new RangeError(`A range begins at a leaf index from 0, not at ${begin}`)
  return make(begin, begin, [])
}

/** Puts the root of a perfect subtree behind the nodes, together with every left sibling that waits for it. */
const push = (nodes: Array<Uint8Array>, begin: number, subtree: Subtree, root: Uint8Array): void => {
  let width = 2 ** subtree.level
  let start = subtree.index * width
  let node = root
  while (start % (2 * width) !== 0 && start - width >= begin) {
    node = nodeHash(nodes.pop() as Uint8Array, node)
    start -= width
    width *= 2
  }
  nodes.push(node)
}

/** The range with these leaves behind it, told by their hashes: about one hash of two nodes for each. */
export const appendLeaves = (range: CompactRange, leafHashes: Iterable<Uint8Array>): CompactRange => {
  const nodes = [...range.nodes]
  let end = range.end
  for (const hash of leafHashes) {
    if (hash.length !== hashLength) throw new RangeError(`A leaf hash has ${hashLength} bytes, not ${hash.length}`)
    push(nodes, range.begin, { level: 0, index: end }, hash)
    end++
  }
  if (!isCount(end)) throw new RangeError("A tree has no more than 2^53 - 1 leaves")
  return make(range.begin, end, nodes)
}

/** The range with one leaf more. */
export const appendLeaf = (range: CompactRange, leafHash: Uint8Array): CompactRange => appendLeaves(range, [leafHash])

/** Both ranges as one; the right one begins where the left one ends. */
export const mergeRanges = (left: CompactRange, right: CompactRange): CompactRange => {
  if (left.end !== right.begin) {
    throw new RangeError(`A range that ends at ${left.end} has no neighbour that begins at ${right.begin}`)
  }
  const nodes = [...left.nodes]
  subtreesOf(right.begin, right.end).forEach((subtree, at) =>
    push(nodes, left.begin, subtree, right.nodes[at] as Uint8Array)
  )
  return make(left.begin, right.end, nodes)
}

/** The root over hashes of neighbours, of which each is at least as high as the next. */
export const foldNodes = (nodes: ReadonlyArray<Uint8Array>): Uint8Array =>
  nodes.length === 0 ? emptyRoot : nodes.reduceRight((root, node) => nodeHash(node, root))

/** The root of the tree of which the range is the frontier. */
export const rootOf = (range: CompactRange): Uint8Array => {
  if (range.begin !== 0) throw new RangeError(`A range that begins at ${range.begin} has no root of its own`)
  return foldNodes(range.nodes)
}

/** The hashes of the range one behind the other, as they are stored. */
export const frontierBytes = (range: CompactRange): Buffer => Buffer.concat(range.nodes)

/** The frontier of a tree of this size from its stored bytes. */
export const frontierFrom = (size: number, bytes: Uint8Array): CompactRange | Malformed => {
  if (!isCount(size)) return malformed(`${size} is not the size of a tree`)
  const subtrees = subtreesOf(0, size)
  if (bytes.length !== subtrees.length * hashLength) {
    return malformed(
      `a tree of ${size} leaves has ${subtrees.length} hashes in its frontier, not ${bytes.length} bytes`
    )
  }
  return make(0, size, subtrees.map((_, at) => bytes.subarray(at * hashLength, (at + 1) * hashLength)))
}
