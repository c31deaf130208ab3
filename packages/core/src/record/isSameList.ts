/**
 * Whether two lists say the same: what is said again is refused, in whatever order it is listed.
 */
export const isSameList = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): boolean =>
  one.length === other.length && one.every((item) => other.includes(item)) && other.every((item) => one.includes(item))
