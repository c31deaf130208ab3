/**
 * What is asked of whoever supervises, on the day from which they do: here, and where an appointment names them.
 */
import type { LocalDate } from "../language/LocalDate.ts"
import type { Staff } from "../staff/Staff.ts"
import { holdsCompetence } from "../staff/StaffCompetence.ts"
import { BeSupervisedBySomebodyCompetent } from "./rules/BeSupervisedBySomebodyCompetent.ts"

/** Whether the supervisor has both competences in date. */
export const competentOn = (supervisor: Staff, on: LocalDate) =>
  BeSupervisedBySomebodyCompetent.asks({
    knowsRemit: holdsCompetence(supervisor, "ROLE_REMIT", on),
    reflects: holdsCompetence(supervisor, "REFLECTIVE_SUPERVISION", on)
  })
