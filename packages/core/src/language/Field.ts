/**
 * Fields: what a command asks for and an event keeps, each with its kind of value and whom it may concern.
 *
 * Every field of every command and event is **open** (public), **tagged** (public, an opaque id or code by which the
 * event is found) or **personal** (with its subject and retention class: kept beside the log, never in it). Free text
 * is always personal, and so are codes that say something about health, risk, conduct or belief. The same object gives
 * the check of the value, the question on the form page and the parameter in the API document.
 */
import type { Kind, RowProblem } from "./Kind.ts"

/** How long, and later under which key, a personal value is kept. */
export type RetentionClass =
  | "identity"
  | "selection"
  | "conduct"
  | "scheduling"
  | "administration"
  | "supervision"
  | "reflection"

interface Asked<A> {
  readonly kind: Kind<A>
  /** What a person is asked; for fields of events, what the value is called. */
  readonly question: string
  /** Ends with a full stop. */
  readonly hint: string | null
}

/** Public: dates, counts, codes. */
export interface Open<A> extends Asked<A> {
  readonly classification: "open"
}

/** Public, and a tag of the event, such as `person:<uuid>`; a list is a tag for each of its ids. */
export interface Tagged<A> extends Asked<A> {
  readonly classification: "tagged"
  readonly tag: string
}

/** About somebody: `subject` names the field with their id, or is `actor` for whoever acted. */
export interface Personal<A> extends Asked<A> {
  readonly classification: "personal"
  readonly subject: string
  readonly keep: RetentionClass
  /** The deletable index in which the value is looked up. */
  readonly lookup: "prisonNumber" | null
}

export type Field<A = unknown> = Open<A> | Tagged<A> | Personal<A>
export type Fields = Readonly<Record<string, Field & { readonly optional?: true }>>

type ValueOf<F> = F extends { readonly kind: Kind<infer A> } ? A : never
type OptionalNames<F> = { [K in keyof F]: F[K] extends { readonly optional: true } ? K : never }[keyof F]
type PublicNames<F> = { [K in keyof F]: F[K] extends { readonly classification: "personal" } ? never : K }[keyof F]
type Simplify<T> = { [K in keyof T]: T[K] } & {}

/** The values of all fields. */
export type Values<F> = Simplify<
  & { readonly [K in Exclude<keyof F, OptionalNames<F>>]: ValueOf<F[K]> }
  & { readonly [K in OptionalNames<F>]?: ValueOf<F[K]> }
>

/** The values of the public fields: all that a decision or a view ever sees. */
export type PublicValues<F> = Values<Pick<F, PublicNames<F>>>

const asked = (question: string, hint?: string) => ({ question, hint: hint ?? null })

/** A public field. */
export const open = <A>(kind: Kind<A>, question = "", hint?: string): Open<A> => ({
  classification: "open",
  kind,
  ...asked(question, hint)
})

/** A public field by which the event is found: its tag is `<tag>:<value>`. */
export const tagged = <A>(tag: string, kind: Kind<A>, question = "", hint?: string): Tagged<A> => ({
  classification: "tagged",
  tag,
  kind,
  ...asked(question, hint)
})

/** Whose value it is and why it is kept. */
export interface About {
  readonly subject: string
  readonly keep: RetentionClass
  readonly lookup?: "prisonNumber"
}

/** A personal field. */
export const personal = <A>(kind: Kind<A>, about: About, question = "", hint?: string): Personal<A> => ({
  classification: "personal",
  kind,
  subject: about.subject,
  keep: about.keep,
  lookup: about.lookup ?? null,
  ...asked(question, hint)
})

/** The same field, which may be absent. */
export const optional = <F extends Field>(field: F): F & { readonly optional: true } => ({ ...field, optional: true })

/** A field that is wrong, and what would be right. */
export interface FieldProblem {
  readonly field: string
  readonly says: string
  /** Of rows that cannot be read: every value that is wrong. */
  readonly rows?: ReadonlyArray<RowProblem>
}

/** What became of an input: the values of the fields, or every problem at once. */
export type Read<F> =
  | { readonly _tag: "Right"; readonly values: Values<F> }
  | { readonly _tag: "Wrong"; readonly problems: ReadonlyArray<FieldProblem> }

/** Reads every field of the input; a name that is no field is a problem too. */
export const readFields = <const F extends Fields>(fields: F, input: Readonly<Record<string, unknown>>): Read<F> => {
  const values: Record<string, unknown> = {}
  const problems: Array<FieldProblem> = Object.keys(input).filter((name) => !Object.hasOwn(fields, name)).map((
    name
  ) => ({
    field: name,
    says: `is not known here. The fields are ${Object.keys(fields).join(", ")}`
  }))
  for (const [name, field] of Object.entries(fields)) {
    const given = Object.hasOwn(input, name) ? input[name] : undefined
    if (given === undefined && field.optional === true) continue
    const decoded = field.kind.decode(given)
    if (decoded._tag === "Right") values[name] = decoded.value
    else {
      const says = given === undefined ? `is missing, and ${decoded.says}` : decoded.says
      problems.push({ field: name, says, ...(decoded.rows === undefined ? {} : { rows: decoded.rows }) })
    }
  }
  return problems.length > 0 ? { _tag: "Wrong", problems } : { _tag: "Right", values: values as Values<F> }
}

/** A check of stored values that is made once for many: each field there or optional, each value as it stands, no other. */
export const fitting = (fields: Fields): (stored: Readonly<Record<string, unknown>>) => boolean => {
  const checks = Object.entries(fields).map(([name, { kind: { fits }, optional: mayBeAbsent }]) => ({
    name,
    fits,
    mayBeAbsent
  }))
  return (stored) => {
    let found = 0
    for (const { fits, mayBeAbsent, name } of checks) {
      const value = stored[name]
      if (value === undefined && mayBeAbsent === true) continue
      if (!fits(value)) return false
      found += 1
    }
    return Object.keys(stored).length === found
  }
}

/** The public part of the values. */
export const publicOf = <const F extends Fields>(
  fields: F,
  values: Readonly<Record<string, unknown>>
): PublicValues<F> => {
  const kept = Object.entries(values).filter(([name]) =>
    Object.hasOwn(fields, name) && fields[name]?.classification !== "personal"
  )
  return Object.fromEntries(kept) as PublicValues<F>
}

const listed = (value: unknown): ReadonlyArray<unknown> => Array.isArray(value) ? value : [value]

/** The tags that the public values give, sorted, each once; a list of ids gives one for each. */
export const tagsOf = (fields: Fields, values: Readonly<Record<string, unknown>>): ReadonlyArray<string> => {
  const tags = Object.entries(fields).flatMap(([name, field]) =>
    field.classification === "tagged"
      ? listed(values[name]).flatMap((value) => typeof value === "string" ? [`${field.tag}:${value}`] : [])
      : []
  )
  return [...new Set(tags)].sort()
}
