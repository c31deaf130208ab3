import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** What has begun goes on: days that count already, and the shadowing itself, are not taken from the new worker. */
export const BeginBesideAMentorInDate = rule({
  id: "SHADOW-8",
  name: "BeginBesideAMentorInDate",
  says: "Nobody begins to shadow a mentor whose training, risk assessment or clearance has lapsed or is missing",
  source: { title: "Peer social support training pilot", at: "S3:678-680, S3:699-701, INV-47, INV-50" },
  strength: "hard",
  limits: {},
  restsOn: [
    "refresherEveryMonths",
    "refresherEarlyDays",
    "refresherMonth",
    "refresherGraceDays",
    "riskAssessmentMonths"
  ],
  facts: { inDate: yesOrNo },
  holds: ({ inDate }) => inDate,
  because: () =>
    "Something that the mentor's role asks for has lapsed or is missing. Have it renewed and record that, or choose " +
    "another mentor",
  example: { facts: { inDate: false } }
})
