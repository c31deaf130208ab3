/**
 * Arguments that Node's `parseArgs` cannot read, in our own words.
 */
import type { Command } from "./SubCommand.ts"

/** The option that the message of Node names. */
const optionIn = (message: string): string => /'(?:-\w, )?(--?[^ '=]+)/.exec(message)?.[1] ?? "an option"

/** What is wrong with the arguments; null where the error is none of reading them. */
export const misread = (error: unknown, { options }: Command): string | null => {
  if (!(error instanceof TypeError) || !("code" in error)) return null
  const option = optionIn(error.message)
  const known = Object.keys(options).map((name) => `--${name}`).join(", ")
  switch (error.code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return `There is no option ${option}. The options are ${known}`
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return options[option.slice(2)]?.type === "boolean"
        ? `The option ${option} takes no value`
        : `The option ${option} needs a value; one that begins with a dash is written ${option}=-value`
    default:
      return String(error.code).startsWith("ERR_PARSE_ARGS") ? `The options cannot be read. They are ${known}` : null
  }
}
