/**
 * Escalations that look like one matter: of those that somebody may see, which are like one that is raised, or that is
 * there already. Of others not even that they exist is said.
 */
import { isSameMatter, localDateOf, matterOf, mayBeLinked } from "@peerwork/core"
import type { Command, Escalation, Given, Instant, Matter } from "@peerwork/core"
import { identityIn, schemeIn } from "./Derived.ts"
import { visibleTo } from "./Escalations.ts"
import type { Viewing } from "./Escalations.ts"
import type { Kept, Records } from "./Records.ts"

const alikeTo = (records: Records, viewing: Viewing, matter: Matter, except: string) => {
  const samePerson = (a: string, b: string): boolean => identityIn(records, a).id === identityIn(records, b).id
  return visibleTo(records, viewing).filter(({ id, state }) =>
    id !== except && mayBeLinked(state) && isSameMatter(matter, matterOf(state), samePerson)
  )
}

/** Those that look like an escalation, and of which nobody found that they are matters of their own. */
export const alikeOf = (
  records: Records,
  viewing: Viewing,
  { id, state }: Kept<Escalation>
): ReadonlyArray<Kept<Escalation>> =>
  mayBeLinked(state)
    ? alikeTo(records, viewing, matterOf(state), id).filter((other) =>
      !state.keptApart.includes(other.id) && !other.state.keptApart.includes(id)
    )
    : []

/** Those that look like what a command would raise; none for a command that raises nothing. */
export const alikeToRaise = (
  records: Records,
  viewing: Viewing,
  command: Command,
  given: Given
): ReadonlyArray<Kept<Escalation>> => {
  if (command.life !== "escalation" || !command.begins) return []
  const { at, escalation, route, scheme, subject }: Readonly<Record<string, unknown>> = command.publicInput(given)
  return alikeTo(records, viewing, {
    establishment: schemeIn(records, String(scheme)).establishment,
    subject: typeof subject === "string" ? subject : null,
    route: (route ?? null) as Matter["route"],
    on: localDateOf((at ?? viewing.now) as Instant)
  }, String(escalation))
}
