/**
 * The way that a proof goes, which is all of a place and a size that a check of the proof can see.
 *
 * Two trees of other sizes may have the same way from a leaf to the root. That the size belongs to the root is what a
 * checkpoint says, and no proof.
 */

/** On which side the neighbours of a leaf stand, from the leaf upwards. */
export const sides = (index: number, size: number): string => {
  if (size === 1) return ""
  const half = 2 ** Math.ceil(Math.log2(size) - 1)
  return index < half ? `${sides(index, half)}r` : `${sides(index - half, size - half)}l`
}

/** What a check does from the bottom up: begins with the smaller root (s) or not, joins to the left (l) or right (r). */
export const steps = (from: number, to: number, whole = true): string => {
  if (from === to) return whole ? "s" : "n"
  const half = 2 ** Math.ceil(Math.log2(to) - 1)
  return from <= half ? `${steps(from, half, whole)}r` : `${steps(from - half, to - half, false)}l`
}
