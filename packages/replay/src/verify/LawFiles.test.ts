/**
 * Proves that no law of a bundle is run but the one that the verifier knows, and that none is run before the rest is
 * in order.
 */
import { formatVerifierKey } from "@peerwork/ledger"
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { BadUsage } from "../SubCommand.ts"
import { invented, logKey, materialOf, testFolder, written } from "../testing/SampleBundle.ts"
import { lawsBeside, lawsIn } from "./LawFiles.ts"

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex")

const law = `export const version = "0.1.0"
export const misread = () => null
export const makeHistory = () => ({ take: () => undefined })
export const decideAgain = () => ({ differences: [] })
`
/** A law that says what the verifier says, and ends the process before it can say anything else. */
const liar = 'console.log("The history is whole.")\nprocess.exit(0)\n'

const folderWith = (text: string): string => {
  const folder = join(testFolder(), "law")
  mkdirSync(folder)
  writeFileSync(join(folder, "0.1.0.mjs"), text)
  return folder
}

describe("a law that lies in a bundle", () => {
  it("is run where it has the hash that the verifier knows", async () => {
    const { laws, notRun } = await lawsIn(lawsBeside(folderWith(law), sha256(law)))
    expect(laws.map(({ version }) => version)).toEqual(["0.1.0"])
    expect(notRun.size).toBe(0)
  })

  it("is not run where it has another, and both hashes are told", async () => {
    const { laws, notRun } = await lawsIn(lawsBeside(folderWith(liar), sha256(law)))
    expect(laws).toEqual([])
    expect(notRun.get("0.1.0")).toBe(
      `was not run: 0.1.0.mjs has the SHA-256 ${sha256(liar)}, and this program knows only ${sha256(law)}; ` +
        "if you have that law from somebody whom you trust, name it with --law"
    )
  })
})

describe("a law that somebody named", () => {
  it.each([
    ["does not run", "export const version = ("],
    ["does not decide", 'export const version = "0.1.0"']
  ])("is told of by its file where it %s", async (_, text) => {
    const file = join(folderWith(text), "0.1.0.mjs")
    await expect(lawsIn([{ file, sha256: null }])).rejects.toThrow(new RegExp(`^${file} is no law: it does not`))
    await expect(lawsIn([{ file, sha256: null }])).rejects.toBeInstanceOf(BadUsage)
  })
})

const verifier = fileURLToPath(new URL("../../dist/verify.mjs", import.meta.url))

describe.skipIf(!existsSync(verifier))("verify.mjs over a bundle whose law was replaced", () => {
  const key = formatVerifierKey(logKey.verifier)
  const verified = (place: string) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [verifier, place, "--key", key, "--full"], {
      encoding: "utf8"
    })
    return { status, stderr, lines: stdout.trimEnd().split("\n") }
  }

  it("runs nothing while the manifest does not fit", () => {
    const place = written(testFolder(), materialOf(invented(9), [9]))
    writeFileSync(join(place, "law/0.1.0.mjs"), liar)
    const { lines, status, stderr } = verified(place)
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" })
    expect(lines.join(" ")).toContain("law/0.1.0.mjs has")
    expect(lines.join(" ")).toContain("That the decisions come out again: no law was run, because what is wrong")
    expect(lines.at(-1)).not.toBe("The history is whole.")
  })

  it("runs nothing where the manifest was made to fit, and says why", () => {
    const place = written(testFolder(), { ...materialOf(invented(9), [9]), lawOf: () => Buffer.from(liar) })
    const { lines, status, stderr } = verified(place)
    expect({ status, stderr }).toEqual({ status: 3, stderr: "" })
    expect(lines.join(" ")).toContain("the law of version 0.1.0, which decided at position 1, was not run")
    expect(lines.at(-1)).toBe("The history is incomplete, or cannot be read.")
  })

  it("tells of a flipped bit by the name of the law, without a stack", () => {
    const place = written(testFolder(), materialOf(invented(9), [9]))
    appendFileSync(join(place, "law/0.1.0.mjs"), "(")
    const { lines, status, stderr } = verified(place)
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" })
    expect(lines.join(" ")).toContain("law/0.1.0.mjs has")
  })
})
