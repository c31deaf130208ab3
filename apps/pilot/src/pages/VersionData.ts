/**
 * What the page of a version shows: the facts that changed, the rules that were judged, what was read, and whether the
 * law decides the same again.
 */
import { eventTypes, lives, localDateOf, say, wordsOf } from "@peerwork/core"
import type { Happened, Query } from "@peerwork/core"
import { leafHash } from "@peerwork/ledger"
import { changesBetween, explain, factsOf, knownSince, standingOf, thisLaw } from "@peerwork/replay"
import type {
  AsOf,
  ChangedFact,
  Explained,
  ExplainedRule,
  Fact,
  LawHistory,
  LimitOrigin,
  Standing,
  Stored
} from "@peerwork/replay"
import { EventStore, limits, Position } from "@peerwork/store"
import type { RecordedEvent, Store } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { ruleRow } from "../forms/RuleRows.ts"
import type { Looked } from "../records/Labels.ts"
import { overStore } from "../records/OverStore.ts"
import { sayView, versionAddress } from "./VersionPlaces.ts"
import { isEventId, namesOfLives, sayFact, sayId, sayNamed, sayRecord } from "./VersionWords.ts"

/** As it was known once the event was recorded, derived for the day of recording. */
const onceRecorded = ({ position, recordedAt }: Happened): AsOf => ({
  upTo: position,
  asAt: null,
  day: localDateOf(recordedAt),
  now: recordedAt
})

/** On whose behalf it is asked: what they see decides what is told. */
export interface Asking {
  readonly looked: Looked
  readonly isSeen: (event: Pick<Happened, "stream" | "type">) => boolean
  /** Whether an id is of an escalation of which they must not learn. */
  readonly isHidden: (id: string) => boolean
}

/** A fact without the escalations that they do not see; null where nothing is left of it. */
const shownOf = ({ isHidden }: Asking, { key, value }: Fact): Fact | null => {
  if (typeof value === "string") return isHidden(value) ? null : { key, value }
  if (!Array.isArray(value)) return { key, value }
  const shown = value.filter((one) => typeof one !== "string" || !isHidden(one))
  return shown.length === 0 ? null : { key, value: shown }
}

/** The facts of a standing in the words of the page. */
export const factsIn = (asking: Asking, standing: Standing | null): ReadonlyArray<Fact> =>
  factsOf(standing, (text) => isEventId(asking.looked, text)).flatMap((fact) => shownOf(asking, fact) ?? [])

/** How the record stood after each of the events; before the first where one is null. */
export const standings = (stream: string, moments: ReadonlyArray<AsOf | null>) =>
  overStore((history) => moments.map((moment) => moment === null ? null : standingOf(history, stream, moment)))

const sayChanges = (looked: Looked, changes: ReadonlyArray<ChangedFact>) =>
  changes.map(({ after, before, key }) => ({
    key,
    before: sayFact(looked, before),
    after: sayFact(looked, after)
  }))

/** What changed in the record from the earlier of two of its events to the later; from before its first where one is null. */
export const changesIn = (asking: Asking, stream: string, one: Happened | null, other: Happened) => {
  const [from, to] = one !== null && one.version > other.version ? [other, one] : [one, other]
  return Effect.map(
    standings(stream, [from === null ? null : onceRecorded(from), onceRecorded(to)]),
    ([before = null, after = null]) =>
      sayChanges(asking.looked, changesBetween(factsIn(asking, before), factsIn(asking, after)))
  )
}

/** The event that brought a fact: told by its name and place only to those who may see its record. */
const broughtBy = ({ isSeen }: Asking, stored: RecordedEvent | null) =>
  stored === null || !isSeen(stored.envelope) ? { text: "By an entry that is not shown to you", href: null } : {
    text: `Position ${stored.position}: ${
      eventTypes.get(stored.envelope.type)?.title ?? wordsOf(stored.envelope.type)
    }`,
    href: versionAddress(stored.envelope)
  }

/** What is known of the day of a moment otherwise now, each fact with the event that brought it. */
export const sinceMoment = (asking: Asking, stream: string, moment: AsOf) =>
  Effect.gen(function*() {
    const store = yield* EventStore
    const head = yield* store.head
    const facts = (standing: Standing | null) => factsIn(asking, standing)
    const since = yield* overStore((history) => knownSince(history, { stream, moment, head, facts }))
    const brought = yield* Effect.forEach(since, ({ position }) => storedAt(position))
    return sayChanges(asking.looked, since).map((row, at) => ({ ...row, by: broughtBy(asking, brought[at] ?? null) }))
  })

/** Who fixed a limit: the source, or the scheme from a day on. */
const originOf = (from: LimitOrigin | null) =>
  from === null
    ? { origin: "the log does not say who decided it" }
    : from.by === "source"
    ? { origin: "of the source" }
    : { origin: `decided by the scheme from ${say(from.from)}, position ${from.position} of the log` }

