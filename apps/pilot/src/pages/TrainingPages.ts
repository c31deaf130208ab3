/**
 * The training of a person: every record with its sessions, what is missing, what earlier ones offer, and what was
 * decided.
 */
import { completionHolds, isMet, say, sayMinutes, sessionTitles, wordsOf } from "@peerwork/core"
import type { Offer, Role, SessionKey, Training, Upheld } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { offersIn, recordIn, sessionsIn, trainingsOfPerson } from "../records/CoursesIn.ts"
import { identityIn } from "../records/Derived.ts"
import { cohortLabel, staffLabel, templateName } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { inFull, inList, numberOf } from "../records/Names.ts"
import type { Kept } from "../records/Records.ts"
import { page, problem, redirect } from "../server/Answer.ts"
import type { Page, Problem, Redirect } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { actionsFor } from "./Actions.ts"
import { sayAward, sayHow, sayMet, sayMissing } from "./CourseWords.ts"
import { doubtsOf } from "./CreditsInDoubt.ts"
import { sentence } from "./StatusTags.ts"

/** Without which sessions a completion was upheld; nothing where nobody had to. */
const sayUpheld = (upheld: Upheld | null): string => {
  if (upheld === null) return ""
  const without = upheld.missing?.map(({ session }) => sessionTitles[session]).join("; ") ?? ""
  return `. Upheld on ${say(upheld.on)}${without === "" ? "" : ` without: ${without}`}`
}

const verdictOf = (looked: Looked, state: Training): string => {
  const sessions = sessionsIn(looked.records, state, looked.day)
  const { completion, withheld } = state
  if (completion !== null) {
    const by = `Completed on ${say(completion.on)}, decided by ${staffLabel(looked, completion.decidedBy)}`
    const record = recordIn(looked.records, state)
    if (completionHolds(record)) return `${by}${sayUpheld(completion.upheld)}`
    const doubt = record.deciderInPost ? "not every session was met then" : "whoever decided it was not in post then"
    const left = sessions.every(isMet) ? "By now every session is met" : `Missing now: ${sayMissing(sessions)}`
    return `${by}. By what is known now, ${doubt}. ${left}. Staff decide whether it stands`
  }
  if (state.status !== "Enrolled") return `${sayMet(sessions)} sessions met, ${wordsOf(state.status)}; they are kept`
  if (!sessions.every(isMet)) return `${sayMet(sessions)} sessions met. Missing: ${sayMissing(sessions)}`
  return withheld === null
    ? "Every session is met. Staff decide whether the training is complete"
    : `Every session is met, and the completion is withheld since ${say(withheld.on)}`
}

const sayOffer = ({ credit, session, topUpMinutes }: Offer): string =>
  credit === "FULL" ? sessionTitles[session] : `${sessionTitles[session]} in part, ${sayMinutes(topUpMinutes)} left`

const sayCertificate = ({ award, number, on }: Training["certificates"][number]): string => {
  const issued = `Certificate ${number}, issued on ${say(on)}`
  return award === null ? issued : `${issued}: ${sayAward(award.of)}, ${award.credits} credits`
}

/** By whom a unit was assessed last, and as what; nothing where it was not. */
const sayAssessed = (looked: Looked, { assessments }: Training, session: SessionKey): string => {
  const newest = assessments.filter((one) => one.session === session).at(-1)
  if (newest === undefined) return ""
  const outcome = newest.isMet ? "met" : "not met yet"
  return `. Assessed by ${staffLabel(looked, newest.assessor)} on ${say(newest.on)}: ${outcome}`
}

const trainingView = (looked: Looked, role: Role) => (kept: Kept<Training>) => {
  const { id, state } = kept
  const offers = offersIn(looked.records, kept, looked.day)
  return {
    title: templateName(looked, state.template),
    tag: {
      text: sentence(wordsOf(state.status)),
      classes: state.status === "Completed" ? "govuk-tag--green" : "govuk-tag--grey"
    },
    verdict: verdictOf(looked, state),
    course: state.cohort === null
      ? "Without a cohort"
      : { text: cohortLabel(looked, state.cohort), href: `/cohorts/${state.cohort}` },
    sessions: sessionsIn(looked.records, state, looked.day).map((one) => ({
      title: sessionTitles[one.session],
      says: `${sayHow(one)}${sayAssessed(looked, state, one.session)}`,
      isMet: isMet(one)
    })),
    doubts: doubtsOf(looked, kept, role),
    certificates: state.certificates.map(sayCertificate),
    offers: offers.map(({ earlier, offers: of }) => ({
      says: of.map(sayOffer).join("; "),
      href: `/do/CreditEarlierTraining?training=${id}&earlier=${earlier}`
    })),
    ...actionsFor(looked, "training", id, role)
  }
}

/** Every training of a person, the newest first. */
const trainingPage = (looked: Looked, role: Role, id: string): Page | Problem | Redirect => {
  const { names, records } = looked
  if (!records.person.has(id)) return problem("not-found", "There is nobody under this address")
  const identity = identityIn(records, id)
  if (identity.id !== id) return redirect(`/workers/${identity.id}/training`)
  return page("training.njk", "Training", {
    person: { id, name: inList(names, id), full: inFull(names, id), number: numberOf(names, id) },
    tab: "training",
    trainings: [...trainingsOfPerson(records, id)].reverse().map(trainingView(looked, role))
  })
}

const one: Route = pages(
  "GET",
  "/workers/:id/training",
  (asked) =>
    Effect.map(lookedAtBy(asked), (looked) => trainingPage(looked, asked.person.role, asked.params["id"] ?? "")),
  "records"
)

export const trainingRoutes: ReadonlyArray<Route> = [one]
