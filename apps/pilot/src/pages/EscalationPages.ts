/**
 * Escalations: those that somebody may see, how one is raised, and the page on which one is worked.
 *
 * Who sees how much stands in one place (`WhoSees`); what nobody may know of is answered as if it were not there.
 */
import {
  awaitedAnswers,
  duties,
  escalationStatusAt,
  isIdentifier,
  isRunning,
  mayGive,
  openActions,
  say,
  sayInstant,
  sayRoute,
  saySafetyBody,
  sayUrgency,
  waitsToTell,
  whoHas
} from "@peerwork/core"
import type { Escalation, EscalationStatus, Ladder, Role } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { alikeOf } from "../records/AlikeEscalations.ts"
import { complaintWaysAt } from "../records/ComplaintWays.ts"
import {
  holderOfIn,
  isLeftIn,
  isTheirs,
  ladderIn,
  linkedIn,
  notForSummary,
  raisersToTellIn,
  sightIn,
  standInsIn,
  thoseSeen,
  viewingOf,
  visibleTo
} from "../records/Escalations.ts"
import type { Viewing } from "../records/Escalations.ts"
import { sayCode, schemeLabel, schemeName, staffLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { inList } from "../records/Names.ts"
import type { Kept } from "../records/Records.ts"
import { page, problem } from "../server/Answer.ts"
import type { Page, Problem } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { nameOfActor } from "../signin/ActorNames.ts"
import { whoSeesThis } from "../signin/WhoSees.ts"
import { actionsFor } from "./Actions.ts"
import { timelineOf } from "./HistoryPages.ts"
import type { Entry } from "./HistoryPages.ts"
import { sayRung } from "./RungWords.ts"
import { tagIn } from "./StatusTags.ts"
import { versionsAddress } from "./VersionPlaces.ts"

const tagOf = tagIn<EscalationStatus>({
  AcknowledgementOverdue: "red",
  ActionOverdue: "red",
  Raised: "yellow",
  HandedOver: "yellow",
  RejectedBack: "yellow",
  Closed: "grey",
  Withdrawn: "grey",
  Linked: "grey"
})

/** A member of staff as people read it; whoever acts need not be on the list of staff. */
const nameOf = ({ names }: Looked, staff: string): string => nameOfActor(names)({ id: staff })

/** Whom or what it is about: `Smith, John`, `Unknown person, C wing`. */
const aboutIn = (looked: Looked, { aboutStaff, place, subject }: Escalation): string => {
  const person = subject === null ? null : inList(looked.names, subject)
  const staff = aboutStaff === null ? null : staffLabel(looked, aboutStaff)
  const known = [person, staff].filter((one) => one !== null)
  const where = place === null ? [] : [sayCode(place)]
  return [...(known.length === 0 ? ["Unknown person"] : known), ...where].join(", ")
}

const raisedOn = ({ raisedAt }: Escalation): string => (raisedAt === null ? "" : sayInstant(raisedAt))

type Identified = Pick<Kept<Escalation>, "id" | "state">

/** With whom it is. */
const withIn = (looked: Looked, kept: Identified, { now }: Viewing): string => {
  const holder = holderOfIn(looked.records, kept, now)
  if (holder !== null) return nameOf(looked, holder)
  return whoHas(kept.state) === null && !isLeftIn(looked.records, kept, now)
    ? "Nobody yet"
    : "Nobody: whoever had it has left, or it is about them"
}

const rowOf = (looked: Looked, viewing: Viewing, kept: Kept<Escalation>) => {
  const { id, state } = kept
  return {
    href: `/escalations/${id}`,
    route: state.classified === null ? "" : sayRoute(state.classified.route),
    about: sightIn(looked.records, kept, viewing) === "whole" ? aboutIn(looked, state) : "Not shown",
    urgency: state.classified === null ? "" : sayUrgency(state.classified.urgency),
    raised: raisedOn(state),
    with: withIn(looked, kept, viewing),
    tag: tagOf(escalationStatusAt(state, viewing.now))
  }
}

/** By when somebody acknowledges it; null where it waits for nobody. */
const waitsUntil = (looked: Looked, { now }: Viewing, kept: Kept<Escalation>): string | null =>
  ladderIn(looked.records, kept, now) === null ? null : kept.state.classified?.acknowledgeBy ?? null

/** What waits to be acknowledged, the most pressing first; then the others as they come. */
const pressingFirst = (looked: Looked, viewing: Viewing, all: ReadonlyArray<Kept<Escalation>>) =>
  all.map((kept) => ({ kept, until: waitsUntil(looked, viewing, kept) ?? "nobody" }))
    .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0))
    .map(({ kept }) => kept)

