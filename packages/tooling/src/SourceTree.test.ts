/**
 * Proves what the house leaves out of sight: exactly what git leaves out.
 */
import { expect, it } from "vitest"
import { ignoring } from "./SourceTree.ts"

const ignored = ignoring("# made by tools\ndist/\n*.log\n.env\n/data/\n")

it.for(
  [
    ["a folder of that name", "packages/core/dist", true],
    ["a file with that ending", "packages/core/errors.log", false],
    ["a file of that name", "apps/pilot/.env", false],
    ["a folder at the top", "data", true],
    ["the history", ".git", true]
  ] as const
)("leaves out %s: %s", ([, path, isFolder]) => expect(ignored(path, isFolder)).toBe(true))

it.for(
  [
    ["a file where a folder is meant", "packages/core/dist", false],
    ["a folder below where the top is meant", "packages/core/src/data", true],
    ["a name that only begins alike", "apps/.environment", false],
    ["a comment", "# made by tools", false]
  ] as const
)("keeps %s: %s", ([, path, isFolder]) => expect(ignored(path, isFolder)).toBe(false))
