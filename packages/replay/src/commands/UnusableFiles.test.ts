/**
 * Proves that a file that cannot be used is named in one sentence, whatever the command, and ends with 3 or with 64.
 */
import { spawnSync } from "node:child_process"
import { copyFileSync, mkdirSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { runLine } from "../CommandLine.ts"
import { invented, materialOf, testFolder, written } from "../testing/SampleBundle.ts"
import { writeLog } from "../testing/SampleLog.ts"

const said = async (...words: ReadonlyArray<string>) => {
  const err: Array<string> = []
  const terminal = { out: () => undefined, err: (line: string) => err.push(line), columns: 80, isWatched: false }
  return { exitCode: await runLine(words, terminal), says: err[0] ?? "" }
}

/** A folder with a letter, a folder of nothing, a bundle and the data of an app. */
const place = async () => {
  const folder = testFolder()
  const data = join(folder, "data")
  mkdirSync(join(folder, "empty"))
  writeFileSync(join(folder, "letter.txt"), "Dear inspector\n")
  await writeLog(data, 3)
  return { bundle: written(folder, materialOf(invented(5), [5])), data, folder }
}

it("is told in words", async () => {
  const { bundle, data, folder } = await place()
  const [pipe, piped] = [join(folder, "pipe"), join(folder, "piped")]
  mkdirSync(piped)
  copyFileSync(join(data, "events.sqlite"), join(piped, "events.sqlite"))
  for (const made of [pipe, join(piped, "signer.db")]) spawnSync("mkfifo", [made])
  const long = join(folder, "long.txt")
  writeFileSync(long, `c2sp.org/tlog-proof@v1\n${"x".repeat(1 << 20)}`)
  const receipt = join(folder, "receipt.txt")
  writeFileSync(receipt, "c2sp.org/tlog-proof@v1\n")
  const [letter, empty, nowhere] = [join(folder, "letter.txt"), join(folder, "empty"), join(folder, "nowhere")]
  const told: ReadonlyArray<readonly [ReadonlyArray<string>, number, string]> = [
    [["verify", nowhere], 3, `There is nothing at ${nowhere}`],
    [["verify", empty], 3, `${empty} holds neither tile/entries, as a bundle does, nor events.sqlite`],
    [["show", pipe], 3, `${pipe} is no file`],
    [["pack", "--out", nowhere, "--data", piped], 3, `${piped}/signer.db is no file`],
    [["verify", bundle, "--since", empty], 64, `The checkpoint ${empty} cannot be read`],
    [["verify", bundle, "--since", pipe], 64, `The checkpoint ${pipe} cannot be read: it is no file`],
    [["verify", bundle, "--policy", pipe], 64, `The policy ${pipe} cannot be read: it is no file`],
    [["verify", bundle, "--policy", long], 64, `The policy ${long} is longer than 1048576 bytes`],
    [["verify", receipt, "--event", pipe], 64, `The event ${pipe} cannot be read: it is no file`],
    [["verify", receipt, "--event", long], 64, `The event ${long} is longer than 1048576 bytes`],
    [["verify", long], 64, `The receipt ${long} is longer than 1048576 bytes`],
    [["compare", pipe, bundle], 64, `The checkpoint ${pipe} cannot be read: it is no file`],
    [["verify", bundle, "--full", "--law", letter], 64, `${letter} is no law`],
    [["compare", letter, bundle], 3, `${letter} is no checkpoint`],
    [["compare", empty, bundle], 64, `${empty}/checkpoint cannot be read`],
    [["backup", letter, "--data", data], 64, `${letter} is there and is not empty`],
    [["backup", "/proc/copy", "--data", data], 64, "/proc/copy"],
    [["backup", nowhere, "--data", empty], 64, `There is no log in ${empty}`],
    [["pack", "--out", nowhere, "--data", empty], 3, `${empty} holds neither tile/entries`],
    [["witness", "new-key", "a", "--state", `${nowhere}/w.sqlite`], 3, `${nowhere}/w.sqlite cannot be used`],
    [["witness", "show", "--state", letter], 3, `${letter} is not the file of a witness: file is not a database`],
    [
      ["witness", "new-key", "a", "--state", join(data, "events.sqlite")],
      3,
      "is not the file of a witness: it holds migrations, log"
    ],
    [["witness", "show", "--state", empty], 3, `${empty} is not the file of a witness`]
  ]
  for (const [words, exitCode, says] of told) {
    expect([words, await said(...words)]).toEqual([words, { exitCode, says: expect.stringContaining(says) as unknown }])
  }
})

it("is told in words where a law was named, before a byte of it is run", async () => {
  const folder = testFolder()
  const [bundle, pipe, endless] = [
    written(folder, materialOf(invented(5), [5])),
    join(folder, "pipe"),
    join(folder, "endless")
  ]
  spawnSync("mkfifo", [pipe])
  writeFileSync(endless, "")
  truncateSync(endless, 2 ** 40)
  expect(await said("verify", bundle, "--decisions", "--law", pipe)).toEqual({
    exitCode: 64,
    says: `peerwork verify: The law ${pipe} cannot be read: it is no file`
  })
  expect(await said("verify", bundle, "--decisions", "--law", endless)).toEqual({
    exitCode: 64,
    says: `peerwork verify: The law ${endless} is longer than 16777216 bytes`
  })
})
