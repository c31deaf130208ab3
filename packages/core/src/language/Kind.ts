/**
 * Kinds of value: what a field may hold, and how a person is asked for it.
 *
 * This is the one place that knows how values are checked. A kind carries its schema (for the API document), a decoder
 * whose refusal says what would be right, and the control that a form page shows. Stored values are plain JSON: texts,
 * whole numbers, yes or no, lists of codes or ids, and rows of these (see `rowsOf`).
 */
import * as Schema from "effect/Schema"
import { EstablishmentCode, isEstablishment } from "./EstablishmentCode.ts"
import { Instant, isInstant } from "./Instant.ts"
import { isLocalDate, LocalDate } from "./LocalDate.ts"
import { PrisonNumber } from "./PrisonNumber.ts"
import { instantIn, isTimeOfDay } from "./WallTime.ts"

/** How a person is asked for the value. */
export type Input =
  | { readonly _tag: "Date"; readonly notAfterToday: boolean }
  | { readonly _tag: "DateTime"; readonly notAfterNow: boolean }
  | { readonly _tag: "YesOrNo" }
  | { readonly _tag: "Count"; readonly min: number; readonly max: number }
  | { readonly _tag: "Choice"; readonly options: Readonly<Record<string, string>> }
  | { readonly _tag: "Several"; readonly options: Readonly<Record<string, string>> }
  | { readonly _tag: "Code"; readonly example: string }
  | { readonly _tag: "Codes"; readonly example: string }
  | { readonly _tag: "Reference"; readonly to: string }
  | { readonly _tag: "References"; readonly to: string; readonly most: number }
  | { readonly _tag: "Rows"; readonly columns: Readonly<Record<string, Column>>; readonly most: number }
  | { readonly _tag: "Text"; readonly maxLength: number; readonly long: boolean }

/** What is asked in each row; the first column says of which thing, each once. */
export interface Column {
  readonly question: string
  readonly input: Input
  readonly optional: boolean
}

/** A value in a row that is wrong; the rows are numbered from 0. */
export interface RowProblem {
  readonly row: number
  readonly column: string
  readonly says: string
}

/** What became of a value: it is one of the kind, or a sentence says what would be right, and of rows also where. */
export type Decoded<A> =
  | { readonly _tag: "Right"; readonly value: A }
  | { readonly _tag: "Wrong"; readonly says: string; readonly rows?: ReadonlyArray<RowProblem> }

export interface Kind<A> {
  readonly input: Input
  readonly schema: Schema.Schema.AnyNoContext
  readonly decode: (input: unknown) => Decoded<A>
  /**
   * Whether the value is of the kind as it stands, so that decoding would give it back: asked of every field of every
   * event that is read from the log, and so without a schema where that is too slow.
   */
  readonly fits: (value: unknown) => boolean
}

/** Whether decoding gives the value back: what `fits` means. */
const isAsDecoded = ({ decode }: Pick<Kind<unknown>, "decode">, value: unknown): boolean => {
  const decoded = decode(value)
  return decoded._tag === "Right" && decoded.value === value
}

type Fits = Kind<unknown>["fits"]

const kind = <A, I>(input: Input, schema: Schema.Schema<A, I>, says: string, fits?: Fits): Kind<A> => {
  const decodeUnknown = Schema.decodeUnknownEither(schema)
  const decode = (value: unknown): Decoded<A> => {
    const decoded = decodeUnknown(value)
    return decoded._tag === "Right" ? { _tag: "Right", value: decoded.right } : { _tag: "Wrong", says }
  }
  return { input, schema, decode, fits: fits ?? ((value) => isAsDecoded({ decode }, value)) }
}

/** Text for which the test holds. */
const textThat = (test: (text: string) => boolean): Fits => (value) => typeof value === "string" && test(value)

/** A list of texts for each of which the test holds, each once, and no more than `most`. */
const listThat = (test: (text: string) => boolean, most: number): Fits => (value) =>
  Array.isArray(value) && value.length <= most && value.every(textThat(test)) && new Set(value).size === value.length

const realDate = "must be a real date, written like 2016-04-04"

/** A local date, past or to come. */
export const aDate: Kind<LocalDate> = kind(
  { _tag: "Date", notAfterToday: false },
  LocalDate,
  realDate,
  textThat(isLocalDate)
)

/** The local date on which something is said to have happened; RECORD-1 refuses one later than today. */
export const aPastDate: Kind<LocalDate> = kind(
  { _tag: "Date", notAfterToday: true },
  LocalDate,
  realDate,
  textThat(isLocalDate)
)

/** An instant, as events keep it. */
export const anInstant: Kind<Instant> = kind(
  { _tag: "DateTime", notAfterNow: false },
  Instant,
  "must be an instant in UTC, written like 2016-03-21T09:00:00.000Z",
  textThat(isInstant)
)

const LocalDateTime = Schema.String.pipe(
  Schema.annotations({
    identifier: "LocalDateTime",
    description: "A local date and time in England and Wales, like 2016-03-21T09:00, or with an offset or Z",
    jsonSchema: {
      type: "string",
      pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})?$"
    }
  })
)

