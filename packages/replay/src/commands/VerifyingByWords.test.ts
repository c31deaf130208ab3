/**
 * Proves what `peerwork verify`, `pack` and `compare` say and end with, and that a packed log verifies by the single file
 * that lies in it.
 */
import { formatReceipt, formatVerifierKey, hashesInTiles, inclusionProof, sha256, tilePath } from "@peerwork/ledger"
import { spawnSync } from "node:child_process"
import { appendFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { describe, expect, it } from "vitest"
import { eventsIn, openLogFile } from "../bundle/LogFile.ts"
import { runLine } from "../CommandLine.ts"
import { invented, logKey, materialOf, noteOver, testFolder, witnessKey, written } from "../testing/SampleBundle.ts"
import { writeLog } from "../testing/SampleLog.ts"

const key = formatVerifierKey(logKey.verifier)
const events = invented(40)

const said = async (...words: ReadonlyArray<string>) => {
  const [out, err]: [Array<string>, Array<string>] = [[], []]
  const exitCode = await runLine(words, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    columns: 80,
    isWatched: false
  })
  return { exitCode, out, err }
}

it("says which version it is, and by which hashes its verifier and its law are known", async () => {
  const { exitCode, out } = await said("--version")
  expect(exitCode).toBe(0)
  expect(out).toEqual([
    expect.stringMatching(/^peerwork \d+\.\d+\.\d+$/),
    expect.stringMatching(/^verify\.mjs (SHA-256 [0-9a-f]{64}|not built)$/),
    expect.stringMatching(/^law\.mjs    (SHA-256 [0-9a-f]{64}|not built)$/)
  ])
})

