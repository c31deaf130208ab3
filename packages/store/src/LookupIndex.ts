/**
 * The lookup index: finding a person by prison number, and knowing whether a number is taken.
 *
 * The index stands beside the log and can be deleted from, so it is never a tag. A command with such a field is decided
 * with what the index says as of the position of its reads; that nothing changed it meanwhile is for the checks of the
 * append, because every event that writes the index also matches what the decision watches.
 */
import type { Command, Given } from "@peerwork/core"
import * as Effect from "effect/Effect"
import type { Store } from "./EventStore.ts"
import type { Position } from "./Position.ts"
import type { ReadError } from "./StoreErrors.ts"

interface Named {
  readonly kind: string
  readonly value: string
  /** The id of whom the value is of. */
  readonly subject: unknown
}

const namedIn = ({ fields }: Command, given: Given): ReadonlyArray<Named> => {
  const values: Readonly<Record<string, unknown>> = given
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name]
    return field.classification !== "personal" || field.lookup === null || typeof value !== "string"
      ? []
      : [{ kind: field.lookup, value, subject: values[field.subject] }]
  })
}

/** Whether deciding the command asks the index at all. */
export const asksIndex = ({ fields }: Command): boolean =>
  Object.values(fields).some((field) => field.classification === "personal" && field.lookup !== null)

/** Whether a value of the command belongs to somebody else. */
export const numberTaken = (
  store: Store,
  command: Command,
  given: Given,
  upTo: Position
): Effect.Effect<boolean, ReadError> =>
  Effect.exists(
    namedIn(command, given),
    ({ kind, subject, value }) =>
      Effect.map(store.subjectsOf(kind, value, upTo), (found) => found.some((one) => one.subject !== subject))
  )
