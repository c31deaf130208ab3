/**
 * Which escalations ever concerned a person: as whom they are about, as the worker who raised them, or as whom a worker
 * heard it from. It only finds; what each is about now, its own life says.
 */
import { view } from "../language/View.ts"
import { withId } from "../record/withId.ts"
import { EscalationCorrected, EscalationRaised } from "./EscalationEvents.ts"
import { EscalationJoined } from "./EscalationLinkEvents.ts"
import { EscalationRaiserCorrected } from "./EscalationRaiserEvents.ts"

export const EscalationsConcerning = view<ReadonlyArray<string>>("EscalationsConcerning", []).from({
  of: [EscalationRaised, EscalationCorrected, EscalationJoined, EscalationRaiserCorrected],
  by: "person",
  evolve: {
    EscalationRaised: withId,
    EscalationCorrected: withId,
    EscalationJoined: withId,
    EscalationRaiserCorrected: withId
  }
})
