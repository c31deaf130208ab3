/**
 * Whether the events of a log fit together, found out while they are read.
 *
 * Each event has to be the one that its tile vouches for, to stand behind the version of its record before it, and to
 * have been decided before its own position; and all of them have to come to the root that stands beside them. This is
 * what reading costs nothing. Who signed that root, and everything else, is for `verify`.
 */
import type { Envelope } from "@peerwork/core"
import { appendLeaf, type CompactRange, emptyRange, leafHash, rootOf, sameHash } from "@peerwork/ledger"
import { Altered, envelopeOf, type LogSource, type StoredBytes } from "../LogSource.ts"
import { type LeafChains, leafChains } from "../verify/LeafChains.ts"

export interface FittingTogether {
  /** The envelope of the next event. Throws `Altered` where it does not fit, and `CannotRead` where it is none. */
  readonly next: (stored: StoredBytes) => Envelope
  /** There are no more. Throws `Altered` where there should be. */
  readonly end: () => void
}

const wrongAt = (position: number, says: string): Altered =>
  new Altered(`The event at position ${position} ${says}. Run: peerwork verify`, position)

/** Follows a log from its first event on. */
export const fittingTogether = (source: LogSource): FittingTogether => {
  const tree = source.tree()
  const roots = new Map(tree?.roots.map(({ root, size }) => [size, root]))
  const newest = tree?.roots.at(-1)?.size ?? 0
  let chains: LeafChains | null = null
  let [position, range, fits]: [number, CompactRange, number] = [0, emptyRange(), 0]

  const inPlace = ({ bytes, position: said }: StoredBytes): Buffer => {
    position++
    if (said !== position) throw new Altered(`There is no event at position ${position}`, position)
    const hash = leafHash(bytes)
    const claimed = tree?.leafAt(position) ?? null
    if (claimed !== null && !sameHash(claimed.hash, hash)) {
      throw wrongAt(position, `is not the one whose hash is in ${claimed.path}`)
    }
    return hash
  }

  const inChain = (envelope: Envelope, hash: Buffer): void => {
    chains ??= leafChains(envelope.log)
    const [wrong] = chains.next(position, { ...envelope }, hash)
    if (wrong !== undefined) throw new Altered(`${wrong.says.replace(/^t/, "T")}. Run: peerwork verify`, position)
    if (envelope.decision.upTo < position) return
    throw wrongAt(position, `was decided as of position ${envelope.decision.upTo}, so one before it is missing`)
  }

  const inTree = (hash: Buffer): void => {
    if (tree === null) return
    range = appendLeaf(range, hash)
    const root = roots.get(position)
    if (root === undefined) return
    const which = fits + 1 === position ? `Position ${position} is` : `Positions ${fits + 1} to ${position} are`
    if (!sameHash(root, rootOf(range))) {
      throw new Altered(`${which} not what ${tree.by} says. Run: peerwork verify`, fits + 1)
    }
    fits = position
  }

  return {
    next: (stored) => {
      const hash = inPlace(stored)
      const envelope = envelopeOf(stored)
      inChain(envelope, hash)
      inTree(hash)
      return envelope
    },
    end: () => {
      if (tree === null || newest === position) return
      const [says, first] = [`is over ${newest} events, and there are ${position}`, Math.min(newest, position) + 1]
      throw new Altered(`${tree.by.replace(/^[a-z]/, (one) => one.toUpperCase())} ${says}. Run: peerwork verify`, first)
    }
  }
}

/** What was found out about it, as a line and as a value. */
export interface WasRead {
  readonly from: string
  readonly events: number
  /** What they were compared with: `its checkpoint`; null where nothing stands beside them. */
  readonly comparedWith: string | null
  /** Never here: `verify` does it. */
  readonly signaturesChecked: false
}

export const wasRead = (source: LogSource, events: number): WasRead => ({
  from: source.place,
  events,
  comparedWith: source.tree()?.by ?? null,
  signaturesChecked: false
})

/** Where it was read, and what of it was not checked. */
export const sayRead = ({ comparedWith, events, from }: WasRead): string =>
  `Read from ${from}: ${events} events. ${
    comparedWith === null
      ? "The versions of each record follow one another; whether the newest of a record, and the end, are what was " +
        "written was not checked here, nor who signed: peerwork verify does that, with the bundle"
      : `They fit ${comparedWith}; its signatures were not checked here: peerwork verify does that`
  }`
