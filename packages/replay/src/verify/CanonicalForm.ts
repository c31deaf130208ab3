/**
 * Whether every event is written in canonical form, so that its bytes have one reading: part of `verify --full`.
 */
import { parseEnvelope } from "@peerwork/ledger"
import type { AskLeaf } from "./EntriesCheck.ts"
import { altered, type Findings } from "./Finding.ts"

export const canonicalForm = (found: Findings): AskLeaf => (position, leaf) => {
  const parsed = parseEnvelope(leaf)
  if (parsed._tag === "Parsed") return
  found.add(altered(`the event at position ${position} has another form than it should: ${parsed.because}`, position))
}
