import { oneOf } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"
import { sayTask, tasksIn, taskWords } from "../../scheme/TaskCatalogue.ts"

/** The worker has refused, and rightly: what needs attention is that somebody asked, and that help is needed. */
export const LeaveCareToProfessionals = rule({
  id: "APPOINTMENT-21",
  name: "LeaveCareToProfessionals",
  says: "What staff may never ask of a worker is brought before a professional whenever somebody asks for it",
  source: {
    title: "Peer social support training pilot; Devon County Council, Buddy support workers: induction framework",
    at: "S3:37-39, S3:590-594; INV-20, INV-23"
  },
  strength: "alert",
  note: "Intimate care and health care are never a worker's: no role profile may name them, and no reason helps",
  limits: {},
  facts: { task: oneOf(taskWords) },
  holds: ({ task }) => tasksIn([task], "INTIMATE", "HEALTH_CARE").length === 0,
  because: ({ task }) => `No worker is asked for this: ${sayTask(task)}. See that a professional gives the help`,
  example: { facts: { task: "TOILETING" } }
})
