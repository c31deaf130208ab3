/**
 * Wall time: dates and times as people in England and Wales write them, and the instants that they mean.
 *
 * `2016-03-21T09:00` is the time on the wall. In the night when clocks go back an hour comes twice, and the first one is
 * meant, so that no deadline is later than somebody thought; an offset says that it was the second. In the night when
 * they go forward an hour is missing, and a time in it is none.
 */
import { fromMilliseconds, instant, isSummerTime, localDateOf, localTimeOf, milliseconds } from "./Instant.ts"
import type { Instant } from "./Instant.ts"
import { isLocalDate, say } from "./LocalDate.ts"
import type { LocalDate } from "./LocalDate.ts"

const minuteInMs = 60_000
const hourInMs = 60 * minuteInMs

/** So many minutes later, by any clock; a negative number is earlier. */
export const addMinutes = (to: Instant, minutes: number): Instant =>
  fromMilliseconds(milliseconds(to) + minutes * minuteInMs)

/** Whole minutes from one instant until another; negative when the second is earlier. */
export const minutesBetween = (from: Instant, until: Instant): number =>
  Math.floor((milliseconds(until) - milliseconds(from)) / minuteInMs)

/** Whether the text is a time of day, like `09:00`. */
export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** The instant at which it is the time on the day; the first where it comes twice, null where it is missing. */
export const atWall = (day: LocalDate, time: string): Instant | null => {
  const asIfUtc = milliseconds(instant(`${day}T${time}:00.000Z`))
  const summer = fromMilliseconds(asIfUtc - hourInMs)
  if (isSummerTime(summer)) return summer
  const winter = fromMilliseconds(asIfUtc)
  return isSummerTime(winter) ? null : winter
}

const pattern =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::([0-5]\d)(?:\.(\d{1,3}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/

const offsetInMinutes = (offset: string): number =>
  offset === "Z" ? 0 : Number(`${offset.charAt(0)}1`) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)))

/**
 * The instant that a text means: `2016-03-21T09:00`, which is local, or the same with seconds and an offset or `Z`. Null
 * where it means none.
 */
export const instantIn = (text: string): Instant | null => {
  const [, day = "", time = "", seconds = "00", fraction = "0", offset] = pattern.exec(text) ?? []
  if (!isLocalDate(day) || day < "1996-01-02" || !isTimeOfDay(time)) return null
  const within = Number(seconds) * 1000 + Number(fraction.padEnd(3, "0"))
  const minute = offset === undefined
    ? atWall(day as LocalDate, time)
    : addMinutes(instant(`${day}T${time}:00.000Z`), -offsetInMinutes(offset))
  return minute === null ? null : fromMilliseconds(milliseconds(minute) + within)
}

/** As people read it: `4 April 2016 at 09:12`. */
export const sayInstant = (at: Instant): string => `${say(localDateOf(at))} at ${localTimeOf(at)}`
