/**
 * Services: what handlers need besides the request, and what can go wrong with it.
 */
import type { EventStore, ExecuteError, Executor } from "@peerwork/store"
import type { LiveRecords } from "../records/LiveRecords.ts"
import type { Signing } from "../signing/Signing.ts"
import type { Surroundings } from "./Surroundings.ts"

export type Services = EventStore | Executor | LiveRecords | Signing | Surroundings

/** What the store answers when it does not do what it was asked. */
export type Failure = ExecuteError
