/**
 * Running one command: its arguments, its help, and what is said where they make no sense or a file cannot be used.
 */
import { parseArgs } from "node:util"
import { BadUsage, CannotGoOn, type Command, type ExitCode, exitCodes, type Terminal } from "./SubCommand.ts"

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

const isMisread = (error: unknown): error is TypeError =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")

/** What ends a command before it has an answer. Throws what nobody foresaw. */
const broken = ({ name }: Called, { usage }: Command, error: unknown, { err }: Terminal): ExitCode => {
  if (isMisread(error) || error instanceof BadUsage) {
    err(`${name}: ${error.message}`)
    err(`Usage: ${name} ${usage}`)
    return exitCodes.usage
  }
  const says = error instanceof CannotGoOn ? error.message : saidBySystem(error)
  if (says === null) throw error
  err(says)
  return exitCodes.malformed
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
    return broken(called, command, error, terminal)
  }
}
