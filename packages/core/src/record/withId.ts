/**
 * The ids in a view that only finds: of which records events speak, each id once, in the order in which they came.
 */
import type { Happened } from "../language/Event.ts"

type Ids = ReadonlyArray<string>

/** The id of the record to which the event belongs. */
export const idOfRecord = ({ stream }: Pick<Happened, "stream">): string => stream.slice(stream.indexOf("-") + 1)

/** The ids with that of the record to which the event belongs. */
export const withId = (ids: Ids, event: Pick<Happened, "stream">): Ids =>
  ids.includes(idOfRecord(event)) ? ids : [...ids, idOfRecord(event)]

/** The ids without it. */
export const withoutId = (ids: Ids, event: Pick<Happened, "stream">): Ids =>
  ids.filter((id) => id !== idOfRecord(event))
