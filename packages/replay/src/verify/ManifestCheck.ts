/**
 * Whether a folder holds the files of its manifest, and no others.
 */
import { checkpointPath, historyPath, manifestPath } from "../bundle/BundlePaths.ts"
import { type ListedFile, parseManifest } from "../bundle/Manifest.ts"
import type { BundleFiles } from "./BundleFiles.ts"
import { altered, beside, type Finding, unreadable } from "./Finding.ts"

/** Whether the history and what proves it lie in the file: what was altered there, was altered. */
const isEvidence = (path: string): boolean =>
  path === manifestPath || path === checkpointPath || path === historyPath || /^(checkpoints|tile)\//.test(path)

const unlike = (path: string, says: string): Finding =>
  isEvidence(path) ? altered(says, null, path) : beside(says, path)

const compare = (files: BundleFiles, { bytes, path, sha256 }: ListedFile): Finding | null => {
  const there = files.sizeAndHash(path)
  if (there.bytes !== bytes) {
    return unlike(path, `${path} has ${there.bytes} bytes, where ${manifestPath} says ${bytes}`)
  }
  return there.sha256 === sha256 ? null : unlike(path, `${path} is not the file that ${manifestPath} names`)
}

const foreign = (path: string): Finding =>
  unlike(path, `${path} is no part of the bundle: ${manifestPath} does not name it`)

/** Every file that is not as the manifest says. */
export const manifestFindings = (files: BundleFiles, progress: () => void): ReadonlyArray<Finding> => {
  const strange = files.strange.map((path) =>
    beside(`${path} is no part of the bundle: it is neither a file nor a folder`, path)
  )
  const bytes = files.read(manifestPath)
  if (bytes === null) return [...strange, unreadable(`${manifestPath} is missing`, null, manifestPath)]
  const manifest = parseManifest(bytes)
  if (manifest._tag === "NoManifest") {
    return [...strange, unreadable(`${manifestPath} cannot be read: ${manifest.because}`, null, manifestPath)]
  }
  const listed = new Map(manifest.files.map((file) => [file.path, file]))
  const there = new Set(files.paths)
  return [
    ...strange,
    ...files.paths.flatMap((path) => {
      if (path === manifestPath) return []
      progress()
      const file = listed.get(path)
      const finding = file === undefined ? foreign(path) : compare(files, file)
      return finding === null ? [] : [finding]
    }),
    ...manifest.files.filter(({ path }) => !there.has(path))
      .map(({ path }) => unreadable(`${path} is in ${manifestPath}, but missing`, null, path))
  ]
}
