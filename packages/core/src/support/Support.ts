/**
 * Support of a worker: somebody looks after a worker who was bereaved, exploited or harmed in the role.
 *
 * It is opened with a day of review, reviewed as long as it is needed, and then ended. It is of workers only, and no
 * plan of what a worker does for somebody else. Nothing reminds or ends by itself: a review that is due is derived.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Happened } from "../language/Event.ts"
import { changeBy, wrongMoment } from "../language/Judgement.ts"
import type { Change, Judgement } from "../language/Judgement.ts"
import { later } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { view } from "../language/View.ts"
import { refusedIn } from "../language/WhatComesFirst.ts"
import type { Ways } from "../language/WhatComesFirst.ts"
import { withId } from "../record/withId.ts"
import { supportEvents, SupportOpened } from "./SupportEvents.ts"

export type SupportStatus = "Unknown" | "Open" | "Ended" | "Voided"

/** An entry that named a day of review. */
export interface SupportEntry {
  readonly event: string
  readonly on: LocalDate
  readonly reviewOn: LocalDate
  /** False for the opening and for a reopening, which are no reviews. */
  readonly isReview: boolean
}

export interface Support {
  readonly status: SupportStatus
  readonly person: string
  readonly establishment: EstablishmentCode | null
  /** The change of circumstances after which it was opened; null where it was after none. */
  readonly circumstance: string | null
  /** The member of staff who gives it. */
  readonly givenBy: string
  /** Since when they give it. */
  readonly givenSince: LocalDate | null
  /** In the order in which they were recorded; the last one names the day of review. */
  readonly entries: ReadonlyArray<SupportEntry>
  readonly ended: { readonly event: string; readonly on: LocalDate } | null
  readonly changed: Change | null
}

const unknown: Support = {
  status: "Unknown",
  person: "",
  establishment: null,
  circumstance: null,
  givenBy: "",
  givenSince: null,
  entries: [],
  ended: null,
  changed: null
}

type Naming = Happened<string, { readonly reviewOn: LocalDate }>

const entered = (support: Support, { data, id, on }: Naming, isReview: boolean): Support["entries"] => [
  ...support.entries,
  { event: id, on, reviewOn: data.reviewOn, isReview }
]

export const Support = view<Support>("Support", unknown).from({
  of: supportEvents,
  by: "stream",
  evolve: {
    SupportOpened: (_, event) => ({
      ...unknown,
      status: "Open",
      person: event.data.person,
      establishment: event.data.establishment,
      circumstance: event.data.circumstance ?? null,
      givenBy: event.data.givenBy,
      givenSince: event.on,
      entries: entered(unknown, event, false),
      changed: changeBy(event)
    }),
    SupportReviewed: (support, event) => ({
      ...support,
      entries: entered(support, event, true),
      changed: changeBy(event)
    }),
    SupportHandedOver: (support, event) => ({
      ...support,
      givenBy: event.data.givenBy,
      givenSince: event.on,
      changed: changeBy(event)
    }),
    SupportEnded: (support, event) => ({
      ...support,
      status: "Ended",
      ended: { event: event.id, on: event.on },
      changed: changeBy(event)
    }),
    SupportReopened: (support, event) => ({
      ...support,
      status: "Open",
      entries: entered(support, event, false),
      ended: null,
      changed: changeBy(event)
    }),
    SupportReviewStruckOut: (support, event) => ({
      ...support,
      entries: support.entries.filter((one) => one.event !== event.corrects),
      changed: changeBy(event)
    }),
    SupportVoided: (support, event) => ({ ...support, status: "Voided", changed: changeBy(event) })
  }
})

/** The ids of all support that was ever opened for a person. */
export const SupportsOf = view<ReadonlyArray<string>>("SupportsOf", []).from({
  of: [SupportOpened],
  by: "person",
  evolve: { SupportOpened: withId }
})

/** The day on which it is looked at again; null where it is not open. */
export const reviewOf = ({ entries, status }: Support): LocalDate | null =>
  status === "Open" ? entries.at(-1)?.reviewOn ?? null : null

/** The day of the last of what stands: nothing is recorded before it. */
export const lastOn = ({ entries, givenSince }: Support): LocalDate | null =>
  entries.reduce<LocalDate | null>((last, { on }) => (last === null ? on : later(last, on)), givenSince)

/** What may be done in each state. */
export const supportSteps: Readonly<Record<SupportStatus, ReadonlyArray<string>>> = {
  Unknown: ["OpenWorkerSupport"],
  Open: [
    "ReviewWorkerSupport",
    "HandOverWorkerSupport",
    "EndWorkerSupport",
    "StrikeOutWorkerSupportReview",
    "VoidWorkerSupport"
  ],
  Ended: ["ReopenWorkerSupport", "VoidWorkerSupport"],
  Voided: []
}

/** Refuses because the support is in the wrong state, or with a sentence of its own. */
export const supportNotNow = (support: Support, says?: string): Judgement<never> =>
  wrongMoment("support", support.status, support.changed, supportSteps[support.status], says)

/** The way on for a support that has ended. */
export const supportWays: Ways<SupportStatus> = {
  Ended: { to: "Open", says: "reopen it", already: ["EndWorkerSupport"] }
}

const refusedInState = refusedIn({ life: "support", steps: supportSteps, ways: supportWays })

/** Refuses the command where the state does not allow it; null where it does. */
export const refusedNow = ({ changed, status }: Support, command: string): Judgement<never> | null =>
  refusedInState(status, changed, command)
