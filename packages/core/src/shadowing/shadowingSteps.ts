/**
 * What may be done with a shadowing placement in each state: the table that decisions, refusals and pages share.
 */
import { wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { refusedIn } from "../language/WhatComesFirst.ts"
import type { Ways } from "../language/WhatComesFirst.ts"
import type { Shadowing, ShadowingStatus } from "./Shadowing.ts"

const corrections = [
  "CorrectShadowingStart",
  "CorrectShadowMentor",
  "CorrectShadowMentorReplacement",
  "CorrectShadowingPerson"
]
const pauseCorrections = ["RecordShadowingInterruption", "CorrectShadowingPause", "VoidShadowingPause"]
const course = ["ReplaceShadowMentor", "DecideEarlierShadowing"]
const ends = ["EndShadowingNotAchieved", "CancelShadowing", "RecordShadowingTransferOut"]

/** What may be done in each state. */
export const shadowingSteps: Readonly<Record<ShadowingStatus, ReadonlyArray<string>>> = {
  Unknown: ["PlanShadowing"],
  Planned: [
    "StartShadowing",
    "ReplaceShadowMentor",
    "DecideEarlierShadowing",
    "CancelShadowing",
    "CorrectShadowingPerson"
  ],
  Running: ["SignOffShadowing", "PauseShadowing", ...course, ...ends, ...corrections, ...pauseCorrections],
  Paused: ["ResumeShadowing", "SignOffShadowing", ...course, ...ends, ...corrections, ...pauseCorrections],
  SignedOff: ["UpholdShadowingSignOff", "WithdrawShadowingSignOff", ...corrections, ...pauseCorrections],
  NotAchieved: ["ReopenShadowing"],
  Cancelled: ["ReopenShadowing"],
  TransferredOut: ["ReopenShadowing"]
}

export const shadowingWays: Ways<ShadowingStatus> = {
  Planned: { to: "Running", says: "start it" },
  Running: { to: "SignedOff", says: "sign it off" },
  Paused: { to: "Running", says: "resume it", already: ["PauseShadowing"] }
}

const refusedInState = refusedIn({ life: "shadowing", steps: shadowingSteps, ways: shadowingWays })

/** Refuses the command where the placement's state does not allow it; null where it does. */
export const refusedNow = ({ changed, status }: Shadowing, command: string): Judgement<never> | null =>
  refusedInState(status, changed, command)

/** Refuses with a sentence of its own: what was named does not exist here, or is recorded already. */
export const nothingLikeIt = (shadowing: Shadowing, says: string): Judgement<never> =>
  wrongMoment("shadowing", shadowing.status, shadowing.changed, shadowingSteps[shadowing.status], says)
