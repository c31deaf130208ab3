/**
 * Reports as pages: the figures of a scheme's training, and whom to ask on one wing.
 */
import { say } from "@peerwork/core"
import type { CohortFigures, Counted, Role } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { placeParameters } from "../api/ReadParameters.ts"
import { placeIn } from "../api/ReportReads.ts"
import { contactsIn, placesWithContacts } from "../records/ContactsIn.ts"
import type { Place } from "../records/ContactsIn.ts"
import { holderIn, roleOf } from "../records/Derived.ts"
import { sayCode, schemeName } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { inFull } from "../records/Names.ts"
import { programmeIn } from "../records/ProgrammeIn.ts"
import { page, problem } from "../server/Answer.ts"
import type { Page, Problem } from "../server/Answer.ts"
import { readQuery } from "../server/QueryParameters.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { maySee } from "../signin/WhoSees.ts"

const row = (who: string, { completed, notCompleted, open, people, sessionsKept }: Counted) => ({
  who,
  people,
  completed,
  open,
  notCompleted,
  sessionsKept
})

/** A cohort's rows: who had a place, and beside them who came otherwise. */
const cohortTable = ({ records }: Looked) => ({ adHoc, cohort, planned, refreshers }: CohortFigures) => {
  const startsOn = records.cohort.get(cohort)?.state.startsOn ?? null
  return {
    name: startsOn === null ? "Cohort" : `Cohort from ${say(startsOn)}`,
    rows: [
      row("With a place", planned),
      ...(adHoc.people === 0 ? [] : [row("For single sessions", adHoc)]),
      ...(refreshers.people === 0 ? [] : [row("As a refresher", refreshers)])
    ]
  }
}

/** How many were trained in the scheme; the cohorts for those who may see records. */
const programmePage = (looked: Looked, role: Role, id: string): Page | Problem => {
  const scheme = looked.records.scheme.get(id)?.state
  if (scheme === undefined) return problem("not-found", "There is no scheme under this address")
  const programme = programmeIn(looked.records, id, looked.day)
  const { completed, completedAspiring, completedInRole, completedPercent, people } = programme
  return page("programme.njk", "How many were trained", {
    scheme: { name: schemeName(scheme), href: `/schemes/${id}` },
    on: say(looked.day),
    verdict: completedPercent === null
      ? "Nobody was in training"
      : `${completed} of ${people} people completed the training: ${completedPercent} per cent`,
    facts: [
      { key: "Completed, and in the role before", value: completedInRole },
      { key: "Completed, and not in the role before", value: completedAspiring },
      { key: "In training", value: programme.open },
      { key: "Not completed", value: programme.notCompleted },
      { key: "Sessions credited to those who did not complete", value: programme.sessionsKept }
    ],
    cohorts: maySee(role, "records") ? programme.cohorts.map(cohortTable(looked)) : []
  })
}

const addressOf = ({ establishment, wing }: Place): string =>
  `/directory?${new URLSearchParams({ establishment, wing }).toString()}`

const placeName = ({ establishment, wing }: Place): string => `${sayCode(wing)}, ${establishment}`

/** The wings of which there is a directory. It names no worker. */
const placesPage = ({ day, records }: Looked): Page =>
  page("directory.njk", "Whom to ask", {
    places: placesWithContacts(records, day).map((place) => ({ text: placeName(place), href: addressOf(place) })),
    place: null
  })

/** Whom to ask on one wing. */
const contactsPage = ({ day, names, records }: Looked, place: Place): Page =>
  page("directory.njk", "Whom to ask", {
    place: placeName(place),
    on: say(day),
    rows: contactsIn(records, place, day)
      .map(({ state }) => ({ name: inFull(names, holderIn(records, state).id), role: roleOf(records, state) }))
      .sort((one, other) => one.name.localeCompare(other.name, "en"))
  })

const programme: Route = pages(
  "GET",
  "/schemes/:id/programme",
  (asked) =>
    Effect.map(lookedAtBy(asked), (looked) => programmePage(looked, asked.person.role, asked.params["id"] ?? ""))
)

const directory: Route = pages("GET", "/directory", (asked) =>
  Effect.gen(function*() {
    const looked = yield* lookedAtBy(asked)
    if (asked.query.size === 0) return placesPage(looked)
    return contactsPage(looked, yield* Effect.flatMap(readQuery(asked.query, placeParameters), placeIn))
  }), "records")

export const reportPageRoutes: ReadonlyArray<Route> = [programme, directory]
