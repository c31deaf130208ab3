/**
 * Running one command: its arguments, its help, and what is said where they make no sense.
 */
import { parseArgs } from "node:util"
import { BadUsage, type Command, type ExitCode, exitCodes, type Terminal } from "./SubCommand.ts"

/** How a command is called, and what it does in one line. */
export interface Called {
  readonly name: string
  readonly says: string
}

const helpOf = ({ name, says }: Called, { examples, help, usage }: Command): ReadonlyArray<string> => [
  `${name}: ${says}`,
  "",
  `Usage: ${name} ${usage}`,
  "",
  help,
  "",
  examples.length === 1 ? "Example:" : "Examples:",
  ...examples.map((example) => `  ${example}`)
]

export const asksForHelp = (word: string): boolean => word === "--help" || word === "-h"

/** Runs one command with its arguments; help and bad usage are answered here. */
export const runCommand = async (
  called: Called,
  command: Command,
  args: ReadonlyArray<string>,
  terminal: Terminal
): Promise<ExitCode> => {
  if (args.some(asksForHelp)) {
    helpOf(called, command).forEach(terminal.out)
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
    terminal.err(`${called.name}: ${error.message}`)
    terminal.err(`Usage: ${called.name} ${command.usage}`)
    return exitCodes.usage
  }
}
