/**
 * What waits for somebody in the training of people: sessions to record, trainees to decide about, completions that
 * fell, credits in doubt.
 */
import { allMet, completionHolds, say, sayAmount, sessionTitles } from "@peerwork/core"
import type { Cohort, Training } from "@peerwork/core"
import { metIn, recordIn, standingsIn, trainingsInCohort, trainingsOfPerson } from "../records/CoursesIn.ts"
import type { SessionStanding } from "../records/CoursesIn.ts"
import { templateName } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { inList } from "../records/Names.ts"
import type { Kept } from "../records/Records.ts"
import type { Attention, Item } from "./Attention.ts"
import { counted } from "./Counted.ts"
import { creditsToDecide } from "./CreditsInDoubt.ts"

const trainings = (looked: Looked, detail: (kept: Kept<Training>) => string | null): ReadonlyArray<Item> =>
  [...looked.records.training.values()].flatMap((kept) => {
    const says = detail(kept)
    const { person, template } = kept.state
    return says === null ? [] : [{
      text: inList(looked.names, person),
      href: `/workers/${person}/training`,
      detail: `${templateName(looked, template)}, ${says}`
    }]
  })

const fallen = (looked: Looked) =>
  trainings(looked, ({ state }) => {
    const { completion } = state
    return completion === null || completionHolds(recordIn(looked.records, state))
      ? null
      : `completed on ${say(completion.on)}`
  })

const undecided = (looked: Looked) =>
  trainings(
    looked,
    ({ state }) =>
      state.withheld === null && allMet(recordIn(looked.records, state), looked.day) ? "every session is met" : null
  )

/** Open trainings by one template of somebody whose two records were merged meanwhile. */
const twice = (looked: Looked) =>
  trainings(looked, ({ state }) => {
    const open = state.status !== "Enrolled" ? [] : trainingsOfPerson(looked.records, state.person)
      .filter((other) => other.state.status === "Enrolled" && other.state.template === state.template)
    return open.length < 2
      ? null
      : `${sayAmount(metIn(looked.records, state, looked.day), "session is", "sessions are")} met in this one`
  })

const sessions = (
  looked: Looked,
  choose: (cohort: Kept<Cohort>) => boolean,
  detail: (standing: SessionStanding) => string | null
): ReadonlyArray<Item> =>
  [...looked.records.cohort.values()].filter(choose).flatMap((kept) =>
    standingsIn(looked.records, kept).flatMap((standing) => {
      const says = detail(standing)
      return says === null
        ? []
        : [{ text: sessionTitles[standing.session], href: `/cohorts/${kept.id}`, detail: says }]
    })
  )

const isOpen = ({ state: { status } }: Kept<Cohort>): boolean => status !== "Cancelled" && status !== "Closed"

/** A cohort that is closed is of interest again when a completion in it no longer holds. */
const isInDoubt = ({ records }: Looked) => (kept: Kept<Cohort>): boolean =>
  isOpen(kept) || (kept.state.status === "Closed" &&
    trainingsInCohort(records, kept.id).some(({ state }) =>
      state.completion !== null && !completionHolds(recordIn(records, state))
    ))

const isClosed = ({ state: { status } }: Kept<Cohort>): boolean => status === "Closed"

/** Of a closed cohort too, where it turned out that a session was never held. */
const toRecord = (looked: Looked) => [
  ...sessions(looked, isOpen, ({ held, unmarked }) => {
    if (held === null || held.writtenOff !== null) return null
    if (held.delivered === null) return held.heldOn <= looked.day ? `planned for ${say(held.heldOn)}` : null
    return unmarked.length === 0 ? null : `held on ${say(held.heldOn)}, attendance is missing`
  }),
  ...sessions(
    looked,
    isClosed,
    ({ held }) => held === null || held.writtenOff !== null || held.delivered !== null ? null : "it was never held"
  )
]

const uncounted = (looked: Looked) =>
  sessions(
    looked,
    isInDoubt(looked),
    ({ counts, held }) =>
      held === null || held.delivered === null || counts ? null : `held on ${say(held.delivered.on)}`
  )

/** What the training of people leaves to do. */
export const courseAttention = (looked: Looked): ReadonlyArray<Attention> => [
  {
    key: "completions-that-no-longer-hold",
    counted: counted("completion of a training no longer holds", "completions of a training no longer hold"),
    says:
      "By what is known now, not every session is met, or whoever decided it was not in post. Have what is missing made up " +
      "or credited, then uphold it; or revoke it",
    items: fallen(looked)
  },
  creditsToDecide(looked),
  {
    key: "trainings-open-twice",
    counted: counted(
      "training is open beside another by its template",
      "trainings are open beside another by their template"
    ),
    says: "Two records of one person were merged. Close one as incomplete, and credit in the other what was met in it",
    items: twice(looked)
  },
  {
    key: "sessions-that-do-not-count",
    counted: counted("session does not count", "sessions do not count"),
    says: "Nobody accredited taught or supervised it. Have it repeated, or decide that it counts",
    items: uncounted(looked)
  },
  {
    key: "sessions-to-record",
    counted: counted("session is to be recorded", "sessions are to be recorded"),
    says: "Record that it was held and who was there, move it or write it off",
    items: toRecord(looked)
  },
  {
    key: "trainings-to-decide",
    counted: counted("training is to be decided", "trainings are to be decided"),
    says: "Every session is met. Decide whether the training is complete",
    items: undecided(looked)
  }
]
