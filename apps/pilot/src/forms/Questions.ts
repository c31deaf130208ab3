/**
 * Questions: a command's fields as the controls of a page, with what was filled in and what is wrong with it.
 *
 * Everything comes from the definition: the question is the label, the hint its hint, the kind of value decides the
 * control. A page shows these values through the components of the design system and adds nothing.
 */
import { instantIn, say, sayInstant } from "@peerwork/core"
import type { Column, Command, Field, FieldProblem, Fields, Input, Json, JsonObject, LocalDate } from "@peerwork/core"
import { labelOf, plainText, sayCode } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { cellName, datePartsOf, filledLines, linesIn, timeTyped } from "./FormInput.ts"
import { sayProblem, sayRowProblem } from "./FormProblems.ts"
import type { Option } from "./References.ts"
import type { Standing } from "./WhatStands.ts"

export type Control =
  | { readonly _tag: "Date"; readonly day: string; readonly month: string; readonly year: string }
  | {
    readonly _tag: "DateTime"
    readonly day: string
    readonly month: string
    readonly year: string
    readonly time: string
  }
  | { readonly _tag: "Radios"; readonly options: ReadonlyArray<Option>; readonly value: string }
  | { readonly _tag: "Select"; readonly options: ReadonlyArray<Option>; readonly value: string }
  | { readonly _tag: "Checkboxes"; readonly options: ReadonlyArray<Option>; readonly values: ReadonlyArray<string> }
  | { readonly _tag: "Input"; readonly value: string; readonly width: number | null; readonly numeric: boolean }
  | { readonly _tag: "Textarea"; readonly value: string; readonly maxLength: number }
  | { readonly _tag: "Rows"; readonly columns: ReadonlyArray<string>; readonly lines: ReadonlyArray<Line> }
  /** Decided already: sent along, and shown unless nobody could read it. */
  | { readonly _tag: "Given"; readonly value: string; readonly shown: string | null }

/** One line of a table of rows. Where it is known of which thing it speaks, that is its heading. */
export interface Line {
  readonly heading: { readonly name: string; readonly value: string; readonly text: string } | null
  readonly cells: ReadonlyArray<{
    readonly name: string
    readonly text: string
    readonly control: Control
    readonly error: string | null
  }>
}

export interface Question {
  readonly name: string
  readonly text: string
  readonly hint: string | null
  readonly optional: boolean
  readonly control: Control
  readonly error: string | null
}

/** What a form page is made from. */
export interface FormState {
  readonly command: Command
  readonly looked: Looked
  readonly form: URLSearchParams
  /** Fields whose answer came with the address, or is drawn for them. */
  readonly given: ReadonlyMap<string, string>
  /** The records that each reference can name; for a column of rows under `field.column`. */
  readonly choices: ReadonlyMap<string, ReadonlyArray<Option>>
  readonly problems: ReadonlyArray<FieldProblem>
  /** What a rule says of single rows, as problems of the questions that they belong to. */
  readonly ruled?: ReadonlyArray<FieldProblem>
  /** What is recorded of what a correction puts right. */
  readonly standing: Standing
}

/** More answers than this are offered in a select instead of radios; so is none, which a select can say. */
const mostRadios = 8

const optionsIn = (options: Readonly<Record<string, string>>): ReadonlyArray<Option> =>
  Object.entries(options).map(([value, text]) => ({ value, text }))

const choice = (options: ReadonlyArray<Option>, value: string): Control => ({
  _tag: options.length > mostRadios || options.length === 0 ? "Select" : "Radios",
  options,
  value
})

const cellControl = (input: Input, options: ReadonlyArray<Option> | undefined, value: string): Control => {
  if (input._tag === "Choice") return { _tag: "Select", options: optionsIn(input.options), value }
  if (input._tag === "YesOrNo") return { _tag: "Select", options: optionsIn({ yes: "Yes", no: "No" }), value }
  return options === undefined
    ? { _tag: "Input", value, width: input._tag === "Count" ? 4 : null, numeric: input._tag === "Count" }
    : { _tag: "Select", options, value }
}

/** Lines to fill in where it is not known of which things the rows will speak. */
const emptyLines = 8

