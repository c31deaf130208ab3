/**
 * What stands: what is recorded of the thing that a form puts right, so that its page says it beside each question.
 *
 * A correction says only what was wrong, and what is left empty stays as it is. So nothing is filled in beforehand: an
 * answer that somebody emptied would stay all the same, and a page that was open for long would put old answers back.
 */
import type { Escalation, Json } from "@peerwork/core"
import { sightIn } from "../records/Escalations.ts"
import type { Viewing } from "../records/Escalations.ts"
import type { Records } from "../records/Records.ts"

/** What is recorded, by the name of the question; null where nothing is. */
export type Standing = ReadonlyMap<string, Json>

const nothing: Standing = new Map()

/** What each correction of an escalation puts right. */
const ofEscalation: Readonly<Record<string, (escalation: Escalation) => Standing>> = {
  CorrectEscalation: ({ aboutStaff, place, raisedAt, subject }) =>
    new Map(Object.entries({ subject, aboutStaff, place, raisedAt })),
  CorrectEscalationRaiser: ({ anonymous, appointment, heardFrom }) =>
    new Map(Object.entries({ appointment, heardFrom, anonymous }))
}

/** What stands of the record that a command is about; nothing for whoever does not see all of it. */
export const standingFor = (records: Records, command: string, id: string, viewing: Viewing): Standing => {
  const standing = ofEscalation[command]
  const state = standing === undefined ? undefined : records.escalation.get(id)?.state
  if (standing === undefined || state === undefined) return nothing
  return sightIn(records, { id, state }, viewing) === "whole" ? standing(state) : nothing
}
