/**
 * Proves that a shell and openssl agree with the verifier on bundles of up to 200 events.
 */
import { formatVerifierKey } from "@peerwork/ledger"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import {
  invented,
  logKey,
  materialOf,
  testFolder,
  withoutWitness,
  witnessKey,
  written
} from "../testing/SampleBundle.ts"
import { shellCheck, whyNoOpenssl } from "../testing/ShellCheck.ts"
import { verifyBundle } from "./BundleCheck.ts"

const events = invented(200)
const key = formatVerifierKey(logKey.verifier)

describe.skipIf(whyNoOpenssl !== null)("a shell and openssl", () => {
  it.for([0, 1, 2, 3, 7, 8, 64, 127, 200])("agree on a bundle of %d events", async (size) => {
    const place = written(testFolder(), materialOf(events, [size]))
    expect((await shellCheck(place, key))[0]).toBe(0)
    expect(verifyBundle(place, { trust: { policy: withoutWitness, remembered: [] } }).exitCode).toBe(0)
  })

  it("agree that an event was changed, that one is missing, and that somebody else signed", async () => {
    const place = written(testFolder(), materialOf(invented(5), [5]))
    const file = join(place, "derived/history.jsonl")
    const lines = readFileSync(file, "utf8")
    writeFileSync(file, lines.replace("2016-04-04", "2016-04-05"))
    expect(await shellCheck(place, key)).toEqual([1, "The events are not those that were signed"])
    writeFileSync(file, lines.slice(lines.indexOf("\n") + 1))
    expect(await shellCheck(place, key)).toEqual([1, "The checkpoint is over 5 events, and there are 4"])
    writeFileSync(file, lines)
    const other = key.replace(/[^+]+$/, formatVerifierKey(witnessKey.verifier).split("+").slice(2).join("+"))
    expect(await shellCheck(place, other)).toEqual([1, "The key has not signed the checkpoint"])
  })
})
