/**
 * Workers: find somebody, and see whether they may work alone, and why.
 */
import {
  adviceThatCounts,
  establishmentOn,
  lastBy,
  mayGive,
  requirementWords,
  say,
  sayAmount,
  sayRole,
  sayValidity,
  supervisorOn,
  unitOn,
  wingOn,
  wordsOf
} from "@peerwork/core"
import type { Appointment, Identity, Role } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { verdictRow } from "../forms/RuleRows.ts"
import { answerIn } from "../records/Answering.ts"
import {
  appointmentsOf,
  identityIn,
  mayWork,
  profileFor,
  requirements,
  roleOf,
  shadowedNow,
  shadowingsFor,
  statusIn,
  supervisedBy,
  supervisionIn,
  validitiesIn
} from "../records/Derived.ts"
import { viewingOf } from "../records/Escalations.ts"
import type { Viewing } from "../records/Escalations.ts"
import { personLabel, sayCode, schemeLabel, shadowingLabel, staffLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { genderOf, inFull, inList, numberOf } from "../records/Names.ts"
import type { Kept } from "../records/Records.ts"
import { sayVerdict, statusTag } from "../records/Verdicts.ts"
import { page, problem, redirect } from "../server/Answer.ts"
import type { Page, Problem, Redirect } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Known, Route } from "../server/Routes.ts"
import { keepSearch } from "../signin/Sessions.ts"
import type { Session } from "../signin/Sessions.ts"
import { actionsFor } from "./Actions.ts"
import type { Links } from "./Actions.ts"
import { coverFor } from "./NeedsCover.ts"
import { sentence } from "./StatusTags.ts"
import { filterChoices, workerRows } from "./WorkerRows.ts"
import type { Wanted } from "./WorkerRows.ts"

const onPage = 25

/** What narrows the list, as it stands in the address: who is looked for is there as an id of the session only. */
const filtersIn = (query: URLSearchParams): ReadonlyArray<readonly [string, string]> =>
  ["search", "role", "wing", "status"].map((name) => [name, (query.get(name) ?? "").slice(0, 100)] as const)
    .filter(([, value]) => value !== "")

const addressWith = (filters: ReadonlyArray<readonly [string, string]>): string =>
  filters.length === 0 ? "/workers" : `/workers?${new URLSearchParams(Object.fromEntries(filters)).toString()}`

const results = (count: number, { find }: Wanted): string =>
  `${sayAmount(count, "result")}${find === "" ? "" : ` for ‘${find}’`}`

/** The list, narrowed and turned to a page. */
const workersPage = (looked: Looked, query: URLSearchParams, session: Session | null): Page => {
  const filters = filtersIn(query)
  const { role = "", search = "", status = "", wing = "" } = Object.fromEntries(filters)
  const wanted: Wanted = { find: session?.searches.get(search) ?? "", role, wing, status }
  const all = workerRows(looked, { find: "", role: "", wing: "", status: "" })
  const found = workerRows(looked, wanted)
  const last = Math.max(1, Math.ceil(found.length / onPage))
  const asked = Number(query.get("page") ?? "1")
  const current = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), last) : 1
  const address = (number: number) => addressWith([...filters, ["page", String(number)]])
  return page("workers.njk", "Peer workers", {
    wanted,
    isNarrowed: filters.length > 0,
    isForgotten: search !== "" && wanted.find === "",
    results: results(found.length, wanted),
    rows: found.slice((current - 1) * onPage, current * onPage),
    choices: filterChoices(all),
    pages: Array.from({ length: last }, (_, index) => ({
      number: index + 1,
      href: address(index + 1),
      current: index + 1 === current
    })),
    previous: current > 1 ? address(current - 1) : null,
    next: current < last ? address(current + 1) : null
  })
}

