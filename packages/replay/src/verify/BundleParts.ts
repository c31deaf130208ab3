/**
 * Whether a bundle has the files that every bundle has, and its schemas the names that their hashes give them.
 */
import { historyPath } from "../bundle/BundlePaths.ts"
import type { BundleFiles } from "./BundleFiles.ts"
import { beside, type Finding, unreadable } from "./Finding.ts"

/** Besides the checkpoint and the tree, which are missed where they are read. */
const parts: ReadonlyArray<string> = [
  "README.txt",
  "cover.html",
  "verify.mjs",
  historyPath,
  "derived/history.csv",
  "derived/history-columns.csv",
  "derived/cases.csv",
  "derived/ocel2.json",
  "derived/rules.json"
]

const schemaFindings = (files: BundleFiles): ReadonlyArray<Finding> => {
  const schemas = files.paths.filter((path) => path.startsWith("schemas/"))
  if (schemas.length === 0) {
    return [unreadable("there is no file in schemas/, and every bundle has one", null, "schemas/")]
  }
  return schemas.flatMap((path) => {
    const { sha256 } = files.sizeAndHash(path)
    return path === `schemas/${sha256}.json`
      ? []
      : [beside(`${path} is not what it is named by: its SHA-256 is ${sha256}`, path)]
  })
}

/** What is missing or misnamed, whatever the manifest says. */
export const partFindings = (files: BundleFiles): ReadonlyArray<Finding> => {
  const there = new Set(files.paths)
  return [
    ...parts.filter((path) => !there.has(path))
      .map((path) => unreadable(`${path} is missing, and every bundle has it`, null, path)),
    ...schemaFindings(files)
  ]
}
