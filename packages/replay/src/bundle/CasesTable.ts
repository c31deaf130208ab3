/**
 * Cases for tools that know one case at a time: what happened in each appointment, one row for each event of one.
 */
import { eventTypes } from "@peerwork/core"
import { csvRow } from "./Csv.ts"
import { type Leaf, shownHash } from "./Leaf.ts"
import { happenedAt, happenedOn } from "./WhenItHappened.ts"

export const casesHeader = (): string =>
  csvRow(["case_id", "activity", "timestamp", "happened_on", "role", "position", "leaf_hash"])

/** The rows of the event: one for each appointment that it concerns. */
export const caseRows = (leaf: Leaf): string =>
  leaf.envelope.tags.filter((tag) => tag.startsWith("appointment:"))
    .map((tag) => {
      const { actor, type } = leaf.envelope
      const activity = eventTypes.get(type)?.title ?? type
      return csvRow([
        tag.slice("appointment:".length),
        activity,
        happenedAt(leaf),
        happenedOn(leaf),
        actor.role,
        leaf.position,
        shownHash(leaf)
      ])
    })
    .join("")
