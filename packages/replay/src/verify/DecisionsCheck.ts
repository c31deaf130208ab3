/**
 * Every decision made again, with the law of its version, while the events are read: `verify --decisions`. The same law
 * says of every event whether it has the form of its type.
 *
 * A law is code: which one may be run is for `LawFiles` to say. One that breaks off is told of, and decides no more.
 */
import type { AskLeaf } from "./EntriesCheck.ts"
import { type Finding, type Findings, unreadable } from "./Finding.ts"
import { type Members, membersIn } from "./LeafChains.ts"

interface Stored {
  readonly position: number
  readonly envelope: Members
}

interface Difference {
  readonly what: string
}

/** What every version of the law offers to whoever decides again. */
export interface DecidingLaw {
  readonly version: string
  /** Why an event is not of the form that the law gives its type; null where it is. */
  readonly misread: (stored: Stored) => string | null
  readonly makeHistory: () => { readonly take: (stored: Stored) => void }
  readonly decideAgain: (
    history: unknown,
    events: ReadonlyArray<Stored>
  ) => { readonly differences: ReadonlyArray<Difference> }
}

/** Whether a module is a law of any version. */
export const isLaw = (module: object): module is DecidingLaw =>
  "version" in module && typeof module.version === "string" && "misread" in module &&
  typeof module.misread === "function" && "makeHistory" in module &&
  typeof module.makeHistory === "function" && "decideAgain" in module && typeof module.decideAgain === "function"

export interface DecidingAgain {
  readonly ask: AskLeaf
  /** Decides what is still waiting, and says how many were decided. */
  readonly end: () => number
}

const memberOf = (envelope: Members, name: string, inside: string): unknown => {
  const value = envelope[name]
  return typeof value === "object" && value !== null ? (value as Members)[inside] : undefined
}

const different = ({ envelope, position }: Stored, differences: ReadonlyArray<Difference>): Finding => ({
  wrong: "decision",
  position,
  where: null,
  says: `${
    String(memberOf(envelope, "command", "type"))
  } at position ${position} does not come out again as it was recorded: ${
    differences.map(({ what }) => what).join(", ")
  } differ`
})

const misread = ({ envelope, position }: Stored, because: string): Finding =>
  unreadable(`${String(envelope["type"])} at position ${position} is not of the form of its type: ${because}`, position)

const brokenOff = ({ position }: Stored, version: string, error: unknown): Finding =>
  unreadable(
    `the law of version ${version} broke off at position ${position}: ${
      error instanceof Error ? error.message : String(error)
    }`,
    position
  )

/** A law with the history that it has taken so far. */
interface Court {
  readonly law: DecidingLaw
  readonly history: ReturnType<DecidingLaw["makeHistory"]>
}

/** What the law says of one command, beginning with the first of its events. */
const judged = ({ history, law }: Court, group: ReadonlyArray<Stored>, first: Stored): ReadonlyArray<Finding> => {
  const forms = group.flatMap((stored) => {
    const because = law.misread(stored)
    return because === null ? [] : [misread(stored, because)]
  })
  const { differences } = law.decideAgain(history, group)
  return differences.length === 0 ? forms : [...forms, different(first, differences)]
}

/** Decides as the events come. Every law is told of every event, so that it knows what was there before its own. */
export const decidingAgain = (
  laws: ReadonlyArray<DecidingLaw>,
  found: Findings,
  notRun: ReadonlyMap<string, string> = new Map()
): DecidingAgain => {
  const courts = new Map(laws.map((law) => [law.version, { law, history: law.makeHistory() }] as const))
  const told = new Set<string>()
  let [group, decided]: [Array<Stored>, number] = [[], 0]

  const tellMissing = (version: string, { position }: Stored) => {
    const because = notRun.get(version) ?? "is missing"
    if (!told.has(version)) {
      found.add(unreadable(`the law of version ${version}, which decided at position ${position}, ${because}`, null))
    }
    told.add(version)
  }

  /** What a law does with one command; one that breaks off does nothing any more. */
  const withLaw = (version: string, first: Stored, act: () => void) => {
    try {
      act()
    } catch (error) {
      found.add(brokenOff(first, version, error))
      told.add(version)
      courts.delete(version)
    }
  }

  const decide = () => {
    const [first] = group
    if (first === undefined) return
    for (const [version, { history }] of courts) withLaw(version, first, () => group.forEach(history.take))
    const version = String(memberOf(first.envelope, "decision", "law"))
    const court = courts.get(version)
    if (court === undefined) tellMissing(version, first)
    else {
      withLaw(version, first, () => {
        judged(court, group, first).forEach(found.add)
        decided++
      })
    }
    group = []
  }

  return {
    ask: (position, leaf) => {
      const envelope = membersIn(leaf)
      // What is no envelope is told of already, and decides nothing
      if (envelope === null) return
      const [first] = group
      const isSame = first !== undefined &&
        memberOf(first.envelope, "command", "id") === memberOf(envelope, "command", "id")
      if (!isSame) decide()
      group.push({ position, envelope })
    },
    end: () => {
      decide()
      return decided
    }
  }
}
