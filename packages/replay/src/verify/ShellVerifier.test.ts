/**
 * Proves that the script of the page "Check with openssl", which knows nothing of this program, agrees with it.
 */
import { formatVerifierKey } from "@peerwork/ledger"
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
})
