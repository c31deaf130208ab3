/**
 * Running one command: its arguments, its help, and what is said where they make no sense.
 */
import { parseArgs } from "node:util"
import { wrapped } from "./history/Columns.ts"
import { misread } from "./MisreadArguments.ts"
import { BadUsage, type Command, type ExitCode, exitCodes, type Terminal } from "./SubCommand.ts"
import { tellError } from "./TellError.ts"

/** How a command is called, and what it does in one line. */
export interface Called {
  readonly name: string
  readonly says: string
}

/** Every terminal has so many columns. */
const columns = 80

/** What stands in brackets, or a word. */
const usageParts = /\[(?:[^[\]]|\[[^\]]*\])*\]|\S+/g

/** The line of usage, in as many lines as it needs; what stands in brackets is not broken. */
const usageOf = (name: string, usage: string): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line = `Usage: ${name}`
  for (const part of usage.match(usageParts) ?? []) {
    if (line.length + 1 + part.length > columns) {
      lines.push(line)
      line = " ".repeat("Usage:".length)
    }
    line = `${line} ${part}`
  }
  return [...lines, line]
}

const helpOf = ({ name, says }: Called, { examples, help, usage }: Command): ReadonlyArray<string> => [
  `${name}: ${says}`,
  "",
  ...usageOf(name, usage),
  "",
  ...help.split("\n").flatMap((line) => line.length > columns ? wrapped(line, columns) : [line]),
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
    const says = error instanceof BadUsage ? error.message : misread(error, command)
    if (says === null) throw error
    const isJson = "json" in command.options && args.includes("--json")
    const exitCode = tellError(terminal, isJson, {
      says: `${called.name}: ${says}`,
      exitCode: exitCodes.usage,
      position: null
    })
    if (!isJson) terminal.err(usageOf(called.name, command.usage).join("\n"))
    return exitCode
  }
}
