/**
 * Arrows between packages point inwards, in imports and in manifests; core and ledger stand on almost nothing.
 */
import { isCode, isTest, packageOf, type SourceTree } from "./SourceTree.ts"
import { importsOf } from "./Syntax.ts"

/** Whom each package may know. A package that is not named here has no place in the house yet. */
const mayKnow: Readonly<Record<string, ReadonlyArray<string>>> = {
  "packages/core": [],
  "packages/ledger": [],
  "packages/store": ["core", "ledger"],
  "packages/store-sqlite": ["ledger", "store"],
  "packages/store-postgres": ["store"],
  "packages/interop": ["core"],
  "packages/replay": ["core", "ledger", "store", "store-sqlite", "interop"],
  "packages/tooling": ["core", "ledger", "store", "store-sqlite", "store-postgres", "interop", "replay"],
  "apps/pilot": ["core", "ledger", "store", "store-sqlite", "store-postgres", "interop", "replay"]
}

const scope = "@peerwork/"
/** `@peerwork/store/contract` is the package `store`. */
const named = (specifier: string): string => specifier.slice(scope.length).split("/")[0] ?? ""

const leaves = (path: string, specifier: string): boolean => {
  const parts = path.split("/").slice(0, -1)
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop()
    else if (part !== ".") parts.push(part)
  }
  const target = parts.join("/")
  const home = packageOf(path)
  return home !== undefined && !`${target}/`.startsWith(`${home}/`)
}

const knows = (path: string, home: string, specifiers: ReadonlyArray<string>): ReadonlyArray<string> => {
  const allowed = mayKnow[home]
  if (allowed === undefined) return [`${path}: ${home} has no place among the arrows`]
  return specifiers.filter((specifier) => specifier.startsWith(scope)).map(named)
    .filter((name) => !allowed.includes(name) && !home.endsWith(`/${name}`))
    .map((name) => `${path}: ${home} may not know ${scope}${name}`)
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** Imports and manifests that point outwards, and relative imports that leave their package. */
export const arrowsOutwards = (tree: SourceTree): ReadonlyArray<string> =>
  [...tree].flatMap(([path, text]) => {
    const home = packageOf(path)
    if (home === undefined) return []
    if (path === `${home}/package.json`) {
      const { dependencies, devDependencies, peerDependencies } = JSON.parse(text) as Manifest
      return knows(path, home, Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }))
    }
    if (!path.startsWith(`${home}/src/`) || !isCode(path)) return []
    const imports = importsOf(path, text)
    const leaving = home === "packages/tooling"
      ? []
      : imports.filter((name) => name.startsWith(".") && leaves(path, name))
    return [...knows(path, home, imports), ...leaving.map((name) => `${path}: ${name} leaves ${home}`)]
  })

/** What the two innermost packages may import besides their own files. */
const standsOn = (path: string): ReadonlyArray<string> | undefined => {
  if (isTest(path) || !isCode(path)) return undefined
  if (/^packages\/core\/src\/(testing\.ts$|testing\/)/.test(path)) return ["effect/Schema", "fast-check"]
  if (path.startsWith("packages/core/src/")) return ["effect/Schema"]
  if (path.startsWith("packages/ledger/src/testing/")) return ["node:buffer", "node:crypto", "fast-check"]
  if (path.startsWith("packages/ledger/src/")) return ["node:crypto"]
  return undefined
}

/** Imports of core and ledger that an embedder would have to bring along. */
export const foreignImports = (tree: SourceTree): ReadonlyArray<string> =>
  [...tree].flatMap(([path, text]) => {
    const allowed = standsOn(path)
    if (allowed === undefined) return []
    return importsOf(path, text).filter((name) => !name.startsWith(".") && !allowed.includes(name))
      .map((name) => `${path}: imports ${name}, but may import only its own files and ${allowed.join(" and ")}`)
  })
