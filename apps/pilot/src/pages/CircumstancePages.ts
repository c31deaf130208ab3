/**
 * Changes of circumstances: what changed for workers with open work, until somebody has taken care of it.
 */
import { mayGive, say } from "@peerwork/core"
import type { ChangeKind, CircumstanceStatus, Role } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { circumstancesIn } from "../records/Circumstances.ts"
import type { Changed } from "../records/Circumstances.ts"
import { identityIn, roleOf } from "../records/Derived.ts"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { inList } from "../records/Names.ts"
import { page } from "../server/Answer.ts"
import type { Page } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { maySee } from "../signin/WhoSees.ts"
import type { Attention, Item } from "./Attention.ts"
import { counted } from "./Counted.ts"
import { tagIn } from "./StatusTags.ts"
import { historyLink } from "./VersionPlaces.ts"

const kinds: Readonly<Record<ChangeKind, string>> = {
  Transferred: "Transferred",
  ChangedWing: "Moved to another wing",
  LeftTemporarily: "Left for a time",
  Returned: "Returned",
  Released: "Released",
  Readmitted: "Readmitted",
  LeftForTransfer: "Left for another establishment",
  Died: "Died",
  Merged: "Two records merged",
  BookingMoved: "Booking moved",
  LegalStatus: "Legal status changed",
  NonAssociation: "Non-association"
}

const isShown = (role: Role) => ({ kind }: Changed): boolean =>
  kind !== "NonAssociation" || maySee(role, "nonAssociations")

const isOpen = ({ status }: Changed): boolean => status === "New" || status === "Acknowledged"

const supportedAfter = ({ records }: Looked, change: string): ReadonlyArray<string> =>
  [...records.support.values()].filter(({ state }) => state.circumstance === change && state.status !== "Voided")
    .map(({ state }) => identityIn(records, state.person).id)

/** Who was bereaved and is not supported yet. */
const toSupport = (looked: Looked, { bereaved, id }: Changed): ReadonlyArray<string> => {
  const supported = supportedAfter(looked, id)
  return bereaved.filter((one) => !supported.includes(one))
}

const support = (looked: Looked, changed: Changed): string => {
  const said = (what: string, people: ReadonlyArray<string>): string =>
    people.length === 0 ? "" : `. ${what} ${people.map((id) => inList(looked.names, id)).join("; ")}`
  return said("Offer support to", toSupport(looked, changed)) +
    said("Support was opened for", supportedAfter(looked, changed.id))
}

const by = ({ dueOn, status }: Changed): string =>
  status !== "New" || dueOn === null ? "" : `, to be looked at by ${say(dueOn)}`

/** What changed; a non-association says for whom else among the workers. */
const whatChanged = ({ names }: Looked, { kind, on, others }: Changed): string => {
  const beside = others.length === 0 ? "" : ` with ${others.map((id) => inList(names, id)).join("; ")}`
  return `${kinds[kind]}${beside}, ${say(on)}`
}

/** The roles that ask for a legal status, which is to be checked again. */
const toCheck = ({ records }: Looked, changed: Changed): string => {
  const roles = changed.toCheck.flatMap((id) => records.appointment.get(id)?.state ?? [])
    .map((state) => roleOf(records, state))
  return roles.length === 0 ? "" : `. Check what the role asks for, and decide: ${roles.join(", ")}`
}

const itemFor = (looked: Looked) => (changed: Changed): Item => ({
  text: inList(looked.names, changed.person),
  href: `/circumstances#change-${changed.id}`,
  detail: `${whatChanged(looked, changed)}${by(changed)}${toCheck(looked, changed)}${support(looked, changed)}`
})

