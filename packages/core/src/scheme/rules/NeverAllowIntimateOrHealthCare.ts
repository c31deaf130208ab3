import { severalOf } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"
import { sayTasks, tasksIn, taskWords } from "../TaskCatalogue.ts"

/** Nobody can give a reason for an exception: the rule is hard, and stays so in every scheme. */
export const NeverAllowIntimateOrHealthCare = rule({
  id: "SCHEME-5",
  name: "NeverAllowIntimateOrHealthCare",
  says: "No role profile names intimate care or health care among the tasks of a worker",
  source: {
    title: "Peer social support training pilot; Devon County Council, Buddy support workers: induction framework",
    at: "S3:37-39, S3:590-594; INV-20, INV-22, INV-23"
  },
  strength: "hard",
  note:
    "Feeding is intimate care; cutting up and carrying food is not. The task catalogue says which band each task is in",
  limits: {},
  facts: { tasks: severalOf(taskWords) },
  holds: ({ tasks }) => tasksIn(tasks, "INTIMATE", "HEALTH_CARE").length === 0,
  because: ({ tasks }) => `Leave these to professionals: ${sayTasks(tasksIn(tasks, "INTIMATE", "HEALTH_CARE"))}`,
  example: { facts: { tasks: ["FEEDING"] } }
})
