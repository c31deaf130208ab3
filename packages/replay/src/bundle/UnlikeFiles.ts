/**
 * How a folder differs from the files that it should have: by length and hash, file by file.
 */
import type { BundleFiles } from "../verify/BundleFiles.ts"
import type { ListedFile } from "./Manifest.ts"

export interface UnlikeFiles {
  /** Files with other bytes. */
  readonly other: ReadonlyArray<string>
  readonly missing: ReadonlyArray<string>
  /** Files that should not be there. */
  readonly more: ReadonlyArray<string>
}

export const unlikeFiles = (due: ReadonlyArray<ListedFile>, files: BundleFiles): UnlikeFiles => {
  const [paths, there] = [new Set(due.map(({ path }) => path)), new Set(files.paths)]
  return {
    other: due.filter(({ bytes, path, sha256 }) => {
      if (!there.has(path)) return false
      const has = files.sizeAndHash(path)
      return has.bytes !== bytes || has.sha256 !== sha256
    }).map(({ path }) => path),
    missing: due.filter(({ path }) => !there.has(path)).map(({ path }) => path),
    more: [...files.paths, ...files.strange].filter((path) => !paths.has(path))
  }
}

const mostNamed = 4

const named = (paths: ReadonlyArray<string>): string =>
  paths.length > mostNamed
    ? `${paths.slice(0, mostNamed).join(", ")} and ${paths.length - mostNamed} more`
    : paths.join(", ")

/** The differences in words; null where there are none. */
export const sayUnlike = ({ missing, more, other }: UnlikeFiles): string | null => {
  const said = [
    ...(other.length === 0 ? [] : [`other bytes in ${named(other)}`]),
    ...(missing.length === 0 ? [] : [`missing ${named(missing)}`]),
    ...(more.length === 0 ? [] : [`no part of it ${named(more)}`])
  ]
  return said.length === 0 ? null : said.join("; ")
}
