/**
 * When an event is said to have happened, for tools that ask for a moment: written as local time with its offset, so that
 * it stands on the right day for whoever reads only the first ten characters.
 */
import { date, instant, localDateOf, localTimeOf, startOf } from "@peerwork/core"
import type { Instant } from "@peerwork/core"
import type { Leaf } from "./Leaf.ts"

const hourInMs = 3_600_000

/** `2016-04-04T00:00:00.000+01:00`. */
const withOffset = (at: Instant): string => {
  const isSummer = localTimeOf(at) !== at.slice(11, 16)
  const local = new Date(Date.parse(at) + (isSummer ? hourInMs : 0)).toISOString()
  return local.replace("Z", isSummer ? "+01:00" : "+00:00")
}

/** The local date. */
export const happenedOn = ({ envelope: { at, on, recordedAt } }: Leaf): string =>
  on ?? localDateOf(instant(at ?? recordedAt))

/** The moment, in local time with its offset; the beginning of the day where only that is known. */
export const happenedAt = (leaf: Leaf): string =>
  withOffset(leaf.envelope.at === undefined ? startOf(date(happenedOn(leaf))) : instant(leaf.envelope.at))
