/**
 * A shadowing: the days that count and those that do not, with the reason, and when it can be signed off.
 */
import {
  carriedDays,
  daysUntil,
  firstSignOff,
  isIdentifier,
  mentorOf,
  say,
  signOffHolds,
  wordsOf
} from "@peerwork/core"
import type { Day, LocalDate, NotCounted, Placement, Role, Shadowing } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { placementIn, roleOf } from "../records/Derived.ts"
import { sayGone } from "../records/GoneWhileShadowing.ts"
import { schemeLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { inFull, inList, numberOf } from "../records/Names.ts"
import type { Records } from "../records/Records.ts"
import { page, problem } from "../server/Answer.ts"
import type { Page, Problem } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { actionsFor } from "./Actions.ts"
import { timelineOf } from "./HistoryPages.ts"
import type { Entry } from "./HistoryPages.ts"
import { sentence } from "./StatusTags.ts"
import { versionsAddress } from "./VersionPlaces.ts"

const reasons: Readonly<Record<NotCounted, string>> = {
  Paused: "The shadowing did not run",
  MentorNotEligible: "The mentor may not work on that day",
  WorkerNotThere: "The worker was not there, or was suspended"
}

interface Span {
  readonly days: string
  readonly count: number
  readonly mentor: string
  readonly counts: boolean
  readonly why: string
}

/** `21 to 24 March 2016`, `29 March to 5 April 2016`. */
export const sayDays = (first: LocalDate, last: LocalDate): string => {
  const [day = "", month = "", year = ""] = say(first).split(" ")
  const end = say(last)
  if (first === last) return end
  if (end.endsWith(` ${month} ${year}`)) return `${day} to ${end}`
  return end.endsWith(` ${year}`) ? `${day} ${month} to ${end}` : `${say(first)} to ${end}`
}

const spanOf = (looked: Looked, days: ReadonlyArray<Day>): Span => {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) throw new TypeError("A span of no days")
  return {
    days: sayDays(first.day, last.day),
    count: days.length,
    mentor: inList(looked.names, first.mentor),
    counts: first.without === null,
    why: first.without === null ? "" : reasons[first.without]
  }
}

/** Days on end that are alike, as one line each. */
export const spansOf = (looked: Looked, days: ReadonlyArray<Day>): ReadonlyArray<Span> => {
  const runs: Array<Array<Day>> = []
  for (const day of days) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run !== undefined && before?.mentor === day.mentor && before.without === day.without) run.push(day)
    else runs.push([day])
  }
  return runs.map((run) => spanOf(looked, run))
}

const verdictOf = (
  records: Records,
  state: Shadowing,
  earliest: ReturnType<typeof firstSignOff>,
  holds: boolean | null,
  today: string
): string => {
  if (holds === false) {
    return "The sign-off no longer holds: by what is known now, too few days count. Staff decide whether it stands"
  }
  const gone = sayGone(records, state)
  if (gone !== null) return sentence(gone)
  if (state.signOff !== null) {
    return `Signed off on ${say(state.signOff.on)}${
      state.signOff.upheld ? ", and upheld although too few days count" : ""
    }`
  }
  if (state.status === "Planned") {
    return `Planned to start on ${state.startOn === null ? "a day to be decided" : say(state.startOn)}`
  }
  if (state.status !== "Running" && state.status !== "Paused") return `The shadowing is ${wordsOf(state.status)}`
  if (earliest === null) {
    return state.status === "Paused"
      ? "Resume it first: no day counts while it is paused"
      : "No day counts now: find an eligible mentor, or wait for the worker to return"
  }
  return earliest <= today
    ? `It can be signed off, since ${say(earliest)}`
    : `It can be signed off on or after ${say(earliest)}`
}

/** `9 of 14`, or `9 of 14, 8 of them from a shadowing elsewhere`. */
const sayCounted = ({ onTheDay, shadowing }: Placement, days: ReadonlyArray<Day>): string => {
  const carried = carriedDays(shadowing, onTheDay)
  const counted = carried + days.filter(({ without }) => without === null).length
  const from = carried === 0 ? "" : `, ${carried} of them from a shadowing elsewhere`
  return `${counted} of ${onTheDay.daysNeeded}${from}`
}

/** The page of a shadowing. */
export const shadowingPage = (
  looked: Looked,
  role: Role,
  id: string,
  entries: ReadonlyArray<Entry>
): Page | Problem => {
  const { day, names, records } = looked
  const kept = records.shadowing.get(id)
  if (kept === undefined) return problem("not-found", "There is no shadowing under this address")
  const { state } = kept
  const placement = placementIn(records, state)
  const end = state.ended !== null && state.ended.on < day ? state.ended.on : day
  const days = daysUntil(state, placement.onTheDay, end)
  const earliest = firstSignOff(state, placement.onTheDay)
  const holds = state.signOff === null ? null : signOffHolds(placement)
  const mentor = mentorOf(state)
  return page("shadowing.njk", "Shadowing", {
    versions: versionsAddress("shadowing", id),
    person: {
      id: state.shadower,
      name: inList(names, state.shadower),
      full: inFull(names, state.shadower),
      number: numberOf(names, state.shadower)
    },
    tab: "shadowing",
    status: wordsOf(state.status),
    verdict: verdictOf(records, state, earliest, holds, day),
    isBroken: holds === false,
    facts: [
      { key: "Role", value: roleOf(records, placement.appointment) },
      { key: "Scheme", value: schemeLabel(looked, state.scheme) },
      { key: "Mentor", value: inList(names, mentor), href: `/workers/${mentor}` },
      { key: "Started", value: state.startedOn === null ? "Not yet" : say(state.startedOn) },
      { key: "Days that count", value: sayCounted(placement, days) },
      { key: "First day to sign off", value: earliest === null ? "Not known yet" : say(earliest) }
    ],
    spans: spansOf(looked, days),
    entries,
    ...actionsFor(looked, "shadowing", id, role)
  })
}

const one: Route = pages("GET", "/shadowings/:id", (asked) =>
  Effect.gen(function*() {
    const id = asked.params["id"] ?? ""
    const entries = isIdentifier(id) ? yield* timelineOf(asked, [{ stream: `shadowing-${id}` }]) : []
    return shadowingPage(yield* lookedAtBy(asked), asked.person.role, id, entries)
  }), "records")

export const shadowingRoutes: ReadonlyArray<Route> = [one]
