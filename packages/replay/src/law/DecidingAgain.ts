/**
 * Deciding again: what a command came to, from the log alone.
 *
 * The evidence in the events says what was asked, what was known and up to which position everything was read. With
 * that the law decides once more, and every difference from what was recorded is named: the outcome, an event, a rule,
 * a read. Nothing personal is needed, because no decision ever saw anything personal.
 */
import {
  actorIn,
  beginAgain,
  calendarEdition,
  decisions,
  eventTypes,
  instant,
  isInstant,
  law,
  localDateOf
} from "@peerwork/core"
import type { Actor, Decided, Decides, DecisionInEnvelope, Json, Judged, Known, Occurrence, Read } from "@peerwork/core"
import { canonicalise } from "@peerwork/ledger"
import type { LawHistory, Stored } from "./LawHistory.ts"

/** One thing that came out otherwise than it was recorded. */
export interface Difference {
  /** `outcome`, `event 1 data`, `rule SHADOW-1`, `reads`, ... */
  readonly what: string
  readonly recorded: Json
  readonly again: Json
}

/** A state that was read: by which view, for which id, out of which events. */
export interface ReadAgain {
  readonly view: string
  readonly id: string
  readonly positions: ReadonlyArray<number>
}

/** What became of deciding again. Nothing differs where the decision is what it was. */
export interface Again {
  /** The version of the law that decided now. */
  readonly law: string
  readonly differences: ReadonlyArray<Difference>
  /** Every rule that was judged now, in its words; empty where it could not be decided. */
  readonly judged: ReadonlyArray<Judged>
  readonly reads: ReadonlyArray<ReadAgain>
}

/** Why it cannot be decided again at all. */
class CannotDecide extends Error {
  readonly what: string
  readonly recorded: Json
  constructor(what: string, recorded: Json, because: string) {
    super(because)
    this.what = what
    this.recorded = recorded
  }
}

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json

const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isDecision = (value: unknown): value is DecisionInEnvelope =>
  isMembers(value) && typeof value["law"] === "string" && isMembers(value["command"]) && isMembers(value["known"]) &&
  Number.isSafeInteger(value["upTo"]) && Array.isArray(value["reads"]) && Array.isArray(value["rules"])

/** What the decision had besides its command and its reads. */
const knownIn = ({ known: { calendar, now, numberTaken, today } }: DecisionInEnvelope, actor: Actor): Known => {
  if (typeof now !== "string" || !isInstant(now)) throw new CannotDecide("known.now", plain(now), "is no instant")
  const at = instant(now)
  if (today !== localDateOf(at)) throw new CannotDecide("known.today", plain(today), `is not the day of ${now}`)
  if (calendar !== calendarEdition) {
    throw new CannotDecide("known.calendar", plain(calendar), `this law has the edition ${calendarEdition}`)
  }
  return { now: at, today: localDateOf(at), calendar, actor, numberTaken: numberTaken === true }
}

const decidesFor = (type: string): Decides => {
  const decides = decisions.get(type)
  if (decides === undefined) throw new CannotDecide("command", type, "this law has no such command")
  return decides
}

const eventsFor = (history: LawHistory, { fold, query }: Read, upTo: number) => {
  if (!fold) return []
  const unread = history.unread(query, upTo)
  if (unread === null) return history.about(query, upTo)
  const { because: { path, reason }, position } = unread
  throw new CannotDecide(`event at position ${position}`, unread.envelope.type, `${reason} at ${path}`)
}

/** Decides with what the evidence says. */
const decideFrom = (history: LawHistory, { envelope }: Stored, evidence: DecisionInEnvelope): Decided => {
  const overridden = evidence.rules.filter((one) => one.override === true).map((one) => one.id)
  const known = knownIn(evidence, actorIn(envelope))
  let step = beginAgain(decidesFor(envelope.command.type), evidence.command, known, overridden)
  while (step._tag === "Needs") {
    step = step.supply(step.asks.map((ask) => eventsFor(history, ask, evidence.upTo)))
  }
  return step
}

const differing = (what: string, recorded: unknown, again: unknown): ReadonlyArray<Difference> => {
  const [before, now] = [plain(recorded), plain(again)]
  return canonicalise(before) === canonicalise(now) ? [] : [{ what, recorded: before, again: now }]
}

