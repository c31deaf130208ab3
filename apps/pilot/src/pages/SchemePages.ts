/**
 * Schemes and staff: what is decided for a scheme, what is missing before it can run, and who can be named in it.
 */
import {
  eligibilityOn,
  isIdentifier,
  isInPost,
  limitNames,
  mayGive,
  payBandsOn,
  payReviewDueOn,
  say,
  sayCriteria,
  sayGap,
  sayLegalStatuses,
  sayRole,
  schemeLimits,
  trainingLeadOn,
  wordsOf
} from "@peerwork/core"
import type { Eligibility, LimitName, LocalDate, Role, Scheme } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { sayCode, schemeName, staffLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { page, problem } from "../server/Answer.ts"
import type { Page, Problem } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { actionsFor } from "./Actions.ts"
import { timelineOf } from "./HistoryPages.ts"
import type { Entry } from "./HistoryPages.ts"
import { limitInForce } from "./RuleDetails.ts"
import { sentence } from "./StatusTags.ts"
import { historyLink, versionsAddress } from "./VersionPlaces.ts"

const schemeTag = (status: string) => ({
  text: sentence(wordsOf(status)),
  classes: status === "Active" || status === "Pilot" ? "govuk-tag--green" : "govuk-tag--grey"
})

/** Every scheme. */
const schemesPage = (looked: Looked, role: Role): Page =>
  page("schemes.njk", "Schemes", {
    rows: [...looked.records.scheme.values()].map(({ id, state }) => ({
      name: schemeName(state),
      href: `/schemes/${id}`,
      establishment: state.establishment ?? "",
      tag: schemeTag(state.status)
    })),
    propose: mayGive(role, "ProposeScheme")
  })

const limitRow = (scheme: Scheme, name: LimitName, looked: Looked) => {
  const { says, source } = schemeLimits[name]
  return { says, ...limitInForce(scheme, name, looked), source: `${source.title}, ${source.at}` }
}

/** One scheme: its limits, its roles, its training lead, what it lacks. */
const schemePage = (
  looked: Looked,
  role: Role,
  id: string,
  entries: ReadonlyArray<Entry>
): Page | Problem => {
  const scheme = looked.records.scheme.get(id)?.state
  if (scheme === undefined) return problem("not-found", "There is no scheme under this address")
  const lead = trainingLeadOn(scheme, looked.day)
  const newest = new Map(scheme.roleProfiles.map((profile) => [profile.id, profile]))
  return page("scheme.njk", "Scheme", {
    versions: versionsAddress("scheme", id),
    name: schemeName(scheme),
    tag: schemeTag(scheme.status),
    coverage: `/schemes/${id}/coverage`,
    programme: `/schemes/${id}/programme`,
    facts: [
      { key: "Establishment", value: scheme.establishment ?? "" },
      { key: "Proposed", value: scheme.adoptedOn === null ? "" : say(scheme.adoptedOn) },
      { key: "Written down", value: scheme.design === null ? "Not yet" : say(scheme.design.since) },
      { key: "Planned until", value: scheme.design === null ? "Not yet" : say(scheme.design.plannedUntil) },
      { key: "Training lead", value: lead === null ? "Nobody" : staffLabel(looked, lead) }
    ],
    entries,
    profiles: [...newest.values()].map((profile) => ({
      role: sayRole(profile.code),
      version: profile.version,
      from: say(profile.publishedOn),
      pay: profile.pay === "PAID" ? "Paid" : "Unpaid",
      shadowing: profile.asksForShadowing ? "Asks for shadowing" : "Asks for no shadowing",
      clearance: profile.asksForClearance ? "Asks for security clearance" : "Asks for no security clearance",
      held: profile.legalStatuses.length === 0
        ? "Asks for no legal status"
        : `For people who are: ${sayLegalStatuses(profile.legalStatuses)}`,
      eligible: sayEligible(eligibilityOn(scheme, profile.id, looked.day)),
      units: profile.units.length === 0 ? "Done everywhere" : `Done on ${profile.units.map(sayCode).join(", ")}`,
      publish: mayGive(role, "PublishRoleProfile")
        ? `/do/PublishRoleProfile?scheme=${id}&roleProfile=${profile.id}`
        : null
    })),
    pay: payOf(scheme, looked.day),
    limits: limitNames.map((name) => limitRow(scheme, name, looked)),
    ...actionsFor(looked, "scheme", id, role)
  })
}

const pounds = (pence: number): string => `£${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}`

const payOf = ({ pay }: Scheme, day: LocalDate) => {
  const due = payReviewDueOn(pay, day)
  const bands = [...payBandsOn(pay, day) ?? []].sort((one, other) => one.band - other.band)
  return {
    bands: bands.map(({ band, pencePerWeek }) => ({ key: `Band ${band}`, value: `${pounds(pencePerWeek)} a week` })),
    due: due === null ? null : say(due),
    isLate: due !== null && due < day
  }
}

const sayEligible = (asked: Eligibility | null): string =>
  asked === null || asked.criteria.length === 0
    ? "Asks for no criteria"
    : `Eligible is who ${sayCriteria(asked.criteria)}. If not all is met: ${sayGap(asked.gap).toLowerCase()}`

/** Everybody on the staff. */
const staffPage = (looked: Looked, role: Role): Page =>
  page("staff.njk", "Staff", {
    rows: [...looked.records.staff.values()].map(({ id, state }) => ({
      id,
      name: staffLabel(looked, id),
      establishment: state.establishment ?? "",
      since: state.inPost.slice(-1).map(({ from }) => say(from)).join(""),
      tag: isInPost(state, looked.day)
        ? { text: "In post", classes: "govuk-tag--green" }
        : { text: "Left", classes: "govuk-tag--grey" },
      actions: [...actionsFor(looked, "staff", id, role).actions, historyLink("staff", id)].map((link) => ({
        ...link,
        hidden: staffLabel(looked, id)
      }))
    })).sort((a, b) => a.name.localeCompare(b.name, "en")),
    register: mayGive(role, "RegisterStaff")
  })

const schemes: Route = pages(
  "GET",
  "/schemes",
  (asked) => Effect.map(lookedAtBy(asked), (looked) => schemesPage(looked, asked.person.role))
)

const one: Route = pages("GET", "/schemes/:id", (asked) =>
  Effect.gen(function*() {
    const id = asked.params["id"] ?? ""
    const entries = isIdentifier(id) ? yield* timelineOf(asked, [{ stream: `scheme-${id}` }]) : []
    return schemePage(yield* lookedAtBy(asked), asked.person.role, id, entries)
  }))

const staff: Route = pages(
  "GET",
  "/staff",
  (asked) => Effect.map(lookedAtBy(asked), (looked) => staffPage(looked, asked.person.role))
)

export const schemeRoutes: ReadonlyArray<Route> = [schemes, one, staff]
