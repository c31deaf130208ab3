/**
 * What the tree costs beside hashing the entries alone, which nobody can save.
 *
 * Run it with `node packages/tooling/run.mjs exec -- node --conditions=@peerwork/source
 * packages/ledger/src/bench/tree.bench.ts`. The sides take turns, because rates depend on the machine and ratios
 * hardly; the time is that of the processor.
 */
import { appendLeaves, emptyRange, rootOf } from "../CompactRange.ts"
import { leafHash } from "../Hashing.ts"
import { emptyEdge, frontierOf, growEdge } from "../RightEdge.ts"
import { parseEnvelope } from "../StrictJson.ts"

const rounds = 9
const count = 50_000

/** As long as most envelopes are. */
const entries = Array.from({ length: count }, (_, at) => JSON.stringify({ at, note: "x".repeat(900) }))
const leaves = entries.map(leafHash)

const busy = (run: () => void): number => {
  const begun = process.cpuUsage()
  run()
  const { system, user } = process.cpuUsage(begun)
  return (system + user) / 1e6
}

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const hashing = (): void => {
  for (const entry of entries) leafHash(entry)
}

const sides: ReadonlyArray<readonly [string, () => void]> = [
  ["a frontier, 64 leaves at a time", () => {
    let range = emptyRange()
    for (let at = 0; at < count; at += 64) {
      range = appendLeaves(range, leaves.slice(at, at + 64))
      rootOf(range)
    }
  }],
  ["an edge with its tiles, 64 leaves at a time", () => {
    let edge = emptyEdge
    for (let at = 0; at < count; at += 64) {
      edge = growEdge(edge, leaves.slice(at, at + 64)).edge
      rootOf(frontierOf(edge))
    }
  }],
  ["strict reading", () => {
    for (const entry of entries) parseEnvelope(entry)
  }]
]

const ratios = sides.map(() => [] as Array<number>)
for (let round = 0; round <= rounds; round++) {
  for (const [at, [, side]] of sides.entries()) {
    const ratio = busy(side) / busy(hashing)
    if (round > 0) ratios[at]?.push(ratio)
  }
}
for (const [at, [what]] of sides.entries()) {
  console.log(`${what}: ${median(ratios[at] ?? []).toFixed(2)} of hashing the entries`)
}
