/**
 * Whether a folder holds the files of its manifest, and no others.
 */
import { manifestPath } from "../bundle/BundlePaths.ts"
import { type ListedFile, parseManifest } from "../bundle/Manifest.ts"
import type { BundleFiles } from "./BundleFiles.ts"
import { altered, type Finding, unreadable } from "./Finding.ts"

const compare = (files: BundleFiles, { bytes, path, sha256 }: ListedFile): Finding | null => {
  const there = files.sizeAndHash(path)
  if (there.bytes !== bytes) {
    return altered(`${path} has ${there.bytes} bytes, where ${manifestPath} says ${bytes}`, null, path)
  }
  return there.sha256 === sha256 ? null : altered(`${path} is not the file that ${manifestPath} names`, null, path)
}

/** Every file that is not as the manifest says. */
export const manifestFindings = (files: BundleFiles, progress: () => void): ReadonlyArray<Finding> => {
  const strange = files.strange.map((path) => altered(`${path} is neither a file nor a folder`, null, path))
  const bytes = files.read(manifestPath)
  if (bytes === null) return [...strange, unreadable(`${manifestPath} is missing`, null, manifestPath)]
  const manifest = parseManifest(bytes)
  if (manifest._tag === "NoManifest") {
    return [...strange, altered(`${manifestPath} cannot be read: ${manifest.because}`, null, manifestPath)]
  }
  const listed = new Map(manifest.files.map((file) => [file.path, file]))
  const there = new Set(files.paths)
  return [
    ...strange,
    ...files.paths.flatMap((path) => {
      if (path === manifestPath) return []
      progress()
      const file = listed.get(path)
      const finding = file === undefined
        ? altered(`${path} is not in ${manifestPath}`, null, path)
        : compare(files, file)
      return finding === null ? [] : [finding]
    }),
    ...manifest.files.filter(({ path }) => !there.has(path))
      .map(({ path }) => unreadable(`${path} is in ${manifestPath}, but missing`, null, path))
  ]
}
