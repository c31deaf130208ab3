/**
 * Proves that a bundle of 100,000 events is verified within five seconds of one processor, and in little memory.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "vitest"
import { verifyAlone, writeLargeBundle } from "../testing/LargeBundle.ts"

it("100,000 events take less than five seconds and 512 MB", () => {
  const folder = mkdtempSync(join(tmpdir(), "peerwork-large-"))
  try {
    const { busy, exitCode, megabytes, says } = verifyAlone(writeLargeBundle(folder, 100_000))
    expect(exitCode, says).toBe(0)
    expect(says).toContain("100000, of")
    console.info(`100,000 events: processors busy ${busy.toFixed(1)} s, ${Math.round(megabytes)} MB`)
    expect(busy).toBeLessThan(5)
    expect(megabytes).toBeLessThan(512)
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 300_000)
