/**
 * Proves that the script of the page "Check with openssl", which knows nothing of this program, agrees with it.
 */
import { formatVerifierKey } from "@peerwork/ledger"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { invented, logKey, materialOf, testFolder, written } from "../testing/SampleBundle.ts"
import { shellCheck, whyNoOpenssl } from "../testing/ShellCheck.ts"

const key = formatVerifierKey(logKey.verifier)

describe.skipIf(whyNoOpenssl !== null)("a shell and openssl", () => {
  it("agree on a whole bundle", async () => {
    const place = written(testFolder(), materialOf(invented(5), [5]))
    expect(await shellCheck(place, key)).toEqual([
      0,
      "The 5 events of example.org/invented/events are those that were signed"
    ])
  })
  it("does not pass over a line without its end, or a zero byte", async () => {
    const place = written(testFolder(), materialOf(invented(5), [5]))
    const file = join(place, "derived/history.jsonl")
    const lines = readFileSync(file, "utf8")
    for (
      const [text, says] of [
        [`${lines}{}`, "The last line has no end"],
        [`${lines}\0`, "The events hold a zero byte"],
        [lines.replace("{", "{\0"), "The events hold a zero byte"],
        [`${lines}{}\n`, "The checkpoint is over 5 events, and there are 6"]
      ] as const
    ) {
      writeFileSync(file, text)
      expect(await shellCheck(place, key)).toEqual([1, says])
    }
  })
})
