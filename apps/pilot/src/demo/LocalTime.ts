/**
 * Local times: reading and saying moments as people in England and Wales write them.
 *
 * `2016-03-21T09:00` is the time on the wall. On the night when clocks go back an hour comes twice, and the first one
 * is meant; on the night when they go forward one is missing, and is refused.
 */
import {
  instant,
  instantIn,
  isInstant,
  isLocalDate,
  localDateOf,
  localTimeOf,
  sayInstant,
  startOf
} from "@peerwork/core"
import type { Instant, LocalDate } from "@peerwork/core"

/** What became of a text: a moment, or what would be right. */
export type Moment =
  | { readonly _tag: "Read"; readonly at: Instant }
  | { readonly _tag: "Wrong"; readonly says: string }

/** Beyond this no clock is set: what is counted from a moment must be a date as well. */
const lastMoment = "2100-01-01"

const rightMoment = "must be a moment from 1996 to 2099, written like 2016-03-21T09:00 or 2016-03-21T09:00:00.000Z"

const pattern = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/

const wrong = (says: string): Moment => ({ _tag: "Wrong", says })

/** The second within the minute counts as well. */
const onTheWall = (day: LocalDate, time: string, seconds: string): Moment => {
  const at = instantIn(`${day}T${time}:${seconds}`)
  return at === null
    ? wrong(`must be a time that there was: on ${day} clocks went forward and ${time} is missing`)
    : { _tag: "Read", at }
}

/** Reads an instant (`2016-03-21T09:00:00.000Z`), a local date and time (`2016-03-21T09:00`) or a local date. */
export const readMoment = (text: string): Moment => {
  const moment = anyMoment(text)
  return moment._tag === "Read" && moment.at >= lastMoment ? wrong(rightMoment) : moment
}

const anyMoment = (text: string): Moment => {
  if (isInstant(text)) return { _tag: "Read", at: instant(text) }
  const exact = /Z$|[+-]\d\d:\d\d$/.test(text) ? new Date(text) : null
  if (exact !== null && !Number.isNaN(exact.getTime()) && isInstant(exact.toISOString())) {
    return { _tag: "Read", at: instant(exact.toISOString()) }
  }
  if (isLocalDate(text) && text >= "1996") return { _tag: "Read", at: startOf(text as LocalDate) }
  const [, day = "", hours = "", minutes = "", seconds = "00"] = pattern.exec(text) ?? []
  return isLocalDate(day) && day >= "1996"
    ? onTheWall(day as LocalDate, `${hours}:${minutes}`, seconds)
    : wrong(rightMoment)
}

/** As somebody would write it: `2016-03-21T09:00`. */
export const writeMoment = (at: Instant): string => `${localDateOf(at)}T${localTimeOf(at)}`

/** As people read it: `4 April 2016 at 09:12`. */
export const sayMoment = sayInstant
