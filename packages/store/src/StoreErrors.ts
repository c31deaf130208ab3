/**
 * Everything that can go wrong in a store: few errors, each a sentence with a next step.
 *
 * Three of them say what to do with the same request: decide again ({@link Conflict}), send it again
 * ({@link StoreUnavailable}, nothing was written) or send the identical one again to learn what became of it
 * ({@link CommitUnknown}). The others are mistakes of the caller, or damage, and trying again does not help.
 */
import * as Schema from "effect/Schema"
import { CommandIdSchema } from "./CommandId.ts"
import { PositionSchema } from "./Position.ts"

/** One check that did not hold: its index in the request, and the version or position that stood in the way. */
export const FailedCheck = Schema.Struct({ check: Schema.Int, observed: Schema.Int })

export type FailedCheck = typeof FailedCheck.Type

/** What was read has changed. Every failing check is named, and nothing was written. */
export class Conflict extends Schema.TaggedError<Conflict>()("Conflict", {
  failures: Schema.NonEmptyArray(FailedCheck)
}) {
  override get message() {
    const failures = this.failures.map(({ check, observed }) => `check ${check} found ${observed}`).join(", ")
    return `What was read has changed (${failures}); read again and decide again`
  }
}

/** Another command was kept under this id. */
export class CommandIdReused extends Schema.TaggedError<CommandIdReused>()("CommandIdReused", {
  commandId: CommandIdSchema,
  /** The first event of the command that was kept. */
  first: PositionSchema,
  recordedAt: Schema.String
}) {
  override get message() {
    return `The id ${this.commandId} was first used at ${this.recordedAt}, for another command at position ` +
      `${this.first}; send this command under an id of its own`
  }
}

const unavailable = {
  busy: "The store is busy",
  overloaded: "Too many requests are waiting",
  connection: "The store cannot be reached",
  timeout: "The store took too long",
  full: "The disk is full",
  disk: "The disk failed",
  stopped: "The log is not the one that was signed"
} as const

const reasons = Schema.Literal("busy", "overloaded", "connection", "timeout", "full", "disk", "stopped")

/** Nothing was written. */
export class StoreUnavailable extends Schema.TaggedError<StoreUnavailable>()("StoreUnavailable", {
  reason: reasons,
  cause: Schema.Defect
}) {
  override get message() {
    return `${unavailable[this.reason]}, and nothing was written; try again later`
  }
}

/** The commit was sent, and no answer came. */
export class CommitUnknown extends Schema.TaggedError<CommitUnknown>()("CommitUnknown", {
  commandId: CommandIdSchema,
  cause: Schema.Defect
}) {
  override get message() {
    return `Whether command ${this.commandId} was kept is not known; send the identical request again to learn it`
  }
}

/** The log is not what was written. */
export class LogCorrupt extends Schema.TaggedError<LogCorrupt>()("LogCorrupt", {
  kind: Schema.Literal("gap", "hash", "version", "order", "file"),
  at: PositionSchema
}) {
  override get message() {
    return `The log is damaged at position ${this.at} (${this.kind}); stop, and compare it with a copy`
  }
}

/** Too many, or too large. Nothing was written. */
export class LimitExceeded extends Schema.TaggedError<LimitExceeded>()("LimitExceeded", {
  limit: Schema.String,
  max: Schema.Number,
  actual: Schema.Number
}) {
  override get message() {
    return `The most ${this.limit} is ${this.max}, and this has ${this.actual}; send less at once`
  }
}

/** A request that no store can keep as it stands. Nothing was written. */
export class NotWellFormed extends Schema.TaggedError<NotWellFormed>()("NotWellFormed", {
  /** Where in the request. */
  path: Schema.String,
  because: Schema.String
}) {
  override get message() {
    return `${this.path} ${this.because}; put it right and send the request again`
  }
}

/** Stored bytes match no version that this build knows. */
export class EventNotUnderstood extends Schema.TaggedError<EventNotUnderstood>()("EventNotUnderstood", {
  position: PositionSchema,
  stream: Schema.String,
  type: Schema.String,
  reason: Schema.Literal("unknown type", "future version", "malformed"),
  path: Schema.String
}) {
  override get message() {
    const next = this.reason === "malformed"
      ? "compare the log with a copy"
      : "update Peerwork to a version that knows it"
    return `The event ${this.type} at position ${this.position} of ${this.stream} is not understood: ${this.reason}` +
      `${this.path === "" ? "" : ` at ${this.path}`}; ${next}`
  }
}

/** What can go wrong with an append. */
export type AppendError =
  | Conflict
  | CommandIdReused
  | StoreUnavailable
  | CommitUnknown
  | LogCorrupt
  | LimitExceeded
  | NotWellFormed

/** What can go wrong with reading. */
export type ReadError = StoreUnavailable | LogCorrupt | EventNotUnderstood | LimitExceeded | NotWellFormed
