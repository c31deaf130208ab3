/**
 * `peerwork verify`: whether a bundle, or the log of an app, is what was written.
 */
import { existsSync } from "node:fs"
import { verifyBundle } from "../verify/BundleCheck.ts"
import { isFolder } from "../verify/BundleFiles.ts"
import { verifyLog } from "../verify/LogFileCheck.ts"
import { verifyWords } from "../verify/VerifyWords.ts"

export const verify = verifyWords({
  place: null,
  verifyOther: (place, to) =>
    isFolder(place) && !existsSync(`${place}/events.sqlite`) ? verifyBundle(place, to) : verifyLog(place, to),
  decide: null
}, [
  "peerwork verify evidence/example.org-events-166-0011223344556677 --key '<key of the log>'",
  "peerwork verify ./data --policy policy.txt --full"
])
