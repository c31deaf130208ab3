/**
 * What followed in an escalation: from its being raised, and from each of its entries. No correction puts a beginning
 * after what followed from it, or takes it away from under that.
 */
import type { Instant } from "../language/Instant.ts"
import { entryCodes } from "./entryWords.ts"
import type { EntryCode } from "./entryWords.ts"
import type { Beside, Escalation } from "./Escalation.ts"
import type { Entry, EntryKind } from "./EscalationStage.ts"

/** What followed, and when it was. */
export interface Followed {
  readonly followed: EntryCode
  readonly followedAt: Instant
}

/** The facts of a rule where nothing followed. */
export const nothingFollowed = { followed: null, followedAt: null }

const followedBy = ({ at, kind }: Entry | Beside): Followed => ({ followed: entryCodes[kind], followedAt: at })

/** What was linked to it and raised of its own: the matter begins no later than that. */
const raisedToo = ({ raisedAt }: Escalation): ReadonlyArray<Followed> =>
  raisedAt === null ? [] : [{ followed: "RAISED_TOO", followedAt: raisedAt }]

/** The first of what followed once it was raised; null where nothing did. */
export const firstAfterRaising = (
  { beside, entries }: Escalation,
  linked: ReadonlyArray<Escalation>
): Followed | null =>
  [...[...entries, ...beside].map(followedBy), ...linked.flatMap(raisedToo)]
    .reduce<Followed | null>((first, one) => first === null || one.followedAt < first.followedAt ? one : first, null)

/** What follows from each kind of entry, and would stand without a beginning if it were struck out. */
const leadsTo: Readonly<Partial<Record<EntryKind, ReadonlyArray<EntryKind>>>> = {
  Action: ["ActionCompleted"],
  SafetyConcernSent: ["SafetyConcernAnswered"],
  Resolved: ["Told", "Closed", "Reopened"],
  Closed: ["Reopened"]
}

const isOfIt = (entry: Entry, later: Entry): boolean =>
  (leadsTo[entry.kind] ?? []).includes(later.kind) &&
  (later.action === null || later.action === entry.event) && later.body === entry.body

/** The first entry that follows from another one and not from a later one of its kind; null where none does. */
export const restsOn = ({ entries }: Escalation, entry: Entry): Followed | null => {
  const later = entries.slice(entries.indexOf(entry) + 1)
  const again = later.findIndex(({ kind }) => kind === entry.kind && (kind === "Resolved" || kind === "Closed"))
  const found = (again === -1 ? later : later.slice(0, again)).find((one) => isOfIt(entry, one))
  return found === undefined ? null : followedBy(found)
}
