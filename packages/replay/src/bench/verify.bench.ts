/**
 * How long it takes to verify a bundle of a million events, and how much memory: less than 30 seconds and 512 MB.
 *
 * Run it after `npm run build` with `node packages/tooling/run.mjs exec -- node --conditions=@peerwork/source
 * packages/replay/src/bench/verify.bench.ts [events] [folder]`. Making the bundle takes minutes and some gigabytes.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { verifyAlone, writeLargeBundle } from "../testing/LargeBundle.ts"

const [count = "1000000", folder = tmpdir()] = process.argv.slice(2)
const place = mkdtempSync(join(folder, "peerwork-bench-"))
try {
  const begun = performance.now()
  const bundle = writeLargeBundle(place, Number(count))
  console.log(
    `${count} events packed, after they were invented, in ${((performance.now() - begun) / 1000).toFixed(1)} s`
  )
  for (let round = 0; round < 3; round++) {
    const { busy, exitCode, megabytes, seconds } = verifyAlone(bundle)
    const memory = `${Math.round(megabytes)} MB`
    console.log(
      `verified in ${seconds.toFixed(1)} s (processors busy ${
        busy.toFixed(1)
      } s) with ${memory}, and ended with ${exitCode}`
    )
  }
} finally {
  rmSync(place, { recursive: true })
}
