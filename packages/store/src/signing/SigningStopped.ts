/**
 * Why a signer stops: the log is no longer the one that was signed, and signing on would say that it is.
 *
 * It never begins again by itself. What was signed is not taken back: the leaves that are missing have to be found.
 */
import * as Schema from "effect/Schema"

const range = (first: number, last: number): string => first === last ? `${first}` : `${first} to ${last}`

export class SigningStopped extends Schema.TaggedError<SigningStopped>()("SigningStopped", {
  /** Fewer events than were signed; other events; bytes that are not those of the commit; an unknown memory. */
  kind: Schema.Literal("regression", "fork", "damage", "unknown"),
  /** The size that was signed last, and the size of the log. */
  signed: Schema.Int,
  size: Schema.Int,
  because: Schema.String
}) {
  override get message() {
    switch (this.kind) {
      case "regression":
        return `HISTORY REGRESSION: a checkpoint over ${this.signed} events was signed, but the log has ${this.size}; ` +
          `bring back the events ${range(this.size + 1, this.signed)} (docs/do/back-up-and-restore.md)`
      case "fork":
        return `FORK: the first ${this.signed} events are not those that were signed; ` +
          "put the log back that was signed (docs/do/back-up-and-restore.md)"
      case "damage":
        return `The log is damaged: ${this.because}; put back an undamaged copy (docs/do/back-up-and-restore.md)`
      case "unknown":
        return `Signing stopped: ${this.because}`
    }
  }
}

/** Whether the history itself is in doubt, so that nothing may be added to it. */
export const isHistoryInDoubt = ({ kind }: SigningStopped): boolean => kind !== "unknown"
