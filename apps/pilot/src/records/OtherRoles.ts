/**
 * The other roles of a worker who is being suspended in one: links to suspend them there too, if it is called for.
 */
import { isAnotherRole } from "@peerwork/core"
import { appointmentsOf, holderIn, roleOf } from "./Derived.ts"
import type { Looked } from "./Labels.ts"

/** The roles to consider as well; none for another command. */
export const otherRolesFor = ({ day, records }: Looked, command: string, appointment: string) => {
  const state = records.appointment.get(appointment)?.state
  if (command !== "SuspendAppointment" || state === undefined) return []
  return appointmentsOf(records, holderIn(records, state).id)
    .filter((other) => isAnotherRole(state, other.state, day))
    .map((other) => ({
      text: `Suspend as ${roleOf(records, other.state)}`,
      href: `/do/SuspendAppointment?appointment=${other.id}`
    }))
}
