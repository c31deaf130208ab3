/**
 * Cohorts: which there are, and of one its sessions, its trainees, and what is missing to each.
 */
import {
  coversOfTheModel,
  defaultTemplateOn,
  isIdentifier,
  lineageOf,
  mayGive,
  say,
  sayMinutes,
  wordsOf
} from "@peerwork/core"
import { modelSessions, sessionTitles } from "@peerwork/core"
import type { Cohort, CohortStatus, Role, SessionKey, TrainingTemplate } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { templatesOf } from "../records/Answering.ts"
import { sessionsIn, standingsIn, templateIn, trainingsInCohort } from "../records/CoursesIn.ts"
import type { SessionStanding } from "../records/CoursesIn.ts"
import { personLabel, sayCode, schemeLabel, staffLabel, templateName } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import type { Kept } from "../records/Records.ts"
import { page, problem } from "../server/Answer.ts"
import type { Page, Problem } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { actionsFor } from "./Actions.ts"
import type { Link } from "./Actions.ts"
import { sayAward, sayMet, sayMissing, sayStanding, sayUnit } from "./CourseWords.ts"
import { timelineOf } from "./HistoryPages.ts"
import type { Entry } from "./HistoryPages.ts"
import { sayDays } from "./ShadowingPages.ts"
import { historyLink, versionsAddress } from "./VersionPlaces.ts"

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const statusTag = (status: CohortStatus) => {
  const colours: Readonly<Partial<Record<CohortStatus, string>>> = {
    Recruiting: "turquoise",
    Running: "blue",
    Paused: "orange",
    Closed: "green"
  }
  return { text: capital(wordsOf(status)), classes: `govuk-tag--${colours[status] ?? "grey"}` }
}

const daysOf = ({ endsOn, startsOn }: Cohort): string =>
  startsOn === null || endsOn === null ? "Not planned" : sayDays(startsOn, endsOn)

/** All cohorts, the newest first. */
const cohortsPage = (looked: Looked, role: Role): Page =>
  page("cohorts.njk", "Training", {
    rows: [...looked.records.cohort.values()]
      .sort((a, b) => ((a.state.startsOn ?? "") < (b.state.startsOn ?? "") ? 1 : -1))
      .map(({ id, state }) => ({
        href: `/cohorts/${id}`,
        days: daysOf(state),
        template: templateName(looked, state.template),
        trainees: trainingsInCohort(looked.records, id).length,
        tag: statusTag(state.status)
      })),
    plan: mayGive(role, "PlanCohort")
  })

/** Words that belong to one session only, as links that know the cohort and the session already. */
const sessionActions = (id: string, { held, session, unmarked }: SessionStanding, possible: ReadonlyArray<string>) => {
  const link = (name: string, text: string, more = ""): ReadonlyArray<Link> =>
    possible.includes(name) ? [{ text, href: `/do/${name}?cohort=${id}&session=${session}${more}` }] : []
  if (held === null) return link("ScheduleTrainingSession", "Schedule it")
  if (held.delivered === null && held.writtenOff === null) {
    return [
      ...link("DeliverTrainingSession", "Record that it was held"),
      ...link("RescheduleTrainingSession", "Move it"),
      ...link("WriteOffTrainingSession", "Write it off")
    ]
  }
  return unmarked.length === 0 ? [] : [
    ...link("RecordSessionAttendance", "Record the attendance"),
    ...link("RecordSessionAttendance", "Record the attendance, beginning with everybody there", everybody)
  ]
}

const everybody = "&attendance.outcome=ATTENDED"

const ofOneSession = [
  "ScheduleTrainingSession",
  "DeliverTrainingSession",
  "RescheduleTrainingSession",
  "WriteOffTrainingSession",
  "RecordSessionAttendance"
]

const sessionRow = (looked: Looked, id: string, possible: ReadonlyArray<string>) => (standing: SessionStanding) => ({
  title: sessionTitles[standing.session],
  says: sayStanding(standing),
  taughtBy: (standing.held?.deliverers ?? []).map((staff) => staffLabel(looked, staff)).join(", "),
  actions: sessionActions(id, standing, possible).map((link) => ({ ...link, hidden: sessionTitles[standing.session] }))
})

const traineeRow = (looked: Looked) => ({ id, state }: ReturnType<typeof trainingsInCohort>[number]) => {
  const sessions = sessionsIn(looked.records, state, looked.day)
  return {
    id,
    name: personLabel(looked, state.person),
    href: `/workers/${state.person}/training`,
    place: state.place === "AD_HOC" ? "Ad hoc" : state.place === "REFRESHER" ? "Refresher" : "Whole training",
    met: sayMet(sessions),
    missing: sayMissing(sessions),
    status: state.status === "Enrolled" && state.withheld !== null
      ? `Completion withheld since ${say(state.withheld.on)}`
      : capital(wordsOf(state.status))
  }
}

const waitingFor = (looked: Looked, { id, state }: Kept<Cohort>): ReadonlyArray<string> => {
  const placed = trainingsInCohort(looked.records, id).filter(({ state: one }) => one.place !== "AD_HOC")
    .map(({ state: one }) => one.person)
  return state.waiting.filter(({ person }) => !placed.includes(person)).map(({ person }) => personLabel(looked, person))
}

