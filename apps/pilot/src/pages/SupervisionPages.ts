/**
 * The supervision of a worker: when the next is due, who holds it, what was held and missed, and what was noted, as far
 * as the one who asks may read it.
 */
import { nextMeeting, say, supervisorOn, wordsOf } from "@peerwork/core"
import type { Appointment, DueOnDay, LocalDate, Query, Role, Supervision } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { appointmentsOf, identityIn, roleOf, supervisionIn, supervisionsFor } from "../records/Derived.ts"
import { staffLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { inFull, inList, numberOf } from "../records/Names.ts"
import type { Kept } from "../records/Records.ts"
import { page, problem } from "../server/Answer.ts"
import type { Page } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { actionsFor } from "./Actions.ts"
import type { Link } from "./Actions.ts"
import { timelineOf } from "./HistoryPages.ts"
import type { Entry } from "./HistoryPages.ts"

const on = (day: LocalDate | null): string => (day === null ? "a day that is not known yet" : say(day))

/** What the worker and the supervisor have to know, in a sentence. */
const sayDue = ({ dueOn, graceUntil, since, status }: DueOnDay): string => {
  switch (status) {
    case "NotBegun":
      return "No supervision is due before the worker is appointed"
    case "Ended":
      return "The appointment is over, and no supervision is due"
    case "Paused":
      return `Supervision rests since ${on(since)}, because the worker is suspended or away; it is due on ${on(dueOn)}`
    case "OnTrack":
      return dueOn === null ? "No day is known on which it is due" : `The next supervision is due on ${say(dueOn)}`
    case "Due":
      return "Supervision is due today"
    case "Overdue":
      return `Supervision was due on ${on(dueOn)}. ${
        graceUntil === null ? "Hold it soon" : `After ${say(graceUntil)} nothing new may be taken on`
      }`
    case "BeyondGrace":
      return `Supervision was due on ${on(dueOn)}. Since ${on(since)} nothing new may be taken on until it is held`
  }
}

const tagOf = (status: DueOnDay["status"]) => {
  const words = wordsOf(status)
  const colours = { BeyondGrace: "red", Overdue: "orange", Due: "yellow", OnTrack: "green" } as const
  const colour = status in colours ? colours[status as keyof typeof colours] : "grey"
  return { text: words.charAt(0).toUpperCase() + words.slice(1), classes: `govuk-tag--${colour}` }
}

const sessionsOf = (looked: Looked, supervisions: ReadonlyArray<Kept<Supervision>>) =>
  supervisions.flatMap(({ state }) => state.sessions).filter((one) => one.on <= looked.day)
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .map(({ concernsRaised, escalations, on: day, outcome, supervisor }) => ({
      day: say(day),
      outcome,
      supervisor: staffLabel(looked, supervisor),
      raised: outcome === "Held" ? (concernsRaised ? "Something was raised" : "Nothing was raised") : "",
      escalations: escalations.length
    }))

const factsOf = (looked: Looked, kept: Kept<Appointment>, supervisions: ReadonlyArray<Kept<Supervision>>) => {
  const { day, records } = looked
  const due = supervisionIn(records, kept.id, day)
  const supervisor = supervisorOn(kept.state, supervisions.map(({ state }) => state), day)
  const next = supervisions.map(({ state }) => nextMeeting(state)).find((one) => one !== null) ?? null
  return [
    { key: "Supervisor", value: supervisor === null ? "Nobody" : staffLabel(looked, supervisor) },
    { key: "They meet on", value: next === null ? "No day is set" : say(next.meetsOn) },
    { key: "Last held", value: due.lastHeldOn === null ? "Not yet" : say(due.lastHeldOn) },
    { key: "Due on", value: due.dueOn === null ? "Not known" : say(due.dueOn) },
    {
      key: "Last day of grace",
      value: due.graceUntil === null ? "The scheme has decided no grace" : say(due.graceUntil)
    }
  ]
}

const viewOf = (looked: Looked, kept: Kept<Appointment>, role: Role) => {
  const { day, records } = looked
  const supervisions = supervisionsFor(records, kept.id)
  const due = supervisionIn(records, kept.id, day)
  const links = supervisions.map(({ id }) => actionsFor(looked, "supervision", id, role))
  const isArranged = supervisions.some(({ state }) => state.status === "Arranged")
  const arrange: ReadonlyArray<Link> = isArranged || !(role === "coordinator" || role === "officer")
    ? []
    : [{ text: "Arrange supervision", href: `/do/ArrangeSupervision?appointment=${kept.id}` }]
  return {
    role: roleOf(records, kept.state),
    tag: tagOf(due.status),
    verdict: sayDue(due),
    presses: due.status === "Overdue" || due.status === "BeyondGrace",
    facts: factsOf(looked, kept, supervisions),
    sessions: sessionsOf(looked, supervisions),
    actions: [...arrange, ...links.flatMap(({ actions }) => actions)],
    corrections: links.flatMap(({ corrections }) => corrections)
  }
}

const concerned = (looked: Looked, person: string): ReadonlyArray<Kept<Appointment>> =>
  appointmentsOf(looked.records, person).filter(({ id, state }) =>
    state.step !== "Voided" && (state.activated !== null || supervisionsFor(looked.records, id).length > 0)
  )

/** The page, with what was recorded of every supervision of the worker. */
const supervisionPage = (looked: Looked, role: Role, id: string, entries: ReadonlyArray<Entry>): Page =>
  page("supervision.njk", "Supervision of a peer worker", {
    person: { id, name: inList(looked.names, id), full: inFull(looked.names, id), number: numberOf(looked.names, id) },
    tab: "supervision",
    appointments: concerned(looked, id).map((kept) => viewOf(looked, kept, role)),
    entries
  })

const supervision: Route = pages("GET", "/workers/:id/supervision", (asked) =>
  Effect.gen(function*() {
    const looked = yield* lookedAtBy(asked)
    const asking = asked.params["id"] ?? ""
    if (!looked.records.person.has(asking)) return problem("not-found", "There is nobody under this address")
    const { id } = identityIn(looked.records, asking)
    const streams = concerned(looked, id).flatMap((kept) => supervisionsFor(looked.records, kept.id))
      .map((kept) => ({ stream: `supervision-${kept.id}` }))
    const [first, ...others] = streams
    const query: Query | null = first === undefined ? null : [first, ...others]
    return supervisionPage(looked, asked.person.role, id, query === null ? [] : yield* timelineOf(asked, query))
  }), "records")

export const supervisionRoutes: ReadonlyArray<Route> = [supervision]
