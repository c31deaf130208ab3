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

const instead: Readonly<Record<keyof Naming, string>> = {
  subject: "nobody is registered under this id. Raise it at once without it, and say the wing or unit instead",
  heardFrom: "nobody is registered under this id. Raise it at once without it",
  aboutStaff: "no member of staff is registered under this id. If it cannot wait, raise it without it, tell whoever " +
    "receives it whom it is about, and correct it once they are registered"
}

function* isNobody(name: keyof Naming, id: string): Reading<boolean> {
  const known = name === "aboutStaff" ? yield* read(Staff, id) : yield* read(Person, id)
  return known.status === "Unknown"
}

/** Refuses a command that names somebody who was never registered; whom the escalation names already it may name again. */
export function* namedNobody(escalation: Escalation, naming: Naming): Reading<Judgement<never> | null> {
  for (const name of ["subject", "heardFrom", "aboutStaff"] as const) {
    const id = naming[name]
    if (id === undefined || id === escalation[name]) continue
    if (yield* isNobody(name, id)) return notNow(escalation, `${name}: ${instead[name]}`)
  }
  return null
}
