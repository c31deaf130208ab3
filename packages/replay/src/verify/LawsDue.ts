/**
 * Whether the laws that decided lie in a bundle, and no others.
 *
 * Which they are, the events say. A bundle may have been packed where an earlier law was not at hand; its cover says
 * then which are in it, and that one is not is no finding.
 */
import type { BundleFiles } from "./BundleFiles.ts"
import { beside, type Finding, unreadable } from "./Finding.ts"

export interface LawsDue {
  readonly findings: ReadonlyArray<Finding>
  readonly notProved: ReadonlyArray<string>
}

const lawPath = (version: string): string => `law/${version}.mjs`

/** Only such a version can name a file; another is told of where decisions are made again. */
const isVersion = (law: string): boolean => /^[A-Za-z0-9][A-Za-z0-9.+-]{0,63}$/.test(law)

/** The versions that the cover says are in the bundle; null where it does not say. */
const saidOnCover = (files: BundleFiles): ReadonlySet<string> | null => {
  const cover = files.read("cover.html")?.toString() ?? ""
  const [, versions] = /<th scope="row">Rules that decided<\/th><td>([^<]*)<\/td>/.exec(cover) ?? []
  return versions === undefined ? null : new Set(versions.split(", "))
}

const missing = (version: string, position: number): Finding =>
  unreadable(
    `${lawPath(version)} is missing, which decided the event at position ${position}`,
    null,
    lawPath(version)
  )

const withoutLaw = (version: string): string =>
  `That what version ${version} of the law decided comes out again: the bundle was packed without ${
    lawPath(version)
  }, ` +
  "as its cover says. Ask for that law"

/** Compares `law/` with the versions that decided, each with the first position that it decided. */
export const lawsDue = (files: BundleFiles, laws: ReadonlyMap<string, number>): LawsDue => {
  const [there, said] = [new Set(files.paths), saidOnCover(files)]
  const decided = [...laws].filter(([version]) => isVersion(version))
  const absent = decided.filter(([version]) => !there.has(lawPath(version)))
  const isSaid = ([version]: readonly [string, number]): boolean => said !== null && !said.has(version)
  const named = new Set(decided.map(([version]) => lawPath(version)))
  return {
    findings: [
      ...absent.filter((law) => !isSaid(law)).map(([version, position]) => missing(version, position)),
      ...files.paths.filter((path) => path.startsWith("law/") && !named.has(path))
        .map((path) => beside(`${path} is no part of the bundle: it decided no event`, path))
    ],
    notProved: absent.filter(isSaid).map(([version]) => withoutLaw(version))
  }
}
