import { aCount, orNone } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

export const AcknowledgeTheJobDescription = rule({
  id: "APPOINTMENT-5",
  name: "AcknowledgeTheJobDescription",
  says: "The worker has been given the job description in force and has acknowledged it",
  source: { title: "Peer social support training pilot", at: "S3:648-650, INV-04" },
  strength: "hard",
  limits: {},
  facts: { acknowledged: orNone(aCount()), current: aCount() },
  holds: ({ acknowledged, current }) => acknowledged === current,
  because: ({ acknowledged, current }) =>
    acknowledged === null
      ? `The worker has not acknowledged the job description. Version ${current} is in force`
      : `The worker acknowledged version ${acknowledged} of the job description. Version ${current} is in force`,
  example: { facts: { acknowledged: 1, current: 2 } }
})
