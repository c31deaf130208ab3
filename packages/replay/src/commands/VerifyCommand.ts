/**
 * `peerwork verify`: whether a bundle, or the log of an app, is what was written.
 */
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { verifyBundle } from "../verify/BundleCheck.ts"
import { isFolder } from "../verify/BundleFiles.ts"
import { verifyLog } from "../verify/LogFileCheck.ts"
import { verifyWords } from "../verify/VerifyWords.ts"

/** What is built beside this package, where it is. */
const builtFile = (name: string): ReadonlyArray<string> => {
  const file = fileURLToPath(new URL(`../../dist/${name}`, import.meta.url))
  return existsSync(file) ? [file] : []
}

export const verify = verifyWords({
  place: null,
  verifyOther: (place, to) =>
    isFolder(place) && !existsSync(`${place}/events.sqlite`) ? verifyBundle(place, to) : verifyLog(place, to),
  lawFiles: () => builtFile("law.mjs")
}, [
  "peerwork verify ./bundle --policy policy.txt",
  "peerwork verify ./data --policy policy.txt --since checkpoint-of-march.txt"
])
