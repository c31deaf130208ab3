/**
 * Proves that what is missing in a bundle, or too much, is told by its name, though the manifest was made to fit: a law
 * above all, because the decisions cannot be made again without it.
 */
import { appendFileSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { invented, materialOf, noteOver, relist, testFolder, withoutWitness, written } from "../testing/SampleBundle.ts"
import { verifyBundle } from "./BundleCheck.ts"

const events = invented(40)
const material = materialOf(events, [20, 40])

/** What is said of a bundle that somebody changed, manifest and all. */
const changed = (change: (place: string) => void, of = material) => {
  const place = written(testFolder(), of)
  change(place)
  relist(place)
  const { exitCode, findings, notProved } = verifyBundle(place, { trust: { policy: withoutWitness, remembered: [] } })
  return { exitCode, notProved, told: findings.map(({ says, where }) => [where, says]) }
}

describe("a law", () => {
  it("that decided and was taken out is missed by its name", () => {
    expect(changed((place) => rmSync(join(place, "law/0.1.0.mjs")))).toMatchObject({
      exitCode: 3,
      told: [["law/0.1.0.mjs", "law/0.1.0.mjs is missing, which decided the event at position 1"]]
    })
  })

  it("is missed too where the cover was taken out with it", () => {
    const { told } = changed((place) => ["law/0.1.0.mjs", "cover.html"].forEach((path) => rmSync(join(place, path))))
    expect(told.map(([where]) => where)).toEqual(["cover.html", "law/0.1.0.mjs"])
  })

  it("that was not at hand when the bundle was packed is no finding, and is said not to be there", () => {
    const { exitCode, notProved, told } = changed(() => undefined, { ...material, lawOf: () => null })
    expect([exitCode, told]).toEqual([0, []])
    expect(notProved).toContain(
      "That what version 0.1.0 of the law decided comes out again: the bundle was packed without law/0.1.0.mjs, as its " +
        "cover says. Ask for that law"
    )
  })

  it("that decided nothing is no part of the bundle", () => {
    const told = changed((place) => copyFileSync(join(place, "law/0.1.0.mjs"), join(place, "law/0.2.0.mjs")))
    expect(told).toMatchObject({
      exitCode: 1,
      told: [["law/0.2.0.mjs", "law/0.2.0.mjs is no part of the bundle: it decided no event"]]
    })
  })

  it("is not accused where the events that it decided are missing", () => {
    const { told } = changed((place) => writeFileSync(join(place, "tile/entries/000.p/40"), ""))
    expect(told.filter(([where]) => where?.startsWith("law/"))).toEqual([])
  })
})

describe("whatever else is too much or missing", () => {
  it.for([".DS_Store", "derived/summary.pdf", "notes/to-the-auditor.txt"])(
    "is told by its name, though the manifest names it: %s",
    (path) => {
      const put = (place: string) => {
        const file = join(place, path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, "x")
      }
      expect(changed(put)).toMatchObject({
        exitCode: 1,
        told: [[path, `${path} is no part of the bundle, though manifest.json may name it`]]
      })
    }
  )

  it("is a program that is not the one of which the texts give the hash", () => {
    const { exitCode, told } = changed((place) => appendFileSync(join(place, "verify.mjs"), "\n"))
    expect([exitCode, told]).toEqual([1, [[
      "verify.mjs",
      expect.stringMatching(
        /^verify.mjs is another program than in README.txt and in cover.html: its SHA-256 is [0-9a-f]+$/
      )
    ]]])
  })

  it("is a second schema that has its hash for a name", () => {
    const empty = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    const { exitCode, told } = changed((place) => writeFileSync(join(place, `schemas/${empty}.json`), "{}"))
    expect([exitCode, told.length]).toEqual([1, 2])
    expect(told).toContainEqual([
      `schemas/${empty}.json`,
      `schemas/${empty}.json is one of 2 files in schemas/, and a bundle has one`
    ])
  })

  it("is the note that the bundle ends with, which lies in it twice", () => {
    const older = changed((place) => rmSync(join(place, "checkpoints/20")))
    expect(older).toMatchObject({ exitCode: 0, told: [] })
    expect(older.notProved).toContain(
      "That no older checkpoint, and nothing of a witness, was left out of the folder: nothing says how many there were"
    )
    expect(changed((place) => rmSync(join(place, "checkpoints/40")))).toMatchObject({
      exitCode: 3,
      told: [["checkpoints/40", "checkpoints/40 is missing, and checkpoint is the same note"]]
    })
    const seen = noteOver(events, 40, 1_459_760_400).note
    expect(changed((place) => writeFileSync(join(place, "checkpoint"), seen))).toMatchObject({
      exitCode: 1,
      told: [["checkpoint", "checkpoint and checkpoints/40 are not the same note: one of them was altered"]]
    })
  })
})