/** Takes in whom somebody looks for, and leads to the list of those who are meant. */
const findSomebody = ({ body, session }: Known): Redirect => {
  const form = new URLSearchParams(body)
  const find = (form.get("find") ?? "").trim().slice(0, 100)
  form.delete("search")
  if (find !== "" && session !== null) form.set("search", keepSearch(session, find))
  return redirect(addressWith(filtersIn(form)))
}

const dateOr = (
  date: Parameters<typeof say>[0] | null,
  otherwise: string
): string => (date === null ? otherwise : say(date))

const sayConsidered = ({ considered, gaps, on }: Appointment["eligibility"][number]): string =>
  `${considered.length} criteria considered on ${say(on)}, ${gaps === 0 ? "all met" : `${gaps} not met`}`

const sayAdvice = ({ records }: Looked, state: Appointment): string | null => {
  const [said, counting] = [state.advice.length, answerIn(records, adviceThatCounts(state)).length]
  if (said === 0) return null
  const workers = sayAmount(said, "worker advised", "workers advised")
  return said === counting ? workers : `${workers}, ${said - counting} of them with an interest, which counts no longer`
}

const factsOf = (looked: Looked, { id, state }: Kept<Appointment>) => {
  const supervisor = supervisorOn(state, supervisedBy(looked.records, id).supervisions, looked.day)
  const { dueOn: due } = supervisionIn(looked.records, id, looked.day)
  const profile = profileFor(looked.records, state)
  const unit = unitOn(state, looked.day)
  const known = lastBy(state.eligibility, looked.day)
  const facts: ReadonlyArray<readonly [string, string | null]> = [
    ["Scheme", schemeLabel(looked, state.scheme)],
    ["Role profile", profile === null ? null : `${sayRole(profile.code)}, version ${profile.version}`],
    ["In the role since", state.inRole === null ? null : say(state.inRole.from)],
    ["Waiver until", state.waiverUntil === null || state.activated !== null ? null : say(state.waiverUntil)],
    ["Advice of workers", sayAdvice(looked, state)],
    ["Eligibility", known === null ? null : sayConsidered(known)],
    ["Unit", unit === null ? null : sayCode(unit)],
    ["Supervisor", supervisor === null ? null : staffLabel(looked, supervisor)],
    ["Supervision due", due === null ? null : say(due)],
    ["Planned end", state.plannedEnd === null ? null : say(state.plannedEnd.endsOn)],
    ["Ended", state.ended === null ? null : say(state.ended.on)]
  ]
  return facts.flatMap(([key, value]) => (value === null ? [] : [{ key, value }]))
}

const appointmentView = (looked: Looked, kept: Kept<Appointment>, role: Role) => {
  const { day, records } = looked
  const status = statusIn(records, kept, day)
  const isOver = ["Ended", "NotSelected", "Voided"].includes(status.status)
  return {
    id: kept.id,
    role: roleOf(records, kept.state),
    tag: statusTag(status.status),
    verdict: sayVerdict(records, kept, day),
    mayWork: mayWork(records, kept, day),
    facts: factsOf(looked, kept),
    validities: isOver ? [] : validitiesIn(records, kept, day).map((one) => ({
      key: sentence(requirementWords[one.requirement]),
      value: sayValidity(one, day)
    })),
    rules: isOver ? [] : requirements(records, kept, day).map(verdictRow),
    shadowings: shadowingsFor(records, kept.id).map(({ id }) => ({
      text: shadowingLabel(looked, id),
      href: `/shadowings/${id}`
    })),
    // Planning belongs to the life of the shadowing, and is what comes next here
    ...withPlanning(
      actionsFor(looked, "appointment", kept.id, role),
      status.status === "AwaitingShadowing",
      kept.id,
      role
    )
  }
}

const withPlanning = (
  links: Links,
  isAwaiting: boolean,
  id: string,
  role: Role
): Links =>
  isAwaiting && (role === "coordinator" || role === "officer")
    ? { ...links, actions: [{ text: "Plan shadowing", href: `/do/PlanShadowing?appointment=${id}` }, ...links.actions] }
    : links

