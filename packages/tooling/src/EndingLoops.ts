/**
 * Loops that end: a mutant may make a loop endless, and nothing from outside could stop it.
 *
 * Each loop counts its turns in what the tests share ({@link MutantTrials}), and fails once they are too many.
 */
import { isNode, type Node, parse, visit } from "./Syntax.ts"

const loops = new Set(["ForStatement", "ForOfStatement", "ForInStatement", "WhileStatement", "DoWhileStatement"])

/** Where Stryker counts what is reached, which has a loop of its own. */
const countingIn = (tree: Node): { readonly start: number; readonly end: number } => {
  const found = { start: 0, end: 0 }
  visit(tree, (node) => {
    const { id } = node
    if (node["type"] !== "FunctionDeclaration" || !isNode(id) || !String(id["name"]).startsWith("stryCov_")) return
    Object.assign(found, { start: Number(node["start"]), end: Number(node["end"]) })
  })
  return found
}

/** The text with each loop counting its turns. */
export const withEndingLoops = (path: string, text: string): string => {
  const insertions: Array<{ readonly at: number; readonly text: string }> = []
  const tree = parse(path, text)
  const own = countingIn(tree)
  visit(tree, (node) => {
    const body = node["body"]
    if (!loops.has(String(node["type"])) || !isNode(body)) return
    const [start, end] = [Number(body["start"]), Number(body["end"])]
    if (start < own.end && end > own.start) return
    insertions.push({ at: start, text: "{ $turn();" }, { at: end, text: "}" })
  })
  // From the end, so that places before stay where they are
  const looping = insertions.sort((a, b) => b.at - a.at)
    .reduce((whole, { at, text }) => whole.slice(0, at) + text + whole.slice(at), text)
  return `${looping}
function $turn() {
  const tried = globalThis.__stryker__
  if (++tried.turns > tried.mostTurns) throw new Error("The loop does not end")
}
`
}
