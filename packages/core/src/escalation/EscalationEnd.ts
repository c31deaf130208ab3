/**
 * How an escalation ends: resolved, whoever raised it told or not and why, closed with an outcome and a time; reopened
 * when something new becomes known; withdrawn, where that cannot hide a danger.
 */
import { command, deriving } from "../language/Command.ts"
import { decision } from "../language/Decision.ts"
import type { Known, Reading } from "../language/Decision.ts"
import { open, personal } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { text, yesOrNo } from "../language/Kind.ts"
import { anyMeans, isSafeguarding } from "./Concern.ts"
import { isRaiserTold } from "./Escalation.ts"
import {
  anOutcome,
  aWhyNotTold,
  EscalationClosed,
  EscalationRaiserInformed,
  EscalationRaiserNotInformed,
  EscalationReopened,
  EscalationResolved,
  EscalationWithdrawn,
  own
} from "./EscalationEvents.ts"
import { notNow } from "./escalationSteps.ts"
import { answerFor, classifiedOf, climb, handled, keepAway, keysOf, when, whichEscalation } from "./handling.ts"
import type { Act, Handled } from "./handling.ts"
import { carriedOnIn, isToldSince, linkedInto, raisersToTell } from "./LinkedInto.ts"
import { AnswerForWhatIsWithYou } from "./rules/AnswerForWhatIsWithYou.ts"
import { KeepAwayFromYourOwnConcern } from "./rules/KeepAwayFromYourOwnConcern.ts"
import { NeverWithdrawADanger } from "./rules/NeverWithdrawADanger.ts"
import { TellTheRaiserFirst } from "./rules/TellTheRaiserFirst.ts"

export const ResolveEscalation = command("escalation", "ResolveEscalation", {
  title: "Resolve an escalation",
  says: "What could be done about it is done",
  fields: {
    escalation: whichEscalation,
    done: personal(text(4000, true), own, "What was done about it?"),
    at: when("When was it done?")
  }
})

