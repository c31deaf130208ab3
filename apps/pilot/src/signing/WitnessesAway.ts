/**
 * Whether witnesses stay away: too few of them have cosigned for longer than the app was told to bear.
 *
 * The newest checkpoint goes to them again every hour, also where nothing was recorded, so a witness that is there has
 * always cosigned lately. While too few are there, nothing newer is published, and whoever holds the keys could write
 * the time since anew; work goes on, and somebody has to be told.
 */
import { isQuorum, type WitnessPolicy } from "@peerwork/ledger"
import { firstSignedAt, lastCosigned } from "@peerwork/store-sqlite"
import type { DatabaseSync } from "node:sqlite"

/** A witness that has not cosigned for too long; the time is in milliseconds since 1970, null where it never has. */
export interface Absent {
  readonly witness: string
  readonly last: { readonly size: number; readonly time: number } | null
}

/** Too few have cosigned since then, in milliseconds since 1970, which is longer ago than so many hours. */
export interface WitnessesAway {
  readonly since: number
  readonly hours: number
  /** The first by name comes first. */
  readonly absent: ReadonlyArray<Absent>
}

export interface Asked {
  readonly memory: DatabaseSync
  readonly policy: WitnessPolicy
  readonly hours: number
}

const hourMs = 3_600_000

const nameOf = ({ witness }: Absent): string => witness

const lastOf = (memory: DatabaseSync, witness: string): Absent => {
  const cosigned = lastCosigned(memory, witness)
  return { witness, last: cosigned === null ? null : { size: cosigned.size, time: cosigned.time * 1000 } }
}

/** Which witnesses have to be asked after, at this moment; null where enough of them are there. */
export const witnessesAway = ({ hours, memory, policy }: Asked, now: number): WitnessesAway | null => {
  const begun = firstSignedAt(memory)
  if (begun === null) return null
  const all = [...policy.witnesses.keys()].sort().map((witness) => lastOf(memory, witness))
  const enoughSince = (time: number): boolean =>
    isQuorum(policy.quorum, new Set(all.filter(({ last }) => last !== null && last.time >= time).map(nameOf)))
  if (enoughSince(Infinity)) return null
  const times = all.flatMap(({ last }) => last === null ? [] : [last.time])
  const since = Math.max(begun, ...times.filter(enoughSince))
  const longest = hours * hourMs
  const absent = all.filter(({ last }) => last === null || now - last.time > longest)
  return now - since > longest ? { since, hours, absent } : null
}
