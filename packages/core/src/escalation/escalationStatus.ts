/**
 * The status of an escalation: where it is, and whether it is overdue, at any moment. Derived, never stored.
 */
import { localDateOf } from "../language/Instant.ts"
import type { Instant } from "../language/Instant.ts"
import { isOver, isUnacknowledged, openActions } from "./Escalation.ts"
import type { Escalation } from "./Escalation.ts"
import type { Stage } from "./EscalationStage.ts"

export type EscalationStatus = Stage | "AcknowledgementOverdue" | "ActionOverdue"

/** What it is at the instant. */
export const escalationStatusAt = (escalation: Escalation, now: Instant): EscalationStatus => {
  const { classified, stage } = escalation
  if (classified === null || isOver(escalation)) return stage
  if (isUnacknowledged(escalation)) return now > classified.acknowledgeBy ? "AcknowledgementOverdue" : stage
  const today = localDateOf(now)
  return openActions(escalation).some(({ dueOn }) => dueOn !== null && dueOn < today) ? "ActionOverdue" : stage
}
