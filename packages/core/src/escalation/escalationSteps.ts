/**
 * What may be done with an escalation at each stage: the table that decisions, refusals and pages share.
 */
import { wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import type { Escalation, Stage } from "./Escalation.ts"

const telling = ["InformEscalationSubject", "RecordSubjectNotInformed"]
const always = [
  ...telling,
  "ReclassifyEscalation",
  "LinkEscalations",
  "KeepEscalationsApart",
  "CorrectEscalation",
  "StrikeOutEscalationEntry"
]
const work = [
  "RecordEscalationAction",
  "CompleteEscalationAction",
  "RecordEscalationReference",
  "SendEscalationSafetyConcern",
  "RecordEscalationSafetyAnswer"
]
const inHand = [...work, "RedirectEscalation", "ResolveEscalation", "WithdrawEscalation", ...always]

/** What may be done at each stage. */
export const escalationSteps: Readonly<Record<Stage, ReadonlyArray<string>>> = {
  Unknown: ["RaiseEscalation", "RaiseImmediateEscalation", "RaiseEscalationWithoutContent"],
  Raised: ["HandOverEscalation", "AcknowledgeEscalation", ...work, "WithdrawEscalation", ...always],
  HandedOver: [
    "AcknowledgeEscalation",
    "RejectEscalationBack",
    "RedirectEscalation",
    ...work,
    "WithdrawEscalation",
    ...always
  ],
  RejectedBack: ["HandOverEscalation", "AcknowledgeEscalation", ...work, "WithdrawEscalation", ...always],
  Acknowledged: inHand,
  InProgress: inHand,
  AwaitingOtherSystem: inHand,
  Resolved: [
    "InformEscalationRaiser",
    "RecordRaiserNotInformed",
    "CloseEscalation",
    "ReopenEscalation",
    "RedirectEscalation",
    ...telling,
    "LinkEscalations",
    "KeepEscalationsApart",
    "CorrectEscalation",
    "StrikeOutEscalationEntry"
  ],
  Closed: ["ReopenEscalation", ...telling, "CorrectEscalation", "StrikeOutEscalationEntry"],
  Withdrawn: ["StrikeOutEscalationEntry"],
  Linked: [...telling, "StrikeOutEscalationEntry"]
}

/** Refuses the command where the stage does not allow it; null where it does. */
export const refusedNow = (escalation: Escalation, command: string): Judgement<never> | null =>
  escalationSteps[escalation.stage].includes(command) ? null : notNow(escalation)

/** Refuses at this stage; or with the sentence given, since what was named does not exist or is recorded already. */
export const notNow = (escalation: Escalation, says?: string): Judgement<never> =>
  wrongMoment("escalation", escalation.stage, escalation.changed, escalationSteps[escalation.stage], says)
