/**
 * Numbers changed by one, which Stryker does not do: a limit of 14 days that is 13 or 15 has to fail a test.
 */
import { isNode, type Node, parse, visit } from "./Syntax.ts"

/** Replaces the characters from `start` until `end`. */
export interface NumberMutant {
  readonly start: number
  readonly end: number
  readonly was: string
  readonly becomes: string
}

interface Range {
  readonly start: number
  readonly end: number
}

const rangeOf = (node: Node): Range => ({ start: Number(node["start"]), end: Number(node["end"]) })

const isExample = ({ key, type }: Node): boolean => type === "Property" && isNode(key) && key["name"] === "example"

/** Where invented cases are shown: a test of all rules compares those with the rule book. */
const examplesIn = (tree: Node): ReadonlyArray<Range> => {
  const ranges: Array<Range> = []
  visit(tree, (node) => {
    if (isExample(node)) ranges.push(rangeOf(node))
  })
  return ranges
}

/** Two mutants for each whole number that is written in the code; types, words and examples are left alone. */
export const numberMutantsOf = (path: string, text: string): ReadonlyArray<NumberMutant> => {
  const mutants: Array<NumberMutant> = []
  const tree = parse(path, text)
  const examples = examplesIn(tree)
  visit(tree, (node, parent) => {
    const value = node["value"]
    if (node["type"] !== "Literal" || typeof value !== "number" || !Number.isInteger(value)) return
    if (parent?.["type"] === "TSLiteralType") return
    const { end, start } = rangeOf(node)
    if (examples.some((example) => example.start <= start && end <= example.end)) return
    const was = text.slice(start, end)
    for (const becomes of [value - 1, value + 1]) mutants.push({ start, end, was, becomes: `(${becomes})` })
  })
  return mutants
}

/** The text with the mutant in it. */
export const mutated = (text: string, { becomes, end, start }: NumberMutant): string =>
  text.slice(0, start) + becomes + text.slice(end)
