/**
 * Which events of a log are asked for: of a type, about somebody or something, recorded by somebody.
 *
 * What can match nothing in any log of Peerwork is a slip of the pen, and told as one; what merely has no event here is an
 * answer without events.
 */
import { eventTypes, isIdentifier } from "@peerwork/core"
import type { Stored } from "../law/LawHistory.ts"
import { type Arguments, BadUsage } from "../SubCommand.ts"
import { given } from "./AskedMoment.ts"

/** A few types in whose names the one that was given occurs, or its beginning at the front. */
const near = (type: string): ReadonlyArray<string> => {
  const [wanted, types] = [type.toLowerCase(), [...eventTypes.keys()]]
  if (wanted.length < 5) return []
  const holding = types.filter((one) => one.toLowerCase().includes(wanted))
  const beginning = types.filter((one) => one.toLowerCase().startsWith(wanted.slice(0, 5)))
  return (holding.length > 0 ? holding : beginning).slice(0, 3)
}

const typeIn = (type: string | null, events: ReadonlyArray<Stored>): string | null => {
  if (type === null || eventTypes.has(type) || events.some(({ envelope }) => envelope.type === type)) return type
  const types = near(type)
  const right = types.length === 0 ? "" : `; near are ${types.join(", ")}`
  throw new BadUsage(`--type "${type}" is no type of an event${right}; peerwork show <log> lists those of a log`)
}

const tagIn = (tag: string | null, events: ReadonlyArray<Stored>): string | null => {
  if (tag === null || events.some(({ envelope }) => envelope.tags.includes(tag))) return tag
  const kinds = [
    ...new Set(events.flatMap(({ envelope }) => envelope.tags.map((one) => one.slice(0, one.indexOf(":")))))
  ]
  const [kind = "", value = ""] = tag.split(/:(.*)/s)
  if (kinds.includes(kind) && (isIdentifier(value) || /^[A-Z][A-Z0-9_]*$/.test(value))) return tag
  throw new BadUsage(
    `--tag "${tag}" is no tag: it is ${kinds.sort().join(", ")}, a colon and an id, such as person:<id>`
  )
}

const actorIn = (actor: string | null): string | null => {
  if (actor === null || isIdentifier(actor)) return actor
  throw new BadUsage(`--actor "${actor}" is no id: it is a UUID in small letters, as the events have it`)
}

/** Whether an event is asked for. Throws `BadUsage` where nothing ever could be. */
export const matching = (from: Arguments, events: ReadonlyArray<Stored>): (event: Stored) => boolean => {
  const type = typeIn(given(from, "type"), events)
  const tag = tagIn(given(from, "tag"), events)
  const actor = actorIn(given(from, "actor"))
  return ({ envelope }) =>
    (type === null || envelope.type === type) && (tag === null || envelope.tags.includes(tag)) &&
    (actor === null || envelope.actor.id === actor)
}
