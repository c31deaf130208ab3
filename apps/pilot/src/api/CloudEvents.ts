/**
 * CloudEvents 1.0: how an event leaves to other systems.
 *
 * The context holds opaque ids only; `data` is the stored envelope. `sequence` is the position, padded so that its
 * order as text is the order of the log.
 */
import { eventTypes } from "@peerwork/core"
import type { JsonObject } from "@peerwork/core"
import type { RecordedEvent } from "@peerwork/store"

const sequenceDigits = 16

/** `ShadowingSignedOff` of the life shadowing leaves as `peerwork.shadowing.signedoff`. */
export const outsideType = (type: string): string => {
  const life = eventTypes.get(type)?.life ?? "unknown"
  const lower = type.toLowerCase()
  return `peerwork.${life}.${lower.startsWith(life) ? lower.slice(life.length) : lower}`
}

export const cloudEvent = ({ envelope, position }: RecordedEvent): JsonObject => ({
  specversion: "1.0",
  id: envelope.id,
  source: envelope.log,
  type: outsideType(envelope.type),
  subject: envelope.stream.slice(envelope.stream.indexOf("-") + 1),
  time: envelope.recordedAt,
  sequence: String(position).padStart(sequenceDigits, "0"),
  datacontenttype: "application/json",
  data: { ...envelope } as unknown as JsonObject
})
