/**
 * Commands as they were accepted, but naming something that is nowhere: one for each id that a command names.
 *
 * No life is named here, so what a new command names is asked about as soon as it is in the registry.
 */
import type { Given } from "../language/Command.ts"
import type { Input } from "../language/Kind.ts"
import { decisions } from "../Registry.ts"

/** The id of nothing at all. */
export const nowhere = "00000000-0000-4000-b000-000000000000"

const isList = (value: unknown): value is ReadonlyArray<unknown> => Array.isArray(value)

/** The same value with one of its ids gone astray; undefined where it holds none. */
const astray = (input: Input, value: unknown): unknown => {
  if (input._tag === "Reference") return nowhere
  if (!isList(value) || value.length === 0) return undefined
  const [first, ...others] = value
  if (input._tag === "References") return [nowhere, ...others]
  if (input._tag !== "Rows" || typeof first !== "object") return undefined
  const column = Object.entries(input.columns).find(([, one]) => one.input._tag === "Reference")
  return column === undefined ? undefined : [{ ...first, [column[0]]: nowhere }, ...others]
}

/** Each field of the command that names something, as `PlanCohort.staffing`, and the command with it gone astray. */
export const namingNowhere = (given: Given): ReadonlyArray<readonly [string, Given]> => {
  const command = decisions.get(given._tag)?.command
  if (command === undefined) throw new RangeError(`${given._tag} is no command`)
  const values: Readonly<Record<string, unknown>> = { ...given }
  return Object.entries(command.fields).flatMap(([name, { kind: { input } }]) => {
    const isNew = command.begins && name === command.life
    const value = isNew || values[name] === undefined ? undefined : astray(input, values[name])
    return value === undefined ? [] : [[`${given._tag}.${name}`, { ...given, [name]: value }] as const]
  })
}

/** In which words a refusal may tell what a field names by one id: a trainer is a member of staff. */
export const namedBy = (field: string): ReadonlyArray<string> => {
  const [name = "", key = ""] = field.split(".")
  const input = decisions.get(name)?.command.fields[key]?.kind.input
  if (input?._tag !== "Reference") return []
  return input.to === "staff" ? ["member of staff", key] : [input.to]
}
