/**
 * Whether a session counts: who taught it was accredited for it on that day, or was supervised by somebody who was.
 * Whoever is found to have left by that day was not accredited any more.
 */
import type { CohortSession } from "../cohort/Cohort.ts"
import { readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { isInPost, Staff } from "../staff/Staff.ts"
import { accreditedOn, Trainer } from "../trainer/Trainer.ts"
import type { SessionKey } from "./SessionCatalogue.ts"

/** Whether the member of staff was in post and accredited for the session on the day. */
export type Accredited = (staff: string, session: SessionKey, on: LocalDate) => boolean

/** Reads what is known of these members of staff; of nobody else anything is known. */
export function* accreditations(staff: ReadonlyArray<string>): Reading<Accredited> {
  const trainers = yield* readAll(Trainer, staff)
  const posts = yield* readAll(Staff, staff)
  return (id, session, on) => {
    const [trainer, post] = [trainers[staff.indexOf(id)], posts[staff.indexOf(id)]]
    return trainer !== undefined && post !== undefined && accreditedOn(trainer, session, on) && isInPost(post, on)
  }
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
