/**
 * Games of two actors over all lives, by number: each breaks no invariant, and its history replays to the same states.
 *
 * A game is told by its number alone, so one that fails can be played again.
 */
import type { Happened } from "../language/Event.ts"
import { fold } from "../language/View.ts"
import type { View } from "../language/View.ts"
import { namedIn } from "./AnyCommand.ts"
import { courses } from "./Courses.ts"
import { coursesBeside } from "./CoursesBeside.ts"
import { coursesTooEarly } from "./CoursesTooEarly.ts"
import { everyView } from "./EveryView.ts"
import type { IndexedHistory } from "./IndexedHistory.ts"
import { laws } from "./Laws.ts"
import type { Invariant } from "./PlainEvents.ts"
import { begun, taught } from "./SmallCourse.ts"
import { kay, lee, opened, ready, running } from "./SmallPrison.ts"
import { play } from "./TwoActors.ts"
import type { Player, Turn } from "./TwoActors.ts"
import { invariants } from "./WhatMustHold.ts"
import { invariantsOfAppointments } from "./WhatMustHoldOfAppointments.ts"
import { invariantsOfBeginnings } from "./WhatMustHoldOfBeginnings.ts"
import { invariantsOfCare } from "./WhatMustHoldOfCare.ts"
import { invariantsOfCourses } from "./WhatMustHoldOfCourses.ts"
import { invariantsOfCustody } from "./WhatMustHoldOfCustody.ts"
import { invariantsOfDecisions } from "./WhatMustHoldOfDecisions.ts"
import { invariantsOfEscalations } from "./WhatMustHoldOfEscalations.ts"
import { invariantsOfSessions } from "./WhatMustHoldOfSessions.ts"
import { invariantsOfShadowing } from "./WhatMustHoldOfShadowing.ts"
import { invariantsOfStarts } from "./WhatMustHoldOfStarts.ts"
import { invariantsOfTraining } from "./WhatMustHoldOfTraining.ts"
import { listening } from "./WhatMustHoldOfWhatIsSaid.ts"

const players: ReadonlyArray<Player> = [
  { id: kay, roles: ["coordinator", "healthcare"] },
  { id: lee, roles: ["officer", "safeguarding"] }
]

const beginnings = [opened, ready, running, begun, taught].map(({ events }) => events)

/** The history as it comes back from its stored form. */
const readBack = (events: ReadonlyArray<Happened>): ReadonlyArray<Happened> =>
  JSON.parse(JSON.stringify(events)) as ReadonlyArray<Happened>

const stateOf = (view: View<unknown>, id: string, { matching }: IndexedHistory, upTo: number): string =>
  JSON.stringify(fold(view, id, matching(view.query(id), upTo)))

const replays = (history: IndexedHistory, again: IndexedHistory): void => {
  const named = namedIn(history.events)
  const end = history.events.length
  for (const [view, of] of everyView) {
    for (const id of of === null ? [""] : named.ids(of)) {
      if (stateOf(view, id, history, end) !== stateOf(view, id, again, end)) {
        throw new Error(`${view.name} of ${id} replays to another state`)
      }
    }
  }
}

/** What must hold of every history, over all lives. */
export const allInvariants: ReadonlyArray<Invariant> = [
  ...invariants,
  ...invariantsOfDecisions,
  ...invariantsOfBeginnings,
  ...invariantsOfAppointments,
  ...invariantsOfStarts,
  ...invariantsOfShadowing,
  ...invariantsOfCustody,
  ...invariantsOfCare,
  ...invariantsOfEscalations,
  ...invariantsOfTraining,
  ...invariantsOfSessions,
  ...invariantsOfCourses
]

/** Watches a history by every invariant; throws a sentence where one is broken. */
export const watching = (watched: ReadonlyArray<Invariant>) => {
  const begun = watched.map(({ begin, says }) => ({ says, note: begin() }))
  return (event: Happened): void => {
    for (const { note, says } of begun) {
      const wrong = note(event)
      if (wrong !== null) throw new Error(`${says}, but ${wrong}`)
    }
  }
}

/** Plays the game of the number. Throws what is broken, with the commands that led there. */
export const playGame = (
  number: number,
  turns: number,
  indexed: (events: ReadonlyArray<Happened>) => IndexedHistory
): ReadonlyArray<Turn> => {
  const events = beginnings[number % beginnings.length] ?? opened.events
  const taken: Array<Turn> = []
  const watch = watching(allInvariants)
  events.forEach(watch)
  const seeds = Array.from({ length: turns }, (_, index) => number * 1_000_003 + index * 7919)
  try {
    const history = play(
      { events, players, courses: [...courses, ...coursesBeside, ...coursesTooEarly] },
      seeds,
      (turn) => {
        taken.push(turn)
        turn.events.forEach(watch)
        if (turn.decision._tag === "Accepted") listening(turn.given)
      }
    )
    laws.stored(history.events.slice(events.length))
    replays(history, indexed(readBack(history.events)))
  } catch (cause) {
    const last = taken.filter((turn) => turn.events.length > 0).slice(-12)
    const told = last.map(({ actor, given, now }) => `${now} ${actor.role} ${JSON.stringify(given)}`).join("\n")
    throw new Error(`Game ${number}: ${cause instanceof Error ? cause.message : String(cause)}\n${told}`, { cause })
  }
  return taken
}