const ruleLine = (looked: Looked, rule: ExplainedRule) => ({
  ...ruleRow({
    rule: rule.id,
    says: rule.says ?? "This version of the law does not know the rule",
    source: rule.source ?? { title: "Not known", at: "" },
    strength: rule.strength === "soft" || rule.strength === "alert" ? rule.strength : "hard",
    held: rule.held,
    facts: rule.facts,
    limits: {},
    because: rule.because,
    earliest: null,
    override: rule.override
  }),
  facts: sayNamed(looked, rule.facts),
  limits: Object.entries(rule.limits).map(([name, value]) => ({
    says: sayNamed(looked, { [name]: value }),
    ...originOf(rule.limitsFrom[name] ?? null)
  }))
})

const everywhere: Query = [{}]

/** The stored events of the command that an event belongs to: they stand one behind the other. */
const commandOf = (store: Store, { envelope, position }: RecordedEvent) =>
  Effect.map(
    store.readPage({
      query: everywhere,
      after: Position(Math.max(0, position - limits.eventsInAppend)),
      limit: 2 * limits.eventsInAppend
    }),
    ({ events }) => events.filter((one) => one.envelope.command.id === envelope.command.id)
  )

/** The event as it is stored. */
export const storedAt = (position: number) =>
  Effect.gen(function*() {
    const store = yield* EventStore
    const { events } = yield* store.readPage({ query: everywhere, after: Position(position - 1), limit: 1 })
    return events[0] ?? null
  })

interface Explaining extends Explained {
  readonly found: ReadonlyMap<number, Happened>
}

/** Explains the event over what it reads, and keeps the events that were read. */
const explained = (events: readonly [Stored, ...ReadonlyArray<Stored>], of: Stored) =>
  overStore((history): Explaining => {
    const found = new Map<number, Happened>()
    const watching: LawHistory = {
      ...history,
      about: (query, upTo, after) => {
        const answer = history.about(query, upTo, after)
        for (const event of answer) found.set(event.position, event)
        return answer
      }
    }
    return { ...explain(thisLaw, watching, events, of), found }
  })

/** What a view is about: a record itself, or what is found of it. */
const sayRead = (looked: Looked, view: string, id: string): string => {
  const life = namesOfLives.find((name) => lives[name].name === view)
  return life === undefined ? `${sayView(view)}: ${sayId(looked, id)}` : sayRecord(looked, life, id)
}

const readLine = (
  { isSeen, looked }: Asking,
  { found }: Explaining,
  { id, positions, view }: Explained["reads"][number]
) => {
  const events = positions.flatMap((position) => found.get(position) ?? []).filter(isSeen)
  const newest = events.at(-1)
  return {
    view,
    what: sayRead(looked, view, id),
    entries: events.length,
    newest: newest === undefined ? null : {
      text: eventTypes.get(newest.type)?.title ?? wordsOf(newest.type),
      on: newest.on,
      href: versionAddress(newest)
    }
  }
}

/** A hash as envelopes and notes have it, and as tables and the names of folders do. */
const bothWays = (hash: Buffer): string => `${hash.toString("base64")}\n${hash.toString("hex")} in hexadecimal digits`

/** Whether the event names an escalation of which they must not learn; its text as it is stored would tell them. */
const namesHidden = ({ isHidden }: Asking, { envelope }: RecordedEvent): boolean =>
  envelope.tags.some((tag) => isHidden(tag.slice(tag.indexOf(":") + 1)))

/** What is public of an event, to read and to check; the text is null where they may not read all of it. */
const rawOf = (asking: Asking, stored: RecordedEvent) => {
  const { bytes, envelope, position } = stored
  return {
    position,
    json: namesHidden(asking, stored) ? null : JSON.stringify(envelope, null, 2),
    leafHash: bothWays(leafHash(bytes)),
    previous: envelope.previous,
    law: envelope.decision.law
  }
}

/** Why it was allowed: rules, reads and the decision made again. */
export const whyOf = (asking: Asking, stored: RecordedEvent) =>
  Effect.gen(function*() {
    const store = yield* EventStore
    const [first, ...others] = yield* commandOf(store, stored)
    const why = yield* explained([first ?? stored, ...others], stored)
    const { known, upTo } = stored.envelope.decision
    return {
      rules: why.rules.map((rule) => ruleLine(asking.looked, rule)),
      reads: why.reads.filter(({ id }) => !asking.isHidden(id)).map((read) => readLine(asking, why, read)),
      known: Object.entries(known).map(([name, value]) => ({
        key: sayView(name),
        value: sayFact(asking.looked, value)
      })),
      upTo,
      again: {
        ...why.again,
        differences: (namesHidden(asking, stored) ? [] : why.again.differences).flatMap(({ paths, what }) =>
          paths.map(({ again, at, recorded }) => ({
            what: at === "" ? what : `${what}, ${at}`,
            recorded: JSON.stringify(recorded),
            again: JSON.stringify(again)
          }))
        )
      },
      raw: rawOf(asking, stored)
    }
  })
