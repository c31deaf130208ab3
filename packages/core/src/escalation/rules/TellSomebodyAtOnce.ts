import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Judged wherever an escalation is passed to somebody; the command that raises an immediate one asks for nothing else. */
export const TellSomebodyAtOnce = rule({
  id: "ESCALATION-1",
  name: "TellSomebodyAtOnce",
  says: "Of what is immediate a named member of staff is told in person, by radio or by telephone",
  source: {
    title: "Ministry of Justice on ACCT, 22 March 2019, reported by Russell Webster",
    at: "INV-80, INV-81: whoever is told of a risk to life acts at once"
  },
  strength: "hard",
  note: "An immediate escalation is never a draft and never waits in a queue: who was told, how and when is recorded " +
    "in the same act. No free text is needed",
  limits: {},
  facts: { immediate: yesOrNo, spoken: yesOrNo },
  holds: ({ immediate, spoken }) => !immediate || spoken,
  because: () => "Tell them in person, by radio or by telephone, and record how they were told",
  example: { facts: { immediate: true, spoken: false } }
})
