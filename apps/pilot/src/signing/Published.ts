/**
 * Which checkpoint is published: the newest that enough witnesses have cosigned, or the newest, where nobody was asked.
 */
import { isQuorum } from "@peerwork/ledger"
import { newestCosigned, newestNotes, type PublishedNote } from "@peerwork/store-sqlite"
import type { Signs } from "./Signing.ts"

/** How far back to look for one that enough witnesses saw. */
const mostLookedAt = 1000

type Signed = Pick<Signs, "memory" | "policy">

export const isPublished = ({ policy }: Signed, { cosigned }: PublishedNote): boolean =>
  policy === null || isQuorum(policy.quorum, new Set(cosigned.map(({ witness }) => witness)))

/** The newest checkpoint that anybody gets; null where there is none yet. */
export const published = (signed: Signed): PublishedNote | null => {
  const [newest] = newestNotes(signed.memory, 1)
  if (newest !== undefined && isPublished(signed, newest)) return newest
  return newestCosigned(signed.memory, mostLookedAt).find((note) => isPublished(signed, note)) ?? null
}
