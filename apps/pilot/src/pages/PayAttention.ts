/**
 * What waits for somebody in the pay of workers: bands that are to be looked at, and bands that nobody published.
 */
import { addDays, isOpenNow, isPublishedBand, limitOn, payReviewDueOn, say } from "@peerwork/core"
import { roleOf } from "../records/Derived.ts"
import { schemeName } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { inList } from "../records/Names.ts"
import type { Attention, Item } from "./Attention.ts"
import { counted } from "./Counted.ts"

const toReview = ({ day, records }: Looked): ReadonlyArray<Item> =>
  [...records.scheme.values()].filter(({ state }) => state.status !== "Closed").flatMap(({ id, state }) => {
    const due = payReviewDueOn(state.pay, day)
    const before = limitOn(state, "firstReminderDays", day) ?? 0
    return due === null || due > addDays(day, before) ? [] : [{
      text: schemeName(state),
      href: `/schemes/${id}`,
      detail: `the pay bands ${due < day ? "were" : "are"} to be looked at by ${say(due)}`
    }]
  })

const unpublished = ({ day, names, records }: Looked): ReadonlyArray<Item> =>
  [...records.appointment.values()].flatMap(({ state }) => {
    const { payBand, person, scheme } = state
    const pay = records.scheme.get(scheme)?.state.pay ?? []
    return !isOpenNow(state) || payBand === null || isPublishedBand(pay, payBand, day) ? [] : [{
      text: inList(names, person),
      href: `/workers/${person}`,
      detail: `${roleOf(records, state)}, is paid in band ${payBand}, which is not published`
    }]
  })

/** Bands to look at, and workers who are paid in a band that is not published. */
export const payAttention = (looked: Looked): ReadonlyArray<Attention> => [
  {
    key: "schemes-with-pay-to-review",
    counted: counted("scheme's pay is to be looked at", "schemes' pay is to be looked at"),
    says: "What workers are paid is looked at every year. Record that it stays, or publish the bands anew",
    items: toReview(looked)
  },
  {
    key: "pay-not-published",
    counted: counted("worker's pay band is not published", "workers' pay bands are not published"),
    says: "Publish the band in the scheme, or put the appointment right",
    items: unpublished(looked)
  }
]
