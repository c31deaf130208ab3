/**
 * What waits for a decision since two records became one person, or since a merge was undone.
 */
import {
  coveredBy,
  identityOf,
  isOpen,
  isSamePerson,
  isTheirs,
  mentorNow,
  say,
  timesApart,
  whereTheyMeet
} from "@peerwork/core"
import { answerIn } from "../records/Answering.ts"
import { holderIn, isHeldTwice, roleOf } from "../records/Derived.ts"
import type { Looked } from "../records/Labels.ts"
import { inList } from "../records/Names.ts"
import type { Attention, Item } from "./Attention.ts"
import { counted } from "./Counted.ts"
import { ofDuplicates } from "./ShadowingAttention.ts"

const heldTwice = ({ names, records }: Looked): ReadonlyArray<Item> =>
  [...records.appointment.values()].filter(({ state }) => isHeldTwice(records, state)).map(({ state }) => {
    const { id } = holderIn(records, state)
    return {
      text: inList(names, id),
      href: `/workers/${id}`,
      detail: roleOf(records, state)
    }
  })

const withThemselves = ({ names, records }: Looked): ReadonlyArray<Item> =>
  [...records.shadowing.values()].filter(({ state }) => state.status !== "Cancelled").flatMap(({ id, state }) => {
    const appointment = records.appointment.get(state.appointment)?.state
    if (appointment === undefined) return []
    const worker = holderIn(records, appointment)
    return isTheirs(worker, mentorNow(state))
      ? [{ text: inList(names, worker.id), href: `/shadowings/${id}`, detail: "worker and mentor are one person" }]
      : []
  })

/** Ended as a duplicate of an appointment that turned out to be somebody else's after all. */
const noDuplicate = ({ names, records }: Looked): ReadonlyArray<Item> =>
  [...records.appointment.values()].flatMap(({ state }) => {
    const { ended } = state
    const stays = records.appointment.get(ended?.duplicateOf ?? "")?.state
    const holder = holderIn(records, state)
    return ended === null || stays === undefined || isSamePerson(holder, holderIn(records, stays)) ? [] : [{
      text: inList(names, holder.id),
      href: `/workers/${holder.id}`,
      detail: `${roleOf(records, state)}, ended on ${say(ended.on)}`
    }]
  })

/** Open shadowings of two who are to be kept apart today. */
const keptApart = ({ day, names, records }: Looked): ReadonlyArray<Item> =>
  [...records.shadowing.values()].filter(({ state }) => isOpen(state)).flatMap(({ id, state }) => {
    const appointment = records.appointment.get(state.appointment)?.state
    if (appointment === undefined) return []
    const worker = holderIn(records, appointment)
    const mentor = answerIn(records, identityOf(mentorNow(state).id, mentorNow(state).on))
    return coveredBy(answerIn(records, timesApart(worker, mentor, whereTheyMeet)), day)
      ? [{ text: inList(names, worker.id), href: `/shadowings/${id}`, detail: `with ${inList(names, mentor.id)}` }]
      : []
  })

/** What merges and non-associations leave for people to decide. */
export const identityAttention = (looked: Looked): ReadonlyArray<Attention> => [
  {
    key: "roles-held-twice",
    counted: counted(
      "appointment is held beside another in its role",
      "appointments are held beside another in their role"
    ),
    says: "Two records of one person were merged. Decide which appointment stays, and end the other as a duplicate",
    items: heldTwice(looked)
  },
  {
    key: "shadowings-of-duplicates",
    counted: counted(
      "shadowing belongs to an appointment that ended as a duplicate",
      "shadowings belong to appointments that ended as duplicates"
    ),
    says: "Correct its worker: the days count in the appointment that stays",
    items: ofDuplicates(looked)
  },
  {
    key: "shadowings-with-themselves",
    counted: counted("shadowing is of somebody with themselves", "shadowings are of somebody with themselves"),
    says: "Two records of one person were merged, and no day counts. Correct or replace the mentor, or cancel it",
    items: withThemselves(looked)
  },
  {
    key: "shadowings-of-two-kept-apart",
    sees: "nonAssociations",
    counted: counted("shadowing is of two who are to be kept apart", "shadowings are of two who are to be kept apart"),
    says: "No day counts. Replace the mentor, or end the shadowing; neither of the two is told why",
    items: keptApart(looked)
  },
  {
    key: "no-duplicates-after-all",
    counted: counted("appointment ended as a duplicate and was none", "appointments ended as duplicates and were none"),
    says: "The merge was undone. Reopen the appointment, and end it for a reason of its own if it is over",
    items: noDuplicate(looked)
  }
]
