/**
 * Where two values differ: the paths at which something else stands, and nothing of what is the same on both sides.
 */
import type { Json } from "@peerwork/core"

/** A place in a value, such as `facts.counted` or `2.id`; the empty text for the value itself. */
export interface DifferingPath {
  readonly at: string
  /** Null where nothing stands there. */
  readonly recorded: Json
  readonly again: Json
}

const isNested = (value: Json): value is Readonly<Record<string, Json>> | ReadonlyArray<Json> =>
  typeof value === "object" && value !== null

const below = (path: string, name: string): string => path === "" ? name : `${path}.${name}`

/** The innermost places at which two values differ, in the order of the first, and then of the second. */
export const differingPaths = (recorded: Json, again: Json, path = ""): ReadonlyArray<DifferingPath> => {
  if (JSON.stringify(recorded) === JSON.stringify(again)) return []
  if (!isNested(recorded) || !isNested(again) || Array.isArray(recorded) !== Array.isArray(again)) {
    return [{ at: path, recorded, again }]
  }
  const [before, now] = [recorded as Readonly<Record<string, Json>>, again as Readonly<Record<string, Json>>]
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .flatMap((name) => differingPaths(before[name] ?? null, now[name] ?? null, below(path, name)))
}
