/**
 * The award catalogue: what a template of units may lead to, who awards it, and at which level.
 *
 * An award says nothing of which units it takes: that is the template's matter, as data. A level is one of the regulated
 * qualifications of England, from 1; what an employer awards by itself has none.
 */
import { oneOf } from "../language/Kind.ts"
import { ourChoice } from "../language/Rule.ts"
import type { Source } from "../language/Rule.ts"

export interface Award {
  readonly title: string
  readonly awardedBy: string
  readonly level: number | null
  readonly source: Source
}

const catalogue = {
  CARE_CERTIFICATE: {
    title: "Care Certificate",
    awardedBy: "The employer, by the standards of Skills for Care and Skills for Health",
    level: null,
    source: { title: "Prison buddy support scheme, Devon", at: "INV-60" }
  },
  RSPH_LEVEL_2: {
    title: "Level 2 Award in Understanding Health Improvement",
    awardedBy: "Royal Society for Public Health",
    level: 2,
    source: { title: "Health trainers in prisons", at: "INV-60" }
  },
  NVQ_LEVEL_3: {
    title: "NVQ Level 3 in Advice and Guidance",
    awardedBy: "City & Guilds",
    level: 3,
    source: { title: "Peer advisors of the St Giles Trust", at: "INV-60" }
  },
  OTHER_LEVEL_1: {
    title: "Another award at Level 1",
    awardedBy: "Another awarding body",
    level: 1,
    source: ourChoice("An award that has no code here yet")
  },
  OTHER_LEVEL_2: {
    title: "Another award at Level 2",
    awardedBy: "Another awarding body",
    level: 2,
    source: ourChoice("An award that has no code here yet")
  },
  OTHER_LEVEL_3: {
    title: "Another award at Level 3",
    awardedBy: "Another awarding body",
    level: 3,
    source: ourChoice("An award that has no code here yet")
  }
} as const satisfies Readonly<Record<string, Award>>

export type AwardKey = keyof typeof catalogue

/** Every award by its code. */
export const awardCatalogue: Readonly<Record<AwardKey, Award>> = catalogue

/** The codes, in the order in which they are listed. */
const awardKeys = Object.keys(catalogue) as ReadonlyArray<AwardKey>

/** The award, by its code. */
export const anAward = oneOf(
  Object.fromEntries(awardKeys.map((key) => [key, catalogue[key].title])) as Readonly<Record<AwardKey, string>>
)
