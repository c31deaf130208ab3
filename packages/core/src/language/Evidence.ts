/**
 * Evidence: what an accepted decision leaves to be kept.
 *
 * The public part of each event goes into the log together with why it was allowed: the command's public input, what
 * was read up to which position, and every rule with its facts and limits. Personal values go beside the log, each with
 * its subject and retention class, and so do look-ups by prison number.
 */
import { law } from "../Law.ts"
import type { Given } from "./Command.ts"
import type { Decided } from "./Deciding.ts"
import type { Json, JsonObject, NewEvent } from "./Envelope.ts"
import type { EventType, Occurrence } from "./Event.ts"
import type { RetentionClass } from "./Field.ts"
import type { Accepted } from "./Judgement.ts"

/** A personal value of one of the events. */
export interface PersonalValue {
  /** Which of the events, from 0. */
  readonly event: number
  readonly name: string
  /** Whose it is: an opaque id. */
  readonly subject: string
  readonly class: RetentionClass
  readonly value: Json
}

/** A value by which a subject is looked up. */
export interface Lookup {
  readonly kind: "prisonNumber"
  readonly value: string
  readonly subject: string
}

/** What the store is asked to keep. */
export interface ToKeep {
  readonly events: ReadonlyArray<NewEvent>
  readonly personal: ReadonlyArray<PersonalValue>
  readonly lookups: ReadonlyArray<Lookup>
}

/** What only whoever runs the decision knows. */
export interface Circumstances {
  readonly commandId: string
  readonly correlation: string
  readonly cause: string | null
  /** Everything was read as of this position. */
  readonly upTo: number
}

const decisionOf = ({ decision, input, known, reads }: Decided, upTo: number): NewEvent["decision"] => ({
  law,
  command: input as JsonObject,
  upTo,
  known: {
    now: known.now,
    today: known.today,
    calendar: known.calendar,
    ...(reads.some((read) => !read.fold) ? { numberTaken: known.numberTaken } : {})
  },
  reads: reads.map((read) => [read.view, read.id] as const),
  rules: decision.judged.flatMap((one) =>
    one.held === null ? [] : [{
      id: one.rule,
      held: one.held,
      facts: one.facts,
      limits: one.limits,
      ...(one.override ? { override: true as const } : {})
    }]
  )
})

const subjectOf = (subject: string, type: EventType, event: Occurrence, actor: string): string => {
  if (subject === "actor") return actor
  if (subject === type.life) return event.stream.slice(type.life.length + 1)
  return String(event.data[subject])
}

const personalOf = (
  types: ReadonlyMap<string, EventType>,
  given: Given,
  occurrence: Occurrence,
  event: number,
  actor: string
): ReadonlyArray<PersonalValue & { readonly lookup: "prisonNumber" | null }> => {
  const type = types.get(occurrence.type)
  if (type === undefined) throw new TypeError(`${occurrence.type} is no event of this law`)
  const values: Readonly<Record<string, unknown>> = given
  return Object.entries(type.fields).flatMap(([name, field]) => {
    if (field.classification !== "personal") return []
    const value = values[name]
    if (value === undefined) {
      if (field.optional === true) return []
      throw new TypeError(`${given._tag} has no ${name}, which ${type.type} must keep`)
    }
    const subject = subjectOf(field.subject, type, occurrence, actor)
    return [{ event, name, subject, class: field.keep, value: value as Json, lookup: field.lookup }]
  })
}

const reasonsOf = (given: Given, { judged }: Accepted, actor: string): ReadonlyArray<PersonalValue> =>
  (given.overrides ?? []).filter(({ rule }) => judged.some((one) => one.rule === rule && one.override)).map((
    { reason, rule }
  ) => ({
    event: 0,
    name: `override ${rule}`,
    subject: actor,
    class: "administration",
    value: reason
  }))

/** What an accepted decision leaves to be kept. Throws when it was refused: there is nothing to keep then. */
export const toKeep = (
  types: ReadonlyMap<string, EventType>,
  decided: Decided,
  { cause, commandId, correlation, upTo }: Circumstances
): ToKeep => {
  const { decision, given, known } = decided
  if (given === null) throw new TypeError("A decision that is made again leaves nothing to keep")
  if (decision._tag === "Refused") throw new TypeError("A refused command leaves nothing to keep")
  const evidence = decisionOf(decided, upTo)
  const personal = decision.events.flatMap((event, index) => personalOf(types, given, event, index, known.actor.id))
  return {
    events: decision.events.map((event) => ({
      type: event.type,
      schemaVersion: types.get(event.type)?.versions.length ?? 1,
      stream: event.stream,
      on: event.on,
      ...(event.at === undefined ? {} : { at: event.at }),
      actor: known.actor,
      command: { id: commandId, type: given._tag },
      cause,
      correlation,
      ...(event.corrects === null ? {} : { corrects: event.corrects }),
      decision: evidence,
      data: event.data as JsonObject,
      tags: event.tags
    })),
    personal: [
      ...personal.map(({ lookup: _, ...value }) => value),
      ...(decision.events.length > 0 ? reasonsOf(given, decision, known.actor.id) : [])
    ],
    lookups: personal.flatMap(({ lookup, subject, value }) =>
      lookup === null || typeof value !== "string" ? [] : [{ kind: lookup, value, subject }]
    )
  }
}
