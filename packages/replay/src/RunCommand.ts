/**
 * Running one command: its arguments, its help, and what is said where they make no sense or a file cannot be used.
 */
import { parseArgs } from "node:util"
import { wrapped } from "./history/Columns.ts"
import { misread } from "./MisreadArguments.ts"
import { BadUsage, CannotGoOn, type Command, type ExitCode, exitCodes, type Terminal } from "./SubCommand.ts"
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

/** What the system says of a file, in words. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "it is not there, or its folder is not",
  ENOTDIR: "a part of its path is no folder",
  EISDIR: "it is a folder",
  EEXIST: "it is there already",
  ENOSPC: "the disk is full",
  EROFS: "nothing can be written there"
}

/** A refusal of the system in one sentence; null where the error is something else. */
const saidBySystem = (error: unknown): string | null => {
  if (!(error instanceof Error) || !("code" in error)) return null
  const { code, message } = error
  if (code === "ERR_SQLITE_ERROR") return `A database cannot be read or written: ${message}`
  if (!("syscall" in error)) return null
  const file = "path" in error ? String(error.path) : "A file"
  return `${file} cannot be used: ${reasons[String(code)] ?? message}`
}

/** What ends a command before it has an answer. Throws what nobody foresaw. */
const broken = ({ name }: Called, command: Command, error: unknown, isJson: boolean, terminal: Terminal): ExitCode => {
  const misused = error instanceof BadUsage ? error.message : misread(error, command)
  if (misused !== null) {
    const exitCode = tellError(terminal, isJson, {
      says: `${name}: ${misused}`,
      exitCode: exitCodes.usage,
      position: null
    })
    if (!isJson) usageOf(name, command.usage).forEach(terminal.err)
    return exitCode
  }
  const says = error instanceof CannotGoOn ? error.message : saidBySystem(error)
  if (says === null) throw error
  return tellError(terminal, isJson, { says, exitCode: exitCodes.malformed, position: null })
}

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
    const isJson = "json" in command.options && args.includes("--json")
    return broken(called, command, error, isJson, terminal)
  }
}
