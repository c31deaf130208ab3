/**
 * `@peerwork/store`: keeping facts. The port and its errors, the plan that every adapter shares, and a store in memory.
 */
export { Check, Expected } from "./Append.ts"
export type { AppendRequest, Receipt } from "./Append.ts"
export { CommandId, CommandIdSchema } from "./CommandId.ts"
export { EventStore, everything } from "./EventStore.ts"
export type { KeptCommand, KeptPersonal, Page, PageRequest, ReadRequest, RecordedEvent, Store } from "./EventStore.ts"
export { fingerprint, secretBytes } from "./Fingerprint.ts"
export { limits } from "./Limits.ts"
export type * from "./LogStorage.ts"
export { make } from "./Make.ts"
export type { StoreOptions } from "./Make.ts"
export { layerMemory, makeMemoryStore } from "./MemoryStore.ts"
export type { LogOptions } from "./MemoryStore.ts"
export { plan } from "./Plan.ts"
export type { PlanError, Planned } from "./Plan.ts"
export { beginning, Position, PositionSchema } from "./Position.ts"
export * from "./StoreErrors.ts"
