/**
 * Escalations that look like one matter: of those of which somebody may see what they are about, which are like one that
 * is raised, or that is there already. That two are alike tells that both are about one person, so whoever sees of one only
 * that it is there is not told.
 */
import { isSameMatter, localDateOf, matterOf, mayBeLinked } from "@peerwork/core"
import type { Command, Escalation, Given, Instant, Matter } from "@peerwork/core"
import { identityIn, schemeIn } from "./Derived.ts"
import { sightIn, visibleTo } from "./Escalations.ts"
import type { Viewing } from "./Escalations.ts"
import type { Kept, Records } from "./Records.ts"
import { isHiddenFrom } from "./RestrictedPatients.ts"

const alikeTo = (records: Records, viewing: Viewing, matter: Matter, except: string) => {
  const samePerson = (a: string, b: string): boolean => identityIn(records, a).id === identityIn(records, b).id
  return visibleTo(records, viewing).filter((kept) =>
    kept.id !== except && mayBeLinked(kept.state) && isSameMatter(matter, matterOf(kept.state), samePerson) &&
    sightIn(records, kept, viewing) === "whole"
  )
}

/** Those that look like an escalation, and of which nobody found that they are matters of their own. */
export const alikeOf = (
  records: Records,
  viewing: Viewing,
  kept: Kept<Escalation>
): ReadonlyArray<Kept<Escalation>> => {
  const { id, state } = kept
  return mayBeLinked(state) && sightIn(records, kept, viewing) === "whole"
    ? alikeTo(records, viewing, matterOf(state), id).filter((other) =>
      !state.keptApart.includes(other.id) && !other.state.keptApart.includes(id)
    )
    : []
}

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
    subject: typeof subject === "string" && !isHiddenFrom(records, viewing.viewer.role, `person-${subject}`)
      ? subject
      : null,
    route: (route ?? null) as Matter["route"],
    on: localDateOf((at ?? viewing.now) as Instant)
  }, String(escalation))
}