/** The escalations that somebody may see; only theirs, if they ask for those. */
const escalationsPage = (looked: Looked, viewing: Viewing, isMine: boolean): Page => {
  const { records } = looked
  const all = visibleTo(records, viewing)
  const mine = all.filter((kept) => kept.state.raisedBy === viewing.viewer.id || isTheirs(records, kept, viewing))
  return page("escalations.njk", isMine ? "My escalations" : "Escalations", {
    rows: pressingFirst(looked, viewing, isMine ? mine : all).map((kept) => rowOf(looked, viewing, kept)),
    isMine,
    counts: { all: all.length, mine: mine.length },
    raise: mayGive(viewing.viewer.role, "RaiseEscalation")
  })
}

/** Where an escalation begins: how soon somebody is needed decides what is asked. */
const raisePage = ({ records }: Looked, role: Role): Page | Problem => {
  if (!mayGive(role, "RaiseEscalation")) return problem("not-allowed", `You act as ${role}, and raise no escalations`)
  const schemes = [...records.scheme.values()].filter(({ state }) => isRunning(state))
  return page("raise.njk", "Raise an escalation", {
    who: whoSeesThis,
    complaintWays: complaintWaysAt(records, null),
    schemes: schemes.map(({ id, state }) => ({
      name: schemeName(state),
      atOnce: `/do/RaiseImmediateEscalation?scheme=${id}`,
      later: `/do/RaiseEscalation?scheme=${id}`,
      note: `/do/RaiseAnonymousNote?scheme=${id}`,
      harmlessNote: `/do/RaiseEscalation?scheme=${id}&anonymous=yes&danger=no`,
      without: `/do/RaiseEscalationWithoutContent?scheme=${id}`
    }))
  })
}

const sayCalled = (looked: Looked, { calls, waitsUntil }: Ladder): string => {
  if (calls === null) return "Nobody is named. Tell somebody yourself, and have the post filled"
  return waitsUntil === null
    ? sayRung(looked, calls)
    : `${sayRung(looked, calls)}; work begins again on ${sayInstant(waitsUntil)}`
}

/** Who answers for it where nobody has it any more. */
const standIns = (looked: Looked, kept: Identified, { now }: Viewing) => {
  if (!isLeftIn(looked.records, kept, now)) return []
  const names = standInsIn(looked.records, kept, now).map((rung) => sayRung(looked, rung))
  const value = names.length === 0 ? "Nobody is named. Have the post filled" : names.join("; ")
  return [{ key: "Who redirects it now", value }]
}

const facts = (looked: Looked, viewing: Viewing, kept: Identified, isWhole: boolean) => {
  const { state } = kept
  const { anonymous, classified, raisedBy, scheme, worker } = state
  const ladder = ladderIn(looked.records, kept, viewing.now)
  const raiser = anonymous ? "Nobody knows" : worker === null ? nameOf(looked, raisedBy) : inList(looked.names, worker)
  return [
    { key: "Route", value: classified === null ? "" : sayRoute(classified.route) },
    { key: "How soon", value: classified === null ? "" : sayUrgency(classified.urgency) },
    ...(ladder === null || classified === null
      ? []
      : [
        { key: "Acknowledge by", value: sayInstant(classified.acknowledgeBy) },
        { key: "Who is called now", value: sayCalled(looked, ladder) }
      ]),
    ...(isWhole ? [{ key: "About", value: aboutIn(looked, state) }, { key: "Raised by", value: raiser }] : []),
    { key: "Recorded by", value: nameOf(looked, raisedBy) },
    { key: "Raised", value: raisedOn(state) },
    { key: "Scheme", value: schemeLabel(looked, scheme) },
    { key: "With", value: withIn(looked, kept, viewing) },
    ...standIns(looked, kept, viewing),
    ...(waitsToTell(state)
      ? [{ key: "To be told", value: "They did not agree: tell them that it was passed on, or record why not" }]
      : []),
    ...openActions(state).map(({ dueOn, staff }) => ({
      key: "To be done",
      value: `${nameOf(looked, staff ?? "")}${dueOn === null ? "" : `, by ${say(dueOn)}`}`
    })),
    ...awaitedAnswers(state).map(({ body, dueOn }) => ({
      key: "Answer awaited",
      value: `${body === null ? "" : saySafetyBody(body)}${dueOn === null ? "" : `, by ${say(dueOn)}`}`
    }))
  ]
}

