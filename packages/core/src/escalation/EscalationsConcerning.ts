/**
 * Which escalations ever concerned a person: as whom they are about, as the worker who raised them, or as whom a worker
 * heard it from. It only finds; what each is about now, its own life says.
 */
import type { Happened } from "../language/Event.ts"
import { view } from "../language/View.ts"
import { EscalationCorrected, EscalationRaised } from "./EscalationEvents.ts"
import { EscalationJoined } from "./EscalationLinkEvents.ts"

const withId = (ids: ReadonlyArray<string>, event: Happened): ReadonlyArray<string> => {
  const id = event.stream.slice("escalation-".length)
  return ids.includes(id) ? ids : [...ids, id]
}

export const EscalationsConcerning = view<ReadonlyArray<string>>("EscalationsConcerning", []).from({
  of: [EscalationRaised, EscalationCorrected, EscalationJoined],
  by: "person",
  evolve: { EscalationRaised: withId, EscalationCorrected: withId, EscalationJoined: withId }
})
