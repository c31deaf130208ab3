/**
 * Proves that whatever in a bundle follows from its events is made anew and compared, though a manifest was made to fit.
 */
import { entriesBytes, leafHash, type WitnessPolicy } from "@peerwork/ledger"
import { appendFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { invented, materialOf, noteOver, relist, testFolder, withoutWitness, written } from "../testing/SampleBundle.ts"
import { verifyBundle } from "./BundleCheck.ts"
import { derivedFrom } from "./DerivedCheck.ts"

const events = invented(300)
const material = materialOf(events, [3, 300])
const own = { verifier: material.verifier, lawOf: material.lawOf }

const verified = (place: string, policy: WitnessPolicy | null = withoutWitness) =>
  verifyBundle(place, {
    trust: { policy, remembered: [] },
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

  it("cannot be made of an event that no log writes, and its position is told", () => {
    const known = invented(5)
    const { decision, ...without } = JSON.parse(String(known[4])) as Record<string, unknown>
    const events = [...known.slice(0, 4), Buffer.from(JSON.stringify(without))]
    const place = written(testFolder(), materialOf(known, [5]))
    const hashes = Buffer.concat(events.map((event) => leafHash(event)))
    writeFileSync(join(place, "tile/entries/000.p/5"), entriesBytes(events))
    writeFileSync(join(place, "tile/0/000.p/5"), hashes)
    writeFileSync(join(place, "derived/history.jsonl"), events.map((event) => `${String(event)}\n`).join(""))
    for (const path of ["checkpoint", "checkpoints/5"]) writeFileSync(join(place, path), noteOver(events, 5).note)
    relist(place)
    expect(decision).toBeDefined()
    expect(verified(place)).toMatchObject({
      exitCode: 3,
      firstWrongPosition: 5,
      findings: [{ position: 5, says: expect.stringMatching(/^the event at position 5 is not of the form/) as unknown }]
    })
    expect(verified(place, null)).toMatchObject({ exitCode: 3, firstWrongPosition: 5 })
  })
})