/** Another one that looks like it, and the choice: one matter, or two. */
const alikeRow = (looked: Looked, viewing: Viewing, escalation: string) => ({ id, state }: Kept<Escalation>) => ({
  text: `Raised on ${raisedOn(state)} by ${nameOf(looked, state.raisedBy)}`,
  href: `/escalations/${id}`,
  actions: Object.entries({ LinkEscalations: "It is the same matter: link them", KeepEscalationsApart: "Keep both" })
    .filter(([name]) => mayGive(viewing.viewer.role, name))
    .map(([name, text]) => ({ text, href: `/do/${name}?escalation=${escalation}&other=${id}` }))
})

/** What it is linked with, of what they see: the one that carries it on, and those that it carries on. */
const linkedRows = (looked: Looked, viewing: Viewing, { id, state }: Kept<Escalation>) => {
  const { records } = looked
  const waiting = raisersToTellIn(records, { id, state }).map((one) => one.id)
  const into = state.into === null
    ? []
    : [{ id: state.into, text: "It goes on in the escalation that it is linked to" }]
  const from = linkedIn(records, { id, state }).map((one) => ({
    id: one.id,
    text: `Linked to it: raised on ${raisedOn(one.state)} by ${nameOf(looked, one.state.raisedBy)}` +
      (waiting.includes(one.id) ? ". Whoever raised it is still to be told, or it is to be recorded why not" : "")
  }))
  const seen = thoseSeen(records, [...into, ...from].map((one) => one.id), viewing)
  return [...into, ...from].filter((one) => seen.includes(one.id))
    .map((one) => ({ text: one.text, href: `/escalations/${one.id}` }))
}

/** The page of an escalation, for whoever may see it. */
export const escalationPage = (
  looked: Looked,
  viewing: Viewing,
  id: string,
  entries: ReadonlyArray<Entry>
): Page | Problem => {
  const kept = looked.records.escalation.get(id)
  const state = kept?.state
  const sight = kept === undefined ? "nothing" : sightIn(looked.records, kept, viewing)
  if (kept === undefined || state === undefined || sight === "nothing") {
    return problem("not-found", "There is no such escalation")
  }
  const status = escalationStatusAt(state, viewing.now)
  return page("escalation.njk", "Escalation", {
    versions: versionsAddress("escalation", id),
    tag: tagOf(status),
    who: whoSeesThis,
    isWhole: sight === "whole",
    isOverdue: status === "AcknowledgementOverdue",
    duty: state.classified === null ? "" : duties[state.classified.route],
    complaintWays: complaintWaysAt(looked.records, state.establishment),
    alike: alikeOf(looked.records, viewing, kept).map(alikeRow(looked, viewing, id)),
    linked: linkedRows(looked, viewing, kept),
    facts: facts(looked, viewing, kept, sight === "whole"),
    entries,
    ...actionsFor(
      looked,
      "escalation",
      id,
      viewing.viewer.role,
      notForSummary(looked.records, `escalation-${id}`, viewing)
    )
  })
}

const list: Route = pages("GET", "/escalations", (asked) =>
  Effect.gen(function*() {
    return escalationsPage(yield* lookedAtBy(asked), yield* viewingOf(asked), asked.query.get("mine") === "1")
  }), "escalations")

const raise: Route = pages(
  "GET",
  "/escalations/new",
  (asked) => Effect.map(lookedAtBy(asked), (looked) => raisePage(looked, asked.person.role)),
  "escalations"
)

const one: Route = pages("GET", "/escalations/:id", (asked) =>
  Effect.gen(function*() {
    const id = asked.params["id"] ?? ""
    const entries = isIdentifier(id) ? yield* timelineOf(asked, [{ stream: `escalation-${id}` }]) : []
    return escalationPage(yield* lookedAtBy(asked), yield* viewingOf(asked), id, entries)
  }), "escalations")

export const escalationRoutes: ReadonlyArray<Route> = [list, raise, one]
