/**
 * Events: what happened, in the form in which it is kept for ever.
 *
 * An event type belongs to one life and names every field it keeps. It only grows: a later version is a new list of
 * fields with one pure step from the version before, and what was stored is never rewritten. Views see the public
 * fields; personal values stand beside the log and are joined by whoever shows them.
 */
import type { Actor } from "./Actor.ts"
import { fitting, publicOf, readFields, tagsOf } from "./Field.ts"
import type { FieldProblem, Fields, PublicValues } from "./Field.ts"
import { localDateOf } from "./Instant.ts"
import type { Instant } from "./Instant.ts"
import type { LocalDate } from "./LocalDate.ts"

/** An event as it stands in the log, decoded to the newest version of its type. */
export interface Happened<Type extends string = string, Data = Readonly<Record<string, unknown>>> {
  readonly type: Type
  readonly id: string
  readonly position: number
  readonly stream: string
  readonly version: number
  /** The server's instant of recording. */
  readonly recordedAt: Instant
  /** The local date on which it is said to have happened. */
  readonly on: LocalDate
  /** The instant, where the time of day matters; its local date is `on`. */
  readonly at?: Instant
  readonly actor: Actor
  readonly command: { readonly id: string; readonly type: string }
  /** The id of the event that this one puts right. */
  readonly corrects: string | null
  readonly tags: ReadonlyArray<string>
  readonly data: Data
}

/** An event that a decision wants to have happened. */
export interface Occurrence<Type extends string = string, Data = Readonly<Record<string, unknown>>> {
  readonly type: Type
  readonly stream: string
  readonly on: LocalDate
  readonly at?: Instant
  readonly corrects: string | null
  readonly tags: ReadonlyArray<string>
  readonly data: Data
}

/** On which date; or at which instant, whose local date it then is. */
export type When = { readonly on: LocalDate; readonly at?: never } | { readonly at: Instant; readonly on?: never }

/** What a decision says of an event: of which instance, when, with which public values. */
export type Occurring<F extends Fields> = When & {
  readonly of: string
  readonly corrects?: string
  readonly data: PublicValues<F>
}

interface Version {
  readonly fields: Fields
  /** The step from the version before. */
  readonly from: (before: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
}

/** What became of stored data: decoded to the newest version, or the reason why it is not understood. */
export type Understood<Data> =
  | { readonly _tag: "Understood"; readonly data: Data }
  | { readonly _tag: "NotUnderstood"; readonly reason: "future version" | "malformed"; readonly path: string }

export interface EventType<Type extends string = string, F extends Fields = Fields> {
  readonly type: Type
  readonly life: string
  /** Heading in a timeline, label in a list: one place. */
  readonly title: string
  readonly says: string
  readonly fields: F
  /** Every version's fields, oldest first; the number of the newest is the length. */
  readonly versions: ReadonlyArray<Version>
  make(occurring: Occurring<F>): Occurrence<Type, PublicValues<F>>
  /** Reads stored public data of a version. */
  understand(schemaVersion: number, data: Readonly<Record<string, unknown>>): Understood<PublicValues<F>>
  /** The next version: its fields, and how to know them from the fields of this one. */
  next<const G extends Fields>(
    fields: G
  ): { from(step: (before: PublicValues<F>) => PublicValues<G>): EventType<Type, G> }
}

/** The event of a type as views see it. */
export type EventOf<E> = E extends EventType<infer Type, infer F> ? Happened<Type, PublicValues<F>> : never

interface Described {
  readonly life: string
  readonly title: string
  readonly says: string
}

const publicFields = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => field.classification !== "personal"))

const describeProblems = (problems: ReadonlyArray<FieldProblem>): string =>
  problems.map((problem) => `${problem.field} ${problem.says}`).join("; ")

/** Whether the field is a tag of one value: a list of ids names nobody in particular. */
const isOneId = (field: Fields[string] | undefined): boolean =>
  field?.classification === "tagged" && field.kind.input._tag !== "References"

const refuseUnknownSubjects = (type: string, life: string, fields: Fields): void => {
  for (const [name, field] of Object.entries(fields)) {
    const known = field.classification !== "personal" || field.subject === "actor" || field.subject === life ||
      isOneId(fields[field.subject])
    if (!known) throw new TypeError(`${type}.${name} is personal, and its subject is no tagged field of the event`)
  }
}

const build = <const Type extends string, const F extends Fields>(
  type: Type,
  described: Described,
  fields: F,
  versions: ReadonlyArray<Version>
): EventType<Type, F> => {
  refuseUnknownSubjects(type, described.life, fields)
  const checked = versions.map((version) => {
    const kept = publicFields(version.fields)
    return { fields: kept, from: version.from, fits: fitting(kept) }
  })
  const newest = publicFields(fields)
  return {
    type,
    ...described,
    fields,
    versions,
    make({ at, corrects, data, of, on }) {
      const read = readFields(newest, data)
      if (read._tag === "Wrong") throw new TypeError(`${type}: ${describeProblems(read.problems)}`)
      const tags = [...new Set([`${described.life}:${of}`, ...tagsOf(fields, data)])].sort()
      const when = at === undefined ? { on } : { on: localDateOf(at), at }
      return { type, stream: `${described.life}-${of}`, ...when, corrects: corrects ?? null, tags, data }
    },
    understand(schemaVersion, stored) {
      if (schemaVersion > checked.length) {
        return { _tag: "NotUnderstood", reason: "future version", path: "schemaVersion" }
      }
      const written = checked[schemaVersion - 1]
      if (written === undefined) return { _tag: "NotUnderstood", reason: "malformed", path: "schemaVersion" }
      // What is there as it was written is taken as it is; whatever is wrong is told field by field
      if (schemaVersion === checked.length && written.fits(stored)) {
        return { _tag: "Understood", data: stored as PublicValues<F> }
      }
      const read = readFields(written.fields, stored)
      if (read._tag === "Wrong") {
        return { _tag: "NotUnderstood", reason: "malformed", path: `data.${read.problems[0]?.field ?? ""}` }
      }
      const data = checked.slice(schemaVersion).reduce<Readonly<Record<string, unknown>>>(
        (before, step) => step.from(before),
        read.values
      )
      return { _tag: "Understood", data: publicOf(fields, data) }
    },
    next(later) {
      return {
        from: (step) => build(type, described, later, [...versions, { fields: later, from: step as Version["from"] }])
      }
    }
  }
}

/** Declares the first version of an event type. In every version personal fields name a subject that the event knows. */
export const event = <const Type extends string, const F extends Fields>(
  life: string,
  type: Type,
  body: { readonly title: string; readonly says: string; readonly fields: F }
): EventType<Type, F> => {
  const described = { life, title: body.title, says: body.says }
  return build(type, described, body.fields, [{ fields: body.fields, from: (before) => before }])
}
