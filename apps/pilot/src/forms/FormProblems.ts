/**
 * Form problems: what is wrong with an answer, in the words of a page.
 *
 * The law says it for programs (`must be written like 2016-04-04`); here the same is said for people, who typed a date
 * in three boxes or chose nothing. Each says to which question it belongs, and in a table also to whose row: the summary
 * at the top of the page is read before the questions.
 */
import type { Field, FieldProblem, Input, RowProblem } from "@peerwork/core"
import { datePartsOf, timeTyped } from "./FormInput.ts"

const whatToDo = (input: Input): string => {
  switch (input._tag) {
    case "Date":
      return "Enter a date as the answer"
    case "DateTime":
      return "Enter a date and a time as the answer"
    case "Choice":
    case "YesOrNo":
    case "Several":
    case "Reference":
    case "References":
      return "Select an answer"
    case "Rows":
    case "Count":
    case "Code":
    case "Codes":
    case "Text":
      return "Enter an answer"
  }
}

const dateProblem = (form: URLSearchParams, name: string): string => {
  const parts = Object.entries(datePartsOf(form, name))
  const left = parts.filter(([, part]) => part === "").map(([part]) => part)
  if (left.length > 0 && left.length < parts.length) return `must include a ${left.join(" and a ")}`
  const { year } = datePartsOf(form, name)
  return /^\d{4}$/.test(year) ? "must be a real date" : "must have a year of 4 numbers"
}

const dateTimeProblem = (form: URLSearchParams, name: string): string => {
  const time = timeTyped(form, name)
  if (Object.values(datePartsOf(form, name)).some((part) => part === "")) return dateProblem(form, name)
  return time === "" ? "must include a time" : "must be a real date and time, with a time like 14:00"
}

/** Of an answer that is there and cannot be taken. */
const saysOf = (input: Input, question: string, says: string): string => {
  switch (input._tag) {
    case "Choice":
    case "YesOrNo":
    case "Several":
    case "Reference":
    case "References":
      return `Select one of the answers to ${question}`
    case "Date":
    case "DateTime":
    case "Rows":
    case "Count":
    case "Code":
    case "Codes":
    case "Text":
      return `The answer to ${question} ${says}`
  }
}

const quoted = (question: string): string => `“${question}”`

const isMissing = (says: string): boolean => says.startsWith("is missing")

/** What to show beside the question. */
export const sayProblem = (field: Field, form: URLSearchParams, { field: name, says }: FieldProblem): string => {
  const { kind: { input }, question } = field
  if (isMissing(says)) return `${whatToDo(input)} to ${quoted(question)}`
  const typed = input._tag === "Date"
    ? dateProblem(form, name)
    : input._tag === "DateTime"
    ? dateTimeProblem(form, name)
    : says
  return saysOf(input, quoted(question), typed)
}

/** What to show beside a control of a table: `whose` is the thing that its row speaks of, or which line it is. */
export const sayRowProblem = (
  { input, question }: { readonly input: Input; readonly question: string },
  whose: string,
  { says }: RowProblem
): string => {
  const asked = `${quoted(question)} for ${whose}`
  return isMissing(says) ? `${whatToDo(input)} to ${asked}` : saysOf(input, asked, says)
}
