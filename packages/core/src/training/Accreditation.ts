/**
 * Whether a session counts: who taught it was accredited for it on that day, or was supervised by somebody who was.
 */
import type { CohortSession } from "../cohort/Cohort.ts"
import { readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { accreditedOn, Trainer } from "../trainer/Trainer.ts"
import type { SessionKey } from "./SessionCatalogue.ts"

/** Whether the member of staff was accredited for the session on the day. */
export type Accredited = (staff: string, session: SessionKey, on: LocalDate) => boolean

/** Answers of these trainers; of nobody else anything is known. */
export const accreditedAmong = (trainers: ReadonlyMap<string, Trainer>): Accredited => (staff, session, on) =>
  accreditedOn(trainers.get(staff) ?? Trainer.initial, session, on)

/** Reads what is known of these trainers. */
export function* accreditations(staff: ReadonlyArray<string>): Reading<Accredited> {
  const trainers = yield* readAll(Trainer, staff)
  return accreditedAmong(new Map(staff.map((id, index) => [id, trainers[index] ?? Trainer.initial])))
}

/** Who taught, and who supervised it. */
interface Taught {
  readonly session: SessionKey
  readonly deliverers: ReadonlyArray<string>
  readonly supervisedBy: string | null
}

const withSupervisor = ({ deliverers, supervisedBy }: Taught): ReadonlyArray<string> =>
  supervisedBy === null ? deliverers : [...deliverers, supervisedBy]

/** The members of staff on whom it depends whether these count. */
export const trainersOf = (taught: ReadonlyArray<Taught>): ReadonlyArray<string> => [
  ...new Set(taught.flatMap(withSupervisor))
]

/** Whether somebody accredited taught or supervised it on the day. */
export const taughtByAccredited = (taught: Taught, on: LocalDate, accredited: Accredited): boolean =>
  withSupervisor(taught).some((staff) => accredited(staff, taught.session, on))

/** Whether a session that was held counts: by its trainers, or because that was decided. */
export const sessionCounts = (session: CohortSession, accredited: Accredited): boolean =>
  session.delivered !== null &&
  (session.accepted !== null || taughtByAccredited(session, session.delivered.on, accredited))
