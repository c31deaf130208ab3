/**
 * How an escalation passes from hand to hand: handed over, acknowledged, rejected back, redirected. It always has an
 * owner, and the deadline stands until somebody has acknowledged it.
 */
import { command } from "../language/Command.ts"
import { decision } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { idOf, text } from "../language/Kind.ts"
import { anyMeans } from "./Concern.ts"
import { passedOn } from "./Deadline.ts"
import { isUnacknowledged, whoHas } from "./Escalation.ts"
import {
  EscalationAcknowledged,
  EscalationHandedOver,
  EscalationRedirected,
  EscalationRejectedBack,
  own
} from "./EscalationEvents.ts"
import { notNow } from "./escalationSteps.ts"
import {
  answerFor,
  classifiedOf,
  climb,
  handled,
  keepAway,
  keysOf,
  passing,
  passingRuleList,
  takenOn,
  when,
  whichEscalation
} from "./handling.ts"
import { AnswerForWhatIsWithYou } from "./rules/AnswerForWhatIsWithYou.ts"
import { KeepAwayFromYourOwnConcern } from "./rules/KeepAwayFromYourOwnConcern.ts"
import { NeverRejectWhatIsImmediate } from "./rules/NeverRejectWhatIsImmediate.ts"
import { SendItToTheNominatedManager } from "./rules/SendItToTheNominatedManager.ts"
import { backWith } from "./WhoAnswers.ts"

const receiver = tagged("staff", idOf("staff"), "To whom?", "Somebody who is on duty and can act.")
const told = optional(open(anyMeans, "How were they told?"))
const reason = personal(text(2000, true), own, "Why?")

export const HandOverEscalation = command("escalation", "HandOverEscalation", {
  title: "Hand an escalation over",
  says: "Records that a named member of staff was told, who has to acknowledge it",
  fields: { escalation: whichEscalation, receiver, means: told, at: when("When were they told?") }
})

export const handOverEscalation = decision(HandOverEscalation, passingRuleList, function*(command, known) {
  const found = yield* handled("HandOverEscalation", command, known)
  if ("_tag" in found) return found
  const { at, escalation } = found
  const { escalation: of, means, receiver } = command
  const climbing = yield* climb(found, [receiver])
  return judge(...(yield* passing(climbing, command, known, at))).accept(() => [
    EscalationHandedOver.make({
      of,
      at,
      data: { ...keysOf(escalation), receiver, ...(means === undefined ? {} : { means }) }
    })
  ])
})

export const AcknowledgeEscalation = command("escalation", "AcknowledgeEscalation", {
  title: "Acknowledge an escalation",
  says: "You take it on: from now on it is with you",
  fields: { escalation: whichEscalation, at: when("When did you take it on?") }
})

export const acknowledgeEscalation = decision(
  AcknowledgeEscalation,
  [KeepAwayFromYourOwnConcern, AnswerForWhatIsWithYou, SendItToTheNominatedManager],
  function*(command, known) {
    const found = yield* handled("AcknowledgeEscalation", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    const climbing = yield* climb(found)
    return judge(
      keepAway(found, known),
      answerFor(climbing, known, at),
      takenOn(climbing, known, at)
    ).accept(() => [
      EscalationAcknowledged.make({ of: command.escalation, at, data: keysOf(escalation) })
    ])
  }
)

export const RejectEscalationBack = command("escalation", "RejectEscalationBack", {
  title: "Reject an escalation back",
  says:
    "It is with whoever passed it on again, or with whoever covers for them if they are off duty; the deadline stands",
  fields: { escalation: whichEscalation, reason, at: when("When did you reject it?") }
})

export const rejectEscalationBack = decision(
  RejectEscalationBack,
  [KeepAwayFromYourOwnConcern, AnswerForWhatIsWithYou, NeverRejectWhatIsImmediate],
  function*(command, known) {
    const found = yield* handled("RejectEscalationBack", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    const climbing = yield* climb(found)
    const formerReceiver = whoHas(escalation)
    return judge(
      keepAway(found, known),
      answerFor(climbing, known, at),
      NeverRejectWhatIsImmediate.asks({ immediate: classifiedOf(escalation).urgency === "IMMEDIATE" })
    ).accept(() => [
      EscalationRejectedBack.make({
        of: command.escalation,
        at,
        data: {
          ...keysOf(escalation),
          owner: backWith(climbing, at, [known.actor.id, ...(formerReceiver === null ? [] : [formerReceiver])]),
          ...(formerReceiver === null ? {} : { formerReceiver })
        }
      })
    ])
  }
)

export const RedirectEscalation = command("escalation", "RedirectEscalation", {
  title: "Redirect an escalation",
  says: "Passes it on to another member of staff, who has to acknowledge it",
  fields: { escalation: whichEscalation, receiver, means: told, reason, at: when("When were they told?") }
})

export const redirectEscalation = decision(RedirectEscalation, passingRuleList, function*(command, known) {
  const found = yield* handled("RedirectEscalation", command, known)
  if ("_tag" in found) return found
  const { at, escalation } = found
  const { escalation: of, means, receiver } = command
  const formerReceiver = whoHas(escalation)
  if (formerReceiver === receiver) return notNow(escalation, "It is with them already")
  const climbing = yield* climb(found, [receiver])
  const wasAcknowledged = !isUnacknowledged(escalation)
  return judge(...(yield* passing(climbing, command, known, at))).accept(() => [
    EscalationRedirected.make({
      of,
      at,
      data: {
        ...keysOf(escalation),
        receiver,
        acknowledgeBy: passedOn(climbing, classifiedOf(escalation), at, wasAcknowledged),
        ...(formerReceiver === null ? {} : { formerReceiver }),
        ...(means === undefined ? {} : { means })
      }
    })
  ])
})
