/**
 * Reads of the lives of training: each record as the law folds it, and what is derived from it for a day.
 */
import { completionHolds, coversOfTheModel, creditsInDoubt, defaultTemplateOn, isMet, lineageOf } from "@peerwork/core"
import type { Cohort, JsonObject, Training, TrainingTemplate } from "@peerwork/core"
import { templatesOf } from "../records/Answering.ts"
import {
  metIn,
  offersIn,
  recordIn,
  sessionsIn,
  standingsIn,
  templateIn,
  trainingsInCohort
} from "../records/CoursesIn.ts"
import type { Kept } from "../records/Records.ts"
import type { Looking } from "./Reads.ts"

const json = (state: object): JsonObject => state as JsonObject

/** A template, whether it is the default on the day, and how it differs from the one that it revises. */
export const templateJson = ({ day, records }: Looking, { id, state, version }: Kept<TrainingTemplate>): JsonObject => {
  const before = state.revises === null ? null : templateIn(records, state.revises.template)
  return {
    id,
    version,
    isDefault: defaultTemplateOn(templatesOf(records, state.scheme), day) === id,
    ofTheModel: coversOfTheModel(state),
    lineage: before === null ? null : json(lineageOf(state, before)),
    ...json(state)
  }
}

/** A cohort, with its trainees and how each session stands. */
export const cohortJson = ({ day, records }: Looking, kept: Kept<Cohort>): JsonObject => {
  const trainees = trainingsInCohort(records, kept.id)
  const places = trainees.filter(({ state }) => state.place !== "AD_HOC" && state.status !== "Withdrawn").length
  return {
    id: kept.id,
    version: kept.version,
    placesTaken: places,
    trainees: trainees.map(({ id, state }) => ({
      training: id,
      person: state.person,
      place: state.place,
      status: state.status,
      met: metIn(records, state, day)
    })),
    standing: standingsIn(records, kept).map(({ counts, held, lost, session, unmarked }) => ({
      session,
      heldOn: held?.heldOn ?? null,
      delivered: held !== null && held.delivered !== null,
      counts,
      minutesLost: lost,
      withoutAttendance: unmarked.map(({ id }) => id)
    })),
    ...json(kept.state)
  }
}

/**
 * A training, with how each session is met, whether its completion holds, which credits are in doubt, and what earlier
 * trainings offer.
 */
export const trainingJson = ({ day, records }: Looking, kept: Kept<Training>): JsonObject => {
  const sessions = sessionsIn(records, kept.state, day)
  const met = sessions.filter(isMet).length
  return {
    id: kept.id,
    version: kept.version,
    required: sessions.length,
    met,
    sessionsMet: met === sessions.length,
    completionHolds: kept.state.completion === null ? null : completionHolds(recordIn(records, kept.state)),
    creditsInDoubt: creditsInDoubt(recordIn(records, kept.state)).map(({ event, session }) => ({ event, session })),
    sessions: sessions.map(({ how, minutes, of, session }) => ({ session, how, minutes, of })),
    offers: offersIn(records, kept, day).map(({ earlier, offers }) => ({ earlier, offers: offers.map(json) })),
    ...json(kept.state)
  }
}
