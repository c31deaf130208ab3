/**
 * What followed in an escalation: from its being raised, and from each of its entries. No correction puts a beginning
 * after what followed from it, or takes it away from under that.
 */
import type { Instant } from "../language/Instant.ts"
import type { Beside, Escalation } from "./Escalation.ts"
import type { Entry, EntryKind } from "./EscalationStage.ts"

/** Something that followed, as a sentence says it, and when it was. */
export interface Followed {
  readonly says: string
  readonly at: Instant
}

const words: Readonly<Record<EntryKind | Beside["kind"], string>> = {
  HandedOver: "It was handed over",
  Redirected: "It was redirected",
  Acknowledged: "It was acknowledged",
  RejectedBack: "It was rejected back",
  Action: "An action was recorded",
  ActionCompleted: "An action was done",
  ActionHandedOver: "An action was handed over",
  Reference: "A reference was recorded",
  SafetyConcernSent: "It was sent outside",
  SafetyConcernAnswered: "It was answered from outside",
  Linked: "It was linked to another",
  Joined: "Another was linked to it",
  KeptApart: "It was kept apart from another",
  Reclassified: "It was reclassified",
  Resolved: "It was resolved",
  Told: "It was recorded that whoever raised it was told, or why not",
  SubjectTold: "It was recorded that they were told that it was passed on, or why not",
  Closed: "It was closed",
  Reopened: "It was reopened",
  Withdrawn: "It was withdrawn"
}

const followed = ({ at, kind }: Entry | Beside): Followed => ({ says: words[kind], at })

/** What was linked to it and raised of its own: the matter begins no later than that. */
const raisedToo = ({ raisedAt }: Escalation): ReadonlyArray<Followed> =>
  raisedAt === null ? [] : [{ says: "What is linked to it was raised", at: raisedAt }]

/** The first of what followed once it was raised; null where nothing did. */
export const firstAfterRaising = (
  { beside, entries }: Escalation,
  linked: ReadonlyArray<Escalation>
): Followed | null =>
  [...[...entries, ...beside].map(followed), ...linked.flatMap(raisedToo)]
    .reduce<Followed | null>((first, one) => first === null || one.at < first.at ? one : first, null)

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
  return found === undefined ? null : followed(found)
}
