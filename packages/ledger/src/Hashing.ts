/**
 * The two hashes of the tree: of a leaf, and of two nodes.
 *
 * RFC 6962, section 2.1, with SHA-256. A leaf is hashed behind a zero byte and a pair of nodes behind a one, so that
 * no leaf can pass for a node. The stored bytes of an event are hashed as they stand.
 */
import { hash } from "node:crypto"
import { isCount } from "./OneSpelling.ts"

/** The number of bytes in every hash here. */
export const hashLength = 32

/**
 * SHA-256 of the bytes, or of the text in UTF-8.
 *
 * Node hands out 32 characters far sooner than a buffer of its own, and 32 bytes that were filled one by one stay on
 * the heap of the language: together that is half of the time.
 */
export const sha256 = (data: string | Uint8Array): Buffer => {
  const characters = hash("sha256", data, "binary")
  const bytes = Buffer.alloc(hashLength)
  for (let at = 0; at < hashLength; at++) bytes[at] = characters.charCodeAt(at)
  return bytes
}

/** The root of the tree without leaves: SHA-256 of nothing. */
export const emptyRoot: Uint8Array = sha256("")

/** SHA-256(0x00 || data); text counts as its UTF-8 bytes. */
export const leafHash = (data: string | Uint8Array): Buffer =>
  typeof data === "string" ? sha256(`\u0000${data}`) : sha256(Buffer.concat([Buffer.of(0), data]))

/** What two nodes are hashed in, so that nothing is made anew for each pair: a one, and both hashes behind it. */
const pair = Buffer.alloc(1 + 2 * hashLength)

/** SHA-256(0x01 || left || right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => {
  if (left.length !== hashLength || right.length !== hashLength) {
    throw new RangeError(`A node is made of two hashes of ${hashLength} bytes, not ${left.length} and ${right.length}`)
  }
  pair[0] = 1
  pair.set(left, 1)
  pair.set(right, 1 + hashLength)
  return sha256(pair)
}

const rowAbove = (row: Uint8Array): Buffer => {
  const above = Buffer.allocUnsafe(row.length / 2)
  pair[0] = 1
  for (let at = 0; at < above.length; at += hashLength) {
    pair.set(row.subarray(2 * at, 2 * at + 2 * hashLength), 1)
    above.write(hash("sha256", pair, "binary"), at, "binary")
  }
  return above
}

/** The root over a row of hashes that stand one behind the other; their number is a power of two. */
export const rootOfRow = (row: Uint8Array): Uint8Array => {
  if (!isCount(Math.log2(row.length / hashLength))) {
    throw new RangeError(`A row is made of 1, 2, 4 … hashes of ${hashLength} bytes, not of ${row.length} bytes`)
  }
  let above = row
  while (above.length > hashLength) above = rowAbove(above)
  return above
}

/** Whether both are the same hash; nothing but 32 bytes is one. */
export const sameHash = (a: Uint8Array, b: Uint8Array): boolean => a.length === hashLength && Buffer.compare(a, b) === 0
