/**
 * The tree of RFC 6962 as its section 2.1 defines it: by halving lists. Slow, and easy to compare with the document.
 *
 * What the package computes is held against this. It works on hashes of leaves.
 */
import { emptyRoot, nodeHash, sha256 } from "../Hashing.ts"
import type { HashReader } from "../TreeProof.ts"

type Hashes = ReadonlyArray<Uint8Array>

/** So many different hashes of leaves, always the same. */
export const leafHashes = (count: number): Hashes => Array.from({ length: count }, (_, at) => sha256(`leaf ${at}`))

const largestPowerBelow = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1)

/** MTH(D[n]). */
export const naiveRoot = (d: Hashes): Uint8Array => {
  const [only] = d
  if (only === undefined) return emptyRoot
  if (d.length === 1) return only
  const k = largestPowerBelow(d.length)
  return nodeHash(naiveRoot(d.slice(0, k)), naiveRoot(d.slice(k)))
}

/** PATH(m, D[n]). */
export const naivePath = (m: number, d: Hashes): Hashes => {
  if (d.length === 1) return []
  const k = largestPowerBelow(d.length)
  return m < k
    ? [...naivePath(m, d.slice(0, k)), naiveRoot(d.slice(k))]
    : [...naivePath(m - k, d.slice(k)), naiveRoot(d.slice(0, k))]
}

/** SUBPROOF(m, D[n], b). */
const naiveSubproof = (m: number, d: Hashes, b: boolean): Hashes => {
  if (m === d.length) return b ? [] : [naiveRoot(d)]
  const k = largestPowerBelow(d.length)
  return m <= k
    ? [...naiveSubproof(m, d.slice(0, k), b), naiveRoot(d.slice(k))]
    : [...naiveSubproof(m - k, d.slice(k), false), naiveRoot(d.slice(0, k))]
}

/** PROOF(m, D[n]), for 0 < m <= n. */
export const naiveProof = (m: number, d: Hashes): Hashes => naiveSubproof(m, d, true)

/** The hash of any perfect subtree, out of the hashes of all leaves. */
export const readerOf = (d: Hashes): HashReader => {
  const known = new Map<string, Uint8Array>()
  return (level, index) => {
    const hash = known.get(`${level} ${index}`) ?? naiveRoot(d.slice(index * 2 ** level, (index + 1) * 2 ** level))
    known.set(`${level} ${index}`, hash)
    return hash
  }
}
