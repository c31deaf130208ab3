/**
 * What runs out: of which workers something is to be renewed soon, and whose refresher is late and waited for.
 *
 * What has run out already restricts the appointment, and is told with the restricted ones.
 */
import { isOpenNow, lapsesOn, say, sayValidity, validityOn } from "@peerwork/core"
import type { Appointment } from "@peerwork/core"
import { remindersIn, roleOf, validitiesIn } from "../records/Derived.ts"
import type { Looked } from "../records/Labels.ts"
import { inList } from "../records/Names.ts"
import type { Kept } from "../records/Records.ts"
import type { Attention, Item } from "./Attention.ts"
import { counted } from "./Counted.ts"

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const workers = (looked: Looked, details: (kept: Kept<Appointment>) => ReadonlyArray<string>): ReadonlyArray<Item> =>
  [...looked.records.appointment.values()].filter(({ state }) => state.activated !== null && isOpenNow(state))
    .flatMap((kept) =>
      details(kept).map((detail) => ({
        text: inList(looked.names, kept.state.person),
        href: `/workers/${kept.state.person}`,
        detail: `${roleOf(looked.records, kept.state)}, ${detail}`
      }))
    )

const left = (days: number): string => days === 0 ? "the last day" : days === 1 ? "1 day left" : `${days} days left`

const soon = (looked: Looked): ReadonlyArray<Item> =>
  workers(
    looked,
    (kept) =>
      remindersIn(looked.records, kept, looked.day).map(({ daysLeft, validity }) =>
        `${lower(sayValidity(validity, looked.day))}, ${left(daysLeft)}`
      )
  )

const late = (looked: Looked): ReadonlyArray<Item> =>
  workers(looked, (kept) =>
    validitiesIn(looked.records, kept, looked.day).flatMap((validity) => {
      const lapses = lapsesOn(validity)
      return validityOn(validity, looked.day) !== "PendingRenewal" || lapses === null
        ? []
        : [`${lower(sayValidity(validity, looked.day))}, restricted from ${say(lapses)}`]
    }))

/** What will run out, and what has and is waited for. */
export const runningOut = (looked: Looked): ReadonlyArray<Attention> => [
  {
    key: "refreshers-late",
    counted: counted("refresher is late", "refreshers are late"),
    says: "Refresh the training before the grace ends: from the day after, the worker is restricted",
    items: late(looked)
  },
  {
    key: "running-out",
    counted: counted("requirement runs out soon", "requirements run out soon"),
    says: "Renew it before it runs out",
    items: soon(looked)
  }
]
