/**
 * What is asked of whoever supervises, on the day from which they do: here, and where an appointment names them.
 */
import { Escalation, isOver } from "../escalation/Escalation.ts"
import { EscalationsConcerning } from "../escalation/EscalationsConcerning.ts"
import { carriedOnIn } from "../escalation/LinkedInto.ts"
import { readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import type { Identity } from "../person/Identity.ts"
import type { Staff } from "../staff/Staff.ts"
import { holdsCompetence } from "../staff/StaffCompetence.ts"
import { BeSupervisedBySomebodyCompetent } from "./rules/BeSupervisedBySomebodyCompetent.ts"
import { BeSupervisedWithNothingBetween } from "./rules/BeSupervisedWithNothingBetween.ts"

/** Whether the supervisor has both competences in date. */
export const competentOn = (supervisor: Staff, on: LocalDate) =>
  BeSupervisedBySomebodyCompetent.asks({
    knowsRemit: holdsCompetence(supervisor, "ROLE_REMIT", on),
    reflects: holdsCompetence(supervisor, "REFLECTIVE_SUPERVISION", on)
  })

/**
 * Whether an escalation about the member of staff is open, or goes on in another, in which the worker has a part. That
 * somebody raised one about the worker's welfare stands between nobody: a supervisor is asked to.
 */
export function* nothingBetween({ ids }: Identity, supervisor: string): Reading<
  ReturnType<typeof BeSupervisedWithNothingBetween.asks>
> {
  const found = yield* readAll(EscalationsConcerning, ids)
  const escalations = yield* readAll(Escalation, [...new Set(found.flat())])
  const theirs = escalations.filter((one) =>
    one.aboutStaff === supervisor &&
    [one.worker, one.heardFrom, one.subject].some((person) => person !== null && ids.includes(person))
  )
  let between = false
  for (const one of theirs) between ||= !isOver(yield* carriedOnIn(one))
  return BeSupervisedWithNothingBetween.asks({ between })
}
