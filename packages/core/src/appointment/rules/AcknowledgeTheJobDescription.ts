import { aCount, orNone, yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Not asked of the time before the scheme, which gave nobody a job description. */
export const AcknowledgeTheJobDescription = rule({
  id: "APPOINTMENT-5",
  name: "AcknowledgeTheJobDescription",
  says: "The worker has been given the job description in force and has acknowledged it",
  source: { title: "Peer social support training pilot", at: "S3:648-650, INV-04" },
  strength: "hard",
  limits: {},
  facts: { asked: yesOrNo, acknowledged: orNone(aCount()), current: aCount() },
  holds: ({ acknowledged, asked, current }) => !asked || acknowledged === current,
  because: ({ acknowledged, current }) =>
    acknowledged === null
      ? `The worker has not acknowledged the job description. Version ${current} is in force`
      : `The worker acknowledged version ${acknowledged} of the job description. Version ${current} is in force`,
  example: { facts: { asked: true, acknowledged: 1, current: 2 } }
})
