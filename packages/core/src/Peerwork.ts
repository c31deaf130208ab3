/**
 * Peerwork: the whole law as one value, for whoever embeds it.
 *
 * Give it a command and the events so far, as a plain array, and it says what becomes of the command: accepted with the
 * events that follow, or refused with every rule that stands in the way. Nothing here needs a database, a clock or
 * Effect.
 */
import type { Actor } from "./language/Actor.ts"
import type { Command, Given } from "./language/Command.ts"
import type { Decides, Known } from "./language/Decision.ts"
import { calendarEdition, decideOver } from "./language/Deciding.ts"
import type { EventType, Happened } from "./language/Event.ts"
import { instant } from "./language/Instant.ts"
import type { Instant } from "./language/Instant.ts"
import type { Decision } from "./language/Judgement.ts"
import { localDateOf } from "./language/Instant.ts"
import type { LocalDate } from "./language/LocalDate.ts"
import type { Rule } from "./language/Rule.ts"
import { entryEvents } from "./appointment/AppointmentEvents.ts"
import { appointmentDecisions } from "./appointment/appointmentDecisions.ts"
import { tenureEvents } from "./appointment/TenureEvents.ts"
import { personDecisions } from "./person/PersonDecisions.ts"
import { personEvents } from "./person/PersonEvents.ts"
import { schemeEvents } from "./scheme/SchemeEvents.ts"
import { shadowingDecisions } from "./shadowing/shadowingDecisions.ts"
import { shadowingEvents } from "./shadowing/ShadowingEvents.ts"
import { staffEvents } from "./staff/StaffEvents.ts"
import { staffDecisions } from "./staff/Staff.ts"

/** Every event type of this law. */
export const allEvents: ReadonlyArray<EventType> = [
  ...schemeEvents,
  ...staffEvents,
  ...personEvents,
  ...entryEvents,
  ...tenureEvents,
  ...shadowingEvents
]

/** Every decision of this law. */
export const allDecisions: ReadonlyArray<Decides> = [
  ...staffDecisions,
  ...personDecisions,
  ...appointmentDecisions,
  ...shadowingDecisions
]

const unique = <A>(items: ReadonlyArray<A>, name: (item: A) => string): ReadonlyMap<string, A> => {
  const byName = new Map<string, A>()
  for (const item of items) {
    const before = byName.get(name(item))
    if (before !== undefined && before !== item) throw new TypeError(`Two are called ${name(item)}`)
    byName.set(name(item), item)
  }
  return byName
}

/** Event types by name. */
export const eventTypes = unique(allEvents, (type) => type.type)

/** Decisions by the name of their command. */
export const decisions = unique(allDecisions, (decides) => decides.command.name)

/** Every command of this law. */
export const allCommands: ReadonlyArray<Command> = allDecisions.map((decides) => decides.command)

/** Every rule of this law, by id: each is declared by a decision that judges it. */
export const ruleBook: ReadonlyArray<Rule> = [
  ...unique(allDecisions.flatMap((decides) => decides.rules), (rule) => rule.id).values()
].sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }))

/** When, and by whom. Noon of `today` unless `now` says more; a coordinator unless `actor` says who. */
export interface Circumstance {
  readonly today?: LocalDate
  readonly now?: Instant
  readonly actor?: Actor
  readonly numberTaken?: boolean
}

const anonymous: Actor = { id: "00000000-0000-4000-8000-000000000000", role: "coordinator" }

/** What a decision has besides its command and its reads. */
export const knownIn = ({ actor, now, numberTaken, today }: Circumstance): Known => {
  const at = now ?? instant(`${today ?? "2000-01-01"}T12:00:00.000Z`)
  return {
    now: at,
    today: today ?? localDateOf(at),
    calendar: calendarEdition,
    actor: actor ?? anonymous,
    numberTaken: numberTaken ?? false
  }
}

const decidesOf = (given: Given): Decides => {
  const decides = decisions.get(given._tag)
  if (decides === undefined) throw new RangeError(`${given._tag} is no command. See Peerwork.commands`)
  return decides
}

/** What would become of the command. Nothing changes. */
export const check = (given: Given, events: ReadonlyArray<Happened>, circumstance: Circumstance): Decision =>
  decideOver(events, decidesOf(given), given, knownIn(circumstance)).decision

/** The id that an event has in a plain array, where no store gives one: its position, in the form of a UUID. */
const arrayId = (position: number): string => `00000000-0000-8000-8000-${position.toString(16).padStart(12, "0")}`

/** The history after the command, and what became of it. A refused command leaves the history as it was. */
export const decide = (
  given: Given,
  events: ReadonlyArray<Happened>,
  circumstance: Circumstance
): { readonly decision: Decision; readonly events: ReadonlyArray<Happened> } => {
  const known = knownIn(circumstance)
  const { decision } = decideOver(events, decidesOf(given), given, known)
  if (decision._tag === "Refused") return { decision, events }
  const first = events.length + 1
  const versions = new Map<string, number>()
  for (const event of events) versions.set(event.stream, event.version)
  const added = decision.events.map((event, index): Happened => {
    const version = (versions.get(event.stream) ?? 0) + 1
    versions.set(event.stream, version)
    return {
      ...event,
      id: arrayId(first + index),
      position: first + index,
      version,
      recordedAt: known.now,
      actor: known.actor,
      command: { id: arrayId(first), type: given._tag }
    }
  })
  return { decision, events: [...events, ...added] }
}
