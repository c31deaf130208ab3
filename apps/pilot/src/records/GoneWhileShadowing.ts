/**
 * A shadowing that waits for nobody: its worker was released or died, or its appointment is over. Nobody knows whether
 * they come back, so it is ended. Where the appointment ended as a duplicate, its days count in the one that stays.
 */
import { isOpen, isOpenNow, isSamePerson, say } from "@peerwork/core"
import type { Appointment, Shadowing } from "@peerwork/core"
import { holderIn, placementIn, profileFor, shadowingsFor } from "./Derived.ts"
import type { Records } from "./Records.ts"

/** One that has begun is ended, one that has not is cancelled. */
const endIt = ({ startedOn }: Shadowing): string =>
  startedOn === null ? "cancel the shadowing" : "end the shadowing as not achieved, with the reason"

const workerGone = (records: Records, state: Shadowing): string | null => {
  const { movements, status } = placementIn(records, state).worker
  if (status !== "Released" && status !== "Died") return null
  const on = movements.filter(({ kind }) => kind === status).at(-1)?.on
  if (on === undefined) return null
  if (status === "Died") return `the worker died on ${say(on)}: ${endIt(state)}`
  const later = state.startedOn === null ? "" : ". If they return, they may shadow anew"
  return `the worker was released on ${say(on)}: ${endIt(state)}${later}`
}

/** Whether the appointment still waits for a shadowing, and has none of its own. */
const asksForOne = (records: Records, id: string, appointment: Appointment): boolean =>
  isOpenNow(appointment) && appointment.activated === null &&
  profileFor(records, appointment)?.asksForShadowing === true &&
  !shadowingsFor(records, id).some(({ state }) => isOpen(state) || state.signOff !== null)

/** Whether its days are of use to the appointment that stayed when its own ended as a duplicate. */
export const isOfDuplicate = (records: Records, state: Shadowing): boolean => {
  if (!isOpen(state) && state.signOff === null) return false
  const appointment = records.appointment.get(state.appointment)?.state
  const id = appointment?.ended?.duplicateOf ?? ""
  const stays = records.appointment.get(id)?.state
  return appointment !== undefined && stays !== undefined &&
    isSamePerson(holderIn(records, appointment), holderIn(records, stays)) && asksForOne(records, id, stays)
}

/** What is to be done with a shadowing that nobody can go on with, whichever page asks; null where it goes on. */
export const sayGone = (records: Records, state: Shadowing): string | null => {
  if (isOfDuplicate(records, state)) {
    return "the appointment ended as a duplicate: correct the worker of the shadowing, and its days count in the " +
      "appointment that stays"
  }
  if (!isOpen(state)) return null
  const gone = workerGone(records, state)
  if (gone !== null) return gone
  const ended = records.appointment.get(state.appointment)?.state.ended ?? null
  return ended === null ? null : `the appointment ended on ${say(ended.on)}: ${endIt(state)}`
}
