/**
 * Every decision made again, with the law of its version, while the events are read: `verify --decisions`. The same law
 * says of every event whether it has the form of its type.
 *
 * A law is code. The single file in a bundle takes the laws that lie beside it, which are as good as itself; the
 * command takes its own, and those that whoever runs it names.
 */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { isFolder } from "./BundleFiles.ts"
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

/** The laws in these files; what is none is left out, and missed where a decision asks for it. */
export const lawsIn = async (files: ReadonlyArray<string>): Promise<ReadonlyArray<DecidingLaw>> => {
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href) as Promise<object>))
  return modules.filter(isLaw)
}

/** The files of laws in a folder. */
export const lawFilesIn = (folder: string): ReadonlyArray<string> =>
  isFolder(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(".mjs")).sort().map((name) => join(folder, name))
    : []

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

/** Decides as the events come. Every law is told of every event, so that it knows what was there before its own. */
export const decidingAgain = (laws: ReadonlyArray<DecidingLaw>, found: Findings): DecidingAgain => {
  const courts = new Map(laws.map((law) => [law.version, { law, history: law.makeHistory() }] as const))
  const missing = new Set<string>()
  let [group, decided]: [Array<Stored>, number] = [[], 0]

  const decide = () => {
    const [first] = group
    if (first === undefined) return
    for (const { history } of courts.values()) for (const stored of group) history.take(stored)
    const version = String(memberOf(first.envelope, "decision", "law"))
    const court = courts.get(version)
    if (court === undefined) {
      if (!missing.has(version)) {
        found.add(
          unreadable(`the law of version ${version}, which decided at position ${first.position}, is missing`, null)
        )
      }
      missing.add(version)
    } else {
      for (const stored of group) {
        const because = court.law.misread(stored)
        if (because !== null) found.add(misread(stored, because))
      }
      const { differences } = court.law.decideAgain(court.history, group)
      if (differences.length > 0) found.add(different(first, differences))
      decided++
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
