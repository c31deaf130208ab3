/**
 * Writes out all records that are kept, so that two ways to the same log can be compared.
 */
import { lifeNames } from "../records/Records.ts"
import type { Records } from "../records/Records.ts"

const byKey = <A>(map: ReadonlyMap<string, A>): ReadonlyArray<readonly [string, A]> =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1))

/** Everything as text, the same for the same log. */
export const writtenOut = (records: Records): string =>
  JSON.stringify({
    position: records.position,
    ...Object.fromEntries(lifeNames.map((life) => [life, byKey<unknown>(records[life])])),
    concerning: byKey(records.concerning).map(([tag, streams]) => [tag, [...streams].sort()])
  })
