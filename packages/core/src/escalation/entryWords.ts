/**
 * The words in which a correction is told of what followed in an escalation, and the code of each in the evidence.
 */
import type { Beside } from "./Escalation.ts"
import type { EntryKind } from "./EscalationStage.ts"

export const entryWords = {
  HANDED_OVER: "It was handed over",
  REDIRECTED: "It was redirected",
  ACKNOWLEDGED: "It was acknowledged",
  REJECTED_BACK: "It was rejected back",
  ACTION: "An action was recorded",
  ACTION_COMPLETED: "An action was done",
  ACTION_HANDED_OVER: "An action was handed over",
  REFERENCE: "A reference was recorded",
  SAFETY_CONCERN_SENT: "It was sent outside",
  SAFETY_CONCERN_ANSWERED: "It was answered from outside",
  LINKED: "It was linked to another",
  JOINED: "Another was linked to it",
  KEPT_APART: "It was kept apart from another",
  RECLASSIFIED: "It was reclassified",
  RESOLVED: "It was resolved",
  TOLD: "It was recorded that whoever raised it was told, or why not",
  SUBJECT_TOLD: "It was recorded that they were told that it was passed on, or why not",
  CLOSED: "It was closed",
  REOPENED: "It was reopened",
  WITHDRAWN: "It was withdrawn",
  RAISED_TOO: "What is linked to it was raised"
} as const

export type EntryCode = keyof typeof entryWords

export const entryCodes: Readonly<Record<EntryKind | Beside["kind"], EntryCode>> = {
  HandedOver: "HANDED_OVER",
  Redirected: "REDIRECTED",
  Acknowledged: "ACKNOWLEDGED",
  RejectedBack: "REJECTED_BACK",
  Action: "ACTION",
  ActionCompleted: "ACTION_COMPLETED",
  ActionHandedOver: "ACTION_HANDED_OVER",
  Reference: "REFERENCE",
  SafetyConcernSent: "SAFETY_CONCERN_SENT",
  SafetyConcernAnswered: "SAFETY_CONCERN_ANSWERED",
  Linked: "LINKED",
  Joined: "JOINED",
  KeptApart: "KEPT_APART",
  Reclassified: "RECLASSIFIED",
  Resolved: "RESOLVED",
  Told: "TOLD",
  SubjectTold: "SUBJECT_TOLD",
  Closed: "CLOSED",
  Reopened: "REOPENED",
  Withdrawn: "WITHDRAWN"
}
