/**
 * The six invented people of the demo sign-in, one for every role.
 *
 * Until there are real accounts they are the only ones who can sign in, by a button on the sign-in page or with
 * `Authorization: Bearer demo-<role>`. Their ids are fixed, so that a history told yesterday knows them today.
 */
import { roles } from "@peerwork/core"
import type { Actor, Role } from "@peerwork/core"

export interface DemoPerson extends Actor {
  readonly name: string
  /** What the role is about, for the sign-in page. */
  readonly does: string
}

const person = (number: number, role: Role, name: string, does: string): DemoPerson => ({
  id: `5f1d2c3e-000${number}-4000-8000-00000000000${number}`,
  role,
  name,
  does
})

const people: Readonly<Record<Role, DemoPerson>> = {
  coordinator: person(
    1,
    "coordinator",
    "Kay Example",
    "Runs the scheme: prepares it, appoints workers and looks after them"
  ),
  officer: person(2, "officer", "Olu Example", "Works on the wing: knows who is where, and records what happens there"),
  healthcare: person(3, "healthcare", "Hana Example", "Nominates workers and records assessments and training"),
  safeguarding: person(
    4,
    "safeguarding",
    "Sam Example",
    "Watches over everybody's safety; suspends, voids and decides"
  ),
  commissioner: person(5, "commissioner", "Col Example", "Pays for the scheme; sees schemes and rules, and no person"),
  auditor: person(6, "auditor", "Ada Example", "Checks what was decided and why; sees no names and records nothing")
}

/** Everybody who can sign in, in the order of the sign-in page. */
export const demoPeople: ReadonlyArray<DemoPerson> = roles.map((role) => people[role])

export const demoPersonIn = (role: string): DemoPerson | null => demoPeople.find((one) => one.role === role) ?? null

export const demoPersonOf = (id: string): DemoPerson | null => demoPeople.find((one) => one.id === id) ?? null

/** Who a bearer token is for; null where it is for nobody. */
export const bearer = (authorization: string | undefined): DemoPerson | null => {
  const [, role = ""] = /^Bearer demo-([a-z]+)$/i.exec(authorization ?? "") ?? []
  return demoPersonIn(role.toLowerCase())
}
