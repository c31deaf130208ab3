/**
 * Which shadowings need attention: those that can be signed off, whose sign-off fell, that stand still or have not begun,
 * and those of workers who shadowed elsewhere before: whether those days count, and whether as many still do.
 */
import { carriedInto, firstSignOff, isOpen, mentorOf, say, signOffHolds } from "@peerwork/core"
import type { Shadowing } from "@peerwork/core"
import { answerIn } from "../records/Answering.ts"
import { placementIn, transferredBefore } from "../records/Derived.ts"
import { isOfDuplicate, sayGone } from "../records/GoneWhileShadowing.ts"
import type { Looked } from "../records/Labels.ts"
import { inList } from "../records/Names.ts"
import type { Kept } from "../records/Records.ts"
import type { Item } from "./Attention.ts"

const shadowings = ({ records }: Looked, choose: (state: Shadowing) => boolean) =>
  [...records.shadowing.values()].filter(({ state }) => choose(state))

const shadowingItem = ({ names }: Looked, { id, state }: Kept<Shadowing>, detail: string): Item => ({
  text: inList(names, state.shadower),
  href: `/shadowings/${id}`,
  detail
})

/** Shadowings with enough days behind them. */
export const signOffsPossible = (looked: Looked): ReadonlyArray<Item> =>
  shadowings(looked, ({ status }) => status === "Running" || status === "Paused").flatMap((kept) => {
    const first = firstSignOff(kept.state, placementIn(looked.records, kept.state).onTheDay)
    return first === null || first > looked.day
      ? []
      : [
        shadowingItem(looked, kept, `with ${inList(looked.names, mentorOf(kept.state))}, possible since ${say(first)}`)
      ]
  })

/** Sign-offs of shadowings in which too few days count. */
export const signOffsThatFell = (looked: Looked): ReadonlyArray<Item> =>
  shadowings(looked, ({ signOff }) => signOff !== null).flatMap((kept) =>
    signOffHolds(placementIn(looked.records, kept.state))
      ? []
      : [shadowingItem(looked, kept, `signed off on ${say(kept.state.signOff?.on ?? looked.day)}`)]
  )

const whyHalted = ({ records }: Looked, state: Shadowing): string =>
  sayGone(records, state) ??
    (state.status === "Paused" ? "paused" : "no eligible mentor, or the worker is not there")

/** Shadowings of which people say that they belong to the appointment that stays, since their own ended beside it. */
export const ofDuplicates = (looked: Looked): ReadonlyArray<Item> =>
  shadowings(looked, (state) => isOfDuplicate(looked.records, state)).map((kept) =>
    shadowingItem(looked, kept, sayGone(looked.records, kept.state) ?? "")
  )

/** Shadowings that have begun and in which no day counts any longer. */
export const halted = (looked: Looked): ReadonlyArray<Item> =>
  shadowings(
    looked,
    (state) => isOpen(state) && state.startedOn !== null && !isOfDuplicate(looked.records, state)
  ).flatMap((kept) =>
    firstSignOff(kept.state, placementIn(looked.records, kept.state).onTheDay) === null
      ? [shadowingItem(looked, kept, whyHalted(looked, kept.state))]
      : []
  )

/** The shadowings elsewhere of which it is decided whether their days count here, or whose days are in one that does. */
const decidedIn = (
  { records }: Looked,
  state: Shadowing
): ReadonlyArray<string> => [
  ...state.earlier.map(({ shadowing }) => shadowing),
  ...answerIn(records, carriedInto(state))
]

/** Days elsewhere that count here, of which another number counts now than when that was decided. */
const countedAnew = (looked: Looked, kept: Kept<Shadowing>): ReadonlyArray<Item> => {
  const { daysThere } = placementIn(looked.records, kept.state).onTheDay
  return kept.state.earlier.flatMap(({ counts, days, shadowing }) => {
    const now = daysThere(shadowing)
    const told = `it was decided of ${days} days elsewhere that they count; by what is known now ${now} count there`
    return counts && now !== days ? [shadowingItem(looked, kept, told)] : []
  })
}

/**
 * Shadowings of workers who shadowed elsewhere before, while nobody has decided whether those days count, or has
 * decided it of another number of days than count there now.
 */
export const earlierToDecide = (looked: Looked): ReadonlyArray<Item> =>
  shadowings(looked, isOpen).flatMap((kept) => [
    ...transferredBefore(looked.records, kept.id)
      .filter(({ id }) => !decidedIn(looked, kept.state).includes(id))
      .map(({ state }) =>
        shadowingItem(looked, kept, `a transfer ended another on ${say(state.ended?.on ?? looked.day)}`)
      ),
    ...countedAnew(looked, kept)
  ])

/** Planned shadowings whose first day has come. */
export const notStarted = (looked: Looked): ReadonlyArray<Item> =>
  shadowings(looked, ({ startOn, status }) => status === "Planned" && startOn !== null && startOn <= looked.day).map((
    kept
  ) =>
    shadowingItem(
      looked,
      kept,
      sayGone(looked.records, kept.state) ?? `planned to start on ${say(kept.state.startOn ?? looked.day)}`
    )
  )
