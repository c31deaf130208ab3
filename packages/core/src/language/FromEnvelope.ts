/**
 * From an envelope to an event that views fold: decoded to the newest version of its type.
 *
 * What this law does not know fails closed, with the reason: an event of a later build is "future version", not
 * "malformed", so that nobody looks for damage where an update is missing.
 */
import { roles } from "./Actor.ts"
import type { Actor, Role } from "./Actor.ts"
import type { Envelope } from "./Envelope.ts"
import type { EventType, Happened } from "./Event.ts"
import { instant } from "./Instant.ts"
import { date } from "./LocalDate.ts"

/** Why an envelope is no event of this law. */
export interface NotUnderstood {
  readonly _tag: "NotUnderstood"
  readonly reason: "unknown type" | "future version" | "malformed"
  readonly path: string
}

const not = (reason: NotUnderstood["reason"], path: string): NotUnderstood => ({ _tag: "NotUnderstood", reason, path })

const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** Whether a value has the form of an envelope, as far as reading its event relies on it. */
export const isEnvelope = (value: unknown): value is Envelope =>
  isMembers(value) &&
  value["v"] === 1 && typeof value["stream"] === "string" && typeof value["type"] === "string" &&
  typeof value["id"] === "string" && typeof value["version"] === "number" && typeof value["recordedAt"] === "string" &&
  isMembers(value["data"]) && isMembers(value["actor"]) && isMembers(value["command"]) && Array.isArray(value["tags"])

const known: ReadonlySet<string> = new Set(roles)

const isRole = (role: string): role is Role => known.has(role)

const isActor = (actor: Envelope["actor"]): actor is Actor => isRole(actor.role)

/** Who acted, as the law knows them. Throws a `RangeError` where the role is none of this law. */
export const actorIn = ({ actor }: Pick<Envelope, "actor">): Actor => {
  if (!isActor(actor)) throw new RangeError(`actor.role ${actor.role}`)
  return actor
}

/** The event of an envelope, as views see it. */
export const happenedIn = (
  types: ReadonlyMap<string, EventType>,
  envelope: Envelope,
  position: number
): Happened | NotUnderstood => {
  const type = types.get(envelope.type)
  if (type === undefined) return not("unknown type", "type")
  const understood = type.understand(envelope.schemaVersion, envelope.data)
  if (understood._tag === "NotUnderstood") return not(understood.reason, understood.path)
  try {
    const happened = {
      type: envelope.type,
      id: envelope.id,
      position,
      stream: envelope.stream,
      version: envelope.version,
      recordedAt: instant(envelope.recordedAt),
      on: date(envelope.on ?? ""),
      actor: actorIn(envelope),
      command: envelope.command,
      corrects: envelope.corrects ?? null,
      tags: envelope.tags,
      data: understood.data
    }
    return envelope.at === undefined ? happened : { ...happened, at: instant(envelope.at) }
  } catch (error) {
    if (error instanceof RangeError) return not("malformed", error.message)
    throw error
  }
}
