/**
 * Where an escalation is: what was done about it, entry by entry, and the stage that this leaves it at.
 */
import type { Instant } from "../language/Instant.ts"
import type { Change } from "../language/Judgement.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import type { SafetyBody } from "./SafetyBody.ts"

export type Stage =
  | "Unknown"
  | "Raised"
  | "HandedOver"
  | "Acknowledged"
  | "RejectedBack"
  | "InProgress"
  | "AwaitingOtherSystem"
  | "Resolved"
  | "Closed"
  | "Withdrawn"
  | "Linked"

export type EntryKind =
  | "HandedOver"
  | "Redirected"
  | "Acknowledged"
  | "RejectedBack"
  | "Action"
  | "ActionCompleted"
  | "Reference"
  | "SafetyConcernSent"
  | "SafetyConcernAnswered"
  | "Linked"
  | "Resolved"
  | "Told"
  | "SubjectTold"
  | "Closed"
  | "Reopened"
  | "Withdrawn"

/** Something that was done about it. */
export interface Entry {
  readonly event: string
  readonly kind: EntryKind
  readonly at: Instant
  readonly by: string
  /** Whom it was passed on to, or who is to do something. */
  readonly staff: string | null
  readonly dueOn: LocalDate | null
  /** Of the completion of an action: which. */
  readonly action: string | null
  /** Of a concern for the safety of patients: to whom it was sent, or who answered. */
  readonly body: SafetyBody | null
  readonly changed: Change
}

/** Before somebody has acknowledged it, what else is done does not change where it is. */
const worked = (stage: Stage, to: Stage): Stage =>
  stage === "Raised" || stage === "HandedOver" || stage === "RejectedBack" ? stage : to

const stageAfter = (stage: Stage, { kind }: Entry): Stage => {
  switch (kind) {
    case "HandedOver":
    case "Redirected":
      return "HandedOver"
    case "Action":
      return worked(stage, "InProgress")
    case "Reference":
    case "SafetyConcernSent":
      return worked(stage, "AwaitingOtherSystem")
    case "Reopened":
      return "InProgress"
    case "ActionCompleted":
    case "SafetyConcernAnswered":
    case "Told":
    case "SubjectTold":
      return stage
    default:
      return kind
  }
}

/** The stage, and the change by which it was reached: what changes no stage says nothing of since when it is there. */
export interface StageReached {
  readonly stage: Stage
  readonly changed: Change | null
}

/** Where the entries leave what was raised by this change. */
export const standingAfter = (entries: ReadonlyArray<Entry>, raised: Change | null): StageReached =>
  entries.reduce<StageReached>(
    (before, entry) => {
      const stage = stageAfter(before.stage, entry)
      return stage === before.stage ? before : { stage, changed: entry.changed }
    },
    { stage: "Raised", changed: raised }
  )
