/**
 * Proves that the bundle of the demo verifies itself: every decision comes out again by the law that lies in it, run by
 * the verifier that lies in it, with nothing but Node.
 */
import {
  appendLeaves,
  emptyRange,
  formatCheckpoint,
  formatVerifierKey,
  keyTypes,
  leafHash,
  rootOf,
  signerKey,
  signNote
} from "@peerwork/ledger"
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { materialOf, testFolder, written } from "../testing/SampleBundle.ts"
import { toldLog } from "../testing/ToldLog.ts"

const built = (name: string) => readFileSync(new URL(`../../dist/${name}`, import.meta.url))

it("the bundle of the demo runs every decision again by its own law", async () => {
  const told = await toldLog()
  const events = told.map(({ bytes }) => Buffer.from(bytes))
  const origin = told[0]?.envelope.log ?? ""
  const key = signerKey(origin, keyTypes.note, Buffer.alloc(32, 5))
  const root = rootOf(appendLeaves(emptyRange(), events.map((bytes) => leafHash(bytes))))
  const note = signNote(formatCheckpoint({ origin, size: events.length, root }), [key])
  const newest = { size: events.length, note }
  const material = {
    ...materialOf(events, [events.length]),
    newest,
    published: [newest],
    lawOf: () => built("law.mjs"),
    verifier: built("verify.mjs")
  }
  const cwd = written(testFolder(), material)
  const words = ["verify.mjs", "--key", formatVerifierKey(key.verifier), "--full"]
  const { status, stderr, stdout } = spawnSync(process.execPath, words, { cwd, encoding: "utf8", env: {} })
  const decisions = new Set(told.map(({ envelope }) => envelope.command.id)).size
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
  expect(stdout).toContain(`All ${decisions} decisions come out again as they were recorded`)
  expect(stdout).toContain("The history is whole.")
})
