import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

export const TrainByTheDefaultTemplate = rule({
  id: "TEMPLATE-3",
  name: "TrainByTheDefaultTemplate",
  says: "A cohort is trained by the scheme's default template, unless a reason is given",
  source: { title: "Peer social support training pilot", at: "S3:682-684, INV-57" },
  strength: "soft",
  limits: {},
  facts: { isDefault: yesOrNo },
  holds: ({ isDefault }) => isDefault,
  because: () => "The scheme trains by another template on that day. Choose that one, adopt this one, or give a reason",
  example: { facts: { isDefault: false } }
})
