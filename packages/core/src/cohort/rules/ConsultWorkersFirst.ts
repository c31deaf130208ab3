import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

export const ConsultWorkersFirst = rule({
  id: "COHORT-2",
  name: "ConsultWorkersFirst",
  says: "Existing workers are consulted about the contents before a cohort is approved, unless a reason is given",
  source: { title: "Peer social support training pilot", at: "S3:343-347" },
  strength: "soft",
  limits: {},
  facts: { consulted: yesOrNo },
  holds: ({ consulted }) => consulted,
  because: () => "No consultation of workers is recorded. Hold one, or give a reason why there is none",
  example: { facts: { consulted: false } }
})
