/**
 * Questions: a command's fields as the controls of a page, with what was filled in and what is wrong with it.
 *
 * Everything comes from the definition: the question is the label, the hint its hint, the kind of value decides the
 * control. A page shows these values through the components of the design system and adds nothing.
 */
import { instantIn, say, sayInstant } from "@peerwork/core"
import type { Command, Field, FieldProblem, Fields, Input, Json, LocalDate } from "@peerwork/core"
import { labelOf, plainText, sayCode } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { datePartsOf, timeTyped } from "./FormInput.ts"
import { sayProblem } from "./FormProblems.ts"
import type { Option } from "./References.ts"

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
  /** Decided already: sent along, and shown unless nobody could read it. */
  | { readonly _tag: "Given"; readonly value: string; readonly shown: string | null }

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
  /** The records that each reference can name. */
  readonly choices: ReadonlyMap<string, ReadonlyArray<Option>>
  readonly problems: ReadonlyArray<FieldProblem>
}

/** More answers than this are offered in a select instead of radios. */
const mostRadios = 8

const optionsIn = (options: Readonly<Record<string, string>>): ReadonlyArray<Option> =>
  Object.entries(options).map(([value, text]) => ({ value, text }))

const choice = (options: ReadonlyArray<Option>, value: string): Control => ({
  _tag: options.length > mostRadios ? "Select" : "Radios",
  options,
  value
})

const controlOf = ({ choices, form }: FormState, name: string, input: Input): Control => {
  const value = form.get(name) ?? ""
  switch (input._tag) {
    case "Date":
      return { _tag: "Date", ...datePartsOf(form, name) }
    case "DateTime":
      return { _tag: "DateTime", ...datePartsOf(form, name), time: timeTyped(form, name) }
    case "YesOrNo":
      return { _tag: "Radios", options: optionsIn({ yes: "Yes", no: "No" }), value }
    case "Choice":
      return choice(optionsIn(input.options), value)
    case "Several":
      return { _tag: "Checkboxes", options: optionsIn(input.options), values: form.getAll(name) }
    case "Reference": {
      const options = choices.get(name)
      return options === undefined
        ? { _tag: "Input", value, width: null, numeric: false }
        : { _tag: "Select", options, value }
    }
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
  shown: input._tag === "Reference" && !(command.begins && name === command.life)
    ? labelOf(looked, input.to, value)
    : null
})

const questionOf = (state: FormState, name: string, field: Field & { readonly optional?: true }): Question => {
  const { form, given, problems } = state
  const value = given.get(name)
  const wrong = problems.find((problem) => problem.field === name)
  const optional = field.optional === true
  return {
    name,
    text: optional ? `${field.question} (optional)` : field.question,
    hint: field.hint,
    optional,
    control: value === undefined
      ? controlOf(state, name, field.kind.input)
      : givenControl(state, name, field.kind.input, value),
    error: wrong === undefined ? null : sayProblem(field, form, wrong)
  }
}

/** The questions of a form page, in the order of the definition. */
export const questionsOf = (state: FormState): ReadonlyArray<Question> =>
  Object.entries<Fields[string]>(state.command.fields).map(([name, field]) => questionOf(state, name, field))

/** Where a link to the question leads: to the first thing that can be filled in. */
export const anchorOf = (
  { control, name }: Question
): string => (control._tag === "Date" || control._tag === "DateTime" ? `${name}-day` : name)

/** Codes of establishments are read as they are. */
const isEstablishment = (example: string): boolean => /^[A-Z]{3}$/.test(example)

const words = (options: Readonly<Record<string, string>>, value: Json): string =>
  options[plainText(value)] ?? plainText(value)

/** An answer as people read it, for "check your answers". */
export const sayAnswer = (looked: Looked, { kind }: Field, value: Json | undefined): string => {
  if (value === undefined) return "Not provided"
  const { input } = kind
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
      return Array.isArray(value) && value.length > 0
        ? value.map((one: Json) => words(input.options, one)).join(", ")
        : "None"
    case "Codes":
      return Array.isArray(value) && value.length > 0
        ? value.map((one: Json) => sayCode(plainText(one))).join(", ")
        : "None"
    case "Reference":
      return labelOf(looked, input.to, plainText(value))
    case "Code":
      return isEstablishment(input.example) ? plainText(value) : sayCode(plainText(value))
    case "Count":
    case "Text":
      return plainText(value)
  }
}
