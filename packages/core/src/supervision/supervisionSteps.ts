/**
 * What may be done with a supervision in each state: the table that decisions, refusals and pages share.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import { wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { refusedIn } from "../language/WhatComesFirst.ts"
import type { Ways } from "../language/WhatComesFirst.ts"
import { supervisorIn } from "./Supervision.ts"
import type { Supervision, SupervisionStatus } from "./Supervision.ts"

const notes = ["RewriteSupervisionNote", "AddToSupervisionNote"]
const corrections = ["CorrectSupervisionDate", "StrikeOutSupervisionEntry", "VoidSupervision"]

/** What may be done in each state. */
export const supervisionSteps: Readonly<Record<SupervisionStatus, ReadonlyArray<string>>> = {
  Unknown: ["ArrangeSupervision"],
  Arranged: [
    "ScheduleSupervision",
    "RescheduleSupervision",
    "CancelSupervision",
    "HoldSupervision",
    "RecordSupervisionNonAttendance",
    ...notes,
    "ChangeSupervisor",
    "EndSupervision",
    ...corrections
  ],
  Ended: [...notes, "ReopenSupervision", ...corrections],
  Voided: []
}

/** An arrangement that is over is followed by another; one that ended in error is reopened. */
export const supervisionWays: Ways<SupervisionStatus> = {
  Ended: {
    to: "Arranged",
    says: "arrange supervision anew, or reopen this one if it ended in error",
    already: ["EndSupervision"]
  }
}

const refusedInState = refusedIn({ life: "supervision", steps: supervisionSteps, ways: supervisionWays })

/** Refuses the command where the state does not allow it, and says what comes first; null where it does. */
export const refusedNow = ({ changed, status }: Supervision, command: string): Judgement<never> | null =>
  refusedInState(status, changed, command)

/** Refuses with a sentence of its own: what was named does not exist here, or is recorded already. */
export const nothingLikeIt = (supervision: Supervision, says: string): Judgement<never> =>
  wrongMoment("supervision", supervision.status, supervision.changed, supervisionSteps[supervision.status], says)

/** The tags of the next event of the supervision, said to have happened on the day. */
export const keysOf = (supervision: Supervision, on?: LocalDate): {
  readonly person: string
  readonly appointment: string
  readonly scheme: string
  readonly establishment: EstablishmentCode
  readonly supervisor: string
} => {
  const { appointment, establishment, person, scheme } = supervision
  const supervisor = supervisorIn(supervision, on)
  if (establishment === null || supervisor === null) {
    throw new TypeError("A supervision that does not exist has no tags")
  }
  return { person, appointment, scheme, establishment, supervisor }
}
