/**
 * Every byte of something with one bit of it turned, another bit for each byte and each run of the seed.
 */

/** The bit that is turned in the byte at the place. */
const bitAt = (at: number): number => (at * 5 + 3) % 8

export const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at] = bytes.readUInt8(at) ^ (1 << bitAt(at))
  return copy
}

/** Lets the test runner hear that the test is still alive. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Some of the places, always the same ones. */
export const somePlaces = (length: number, count: number): ReadonlyArray<number> =>
  length <= count
    ? Array.from({ length }, (_, at) => at)
    : [...new Set(Array.from({ length: count }, (_, number) => (number * 2_654_435_761) % length))]
