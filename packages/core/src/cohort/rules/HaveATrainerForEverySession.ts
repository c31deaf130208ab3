import { severalOf } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"
import { sayTitles, sessionTitles } from "../../training/SessionCatalogue.ts"

export const HaveATrainerForEverySession = rule({
  id: "COHORT-5",
  name: "HaveATrainerForEverySession",
  says: "Every session has a day and an accredited trainer before a cohort starts, unless a reason is given",
  source: { title: "Peer social support training pilot", at: "S3:441-464, INV-41" },
  strength: "soft",
  limits: {},
  facts: { without: severalOf(sessionTitles) },
  holds: ({ without }) => without.length === 0,
  because: ({ without }) =>
    `Without a day or an accredited trainer: ${sayTitles(without)}. Schedule them, or give a reason`,
  example: { facts: { without: ["OLDER_ADULTS"] } }
})
