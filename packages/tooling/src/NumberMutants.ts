/**
 * Numbers changed by one, which Stryker does not do: a limit of 14 days that is 13 or 15 has to fail a test.
 */
import { isNode, parse, visit } from "./Syntax.ts"

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

const loops = new Set(["ForStatement", "ForOfStatement", "ForInStatement", "WhileStatement", "DoWhileStatement"])

/** More turns than all loops of a file take in its tests together. */
const mostTurns = 5_000_000

/** The text with the mutant in it, and with loops that fail when it has made them endless. */
export const mutatedToEnd = (path: string, text: string, mutant: NumberMutant): string => {
  const changed = mutated(text, mutant)
  const insertions: Array<{ readonly at: number; readonly text: string }> = []
  visit(parse(path, changed), (node) => {
    const body = node["body"]
    if (!loops.has(String(node["type"])) || !isNode(body)) return
    insertions.push({ at: Number(body["start"]), text: "{ $turn();" }, { at: Number(body["end"]), text: "}" })
  })
  // From the end, so that places before stay where they are; inner loops end before the outer ones
  const looping = insertions.sort((a, b) => b.at - a.at)
    .reduce((whole, { at, text }) => whole.slice(0, at) + text + whole.slice(at), changed)
  return `${looping}\nfunction $turn() { if (($turn.turns = ($turn.turns ?? 0) + 1) > ${mostTurns}) throw "endless" }\n`
}
