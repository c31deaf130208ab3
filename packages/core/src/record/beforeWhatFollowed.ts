/**
 * Asks RECORD-4 of a day and all that followed from it; what followed first is told, with its day.
 */
import { byDay } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import type { Followed } from "./followedWords.ts"
import { StayBeforeWhatFollowed } from "./rules/StayBeforeWhatFollowed.ts"

/** What followed, and on which day; null where it did not. */
export type Following = readonly [followed: Followed, on: LocalDate | null]

export const beforeWhatFollowed = (on: LocalDate, following: ReadonlyArray<Following>) => {
  const [first] = following.flatMap(([followed, day]) => day === null ? [] : [{ followed, followedOn: day }])
    .sort(byDay(({ followedOn }) => followedOn))
  return StayBeforeWhatFollowed.asks({ on, ...first ?? { followed: null, followedOn: null } })
}
