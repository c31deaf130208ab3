/**
 * Telling whom it is about: what somebody did not agree to was passed on all the same, and they are told of it, or it is
 * recorded why not. It waits for one of both, whatever else became of the escalation.
 */
import { command } from "../language/Command.ts"
import { decision } from "../language/Decision.ts"
import type { Known, Reading } from "../language/Decision.ts"
import { open, personal } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { text } from "../language/Kind.ts"
import { anyMeans } from "./Concern.ts"
import { isSubjectTold } from "./Escalation.ts"
import { aWhyKeptFromThem, EscalationSubjectInformed, EscalationSubjectNotInformed, own } from "./EscalationEvents.ts"
import { notNow } from "./escalationSteps.ts"
import { handled, keepAway, keysOf, when, whichEscalation } from "./handling.ts"
import type { Act, Handled } from "./handling.ts"
import { KeepAwayFromYourOwnConcern } from "./rules/KeepAwayFromYourOwnConcern.ts"

/** The escalation, where somebody has to be told that it was passed on; or a refusal. */
function* toldOf(name: string, command: Act, known: Known): Reading<Handled | Judgement<never>> {
  const found = yield* handled(name, command, known)
  if ("_tag" in found) return found
  const { escalation } = found
  if (!escalation.againstWish) return notNow(escalation, "It was passed on with their agreement, or names nobody")
  return isSubjectTold(escalation)
    ? notNow(escalation, "That they were told, or why not, is recorded already")
    : found
}

export const InformEscalationSubject = command("escalation", "InformEscalationSubject", {
  title: "Tell them that it was passed on",
  says: "Records that whoever did not agree was told that it was passed on all the same, and on which ground",
  fields: {
    escalation: whichEscalation,
    means: open(anyMeans, "How were they told?"),
    told: personal(text(2000, true), own, "What were they told?"),
    at: when("When were they told?")
  }
})

export const informEscalationSubject = decision(
  InformEscalationSubject,
  [KeepAwayFromYourOwnConcern],
  function*(command, known) {
    const found = yield* toldOf("InformEscalationSubject", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    return judge(keepAway(found, known)).accept(() => [
      EscalationSubjectInformed.make({
        of: command.escalation,
        at,
        data: { ...keysOf(escalation), means: command.means }
      })
    ])
  }
)

export const RecordSubjectNotInformed = command("escalation", "RecordSubjectNotInformed", {
  title: "Record why they are not told that it was passed on",
  says: "Records that telling them would put somebody at risk, or why it is not possible",
  fields: {
    escalation: whichEscalation,
    why: personal(aWhyKeptFromThem, own, "Why are they not told?"),
    at: when("When was it decided?")
  }
})

export const recordSubjectNotInformed = decision(
  RecordSubjectNotInformed,
  [KeepAwayFromYourOwnConcern],
  function*(command, known) {
    const found = yield* toldOf("RecordSubjectNotInformed", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    return judge(keepAway(found, known)).accept(() => [
      EscalationSubjectNotInformed.make({ of: command.escalation, at, data: keysOf(escalation) })
    ])
  }
)
