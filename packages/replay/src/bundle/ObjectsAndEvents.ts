/**
 * The history for process mining: OCEL 2.0, events and the objects that each of them touches.
 *
 * An object is a person, an appointment, a cohort and so on, by its opaque id: one event touches several, which is why
 * the form fits. Events are written as they come; what objects there were is known, and written, at the end.
 */
import { eventTypes } from "@peerwork/core"
import type { Writing } from "./BundleSink.ts"
import { type Leaf, shownHash } from "./Leaf.ts"
import { happenedAt, happenedOn } from "./WhenItHappened.ts"

const attributeTypes = {
  position: "integer",
  on: "string",
  recordedAt: "time",
  role: "string",
  leafHash: "string"
} as const

const eventOf = (leaf: Leaf) => {
  const { envelope, position } = leaf
  const values = {
    position,
    on: happenedOn(leaf),
    recordedAt: envelope.recordedAt,
    role: envelope.actor.role,
    leafHash: shownHash(leaf)
  } satisfies Record<keyof typeof attributeTypes, string | number>
  return {
    id: envelope.id,
    type: envelope.type,
    time: happenedAt(leaf),
    attributes: Object.entries(values).map(([name, value]) => ({ name, value })),
    relationships: envelope.tags.map((tag) => ({ objectId: tag, qualifier: tag.slice(0, tag.indexOf(":")) }))
  }
}

export interface ObjectsAndEvents {
  readonly next: (leaf: Leaf) => void
  readonly end: () => void
}

/** Writes the one object that the file is, piece by piece. */
export const objectsAndEvents = (file: Writing): ObjectsAndEvents => {
  const objects = new Set<string>()
  const types = new Set<string>()
  let isFirst = true
  file.write('{"events":[')
  return {
    next: (leaf) => {
      file.write(`${isFirst ? "\n" : ",\n"}${JSON.stringify(eventOf(leaf))}`)
      isFirst = false
      types.add(leaf.envelope.type)
      for (const tag of leaf.envelope.tags) objects.add(tag)
    },
    end: () => {
      const sorted = [...objects].sort()
      const kind = (tag: string) => tag.slice(0, tag.indexOf(":"))
      file.write('\n],"objects":[')
      sorted.forEach((tag, at) =>
        file.write(`${at === 0 ? "\n" : ",\n"}${JSON.stringify({ id: tag, type: kind(tag), attributes: [] })}`)
      )
      const objectTypes = [...new Set(sorted.map(kind))].map((name) => ({ name, attributes: [] }))
      const attributes = Object.entries(attributeTypes).map(([name, type]) => ({ name, type }))
      const named = [...types].sort().map((name) => ({ name, title: eventTypes.get(name)?.title ?? name, attributes }))
      file.write(`\n],"objectTypes":${JSON.stringify(objectTypes)},"eventTypes":${JSON.stringify(named)}}\n`)
      file.end()
    }
  }
}
