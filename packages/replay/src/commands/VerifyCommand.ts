/**
 * `peerwork verify`: whether a bundle, or the log of an app, is what was written.
 */
import { law } from "@peerwork/core"
import { existsSync } from "node:fs"
import { built, builtPath } from "../bundle/BuiltFiles.ts"
import { type ToVerify, verifyBundle } from "../verify/BundleCheck.ts"
import { isFolder } from "../verify/BundleFiles.ts"
import { derivedFrom } from "../verify/DerivedCheck.ts"
import type { OfferedLaw } from "../verify/LawFiles.ts"
import { verifyLog } from "../verify/LogFileCheck.ts"
import { verifyWords } from "../verify/VerifyWords.ts"

/** The law that is built beside this package, where it is. */
const ownLaw = (): ReadonlyArray<OfferedLaw> => {
  const file = builtPath("law.mjs")
  return existsSync(file) ? [{ file, sha256: null }] : []
}

/** Makes everything in a bundle anew that follows from its events, where this build has what that takes. */
const deriving = (): Pick<ToVerify, "derive"> => {
  const verifier = built("verify.mjs")
  if (verifier === null) return {}
  const lawOf = (version: string) => version === law ? built("law.mjs") : null
  return { derive: (files) => derivedFrom(files, { verifier, lawOf }) }
}

/** Whether anything of a bundle is in the folder: its verdict is to name what is missing. */
const isBundle = (place: string): boolean =>
  isFolder(place) && !existsSync(`${place}/events.sqlite`) &&
  ["manifest.json", "checkpoint", "tile", "derived"].some((path) => existsSync(`${place}/${path}`))

export const verify = verifyWords({
  place: null,
  verifyOther: (place, to) => isBundle(place) ? verifyBundle(place, to) : verifyLog(place, to),
  inFull: deriving,
  laws: ownLaw,
  lawsSay: `The law is this program's own, whatever lies in the bundle. That of another
version has to be named (--law): it is code, so name only one from somebody whom
you trust.

Of a bundle that this version packed, --full makes everything anew that follows
from its events, and compares it: the tables, the schemas, the texts and the law.`
}, [
  "peerwork verify ./bundle --policy policy.txt",
  "peerwork verify ./data --policy policy.txt --since checkpoint-of-march.txt"
])
