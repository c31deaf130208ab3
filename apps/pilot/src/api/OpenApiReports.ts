/**
 * The parts of the API document that are about reports: figures of a scheme, and whom to ask on one wing.
 */
import type { JsonObject } from "@peerwork/core"
import { momentParameters } from "../records/Moment.ts"
import { date, inPath, inQuery, json, listOf, object, orNull, read, text, uuid, whole } from "./OpenApiWords.ts"
import { placeParameters } from "./ReadParameters.ts"

const counted = { people: whole, completed: whole, open: whole, notCompleted: whole, sessionsKept: whole }

/** The operations that report. */
export const reportOperations: JsonObject = {
  "/api/schemes/{id}/programme": read(
    "readProgramme",
    "How many people were trained in a scheme, each counted once; cohorts only for those who may see records",
    [inPath("id"), ...inQuery(momentParameters)],
    json(
      "The figures",
      object({
        ...counted,
        completedInRole: whole,
        completedAspiring: whole,
        completedPercent: orNull({ type: "number" }),
        cohorts: listOf(object({
          cohort: uuid,
          startsOn: orNull(date),
          planned: object(counted),
          adHoc: object(counted),
          refreshers: object(counted)
        }))
      })
    )
  ),
  "/api/directory": read(
    "readDirectory",
    "Whom to ask on one wing or side of an establishment; there is no directory of several",
    [...inQuery(placeParameters).map((one) => ({ ...one, required: true })), ...inQuery(momentParameters)],
    json(
      "Active workers who work there; where no unit is recorded, who live there",
      object({
        establishment: text,
        wing: text,
        contacts: listOf(object({ person: uuid, appointment: uuid, role: text, name: text }))
      })
    )
  )
}
