import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

export const TellTheRaiserFirst = rule({
  id: "ESCALATION-6",
  name: "TellTheRaiserFirst",
  says: "Whoever raised an escalation is told what became of it before it is closed, or it is recorded why not",
  source: { title: "Pilot Prisoner Engagement: talk to us, we listen, we act", at: "S0:1" },
  strength: "hard",
  note:
    "Where others are linked to it, it is recorded on the page of each that whoever raised it was told, or why not. " +
    "Who raised several is told once",
  limits: {},
  facts: { told: yesOrNo },
  holds: ({ told }) => told,
  because: () =>
    "Tell whoever raised it, and whoever raised what was linked to it, what they may know, or record why they are not told",
  example: { facts: { told: false } }
})
