/**
 * What may be done with an escalation at each stage: the table that decisions, refusals and pages share.
 */
import { wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import type { Escalation } from "./Escalation.ts"
import type { Stage } from "./EscalationStage.ts"

const telling = ["InformEscalationSubject", "RecordSubjectNotInformed"]
const always = [
  ...telling,
  "ReclassifyEscalation",
  "LinkEscalations",
  "KeepEscalationsApart",
  "CorrectEscalation",
  "CorrectEscalationRaiser",
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
  Unknown: ["RaiseEscalation", "RaiseImmediateEscalation", "RaiseAnonymousNote", "RaiseEscalationWithoutContent"],
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
    "CorrectEscalationRaiser",
    "StrikeOutEscalationEntry"
  ],
  Closed: ["ReopenEscalation", ...telling, "CorrectEscalation", "CorrectEscalationRaiser", "StrikeOutEscalationEntry"],
  Withdrawn: ["StrikeOutEscalationEntry"],
  Linked: [...telling, "InformEscalationRaiser", "RecordRaiserNotInformed", "StrikeOutEscalationEntry"]
}

/** What leads on, and to which stage; what is only ever done again is not said to come first. */
const leads: ReadonlyArray<readonly [command: string, to: Stage, says: string]> = [
  ["HandOverEscalation", "HandedOver", "hand it over"],
  ["AcknowledgeEscalation", "Acknowledged", "acknowledge it"],
  ["ResolveEscalation", "Resolved", "resolve it"],
  ["ReopenEscalation", "InProgress", "reopen it"]
]

const leadsFrom = (stage: Stage) => leads.filter(([command]) => escalationSteps[stage].includes(command))

/** What has to happen before the command, in one step or two; nothing where nothing leads there. */
const firstFor = (stage: Stage, command: string): ReadonlyArray<string> => {
  if (leads.some(([leading]) => leading === command && command !== "ResolveEscalation")) return []
  const ways = leadsFrom(stage).flatMap(([, to, says]) => [
    { to, says: [says] },
    ...leadsFrom(to).map(([, then, also]) => ({ to: then, says: [says, also] }))
  ])
  const [shortest] = ways.filter(({ to }) => escalationSteps[to].includes(command))
    .sort((a, b) => a.says.length - b.says.length)
  return shortest?.says ?? []
}

/** Refuses the command where the stage does not allow it, and says what comes first; null where it does. */
export const refusedNow = ({ changed, stage }: Escalation, command: string): Judgement<never> | null =>
  escalationSteps[stage].includes(command)
    ? null
    : wrongMoment("escalation", stage, changed, escalationSteps[stage], undefined, firstFor(stage, command))

/** Refuses at this stage; or with the sentence given, since what was named does not exist or is recorded already. */
export const notNow = (escalation: Escalation, says?: string): Judgement<never> =>
  wrongMoment("escalation", escalation.stage, escalation.changed, escalationSteps[escalation.stage], says)