export const resolveEscalation = decision(
  ResolveEscalation,
  [KeepAwayFromYourOwnConcern, AnswerForWhatIsWithYou],
  function*(command, known) {
    const found = yield* handled("ResolveEscalation", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    const climbing = yield* climb(found)
    return judge(keepAway(found, known), answerFor(climbing, known, at)).accept(() => [
      EscalationResolved.make({ of: command.escalation, at, data: keysOf(escalation) })
    ])
  }
)

export const InformEscalationRaiser = command("escalation", "InformEscalationRaiser", {
  title: "Tell whoever raised it",
  says: "Records what they were told, which is no more than they may know",
  fields: {
    escalation: whichEscalation,
    means: open(anyMeans, "How were they told?"),
    told: personal(text(2000, true), own, "What were they told?"),
    at: when("When were they told?")
  }
})

/** The escalation, also one that is carried on in another, where its raiser is to be told; or a refusal. */
function* toTell(name: string, command: Act, known: Known): Reading<Handled | Judgement<never>> {
  const found = yield* handled(name, command, known)
  if ("_tag" in found) return found
  const { escalation } = found
  const isLinked = escalation.stage === "Linked"
  const carriedOn = yield* carriedOnIn(escalation)
  if (isLinked && carriedOn.stage !== "Resolved") {
    return notNow(escalation, "It goes on in the one that it is linked to. Tell them once that is resolved")
  }
  return (isLinked ? isToldSince(carriedOn, escalation) : isRaiserTold(escalation))
    ? notNow(escalation, "That they were told, or why not, is recorded already")
    : found
}

export const informEscalationRaiser = decision(
  InformEscalationRaiser,
  [KeepAwayFromYourOwnConcern],
  function*(command, known) {
    const found = yield* toTell("InformEscalationRaiser", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    if (escalation.anonymous) {
      return notNow(escalation, "It was raised without a name. Record that nobody can be told")
    }
    const { escalation: of, means } = command
    return judge(keepAway(found, known)).accept(() => [
      EscalationRaiserInformed.make({ of, at, data: { ...keysOf(escalation), means } })
    ])
  }
)

export const RecordRaiserNotInformed = deriving(
  "escalation",
  "RecordRaiserNotInformed",
  {
    title: "Record why whoever raised it is not told",
    says: "They cannot or should not be told what became of it",
    fields: {
      escalation: whichEscalation,
      why: personal(aWhyNotTold, own, "Why are they not told?"),
      at: when("When was it decided?")
    }
  },
  { nobodyKnows: open(yesOrNo, "Nobody knows who raised it") },
  ({ why }) => ({ nobodyKnows: why === "ANONYMOUS" })
)

export const recordRaiserNotInformed = decision(
  RecordRaiserNotInformed,
  [KeepAwayFromYourOwnConcern],
  function*(command, known) {
    const found = yield* toTell("RecordRaiserNotInformed", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    if (command.nobodyKnows && !escalation.anonymous) {
      return notNow(escalation, "It is known who raised it. Tell them, or give another reason")
    }
    return judge(keepAway(found, known)).accept(() => [
      EscalationRaiserNotInformed.make({ of: command.escalation, at, data: keysOf(escalation) })
    ])
  }
)

export const CloseEscalation = command("escalation", "CloseEscalation", {
  title: "Close an escalation",
  says: "It is over, with an outcome",
  fields: {
    escalation: whichEscalation,
    outcome: personal(anOutcome, own, "What is the outcome?"),
    at: when("When was it closed?")
  }
})

export const closeEscalation = decision(
  CloseEscalation,
  [KeepAwayFromYourOwnConcern, AnswerForWhatIsWithYou, TellTheRaiserFirst],
  function*(command, known) {
    const found = yield* handled("CloseEscalation", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    const climbing = yield* climb(found)
    const linked = yield* linkedInto(command.escalation, escalation)
    return judge(
      keepAway(found, known),
      answerFor(climbing, known, at),
      TellTheRaiserFirst.asks({ told: isRaiserTold(escalation) && raisersToTell(escalation, linked).length === 0 })
    ).accept(() => [EscalationClosed.make({ of: command.escalation, at, data: keysOf(escalation) })])
  }
)

export const ReopenEscalation = command("escalation", "ReopenEscalation", {
  title: "Reopen an escalation",
  says: "Something new became known, and it goes on with whoever had it",
  fields: {
    escalation: whichEscalation,
    news: personal(text(2000, true), own, "What became known?"),
    at: when("When did it become known?")
  }
})

export const reopenEscalation = decision(ReopenEscalation, [KeepAwayFromYourOwnConcern], function*(command, known) {
  const found = yield* handled("ReopenEscalation", command, known)
  if ("_tag" in found) return found
  const { at, escalation } = found
  return judge(keepAway(found, known)).accept(() => [
    EscalationReopened.make({ of: command.escalation, at, data: keysOf(escalation) })
  ])
})

export const WithdrawEscalation = command("escalation", "WithdrawEscalation", {
  title: "Withdraw an escalation",
  says: "Whoever raised it takes it back, unless somebody else raised what is linked to it",
  fields: {
    escalation: whichEscalation,
    reason: personal(text(2000, true), own, "Why is it taken back?"),
    at: when("When was it taken back?")
  }
})

export const withdrawEscalation = decision(
  WithdrawEscalation,
  [KeepAwayFromYourOwnConcern, AnswerForWhatIsWithYou, NeverWithdrawADanger],
  function*(command, known) {
    const found = yield* handled("WithdrawEscalation", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    const linked = yield* linkedInto(command.escalation, escalation)
    const all = [escalation, ...linked.map(({ state }) => state)]
    const isTheirs = known.actor.id === escalation.raisedBy
    if (isTheirs && all.some(({ raisedBy }) => raisedBy !== known.actor.id)) {
      return notNow(escalation, "Somebody else raised what is linked to it. Strike out the link first, or resolve it")
    }
    const climbing = yield* climb(found)
    return judge(
      keepAway(found, known),
      answerFor(climbing, known, at, { takesBackTheirOwn: isTheirs }),
      NeverWithdrawADanger.asks({
        immediate: classifiedOf(escalation).urgency === "IMMEDIATE",
        safeguarding: all.some(({ ways }) => ways.some(isSafeguarding))
      })
    ).accept(() => [EscalationWithdrawn.make({ of: command.escalation, at, data: keysOf(escalation) })])
  }
)
