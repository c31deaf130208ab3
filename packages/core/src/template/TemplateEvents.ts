/**
 * What happens to a training template.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove. An event holds the
 * sessions as they were on its day: a later edition of this package changes no template that somebody trained by.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aCount, anEstablishment, idOf, oneOf, severalOf, text } from "../language/Kind.ts"
import { rowsOf } from "../language/Rows.ts"
import { aSession } from "../training/SessionCatalogue.ts"
import { anAward } from "./AwardCatalogue.ts"
import { publishedTitles } from "./PublishedTemplates.ts"

export const keys = {
  scheme: tagged("scheme", idOf("scheme"), "Scheme"),
  establishment: tagged("establishment", anEstablishment, "Establishment")
}

export const aPublished = oneOf(publishedTitles)

export const aPattern = oneOf({ HALF_DAYS: "Half days", FULL_DAYS: "Full days" })

/** The sessions of a template, each once. */
export const theSessions = rowsOf({
  session: open(aSession, "Session"),
  contentVersion: open(aCount(1, 99), "Version of its content"),
  day: open(aCount(1, 60), "Day")
})

/** Sessions that are units of a qualification, each with its level and its credits. */
export const theUnits = rowsOf({
  session: open(aSession, "Unit"),
  contentVersion: open(aCount(1, 99), "Version of its content"),
  day: open(aCount(1, 60), "Day"),
  level: open(aCount(1, 8), "Level"),
  credits: open(aCount(0, 60), "Credits")
})

/** Why a template was revised. */
export const revisionReasons = severalOf({
  MORE_PRACTICAL: "More practical content was wanted",
  MORE_SESSIONS: "More training was wanted",
  OTHER_CONTENT: "Something was to be added to the content of a session",
  OTHER_FORMAT: "Another format was wanted",
  LESS_COST: "It was to cost less",
  LOCAL_TRAINERS: "It was to suit the local trainers",
  OTHER: "Another reason"
})

/** What a session counts for in another template. */
export const aCredit = oneOf({
  FULL: "Counts in full",
  PARTIAL: "Counts in part, with something left to learn",
  NONE: "Does not count"
})

/** What is left to learn where a session counts in part. */
export const aTopUp = oneOf({
  DEMENTIA: "The care of people with dementia",
  PRACTICE: "Practical skills",
  LOCAL_POLICY: "Local policy",
  OTHER: "Something else"
})

const content = {
  pattern: open(aPattern, "Format"),
  sessions: open(theSessions, "Sessions")
}

const decidedBy = tagged("staff", idOf("staff"), "Decided by")
const reason = personal(text(1000, true), { subject: "actor", keep: "administration" }, "Reason")

export const TemplateIntroduced = event("template", "TemplateIntroduced", {
  title: "Template introduced",
  says: "A published template may be trained by in the scheme",
  fields: { ...keys, published: open(aPublished, "Published as"), ...content }
})

export const TemplateRevisionProposed = event("template", "TemplateRevisionProposed", {
  title: "Revision of a template proposed",
  says: "A new version of a template is proposed, with the reasons why it differs",
  fields: {
    ...keys,
    revises: tagged("template", idOf("template"), "Revises"),
    cohort: optional(tagged("cohort", idOf("cohort"), "From the reflection of")),
    because: open(revisionReasons, "Because"),
    ...content
  }
})

export const AwardTemplateProposed = event("template", "AwardTemplateProposed", {
  title: "Template that leads to an award proposed",
  says: "A template whose sessions are units with credits, each to be assessed, with an award at its end",
  fields: {
    ...keys,
    award: open(anAward, "Award"),
    pattern: open(aPattern, "Format"),
    units: open(theUnits, "Units")
  }
})

export const TemplateAdoptedAsDefault = event("template", "TemplateAdoptedAsDefault", {
  title: "Template adopted as the default",
  says: "From this day it is the template by which the scheme trains",
  fields: { ...keys, decidedBy }
})

export const TemplateAdoptionVoided = event("template", "TemplateAdoptionVoided", {
  title: "Adoption of a template struck out",
  says: "That the template was adopted was recorded in error; the entry stays visible",
  fields: { ...keys, reason }
})

export const TemplateWithdrawn = event("template", "TemplateWithdrawn", {
  title: "Template withdrawn",
  says: "No further cohort trains by it; what was trained by it counts as before",
  fields: { ...keys, reason }
})

export const TemplateWithdrawalUndone = event("template", "TemplateWithdrawalUndone", {
  title: "Withdrawal of a template undone",
  says: "The template was withdrawn in error; cohorts train by it as before",
  fields: { ...keys, reason }
})

export const TrainingEquivalenceGranted = event("template", "TrainingEquivalenceGranted", {
  title: "Equivalence decided",
  says: "It was decided what a session of another template counts for in this one",
  fields: {
    ...keys,
    from: tagged("template", idOf("template"), "Other template"),
    fromSession: open(aSession, "Its session"),
    session: open(aSession, "Session of this template"),
    credit: open(aCredit, "Counts"),
    topUp: optional(open(aTopUp, "Left to learn")),
    topUpMinutes: optional(open(aCount(1, 600), "Minutes left")),
    decidedBy,
    reason
  }
})

export const TrainingEquivalenceWithdrawn = event("template", "TrainingEquivalenceWithdrawn", {
  title: "Equivalence withdrawn",
  says: "A decision about an equivalence was wrong and counts no longer; credits that were given by it stay",
  fields: { ...keys, from: tagged("template", idOf("template"), "Other template"), reason }
})

export const templateEvents = [
  TemplateIntroduced,
  TemplateRevisionProposed,
  AwardTemplateProposed,
  TemplateAdoptedAsDefault,
  TemplateAdoptionVoided,
  TemplateWithdrawn,
  TemplateWithdrawalUndone,
  TrainingEquivalenceGranted,
  TrainingEquivalenceWithdrawn
] as const
