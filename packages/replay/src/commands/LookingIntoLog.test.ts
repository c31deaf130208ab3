/**
 * Proves what `show`, `as-at`, `diff` and `explain` say of the demo: on lines that fit, as JSON, and where something is
 * not there.
 */
import { instant, localDateOf, say } from "@peerwork/core"
import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { runLine } from "../CommandLine.ts"
import { listed } from "../Commands.ts"
import { toldLog } from "../testing/ToldLog.ts"
import type { ToldEvent } from "../testing/ToldLog.ts"
import { retold, temporaryFolder, writeLines, writeTree } from "../testing/WrittenLog.ts"

const first = "shadowing-0c2a3000-0000-4000-8000-000000000011"
const second = "shadowing-0c2a3000-0000-4000-8000-000000000012"

let folder = ""
let log: ReadonlyArray<ToldEvent> = []

beforeAll(async () => {
  folder = temporaryFolder()
  log = await toldLog()
  writeTree(`${folder}/bundle`, log)
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
    expect(text).toMatch(/What is known of 28 March 2016 otherwise now\n(.*\n)* Status Running -> Paused/)
    expect(text).toMatch(
      new RegExp(`Since position ${pause.position}, ShadowingPaused, recorded .*:\\n(.*\\n)* Days that count 7 -> 4\\n`)
    )
    expect(text).toMatch(/What was recorded of it later\n(.*\n)* \d+ [\d-]+ [\d:]+ ShadowingResumed/)
  })

  it("says of which day nothing is known otherwise, and what was recorded later", async () => {
    const { text } = await run("as-at", "./bundle", "--stream", first, "--known-at", "2016-04-03")
    expect(text).toContain("Nothing: for 3 April 2016, nothing that is known now is otherwise")
    expect(text).toMatch(/What was recorded of it later\n.* ShadowingSignedOff\n/)
  })

  it("says where what was read ends, if the moment is behind that", async () => {
    const ends = "What was read ends on 3 May 2016 at 08:30. What was recorded after that is not in it"
    const at = async (moment: string) => {
      const { text } = await run("as-at", "./bundle", "--stream", first, "--known-at", moment)
      return text.replaceAll("\n", " ").includes(ends)
    }
    expect(await at("2016-05-03T08:30")).toBe(false)
    expect(await at("2016-05-03T08:31")).toBe(true)
    expect(await json("as-at", "./bundle", "--stream", first, "--known-at", "2016-05-04")).toMatchObject({
      lastRecordedAt: "2016-05-03T07:30:00.000Z"
    })
  })

  it("refuses what nobody can know yet, by the clock of this machine or by a log whose clock is ahead", async () => {
    const ahead = writeLines(
      folder,
      retold(log, (bytes) => bytes.replace('"recordedAt":"2016-05-03T', '"recordedAt":"2098-12-30T'))
    )
    const known = (place: string, moment: string) =>
      run("as-at", place, "--stream", first, "--known-at", moment).then(({ code, err }) => [code, err[0]])
    const refused = (day: string, moment: string) => [
      64,
      `peerwork as-at: --known-at ${moment} is after today, ${day}: nobody knows that yet`
    ]
    const today = localDateOf(instant(new Date().toISOString()))
    expect(await known("./bundle", today)).toEqual([0, undefined])
    expect(await known("./bundle", "2098-12-30")).toEqual(refused(say(today), "2098-12-30"))
    expect(await known(ahead, "2098-12-30")).toEqual([0, undefined])
    expect(await known(ahead, "2098-12-31T00:00")).toEqual(refused("30 December 2098", "2098-12-31T00:00"))
  })

  it("compares nothing where only the day is asked about", async () => {
    const { text } = await run("as-at", "./bundle", "--stream", first, "--as-at", "2016-04-03")
    expect(text).toContain("Days that count 13")
    expect(text).not.toMatch(/otherwise|recorded of it later/)
    expect(await json("as-at", "./bundle", "--stream", first, "--as-at", "2016-04-03")).toMatchObject({
      knownSince: null,
      recordedLater: null
    })
  })

  it("takes nothing for news that was known already, and dated later", async () => {
    // The pause was written down before the day on which it begins, or on it
    for (const { envelope: { recordedAt, stream }, position } of log.filter(({ envelope }) => envelope.version === 1)) {
      const answer = await json("as-at", "./bundle", "--stream", stream, "--position", String(position))
      for (const fact of answer["knownSince"] as ReadonlyArray<{ readonly position: number }>) {
        expect([position, recordedAt, fact.position > position]).toEqual([position, recordedAt, true])
      }
      if (position > 60) break
    }
  })

  it("says why a sign-off no longer holds", async () => {
    const withdrawn = log.find(({ envelope: { type } }) => type === "ShadowingSignOffWithdrawn")
    const before = String(Number(withdrawn?.position) - 1)
    const { text } = await run("as-at", "./bundle", "--stream", second, "--position", before)
    expect(text).toContain("Sign off holds no\n Sign off fails, counted 12\n Sign off fails, needed 14\n")
    expect(text.replaceAll(/\s+/g, " ")).toContain("6 April 2016: mentor not eligible")
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
    expect(text).toContain("Limits days 14 (of the source)")
    expect(text).toMatch(/Shadowing of [\w-]+\n \d+ ShadowingPlanned, \d+ ShadowingStarted/)
    expect(text).toContain("the same outcome, rules, facts, limits and reads")
  })

  it("finds the event by its id as well, and gives all of it as JSON", async () => {
    const event = signOff()
    const answer = await json("explain", "./bundle", "--event", event?.envelope.id ?? "")
    expect(answer).toMatchObject({ envelope: event?.envelope, again: { same: true, differences: [] } })
  })

  it("ends with 5 where the law decides otherwise, and says what", async () => {
    const changed = retold(log, (bytes) => bytes.replace('"counted":14', '"counted":15'))
    const lines = writeLines(folder, changed)
    const { code, text } = await run("explain", lines, "--event", String(signOff()?.position))
    expect(code).toBe(5)
    // Only where it differs, and not everything that is the same beside it
    expect(text).toContain("it comes out otherwise:\n event 1 data, counted\n recorded 15\n now 14\n")
    expect(text.replaceAll(/\s+/g, " ")).toContain("If another build of that version decided, name its law (--law)")
  })

  it("says of a limit that the scheme decided with which event, and from when", async () => {
    const started = log.find(({ envelope: { stream, type } }) => stream === first && type === "ShadowingStarted")
    const { text } = await run("explain", "./bundle", "--event", String(started?.position))
    const [, position] = /Limits days \d+ \(decided by the scheme at position (\d+), from \d+ \w+ 20\d\d\)/.exec(
      text.replaceAll(/\s+/g, " ")
    ) ?? []
    expect(log[Number(position) - 1]?.envelope).toMatchObject({
      type: "SchemePolicyDecided",
      data: { limit: "lateRecordingDays" }
    })
  })

  it("says by which event one was put right later, and which one it puts right", async () => {
    const later = log.find(({ envelope: { corrects, type } }) => corrects !== undefined && type.startsWith("Shadowing"))
    const earlier = log.find(({ envelope }) => envelope.id === later?.envelope.corrects)
    expect((await run("explain", "./bundle", "--event", String(earlier?.position))).text).toContain(
      `Put right by position ${later?.position}, ${later?.envelope.type}, recorded`
    )
    expect((await run("explain", "./bundle", "--event", String(later?.position))).text).toContain(
      `Puts right position ${earlier?.position}, ${earlier?.envelope.type}, recorded`
    )
    expect(await json("explain", "./bundle", "--event", String(later?.position))).toMatchObject({
      putsRight: { position: earlier?.position },
      putRightBy: []
    })
  })

  it("wants the law of the version, and takes it from a file", async () => {
    const old = retold(log, (bytes) => bytes.replace(/"law":"[^"]+"/, '"law":"0.0.9"'))
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
    expect((await run("explain", lines, "--event", "1", "--law", `${folder}/other.mjs`)).code).toBe(64)
    const other = readFileSync(`${folder}/0.0.9.mjs`, "utf8").replaceAll("0.0.9", "0.1.0")
    writeFileSync(`${folder}/another.mjs`, other)
    const named = ["--event", "1", "--law", `${folder}/another.mjs`]
    expect((await run("explain", "./bundle", ...named)).text).toContain("Position 1: As it was called then")
    truncateSync(`${folder}/other.mjs`, 2 ** 40)
    expect((await run("explain", lines, "--event", "1", "--law", `${folder}/other.mjs`)).err[0]).toBe(
      `peerwork explain: The law ${folder}/other.mjs is longer than 16777216 bytes`
    )
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

  it.each(listed.map(({ name }) => name))("%s has help on lines of 80 characters, with every option", async (name) => {
    const { code, out } = await run(name, "--help")
    expect(code).toBe(0)
    const lines = out.join("\n").split("\n")
    expect(lines.filter((line) => line.length > 80)).toEqual([])
    const usage = lines.slice(2, lines.indexOf("", 2)).join(" ")
    const command = await listed.find((one) => one.name === name)?.load()
    expect(Object.keys(command?.options ?? {}).filter((option) => !usage.includes(`--${option}`))).toEqual([])
  })

  it("says what is wrong as JSON where that was asked for", async () => {
    const { code, err, out } = await run("show", "./bundle", "--type", "Nope", "--json")
    expect([code, err]).toEqual([64, []])
    expect(JSON.parse(out.join(""))).toEqual({
      error: 'peerwork show: --type "Nope" is no type of an event; peerwork show <log> lists those of a log',
      exitCode: 64,
      firstWrongPosition: null
    })
    const nowhere = await run("explain", "./nowhere", "--event", "1", "--json")
    expect([nowhere.code, JSON.parse(nowhere.out.join(""))]).toMatchObject([3, {
      error: "There is nothing at ./nowhere"
    }])
  })

  it("answers without events where there could be some", async () => {
    const other = "0c2a1000-0000-4000-8000-0000000000ff"
    for (const words of [["--type", "SchemeClosed"], ["--tag", `person:${other}`], ["--actor", other]]) {
      expect(await run("show", "./bundle", ...words)).toMatchObject({
        code: 0,
        out: expect.arrayContaining(["No event matches"]) as unknown
      })
    }
    const { text } = await run("show", "./bundle", "--stream", first, "--type", "ShadowingSignedOff")
    expect(text).toContain("ShadowingSignedOff")
    expect(text).not.toContain("ShadowingStarted")
  })

  it.each([
    ["show", [], "say which log"],
    ["show", ["./bundle", "./bundle"], "one log is enough"],
    ["show", ["./bundle", "--as-at", "yesterday"], "is no date"],
    ["show", ["./bundle", "--known-at", "noon"], "is no moment"],
    ["show", ["./bundle", "--position", "-1"], "The option --position needs a value; one that begins with a dash"],
    ["show", ["./bundle", "--position", "9999"], "--position 9999 is beyond"],
    ["as-at", ["./bundle", "--stream", first, "--position", "9999"], "--position 9999 is beyond"],
    ["show", ["./bundle", "--type", "Nope"], '--type "Nope" is no type of an event; peerwork show <log> lists'],
    ["show", ["./bundle", "--type", "signedoff"], "near are ShadowingSignedOff; peerwork"],
    ["show", ["./bundle", "--type", ""], "is no type of an event"],
    ["show", ["./bundle", "--tag", "person:nope"], '--tag "person:nope" is no tag: it is appointment, '],
    ["show", ["./bundle", "--actor", "x"], '--actor "x" is no id'],
    ["show", ["./bundle", "--bogus"], "There is no option --bogus. The options are --as-at, --known-at"],
    ["show", ["./bundle", "--type"], "The option --type needs a value"],
    ["explain", ["./bundle", "--json=1"], "The option --json takes no value"],
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
