/**
 * What every event of a cohort carries: its scheme and its establishment.
 */
import { tagged } from "../language/Field.ts"
import { anEstablishment, idOf } from "../language/Kind.ts"

export const keys = {
  scheme: tagged("scheme", idOf("scheme"), "Scheme"),
  establishment: tagged("establishment", anEstablishment, "Establishment")
}
