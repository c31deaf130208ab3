/**
 * A sub-command of `peerwork`: what it says of itself, and what it does.
 *
 * Each lies in a module of its own that is loaded only when it is asked for, so that help is there at once. Arguments
 * are read by Node's `parseArgs`; a command says which it takes, and anything else is bad usage.
 */
import type { ParseArgsConfig } from "node:util"

/** What a sub-command ends with; section 2.11 of the specification of the log. */
export const exitCodes = {
  ok: 0,
  integrity: 1,
  quorum: 2,
  malformed: 3,
  disclosure: 4,
  decision: 5,
  usage: 64
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Where a sub-command writes. Text is a line without its end. */
export interface Terminal {
  readonly out: (line: string) => void
  /** Progress and errors, which are no answer. */
  readonly err: (line: string) => void
  /** How many characters fit on a line. */
  readonly columns: number
  /** Whether somebody looks at it: progress is shown only then. */
  readonly isWatched: boolean
}

export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | ReadonlyArray<string | boolean> | undefined>>
  readonly positionals: ReadonlyArray<string>
}

export interface Command {
  /** The line of usage behind the name. */
  readonly usage: string
  /** What it does, what it needs, what its answer means: a screen at most. */
  readonly help: string
  /** Lines that work as printed. */
  readonly examples: readonly [string, ...ReadonlyArray<string>]
  readonly options: NonNullable<ParseArgsConfig["options"]>
  readonly run: (given: Arguments, terminal: Terminal) => Promise<ExitCode>
}

/** The caller asked for something that is not there; the message says what would be right. */
export class BadUsage extends Error {
  override readonly name = "BadUsage"
}

/** Something cannot be read or written; the message says what, and why. It ends with 3. */
export class CannotGoOn extends Error {
  override readonly name: string = "CannotGoOn"
}
