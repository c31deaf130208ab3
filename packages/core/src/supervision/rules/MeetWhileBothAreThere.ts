import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged of the day on which a supervision is said to have been held; another day that is put right is not asked. */
export const MeetWhileBothAreThere = rule({
  id: "SUPERVISION-10",
  name: "MeetWhileBothAreThere",
  says: "A supervision is held by somebody in post, with a worker whose appointment has not ended",
  source: ourChoice("A meeting that cannot have been must not count as the one that was due"),
  strength: "hard",
  note: "The first day on which the worker is no longer in the role, or the supervisor no longer in post, is too late",
  limits: {},
  facts: { held: yesOrNo, supervisorInPost: yesOrNo, appointmentOpen: yesOrNo },
  holds: ({ appointmentOpen, held, supervisorInPost }) => !held || (supervisorInPost && appointmentOpen),
  because: ({ supervisorInPost }) =>
    supervisorInPost
      ? "The worker’s appointment had ended by then. Look at the day again, or end the supervision"
      : "Whoever supervised had left by then. Record who supervised from that day on with ChangeSupervisor first",
  example: { facts: { held: true, supervisorInPost: false, appointmentOpen: true } }
})
