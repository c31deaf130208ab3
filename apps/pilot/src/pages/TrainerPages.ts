/**
 * Trainers: who they are, how far they have come with each session, and which sessions a scheme could do without help.
 */
import {
  describedOn,
  isIdentifier,
  isInPost,
  mayGive,
  onTheLadder,
  say,
  sayAffiliation,
  sayCondition,
  sayProfession,
  sessionKeys,
  sessionTitles
} from "@peerwork/core"
import type { Coverage, Deliverer, OnTheLadder, Role, Rung, SessionCoverage, SessionKey, Trainer } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { coverageIn } from "../records/CoverageIn.ts"
import { schemeName, staffLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { page, problem } from "../server/Answer.ts"
import type { Page, Problem } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { actionsFor } from "./Actions.ts"
import { timelineOf } from "./HistoryPages.ts"
import type { Entry } from "./HistoryPages.ts"
import { sentence } from "./StatusTags.ts"
import { versionsAddress } from "./VersionPlaces.ts"

const colours: Readonly<Record<Rung, string>> = {
  None: "grey",
  Observed: "grey",
  CoDelivered: "blue",
  JudgedCapable: "turquoise",
  Accredited: "green",
  ReviewDue: "yellow",
  Lapsed: "orange"
}

const rungWords: Readonly<Record<Rung, string>> = {
  None: "nothing yet",
  Observed: "observed",
  CoDelivered: "has delivered it",
  JudgedCapable: "judged capable",
  Accredited: "accredited",
  ReviewDue: "review due",
  Lapsed: "lapsed"
}

const rungTag = (rung: Rung) => ({ text: sentence(rungWords[rung]), classes: `govuk-tag--${colours[rung]}` })

const times = (count: number): string => count === 1 ? "once" : `${count} times`

const untilWhen = ({ condition, lapsesOn, reviewOn, rung }: OnTheLadder): string => {
  if (rung === "Accredited" && reviewOn !== null) return `Review due on ${say(reviewOn)}`
  if (rung === "ReviewDue" && lapsesOn !== null) return `Lapses on ${say(lapsesOn)}`
  return condition === null || rung !== "JudgedCapable" ? "" : sayCondition(condition)
}

/** Only what there is something to say of. */
const ladderRows = (trainer: Trainer, { day }: Looked) =>
  sessionKeys.flatMap((session) => {
    const ladder = onTheLadder(trainer, session, day)
    return ladder.rung === "None" ? [] : [{
      session: sessionTitles[session],
      tag: rungTag(ladder.rung),
      since: ladder.since === null ? "" : say(ladder.since),
      practice: `Observed ${times(ladder.observed)}, delivered ${times(ladder.delivered)}`,
      until: untilWhen(ladder)
    }]
  })

const professionsOf = (trainer: Trainer, { day }: Looked): string => {
  const codes = describedOn(trainer, day)?.professions ?? []
  return codes.length === 0 ? "Not recorded" : codes.map(sayProfession).join(", ")
}

const affiliationOf = (trainer: Trainer, { day }: Looked): string => {
  const known = describedOn(trainer, day)
  return known === null ? "Not registered as a trainer" : sayAffiliation(known.affiliation)
}

const howMany = (trainer: Trainer, { day }: Looked, ...rungs: ReadonlyArray<Rung>): number =>
  sessionKeys.filter((session) => rungs.includes(onTheLadder(trainer, session, day).rung)).length

/** Whoever is registered as a trainer, or observed or delivered a session. */
const trainersPage = (looked: Looked, role: Role): Page =>
  page("trainers.njk", "Trainers", {
    rows: [...looked.records.trainer.values()]
      .filter(({ state }) => state.described.length > 0 || state.practised.length > 0)
      .map(({ id, state }) => ({
        name: staffLabel(looked, id),
        href: `/trainers/${id}`,
        professions: professionsOf(state, looked),
        affiliation: affiliationOf(state, looked),
        accredited: howMany(state, looked, "Accredited", "ReviewDue"),
        capable: howMany(state, looked, "JudgedCapable")
      })).sort((a, b) => a.name.localeCompare(b.name, "en")),
    register: mayGive(role, "RegisterTrainer")
  })

/** One trainer, session by session. */
const trainerPage = (
  looked: Looked,
  role: Role,
  id: string,
  entries: ReadonlyArray<Entry>
): Page | Problem => {
  const kept = looked.records.trainer.get(id)
  if (kept === undefined) return problem("not-found", "There is no trainer under this address")
  const member = looked.records.staff.get(id)?.state
  return page("trainer.njk", "Trainer", {
    versions: versionsAddress("trainer", id),
    name: staffLabel(looked, id),
    facts: [
      { key: "By profession", value: professionsOf(kept.state, looked) },
      { key: "Belongs to", value: affiliationOf(kept.state, looked) },
      { key: "In post", value: member !== undefined && isInPost(member, looked.day) ? "Yes" : "No" }
    ],
    rows: ladderRows(kept.state, looked),
    entries,
    ...actionsFor(looked, "trainer", id, role)
  })
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const delivererRow = (looked: Looked) => ({ condition, rung, staff }: Deliverer) => ({
  name: staffLabel(looked, staff),
  href: `/trainers/${staff}`,
  says: condition === null ? rungWords[rung] : `${rungWords[rung]}, ${lower(sayCondition(condition))}`
})

const coveredTag = ({ covered }: SessionCoverage) =>
  ({
    Accredited: { text: "Accredited", classes: "govuk-tag--green" },
    Capable: { text: "Capable", classes: "govuk-tag--turquoise" },
    Conditional: { text: "Waits", classes: "govuk-tag--yellow" },
    Gap: { text: "Gap", classes: "govuk-tag--red" }
  })[covered]

const article = (word: string): string => `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`

const waitsFor = ({ covered, profession }: SessionCoverage): string => {
  if (covered !== "Conditional") return ""
  return profession === null ? "for a condition or a review" : `for ${article(lower(sayProfession(profession)))}`
}

const listOf = (sessions: ReadonlyArray<SessionKey>): string =>
  sessions.map((session) => sessionTitles[session]).join(", ")

/** What is missing, and who answers for it. */
const sayMissing = (looked: Looked, { conditional, gaps, trainingLead }: Coverage): ReadonlyArray<string> => [
  ...(gaps.length === 0 ? [] : [`Nobody here could deliver ${listOf(gaps)}`]),
  ...(conditional.length === 0 ? [] : [`Waiting: ${listOf(conditional)}`]),
  trainingLead === null ? "Nobody holds the training" : `${staffLabel(looked, trainingLead)} holds the training`
]

/** Which sessions of its training the scheme could have delivered by people who are here. */
const coveragePage = (looked: Looked, id: string): Page | Problem => {
  const scheme = looked.records.scheme.get(id)?.state
  if (scheme === undefined) return problem("not-found", "There is no scheme under this address")
  const coverage = coverageIn(looked.records, id, looked.day)
  const { accredited, capable, demonstrated, of } = coverage
  return page("coverage.njk", "Who can deliver the training", {
    scheme: { name: schemeName(scheme), href: `/schemes/${id}` },
    on: say(looked.day),
    verdict: `People who are here could deliver ${capable} of ${of} sessions`,
    facts: [
      { key: "Somebody local delivered it", value: `${demonstrated} of ${of}` },
      { key: "Somebody local delivered it, was judged capable or is accredited", value: `${capable} of ${of}` },
      { key: "Somebody local is accredited", value: `${accredited} of ${of}` }
    ],
    missing: sayMissing(looked, coverage),
    rows: coverage.sessions.map((one) => ({
      session: sessionTitles[one.session],
      tag: coveredTag(one),
      waits: waitsFor(one),
      demonstrated: one.demonstrated ? "Yes" : "No",
      by: one.by.map(delivererRow(looked)),
      visitors: one.visitors.map(delivererRow(looked))
    }))
  })
}

const list: Route = pages(
  "GET",
  "/trainers",
  (asked) => Effect.map(lookedAtBy(asked), (looked) => trainersPage(looked, asked.person.role))
)

const one: Route = pages("GET", "/trainers/:id", (asked) =>
  Effect.gen(function*() {
    const id = asked.params["id"] ?? ""
    const entries = isIdentifier(id) ? yield* timelineOf(asked, [{ stream: `trainer-${id}` }]) : []
    return trainerPage(yield* lookedAtBy(asked), asked.person.role, id, entries)
  }))

const coverage: Route = pages(
  "GET",
  "/schemes/:id/coverage",
  (asked) => Effect.map(lookedAtBy(asked), (looked) => coveragePage(looked, asked.params["id"] ?? ""))
)

export const trainerRoutes: ReadonlyArray<Route> = [list, one, coverage]
