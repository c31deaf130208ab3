/**
 * What went wrong with a call: a line for people, or one object where JSON was asked for, so that whoever reads the answer
 * of a program always gets the form that they asked for.
 */
import { type ExitCode, type Terminal } from "./SubCommand.ts"

export interface WentWrong {
  readonly says: string
  readonly exitCode: ExitCode
  /** The first wrong position of the log, where it is about one. */
  readonly position: number | null
}

/** Tells it, and gives the code to end with. */
export const tellError = (terminal: Terminal, isJson: boolean, { exitCode, position, says }: WentWrong): ExitCode => {
  if (isJson) terminal.out(JSON.stringify({ error: says, exitCode, firstWrongPosition: position }))
  else terminal.err(says)
  return exitCode
}