describe("verify", () => {
  it("says in lines that fit what is proved, and ends with 0", async () => {
    const { exitCode, out } = await said("verify", written(testFolder(), materialOf(events, [40])), "--key", key)
    expect(exitCode).toBe(0)
    expect(out.filter((line) => line.length > 80)).toEqual([])
    expect(out.at(-1)).toBe("The history is whole.")
  })

  it("ends with 2 without a key, and with 1 where something was altered", async () => {
    const place = written(testFolder(), materialOf(events, [40]))
    expect((await said("verify", place)).exitCode).toBe(2)
    appendFileSync(join(place, "README.txt"), "x")
    const { exitCode, out } = await said("verify", place, "--key", key, "--json")
    expect(exitCode).toBe(1)
    expect(JSON.parse(out.join(""))).toMatchObject({ exitCode: 1, findings: [{ where: "README.txt" }] })
  })

  it("takes a policy and what was kept from files, and says which it cannot read", async () => {
    const folder = testFolder()
    const place = written(folder, materialOf(events, [20], 1_459_760_400))
    const [policy, kept] = [join(folder, "policy.txt"), join(folder, "kept.txt")]
    writeFileSync(
      policy,
      `log ${key}\nwitness inspectorate ${formatVerifierKey(witnessKey.verifier)}\nquorum inspectorate\n`
    )
    writeFileSync(kept, noteOver(events, 40).note)
    expect((await said("verify", place, "--policy", policy)).exitCode).toBe(0)
    expect((await said("verify", place, "--policy", policy, "--since", kept)).exitCode).toBe(1)
    expect(await said("verify", place, "--policy", join(folder, "none"))).toMatchObject({
      exitCode: 64,
      err: [
        `peerwork verify: The policy ${join(folder, "none")} cannot be read`,
        expect.stringContaining("Usage:"),
        ...Array<unknown>(2).fill(expect.stringMatching(/^ {7}\[/))
      ]
    })
  })
})

describe("verify with a law that somebody named", () => {
  it("wants to be asked for decisions, and says nothing of a law that it did not run", async () => {
    const place = written(testFolder(), materialOf(events, [40]))
    const law = join(place, "law/0.1.0.mjs")
    const unasked = await said("verify", place, "--key", key, "--law", law)
    expect(unasked).toMatchObject({ exitCode: 64, out: [] })
    expect(unasked.err[0]).toContain("--law goes with --full or --decisions, which run it")
    appendFileSync(join(place, "README.txt"), "x")
    const { exitCode, out } = await said("verify", place, "--key", key, "--law", law, "--full")
    expect(exitCode).toBe(1)
    expect(out.join(" ")).toContain("no law was run")
    expect(out.join(" ")).not.toContain("they are code, and were believed")
  })

  it("says with which build of it a decision comes out otherwise, because another one may have recorded it", async () => {
    const folder = testFolder()
    const place = written(folder, materialOf(events, [40]))
    const law = join(folder, "other.mjs")
    const otherwise = (differences: string) =>
      `export const version = "0.1.0"
export const misread = () => null
export const makeHistory = () => ({ take: () => undefined })
export const decideAgain = () => ({ differences: ${differences} })
`
    const decided = async (text: string) => {
      writeFileSync(law, text)
      const { exitCode, out } = await said("verify", place, "--key", key, "--decisions", "--law", law)
      return { exitCode, text: out.join(" ").replaceAll(/ +/g, " "), last: out.slice(-2).join(" ") }
    }
    const other = await decided(otherwise('[{ what: "facts" }]'))
    expect(other.exitCode).toBe(5)
    expect(other.text).toContain(
      "Events name the law by its version alone, and an earlier build may have decided by other rules under the same " +
        `one. Run here was 0.1.0 with the SHA-256 ${
          sha256(otherwise('[{ what: "facts" }]')).toString("hex")
        }. Ask which build`
    )
    expect(other.last).toContain("or another build of the law decided. See above.")
    const same = await decided(otherwise("[]"))
    expect([same.exitCode, same.text.includes("Run here was")]).toEqual([0, false])
  })

  it("wants a receipt where an event is given", async () => {
    const { err, exitCode } = await said("verify", testFolder(), "--key", key, "--event", "event.json")
    expect([exitCode, err[0]]).toEqual([64, "peerwork verify: --event goes with a receipt alone"])
  })
})

const receiptFor = (place: string, position: number): string => {
  const read = hashesInTiles(40, (tile) => readFileSync(join(place, tilePath(tile))))
  const proof = inclusionProof(position - 1, 40, read)
  return formatReceipt({ index: position - 1, proof, checkpoint: noteOver(events, 40).note, extra: null })
}

describe("verify, given a receipt alone", () => {
  const given = (change: (receipt: string) => string = (receipt) => receipt) => {
    const folder = testFolder()
    const [receipt, event] = [join(folder, "receipt.txt"), join(folder, "event.json")]
    writeFileSync(receipt, change(receiptFor(written(folder, materialOf(events, [40])), 30)))
    writeFileSync(event, `${String(events[29])}\n`)
    return { receipt, event }
  }

  it("proves that its event was in the log", async () => {
    const { event, receipt } = given()
    const { exitCode, out } = await said("verify", receipt, "--key", key, "--event", event)
    expect({ exitCode, last: out.at(-1) }).toEqual({ exitCode: 0, last: "The receipt is good." })
    expect(out).toContain("- The event is the one at position 30 of the log, when 40 were signed")
  })

  it("is not content without the event, without a key, or with another position", async () => {
    const { event, receipt } = given()
    expect(await said("verify", receipt, "--key", key)).toMatchObject({ exitCode: 3 })
    expect(await said("verify", receipt, "--event", event)).toMatchObject({ exitCode: 2 })
    const other = given((text) => text.replace("index 29", "index 28"))
    expect(await said("verify", other.receipt, "--key", key, "--event", event)).toMatchObject({ exitCode: 3 })
  })

  it("refuses what asks about a history, which it has not", async () => {
    const { event, receipt } = given()
    for (const asked of [["--since", receipt], ["--full"], ["--decisions"], ["--full", "--law", event]]) {
      const { err, exitCode, out } = await said("verify", receipt, "--key", key, "--event", event, ...asked)
      expect({ exitCode, out, err: err[0] }).toEqual({
        exitCode: 64,
        out: [],
        err: `peerwork verify: ${asked[0]} goes with a bundle or a log, and this is a receipt alone`
      })
    }
  })
})

describe("compare", () => {
  it("of two bundles names the first event that differs", async () => {
    const changed = events.map((event, at) =>
      at === 29 ? Buffer.from(String(event).replace("2016-04-04", "2016-04-05")) : event
    )
    const [one, other] = [events, changed].map((each) => written(testFolder(), materialOf(each, [20, 40])))
    const { exitCode, out } = await said("compare", one ?? "", other ?? "", "--key", key)
    expect({ exitCode, out }).toEqual({
      exitCode: 1,
      out: [
        "Two histories: both vouch for 40 events, and their roots differ. The first event that differs is at " +
        "position 30. Both are signed: one of them was shown to somebody as the only one"
      ]
    })
  })

  it("with a key does not let a damaged checkpoint accuse anybody", async () => {
    const folder = testFolder()
    const [good, damaged] = [join(folder, "good.txt"), join(folder, "damaged.txt")]
    const { note } = noteOver(events, 20)
    writeFileSync(good, note)
    writeFileSync(damaged, note.replace(/\n20\n./, (text) => text.endsWith("A") ? "\n20\nB" : "\n20\nA"))
    const told = await said("compare", good, damaged, "--key", key)
    expect(told).toMatchObject({ exitCode: 3, out: [] })
    expect(told.err[0]).toContain(`${damaged} says nothing: no key that you gave has signed it`)
    const untold = await said("compare", good, damaged)
    expect(untold.out[0]).toContain("Nobody's signature was checked: one of them may be damaged or made up")
  })

  it("tells one history from two", async () => {
    const folder = testFolder()
    const place = written(folder, materialOf(events, [20, 40]))
    const [same, other] = [join(folder, "same.txt"), join(folder, "other.txt")]
    writeFileSync(same, noteOver(events, 20).note)
    writeFileSync(other, noteOver([...events].reverse(), 20).note)
    expect(await said("compare", place, same)).toMatchObject({ exitCode: 0 })
    expect(await said("compare", other, place)).toMatchObject({ exitCode: 1 })
    expect(await said("compare", same, other)).toMatchObject({ exitCode: 1 })
    expect(await said("compare", same, same)).toMatchObject({ exitCode: 0 })
    expect(await said("compare", same)).toMatchObject({ exitCode: 64 })
  })
})

const hasVerifier = existsSync(new URL("../../dist/verify.mjs", import.meta.url))

describe("pack", () => {
  it("asks for a log, and for something that was signed", async () => {
    const data = testFolder()
    expect(await said("pack")).toMatchObject({ exitCode: 64 })
    expect(await said("pack", "--data", data, "--out", data)).toMatchObject({ exitCode: 3 })
  })

  it.skipIf(!hasVerifier)("packs what the signer has published, and the file in it verifies it", async () => {
    const [data, out] = [testFolder(), testFolder()]
    await writeLog(data, 10)
    const log = openLogFile(data)
    const { note, size } = noteOver([...eventsIn(log)], 12)
    log.close()
    const signer = new DatabaseSync(join(data, "signer.db"))
    signer.exec("CREATE TABLE signed (size, root, note, time); CREATE TABLE cosignatures (size, witness, line, time)")
    signer.prepare("INSERT INTO signed VALUES (?, x'', ?, 0)").run(size, note)
    signer.close()
    mkdirSync(join(data, "witness"))
    symlinkSync(join(data, "keys/log-secret"), join(data, "witness/answer.txt"))
    symlinkSync(join(data, "keys"), join(data, "witness/charity"))
    const packed = await said("pack", "--data", data, "--out", out, "--json")
    const { folder } = JSON.parse(packed.out.join("")) as { readonly folder: string }
    expect(packed).toMatchObject({ exitCode: 0 })
    // A witness that writes there too could have led to a key
    expect(existsSync(join(folder, "witness"))).toBe(false)
    const { status, stdout } = spawnSync(process.execPath, ["verify.mjs", "--key", key], {
      cwd: folder,
      encoding: "utf8"
    })
    expect(stdout).toContain("The history is whole.")
    expect(status).toBe(0)
    expect((await said("pack", "--data", data, "--out", out)).out[0]).toBe(
      `${folder} (the same bytes were there already)`
    )
    const forOther = await said("pack", "--data", data, "--out", out, "--for", "the inspectorate")
    expect(forOther).toMatchObject({ exitCode: 3, out: [] })
    expect(forOther.err[0]).toContain("other bytes in README.txt, cover.html, manifest.json. It may be older")
    appendFileSync(join(folder, "derived/history.csv"), "x")
    const changed = await said("pack", "--data", data, "--out", out)
    expect(changed).toMatchObject({ exitCode: 3, out: [] })
    expect(changed.err[0]).toContain("is not what this log gives now: other bytes in derived/history.csv. It may")
  })
})
