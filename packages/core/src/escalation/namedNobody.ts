/**
 * Whom an escalation names and nobody ever registered. An id that leads nowhere reaches and protects nobody, so it is
 * refused by name; the concern itself never waits for it, since it can be raised without.
 */
import { read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { Judgement } from "../language/Judgement.ts"
import { Person } from "../person/Person.ts"
import { Staff } from "../staff/Staff.ts"
import type { Escalation } from "./Escalation.ts"
import { notNow } from "./escalationSteps.ts"

/** The people whom a command about an escalation names beside whoever is told. */
export interface Naming {
  readonly subject?: string
  readonly heardFrom?: string
  readonly aboutStaff?: string
}

type Named = keyof Naming

const unknown: Readonly<Record<Named, string>> = {
  subject: "nobody is registered under this id",
  heardFrom: "nobody is registered under this id",
  aboutStaff: "no member of staff is registered under this id"
}

const toRaise: Readonly<Record<Named, string>> = {
  subject: "Raise it at once without it, and say the wing or unit instead",
  heardFrom: "Raise it at once without it",
  aboutStaff:
    "If it cannot wait, raise it without it, tell whoever receives it whom it is about, and correct it once " +
    "they are registered"
}

const sayUnknown = ({ raised }: Escalation, name: Named): string =>
  `${name}: ${unknown[name]}. ${raised === null ? toRaise[name] : "Leave it out, or have them registered first"}`

/** Refuses a concern that names a worker by an appointment that nobody has. */
export const noSuchAppointment = (escalation: Escalation): Judgement<never> =>
  notNow(
    escalation,
    "appointment: there is no appointment under this id. Raise it at once without it: RaiseEscalation and " +
      "RaiseImmediateEscalation do not need it"
  )

function* isNobody(name: Named, id: string): Reading<boolean> {
  const known = name === "aboutStaff" ? yield* read(Staff, id) : yield* read(Person, id)
  return known.status === "Unknown"
}

/** Refuses a command that names somebody who was never registered; whom the escalation names already it may name again. */
export function* namedNobody(escalation: Escalation, naming: Naming): Reading<Judgement<never> | null> {
  for (const name of ["subject", "heardFrom", "aboutStaff"] as const) {
    const id = naming[name]
    if (id === undefined || id === escalation[name]) continue
    if (yield* isNobody(name, id)) return notNow(escalation, sayUnknown(escalation, name))
  }
  return null
}