/** The other numbers under which something of the person stands, and how to part them again. */
const alsoKnownUnder = ({ names }: Looked, { id, records }: Identity, role: Role) =>
  [...records].flatMap(([other, { links }]) => {
    const merge = links.find(({ booking }) => booking === null)
    return other === id || merge === undefined ? [] : [{
      text: `${numberOf(names, other) ?? inList(names, other)}, merged on ${say(merge.on)}`,
      undo: mayGive(role, "UndoPeopleMerge") ? `/do/UndoPeopleMerge?person=${other}` : null
    }]
  })

/** As whom they are recorded, whatever the number; nothing where nobody recorded it, or for whoever sees no names. */
const recordedAs = ({ names }: Looked, { ids }: Identity) =>
  ids.flatMap((id) => genderOf(names, id) ?? []).slice(0, 1).map((gender) => ({
    key: "Recorded gender",
    value: sayCode(gender)
  }))

/** One worker: the verdict in a sentence, the rules behind it, the facts, and what can be done. */
export const workerPage = (looked: Looked, viewing: Viewing, id: string): Page | Problem | Redirect => {
  const { day, names, records } = looked
  const { role } = viewing.viewer
  if (!records.person.has(id)) return problem("not-found", "There is nobody under this address")
  const identity = identityIn(records, id)
  if (identity.id !== id) return redirect(`/workers/${identity.id}`)
  const { person } = identity
  const appointments = appointmentsOf(records, id).filter(({ state }) => state.step !== "Voided")
  const establishment = establishmentOn(person, day)
  const wing = wingOn(person, day)
  return page("worker.njk", "Peer worker", {
    person: { id, name: inList(names, id), full: inFull(names, id), number: numberOf(names, id) },
    tab: "overview",
    where: [
      { key: "Establishment", value: establishment ?? "None" },
      { key: "Wing", value: wing === null ? "Not recorded" : sayCode(wing) },
      { key: "At present", value: whereabouts(person.status) },
      { key: "Known since", value: dateOr(person.since, "Not recorded") },
      ...recordedAs(looked, identity)
    ],
    appointments: appointments.map((kept) => appointmentView(looked, kept, role)),
    alsoKnown: alsoKnownUnder(looked, identity, role),
    mentoring: shadowedNow(records, id).map((kept) => ({
      text: personLabel(looked, kept.state.shadower),
      href: `/shadowings/${kept.id}`
    })),
    cover: coverFor(looked, viewing, id),
    propose: role === "coordinator" || role === "officer" || role === "healthcare"
      ? [
        { text: "Propose them for a role", href: `/do/ProposeAppointment?person=${id}` },
        { text: "Record their application for a role", href: `/do/ApplyForAppointment?person=${id}` }
      ]
      : [],
    ...actionsFor(looked, "person", id, role)
  })
}

const whereabouts = (status: string): string =>
  ({
    AtEstablishment: "At the establishment",
    TemporarilyAway: "Away for a time",
    BetweenEstablishments: "On the way to another establishment",
    Released: "Released",
    Died: "Died"
  })[status] ?? wordsOf(status)

const list: Route = pages(
  "GET",
  "/workers",
  (asked) => Effect.map(lookedAtBy(asked), (looked) => workersPage(looked, asked.query, asked.session)),
  "records"
)

const find: Route = pages("POST", "/workers", (asked) => Effect.sync(() => findSomebody(asked)), "records")

const one: Route = pages(
  "GET",
  "/workers/:id",
  (asked) =>
    Effect.zipWith(
      lookedAtBy(asked),
      viewingOf(asked),
      (looked, viewing) => workerPage(looked, viewing, asked.params["id"] ?? "")
    ),
  "records"
)

export const workerRoutes: ReadonlyArray<Route> = [list, find, one]
