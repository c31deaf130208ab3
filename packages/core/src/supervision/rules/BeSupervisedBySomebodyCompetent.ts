import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

const missing = (knowsRemit: boolean, reflects: boolean): string =>
  [
    ...(knowsRemit ? [] : ["knows the remit of the role"]),
    ...(reflects ? [] : ["can lead reflective supervision"])
  ].join(" and ")

/** Judged wherever somebody becomes a supervisor; each competence is recorded of the member of staff, and may lapse. */
export const BeSupervisedBySomebodyCompetent = rule({
  id: "SUPERVISION-1",
  name: "BeSupervisedBySomebodyCompetent",
  says:
    "A worker is supervised by a member of staff who knows the remit of the role and can lead reflective supervision",
  source: { title: "Peer social support training pilot", at: "S3:684-692, INV-55: two competences, both in date" },
  strength: "hard",
  limits: {},
  facts: { knowsRemit: yesOrNo, reflects: yesOrNo },
  holds: ({ knowsRemit, reflects }) => knowsRemit && reflects,
  because: ({ knowsRemit, reflects }) =>
    `Nothing in date says that the supervisor ${missing(knowsRemit, reflects)}. Record it first, or name somebody else`,
  example: { facts: { knowsRemit: true, reflects: false } }
})
