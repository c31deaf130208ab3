/**
 * A death freezes what was recorded of a person: it can be corrected and ended, and nothing new begins.
 *
 * Decisions of other lives are wrapped here once, by a table of what stays possible, so that none of them has to
 * remember. The person is read with the decision, so a death that becomes known meanwhile is never overlooked.
 */
import type { Decides, Reading } from "../language/Decision.ts"
import { wrongMoment } from "../language/Judgement.ts"
import { personSteps } from "./Person.ts"
import type { Person } from "./Person.ts"

const says = "The person has died. What is recorded of them can be corrected and ended, and nothing new begins"

/** The decision, refused where somebody whom it concerns has died. */
export const whileTheyLive = (
  decides: Decides,
  concerns: (input: Readonly<Record<string, unknown>>) => Reading<ReadonlyArray<Person>>
): Decides => ({
  ...decides,
  *decide(input, known) {
    const died = (yield* concerns(input)).find(({ status }) => status === "Died")
    if (died !== undefined) return wrongMoment("person", died.status, died.changed, personSteps[died.status], says)
    return yield* decides.decide(input, known)
  }
})
