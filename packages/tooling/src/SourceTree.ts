/**
 * The files of the repository as a plain map from path to text.
 *
 * Every check of the house takes such a map, so that a test can hand it a small tree with one thing wrong. What
 * `.gitignore` names is not part of the repository; the patterns it may use are a folder (`dist/`), an ending
 * (`*.log`), a name (`.env`) and each of them at the top only (`/data/`), and nothing cleverer.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** Paths are relative to the top, with `/` between the parts. */
export type SourceTree = ReadonlyMap<string, string>

/** A tree written down in a test. */
export const treeOf = (files: Readonly<Record<string, string>>): SourceTree => new Map(Object.entries(files))

/** Tells of a path whether the patterns name it. */
export const ignoring = (gitignore: string) => {
  const patterns = gitignore.split("\n").map((line) => line.trim()).filter((line) =>
    line !== "" && !line.startsWith("#")
  )
  return (path: string, isFolder: boolean): boolean =>
    path === ".git" || patterns.some((pattern) => {
      const wanted = pattern.replace(/^\//, "").replace(/\/$/, "")
      const name = pattern.startsWith("/") ? path : nameOf(path)
      if (pattern.endsWith("/") && !isFolder) return false
      return wanted.startsWith("*") ? name.endsWith(wanted.slice(1)) : name === wanted
    })
}

/** Reads the repository at `root`. */
export const readTree = (root: string): SourceTree => {
  const ignored = ignoring(readFileSync(join(root, ".gitignore"), "utf8"))
  const files = new Map<string, string>()
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`
      if (ignored(path, entry.isDirectory())) continue
      if (entry.isDirectory()) visit(path)
      else if (entry.isFile()) files.set(path, readFileSync(join(root, path), "utf8"))
    }
  }
  visit("")
  return files
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1)
export const isCode = (path: string): boolean => /\.(ts|mts|js|mjs)$/.test(path)
export const isTest = (path: string): boolean => path.endsWith(".test.ts")
export const isFixture = (path: string): boolean => /\/(fixtures|vectors)\//.test(path)

/** The folder of the package that a file belongs to, such as `packages/core`. */
export const packageOf = (path: string): string | undefined => /^(?:packages|apps)\/[^/]+(?=\/)/.exec(path)?.[0]
