/**
 * The numbers by which RFC 8785 lets everybody check how they print numbers: some chosen, then as many as one likes.
 */
import { createHash } from "node:crypto"
import { canonicalise } from "../CanonicalJson.ts"
import { sha256 } from "../Hashing.ts"
import numbers from "../vectors/es6-numbers.json" with { type: "json" }

const double = (bits: bigint): number => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(bits)
  return bytes.readDoubleBE()
}

/** The deterministic number sequence of RFC 8785, as bits. */
function* numberSequence(): Generator<bigint, never> {
  for (const hex of numbers.bitsHex) yield BigInt(`0x${hex}`)
  for (let step = 0n; step < 2000n; step++) yield 0x0010_0000_0000_0000n + step
  let block = sha256(Buffer.alloc(32))
  while (true) {
    for (let at = 0; at < 32; at += 8) {
      const bits = block.readBigUInt64LE(at)
      if (double(bits) !== 0 && Number.isFinite(double(bits))) yield bits
    }
    block = sha256(block)
  }
}

/** SHA-256 over the first numbers, each as a line of its bits and of how it is written canonically. */
export const checksumOfFirst = (count: number): string => {
  const hash = createHash("sha256")
  let line = 0
  for (const bits of numberSequence()) {
    if (line++ === count) break
    hash.update(`${bits.toString(16)},${canonicalise(double(bits))}\n`)
  }
  return hash.digest("hex")
}
