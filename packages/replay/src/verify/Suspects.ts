/**
 * Which of the events of one commit was altered, where the commit alone does not say.
 *
 * The event after another in a stream names its hash. Those that are named as they are now are not the ones.
 */
import { altered, type Finding } from "./Finding.ts"
import type { Members } from "./LeafChains.ts"

export interface Suspects {
  readonly next: (position: number, envelope: Members, hash: Buffer) => void
  /** One of the last events, from one position to another, was altered. */
  readonly among: (positions: readonly [first: number, last: number]) => void
  readonly end: () => ReadonlyArray<Finding>
}

interface Suspect {
  readonly position: number
  /** How the next version in its stream is called. */
  readonly next: string
  readonly hash: string
}

/** No commit has more events. */
const mostInCommit = 1024

const nameOf = (envelope: Members, ahead: number): string =>
  `${String(envelope["stream"])}/${Number(envelope["version"]) + ahead}`

export const suspects = (): Suspects => {
  const recent: Array<Suspect> = []
  const groups: Array<Array<Suspect>> = []
  return {
    next: (position, envelope, hash) => {
      for (const group of groups) {
        const at = group.findIndex(({ next }) => next === nameOf(envelope, 0))
        if (group[at]?.hash === envelope["previous"]) group.splice(at, 1)
      }
      recent.push({ position, next: nameOf(envelope, 1), hash: hash.toString("base64") })
      if (recent.length > 2 * mostInCommit) recent.splice(0, mostInCommit)
    },
    among: ([first, last]) => groups.push(recent.filter(({ position }) => position >= first && position <= last)),
    end: () =>
      groups.flatMap((group) => {
        const [first] = group
        if (first === undefined) return []
        const positions = group.map(({ position }) => position).join(" or ")
        return [
          altered(`the event at position ${positions} is not the one that was committed`, first.position, "events")
        ]
      })
  }
}
