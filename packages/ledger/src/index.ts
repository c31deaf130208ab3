/**
 * Evidence for an append-only log: canonical JSON, the tree over all entries, and what keys say about it.
 *
 * It knows nothing of peer work and needs nothing but Node's own cryptography, so an auditor can read all of it.
 */
export * from "./CanonicalJson.ts"
export * from "./Checkpoint.ts"
export * from "./CheckpointTrust.ts"
export {
  appendLeaf,
  appendLeaves,
  type CompactRange,
  emptyRange,
  frontierBytes,
  frontierFrom,
  mergeRanges,
  rootOf
} from "./CompactRange.ts"
export * from "./EntryBundle.ts"
export * from "./EventId.ts"
export { emptyRoot, hashLength, leafHash, nodeHash, sameHash, sha256 } from "./Hashing.ts"
export {
  formatSignerKey,
  formatVerifierKey,
  isKeyName,
  type KeyType,
  keyTypes,
  parseSignerKey,
  parseVerifierKey,
  type SignerKey,
  signerKey,
  type VerifierKey,
  verifierKey
} from "./NoteKey.ts"
export type { Malformed } from "./OneSpelling.ts"
export * from "./ProofCheck.ts"
export {
  checkReceipt,
  formatReceipt,
  longestProof,
  type NotIncluded,
  parseReceipt,
  type ProvenEntry,
  type Receipt
} from "./Receipt.ts"
export {
  edgeIn,
  emptyEdge,
  frontierOf,
  growEdge,
  type Grown,
  partialTiles,
  type RightEdge,
  tilesBelowEdge,
  type TileWithBytes
} from "./RightEdge.ts"
export * from "./SignedNote.ts"
export * from "./StrictJson.ts"
export {
  entriesPath,
  hashesAt,
  newTiles,
  parseEntriesPath,
  parseTilePath,
  type Tile,
  tileAt,
  tileBytes,
  tilePath,
  tilesOf,
  tileWidth
} from "./Tile.ts"
export * from "./TileTree.ts"
export * from "./TreeProof.ts"
export { isQuorum, longestPolicy, parsePolicy, type Quorum, type WitnessPolicy } from "./WitnessPolicy.ts"
export * from "./WitnessRequest.ts"
