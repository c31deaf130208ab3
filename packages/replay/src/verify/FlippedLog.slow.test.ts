/**
 * Proves of every byte of every column of every row of a log of 50 events, and of some bytes of one with full tiles,
 * that no turned bit passes; and of one of 10,000 that random tampering is told of where it happened.
 */
import { copyFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { untoldInLog } from "../testing/LogFlips.ts"
import { testFolder, withoutWitness } from "../testing/SampleBundle.ts"
import { copyUnguarded, writeLog } from "../testing/SampleLog.ts"
import { drawing, untoldTamperings } from "../testing/TamperedLog.ts"

const trust = { policy: withoutWitness, remembered: [] }

const logOf = async (commands: number): Promise<string> => {
  const folder = testFolder()
  await writeLog(folder, commands)
  const file = join(folder, "copy.sqlite")
  copyUnguarded(folder, file).close()
  return file
}

describe("a turned bit", () => {
  it("in any byte of any column of a log of 50 events is told of", async () => {
    const { tried, untold } = await untoldInLog(await logOf(25), 10_000, trust)
    console.info(`${tried} bits turned, one after another`)
    expect(untold).toEqual([])
  }, 3_600_000)

  it("in some byte of every column of a log with full tiles is told of", async () => {
    const { untold } = await untoldInLog(await logOf(150), 1, trust)
    expect(untold).toEqual([])
  }, 3_600_000)
})

it("a random bit, or a row swapped, dropped, inserted or sent again, is told of among 10,000 events", async () => {
  const kept = await logOf(5000)
  const file = `${kept}.tampered`
  copyFileSync(kept, file)
  expect(await untoldTamperings({ file, kept }, { draw: drawing(2016), times: 90, trust })).toEqual([])
}, 3_600_000)
