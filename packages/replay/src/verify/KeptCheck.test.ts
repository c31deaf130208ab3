/**
 * Proves that what an auditor kept is doubted before it accuses a history, and that a receipt is held against its event.
 */
import { formatReceipt, hashesInTiles, inclusionProof, tilePath } from "@peerwork/ledger"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeEach, describe, expect, it } from "vitest"
import { invented, materialOf, noteOver, testFolder, withoutWitness, written } from "../testing/SampleBundle.ts"
import { verifyBundle } from "./BundleCheck.ts"
import { keptNote } from "./NotesCheck.ts"

const events = invented(40)
const other = events.map((event, at) =>
  at === 29 ? Buffer.from(String(event).replace("2016-04-04", "2016-04-05")) : event
)
const { note } = noteOver(events, 40)

let place = ""

beforeEach(() => {
  place = written(testFolder(), materialOf(events, [20, 40]))
})

const receipt = (position = 30): string => {
  const read = hashesInTiles(40, (tile) => readFileSync(join(place, tilePath(tile))))
  const proof = inclusionProof(position - 1, 40, read)
  return formatReceipt({ index: position - 1, proof, checkpoint: note, extra: null })
}

const verified = (text: string, policy: typeof withoutWitness | null = withoutWitness, folder = place) => {
  const remembered = [keptNote("kept.txt", text)]
  const { exitCode, findings, firstWrong, firstWrongPosition, proved, worst } = verifyBundle(folder, {
    trust: { policy, remembered }
  })
  return { exitCode, worst, firstWrong, firstWrongPosition, proved, says: findings.map((finding) => finding.says) }
}

const noGood = (because: string) => ({
  exitCode: 3,
  worst: "kept",
  firstWrongPosition: null,
  says: [`kept.txt, which you kept, is no good: ${because}. It says nothing about this history`]
})

describe("a receipt that was kept", () => {
  it("is held against the event in the history", () => {
    expect(verified(receipt())).toMatchObject({ exitCode: 0, says: [] })
    expect(verified(receipt()).proved).toContain("The event at position 30 is the one that kept.txt was given for")
  })

  it("is no good where its position or its hashes were changed", () => {
    const leads = (position: number) =>
      noGood(`its hashes do not lead from the event at position ${position} to its checkpoint`)
    expect(verified(receipt().replace("index 29", "index 28"))).toMatchObject(leads(29))
    const [mark, index, first, ...more] = receipt().split("\n")
    expect(verified([mark, index, more[0], first, ...more.slice(1)].join("\n"))).toMatchObject(leads(30))
    expect(verified(receipt().replace("index 29", "index 40"))).toMatchObject(
      noGood("it is for position 41, and its checkpoint ends at 40")
    )
  })

  it("tells the position of an event that is another one now", () => {
    const rewritten = written(testFolder(), materialOf(other, [20, 40]))
    const told = verified(receipt(), withoutWitness, rewritten)
    expect(told).toMatchObject({ exitCode: 1, firstWrongPosition: null })
    expect(told.says).toContain(
      "the event at position 30 is not the one that kept.txt was given for, or its hashes were changed"
    )
    const unsure = verified(receipt(), null, rewritten).says.filter((says) => says.includes("kept.txt was given for"))
    expect(unsure).toEqual([
      expect.stringMatching(/were changed\. Whether it or the history is the wrong one, only the key/)
    ])
  })

  it("does not tell its own position where its hashes may be what was changed", () => {
    const changed = receipt(1).replace(
      /(index 0\n)./,
      (text, line: string) => `${line}${text.endsWith("A") ? "B" : "A"}`
    )
    expect(changed).not.toBe(receipt(1))
    const rewritten = written(testFolder(), materialOf(other, [20, 40]))
    expect(verified(changed, withoutWitness, rewritten)).toMatchObject({
      exitCode: 1,
      firstWrongPosition: null,
      firstWrong: { from: 1, to: 40 }
    })
    const cutOff = written(testFolder(), materialOf(events.slice(0, 20), [20]))
    expect(verified(changed, withoutWitness, cutOff)).toMatchObject({
      exitCode: 1,
      firstWrongPosition: null,
      firstWrong: { from: 1, to: 21 }
    })
  })
})

describe("a checkpoint that was kept", () => {
  it("is no good where no key of the auditor's has signed it, and does not accuse the history", () => {
    const damaged = note.replace("\n40\n", "\n39\n")
    const told = verified(damaged)
    expect(told).toMatchObject({ exitCode: 3, worst: "kept", firstWrongPosition: null })
    expect(told.says[0]).toMatch(/^kept.txt, which you kept, is no good: no key that you gave has signed it \(/)
    expect(told.proved).toHaveLength(1)
  })

  it("is no good where it is of another log, or nothing", () => {
    expect(verified(note.replace("example.org/invented", "example.org/other"))).toMatchObject(
      noGood("it is of the log example.org/other/events, and this is example.org/invented/events")
    )
    expect(verified("Dear inspector\n")).toMatchObject({ exitCode: 3, worst: "kept" })
  })

  it("and another history: without a key it is said that either may be the wrong one", () => {
    const [says] = verified(noteOver(other, 40).note, null).says
    expect(says).toContain("Whether it or the history is the wrong one, only the key of the log can tell")
  })
})
