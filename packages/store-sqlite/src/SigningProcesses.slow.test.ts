/**
 * A hundred real processes that sign, killed at random moments, over logs that are put back to older copies in between:
 * whatever was signed is one history, and a log that has lost some of it is signed no more until it is whole again.
 */
import { emptyEdge, frontierOf, growEdge, leafHash, rootOf } from "@peerwork/ledger"
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, beforeAll, expect, it } from "vitest"
import { publishedNotes } from "./PublishedNotes.ts"
import { spawnScript } from "./testing/SpawnScript.ts"

const script = new URL("testing/SigningProcess.mjs", import.meta.url)

interface Came {
  readonly lines: ReadonlyArray<string>
  readonly complaint: string
}

/** Runs a process, and kills it so long after its first line; one that complains ends by itself. */
const signAndKill = (folder: string, forMs: number): Promise<Came> =>
  new Promise((resolve) => {
    const child = spawnScript(script, folder)
    let [output, complaint] = ["", ""]
    child.stderr.on("data", (part) => complaint += String(part))
    child.stdout.on("data", (part) => {
      if (output === "") setTimeout(() => child.kill("SIGKILL"), forMs)
      output += String(part)
    })
    child.on("close", () => resolve({ lines: output.split("\n").slice(0, -1), complaint }))
  })

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "peerwork-signing-processes-"))
})

afterAll(() => rmSync(folder, { recursive: true }))

const settled = (data: string): void => {
  // Opens and closes it, so that there is one file
  const db = new DatabaseSync(`${data}/events.sqlite`)
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)")
  db.exec("PRAGMA journal_mode = DELETE")
  db.close()
}

/** The root over the first events, for each size; sizes grow. */
const rootsIn = (data: string, sizes: ReadonlyArray<number>): ReadonlyArray<string> => {
  const db = new DatabaseSync(`${data}/events.sqlite`, { readOnly: true })
  const leaves = db.prepare("SELECT envelope FROM events ORDER BY position").all()
    .map((row) => leafHash(String(row["envelope"])))
  db.close()
  let edge = emptyEdge
  return sizes.map((size) => {
    edge = growEdge(edge, leaves.slice(edge.size, size)).edge
    return Buffer.from(rootOf(frontierOf(edge))).toString("base64")
  })
}

it("signs one history in a hundred processes, and stops in each that has lost some of it", async () => {
  const [data, older] = [`${folder}/data`, `${folder}/older`]
  const said: Array<string> = []
  let [stopped, whole] = [0, 0]
  for (let round = 0; round < 100; round++) {
    const goesBack = round % 5 === 4
    if (goesBack) {
      // The log as it was four processes ago; what signs it remembers more
      cpSync(`${data}/events.sqlite`, `${folder}/newest.sqlite`)
      cpSync(`${older}/events.sqlite`, `${data}/events.sqlite`)
    }
    const { complaint, lines } = await signAndKill(data, (round * 37) % 120)
    said.push(...lines)
    if (goesBack) {
      expect([lines, complaint]).toEqual([[], expect.stringContaining("HISTORY REGRESSION")])
      stopped++
      for (const end of ["-wal", "-shm"]) rmSync(`${data}/events.sqlite${end}`, { force: true })
      cpSync(`${folder}/newest.sqlite`, `${data}/events.sqlite`)
    } else {
      expect(complaint).toBe("")
      whole++
      settled(data)
      if (round % 5 === 0) cpSync(data, older, { recursive: true, force: true })
    }
  }
  expect([stopped, whole]).toEqual([20, 80])
  const notes = publishedNotes(data)
  const sizes = notes.map(({ size }) => size)
  expect(notes.map(({ root }) => Buffer.from(root).toString("base64"))).toEqual(rootsIn(data, sizes))
  // Everything that a process said was signed is remembered
  const known = new Set(notes.map(({ root, size }) => `${size} ${Buffer.from(root).toString("base64")}`))
  expect(said.filter((line) => !known.has(line))).toEqual([])
  expect(sizes.length).toBeGreaterThan(80)
}, 1_800_000)
