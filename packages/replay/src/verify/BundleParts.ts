/**
 * Whether a bundle has the files that every bundle has and no others, and its schemas the names that their hashes give
 * them.
 */
import { checkpointPath, historyPath, manifestPath } from "../bundle/BundlePaths.ts"
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

/** Folders of which the files are looked at one by one, here or where they are read. */
const folders = ["checkpoints/", "law/", "schemas/", "tile/", "witness/"]

const isPart = (path: string): boolean =>
  [checkpointPath, manifestPath, ...parts].includes(path) || folders.some((folder) => path.startsWith(folder))

/** The texts name the program by its hash, and whoever follows them runs it. */
const programFindings = (files: BundleFiles): ReadonlyArray<Finding> => {
  if (!files.paths.includes("verify.mjs")) return []
  const { sha256 } = files.sizeAndHash("verify.mjs")
  const unlike = ["README.txt", "cover.html"].filter((text) => files.read(text)?.includes(sha256) === false)
  return unlike.length === 0
    ? []
    : [
      beside(`verify.mjs is another program than in ${unlike.join(" and in ")}: its SHA-256 is ${sha256}`, "verify.mjs")
    ]
}

const schemaFindings = (files: BundleFiles): ReadonlyArray<Finding> => {
  const schemas = files.paths.filter((path) => path.startsWith("schemas/"))
  if (schemas.length === 0) {
    return [unreadable("there is no file in schemas/, and every bundle has one", null, "schemas/")]
  }
  const misnamed = schemas.flatMap((path) => {
    const { sha256 } = files.sizeAndHash(path)
    return path === `schemas/${sha256}.json`
      ? []
      : [beside(`${path} is not what it is named by: its SHA-256 is ${sha256}`, path)]
  })
  return misnamed.length > 0 || schemas.length === 1
    ? misnamed
    : schemas.map((path) => beside(`${path} is one of ${schemas.length} files in schemas/, and a bundle has one`, path))
}

/** What is missing, misnamed or too much, whatever the manifest says. */
export const partFindings = (files: BundleFiles): ReadonlyArray<Finding> => {
  const there = new Set(files.paths)
  return [
    ...parts.filter((path) => !there.has(path))
      .map((path) => unreadable(`${path} is missing, and every bundle has it`, null, path)),
    ...files.paths.filter((path) => !isPart(path))
      .map((path) => beside(`${path} is no part of the bundle, though ${manifestPath} may name it`, path)),
    ...programFindings(files),
    ...schemaFindings(files)
  ]
}
