/**
 * Asks COHORT-10 of everybody who is named at once: each is in a role at the establishment of the cohort on the day,
 * trained for it or in it before the scheme.
 */
import { standingsOf } from "../appointment/Standing.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { covers } from "../language/Period.ts"
import type { Cohort } from "./Cohort.ts"
import { AskOnlyWorkers } from "./rules/AskOnlyWorkers.ts"

/** Reads the work of these people, under any of their numbers; of nobody it holds. */
export function* everybodyInRole({ establishment }: Cohort, people: ReadonlyArray<string>, on: LocalDate) {
  const standings = yield* standingsOf(people)
  return AskOnlyWorkers.asks({
    allInRole: standings.every(({ appointments }) =>
      appointments.some((one) => one.establishment === establishment && one.inRole !== null && covers(one.inRole, on))
    )
  })
}
