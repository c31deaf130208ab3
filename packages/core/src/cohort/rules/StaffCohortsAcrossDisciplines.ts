import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

export const StaffCohortsAcrossDisciplines = rule({
  id: "COHORT-1",
  name: "StaffCohortsAcrossDisciplines",
  says: "A cohort is staffed from at least two disciplines, unless a reason is given",
  source: { title: "Peer social support training pilot", at: "S3:326-331" },
  strength: "soft",
  limits: { least: 2 },
  facts: { disciplines: aCount() },
  holds: ({ disciplines }, { least }) => disciplines >= least,
  because: ({ disciplines }, { least }) =>
    `The cohort is staffed from ${disciplines} of ${least} disciplines. Name staff of another, or give a reason`,
  example: { facts: { disciplines: 1 } }
})
