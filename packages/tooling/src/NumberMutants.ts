/**
 * Numbers changed by one, which Stryker does not do: a limit of 14 days that is 13 or 15 has to fail a test.
 */
import { parse, visit } from "./Syntax.ts"

/** Replaces the characters from `start` until `end`. */
export interface NumberMutant {
  readonly start: number
  readonly end: number
  readonly was: string
  readonly becomes: string
}

/** Two mutants for each whole number that is written in the code; types and words are left alone. */
export const numberMutantsOf = (path: string, text: string): ReadonlyArray<NumberMutant> => {
  const mutants: Array<NumberMutant> = []
  visit(parse(path, text), (node, parent) => {
    const value = node["value"]
    if (node["type"] !== "Literal" || typeof value !== "number" || !Number.isInteger(value)) return
    if (parent?.["type"] === "TSLiteralType") return
    const [start, end] = [Number(node["start"]), Number(node["end"])]
    const was = text.slice(start, end)
    for (const becomes of [value - 1, value + 1]) mutants.push({ start, end, was, becomes: `(${becomes})` })
  })
  return mutants
}

/** The text with the mutant in it. */
export const mutated = (text: string, { becomes, end, start }: NumberMutant): string =>
  text.slice(0, start) + becomes + text.slice(end)
