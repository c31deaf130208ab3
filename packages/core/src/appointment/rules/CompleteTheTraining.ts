import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** A completion is somebody's decision, never a count of attendances; until then a worker has not completed. Not asked of the time before the scheme. */
export const CompleteTheTraining = rule({
  id: "APPOINTMENT-9",
  name: "CompleteTheTraining",
  says: "It has been decided that the worker completed the training of the role",
  source: { title: "Peer social support training pilot", at: "S3:482-486, S3:682, INV-40" },
  strength: "hard",
  limits: {},
  facts: { asked: yesOrNo, completed: yesOrNo, holds: yesOrNo },
  holds: ({ asked, completed, holds }) => !asked || (completed && holds),
  because: ({ completed }) =>
    completed
      ? "The completion of the training no longer holds. Decide about it first"
      : "The training of the role is not complete. Record who decided that it is, and from what it is known",
  example: { facts: { asked: true, completed: false, holds: false } }
})
