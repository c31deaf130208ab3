/**
 * What happens when a cohort goes on by another template than the one by which it was planned.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove. Both templates are tags,
 * so whoever follows the former hears of it.
 */
import { event } from "../language/Event.ts"
import { personal, tagged } from "../language/Field.ts"
import { idOf, text } from "../language/Kind.ts"
import { keys } from "./CohortKeys.ts"

const templates = {
  former: tagged("template", idOf("template"), "Template until then"),
  template: tagged("template", idOf("template"), "Template from now on")
}
const reason = personal(text(1000, true), { subject: "actor", keep: "administration" }, "Reason")

export const CohortMovedToTemplate = event("cohort", "CohortMovedToTemplate", {
  title: "Cohort moved to another template",
  says: "It was decided that the cohort goes on by another template; what was taught counts as its equivalences say",
  fields: { ...keys, ...templates, decidedBy: tagged("staff", idOf("staff"), "Decided by"), reason }
})

export const CohortMoveVoided = event("cohort", "CohortMoveVoided", {
  title: "Move to another template struck out",
  says: "That the cohort moved was recorded in error; it goes on by the template that it had",
  fields: { ...keys, ...templates, reason }
})

export const cohortMoveEvents = [CohortMovedToTemplate, CohortMoveVoided] as const
