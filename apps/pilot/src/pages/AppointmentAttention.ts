/**
 * What somebody decides about an appointment because something turned out otherwise: advice on a selection by a worker
 * whose interest became known since, and a worker on a unit for which the role is no longer done.
 */
import { adviceThatFell, isOpenNow, sayAmount, unitOn } from "@peerwork/core"
import type { Appointment } from "@peerwork/core"
import { answerIn } from "../records/Answering.ts"
import { profileFor, roleOf } from "../records/Derived.ts"
import { sayCode } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { inList } from "../records/Names.ts"
import type { Kept } from "../records/Records.ts"
import type { Attention, Item } from "./Attention.ts"
import { counted } from "./Counted.ts"

/** An item for each open appointment of which there is something to say. */
export const appointments = (
  looked: Looked,
  detail: (kept: Kept<Appointment>) => string | null
): ReadonlyArray<Item> =>
  [...looked.records.appointment.values()].filter(({ state }) => isOpenNow(state)).flatMap((kept) => {
    const says = detail(kept)
    return says === null
      ? []
      : [{
        text: inList(looked.names, kept.state.person),
        href: `/workers/${kept.state.person}`,
        detail: `${roleOf(looked.records, kept.state)}, ${says}`
      }]
  })

const advisedWithAnInterest = (looked: Looked) =>
  appointments(looked, ({ state }) => {
    const { length } = answerIn(looked.records, adviceThatFell(state))
    if (length === 0) return null
    const workers = sayAmount(length, "worker advised", "workers advised")
    return `${workers} and had an interest; ${state.selected === null ? "nobody is selected yet" : "selected since"}`
  })

const offTheUnits = (looked: Looked) =>
  appointments(looked, ({ state }) => {
    const [units, unit] = [profileFor(looked.records, state)?.units ?? [], unitOn(state, looked.day)]
    return unit === null || units.length === 0 || units.includes(unit)
      ? null
      : `works on ${sayCode(unit)}; the role is done on ${units.map(sayCode).join(", ")}`
  })

export const appointmentAttention = (looked: Looked): ReadonlyArray<Attention> => [
  {
    key: "advice-with-an-interest",
    counted: counted(
      "selection was advised on by somebody with an interest",
      "selections were advised on with an interest"
    ),
    says: "Look at the selection again. Then strike out the advice, or end the appointment",
    items: advisedWithAnInterest(looked)
  },
  {
    key: "units-without-the-role",
    counted: counted("worker is on a unit without their role", "workers are on a unit without their role"),
    says: "The role profile no longer names the unit. Record where they work now, correct the profile, or plan the end",
    items: offTheUnits(looked)
  }
]
