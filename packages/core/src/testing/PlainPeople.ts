/**
 * Where people are on which day, whose numbers are linked, and who is kept apart from whom, told by plain events alone.
 */
import type { Happened } from "../language/Event.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { idIn, kept, lastUpTo, text, withoutCorrected } from "./PlainEvents.ts"

interface Dated {
  readonly event: string
  readonly on: LocalDate
  readonly position: number
}

interface Move extends Dated {
  readonly type: string
  readonly establishment: string
}

interface Entry extends Dated {
  readonly level: string
  readonly isBeginning: boolean
}

interface Pair {
  readonly two: ReadonlyArray<string>
  readonly entries: ReadonlyArray<Entry>
}

/** What is known of people. */
export interface People {
  readonly moves: Map<string, ReadonlyArray<Move>>
  readonly pairs: Map<string, Pair>
  /** Everybody under whose number something of somebody else may stand, or ever stood. */
  readonly linked: Set<string>
}

export const nobodyYet = (): People => ({ moves: new Map(), pairs: new Map(), linked: new Set() })

const arrivals = ["PersonRegistered", "PersonTransferred", "PersonReadmitted"]
const departures = ["PersonLeftTemporarily", "PersonLeftForTransfer", "PersonReleased", "PersonDied"]
const movements = [...arrivals, ...departures, "PersonReturned"]

const inOrder = <D extends Dated>(all: ReadonlyArray<D>): ReadonlyArray<D> =>
  [...all].sort((a, b) => a.on === b.on ? a.position - b.position : a.on < b.on ? -1 : 1)

const movesAfter = (moves: ReadonlyArray<Move>, event: Happened): ReadonlyArray<Move> => {
  const { corrects, id, on, position, type } = event
  const establishment = text(event, "establishment")
  if (type === "MovementVoided") return withoutCorrected(moves, event)
  if (type === "MovementCorrected") {
    return inOrder(moves.map((one) => one.event === corrects ? { ...one, on, establishment } : one))
  }
  return movements.includes(type) ? inOrder([...moves, { event: id, on, position, type, establishment }]) : moves
}

const pairAfter = (pair: Pair, event: Happened): Pair => {
  const { id, on, position, type } = event
  if (type === "NonAssociationEntryVoided") return { ...pair, entries: withoutCorrected(pair.entries, event) }
  const isBeginning = type === "NonAssociationOpened"
  const entry = { event: id, on, position, level: text(event, "level"), isBeginning }
  return { two: [text(event, "person"), text(event, "other")], entries: inOrder([...pair.entries, entry]) }
}

/** Takes the event into what is known of people. */
export const peopleAfter = ({ linked, moves, pairs }: People, event: Happened): void => {
  if (event.stream.startsWith("person-")) {
    moves.set(idIn(event), movesAfter(kept(moves, idIn(event), []), event))
    if (text(event, "into") !== "") linked.add(idIn(event)).add(text(event, "into"))
  }
  if (event.stream.startsWith("nonassociation-")) {
    pairs.set(idIn(event), pairAfter(kept(pairs, idIn(event), { two: [], entries: [] }), event))
  }
}

/** At which establishment somebody is at the end of the day, and whether they are away from it for a time. */
export const placeOn = ({ moves }: People, person: string, day: LocalDate) => {
  let [establishment, isAway, isDead] = ["", false, false]
  for (const { establishment: to, on, type } of kept(moves, person, [])) {
    if (on > day || isDead) break
    isDead = type === "PersonDied"
    if (arrivals.includes(type)) [establishment, isAway] = [to, false]
    else if (type === "PersonReturned") isAway = false
    else if (type === "PersonLeftTemporarily") isAway = establishment !== ""
    else [establishment, isAway] = ["", false]
  }
  return { establishment, isAway }
}

/** Whether it was recorded, and stands, that they died. */
export const hasDied = ({ moves }: People, person: string): boolean =>
  kept(moves, person, []).some(({ type }) => type === "PersonDied")

/** Whether the two must not be side by side on the day, whichever way round that was stored. */
export const areApart = ({ pairs }: People, one: string, other: string, day: LocalDate): boolean =>
  [...pairs.values()].some(({ entries, two }) => {
    const isTheirs = one !== other && two.includes(one) && two.includes(other)
    const level = lastUpTo(entries, day)?.level ?? ""
    // Who are kept out of one cell only may be on one landing
    return isTheirs && entries.some(({ isBeginning }) => isBeginning) && level !== "" && level !== "CELL"
  })
