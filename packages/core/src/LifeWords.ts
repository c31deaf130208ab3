/**
 * What the lives are called where they stand as headings: in the look-up pages, in the documentation of the API and on
 * the pages of the app. One place, so that no reader meets the name of a folder.
 */

/** Every life, in the order in which a reader needs them. */
export const lifeWords = {
  scheme: "Schemes",
  staff: "Staff",
  person: "People",
  appointment: "Appointments",
  shadowing: "Shadowing",
  supervision: "Supervision",
  escalation: "Escalations",
  route: "Routes of escalations",
  template: "Training templates",
  cohort: "Cohorts",
  training: "Training",
  trainer: "Trainers",
  nonassociation: "Non-associations",
  notice: "Notices of custody",
  circumstance: "Changes of circumstances",
  support: "Support of workers"
} as const

/** Where the first part of a rule's id is not the name of its life. */
const chapters: Readonly<Record<string, string>> = { ...lifeWords, shadow: lifeWords.shadowing, record: "Recording" }

/** The heading under which a rule stands in a rule book: `SHADOW-1` stands under `Shadowing`. */
export const ruleChapter = (id: string): string => {
  const life = id.slice(0, id.lastIndexOf("-")).toLowerCase()
  return chapters[life] ?? life
}
