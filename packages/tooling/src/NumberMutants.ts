/**
 * Numbers changed by one, which Stryker does not do: a limit of 14 days that is 13 or 15 has to fail a test.
 */
import type { Changeable, Mutant } from "./MutantRuns.ts"
import { lineAt } from "./Survivors.ts"
import { isNode, type Node, parse, visit } from "./Syntax.ts"

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

/** The whole numbers that are written in the code; types, words and examples are left alone. */
const numbersIn = (path: string, text: string): ReadonlyArray<Range & { readonly value: number }> => {
  const numbers: Array<Range & { readonly value: number }> = []
  const tree = parse(path, text)
  const examples = examplesIn(tree)
  visit(tree, (node, parent, key) => {
    const value = node["value"]
    if (node["type"] !== "Literal" || typeof value !== "number" || !Number.isInteger(value)) return
    if (parent?.["type"] === "TSLiteralType" || (key === "key" && parent?.["computed"] === false)) return
    const { end, start } = rangeOf(node)
    if (!examples.some((example) => example.start <= start && end <= example.end)) numbers.push({ start, end, value })
  })
  return numbers
}

/** Chooses between a number and its two mutants; what the tests reach is written down where Stryker's mutants are. */
const choosing = `
function $number(down, up, value) {
  const tried = globalThis.__stryker__
  const seen = tried.currentTestId === undefined
    ? tried.mutantCoverage.static
    : tried.mutantCoverage.perTest[tried.currentTestId] ??= {}
  seen[down] = seen[up] = 1
  return tried.activeMutant === down ? value - 1 : tried.activeMutant === up ? value + 1 : value
}
`

/** The file with two mutants for each of its numbers in it, one less and one more. */
export const withNumberMutants = (file: string, text: string): Changeable => {
  const mutants: Array<Mutant> = []
  let [changeable, from] = ["", 0]
  for (const { end, start, value } of numbersIn(file, text)) {
    const [line, was] = [lineAt(text, start), text.slice(start, end)]
    const [down, up] = [value - 1, value + 1].map((one) => ({ id: `${file}:${start}:${one}`, becomes: `${one}` }))
    mutants.push({ ...down!, file, line, was }, { ...up!, file, line, was })
    changeable += `${text.slice(from, start)}$number("${down!.id}", "${up!.id}", ${was})`
    from = end
  }
  return { file, text: changeable + text.slice(from) + choosing, mutants }
}
