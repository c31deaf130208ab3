/**
 * The laws that decide again: files with code, and which of them may be run.
 *
 * A law lies in a bundle like everything else that has yet to be believed. It is run only where its bytes are those that
 * the verifier was built with, or where whoever runs the verifier has named the file and so answers for it. What is run
 * are the very bytes that were hashed.
 */
import { createHash } from "node:crypto"
import { readdirSync } from "node:fs"
import { basename, join } from "node:path"
import { BadUsage } from "../SubCommand.ts"
import { isFolder } from "./BundleFiles.ts"
import { type DecidingLaw, isLaw } from "./DecisionsCheck.ts"
import { namedFile } from "./NamedFile.ts"

/** A file that may hold a law. */
export interface OfferedLaw {
  readonly file: string
  /** The SHA-256 that it has to have, in hexadecimal digits; null where whoever runs this vouches for the file. */
  readonly sha256: string | null
}

export interface LawsFound {
  readonly laws: ReadonlyArray<DecidingLaw>
  /** The SHA-256 of the law that decides for a version, in hexadecimal digits. */
  readonly hashes: ReadonlyMap<string, string>
  /** Why the law of a version was not run, for those that lie there. */
  readonly notRun: ReadonlyMap<string, string>
}

/** The laws in a folder, which are run only where they have this SHA-256. */
export const lawsBeside = (folder: string, sha256: string): ReadonlyArray<OfferedLaw> =>
  isFolder(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(".mjs")).sort()
      .map((name) => ({ file: join(folder, name), sha256 }))
    : []

const reasonOf = (error: unknown): string => error instanceof Error ? error.message : String(error)

/** In bytes; the law of this build has less than a megabyte. */
const longestLaw = 1 << 24

const bytesOf = (file: string): Buffer => namedFile("law", file, longestLaw)

/** Runs the bytes as a module. Throws `BadUsage` where they are no law. */
const lawIn = async (file: string, bytes: Buffer): Promise<DecidingLaw> => {
  let module: object
  try {
    module = await import(`data:text/javascript;base64,${bytes.toString("base64")}`) as object
  } catch (error) {
    throw new BadUsage(`${file} is no law: it does not run (${reasonOf(error)})`)
  }
  if (isLaw(module)) return module
  throw new BadUsage(`${file} is no law: it does not decide again`)
}

/** The law in a file that somebody named and so answers for. Throws `BadUsage` where it is none. */
export const namedLaw = (file: string): Promise<DecidingLaw> => lawIn(file, bytesOf(file))

/** Loads the laws that may be run. Throws `BadUsage` where one that somebody named is none. */
export const lawsIn = async (offered: ReadonlyArray<OfferedLaw>): Promise<LawsFound> => {
  const laws: Array<DecidingLaw> = []
  const hashes = new Map<string, string>()
  const notRun = new Map<string, string>()
  for (const { file, sha256 } of offered) {
    const bytes = bytesOf(file)
    const has = createHash("sha256").update(bytes).digest("hex")
    if (sha256 === null || has === sha256) {
      const law = await lawIn(file, bytes)
      laws.push(law)
      hashes.set(law.version, has)
    } else {
      const because = `was not run: ${basename(file)} has the SHA-256 ${has}, and this program knows only ${sha256}; ` +
        "if you have that law from somebody whom you trust, name it with --law"
      notRun.set(basename(file, ".mjs"), because)
    }
  }
  return { laws, hashes, notRun }
}
