import { aCount } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

export const TrainOncePerTemplate = rule({
  id: "TRAINING-4",
  name: "TrainOncePerTemplate",
  says: "A person has one open training by one template",
  source: ourChoice("Attendance that is spread over two records completes neither"),
  strength: "hard",
  limits: {},
  facts: { open: aCount() },
  holds: ({ open }) => open === 0,
  because: () => "The person has an open training by this template. Record it there, or close that one first",
  example: { facts: { open: 1 } }
})