const eventDifferences = ({ envelope }: Stored, occurrence: Occurrence, index: number): ReadonlyArray<Difference> => {
  const { at, corrects, data, on, stream, tags, type } = occurrence
  const versions = eventTypes.get(type)?.versions.length ?? 1
  const parts: Readonly<Record<string, readonly [unknown, unknown]>> = {
    type: [envelope.type, type],
    "schema version": [envelope.schemaVersion, versions],
    stream: [envelope.stream, stream],
    on: [envelope.on, on],
    at: [envelope.at, at],
    corrects: [envelope.corrects, corrects],
    data: [envelope.data, data],
    tags: [envelope.tags, tags]
  }
  return Object.entries(parts).flatMap(([part, [before, now]]) => differing(`event ${index + 1} ${part}`, before, now))
}

const ruleDifferences = ({ rules }: DecisionInEnvelope, judged: ReadonlyArray<Judged>): ReadonlyArray<Difference> => {
  const now = judged.flatMap(({ facts, held, limits, override, rule }) =>
    held === null ? [] : [{ id: rule, held, facts, limits, ...(override ? { override: true as const } : {}) }]
  )
  const ids = [...new Set([...rules, ...now].map(({ id }) => id))]
  const each = ids.flatMap((id) =>
    differing(`rule ${id}`, rules.filter((one) => one.id === id), now.filter((one) => one.id === id))
  )
  return each.length > 0
    ? each
    : differing("the order of the rules", rules.map((one) => one.id), now.map((one) => one.id))
}

/** Whether what was read was still so when the events were written: nothing that concerns it came in between. */
const overtaken = (
  history: LawHistory,
  reads: ReadonlyArray<Read>,
  upTo: number,
  first: number
): ReadonlyArray<Difference> =>
  reads.flatMap(({ id, query, view }) =>
    differing(
      `what came to ${view} of ${id} before it was written`,
      [],
      history.about(query, first - 1, upTo).map(({ position }) => position)
    )
  )

const differencesOf = (
  history: LawHistory,
  events: readonly [Stored, ...ReadonlyArray<Stored>],
  evidence: DecisionInEnvelope,
  { decision, reads }: Decided
): ReadonlyArray<Difference> => {
  const [first] = events
  const rules = ruleDifferences(evidence, decision.judged)
  if (decision._tag === "Refused") {
    const again = decision.moment === null ? "refused" : `refused: ${decision.moment.says}`
    return [{ what: "outcome", recorded: "accepted", again }, ...rules]
  }
  return [
    ...differing("the number of events", events.length, decision.events.length),
    ...events.flatMap((event, index) => {
      const occurrence = decision.events[index]
      return occurrence === undefined ? [] : eventDifferences(event, occurrence, index)
    }),
    ...rules,
    ...differing("reads", evidence.reads, reads.map(({ id, view }) => [view, id])),
    ...overtaken(history, reads, evidence.upTo, first.position)
  ]
}

/** What the events of a command say of it must be the same in each of them, and come before them. */
const evidenceOf = (events: readonly [Stored, ...ReadonlyArray<Stored>]): DecisionInEnvelope => {
  const [first, ...others] = events
  const { actor, command, decision } = first.envelope
  if (!isDecision(decision)) throw new CannotDecide("decision", plain(decision), "is no evidence of a decision")
  const said = canonicalise(plain({ actor, command, decision }))
  for (const { envelope, position } of others) {
    const also = plain({ actor: envelope.actor, command: envelope.command, decision: envelope.decision })
    if (canonicalise(also) !== said) {
      throw new CannotDecide(`decision of position ${position}`, also, "is not that of the first event of its command")
    }
  }
  if (decision.upTo < 0 || decision.upTo >= first.position) {
    throw new CannotDecide("upTo", decision.upTo, `cannot have been known before position ${first.position}`)
  }
  return decision
}

/** Decides a command again from its events, which come one after the other, over the history before them. */
export const decideAgain = (history: LawHistory, events: readonly [Stored, ...ReadonlyArray<Stored>]): Again => {
  try {
    const evidence = evidenceOf(events)
    const decided = decideFrom(history, events[0], evidence)
    return {
      law,
      differences: differencesOf(history, events, evidence, decided),
      judged: decided.decision.judged,
      reads: decided.reads.map(({ id, query, view }) => ({
        view,
        id,
        positions: history.about(query, evidence.upTo).map(({ position }) => position)
      }))
    }
  } catch (error) {
    // Whatever somebody wrote into a log may break the law that reads it: that, too, is an answer
    const { message } = error as Error
    const [what, recorded] = error instanceof CannotDecide ? [error.what, error.recorded] : ["the decision", null]
    return { law, differences: [{ what, recorded, again: message }], judged: [], reads: [] }
  }
}
