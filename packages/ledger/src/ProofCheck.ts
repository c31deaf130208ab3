/**
 * Proofs about a tree, as whoever mistrusts the tree checks them.
 *
 * The algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2, which work for the proofs of RFC 6962. Every hash has to
 * be 32 bytes, and a proof with a hash too many or too few proves nothing. Whatever is given, the answer is yes or no.
 */
import { emptyRoot, hashLength, nodeHash, sameHash } from "./Hashing.ts"
import { isCount } from "./OneSpelling.ts"

const isHash = (bytes: Uint8Array): boolean => bytes.length === hashLength

const half = (count: number): number => Math.floor(count / 2)

/** What is claimed: this leaf is the `index`-th, from 0, of the tree that has this size and root. */
export interface Inclusion {
  readonly leafHash: Uint8Array
  readonly index: number
  readonly size: number
  readonly root: Uint8Array
}

/** Whether the proof shows that the leaf is in the tree. */
export const provesInclusion = (claim: Inclusion, proof: ReadonlyArray<Uint8Array>): boolean => {
  const { index, leafHash, root, size } = claim
  if (!isCount(index) || !isCount(size) || index >= size || ![leafHash, ...proof].every(isHash)) return false
  // The place of the node that is known, and of the last one, at the level that was reached
  let [node, last] = [index, size - 1]
  let known = leafHash
  for (const beside of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      known = nodeHash(beside, known)
      // It is not 0 here: either odd, or as large as the last one
      while (node % 2 === 0) [node, last] = [half(node), half(last)]
    } else {
      known = nodeHash(known, beside)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && sameHash(known, root)
}

/** What is claimed: the tree of size `from` was the beginning of the tree of size `to`. */
export interface Consistency {
  readonly from: number
  readonly fromRoot: Uint8Array
  readonly to: number
  readonly toRoot: Uint8Array
}

/** The smaller tree has a leaf, and the larger one more. */
const leadsToBoth = (claim: Consistency, proof: ReadonlyArray<Uint8Array>): boolean => {
  let [node, last] = [claim.from - 1, claim.to - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  // Where the smaller tree is perfect, its root is where the proof begins, and is left out of it
  const [first = claim.fromRoot, ...rest] = node === 0 ? [claim.fromRoot, ...proof] : proof
  let [smaller, larger] = [first, first]
  for (const beside of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      smaller = nodeHash(beside, smaller)
      larger = nodeHash(beside, larger)
      // It is not 0 here: either odd, or as large as the last one
      while (node % 2 === 0) [node, last] = [half(node), half(last)]
    } else {
      larger = nodeHash(larger, beside)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && sameHash(smaller, claim.fromRoot) && sameHash(larger, claim.toRoot)
}

/** Whether the proof shows that nothing of the smaller tree was changed. */
export const provesConsistency = (claim: Consistency, proof: ReadonlyArray<Uint8Array>): boolean => {
  const { from, fromRoot, to, toRoot } = claim
  if (!isCount(from) || !isCount(to) || from > to || ![fromRoot, toRoot, ...proof].every(isHash)) return false
  // There is one empty tree, and everything began with it
  if (from === 0 && !sameHash(fromRoot, emptyRoot)) return false
  if (from === to) return proof.length === 0 && sameHash(fromRoot, toRoot)
  return from === 0 ? proof.length === 0 : leadsToBoth(claim, proof)
}
