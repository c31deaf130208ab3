/**
 * What has begun in a scheme because it ran: people who were proposed or applied, and cohorts that were planned. What was
 * recorded in error is not among it.
 */
import { AppointmentAppliedFor, AppointmentProposed } from "../appointment/AppointmentEvents.ts"
import { AppointmentVoided } from "../appointment/TenureEvents.ts"
import { CohortPlanned } from "../cohort/CohortEvents.ts"
import type { Happened } from "../language/Event.ts"
import { view } from "../language/View.ts"
import type { Following } from "../record/beforeWhatFollowed.ts"

interface Begun {
  readonly stream: string
  readonly following: Following
}

const proposed = (all: ReadonlyArray<Begun>, { on, stream }: Happened): ReadonlyArray<Begun> => [
  ...all,
  { stream, following: ["PROPOSED", on] }
]

export const BegunIn = view<ReadonlyArray<Begun>>("BegunIn", []).from({
  of: [AppointmentProposed, AppointmentAppliedFor, AppointmentVoided, CohortPlanned],
  by: "scheme",
  evolve: {
    AppointmentProposed: proposed,
    AppointmentAppliedFor: proposed,
    AppointmentVoided: (all, { stream }) => all.filter((one) => one.stream !== stream),
    CohortPlanned: (all, { on, stream }) => [...all, { stream, following: ["COHORT_PLANNED", on] }]
  }
})