/** Changes that wait. What only some may know of stands in a list of its own. */
export const circumstanceAttention = (looked: Looked): ReadonlyArray<Attention> => {
  const all = circumstancesIn(looked)
  const isLate = ({ dueOn }: Changed): boolean => dueOn !== null && dueOn < looked.day
  const fresh = all.filter(({ status }) => status === "New")
  const known = fresh.filter(({ kind }) => kind !== "NonAssociation")
  const items = (some: ReadonlyArray<Changed>) => some.map(itemFor(looked))
  return [
    {
      key: "changes-looked-at-late",
      counted: counted("change of circumstances was to be looked at", "changes of circumstances were to be looked at"),
      says: "The time that the scheme leaves is over. Look at each, and acknowledge it",
      items: items(known.filter(isLate))
    },
    {
      key: "changes-to-look-at",
      counted: counted("change of circumstances to look at", "changes of circumstances to look at"),
      says: "Something changed for a worker with open work. Look at each, and acknowledge it",
      items: items(known.filter((one) => !isLate(one)))
    },
    {
      key: "non-associations-to-look-at",
      sees: "nonAssociations",
      counted: counted("non-association of a worker to look at", "non-associations of workers to look at"),
      says: "Two people are kept apart, or no longer. Look at what follows for their work, and acknowledge it",
      items: items(fresh.filter(({ kind }) => kind === "NonAssociation"))
    },
    {
      key: "changes-to-act-on",
      counted: counted("change of circumstances to decide", "changes of circumstances to decide"),
      says: "Somebody looked at it. Record what was done, or why nothing is",
      items: items(all.filter(({ kind, status }) => status === "Acknowledged" && kind !== "NonAssociation"))
    }
  ]
}

const commands: Readonly<Record<string, string>> = {
  AcknowledgeCircumstance: "Acknowledge",
  RecordCircumstanceAction: "Record what was done",
  LeaveCircumstance: "No action",
  ReopenCircumstance: "Take up again"
}

const tagOf = tagIn<CircumstanceStatus>({ New: "yellow", Acted: "grey", NoAction: "grey" })

const rowFor = (looked: Looked, role: Role) => (changed: Changed) => ({
  id: changed.id,
  name: inList(looked.names, changed.person),
  person: changed.person,
  what: `${whatChanged(looked, changed)}${toCheck(looked, changed)}${support(looked, changed)}`,
  tag: tagOf(changed.status),
  by: changed.dueOn === null ? "Not decided" : say(changed.dueOn),
  actions: [
    ...changed.possible.filter((name) => mayGive(role, name)).map((name) => ({
      text: commands[name] ?? name,
      href: `/do/${name}?circumstance=${changed.id}` +
        (name === "AcknowledgeCircumstance" ? `&person=${changed.person}` : "")
    })),
    ...(mayGive(role, "OpenWorkerSupport") ? toSupport(looked, changed) : []).map((person) => ({
      text: `Support ${inList(looked.names, person)}`,
      href: `/do/OpenWorkerSupport?person=${person}&circumstance=${changed.id}`
    })),
    ...(isOpen(changed) && mayGive(role, "CheckLegalStatus")
      ? changed.toCheck.map((id) => ({
        text: "Check the legal status",
        href: `/do/CheckLegalStatus?appointment=${id}`
      }))
      : []),
    ...(looked.records.circumstance.has(changed.id) ? [historyLink("circumstance", changed.id)] : [])
  ]
})

/** The inbox: what is open first, then the newest of what was settled. */
export const circumstancesPage = (looked: Looked, role: Role): Page => {
  const all = circumstancesIn(looked).filter(isShown(role))
  const settled = all.filter((one) => !isOpen(one)).slice(-50).reverse()
  return page("circumstances.njk", "Changes of circumstances", {
    open: all.filter(isOpen).map(rowFor(looked, role)),
    settled: settled.map(rowFor(looked, role))
  })
}

const inbox: Route = pages(
  "GET",
  "/circumstances",
  (asked) => Effect.map(lookedAtBy(asked), (looked) => circumstancesPage(looked, asked.person.role)),
  "records"
)

export const circumstanceRoutes: ReadonlyArray<Route> = [inbox]
