/**
 * The parameters of reads: where a page of records begins, and what narrows a list.
 */
import {
  cohortSteps,
  escalationSteps,
  isIdentifier,
  shadowingSteps,
  supervisionSteps,
  templateSteps,
  trainingSteps
} from "@peerwork/core"
import type { AppointmentStatus } from "@peerwork/core"
import { momentParameters } from "../records/Moment.ts"
import { parameter } from "../server/QueryParameters.ts"
import type { Parameter } from "../server/QueryParameters.ts"

/** An id of a record; the law knows which ones it may be. */
const id = (description: string): Parameter<string> =>
  parameter(
    description,
    { type: "string", format: "uuid" },
    "must be an id: a UUID in lower case",
    (text) => isIdentifier(text) ? text : undefined
  )

const oneOf = (description: string, values: ReadonlyArray<string>): Parameter<string> =>
  parameter(
    description,
    { enum: values },
    `must be one of ${values.join(", ")}`,
    (text) => values.find((value) => value === text)
  )

/** A whole number from 1 to a limit. */
export const limitTo = (description: string, most: number): Parameter<number> =>
  parameter(
    description,
    { type: "integer", minimum: 1, maximum: most },
    `must be a whole number from 1 to ${most}`,
    (text) => /^[1-9]\d{0,6}$/.test(text) && Number(text) <= most ? Number(text) : undefined
  )

/** Where a page of records begins, and how long it is. */
const pageParameters = {
  after: id("The id after which the page begins; see the header Link"),
  limit: limitTo("The most records on a page", 500)
}

const appointmentStatuses: ReadonlyArray<AppointmentStatus> = [
  "Proposed",
  "Applied",
  "UnderSelection",
  "NotSelected",
  "Selected",
  "InTraining",
  "AwaitingShadowing",
  "Shadowing",
  "Ready",
  "InRoleUntrained",
  "Active",
  "Restricted",
  "Suspended",
  "Ended",
  "Voided"
]

/** The statuses of a life, from the table of what may be done in each. */
const statusesIn = (steps: Readonly<Record<string, unknown>>): ReadonlyArray<string> =>
  Object.keys(steps).filter((status) => status !== "Unknown")

/** What narrows the lists that can be narrowed: each is a member of the records themselves. */
export const filterParameters: Readonly<Record<string, Readonly<Record<string, Parameter<string>>>>> = {
  appointments: {
    person: id("Only those of this person, under whatever number"),
    scheme: id("Only those of this scheme"),
    status: oneOf("Only those with this status", appointmentStatuses)
  },
  shadowings: {
    person: id("Only those of this worker, under whatever number"),
    appointment: id("Only those for this appointment"),
    scheme: id("Only those of this scheme"),
    status: oneOf("Only those with this status", statusesIn(shadowingSteps))
  },
  templates: {
    scheme: id("Only those of this scheme"),
    status: oneOf("Only those with this status", statusesIn(templateSteps))
  },
  cohorts: {
    scheme: id("Only those of this scheme"),
    status: oneOf("Only those with this status", statusesIn(cohortSteps))
  },
  trainings: {
    person: id("Only those of this trainee, under whatever number"),
    cohort: id("Only those of this cohort"),
    scheme: id("Only those of this scheme"),
    status: oneOf("Only those with this status", statusesIn(trainingSteps))
  },
  supervisions: {
    person: id("Only those of this worker, under whatever number"),
    appointment: id("Only those of this appointment"),
    scheme: id("Only those of this scheme"),
    status: oneOf("Only those with this status", statusesIn(supervisionSteps))
  },
  escalations: {
    scheme: id("Only those of this scheme"),
    status: oneOf("Only those with this status", [
      ...statusesIn(escalationSteps),
      "AcknowledgementOverdue",
      "ActionOverdue"
    ])
  }
}

/** All that the list of a kind of record takes. */
export const listParameters = (records: string) => ({
  ...filterParameters[records],
  ...momentParameters,
  ...pageParameters
})

const code = (description: string, pattern: string, says: string): Parameter<string> =>
  parameter(
    description,
    { type: "string", pattern },
    says,
    (text) => new RegExp(pattern).test(text) ? text : undefined
  )

/** Which wing a directory is of. Both have to be said: there is no directory of everybody. */
export const placeParameters = {
  establishment: code("The establishment", "^[A-Z]{3}$", "must be three capital letters, like ZZI"),
  wing: code("The wing, or the side", "^[A-Z][A-Z0-9_]{0,39}$", "must be a code in capitals, like B_WING")
}
