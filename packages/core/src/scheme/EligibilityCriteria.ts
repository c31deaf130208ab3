/**
 * Eligibility criteria: what a scheme may ask of somebody before they are selected for a role.
 *
 * Each scheme takes from the list what it asks for, role by role, and decides whether anybody may be selected all the
 * same. The list only grows, since stored events name its entries.
 */
import { oneOf, severalOf } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import type { Source } from "../language/Rule.ts"

interface Criterion {
  /** As people read it. */
  readonly says: string
  readonly source: Source
}

const probation: Source = {
  title: "Leicestershire and Rutland Probation Trust, peer mentors",
  at: "LRPT, INV-14"
}
const healthTrainers: Source = { title: "Offender health trainers", at: "S1:38-42" }

const catalogue = {
  NO_ILLICIT_DRUGS: { says: "Takes no illicit drugs", source: probation },
  NO_PROBLEMATIC_ALCOHOL: { says: "Has no problem with alcohol", source: probation },
  STOPPED_OFFENDING: { says: "Has stopped offending", source: probation },
  STABLE: { says: "Leads a stable life", source: probation },
  POSITIVE_ATTITUDE: { says: "Has a positive attitude", source: probation },
  OVERCAME_ADVERSITY: { says: "Has overcome adversity themselves", source: healthTrainers },
  SPEAKS_TO_BE_UNDERSTOOD: { says: "Says things in words that others understand", source: healthTrainers }
} as const satisfies Readonly<Record<string, Criterion>>

export type CriterionName = keyof typeof catalogue

/** Every criterion by its code. */
export const criteria: Readonly<Record<CriterionName, Criterion>> = catalogue

const criterionNames = Object.keys(catalogue) as ReadonlyArray<CriterionName>

/** What each criterion is, as people read it. */
export const criterionWords = Object.fromEntries(
  criterionNames.map((name) => [name, catalogue[name].says])
) as Readonly<
  Record<CriterionName, string>
>

export const someCriteria = severalOf(criterionWords)

const gapWords = {
  REFUSES: "They are not selected",
  TAKES_A_REASON: "They are selected only with a reason"
} as const

/** What becomes of somebody who does not meet a criterion. */
export type Gap = keyof typeof gapWords

export const whatAGapMeans = oneOf(gapWords)

export const sayGap = (gap: Gap): string => gapWords[gap]

/** What was decided for one role; the decision of a later day takes its place. */
export interface Eligibility {
  readonly roleProfile: string
  readonly criteria: ReadonlyArray<CriterionName>
  readonly gap: Gap
  readonly on: LocalDate
}

/** Criteria as a sentence lists them: `takes no illicit drugs, leads a stable life`. */
export const sayCriteria = (list: ReadonlyArray<CriterionName>): string =>
  list.map((name) => catalogue[name].says.charAt(0).toLowerCase() + catalogue[name].says.slice(1)).join(", ")
