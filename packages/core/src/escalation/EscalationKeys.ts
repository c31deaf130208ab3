/**
 * What every event of an escalation carries: its establishment and its scheme.
 */
import { tagged } from "../language/Field.ts"
import { anEstablishment, idOf } from "../language/Kind.ts"

export const keys = {
  establishment: tagged("establishment", anEstablishment, "Establishment"),
  scheme: tagged("scheme", idOf("scheme"), "Scheme")
}