/** When something is said to have happened, to the minute, as people write it; RECORD-3 refuses one later than now. */
export const aPastTime: Kind<Instant> = {
  input: { _tag: "DateTime", notAfterNow: true },
  schema: LocalDateTime,
  decode: (value) => {
    const at = typeof value === "string" ? instantIn(value) : null
    return at === null
      ? { _tag: "Wrong", says: "must be a date and time that there was, written like 2016-03-21T09:00" }
      : { _tag: "Right", value: at }
  },
  fits: textThat(isInstant)
}

/** A time of day. */
export const aTimeOfDay: Kind<string> = kind(
  { _tag: "Code", example: "09:00" },
  Schema.String.pipe(
    Schema.filter(isTimeOfDay),
    Schema.annotations({ jsonSchema: { type: "string", pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" } })
  ),
  "must be a time of day, like 09:00",
  textThat(isTimeOfDay)
)

export const yesOrNo: Kind<boolean> = kind(
  { _tag: "YesOrNo" },
  Schema.Boolean,
  "must be true or false",
  (value) => typeof value === "boolean"
)

/** A whole number within limits. */
export const aCount = (min = 0, max = 100_000): Kind<number> =>
  kind(
    { _tag: "Count", min, max },
    Schema.Int.pipe(Schema.between(min, max)),
    `must be a whole number from ${min} to ${max}`,
    (value) => typeof value === "number" && Number.isInteger(value) && value >= min && value <= max
  )

type Options = Readonly<Record<string, string>>

const codesOf = <const O extends Options>(options: O): ReadonlyArray<keyof O & string> => Object.keys(options)

const codeAmong = <const O extends Options>(options: O): Schema.Schema<keyof O & string> =>
  Schema.Literal(...codesOf(options))

/** One code of a closed list; the words are what people read. */
export const oneOf = <const O extends Options>(options: O): Kind<keyof O & string> =>
  kind(
    { _tag: "Choice", options },
    codeAmong(options),
    `must be one of ${codesOf(options).join(", ")}`,
    textThat((code) => Object.hasOwn(options, code))
  )

/** A list of codes has room for this many. */
const mostCodes = 50

/** Any number of codes of a closed list, each once. */
export const severalOf = <const O extends Options>(options: O): Kind<ReadonlyArray<keyof O & string>> =>
  kind(
    { _tag: "Several", options },
    Schema.Array(codeAmong(options)).pipe(Schema.maxItems(mostCodes), Schema.filter(isSet)),
    `must be a list of ${codesOf(options).join(", ")}, each at most once`,
    listThat((code) => Object.hasOwn(options, code), mostCodes)
  )

const isSet = (items: ReadonlyArray<string>): boolean => new Set(items).size === items.length

const capitals = /^[A-Z][A-Z0-9_]*$/
const isCode = (text: string): boolean => text.length <= 40 && capitals.test(text)
const codeText = Schema.String.pipe(
  Schema.filter(isCode, { jsonSchema: { pattern: "^[A-Z][A-Z0-9_]{0,39}$" } })
)

/** A code of the establishment's own, such as a wing or a role: capitals, digits and underscores. */
export const aCode = (example: string): Kind<string> =>
  kind({ _tag: "Code", example }, codeText, `must be a code in capitals, such as ${example}`, textThat(isCode))

export const codes = (example: string): Kind<ReadonlyArray<string>> =>
  kind(
    { _tag: "Codes", example },
    Schema.Array(codeText).pipe(Schema.maxItems(mostCodes), Schema.filter(isSet)),
    `must be a list of codes in capitals, such as ${example}, each at most once`,
    listThat(isCode, mostCodes)
  )

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const Identifier = Schema.String.pipe(
  Schema.pattern(uuid),
  Schema.annotations({ description: "An opaque id", jsonSchema: { type: "string", format: "uuid" } })
)

const hex = new Uint8Array(128)
for (const digit of "0123456789abcdef") hex[digit.charCodeAt(0)] = 1

/** Whether the text is an id: a UUID in lower case. */
export const isIdentifier = (text: string): boolean => {
  if (text.length !== 36 || text[8] !== "-" || text[13] !== "-" || text[18] !== "-" || text[23] !== "-") return false
  let digits = 0
  for (let place = 0; place < 36; place += 1) digits += hex[text.charCodeAt(place)] ?? 0
  return digits === 32
}

/** The opaque id of a life's instance (`person`, `appointment`, ...), of a role profile or of an `event`. */
export const idOf = (to: string): Kind<string> =>
  kind({ _tag: "Reference", to }, Identifier, "must be an id: a UUID in lower case", textThat(isIdentifier))

/** An event has room for this many ids in one list, beside its other tags. */
const mostIds = 10

/** Opaque ids of one life's instances, each once. As a tagged field, each id is a tag of the event. */
export const idsOf = (to: string, most = mostIds): Kind<ReadonlyArray<string>> =>
  kind(
    { _tag: "References", to, most },
    Schema.Array(Identifier).pipe(Schema.maxItems(most), Schema.filter(isSet)),
    `must be a list of at most ${most} ids: UUIDs in lower case, each at most once`,
    listThat(isIdentifier, most)
  )

export const anEstablishment: Kind<EstablishmentCode> = kind(
  { _tag: "Code", example: "ZZI" },
  EstablishmentCode,
  "must be three capital letters, like ZZI",
  textThat(isEstablishment)
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
  fits: (value) => value === null || of.fits(value),
  decode: (value) => (value === null ? { _tag: "Right", value: null } : of.decode(value))
})
