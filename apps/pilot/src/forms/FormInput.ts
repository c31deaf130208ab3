/**
 * Form input: from what people type to the body of a command.
 *
 * It is generous in what it takes: months by name or number, codes in small letters, blanks around anything. What comes
 * out is exactly what a program would send, and the law reads both in the same way.
 */
import type { Column, Command, Field, Input, Json, JsonObject } from "@peerwork/core"

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december"
]

const monthOf = (typed: string): string => {
  const word = typed.toLowerCase().replaceAll(/[^a-z]/g, "")
  const index = word.length < 3 ? -1 : months.findIndex((month) => month.startsWith(word) || word === `${month}s`)
  return index === -1 ? typed : String(index + 1)
}

/** The three parts of a date, as they were typed. */
export const datePartsOf = (form: URLSearchParams, name: string) => ({
  day: (form.get(`${name}-day`) ?? "").trim(),
  month: (form.get(`${name}-month`) ?? "").trim(),
  year: (form.get(`${name}-year`) ?? "").trim()
})

/** `2016-04-04` where the parts are whole numbers; otherwise what was typed, so that it can be refused. */
export const dateIn = (form: URLSearchParams, name: string): string | undefined => {
  const { day, month, year } = datePartsOf(form, name)
  if (day === "" && month === "" && year === "") return undefined
  const number = monthOf(month)
  return /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(number) && /^\d{4}$/.test(year)
    ? `${year}-${number.padStart(2, "0")}-${day.padStart(2, "0")}`
    : `${day} ${month} ${year}`
}

/** `0922`, `9.22` and `9:22` as `09:22`; otherwise what was typed. */
const timeIn = (typed: string): string => {
  const [, hours = "", minutes = ""] = /^(\d{1,2})[:.]?(\d{2})$/.exec(typed) ?? []
  return hours === "" ? typed : `${hours.padStart(2, "0")}:${minutes}`
}

/** The time beside the three parts of a date, as it was typed. */
export const timeTyped = (form: URLSearchParams, name: string): string => (form.get(`${name}-time`) ?? "").trim()

/** `2016-04-04T09:22` where date and time can be read; otherwise what was typed, so that it can be refused. */
const dateTimeIn = (form: URLSearchParams, name: string): string | undefined => {
  const [day, time] = [dateIn(form, name), timeTyped(form, name)]
  return day === undefined && time === "" ? undefined : `${day ?? ""}T${timeIn(time)}`
}

/** Text without blanks around it, with one kind of line end. */
const textIn = (form: URLSearchParams, name: string): string | undefined => {
  const text = (form.get(name) ?? "").replaceAll("\r\n", "\n").replaceAll(/[\r\t]/g, " ").trim()
  return text === "" ? undefined : text
}

const codeIn = (typed: string): string => typed.trim().toUpperCase().replaceAll(/[\s-]+/g, "_")

const codesIn = (typed: string): ReadonlyArray<string> =>
  typed.split(/[,;\n]+/).map(codeIn).filter((code) => code !== "")

const countIn = (typed: string): Json => {
  const digits = typed.replaceAll(/[\s,]/g, "")
  return /^-?\d{1,12}$/.test(digits) ? Number(digits) : typed
}

const yesOrNoIn = (typed: string): Json => (typed === "yes" ? true : typed === "no" ? false : typed)

const several = (form: URLSearchParams, name: string, optional: boolean, between?: RegExp): Json | undefined => {
  const sent = form.getAll(name).flatMap((value) => between === undefined ? [value] : value.split(between))
  const chosen = [...new Set(sent)].filter((value) => value !== "")
  return chosen.length === 0 && optional ? undefined : chosen
}

const through = (typed: string | undefined, read: (typed: string) => Json): Json | undefined =>
  typed === undefined ? undefined : read(typed)

/** The name of the control for one column of a line, the lines numbered from 0. */
export const cellName = (name: string, line: number, column: string): string => `${name}-${line}-${column}`

/** How many lines of a table of rows were sent. */
export const linesIn = (form: URLSearchParams, name: string): number => {
  const numbers = [...form.keys()].flatMap((key) => {
    const line = key.startsWith(`${name}-`) ? /^(\d{1,4})-/.exec(key.slice(name.length + 1))?.[1] : undefined
    return line === undefined ? [] : [Number(line) + 1]
  })
  return Math.max(0, ...numbers)
}

type Columns = Readonly<Record<string, Column>>

const lineIn = (form: URLSearchParams, name: string, columns: Columns, line: number): JsonObject =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([column, { input }]) => {
      const value = valueIn(form, cellName(name, line, column), input, true)
      return value === undefined ? [] : [[column, value] as const]
    })
  )

/** The numbers of the lines in which something besides their first column was filled in: these become the rows. */
export const filledLines = (form: URLSearchParams, name: string, columns: Columns): ReadonlyArray<number> => {
  const [first] = Object.keys(columns)
  return Array.from({ length: linesIn(form, name) }, (_, line) => line).filter((line) =>
    Object.keys(lineIn(form, name, columns, line)).some((column) => column !== first)
  )
}

const rowsIn = (form: URLSearchParams, name: string, columns: Columns): Json =>
  filledLines(form, name, columns).map((line) => lineIn(form, name, columns, line))

const valueIn = (form: URLSearchParams, name: string, input: Input, optional: boolean): Json | undefined => {
  switch (input._tag) {
    case "Date":
      return dateIn(form, name)
    case "DateTime":
      return dateTimeIn(form, name)
    case "YesOrNo":
      return through(textIn(form, name), yesOrNoIn)
    case "Count":
      return through(textIn(form, name), countIn)
    case "Several":
      return several(form, name, optional)
    case "References":
      return several(form, name, optional, /[\s,;]+/)
    case "Rows":
      return rowsIn(form, name, input.columns)
    case "Code":
      return through(textIn(form, name), codeIn)
    case "Codes":
      return through(form.get(name) ?? undefined, codesIn)
    case "Choice":
    case "Reference":
    case "Text":
      return textIn(form, name)
  }
}

const reasonsIn = (form: URLSearchParams): ReadonlyArray<JsonObject> =>
  [...form.keys()].filter((name) => name.startsWith("override-")).flatMap((name) => {
    const reason = textIn(form, name)
    return reason === undefined ? [] : [{ rule: name.slice("override-".length), reason }]
  })

/** The body of the command that the form says. */
export const bodyFrom = (command: Command, form: URLSearchParams): JsonObject => {
  const body: Record<string, Json> = {}
  for (const [name, { kind, optional }] of Object.entries<Field & { readonly optional?: true }>(command.fields)) {
    const value = valueIn(form, name, kind.input, optional === true)
    if (value !== undefined) body[name] = value
  }
  const overrides = reasonsIn(form)
  return overrides.length === 0 ? body : { ...body, overrides }
}
