import { severalOf } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"
import { sayTasks, tasksIn, taskWords } from "../TaskCatalogue.ts"

/** Practice differs between prisons, so whoever allows it says why, by name. */
export const DecideOnPersonalCare = rule({
  id: "SCHEME-7",
  name: "DecideOnPersonalCare",
  says: "Personal care is left to professionals unless the establishment decides otherwise and says why",
  source: {
    title: "Devon County Council, Buddy support workers: induction framework, which allows some; Nuffield Trust, " +
      "Q&A of 27 November 2023, which allows none",
    at: "INV-21"
  },
  strength: "soft",
  note: "A worker also needs the training for it, and the person who is helped agrees to each task",
  limits: {},
  facts: { tasks: severalOf(taskWords) },
  holds: ({ tasks }) => tasksIn(tasks, "PERSONAL").length === 0,
  because: ({ tasks }) => `Say why workers may do this here: ${sayTasks(tasksIn(tasks, "PERSONAL"))}`,
  example: { facts: { tasks: ["PUTTING_ON_SHOES"] } }
})
