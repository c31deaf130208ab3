/**
 * What may be done with a scheme in each state: the table that decisions, refusals and pages share.
 */
import { wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { refusedIn } from "../language/WhatComesFirst.ts"
import type { Ways } from "../language/WhatComesFirst.ts"
import type { Scheme, SchemeStatus } from "./Scheme.ts"

const preparation = [
  "WriteSchemeDesign",
  "PublishRoleProfile",
  "CorrectRoleProfile",
  "DecideSchemePolicy",
  "CorrectSchemePolicy",
  "DecideEligibilityCriteria",
  "PublishPayBands",
  "ReviewPayBands",
  "StrikeOutPayEntry",
  "NameTrainingLead",
  "RecordTrainingLeadLeaving",
  "StrikeOutTrainingLead"
]

const corrections = ["CorrectSchemeStep", "VoidSchemeStep"]

/** What may be done in each state. */
export const schemeSteps: Readonly<Record<SchemeStatus, ReadonlyArray<string>>> = {
  Unknown: ["ProposeScheme"],
  Proposed: [...preparation, "StartSchemePilot", "ActivateScheme", "CloseScheme", "CorrectSchemeStep"],
  Pilot: [...preparation, "ActivateScheme", "PauseScheme", "CloseScheme", ...corrections],
  Active: [...preparation, "PauseScheme", "CloseScheme", ...corrections],
  Paused: [...preparation, "ResumeScheme", "CloseScheme", ...corrections],
  Closed: corrections
}

export const can = (scheme: Scheme, name: string): boolean => schemeSteps[scheme.status].includes(name)

/** The way on to a scheme that runs. A scheme is proposed again once the step that began it was struck out. */
export const schemeWays: Ways<SchemeStatus> = {
  Proposed: { to: "Pilot", says: "start its pilot", already: ["VoidSchemeStep"] },
  Paused: { to: "Pilot", says: "resume it", already: ["PauseScheme"] }
}

const refusedInState = refusedIn({ life: "scheme", steps: schemeSteps, ways: schemeWays })

/** Refuses the command where the scheme's state does not allow it, and says what comes first; null where it does. */
export const refusedNow = ({ changed, status }: Scheme, command: string): Judgement<never> | null =>
  refusedInState(status, changed, command)

/** The scheme is in the wrong state for it; or the sentence given says why nothing comes of it. */
export const notNow = (scheme: Scheme, says?: string): Judgement<never> =>
  wrongMoment("scheme", scheme.status, scheme.changed, schemeSteps[scheme.status], says)
