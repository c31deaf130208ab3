/**
 * Proves of one byte of every column of every row of a log that no turned bit passes. All are tried in the slow suite.
 */
import { join } from "node:path"
import { expect, it } from "vitest"
import { untoldInLog } from "../testing/LogFlips.ts"
import { testFolder, withoutWitness } from "../testing/SampleBundle.ts"
import { copyUnguarded, writeLog } from "../testing/SampleLog.ts"

it("no turned bit of any column passes", async () => {
  const folder = testFolder()
  await writeLog(folder, 5)
  const file = join(folder, "copy.sqlite")
  copyUnguarded(folder, file).close()
  const { tried, untold } = await untoldInLog(file, 2, { policy: withoutWitness, remembered: [] })
  expect(tried).toBeGreaterThan(200)
  expect(untold).toEqual([])
})
