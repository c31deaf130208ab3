import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Staff decide on a selection and need no advice; where they ask for it, they ask somebody who does the work. */
export const AskAnExperiencedWorker = rule({
  id: "APPOINTMENT-18",
  name: "AskAnExperiencedWorker",
  says: "Whoever advises on a selection works in the scheme, and is somebody else than the person",
  source: { title: "Offender health trainers", at: "S1:44, INV-01" },
  strength: "hard",
  limits: {},
  facts: { works: yesOrNo, samePerson: yesOrNo },
  holds: ({ samePerson, works }) => works && !samePerson,
  because: ({ samePerson }) =>
    samePerson
      ? "Nobody advises on their own selection. Ask another worker"
      : "They do not work in the scheme on that day. Ask a worker who does",
  example: { facts: { works: true, samePerson: true } }
})
