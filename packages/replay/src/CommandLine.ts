/**
 * The command line: finds the sub-command, reads its arguments, shows help, and says what was wrong.
 */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { built, builtFiles } from "./bundle/BuiltFiles.ts"
import { listed } from "./Commands.ts"
import { asksForHelp, runCommand } from "./RunCommand.ts"
import { type ExitCode, exitCodes, type Terminal } from "./SubCommand.ts"

const overview = (): ReadonlyArray<string> => [
  "peerwork: verify, replay and explain a history of prison peer work",
  "",
  "Usage: peerwork <command> [arguments]",
  "",
  ...listed.map(({ name, says }) => `  ${name.padEnd(10)} ${says}`),
  "",
  "peerwork <command> --help shows what a command takes, with an example.",
  "peerwork --version says which version this is, with the SHA-256 of verify.mjs.",
  "It needs no network, and believes nothing but what it has checked."
]

/** Which version this is, and by which hashes its verifier and its law are known. */
const versionLines = (): ReadonlyArray<string> => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string
  }
  const hashes = builtFiles.map((name) => {
    const bytes = built(name)
    const is = bytes === null ? "not built" : `SHA-256 ${createHash("sha256").update(bytes).digest("hex")}`
    return `${name.padEnd(10)} ${is}`
  })
  return [`peerwork ${version}`, ...hashes]
}

/** Runs what the words ask for. */
export const runLine = async (words: ReadonlyArray<string>, terminal: Terminal): Promise<ExitCode> => {
  const [name, ...args] = words
  if (name === undefined || asksForHelp(name) || name === "help") {
    overview().forEach(terminal.out)
    return name === undefined ? exitCodes.usage : exitCodes.ok
  }
  if (name === "--version") {
    versionLines().forEach(terminal.out)
    return exitCodes.ok
  }
  const entry = listed.find((candidate) => candidate.name === name)
  if (entry !== undefined) {
    return runCommand({ name: `peerwork ${name}`, says: entry.says }, await entry.load(), args, terminal)
  }
  terminal.err(`There is no command "${name}". The commands are: ${listed.map((one) => one.name).join(", ")}`)
  return exitCodes.usage
}
