/**
 * Commands: what a person may ask for, with the questions that they are asked.
 *
 * One definition gives the check of the input, the form page, the operation in the API document and the public input
 * that stands in the evidence. Personal values never reach a decision; what a rule needs of them is derived here, by
 * one pure function, as a public fact that says less.
 */
import { publicOf, readFields } from "./Field.ts"
import type { FieldProblem, Fields, PublicValues, Values } from "./Field.ts"
import { text } from "./Kind.ts"

/** A soft rule that somebody decided not to follow, and why. */
export interface Override {
  readonly rule: string
  readonly reason: string
}

/** A command with its values, as somebody gives it. */
export type Given<Name extends string = string, F extends Fields = Fields> =
  & { readonly _tag: Name; readonly overrides?: ReadonlyArray<Override> }
  & Values<F>

/** What became of an input: a command, or every problem at once. */
export type Reading<C> =
  | { readonly _tag: "Right"; readonly command: C }
  | { readonly _tag: "Wrong"; readonly problems: ReadonlyArray<FieldProblem> }

type Derive<F extends Fields, P extends Fields> = (values: Values<F>) => PublicValues<P>

export interface Command<Name extends string = string, F extends Fields = Fields, P extends Fields = Fields> {
  readonly name: Name
  readonly life: string
  /** What it does, as a heading: "Sign off shadowing". */
  readonly title: string
  readonly says: string
  /** Whether it begins a new instance, whose id the sender chooses. */
  readonly begins: boolean
  readonly fields: F
  /** Public facts that are derived from the values, personal ones included. */
  readonly derives: P
  /** Makes a command. Throws a `RangeError` that names every field that is wrong: for commands written in code. */
  make(values: Values<F> & { readonly overrides?: ReadonlyArray<Override> }): Given<Name, F>
  /** Reads a command from outside. */
  read(input: Readonly<Record<string, unknown>>): Reading<Given<Name, F>>
  /** What a decision sees. */
  publicInput(given: Given<Name, F>): PublicValues<F> & PublicValues<P>
}

interface Body<F extends Fields> {
  readonly title: string
  readonly says: string
  readonly begins?: boolean
  readonly fields: F
}

const reasonText = text(2000, true)

const isOverride = (value: unknown): value is Override =>
  typeof value === "object" && value !== null && "rule" in value && "reason" in value &&
  typeof value.rule === "string" && /^[A-Z]+-\d{1,3}$/.test(value.rule) &&
  reasonText.decode(value.reason)._tag === "Right" &&
  Object.keys(value).length === 2

const areOfDifferentRules = (overrides: ReadonlyArray<Override>): boolean =>
  new Set(overrides.map((one) => one.rule)).size === overrides.length

const overrideProblems = (input: unknown): ReadonlyArray<FieldProblem> =>
  input === undefined ||
    (Array.isArray(input) && input.length <= 20 && input.every(isOverride) && areOfDifferentRules(input))
    ? []
    : [{
      field: "overrides",
      says: "must be a list of a rule id and a reason of 1 to 2000 characters each"
    }]

/** What is recorded or planned lies before this day, so that whatever is counted from it is a date as well. */
const lastDay = "2100-12-31"

const dateProblems = (fields: Fields, values: Readonly<Record<string, unknown>>): ReadonlyArray<FieldProblem> =>
  Object.entries(fields).flatMap(([name, { kind }]) => {
    const value = values[name]
    return kind.input._tag === "Date" && typeof value === "string" && value > lastDay
      ? [{ field: name, says: `must be a date up to ${lastDay}` }]
      : []
  })

const noneDerived = () => ({})

/** Declares a command of a life. */
export const command = <const Name extends string, const F extends Fields>(
  life: string,
  name: Name,
  body: Body<F>
): Command<Name, F, Record<never, never>> => deriving(life, name, body, {}, noneDerived)

/** Declares a command whose decision also sees public facts derived from the values. */
export const deriving = <const Name extends string, const F extends Fields, const P extends Fields>(
  life: string,
  name: Name,
  body: Body<F>,
  derives: P,
  derive: Derive<F, P>
): Command<Name, F, P> => {
  const read = (input: Readonly<Record<string, unknown>>): Reading<Given<Name, F>> => {
    const { _tag: tag, overrides, ...rest } = input
    const fields = readFields(body.fields, rest)
    const problems = [
      ...(tag === undefined || tag === name ? [] : [{ field: "_tag", says: `must be ${name}` }]),
      ...(fields._tag === "Wrong" ? fields.problems : dateProblems(body.fields, fields.values)),
      ...overrideProblems(overrides)
    ]
    if (fields._tag === "Wrong" || problems.length > 0) return { _tag: "Wrong", problems }
    const reasons = Array.isArray(overrides) && overrides.length > 0 ? { overrides } : {}
    return { _tag: "Right", command: { _tag: name, ...fields.values, ...reasons } }
  }
  return {
    name,
    life,
    title: body.title,
    says: body.says,
    begins: body.begins ?? false,
    fields: body.fields,
    derives,
    read,
    make(values) {
      const reading = read(values)
      if (reading._tag === "Right") return reading.command
      throw new RangeError(`${name}: ${reading.problems.map((wrong) => `${wrong.field} ${wrong.says}`).join("; ")}`)
    },
    publicInput: (given) => {
      const { _tag, overrides, ...values } = given
      return { ...publicOf(body.fields, values), ...derive(given) }
    }
  }
}
