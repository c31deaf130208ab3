/**
 * Trainers and coverage as JSON: the state as the law folds it, and what is derived from it for a day.
 */
import { describedOn, onTheLadder, sessionKeys, sessionTitles } from "@peerwork/core"
import type { Deliverer, JsonObject, Trainer } from "@peerwork/core"
import { coverageIn } from "../records/CoverageIn.ts"
import type { Kept } from "../records/Records.ts"
import type { Looking } from "./Reads.ts"

const json = (state: object): JsonObject => state as JsonObject

const nameOf = ({ names, showsNames }: Looking, staff: string): JsonObject =>
  showsNames && names.staff.has(staff) ? { name: names.staff.get(staff) ?? "" } : {}

/** A trainer, with where they stand with every session. */
export const trainerJson = (looking: Looking, { id, state, version }: Kept<Trainer>): JsonObject => {
  const described = describedOn(state, looking.day)
  return {
    id,
    version,
    ...nameOf(looking, id),
    affiliation: described?.affiliation ?? null,
    professions: described?.professions ?? [],
    sessions: sessionKeys.map((session) => ({
      session,
      title: sessionTitles[session],
      ...onTheLadder(state, session, looking.day)
    })),
    ...json(state)
  }
}

/** What a scheme could have delivered by people who are here; null where there is no such scheme. */
export const coverageJson = (looking: Looking, scheme: string): JsonObject | null => {
  if (!looking.records.scheme.has(scheme)) return null
  const coverage = coverageIn(looking.records, scheme, looking.day)
  const named = (one: Deliverer): JsonObject => ({ ...json(one), ...nameOf(looking, one.staff) })
  return {
    ...json(coverage),
    sessions: coverage.sessions.map((one) => ({
      ...json(one),
      title: sessionTitles[one.session],
      by: one.by.map(named),
      visitors: one.visitors.map(named)
    }))
  }
}
