/**
 * What happens where others observed a session, or helped with it, than was recorded.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { idOf, idsOf, text, yesOrNo } from "../language/Kind.ts"
import { aSession } from "../training/SessionCatalogue.ts"
import { keys } from "./CohortKeys.ts"

/** It is dated on the day on which the session was held; whoever was recorded before hears of it too. */
export const TrainingSessionObserversCorrected = event("cohort", "TrainingSessionObserversCorrected", {
  title: "Who else was at a session corrected",
  says: "Others observed the session or helped, on its day as it is known now, or its time was protected otherwise",
  fields: {
    ...keys,
    session: open(aSession, "Session"),
    observers: tagged("staff", idsOf("staff", 4), "Observed by"),
    helper: optional(tagged("person", idOf("person"), "Experienced worker who helped")),
    timeProtected: open(yesOrNo, "In protected time"),
    formerObservers: tagged("staff", idsOf("staff", 4), "Recorded before as observed by"),
    formerHelper: optional(tagged("person", idOf("person"), "Recorded before as the worker who helped")),
    reason: personal(text(1000, true), { subject: "actor", keep: "administration" }, "Reason")
  }
})
