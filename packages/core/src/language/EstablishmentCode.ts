/**
 * The establishment code: which prison, in the three capital letters that HMPPS data uses.
 *
 * Codes are reference data with prisons that open and close, so this is a form, never a list.
 */
import * as Schema from "effect/Schema"

const form = /^[A-Z]{3}$/

/** Whether the text has the form of a code. */
export const isEstablishment = (text: string): boolean => form.test(text)

export const EstablishmentCode = Schema.String.pipe(
  Schema.pattern(form, { message: () => "must be three capital letters, like ZZI" }),
  Schema.brand("EstablishmentCode"),
  Schema.annotations({ identifier: "EstablishmentCode", description: "A prison, in three capital letters" })
)

/** A prison code such as `ZZI`. */
export type EstablishmentCode = typeof EstablishmentCode.Type

/** The code that the text says. Throws a `RangeError` when it is none: for codes written in code. */
export const establishment = (text: string): EstablishmentCode => {
  const decoded = Schema.decodeUnknownEither(EstablishmentCode)(text)
  if (decoded._tag === "Left") throw new RangeError(`${text} is not an establishment. Write it like ZZI`)
  return decoded.right
}
