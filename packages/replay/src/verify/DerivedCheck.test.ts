/**
 * Proves that whatever in a bundle follows from its events is made anew and compared, though a manifest was made to fit.
 */
import { createHash } from "node:crypto"
import { appendFileSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { formatManifest } from "../bundle/Manifest.ts"
import { invented, materialOf, testFolder, withoutWitness, written } from "../testing/SampleBundle.ts"
import { verifyBundle } from "./BundleCheck.ts"
import { bundleFiles } from "./BundleFiles.ts"
import { derivedFrom } from "./DerivedCheck.ts"

const events = invented(300)
const material = materialOf(events, [3, 300])
const own = { verifier: material.verifier, lawOf: material.lawOf }

const relist = (place: string): void => {
  const paths = bundleFiles(place).paths.filter((path) => path !== "manifest.json")
  writeFileSync(
    join(place, "manifest.json"),
    formatManifest(paths.map((path) => {
      const bytes = readFileSync(join(place, path))
      return { path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") }
    }))
  )
}

const verified = (place: string) =>
  verifyBundle(place, {
    trust: { policy: withoutWitness, remembered: [] },
    derive: (files) => derivedFrom(files, own)
  })

describe("what follows from the events of a bundle", () => {
  it("is what it was packed as", () => {
    const report = verified(written(testFolder(), material))
    expect(report).toMatchObject({ exitCode: 0, findings: [] })
    expect(report.proved).toContain("The tables, schemas and texts are what Peerwork makes of these events")
    expect(report.notProved).toContain("Anything about the files in witness/, which are handed on as they were")
  })

  it.each([
    "README.txt",
    "cover.html",
    "law/0.1.0.mjs",
    "derived/history.csv",
    "derived/history-columns.csv",
    "derived/cases.csv",
    "derived/ocel2.json",
    "derived/rules.json"
  ])("is told of where %s was changed and the manifest with it", (path) => {
    const place = written(testFolder(), material)
    appendFileSync(join(place, path), "x")
    relist(place)
    expect(verified(place)).toMatchObject({
      exitCode: 1,
      worst: "beside",
      findings: [{ where: path, says: `${path} is not what Peerwork makes of these events` }]
    })
  })

  it("is told of where there is more, and the manifest names it", () => {
    const place = written(testFolder(), material)
    writeFileSync(join(place, "derived/more.csv"), "x")
    relist(place)
    expect(verified(place)).toMatchObject({ exitCode: 1, findings: [{ where: "derived/more.csv" }] })
  })

  it("is not compared in a bundle of another version, and that is said", () => {
    const report = verified(written(testFolder(), { ...material, verifier: Buffer.from("// another\n") }))
    expect(report).toMatchObject({ exitCode: 0, findings: [] })
    expect(report.notProved.at(-1)).toContain("packed by another version of Peerwork than this, or its verify.mjs was")
  })
})
