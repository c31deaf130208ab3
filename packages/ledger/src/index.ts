/**
 * Evidence for an append-only log: canonical JSON, hashes, and the identity of an event.
 *
 * It knows nothing of peer work and needs nothing but Node's own cryptography, so an auditor can read all of it.
 */
export * from "./CanonicalJson.ts"
export * from "./EventId.ts"
export * from "./Hashing.ts"
export * from "./StrictJson.ts"
