/**
 * The prison number: how a person in prison is known to every service.
 *
 * The form is the one that HMPPS services check, a letter, four digits and two letters, typed in either case and kept
 * in capitals. It is always personal: the log knows a person by an opaque id, and the number stands in a separate,
 * deletable index.
 */
import * as Schema from "effect/Schema"

export const PrisonNumber = Schema.transform(
  Schema.String,
  Schema.String.pipe(
    Schema.pattern(/^[A-Z][0-9]{4}[A-Z]{2}$/, { message: () => "must be like A1234AA" }),
    Schema.brand("PrisonNumber")
  ),
  { strict: false, decode: (typed) => typed.replaceAll(/\s/g, "").toUpperCase(), encode: (kept) => kept }
).annotations({ identifier: "PrisonNumber", description: "A prison number, like A1234AA" })

/** A prison number in capitals, like `A1234AA`. */
export type PrisonNumber = typeof PrisonNumber.Type

/** What the text means as a prison number: blanks and lower case are accepted; `null` when it is none. */
export const prisonNumberIn = (text: string): PrisonNumber | null => {
  const decoded = Schema.decodeUnknownEither(PrisonNumber)(text)
  return decoded._tag === "Right" ? decoded.right : null
}

/** The prison number that the text says. Throws a `RangeError` when it is none: for numbers written in code. */
export const prisonNumber = (text: string): PrisonNumber => {
  const read = prisonNumberIn(text)
  if (read === null) throw new RangeError(`${text} is not a prison number. Write it like A1234AA`)
  return read
}
