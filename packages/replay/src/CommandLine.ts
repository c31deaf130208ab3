/**
 * The command line: finds the sub-command, reads its arguments, shows help, and says what was wrong.
 */
import { parseArgs } from "node:util"
import { type Listed, listed } from "./Commands.ts"
import { BadUsage, type Command, type ExitCode, exitCodes, type Terminal } from "./SubCommand.ts"

const overview = (): ReadonlyArray<string> => [
  "peerwork: verify, replay and explain a history of prison peer work",
  "",
  "Usage: peerwork <command> [arguments]",
  "",
  ...listed.map(({ name, says }) => `  ${name.padEnd(10)} ${says}`),
  "",
  "peerwork <command> --help shows what a command takes, with an example.",
  "It needs no network, and believes nothing but what it has checked."
]

const helpOf = ({ name, says }: Listed, { examples, help, usage }: Command): ReadonlyArray<string> => [
  `peerwork ${name}: ${says}`,
  "",
  `Usage: peerwork ${name} ${usage}`,
  "",
  help,
  "",
  examples.length === 1 ? "Example:" : "Examples:",
  ...examples.map((example) => `  ${example}`)
]

const asksForHelp = (word: string): boolean => word === "--help" || word === "-h"

const runCommand = async (entry: Listed, args: ReadonlyArray<string>, terminal: Terminal): Promise<ExitCode> => {
  const command = await entry.load()
  if (args.some(asksForHelp)) {
    helpOf(entry, command).forEach(terminal.out)
    return exitCodes.ok
  }
  try {
    return await command.run(
      parseArgs({ args: [...args], options: command.options, allowPositionals: true, strict: true }),
      terminal
    )
  } catch (error) {
    const isMisread = error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")
    if (!isMisread && !(error instanceof BadUsage)) throw error
    terminal.err(`peerwork ${entry.name}: ${error.message}`)
    terminal.err(`Usage: peerwork ${entry.name} ${command.usage}`)
    return exitCodes.usage
  }
}

/** Runs what the words ask for. */
export const runLine = async (words: ReadonlyArray<string>, terminal: Terminal): Promise<ExitCode> => {
  const [name, ...args] = words
  if (name === undefined || asksForHelp(name) || name === "help") {
    overview().forEach(terminal.out)
    return name === undefined ? exitCodes.usage : exitCodes.ok
  }
  const entry = listed.find((candidate) => candidate.name === name)
  if (entry !== undefined) return runCommand(entry, args, terminal)
  terminal.err(`There is no command "${name}". The commands are: ${listed.map((one) => one.name).join(", ")}`)
  return exitCodes.usage
}