/** One cohort. */
const cohortPage = (looked: Looked, role: Role, id: string, entries: ReadonlyArray<Entry>): Page | Problem => {
  const kept = looked.records.cohort.get(id)
  if (kept === undefined) return problem("not-found", "There is no cohort under this address")
  const { state } = kept
  const links = actionsFor(looked, "cohort", id, role)
  const possible = ofOneSession.filter((name) => links.actions.some(({ href }) => href.startsWith(`/do/${name}?`)))
  const trainees = trainingsInCohort(looked.records, id)
  const taken = trainees.filter(({ state: one }) => one.place !== "AD_HOC" && one.status !== "Withdrawn").length
  const isEnrolling = state.status === "Recruiting" || state.status === "Running"
  return page("cohort.njk", "Cohort", {
    versions: versionsAddress("cohort", id),
    tag: statusTag(state.status),
    days: daysOf(state),
    facts: [
      { key: "Scheme", value: schemeLabel(looked, state.scheme) },
      { key: "Template", value: templateName(looked, state.template) },
      ...state.moves.map(({ from, on }) => ({
        key: "Moved",
        value: `From ${templateName(looked, from)} on ${say(on)}`
      })),
      { key: "Wings", value: state.wings.length === 0 ? "None named" : state.wings.map(sayCode).join(", ") },
      { key: "Places", value: state.places === null ? "Enrolment is not open" : `${taken} of ${state.places} taken` },
      {
        key: "Staff",
        value: state.staffing.map((one) => `${staffLabel(looked, one.staff)} (${sayCode(one.discipline)})`).join(", ")
      }
    ],
    sessions: standingsIn(looked.records, kept).map(sessionRow(looked, id, possible)),
    trainees: trainees.map(traineeRow(looked)),
    waiting: waitingFor(looked, kept),
    entries,
    actions: [
      ...(isEnrolling && mayGive(role, "EnrolTrainee")
        ? [{ text: "Enrol a trainee", href: `/do/EnrolTrainee?cohort=${id}` }]
        : []),
      ...links.actions.filter(({ href }) => ofOneSession.every((name) => !href.startsWith(`/do/${name}?`)))
    ],
    corrections: links.corrections
  })
}

const titles = (sessions: ReadonlyArray<SessionKey>): string =>
  sessions.length === 0 ? "None" : sessions.map((session) => sessionTitles[session]).join(", ")

const templateView = (looked: Looked, role: Role) => ({ id, state }: Kept<TrainingTemplate>) => {
  const before = state.revises === null ? null : templateIn(looked.records, state.revises.template)
  const lineage = before === null ? null : lineageOf(state, before)
  return {
    name: templateName(looked, id),
    isDefault: defaultTemplateOn(templatesOf(looked.records, state.scheme), looked.day) === id,
    facts: [
      { key: "Scheme", value: schemeLabel(looked, state.scheme) },
      { key: "Format", value: state.pattern === "HALF_DAYS" ? "Half days" : "Full days" },
      { key: "Sessions", value: titles(state.sessions.map(({ session }) => session)) },
      { key: "Of the model", value: `${coversOfTheModel(state)} of its ${modelSessions.length} sessions` },
      ...(state.qualification === null ? [] : [
        { key: "Leads to", value: sayAward(state.qualification.award) },
        { key: "Units", value: state.qualification.units.map(sayUnit).join("; ") }
      ]),
      ...(lineage === null ? [] : [
        { key: "Revises", value: templateName(looked, state.revises?.template ?? "") },
        { key: "Added", value: titles(lineage.added) },
        { key: "Left out", value: titles(lineage.removed) },
        { key: "Other content", value: titles(lineage.changed) },
        { key: "Because", value: lineage.because.map(sayCode).join(", ") }
      ])
    ],
    equivalences: state.equivalences.map((one) => ({
      from: `${sessionTitles[one.fromSession]}, ${templateName(looked, one.from)}`,
      session: sessionTitles[one.session],
      counts: one.credit === "FULL"
        ? "In full"
        : one.credit === "NONE"
        ? "Not"
        : `In part: ${sayMinutes(one.topUpMinutes)} left, ${sayCode(one.topUp ?? "OTHER").toLowerCase()}`
    })),
    history: [historyLink("template", id)],
    ...actionsFor(looked, "template", id, role)
  }
}

/** Every template, with its sessions, its lineage and what other templates count for in it. */
const templatesPage = (looked: Looked, role: Role): Page =>
  page("templates.njk", "Training templates", {
    templates: [...looked.records.template.values()].map(templateView(looked, role)),
    introduce: mayGive(role, "IntroduceTemplate"),
    revise: mayGive(role, "ProposeTemplateRevision"),
    qualify: mayGive(role, "ProposeAwardTemplate")
  })

const list: Route = pages(
  "GET",
  "/cohorts",
  (asked) => Effect.map(lookedAtBy(asked), (looked) => cohortsPage(looked, asked.person.role)),
  "records"
)

const one: Route = pages("GET", "/cohorts/:id", (asked) =>
  Effect.gen(function*() {
    const id = asked.params["id"] ?? ""
    const entries = isIdentifier(id) ? yield* timelineOf(asked, [{ stream: `cohort-${id}` }]) : []
    return cohortPage(yield* lookedAtBy(asked), asked.person.role, id, entries)
  }), "records")

const templates: Route = pages(
  "GET",
  "/templates",
  (asked) => Effect.map(lookedAtBy(asked), (looked) => templatesPage(looked, asked.person.role))
)

export const cohortRoutes: ReadonlyArray<Route> = [list, one, templates]
