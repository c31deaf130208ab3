/**
 * An event on two lines, and what it says of itself: when, of what, by whom.
 */
import { say, sayInstant } from "@peerwork/core"
import type { Envelope, Instant, LocalDate } from "@peerwork/core"
import { titleOf } from "../law/index.ts"
import type { Stored } from "../law/LawHistory.ts"
import { shortMoment } from "./AskedMoment.ts"

/** As JSON lists it. */
export const eventRow = ({ envelope, position }: Stored) => ({
  position,
  id: envelope.id,
  type: envelope.type,
  title: titleOf(envelope.type),
  stream: envelope.stream,
  version: envelope.version,
  recordedAt: envelope.recordedAt,
  on: envelope.on ?? null,
  at: envelope.at ?? null,
  actor: envelope.actor,
  corrects: envelope.corrects ?? null
})

/** `412  2016-04-04 09:12  ShadowingSignedOff`, and below it of what and by whom. */
export const eventLines = ({ envelope, position }: Stored): ReadonlyArray<string> => [
  `${String(position).padStart(6)}  ${shortMoment(envelope.recordedAt)}  ${envelope.type}`,
  `        ${envelope.stream}, version ${envelope.version}`,
  `        by ${envelope.actor.role} ${envelope.actor.id}`
]

/** When it happened and when it was recorded: the second only where it is another day. */
export const sayWhen = ({ at, on, recordedAt }: Envelope): string => {
  const happened = at === undefined ? say(on as LocalDate) : sayInstant(at as Instant)
  return `${happened}, recorded ${sayInstant(recordedAt as Instant)}`
}
