/**
 * The shape of the house: what stands at the top, how files and folders are called, how a file opens and how long it
 * may be.
 */
import { isCode, isFixture, isTest, nameOf, type SourceTree } from "./SourceTree.ts"

const longest = 300

/** Source files that nobody reads on a few screens; tests, data and fixtures may be as long as they must. */
export const longFiles = (tree: SourceTree): ReadonlyArray<string> =>
  [...tree].filter(([path]) =>
    isCode(path) && !isTest(path) && !isFixture(path) && !nameOf(path).startsWith("BankHolidays")
  )
    .map(([path, text]) => [path, text.trimEnd().split("\n").length] as const)
    .filter(([, lines]) => lines > longest)
    .map(([path, lines]) => `${path}: has ${lines} lines; ${longest} is the most`)

/** A paragraph stands first, but for the line that says which program runs the file. */
const opens = /^(#!.*\n)?\/\*\*/

/** Files that begin without saying what they are. Of a rule its sentence says it, and an example is shown elsewhere. */
export const unopenedFiles = (tree: SourceTree): ReadonlyArray<string> =>
  [...tree].filter(([path, text]) => isCode(path) && !/^docs\/|\/rules\//.test(path) && !opens.test(text))
    .map(([path]) => `${path}: opens without a paragraph for someone who has never seen it`)

/** Names that every package has: its entry points, its manifests and settings, its read-me; and that of every story. */
const maybeRepeated =
  /^(index\.ts|testing\.ts|main\.ts|package\.json|tsconfig(\..+)?\.json|README\.md|CHANGELOG\.md|LICENSE|story\.json)$/

/** File names that occur twice: a search for an idea has one answer. */
export const repeatedNames = (tree: SourceTree): ReadonlyArray<string> => {
  const places = new Map<string, Array<string>>()
  for (const path of tree.keys()) {
    if (maybeRepeated.test(nameOf(path)) || isFixture(path)) continue
    const name = nameOf(path).toLowerCase()
    places.set(name, [...(places.get(name) ?? []), path])
  }
  return [...places.values()].filter((paths) => paths.length > 1)
    .map((paths) => `${paths.join(" and ")} have the same name`)
}

const topFolders = ["packages", "apps", "docs"]
const dotFolders = [".ci"]
const topFiles = (
  "README.md LICENSE SECURITY.md CHANGELOG.md CONTRIBUTING.md package.json pnpm-workspace.yaml pnpm-lock.yaml .npmrc " +
  "vitest.workspace.ts vitest.config.ts tsconfig.base.json tsconfig.json dprint.json .oxlintrc.json knip.json " +
  ".gitignore .gitattributes .editorconfig"
).split(" ")

/** What stands at the top and does not belong there, and what is missing. */
export const strayAtTheTop = (tree: SourceTree): ReadonlyArray<string> => {
  const paths = [...tree.keys()]
  const folders = new Set(paths.filter((path) => path.includes("/")).map((path) => path.split("/")[0] ?? ""))
  const files = paths.filter((path) => !path.includes("/"))
  return [
    ...[...folders].filter((name) => ![...topFolders, ...dotFolders].includes(name))
      .map((name) => `${name}/: the top holds ${topFolders.join(", ")} and files`),
    ...topFolders.filter((name) => !folders.has(name)).map((name) => `${name}/: is missing`),
    ...files.filter((name) => !topFiles.includes(name)).map((name) => `${name}: does not belong at the top`)
  ]
}

const emptyWords = /^(utils?|types?|common|helpers?)$/i
const emptyFiles = /^(constants?|utils?|types|common|helpers?)\.(ts|mts|js|mjs)$/i

/** Folders and files named after nothing in particular. */
export const emptyNames = (tree: SourceTree): ReadonlyArray<string> =>
  [...tree.keys()].flatMap((path) => {
    const folder = path.split("/").slice(0, -1).find((part) => emptyWords.test(part))
    if (folder !== undefined) return [`${path}: a folder named ${folder} says nothing; name the idea`]
    return emptyFiles.test(nameOf(path)) ? [`${path}: the name says nothing; name the idea`] : []
  })
