/**
 * Verifies a receipt alone, as whoever was given one holds it: the event, the receipt and a key, and no history.
 */
import { leafHash, parseReceipt, provesInclusion, trustCheckpoint, type WitnessPolicy } from "@peerwork/ledger"
import { closeSync, openSync, readSync } from "node:fs"
import { isFile } from "./BundleFiles.ts"
import { type Finding, findings, unreadable } from "./Finding.ts"
import { namedFile } from "./NamedFile.ts"
import { claimIn } from "./NotesCheck.ts"
import { nothingChecked, type Report, reportWith } from "./Report.ts"

const mark = Buffer.from("c2sp.org/tlog-proof@v1\n")

/** The text of a receipt in the file; null where the file is something else. Throws `BadUsage` where it is too long. */
export const receiptAt = (file: string): string | null => {
  if (!isFile(file)) return null
  const descriptor = openSync(file, "r")
  const begin = Buffer.alloc(mark.length)
  readSync(descriptor, begin)
  closeSync(descriptor)
  return begin.equals(mark) ? namedFile("receipt", file).toString("utf8") : null
}

export interface ToCheck {
  /** The file of the receipt, as it is named. */
  readonly name: string
  readonly text: string
  /** The stored bytes of the event; null where they are not at hand. */
  readonly event: Uint8Array | null
  readonly policy: WitnessPolicy | null
}

const quorum = (says: string): Finding => ({ wrong: "quorum", position: null, where: null, says })

/** Who has signed the checkpoint of the receipt, and what that leaves to be wished. */
const signatures = (note: string, policy: WitnessPolicy | null) => {
  if (policy === null) {
    return {
      isSigned: false,
      witnessed: [],
      wrong: quorum("no signature was checked: there is no key to check it with")
    }
  }
  const trusted = trustCheckpoint(note, policy)
  switch (trusted._tag) {
    case "TrustedCheckpoint":
      return { isSigned: true, witnessed: trusted.witnessed, wrong: null }
    case "QuorumMissing":
      return { isSigned: true, witnessed: trusted.witnessed, wrong: quorum(trusted.because) }
    case "NoKnownSignature":
      return { isSigned: false, witnessed: [], wrong: quorum(`no key that you gave has signed it: ${trusted.because}`) }
    default:
      return { isSigned: false, witnessed: [], wrong: unreadable(trusted.because, null) }
  }
}

/** Whether the receipt is good, and proves of the event that it was in the log when that was signed. */
export const verifyReceipt = ({ event, name, policy, text }: ToCheck): Report => {
  const [found, receipt] = [findings(), parseReceipt(text)]
  const claim = receipt._tag === "Receipt" ? claimIn(receipt.checkpoint) : receipt
  if (receipt._tag === "Malformed" || claim._tag === "Malformed") {
    const because = claim._tag === "Malformed" ? claim.because : ""
    found.add(unreadable(`${name} is no receipt: ${because}`, null, name))
    return nothingChecked(found, { checked: name, kind: "receipt" }, "it could not be read")
  }
  const { origin, root, size } = claim
  const position = receipt.index + 1
  const { isSigned, witnessed, wrong } = signatures(receipt.checkpoint, policy)
  if (wrong !== null) found.add(wrong)
  if (event === null) {
    found.add(unreadable("the event is not at hand: give a file with its stored bytes (--event <file>)", null, name))
  } else if (!provesInclusion({ leafHash: leafHash(event), index: receipt.index, size, root }, receipt.proof)) {
    found.add(
      unreadable(`its hashes do not lead from this event at position ${position} to its checkpoint`, null, name)
    )
  }
  return reportWith(found, {
    checked: name,
    kind: "receipt",
    origin,
    events: size,
    streams: 0,
    root: Buffer.from(root).toString("base64"),
    lastRecordedAt: null,
    signedUpTo: policy === null ? null : isSigned ? size : 0,
    witnessedUpTo: policy === null || policy.quorum.threshold === 0 ? null : wrong === null ? size : 0,
    witnessed,
    checkpoints: 1,
    proved: found.count() > 0
      ? []
      : [`The event is the one at position ${position} of the log, when ${size} were signed`],
    notProved: ["That the log has kept it since: verify a bundle of today with this receipt (--since)"]
  })
}
