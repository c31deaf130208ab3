/**
 * Why staff removed somebody from a scheme before: shown to whoever selects them again, as far as they may read reasons.
 */
import { decisions, say } from "@peerwork/core"
import type { Role } from "@peerwork/core"
import { EventStore } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { maySee } from "../signin/WhoSees.ts"
import { appointmentsOf, holderIn, roleOf } from "./Derived.ts"
import { plainText } from "./Labels.ts"
import type { Records } from "./Records.ts"

/** The words of the reason for an end, from the question that asks for it. */
const sayReason = (code: string): string => {
  const input = decisions.get("EndAppointment")?.command.fields["reason"]?.kind.input
  return input?._tag === "Choice" ? input.options[code] ?? code : code
}

/** The removals from the scheme of an appointment, each with its day, role and reason, and a link to what was recorded. */
export const earlierRemovals = (records: Records, role: Role, command: string, appointment: string) =>
  Effect.gen(function*() {
    const state = records.appointment.get(appointment)?.state
    if (command !== "SelectForAppointment" || state === undefined) return []
    const holder = holderIn(records, state).id
    const removed = appointmentsOf(records, holder).filter((one) =>
      one.id !== appointment && one.state.scheme === state.scheme && one.state.step !== "Voided" &&
      one.state.ended?.removed === true
    )
    if (removed.length === 0) return []
    const events = removed.flatMap((one) => one.state.ended?.event ?? [])
    const store = yield* EventStore
    const personal = maySee(role, "reasons") ? yield* store.personalOf(events) : []
    return removed.map((one) => {
      const { ended } = one.state
      const value = personal.find(({ eventId, name }) => name === "reason" && eventId === ended?.event)?.value
      const why = value === undefined ? "Removed by staff" : sayReason(plainText(value))
      const on = ended === null ? "" : ` on ${say(ended.on)}`
      return { text: `${why}, as ${roleOf(records, one.state)}${on}`, href: `/workers/${holder}/history` }
    })
  })
