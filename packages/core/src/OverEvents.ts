/**
 * The law over a plain array of events: no database, no clock, no Effect.
 *
 * `check` says what would become of a command; `decide` also gives the history after it.
 */
import type { Actor } from "./language/Actor.ts"
import type { Given } from "./language/Command.ts"
import { calendarEdition, decideOver } from "./language/Deciding.ts"
import { overrideProblems } from "./language/Decision.ts"
import type { Decides, Known } from "./language/Decision.ts"
import type { Happened } from "./language/Event.ts"
import { instant, localDateOf } from "./language/Instant.ts"
import type { Instant } from "./language/Instant.ts"
import type { Decision } from "./language/Judgement.ts"
import type { LocalDate } from "./language/LocalDate.ts"
import { decisions } from "./Registry.ts"

/** When, and by whom. Noon of `today` unless `now` says more; a coordinator unless `actor` says who. */
export interface Circumstance {
  readonly today?: LocalDate
  readonly now?: Instant
  readonly actor?: Actor
  readonly numberTaken?: boolean
}

const anonymous: Actor = { id: "00000000-0000-4000-8000-000000000000", role: "coordinator" }

/** What a decision has besides its command and its reads. */
export const knownIn = ({ actor, now, numberTaken, today }: Circumstance): Known => {
  const at = now ?? instant(`${today ?? "2000-01-01"}T12:00:00.000Z`)
  return {
    now: at,
    today: today ?? localDateOf(at),
    calendar: calendarEdition,
    actor: actor ?? anonymous,
    numberTaken: numberTaken ?? false
  }
}

const decidesOf = (given: Given): Decides => {
  const decides = decisions.get(given._tag)
  if (decides === undefined) throw new RangeError(`${given._tag} is no command. See allCommands`)
  return decides
}

/** The command as its fields say; throws a `RangeError` that names every field that is wrong. */
const readAgain = (decides: Decides, given: Given): Given => {
  const reading = decides.command.read(given)
  const problems = reading._tag === "Right" ? overrideProblems(decides, reading.command) : reading.problems
  if (reading._tag === "Right" && problems.length === 0) return reading.command
  throw new RangeError(`${given._tag}: ${problems.map((wrong) => `${wrong.field} ${wrong.says}`).join("; ")}`)
}

/** What would become of the command. Nothing changes. */
export const check = (given: Given, events: ReadonlyArray<Happened>, circumstance: Circumstance): Decision =>
  decideOver(events, decidesOf(given), readAgain(decidesOf(given), given), knownIn(circumstance)).decision

/** The id that an event has in a plain array, where no store gives one: its position, in the form of a UUID. */
const arrayId = (position: number): string => `00000000-0000-8000-8000-${position.toString(16).padStart(12, "0")}`

/** The history after the command, and what became of it. A refused command leaves the history as it was. */
export const decide = (
  given: Given,
  events: ReadonlyArray<Happened>,
  circumstance: Circumstance
): { readonly decision: Decision; readonly events: ReadonlyArray<Happened> } => {
  const known = knownIn(circumstance)
  const { decision } = decideOver(events, decidesOf(given), readAgain(decidesOf(given), given), known)
  if (decision._tag === "Refused") return { decision, events }
  const first = events.length + 1
  const versions = new Map<string, number>()
  for (const event of events) versions.set(event.stream, event.version)
  const added = decision.events.map((event, index): Happened => {
    const version = (versions.get(event.stream) ?? 0) + 1
    versions.set(event.stream, version)
    return {
      ...event,
      id: arrayId(first + index),
      position: first + index,
      version,
      recordedAt: known.now,
      actor: known.actor,
      command: { id: arrayId(first), type: given._tag }
    }
  })
  return { decision, events: [...events, ...added] }
}
