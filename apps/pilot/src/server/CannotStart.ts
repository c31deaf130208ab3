/**
 * Why the app does not start: one sentence for whoever starts it.
 */
import * as Data from "effect/Data"

export class CannotStart extends Data.TaggedError("CannotStart")<{ readonly message: string }> {
  constructor(message: string) {
    super({ message })
  }
}
