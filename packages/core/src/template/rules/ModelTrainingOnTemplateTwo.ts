import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

export const ModelTrainingOnTemplateTwo = rule({
  id: "TEMPLATE-1",
  name: "ModelTrainingOnTemplateTwo",
  says: "A scheme trains by the sessions of template 2, unless it gives a reason",
  source: { title: "Peer social support training pilot", at: "S3:682-684, INV-57" },
  strength: "soft",
  note:
    "A session counts where the template teaches it in the content of template 2 or a newer one. Template 1 teaches the care of older adults without its part on dementia",
  limits: { sessions: 9 },
  facts: { covered: aCount() },
  holds: ({ covered }, { sessions }) => covered >= sessions,
  because: ({ covered }, { sessions }) =>
    `Template 2 is recommended as the model. This one has ${covered} of its ${sessions} sessions. Give a reason for it`,
  example: { facts: { covered: 7 } }
})
