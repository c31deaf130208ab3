/**
 * The TypeScript in the documentation, as modules that can be compiled and run.
 *
 * A fenced block that begins with three backticks and `ts` is code. The blocks of one document are one module, in
 * their order; what a block says after the word decides otherwise:
 *
 * - `ts`         compiled and run, together with the other blocks of the document
 * - `ts alone`   compiled and run as a module of its own
 * - `ts no-run`  compiled as a module of its own, and not run: it would open a file or wait for a network
 *
 * A comment `// => value` behind an expression, behind `const name = ...` or on the next line claims its value, which
 * is itself an expression. Every claim of a block that runs is reached and compared. A line of a module is the same
 * line of its document, so an error points at the document.
 */
import { parseSync } from "oxc-parser"
import { isNode, type Node, visit } from "./Syntax.ts"

/** One module out of one document. */
export interface DocModule {
  /** The document and, for a module of its own, the line of its block: `docs/do/pause.md` or `README.md:12`. */
  readonly name: string
  readonly code: string
  readonly runs: boolean
}

interface Block {
  readonly line: number
  readonly manner: "together" | "alone" | "no-run"
  readonly lines: ReadonlyArray<string>
}

const manners: Readonly<Record<string, Block["manner"]>> = { "": "together", alone: "alone", "no-run": "no-run" }

const blocksOf = (document: string, markdown: string): ReadonlyArray<Block> => {
  const lines = markdown.split("\n")
  const blocks: Array<Block> = []
  for (let index = 0; index < lines.length; index++) {
    const [, indent, fence, language = "", info = ""] = /^(\s*)(`{3,})(\w*) *(.*?)\s*$/.exec(lines[index] ?? "") ?? []
    if (indent === undefined || fence === undefined) continue
    const start = index + 1
    const closes = (line: string) => line.trim() === fence
    while (index + 1 < lines.length && !closes(lines[index + 1] ?? "")) index++
    const end = ++index
    if (!/^(ts|typescript)$/.test(language)) continue
    const manner = manners[info]
    if (manner === undefined) throw new SyntaxError(`${document}:${start}: a block is ts, ts alone or ts no-run`)
    const inside = lines.slice(start, end).map((line) => line.startsWith(indent) ? line.slice(indent.length) : line)
    blocks.push({ line: start, manner, lines: inside })
  }
  return blocks
}

/** The code of the blocks, each on the lines where it stands in the document. */
const placed = (blocks: ReadonlyArray<Block>): string => {
  const lines: Array<string> = []
  for (const block of blocks) {
    while (lines.length < block.line) lines.push("")
    lines.push(...block.lines)
  }
  return lines.join("\n")
}

/** The modules of one document. */
export const modulesOf = (document: string, markdown: string): ReadonlyArray<DocModule> => {
  const blocks = blocksOf(document, markdown)
  const together = blocks.filter(({ manner }) => manner === "together")
  const apart = blocks.filter(({ manner }) => manner !== "together").map((block) => ({
    name: `${document}:${block.line}`,
    code: placed([block]),
    runs: block.manner === "alone"
  }))
  return together.length === 0 ? apart : [{ name: document, code: placed(together), runs: true }, ...apart]
}

interface Claim {
  readonly line: number
  /** Where the comment begins. */
  readonly start: number
  readonly value: string
}

const parses = (expression: string): boolean => parseSync("claim.ts", `void (${expression}\n)`).errors.length === 0

/** A value that is longer than a line goes on in the comments below it. */
const claimsOf = (name: string, code: string): ReadonlyArray<Claim> => {
  const { comments } = parseSync("document.ts", code)
  return comments.flatMap(({ start, value }, index) => {
    if (!value.startsWith(" =>")) return []
    const line = code.slice(0, start).split("\n").length
    let text = value.slice(3)
    for (let next = index + 1; !parses(text) && next < comments.length; next++) text += `\n${comments[next]?.value}`
    if (!parses(text)) {
      throw new SyntaxError(`${name}:${line}: what follows // => is not a value: ${value.slice(3).trim()}`)
    }
    return [{ line, start, value: text.trim() }]
  })
}

interface Insertion {
  readonly at: number
  readonly text: string
}

const numberOf = (node: Node, end: "start" | "end"): number => Number(node[end])

/** `console.log(x)` claims the value of x. */
const claimed = (expression: Node): Node => {
  const callee = expression["callee"]
  const [only] = expression["type"] === "CallExpression" ? expression["arguments"] as ReadonlyArray<Node> : []
  const isLog = isNode(callee) && isNode(callee["object"]) && callee["object"]["name"] === "console"
  return isLog && only !== undefined ? only : expression
}

/** What to write into the code so that the statement reports its value. */
const reporting = (statement: Node, { line, value }: Claim): ReadonlyArray<Insertion> | undefined => {
  const opening = `globalThis.claims.reach(${line}, (`
  const closing = `), () => (${value.replaceAll("\n", " ")}))`
  const expression = statement["expression"]
  if (statement["type"] === "ExpressionStatement" && isNode(expression)) {
    const about = claimed(expression)
    return [{ at: numberOf(about, "start"), text: opening }, { at: numberOf(about, "end"), text: closing }]
  }
  const [declaration] = statement["type"] === "VariableDeclaration"
    ? statement["declarations"] as ReadonlyArray<Node>
    : []
  const id = declaration?.["id"]
  if (!isNode(id) || id["type"] !== "Identifier") return undefined
  return [{ at: numberOf(statement, "end"), text: `; ${opening}${String(id["name"])}${closing}` }]
}

/** A module that reports its claims, and the lines on which it makes them. */
export interface Reporting {
  readonly code: string
  readonly lines: ReadonlyArray<number>
}

/** Writes into the code that every claim is reported to `globalThis.claims.reach(line, value, claimed)`. */
export const withClaims = ({ code, name }: DocModule): Reporting => {
  const claims = claimsOf(name, code)
  const statements: Array<Node> = []
  visit(parseSync("document.ts", code).program as unknown as Node, (node) => {
    if (node["type"] === "ExpressionStatement" || node["type"] === "VariableDeclaration") statements.push(node)
  })
  const insertions = claims.flatMap((claim) => {
    // The statement that ends last before the comment, with nothing but space between the two
    const about = statements.filter((node) => numberOf(node, "end") <= claim.start)
      .filter((node) => code.slice(numberOf(node, "end"), claim.start).trim() === "")
      .sort((a, b) => numberOf(b, "start") - numberOf(a, "start"))
    const inserted = about.map((statement) => reporting(statement, claim)).find((found) => found !== undefined)
    if (inserted === undefined) throw new SyntaxError(`${name}:${claim.line}: // => stands behind no expression`)
    return inserted
  })
  const written = [...insertions].sort((a, b) => b.at - a.at)
    .reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), code)
  return { code: written, lines: claims.map(({ line }) => line) }
}
