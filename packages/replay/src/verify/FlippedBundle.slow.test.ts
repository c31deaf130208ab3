/**
 * Proves of every byte of a bundle of 50 events, and of random ones of 10,000, that no turned bit passes.
 *
 * The rules and the verifier are files like any other to the check, so of them a thousand bytes are tried.
 */
import { describe, expect, it } from "vitest"
import { parted, untold, untoldByManifest } from "../testing/BundleFlips.ts"
import { somePlaces } from "../testing/Flips.ts"
import { invented, materialOf, testFolder, withoutWitness, written } from "../testing/SampleBundle.ts"
import { bundleFiles } from "./BundleFiles.ts"

const trust = { policy: withoutWitness, remembered: [] }

const code = Buffer.from("// the rules, or the verifier\n".repeat(500))

describe("a turned bit", () => {
  it("in any byte of a bundle of 50 events is told of", async () => {
    const material = { ...materialOf(invented(50), [7, 50]), lawOf: () => code, verifier: code }
    const bundle = bundleFiles(written(testFolder(), material))
    const flips = bundle.paths.flatMap((path) => {
      const length = bundle.read(path)?.length ?? 0
      return somePlaces(length, path.endsWith(".mjs") ? 1000 : length).map((at) => ({ path, at }))
    })
    console.info(`${flips.length} bits turned, one after another`)
    const { listedOnly, others } = parted(flips)
    expect(await untoldByManifest(bundle, listedOnly)).toEqual([])
    expect(await untold(bundle, others, trust)).toEqual([])
  }, 3_600_000)

  it("in random bytes of a bundle of 10,000 events is told of", async () => {
    const bundle = bundleFiles(written(testFolder(), materialOf(invented(10_000), [5000, 10_000])))
    const flips = bundle.paths.filter((path) => !path.startsWith("derived/")).flatMap((path) =>
      somePlaces(bundle.read(path)?.length ?? 0, 2).map((at) => ({ path, at }))
    )
    expect(await untold(bundle, flips, trust)).toEqual([])
  }, 3_600_000)
})
