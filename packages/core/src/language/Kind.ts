/**
 * Kinds of value: what a field may hold, and how a person is asked for it.
 *
 * This is the one place that knows how values are checked. A kind carries its schema (for the API document), a decoder
 * whose refusal says what would be right, and the control that a form page shows. Stored values are plain JSON: texts,
 * whole numbers, yes or no, and lists of codes.
 */
import * as Schema from "effect/Schema"
import { EstablishmentCode } from "./EstablishmentCode.ts"
import { LocalDate } from "./LocalDate.ts"
import { PrisonNumber } from "./PrisonNumber.ts"

/** How a person is asked for the value. */
export type Input =
  | { readonly _tag: "Date"; readonly notAfterToday: boolean }
  | { readonly _tag: "YesOrNo" }
  | { readonly _tag: "Count"; readonly min: number; readonly max: number }
  | { readonly _tag: "Choice"; readonly options: Readonly<Record<string, string>> }
  | { readonly _tag: "Several"; readonly options: Readonly<Record<string, string>> }
  | { readonly _tag: "Code"; readonly example: string }
  | { readonly _tag: "Codes"; readonly example: string }
  | { readonly _tag: "Reference"; readonly to: string }
  | { readonly _tag: "Text"; readonly maxLength: number; readonly long: boolean }

/** What became of a value: it is one of the kind, or a sentence says what would be right. */
export type Decoded<A> =
  | { readonly _tag: "Right"; readonly value: A }
  | { readonly _tag: "Wrong"; readonly says: string }

export interface Kind<A> {
  readonly input: Input
  readonly schema: Schema.Schema.AnyNoContext
  readonly decode: (input: unknown) => Decoded<A>
}

const kind = <A, I>(input: Input, schema: Schema.Schema<A, I>, says: string): Kind<A> => {
  const decodeUnknown = Schema.decodeUnknownEither(schema)
  return {
    input,
    schema,
    decode: (value) => {
      const decoded = decodeUnknown(value)
      return decoded._tag === "Right" ? { _tag: "Right", value: decoded.right } : { _tag: "Wrong", says }
    }
  }
}

const realDate = "must be a real date, written like 2016-04-04"

/** A local date, past or to come. */
export const aDate: Kind<LocalDate> = kind({ _tag: "Date", notAfterToday: false }, LocalDate, realDate)

/** The local date on which something is said to have happened; RECORD-1 refuses one later than today. */
export const aPastDate: Kind<LocalDate> = kind({ _tag: "Date", notAfterToday: true }, LocalDate, realDate)

export const yesOrNo: Kind<boolean> = kind({ _tag: "YesOrNo" }, Schema.Boolean, "must be true or false")

/** A whole number within limits. */
export const aCount = (min = 0, max = 100_000): Kind<number> =>
  kind(
    { _tag: "Count", min, max },
    Schema.Int.pipe(Schema.between(min, max)),
    `must be a whole number from ${min} to ${max}`
  )

type Options = Readonly<Record<string, string>>

const codesOf = <const O extends Options>(options: O): ReadonlyArray<keyof O & string> => Object.keys(options)

const codeAmong = <const O extends Options>(options: O): Schema.Schema<keyof O & string> =>
  Schema.Literal(...codesOf(options))

/** One code of a closed list; the words are what people read. */
export const oneOf = <const O extends Options>(options: O): Kind<keyof O & string> =>
  kind({ _tag: "Choice", options }, codeAmong(options), `must be one of ${codesOf(options).join(", ")}`)

/** Any number of codes of a closed list, each once. */
export const severalOf = <const O extends Options>(options: O): Kind<ReadonlyArray<keyof O & string>> =>
  kind(
    { _tag: "Several", options },
    Schema.Array(codeAmong(options)).pipe(Schema.maxItems(50), Schema.filter(isSet)),
    `must be a list of ${codesOf(options).join(", ")}, each at most once`
  )

const isSet = (items: ReadonlyArray<string>): boolean => new Set(items).size === items.length

const codeText = Schema.String.pipe(Schema.pattern(/^[A-Z][A-Z0-9_]{0,39}$/))

/** A code of the establishment's own, such as a wing or a role: capitals, digits and underscores. */
export const aCode = (example: string): Kind<string> =>
  kind({ _tag: "Code", example }, codeText, `must be a code in capitals, such as ${example}`)

export const codes = (example: string): Kind<ReadonlyArray<string>> =>
  kind(
    { _tag: "Codes", example },
    Schema.Array(codeText).pipe(Schema.maxItems(50), Schema.filter(isSet)),
    `must be a list of codes in capitals, such as ${example}, each at most once`
  )

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const Identifier = Schema.String.pipe(
  Schema.pattern(uuid),
  Schema.annotations({ description: "An opaque id", jsonSchema: { type: "string", format: "uuid" } })
)

/** Whether the text is an id: a UUID in lower case. */
export const isIdentifier = (text: string): boolean => uuid.test(text)

/** The opaque id of a life's instance (`person`, `appointment`, ...), of a role profile or of an `event`. */
export const idOf = (to: string): Kind<string> =>
  kind({ _tag: "Reference", to }, Identifier, "must be an id: a UUID in lower case")

export const anEstablishment: Kind<EstablishmentCode> = kind(
  { _tag: "Code", example: "ZZI" },
  EstablishmentCode,
  "must be three capital letters, like ZZI"
)

export const aPrisonNumber: Kind<PrisonNumber> = kind(
  { _tag: "Text", maxLength: 20, long: false },
  PrisonNumber,
  "must be a prison number, like A1234AA"
)

/** Controls, half characters, and marks that turn the direction of what is written after them. */
const unwritable = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

const isWritten = (text: string): boolean => visible.test(text) && !unwritable.test(text)

const writable =
  "must hold no control characters, no halves of characters and no marks that turn the direction of writing"

/** Free text: always personal. */
export const text = (maxLength: number, long = false): Kind<string> => {
  const { decode, ...rest } = kind(
    { _tag: "Text", maxLength, long },
    Schema.Trim.pipe(
      Schema.minLength(1),
      Schema.maxLength(maxLength),
      Schema.filter(isWritten)
    ),
    `must be text of 1 to ${maxLength} characters`
  )
  return {
    ...rest,
    decode: (value) =>
      typeof value === "string" && unwritable.test(value.trim()) ? { _tag: "Wrong", says: writable } : decode(value)
  }
}

/** A value that may be absent, written as null: for facts of rules. */
export const orNone = <A>(of: Kind<A>): Kind<A | null> => ({
  ...of,
  schema: Schema.NullOr(of.schema),
  decode: (value) => (value === null ? { _tag: "Right", value: null } : of.decode(value))
})
