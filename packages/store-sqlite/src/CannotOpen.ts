/**
 * Why a log cannot be opened: one sentence, for whoever starts the process.
 *
 * Each is found before anything is written, and says what to do next; but for "disk", where work was broken off on the
 * way: the disk was full, or a file could not be read or written.
 */
import * as Schema from "effect/Schema"

export class CannotOpen extends Schema.TaggedError<CannotOpen>()("CannotOpen", {
  reason: Schema.Literal(
    "folder",
    "disk",
    "origin",
    "in use",
    "newer schema",
    "changed schema",
    "keys without log",
    "log without keys",
    "sqlite",
    "damaged"
  ),
  says: Schema.String,
  cause: Schema.Defect
}) {
  override get message() {
    return this.says
  }
}

export const cannotOpen = (reason: CannotOpen["reason"], says: string, cause: unknown = null): CannotOpen =>
  new CannotOpen({ reason, says, cause })
