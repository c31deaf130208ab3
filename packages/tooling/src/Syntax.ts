/**
 * What a source file says, without its comments and strings: what it imports, and which names of the host it uses.
 *
 * A search with patterns would find `Date` in a comment and miss it in `new (Date)`; so the file is parsed.
 */
import { parseSync } from "oxc-parser"

/** A node of the syntax tree; the checks look at few kinds of it, by name. */
export type Node = Readonly<Record<string, unknown>>

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node)["type"] === "string"

const parsed = new Map<string, Node>()

/** The tree of a file; several checks look at the same file, which is parsed once. */
export const parse = (path: string, text: string): Node => {
  const key = `${path}\n${text}`
  const known = parsed.get(key)
  if (known !== undefined) return known
  const { program, errors } = parseSync(path, text)
  const [error] = errors
  if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}`)
  const tree = program as unknown as Node
  parsed.set(key, tree)
  return tree
}

/** Visits every node, with the node above it and the name under which it hangs there. */
export const visit = (node: Node, see: (node: Node, parent: Node | undefined, key: string) => void): void => {
  const walk = (current: Node, parent: Node | undefined, key: string): void => {
    see(current, parent, key)
    for (const [name, value] of Object.entries(current)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, current, name)
    }
  }
  walk(node, undefined, "")
}

const importing = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType"
])

/** Everything the file imports, also types, re-exports and `import()`; a computed `import()` is named `?`. */
export const importsOf = (path: string, text: string): ReadonlyArray<string> => {
  const found = new Set<string>()
  visit(parse(path, text), (node) => {
    if (!importing.has(String(node["type"])) || node["source"] === null || node["source"] === undefined) return
    const source = node["source"] as Node
    found.add(typeof source["value"] === "string" ? source["value"] : "?")
  })
  return [...found]
}

/** True where the name only labels something: `at.process`, `{ process: 1 }`, `interface A { process: string }`. */
const isLabel = (parent: Node, key: string): boolean =>
  (key === "property" || key === "key") && parent["computed"] !== true && parent["shorthand"] !== true ||
  key === "label" || parent["type"] === "TSQualifiedName" && key === "right"

export interface Names {
  /** Identifiers that stand for something: variables, globals, types. */
  readonly identifiers: ReadonlySet<string>
  /** Names taken from something: `random` in `Math.random` and in `Math["random"]`. */
  readonly members: ReadonlySet<string>
  readonly usesImportMeta: boolean
}

/** The names that a file uses. */
export const namesOf = (path: string, text: string): Names => {
  const identifiers = new Set<string>()
  const members = new Set<string>()
  let usesImportMeta = false
  visit(parse(path, text), (node, parent, key) => {
    if (node["type"] === "MetaProperty") usesImportMeta = true
    if (parent === undefined) return
    if (node["type"] === "Identifier") {
      const name = String(node["name"])
      if (isLabel(parent, key)) members.add(name)
      else identifiers.add(name)
    }
    if (key === "property" && node["type"] === "Literal") members.add(String(node["value"]))
  })
  return { identifiers, members, usesImportMeta }
}
