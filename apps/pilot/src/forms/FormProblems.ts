/**
 * Form problems: what is wrong with an answer, in the words of a page.
 *
 * The law says it for programs (`must be written like 2016-04-04`); here the same is said for people, who typed a date
 * in three boxes or chose nothing.
 */
import type { Field, FieldProblem } from "@peerwork/core"
import { datePartsOf, timeTyped } from "./FormInput.ts"

const missing = (field: Field): string => `${whatToDo(field)} to “${field.question}”`

const whatToDo = (field: Field): string => {
  switch (field.kind.input._tag) {
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
  if (left.length > 0 && left.length < parts.length) return `The date must include a ${left.join(" and a ")}`
  const { year } = datePartsOf(form, name)
  return /^\d{4}$/.test(year) ? "The date must be a real date" : "The year must include 4 numbers"
}

const dateTimeProblem = (form: URLSearchParams, name: string): string => {
  const time = timeTyped(form, name)
  if (Object.values(datePartsOf(form, name)).some((part) => part === "")) return dateProblem(form, name)
  return time === "" ? "The date must include a time" : "The date and time must be real, with a time like 14:00"
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What to show beside the question. */
export const sayProblem = (field: Field, form: URLSearchParams, { field: name, says }: FieldProblem): string => {
  if (says.startsWith("is missing")) return missing(field)
  switch (field.kind.input._tag) {
    case "Date":
      return dateProblem(form, name)
    case "DateTime":
      return dateTimeProblem(form, name)
    case "Choice":
    case "YesOrNo":
    case "Several":
    case "Reference":
    case "References":
      return "Select one of the answers"
    case "Rows":
    case "Count":
    case "Code":
    case "Codes":
    case "Text":
      return sentence(`the answer ${says}`)
  }
}
