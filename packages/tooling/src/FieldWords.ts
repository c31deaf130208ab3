/**
 * Fields and kinds of value in the words of the look-up pages: what may stand there, and whom it concerns.
 */
import type { Column, Field, Fields, Input, Kind } from "@peerwork/core"

const article = (noun: string): string => /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`

const spaced = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase()

type Options = Readonly<Record<string, string>>

/** A longer list than this stands in a table of its own. */
const shortList = 6

const isLong = (options: Options): boolean => Object.keys(options).length > shortList

const coded = (options: Options): string =>
  isLong(options)
    ? `${Object.keys(options).length} codes, from \`${Object.keys(options)[0]}\` on`
    : Object.entries(options).map(([code, words]) => `\`${code}\` (${words})`).join(", ")

/** A count that may be as large as this has no bound that anybody would want to know. */
const unbounded = 100_000

const columnWords = (columns: Readonly<Record<string, Column>>): string =>
  Object.entries(columns).map(([name, { input, optional }]) =>
    `\`${name}\` (${inputWords(input)}${optional ? "; may be left out" : ""})`
  ).join(", ")

/** What a value of the kind may be. */
const inputWords = (input: Input): string => {
  switch (input._tag) {
    case "Date":
      return input.notAfterToday ? "date, today or before" : "date"
    case "DateTime":
      return input.notAfterNow ? "date and time, now or before" : "instant"
    case "YesOrNo":
      return "yes or no"
    case "Count":
      return input.min === 0 && input.max >= unbounded ? "whole number" : `whole number, ${input.min} to ${input.max}`
    case "Choice":
      return `one of ${coded(input.options)}`
    case "Several":
      return `any of ${coded(input.options)}`
    case "Code":
      return `code in capitals, such as \`${input.example}\``
    case "Codes":
      return `codes in capitals, such as \`${input.example}\``
    case "Reference":
      return `id of ${article(spaced(input.to))}`
    case "References":
      return `ids of ${spaced(input.to)}, at most ${input.most}`
    case "Rows":
      return `at most ${input.most} rows of ${columnWords(input.columns)}`
    case "Text":
      return `text, at most ${input.maxLength} characters`
  }
}

/** What a value of the kind may be, and whether it may be none. */
export const kindWords = ({ decode, input }: Kind<unknown>): string =>
  inputWords(input) + (decode(null)._tag === "Right" ? ", or none" : "")

const whose = (subject: string): string => subject === "actor" ? "whoever acts" : `the ${spaced(subject)}`

/** Whom a field concerns and where it is kept. */
const classificationWords = (field: Field): string => {
  switch (field.classification) {
    case "open":
      return "public"
    case "tagged":
      return `public, tag \`${field.tag}\``
    case "personal":
      return `**personal**, about ${whose(field.subject)}, kept as ${field.keep}`
  }
}

/** A cell of a table cannot hold a bar or a line break. */
export const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ")

const optionsOf = ({ kind: { input } }: Field): Options | null =>
  input._tag === "Choice" || input._tag === "Several" ? input.options : null

/** The lists of codes that are too long for a cell, each once, under the fields that take them. */
export const listTables = (definitions: ReadonlyArray<Fields>): ReadonlyArray<string> => {
  const lists = new Map<string, { readonly options: Options; readonly names: Set<string> }>()
  for (const [name, field] of definitions.flatMap((fields) => Object.entries(fields))) {
    const options = optionsOf(field)
    if (options === null || !isLong(options)) continue
    const key = JSON.stringify(options)
    const list = lists.get(key) ?? { options, names: new Set() }
    lists.set(key, list)
    list.names.add(`\`${name}\``)
  }
  return [...lists.values()].flatMap(({ names, options }) => [
    `### Codes of ${[...names].join(" and ")}, from \`${Object.keys(options)[0]}\` on`,
    "",
    "| Code | Meaning |",
    "| --- | --- |",
    ...Object.entries(options).map(([code, words]) => `| \`${code}\` | ${cell(words)} |`),
    ""
  ])
}

/** A table of the fields, or a sentence where there are none. */
export const fieldTable = (fields: Fields): ReadonlyArray<string> => {
  const rows = Object.entries(fields).map(([name, field]) => {
    const value = field.classification === "personal" && field.lookup !== null
      ? `${spaced(field.lookup)}, such as \`A1234AA\``
      : kindWords(field.kind)
    const kind = field.optional === true ? `${value}; may be left out` : value
    return `| \`${name}\` | ${cell(field.question)} | ${cell(kind)} | ${classificationWords(field)} |`
  })
  return rows.length === 0
    ? ["It has no fields."]
    : ["| Field | What it is | Value | Concerns |", "| --- | --- | --- | --- |", ...rows]
}
