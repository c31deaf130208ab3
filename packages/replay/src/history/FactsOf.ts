/**
 * Facts: a state as a flat list of names and values, and what changed between two of them.
 *
 * A state is nested; people compare lines. Each value gets a name that says where it stands (`Sign off, on`), lists are
 * numbered from 1, and what only refers to an event is left out: which events these were is told elsewhere.
 */
import { wordsOf } from "@peerwork/core"
import type { Json } from "@peerwork/core"
import type { Standing } from "../law/HowItStands.ts"

export interface Fact {
  readonly key: string
  readonly value: Json
}

/** A fact that is another one afterwards; null where it was not there, or is there no more. */
export interface ChangedFact {
  readonly key: string
  readonly before: Json
  readonly after: Json
}

/** Names that say by which event, and when and by whom it changed last: the history itself says that. */
const bookkeeping: ReadonlySet<string> = new Set(["event", "changed"])

const isPlain = (value: Json): boolean => value === null || typeof value !== "object"

const nameOf = (path: ReadonlyArray<string>): string => {
  const text = path.join(", ")
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const flatten = (path: ReadonlyArray<string>, value: Json, isEvent: (id: string) => boolean): ReadonlyArray<Fact> => {
  if (value === null || (typeof value === "string" && (value === "" || isEvent(value)))) return []
  if (Array.isArray(value)) {
    const items = value as ReadonlyArray<Json>
    if (items.length === 0) return []
    if (items.every(isPlain)) return [{ key: nameOf(path), value: items }]
    const [last = "", ...before] = [...path].reverse()
    return items.flatMap((item, index) => flatten([...before.reverse(), `${last} ${index + 1}`], item, isEvent))
  }
  if (typeof value !== "object") return [{ key: nameOf(path), value }]
  return Object.entries(value).filter(([name]) => !bookkeeping.has(name))
    .flatMap(([name, inner]) => flatten([...path, wordsOf(name)], inner, isEvent))
}

/** The facts of an instance: what is derived for the day first, then the state. */
export const factsOf = (
  standing: Pick<Standing, "derived" | "state"> | null,
  isEvent: (id: string) => boolean
): ReadonlyArray<Fact> =>
  standing === null ? [] : [
    ...flatten([], standing.derived, isEvent),
    ...flatten([], standing.state, isEvent).filter(({ key }) => !(key === "Status" && "status" in standing.derived))
  ]

const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Only what changed, in the order of the facts afterwards; what is gone comes last. */
export const changesBetween = (
  before: ReadonlyArray<Fact>,
  after: ReadonlyArray<Fact>
): ReadonlyArray<ChangedFact> => {
  const was = new Map(before.map(({ key, value }) => [key, value]))
  const is = new Map(after.map(({ key, value }) => [key, value]))
  return [
    ...after.map(({ key, value }) => ({ key, before: was.get(key) ?? null, after: value })),
    ...before.filter(({ key }) => !is.has(key)).map(({ key, value }) => ({ key, before: value, after: null }))
  ].filter((change) => !same(change.before, change.after))
}

/** A value on one line. */
export const sayValue = (value: Json): string =>
  value === null
    ? "-"
    : typeof value === "boolean"
    ? value ? "yes" : "no"
    : Array.isArray(value)
    ? (value as ReadonlyArray<Json>).map(sayValue).join(", ")
    : typeof value === "object"
    ? JSON.stringify(value)
    : String(value)
