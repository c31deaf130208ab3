/**
 * Reports as JSON: the figures of a scheme's training, and whom to ask on one wing.
 *
 * Figures name nobody. A commissioner has those of the whole programme and none of a single cohort, which is small
 * enough to know who is meant.
 */
import type { JsonObject, Role } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { contactsIn } from "../records/ContactsIn.ts"
import type { Place } from "../records/ContactsIn.ts"
import { holderIn, roleOf } from "../records/Derived.ts"
import { momentParameters } from "../records/Moment.ts"
import { inFull } from "../records/Names.ts"
import { programmeIn } from "../records/ProgrammeIn.ts"
import { data, problem } from "../server/Answer.ts"
import { invalidProblem } from "../server/Problems.ts"
import { taking } from "../server/QueryParameters.ts"
import { api } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { maySee } from "../signin/WhoSees.ts"
import { placeParameters } from "./ReadParameters.ts"
import type { Looking } from "./Reads.ts"
import { looking, moment, noStore } from "./ReadsApi.ts"

/** The figures as the role sees them; null where there is no such scheme. */
const programmeJson = ({ day, records }: Looking, scheme: string, role: Role): JsonObject | null => {
  if (!records.scheme.has(scheme)) return null
  const { cohorts, ...programme } = programmeIn(records, scheme, day)
  const known = cohorts.map((one) => ({ ...one, startsOn: records.cohort.get(one.cohort)?.state.startsOn ?? null }))
  return { ...programme, ...(maySee(role, "records") ? { cohorts: known } : {}) } as unknown as JsonObject
}

const contactsJson = (at: Looking, place: Place): JsonObject => ({
  ...place,
  contacts: contactsIn(at.records, place, at.day).map(({ id, state }) => {
    const person = holderIn(at.records, state).id
    const role = roleOf(at.records, state)
    return { person, appointment: id, role, ...(at.showsNames ? { name: inFull(at.names, person) } : {}) }
  })
})

const programme: Route = api(
  "GET",
  "/api/schemes/:id/programme",
  taking(momentParameters, (asked, said) =>
    Effect.gen(function*() {
      const at = yield* looking(asked, said)
      const body = programmeJson(at, asked.params["id"] ?? "", asked.person.role)
      if (body === null) return problem("not-found", "There is no scheme with this id at that moment")
      return data({ ...body, moment: moment(at) }, noStore)
    }))
)

/** The place that was said, or what is missing. */
export const placeIn = (said: { readonly establishment: string | null; readonly wing: string | null }) => {
  const { establishment, wing } = said
  if (establishment !== null && wing !== null) return Effect.succeed({ establishment, wing })
  const missing = Object.entries({ establishment, wing }).flatMap(([field, value]) => value === null ? [field] : [])
  return Effect.fail(invalidProblem(missing.map((field) => ({ field, says: "is missing: say whose contacts" }))))
}

const directory: Route = api(
  "GET",
  "/api/directory",
  taking({ ...placeParameters, ...momentParameters }, (asked, said) =>
    Effect.gen(function*() {
      const place = yield* placeIn(said)
      const at = yield* looking(asked, said)
      return data({ ...contactsJson(at, place), moment: moment(at) }, noStore)
    })),
  "records"
)

export const reportRoutes: ReadonlyArray<Route> = [programme, directory]