/**
 * A line for each thing that the first column can name, if they are not too many; some empty lines where none is known.
 * What was sent is found again by the thing that it speaks of; `field.column` in the address fills a column in beforehand.
 */
const rowsControl = (
  { choices, form, problems, ruled = [] }: FormState,
  name: string,
  columns: Readonly<Record<string, Column>>,
  most: number
): Control => {
  const [key = "", ...others] = Object.keys(columns)
  const optionsOf = (column: string) => {
    const input = columns[column]?.input
    return input?._tag === "Choice" ? optionsIn(input.options) : choices.get(`${name}.${column}`)
  }
  const sent = Array.from({ length: linesIn(form, name) }, (_, line) => line)
  const valueIn = (line: number, column: string) =>
    form.get(cellName(name, line, column)) ?? form.get(`${name}.${column}`) ?? ""
  const filled = filledLines(form, name, columns)
  const wrong = [...problems, ...ruled].flatMap(({ field, rows = [] }) => field === name ? rows : [])
  const errorIn = (from: number, column: string, whose: string): string | null => {
    const [asked, found] = [
      columns[column],
      wrong.find((one) => filled[one.row] === from && one.column === column)
    ]
    return asked === undefined || found === undefined ? null : sayRowProblem(asked, whose, found)
  }
  const cells = (line: number, from: number, asked: ReadonlyArray<string>, whose: string): Line["cells"] =>
    asked.flatMap((column) => {
      const { input, question } = columns[column] ?? {}
      if (input === undefined || question === undefined) return []
      const control = cellControl(input, optionsOf(column), valueIn(from, column))
      return [{ name: cellName(name, line, column), text: question, control, error: errorIn(from, column, whose) }]
    })
  const known = optionsOf(key)
  const things = known ?? []
  const lines: ReadonlyArray<Line> = known !== undefined && things.length <= most
    ? things.map(({ text, value }, line) => ({
      heading: { name: cellName(name, line, key), value, text },
      cells: cells(line, sent.find((one) => form.get(cellName(name, one, key)) === value) ?? -1, others, text)
    }))
    : Array.from({ length: Math.max(sent.length, emptyLines) }, (_, line) => ({
      heading: null,
      cells: cells(line, line, [key, ...others], `line ${line + 1}`)
    }))
  return { _tag: "Rows", columns: Object.values(columns).map(({ question }) => question), lines }
}

const controlOf = (state: FormState, name: string, input: Input): Control => {
  const { choices, form } = state
  const value = form.get(name) ?? ""
  switch (input._tag) {
    case "Date":
      return { _tag: "Date", ...datePartsOf(form, name) }
    case "DateTime":
      return { _tag: "DateTime", ...datePartsOf(form, name), time: timeTyped(form, name) }
    case "YesOrNo":
      return { _tag: "Radios", options: optionsIn({ yes: "Yes", no: "No" }), value }
    case "Choice":
      return choice(choices.get(name) ?? optionsIn(input.options), value)
    case "Several":
      return { _tag: "Checkboxes", options: optionsIn(input.options), values: form.getAll(name) }
    case "Reference": {
      const options = choices.get(name)
      return options === undefined
        ? { _tag: "Input", value, width: null, numeric: false }
        : { _tag: "Select", options, value }
    }
    case "References":
      return choices.get(name) === undefined
        ? { _tag: "Input", value: form.getAll(name).join(", "), width: null, numeric: false }
        : { _tag: "Checkboxes", options: choices.get(name) ?? [], values: form.getAll(name) }
    case "Rows":
      return rowsControl(state, name, input.columns, input.most)
    case "Count":
      return { _tag: "Input", value, width: 5, numeric: true }
    case "Code":
      return { _tag: "Input", value, width: 20, numeric: false }
    case "Codes":
      return { _tag: "Input", value, width: null, numeric: false }
    case "Text":
      return input.long
        ? { _tag: "Textarea", value, maxLength: input.maxLength }
        : { _tag: "Input", value, width: input.maxLength <= 20 ? 20 : null, numeric: false }
  }
}

const givenControl = ({ command, looked }: FormState, name: string, input: Input, value: string): Control => ({
  _tag: "Given",
  value,
  shown: command.begins && name === command.life
    ? null
    : sayValue(looked, input, input._tag === "YesOrNo" ? value === "yes" : value)
})

