/**
 * Whether the columns of an event, its stream and its tags repeat what the envelope says.
 */
import type { DatabaseSync } from "node:sqlite"
import { altered, type Finding } from "./Finding.ts"
import type { Members } from "./LeafChains.ts"
import { type EventRow, streamRows, type TagRow, tagRows, walking } from "./LogRows.ts"

export interface EventRowCheck {
  readonly next: (row: EventRow, envelope: Members) => ReadonlyArray<Finding>
  /** Rows that belong to no event. */
  readonly end: () => ReadonlyArray<Finding>
}

const tagsIn = (envelope: Members): ReadonlyArray<string> => {
  const tags = envelope["tags"]
  return Array.isArray(tags) ? tags.map(String) : []
}

const stray = ({ position, tag }: TagRow): Finding =>
  altered(
    `tags: there is no event at position ${position} for ${tag}`,
    Number.isNaN(position) ? null : position,
    "tags"
  )

export const eventRowCheck = (db: DatabaseSync): EventRowCheck => {
  const names = streamRows(db)
  const seen = new Set<number>()
  const tags = walking(tagRows(db))

  const columns = ({ schemaVersion, type, version }: EventRow, envelope: Members) =>
    Object.entries({ version, type, schemaVersion }).filter(([name, value]) => envelope[name] !== value)
      .map(([name]) => `events: its ${name} is not the one of the envelope`)

  const streamComplaints = ({ stream }: EventRow, envelope: Members): ReadonlyArray<string> => {
    const isNew = !seen.has(stream)
    seen.add(stream)
    return [
      ...(names.get(stream) === envelope["stream"]
        ? []
        : ["streams: its stream has another name than in the envelope"]),
      // Streams are numbered as they come
      ...(isNew && stream !== seen.size ? ["streams: its stream has another number than when it was new"] : [])
    ]
  }

  const tagComplaints = ({ position }: EventRow, envelope: Members): ReadonlyArray<string> => {
    const [kept, said] = [tags.takeWhile((row) => row.position === position).map(({ tag }) => tag), tagsIn(envelope)]
    const isSame = kept.length === said.length && kept.every((tag, at) => tag === said[at])
    return isSame ? [] : ["tags: its tags are not those of the envelope"]
  }

  return {
    next: (row, envelope) => {
      const { position } = row
      const strays = tags.takeWhile((tag) => !(tag.position >= position)).map(stray)
      const complaints = [
        ...columns(row, envelope),
        ...streamComplaints(row, envelope),
        ...tagComplaints(row, envelope)
      ]
      return [
        ...strays,
        ...complaints.map((says) =>
          altered(`${says}, at position ${position}`, position, says.slice(0, says.indexOf(":")))
        )
      ]
    },
    end: () => [
      ...tags.takeWhile(() => true).map(stray),
      ...[...names].filter(([stream]) => !seen.has(stream))
        .map(([stream, name]) =>
          altered(`streams: row ${stream} names ${name}, of which there is no event`, null, "streams")
        )
    ]
  }
}
