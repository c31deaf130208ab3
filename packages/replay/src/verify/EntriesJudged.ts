/**
 * Which of several accounts of the same events is the one that was signed.
 *
 * The events, the hashes in the tiles and the lines of `history.jsonl` say the same thing three times. Where they
 * differ, the root that was signed says whose tree it is, and so which of them was altered and at which position.
 */
import { type Checkpoint, sameHash } from "@peerwork/ledger"
import { historyPath } from "../bundle/BundlePaths.ts"
import type { Differing, EntriesRead, UnlikeRepeat } from "./EntriesCheck.ts"
import { altered, type Finding, unreadable } from "./Finding.ts"
import type { Side, UnlikeTile } from "./GrowingSide.ts"

export interface Judged {
  /** The tree that was signed, or that over the events where neither was. */
  readonly right: Side
  readonly found: ReadonlyArray<Finding>
}

/** One event dropped moves all that follow: the first is told, and how many more there are. */
const andMore = (differing: ReadonlyArray<Differing>): string => {
  const last = differing.at(-1)?.position
  if (differing.length < 2) return ""
  return differing.length === 2
    ? `, nor is that at position ${last}`
    : `, nor are ${differing.length - 1} more after it, up to position ${last}`
}

const eventsDiffer = (
  differing: ReadonlyArray<Differing>,
  areEventsRight: boolean,
  areTilesRight: boolean
): ReadonlyArray<Finding> => {
  const [first] = differing
  if (first === undefined) return []
  const { position, tile } = first
  if (areEventsRight) {
    const says = `${tile} has another hash than the event at position ${position}, which is the one signed`
    const more = differing.length < 2 ? "" : `; so have ${differing.length - 1} more after it`
    return [altered(`${says}${more}`, position, tile)]
  }
  const is = areTilesRight ? "the one that was signed" : `the one of ${tile}`
  return [altered(`the event at position ${position} is not ${is}${andMore(differing)}`, position)]
}

const repeatDiffers = (
  { claimed, entries, hash, position, says }: UnlikeRepeat,
  areEventsRight: boolean,
  areTilesRight: boolean
): Finding => {
  const isSigned = areTilesRight && hash !== null && claimed?.equals(hash) === true
  const which = areEventsRight
    ? `; ${entries} has the one that was signed`
    : isSigned
    ? `, which is the one that was signed; that in ${entries} is not`
    : `; which of the two was signed cannot be told`
  return altered(
    `${historyPath} does not repeat the event at position ${position}: it ${says}${which}`,
    position,
    historyPath
  )
}

const tileDiffers = ({ isMissing, path }: UnlikeTile): Finding =>
  isMissing ? unreadable(`${path} is missing`, null, path) : altered(`${path} is not a tile of this tree`, null, path)

/** Judges by the checkpoint what was read. */
export const judgedBy = (
  { claimed, differing, events, unlikeRepeat }: EntriesRead,
  { root, size }: Checkpoint
): Judged => {
  const isRoot = (side: Side | null): boolean => {
    const has = side?.rootAt(size) ?? null
    return has !== null && sameHash(has, root)
  }
  const areEventsRight = isRoot(events)
  const areTilesRight = !areEventsRight && isRoot(claimed)
  const right = areTilesRight && claimed !== null ? claimed : events
  return {
    right,
    found: [
      ...eventsDiffer(differing, areEventsRight, areTilesRight),
      ...(unlikeRepeat === null ? [] : [repeatDiffers(unlikeRepeat, areEventsRight, areTilesRight)]),
      ...right.unlike().map(tileDiffers)
    ]
  }
}
