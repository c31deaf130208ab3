/**
 * Who works although something is missing: somebody was appointed by what they had, and it was struck out since, no
 * longer holds, or is asked of them anew.
 */
import type { Appointment, LocalDate } from "@peerwork/core"
import { mayWork, requirements, statusIn } from "../records/Derived.ts"
import type { Kept, Records } from "../records/Records.ts"

/** What is told by itself, of everybody whose appointment is open: see `AppointmentAttention`. */
const toldOfUnits = "APPOINTMENT-14"

/** What a lapse or a revocation restricts by itself is told with the restricted appointments. */
const toldAsRestricted: ReadonlyArray<string> = ["APPOINTMENT-3", "APPOINTMENT-4", "APPOINTMENT-9", "APPOINTMENT-13"]

/** Somebody works alone although the shadowing that the role asks for does not hold, or no longer stands at all. */
export const withoutShadowing = (records: Records, kept: Kept<Appointment>, day: LocalDate): string | null =>
  mayWork(records, kept, day) &&
    requirements(records, kept, day).some(({ held, rule }) => rule.id === "APPOINTMENT-10" && !held)
    ? "works alone, and the shadowing does not hold"
    : null

/** What else the role asks for and the worker lacks; null where nothing is missing. */
export const withoutRequirement = (records: Records, kept: Kept<Appointment>, day: LocalDate): string | null => {
  if (!mayWork(records, kept, day)) return null
  const told = statusIn(records, kept, day).status === "Restricted" ? toldAsRestricted : []
  const missing = requirements(records, kept, day).filter(({ facts, held, rule }) =>
    !held && !["APPOINTMENT-10", ...told].includes(rule.id) && !(rule.id === toldOfUnits && facts["unit"] !== null)
  )
  return missing.length === 0 ? null : missing.map(({ because, rule }) => because ?? rule.says).join("; ")
}
