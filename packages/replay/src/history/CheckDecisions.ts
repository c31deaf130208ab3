/**
 * Every decision of a log, made again with the law of its version.
 *
 * The events of a command stand one behind the other. Each law that is needed gets the whole history, so a log that was
 * decided under several versions is read once more for each of them.
 */
import type { LawHistory, Stored } from "../law/LawHistory.ts"
import { envelopeOf, type LogSource } from "../LogSource.ts"
import type { Law, LawOf } from "./LawOf.ts"

/** A decision that did not come to the same. */
export interface WrongDecision {
  /** Of the first event of its command. */
  readonly position: number
  readonly command: string
  readonly law: string
  readonly differences: ReturnType<Law["decideAgain"]>["differences"]
}

export interface CheckedDecisions {
  readonly decisions: number
  readonly events: number
  readonly wrong: ReadonlyArray<WrongDecision>
  /** Versions of the law that were needed and not there, each with the first position that needed it. */
  readonly missing: ReadonlyArray<{ readonly law: string; readonly position: number }>
}

interface Court {
  readonly law: Law
  readonly history: LawHistory
}

type Group = readonly [Stored, ...ReadonlyArray<Stored>]

function* commandsOf(source: LogSource): Iterable<Group> {
  let group: [Stored, ...Array<Stored>] | null = null
  for (const stored of source.events()) {
    const event = { position: stored.position, envelope: envelopeOf(stored) }
    if (group !== null && group[0].envelope.command.id === event.envelope.command.id) group.push(event)
    else {
      if (group !== null) yield group
      group = [event]
    }
  }
  if (group !== null) yield group
}

const versionIn = ({ envelope }: Stored): string => {
  const { decision } = envelope as { readonly decision?: { readonly law?: unknown } }
  return typeof decision?.law === "string" ? decision.law : "unknown"
}

/** Decides everything in the source again. `onProgress` is told the newest position now and then. */
export const checkDecisions = async (
  source: LogSource,
  lawOf: LawOf,
  onProgress: (position: number) => void = () => undefined
): Promise<CheckedDecisions> => {
  const courts = new Map<string, Court | null>()
  const missing: Array<CheckedDecisions["missing"][number]> = []
  const wrong: Array<WrongDecision> = []
  let [decisions, events] = [0, 0]
  const open = async (version: string, position: number): Promise<Court | null> => {
    const law = await lawOf(version)
    if (law === null) {
      missing.push({ law: version, position })
      return null
    }
    const history = law.makeHistory()
    for (const stored of source.events(0, position - 1)) {
      history.take({ position: stored.position, envelope: envelopeOf(stored) })
    }
    return { law, history }
  }
  for (const group of commandsOf(source)) {
    const [first] = group
    const version = versionIn(first)
    if (!courts.has(version)) courts.set(version, await open(version, first.position))
    for (const court of courts.values()) group.forEach((event) => court?.history.take(event))
    const court = courts.get(version) ?? null
    if (court !== null) {
      const { differences } = court.law.decideAgain(court.history, group)
      const { position } = first
      if (differences.length > 0) {
        wrong.push({ position, command: first.envelope.command.type, law: version, differences })
      }
    }
    decisions += 1
    events += group.length
    if (decisions % 1000 === 0) onProgress(first.position)
  }
  return { decisions, events, wrong, missing }
}
