/**
 * What is done about an escalation: actions with an owner and a day, and references to the systems in which staff take
 * it up. Peerwork keeps that a reference exists, and nothing of what stands there.
 */
import { command, deriving } from "../language/Command.ts"
import { decision } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { localDateOf } from "../language/Instant.ts"
import { judge } from "../language/Judgement.ts"
import { aDate, idOf, text, yesOrNo } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { openActions } from "./Escalation.ts"
import {
  aSystem,
  EscalationActionCompleted,
  EscalationActionRecorded,
  EscalationReferenceRecorded,
  own
} from "./EscalationEvents.ts"
import type { Entry } from "./EscalationStage.ts"
import { notNow } from "./escalationSteps.ts"
import { handled, inPostAt, keepAway, keysOf, when, whichEscalation } from "./handling.ts"
import { incident, isComplete } from "./Incident.ts"
import { FillInTheReferral } from "./rules/FillInTheReferral.ts"
import { KeepAwayFromYourOwnConcern } from "./rules/KeepAwayFromYourOwnConcern.ts"

export const RecordEscalationAction = command("escalation", "RecordEscalationAction", {
  title: "Record an action",
  says: "Somebody is to do something about it, by a day if you name one",
  fields: {
    escalation: whichEscalation,
    action: personal(text(2000, true), own, "What is to be done?"),
    owner: tagged("staff", idOf("staff"), "Who does it?"),
    dueOn: optional(open(aDate, "By which day?", "For example, 27 3 2016.")),
    at: when("When was it decided?")
  }
})

export const recordEscalationAction = decision(
  RecordEscalationAction,
  [KeepTheOrderOfEvents, NameOnlyStaffInPost, KeepAwayFromYourOwnConcern],
  function*(command, known) {
    const found = yield* handled("RecordEscalationAction", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    const { dueOn, escalation: of, owner } = command
    const isSame = (entry: Entry): boolean =>
      entry.kind === "Action" && entry.at === at && entry.staff === owner && entry.dueOn === (dueOn ?? null)
    if (escalation.entries.some(isSame)) return notNow(escalation, "This action is recorded already")
    const day = localDateOf(at)
    return judge(
      inOrder([dueOn ?? day, day]),
      yield* inPostAt(at, owner),
      keepAway(found, known, owner)
    ).accept(() => [
      EscalationActionRecorded.make({
        of,
        at,
        data: { ...keysOf(escalation), owner, ...(dueOn === undefined ? {} : { dueOn }) }
      })
    ])
  }
)

export const CompleteEscalationAction = command("escalation", "CompleteEscalationAction", {
  title: "Record that an action is done",
  says: "What was to be done is done",
  fields: {
    escalation: whichEscalation,
    action: open(idOf("event"), "Which action?"),
    at: when("When was it done?")
  }
})

export const completeEscalationAction = decision(
  CompleteEscalationAction,
  [KeepAwayFromYourOwnConcern],
  function*(command, known) {
    const found = yield* handled("CompleteEscalationAction", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    const { action, escalation: of } = command
    if (openActions(escalation).every(({ event }) => event !== action)) {
      return notNow(escalation, "There is no such action that is still to be done")
    }
    return judge(keepAway(found, known)).accept(() => [
      EscalationActionCompleted.make({ of, at, data: { ...keysOf(escalation), action } })
    ])
  }
)

export const RecordEscalationReference = deriving(
  "escalation",
  "RecordEscalationReference",
  {
    title: "Record a reference to another system",
    says: "Staff took it up as an ACCT, a CSIP, in the health record, with the local authority or as a complaint",
    fields: {
      escalation: whichEscalation,
      system: personal(aSystem, own, "In which system?"),
      reference: optional(personal(text(60), own, "What is its reference there?")),
      ...incident,
      at: when("When was it taken up there?")
    }
  },
  { complete: open(yesOrNo) },
  (values) => ({ complete: values.system !== "CSIP" || isComplete(values) })
)

export const recordEscalationReference = decision(
  RecordEscalationReference,
  [KeepAwayFromYourOwnConcern, FillInTheReferral],
  function*(command, known) {
    const found = yield* handled("RecordEscalationReference", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    if (escalation.entries.some((entry) => entry.kind === "Reference" && entry.at === at)) {
      return notNow(escalation, "A reference of that time is recorded already")
    }
    return judge(
      keepAway(found, known),
      FillInTheReferral.asks({ complete: command.complete })
    ).accept(() => [EscalationReferenceRecorded.make({ of: command.escalation, at, data: keysOf(escalation) })])
  }
)
