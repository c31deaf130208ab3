/**
 * The ways of a complaint as a page shows them: those of the country in which an establishment is, with every time that
 * a source gives.
 */
import { complaintRoutesIn, saySaidTime } from "@peerwork/core"
import type { ComplaintRoute, SaidTime } from "@peerwork/core"
import { routesAt } from "./Escalations.ts"
import type { Records } from "./Records.ts"

const timesOf = (times: ReadonlyArray<SaidTime>): string =>
  times.map((time) => `${saySaidTime(time)} (${time.source.title})`).join("; ")

const wayOf = ({ about, answeredWithin, madeWithin, says, source, to }: ComplaintRoute) => ({
  to,
  about,
  says,
  source: source.title,
  madeWithin: timesOf(madeWithin),
  answeredWithin: timesOf(answeredWithin)
})

/** The ways at an establishment; of both countries where none is named, or its country is not recorded. */
export const complaintWaysAt = (records: Records, establishment: string | null) =>
  complaintRoutesIn(routesAt(records, establishment).jurisdiction).map(wayOf)

/** The ways for whoever records, for an escalation, that it was taken up elsewhere; none on another form. */
export const complaintWaysFor = (records: Records, command: string, escalation: string) =>
  command === "RecordEscalationReference"
    ? complaintWaysAt(records, records.escalation.get(escalation)?.state.establishment ?? null)
    : []
