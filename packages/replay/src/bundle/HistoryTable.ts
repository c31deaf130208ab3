/**
 * The history as a table: one row for each event, for people with a spreadsheet.
 *
 * It repeats what the envelopes say and proves nothing; every row has the position and the leaf hash under which the
 * event itself is found. What the columns mean stands in a second file.
 */
import { eventTypes } from "@peerwork/core"
import { csvRow } from "./Csv.ts"
import { type Leaf, shownHash } from "./Leaf.ts"

type Cell = string | number | null

interface Column {
  readonly name: string
  readonly says: string
  readonly of: (leaf: Leaf) => Cell
}

const ruleWords = ({ envelope }: Leaf): string =>
  envelope.decision.rules.map(({ held, id, override }) =>
    `${id} ${held ? "held" : override === true ? "broken, overridden" : "broken"}`
  ).join("; ")

const columns: ReadonlyArray<Column> = [
  { name: "position", says: "The place of the event in the log, from 1", of: ({ position }) => position },
  {
    name: "recorded_at",
    says: "When it was recorded, by the clock of the server, in UTC",
    of: ({ envelope }) => envelope.recordedAt
  },
  {
    name: "happened_on",
    says: "The local date on which it is said to have happened",
    of: ({ envelope }) => envelope.on ?? null
  },
  {
    name: "happened_at",
    says: "The moment at which it is said to have happened, in UTC, where the time of day matters",
    of: ({ envelope }) => envelope.at ?? null
  },
  { name: "type", says: "The type of the event, as the list of events has it", of: ({ envelope }) => envelope.type },
  {
    name: "title",
    says: "What happened, in words",
    of: ({ envelope }) => eventTypes.get(envelope.type)?.title ?? null
  },
  {
    name: "record",
    says: "The record that it belongs to: its kind and its opaque id",
    of: ({ envelope }) => envelope.stream
  },
  {
    name: "version",
    says: "The how-manieth event of the record it is, from 1",
    of: ({ envelope }) => envelope.version
  },
  { name: "actor", says: "Who acted, by an opaque id", of: ({ envelope }) => envelope.actor.id },
  { name: "role", says: "In which role", of: ({ envelope }) => envelope.actor.role },
  { name: "command", says: "What was asked for", of: ({ envelope }) => envelope.command.type },
  {
    name: "command_id",
    says: "The id of what was asked for, which occurs once",
    of: ({ envelope }) => envelope.command.id
  },
  {
    name: "event_id",
    says: "The id of the event, derived from that of the command",
    of: ({ envelope }) => envelope.id
  },
  { name: "corrects", says: "The id of the event that it puts right", of: ({ envelope }) => envelope.corrects ?? null },
  {
    name: "law",
    says: "The version of the rules that it was decided with",
    of: ({ envelope }) => envelope.decision.law
  },
  { name: "rules", says: "Every rule that was judged, and whether it held", of: ruleWords },
  {
    name: "concerns",
    says: "Everything that it concerns, by kinds and opaque ids",
    of: ({ envelope }) => envelope.tags.join(" ")
  },
  { name: "data", says: "Its public fields, as JSON", of: ({ envelope }) => JSON.stringify(envelope.data) },
  {
    name: "leaf_hash",
    says:
      "SHA-256 over a zero byte and the stored bytes, in hexadecimal digits: what the tree is made of. An envelope " +
      "names that of the version before as the same bytes in base64",
    of: shownHash
  }
]

export const historyHeader = (): string => csvRow(columns.map(({ name }) => name))

export const historyRow = (leaf: Leaf): string => csvRow(columns.map(({ of }) => of(leaf)))

/** The second file: what each column means. */
export const historyColumns = (): string =>
  [csvRow(["column", "meaning"]), ...columns.map(({ name, says }) => csvRow([name, says]))].join("")
