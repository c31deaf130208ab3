/**
 * Proves what `show`, `as-at`, `diff` and `explain` say of the demo: on lines that fit, as JSON, and where something is
 * not there.
 */
import { rmSync, writeFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { runLine } from "../CommandLine.ts"
import { listed } from "../Commands.ts"
import { toldLog } from "../testing/ToldLog.ts"
import type { ToldEvent } from "../testing/ToldLog.ts"
import { temporaryFolder, writeEntries, writeLines } from "../testing/WrittenLog.ts"

const first = "shadowing-0c2a3000-0000-4000-8000-000000000011"
const second = "shadowing-0c2a3000-0000-4000-8000-000000000012"

let folder = ""
let log: ReadonlyArray<ToldEvent> = []

beforeAll(async () => {
  folder = temporaryFolder()
  log = await toldLog()
  writeEntries(`${folder}/bundle`, log)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = async (...words: ReadonlyArray<string>) => {
  const [out, err]: [Array<string>, Array<string>] = [[], []]
  const code = await runLine(words.map((word) => word.replace("./bundle", `${folder}/bundle`)), {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    columns: 80,
    isWatched: false
  })
  return { code, out, err, text: out.join("\n").replaceAll(/ +/g, " ") }
}

const json = async (...words: ReadonlyArray<string>) =>
  JSON.parse((await run(...words, "--json")).out.join("\n")) as Readonly<Record<string, unknown>>

describe("show", () => {
  it("says what the log holds", async () => {
    const { text } = await run("show", "./bundle")
    expect(text).toContain(`${log.length} events, recorded from 2014-01-13 09:00 to 2016-05-03 08:30`)
    expect(text).toContain("\n shadowing 3\n")
    expect(text).toContain("\n ShadowingSignedOff 4\n")
  })

  it("finds who signed off a shadowing", async () => {
    const { text } = await run("show", "./bundle", "--type", "ShadowingSignedOff")
    expect(text).toContain(`2016-04-04 09:00 ShadowingSignedOff\n ${first}, version 3\n by officer`)
  })

  it("leaves out what is dated later, and what was recorded later", async () => {
    const dated = await json("show", "./bundle", "--type", "ShadowingSignedOff", "--as-at", "2016-04-03")
    expect(dated["events"]).toEqual([])
    const known = await json("show", "./bundle", "--type", "ShadowingSignedOff", "--known-at", "2016-04-04")
    expect(known["events"]).toMatchObject([{ stream: first }])
  })

  it("shows one record, with what is derived for the day", async () => {
    const { text } = await run("show", "./bundle", "--stream", first, "--as-at", "2016-04-03")
    expect(text).toContain("Days that count 13\n First day to sign off 2016-04-04\n Status Running")
    expect(text).not.toContain("ShadowingSignedOff")
  })
})

describe("as-at", () => {
  it("tells what was known from what became known of the same day later", async () => {
    // Paused from 25 until 29 March: on 28 March, while that was not recorded yet, a day more counted
    const pause = log.find(({ envelope: { stream, type } }) => stream === second && type === "ShadowingPaused")
    if (pause === undefined) throw new Error("The second shadowing of the story was paused")
    const moment = ["--stream", second, "--as-at", "2016-03-28", "--position", String(pause.position - 1)]
    const { text } = await run("as-at", "./bundle", ...moment)
    expect(text).toContain("Status Running")
    expect(text).toMatch(/What became known of it since\n(.*\n)* Status Running -> Paused/)
    expect(text).toMatch(/Days that count 7 -> 4\n/)
  })

  it("asks for a moment, and knows what was not known yet", async () => {
    expect(await run("as-at", "./bundle", "--stream", first)).toMatchObject({ code: 64 })
    const before = await run("as-at", "./bundle", "--stream", first, "--known-at", "2016-03-01")
    expect(before.text).toContain("Nothing was known of it")
  })
})

describe("diff", () => {
  it("shows only the facts that changed, and the events in between", async () => {
    expect(await json("diff", "./bundle", "--stream", first, "--from", "2", "--to", "3")).toMatchObject({
      changes: expect.arrayContaining([
        { key: "Days that count", before: 0, after: 14 },
        { key: "Status", before: "Running", after: "SignedOff" },
        { key: "Sign off, on", before: null, after: "2016-04-04" }
      ]) as unknown,
      events: [{ type: "ShadowingSignedOff", version: 3 }]
    })
    const { text } = await run("diff", "./bundle", "--stream", first)
    expect(text).toContain("Status Running -> SignedOff")
    expect(text).not.toContain("Shadower")
  })

  it("goes both ways, and from before the first", async () => {
    const back = await json("diff", "./bundle", "--stream", first, "--from", "3", "--to", "2")
    expect(back["changes"]).toContainEqual({ key: "Status", before: "SignedOff", after: "Running" })
    const begun = await json("diff", "./bundle", "--stream", first, "--from", "0", "--to", "1")
    expect(begun["changes"]).toContainEqual({ key: "Status", before: null, after: "Planned" })
    expect((await run("diff", "./bundle", "--stream", first, "--to", "4")).err[0]).toContain("beyond version 3")
  })
})

describe("explain", () => {
  const signOff = () => log.find(({ envelope: { stream, type } }) => stream === first && type === "ShadowingSignedOff")

  it("says by which rule, which limit, which facts and which source, and decides again", async () => {
    const { code, text } = await run("explain", "./bundle", "--event", String(signOff()?.position))
    expect(code).toBe(0)
    expect(text).toContain("When 4 April 2016, recorded 4 April 2016 at 09:00")
    expect(text).toContain("SHADOW-1 held (hard)\n A new worker must shadow an experienced one for at least two weeks")
    expect(text).toContain("Source Peer social support training pilot, S3:699-701\n Facts counted 14")
    expect(text).toContain("Limits days 14")
    expect(text).toMatch(/Shadowing of [\w-]+\n \d+ ShadowingPlanned, \d+ ShadowingStarted/)
    expect(text).toContain("the same outcome, rules, facts, limits and reads")
  })

  it("finds the event by its id as well, and gives all of it as JSON", async () => {
    const event = signOff()
    const answer = await json("explain", "./bundle", "--event", event?.envelope.id ?? "")
    expect(answer).toMatchObject({ envelope: event?.envelope, again: { same: true, differences: [] } })
  })

  it("ends with 5 where the law decides otherwise, and says what", async () => {
    const changed = log.map((one) => ({ ...one, bytes: one.bytes.replace('"counted":14', '"counted":15') }))
    const lines = writeLines(folder, changed)
    const { code, text } = await run("explain", lines, "--event", String(signOff()?.position))
    expect(code).toBe(5)
    expect(text).toContain("it comes out otherwise:\n event 1 data\n recorded ")
  })

  it("wants the law of the version, and takes it from a file", async () => {
    const old = log.map((one) => ({ ...one, bytes: one.bytes.replace(/"law":"[^"]+"/, '"law":"0.0.9"') }))
    const lines = writeLines(folder, old)
    expect((await run("explain", lines, "--event", "1")).err).toEqual([
      "It was decided under the law 0.0.9; give it with --law law/0.0.9.mjs"
    ])
    writeFileSync(
      `${folder}/0.0.9.mjs`,
      `export const version = "0.0.9"
       export const misread = () => null
       export const makeHistory = () => ({ take: () => undefined })
       export const decideAgain = () => ({ law: version, differences: [], judged: [], reads: [] })
       export const titleOf = () => "As it was called then"
       export const ruleOf = () => null`
    )
    const { code, text } = await run("explain", lines, "--event", "1", "--law", `${folder}/0.0.9.mjs`)
    expect(code).toBe(0)
    expect(text).toContain("Position 1: As it was called then")
    writeFileSync(`${folder}/other.mjs`, "export const version = '0.0.9'")
    expect((await run("explain", lines, "--event", "1", "--law", `${folder}/other.mjs`)).code).toBe(3)
  })
})

describe("each of them", () => {
  const commands = ["show", "as-at", "diff", "explain"]

  it.each(commands)("%s has examples that work as they are printed, on lines of 80 characters", async (name) => {
    const command = await listed.find((one) => one.name === name)?.load()
    for (const example of command?.examples ?? []) {
      const { code, err, out } = await run(...example.split(" ").slice(1))
      expect({ example, code, err }).toEqual({ example, code: 0, err: [] })
      expect(out.length).toBeGreaterThan(0)
      if (!example.includes("--json")) expect(out.filter((line) => line.length > 80)).toEqual([])
    }
  })

  it.each(commands)("%s has help on lines of 80 characters", async (name) => {
    const { code, out } = await run(name, "--help")
    expect(code).toBe(0)
    expect(out.join("\n").split("\n").filter((line) => line.length > 80)).toEqual([])
  })

  it.each([
    ["show", [], "say which log"],
    ["show", ["./bundle", "./bundle"], "one log is enough"],
    ["show", ["./bundle", "--as-at", "yesterday"], "is no date"],
    ["show", ["./bundle", "--known-at", "noon"], "is no moment"],
    ["show", ["./bundle", "--position", "-1"], "option"],
    ["diff", ["./bundle"], "say which record"],
    ["diff", ["./bundle", "--stream", "shadowing-none"], "the log has no shadowing-none"],
    ["explain", ["./bundle"], "say which event"],
    ["explain", ["./bundle", "--event", "9999"], "the log has no event 9999"]
  ])("%s says what is wrong with %j", async (name, words, says) => {
    const { code, err } = await run(name, ...words)
    expect(code).toBe(64)
    expect(err[0]).toContain(says)
  })
})