/** The hint of a question; of a correction also what is recorded now. */
const hintOf = ({ looked, standing }: FormState, name: string, { hint, kind }: Field): string | null => {
  const now = standing.get(name)
  if (now === undefined) return hint
  const says = now === null ? "Nothing is recorded now." : `Recorded now: ${sayValue(looked, kind.input, now)}.`
  return hint === null ? says : `${says} ${hint}`
}

/** What is wrong with the answer as a whole: nothing where every value that is wrong says so itself. */
const errorOf = ({ form, problems }: FormState, name: string, field: Field, control: Control): string | null => {
  const wrong = problems.find((problem) => problem.field === name)
  if (wrong === undefined) return null
  const said = control._tag === "Rows" ? control.lines.flatMap(({ cells }) => cells).filter(({ error }) => error) : []
  return said.length > 0 && said.length === wrong.rows?.length ? null : sayProblem(field, form, wrong)
}

const questionOf = (state: FormState, name: string, field: Field & { readonly optional?: true }): Question => {
  const value = state.given.get(name)
  const optional = field.optional === true
  const control = value === undefined
    ? controlOf(state, name, field.kind.input)
    : givenControl(state, name, field.kind.input, value)
  return {
    name,
    text: optional ? `${field.question} (optional)` : field.question,
    hint: hintOf(state, name, field),
    optional,
    control,
    error: errorOf(state, name, field, control)
  }
}

/** The questions of a form page, in the order of the definition. */
export const questionsOf = (state: FormState): ReadonlyArray<Question> =>
  Object.entries<Fields[string]>(state.command.fields).map(([name, field]) => questionOf(state, name, field))

/** The controls of a table, line by line; nothing where the question is none. */
export const cellsOf = ({ control }: Question): Line["cells"] =>
  control._tag === "Rows" ? control.lines.flatMap(({ cells }) => cells) : []

/** Where a link to the question leads: to the first thing that can be filled in. */
export const anchorOf = ({ control, name }: Question): string => {
  if (control._tag === "Date" || control._tag === "DateTime") return `${name}-day`
  return control._tag === "Rows" ? control.lines[0]?.cells[0]?.name ?? name : name
}

/** Codes of establishments are read as they are. */
const isEstablishment = (example: string): boolean => /^[A-Z]{3}$/.test(example)

const words = (options: Readonly<Record<string, string>>, value: Json): string =>
  options[plainText(value)] ?? plainText(value)

const listed = (value: Json, sayOne: (one: Json) => string, between = ", "): string =>
  Array.isArray(value) && value.length > 0 ? value.map((one: Json) => sayOne(one)).join(between) : "None"

const sayRow = (looked: Looked, columns: Readonly<Record<string, Column>>, row: JsonObject): string => {
  const [first = "", ...others] = Object.entries(columns).flatMap(([name, { input }]) => {
    const value = row[name]
    return value === undefined ? [] : [sayValue(looked, input, value)]
  })
  return others.length === 0 ? first : `${first}: ${others.join(", ")}`
}

/** An answer as people read it, for "check your answers"; rows stand on lines of their own. */
export const sayAnswer = (looked: Looked, { kind }: Field, value: Json | undefined): string =>
  value === undefined ? "Not provided" : sayValue(looked, kind.input, value)

const sayValue = (looked: Looked, input: Input, value: Json): string => {
  switch (input._tag) {
    case "Date":
      return say(value as LocalDate)
    case "DateTime": {
      const at = instantIn(plainText(value))
      return at === null ? plainText(value) : sayInstant(at)
    }
    case "YesOrNo":
      return value === true ? "Yes" : "No"
    case "Choice":
      return words(input.options, value)
    case "Several":
      return listed(value, (one) => words(input.options, one))
    case "Codes":
      return listed(value, (one) => sayCode(plainText(one)))
    case "References":
      return listed(value, (one) => labelOf(looked, input.to, plainText(one)))
    case "Rows":
      return listed(value, (one) => sayRow(looked, input.columns, one as JsonObject), "\n")
    case "Reference":
      return labelOf(looked, input.to, plainText(value))
    case "Code":
      return isEstablishment(input.example) ? plainText(value) : sayCode(plainText(value))
    case "Count":
    case "Text":
      return plainText(value)
  }
}
