/**
 * Proves of some bytes of every file of a bundle that no turned bit passes: an event is told of by its position,
 * another file by its name. Every byte is tried in the slow suite.
 */
import { expect, it } from "vitest"
import { untold } from "../testing/BundleFlips.ts"
import { somePlaces } from "../testing/Flips.ts"
import { invented, materialOf, testFolder, withoutWitness, written } from "../testing/SampleBundle.ts"
import { bundleFiles } from "./BundleFiles.ts"

it("no turned bit of a bundle of 50 events passes", async () => {
  const bundle = bundleFiles(written(testFolder(), materialOf(invented(50), [7, 50])))
  const flips = bundle.paths.flatMap((path) =>
    somePlaces(bundle.read(path)?.length ?? 0, 4).map((at) => ({ path, at }))
  )
  expect(flips.length).toBeGreaterThan(60)
  expect(await untold(bundle, flips, { policy: withoutWitness, remembered: [] })).toEqual([])
})
