import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Staff decide on a selection and need no advice; where they ask for it, they ask somebody who does the work. */
export const AskAnExperiencedWorker = rule({
  id: "APPOINTMENT-18",
  name: "AskAnExperiencedWorker",
  says: "Whoever advises on a selection works in the scheme, and is somebody else than the person",
  source: { title: "Offender health trainers", at: "S1:44, INV-01" },
  strength: "hard",
  note:
    "Of whoever advised already it was asked then: what they declare later is taken in, also where they have left since",
  limits: {},
  facts: { works: yesOrNo, advisedAlready: yesOrNo, samePerson: yesOrNo },
  holds: ({ advisedAlready, samePerson, works }) => (works || advisedAlready) && !samePerson,
  because: ({ samePerson }) =>
    samePerson
      ? "Nobody advises on their own selection. Ask another worker"
      : "They do not work in the scheme on that day. Ask a worker who does",
  example: { facts: { works: true, advisedAlready: false, samePerson: true } }
})
