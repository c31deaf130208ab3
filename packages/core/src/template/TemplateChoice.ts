/**
 * Decisions about training templates: which ones a scheme has, and by which it trains.
 */
import { Cohort } from "../cohort/Cohort.ts"
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf, text } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { Scheme } from "../scheme/Scheme.ts"
import { notNow } from "../scheme/schemeSteps.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { publishedTemplates } from "./PublishedTemplates.ts"
import { ModelTrainingOnTemplateTwo } from "./rules/ModelTrainingOnTemplateTwo.ts"
import {
  aPattern,
  aPublished,
  revisionReasons,
  TemplateAdoptedAsDefault,
  TemplateAdoptionVoided,
  TemplateIntroduced,
  TemplateRevisionProposed,
  TemplateWithdrawalUndone,
  TemplateWithdrawn,
  theSessions
} from "./TemplateEvents.ts"
import { coversOfTheModel, refusedNow, templateNotNow, TemplatesOf, TrainingTemplate } from "./TrainingTemplate.ts"

export const whichTemplate = tagged("template", idOf("template"), "Which template?")
export const decidedBy = tagged("staff", idOf("staff"), "Which member of staff decided it?")
export const onWhichDay = open(aPastDate, "On which day?", "For example, 27 11 2015.")
export const why = personal(
  text(1000, true),
  { subject: "actor", keep: "administration" },
  "What is the reason?",
  "Do not include names."
)

/** The tags of the next event of the template. */
export const keysOf = ({ establishment, scheme }: TrainingTemplate) => {
  if (establishment === null) throw new TypeError("A template that does not exist has no tags")
  return { scheme, establishment }
}

export const IntroduceTemplate = command("template", "IntroduceTemplate", {
  title: "Introduce a published template",
  says: "Makes one of the published templates known to a scheme, with its sessions as they were published",
  begins: true,
  fields: {
    template: whichTemplate,
    scheme: tagged("scheme", idOf("scheme"), "For which scheme?"),
    published: open(aPublished, "Which published template?"),
    on: onWhichDay
  }
})

export const introduceTemplate = decision(IntroduceTemplate, [], function*(command) {
  const template = yield* read(TrainingTemplate, command.template)
  const refused = refusedNow(template, "IntroduceTemplate")
  if (refused !== null) return refused
  const { establishment } = yield* read(Scheme, command.scheme)
  if (establishment === null) return notNow(Scheme.initial)
  const { pattern, sessions } = publishedTemplates[command.published]
  return judge().accept(() => [
    TemplateIntroduced.make({
      of: command.template,
      on: command.on,
      data: { scheme: command.scheme, establishment, published: command.published, pattern, sessions }
    })
  ])
})

export const ProposeTemplateRevision = command("template", "ProposeTemplateRevision", {
  title: "Propose a revision of a template",
  says: "Proposes a new version of a template; cohorts that were planned by the former one keep it",
  begins: true,
  fields: {
    template: whichTemplate,
    revises: tagged("template", idOf("template"), "Which template does it revise?"),
    cohort: optional(tagged("cohort", idOf("cohort"), "From which cohort's reflection does it come?")),
    because: open(revisionReasons, "Why does it differ?"),
    pattern: open(aPattern, "In which format?"),
    sessions: open(theSessions, "Which sessions does it have?", "Leave the lines of other sessions empty."),
    on: onWhichDay
  }
})

export const proposeTemplateRevision = decision(
  ProposeTemplateRevision,
  [KeepTheOrderOfEvents],
  function*(command) {
    const template = yield* read(TrainingTemplate, command.template)
    const refused = refusedNow(template, "ProposeTemplateRevision")
    if (refused !== null) return refused
    const before = yield* read(TrainingTemplate, command.revises)
    if (before.status === "Unknown") {
      return templateNotNow(
        before,
        "revises: there is no template under this id. Introduce it first, or correct the id"
      )
    }
    const cohort = command.cohort === undefined ? null : yield* read(Cohort, command.cohort)
    if (cohort !== null && (cohort.reflected === null || cohort.scheme !== before.scheme)) {
      return templateNotNow(template, "That cohort has no reflection from which a revision could come")
    }
    if (command.sessions.length === 0) return templateNotNow(template, "A template has at least one session")
    const { because, pattern, revises, sessions } = command
    return judge(inOrder([command.on, cohort?.reflected?.on ?? before.since])).accept(() => [
      TemplateRevisionProposed.make({
        of: command.template,
        on: command.on,
        data: {
          ...keysOf(before),
          revises,
          because,
          pattern,
          sessions,
          ...(command.cohort === undefined ? {} : { cohort: command.cohort })
        }
      })
    ])
  }
)

export const AdoptTemplateAsDefault = command("template", "AdoptTemplateAsDefault", {
  title: "Adopt a template as the default",
  says: "From this day the scheme trains by this template, and who completes it is trained for the scheme",
  fields: { template: whichTemplate, decidedBy, on: open(aPastDate, "From which day?", "For example, 27 11 2015.") }
})

export const adoptTemplateAsDefault = decision(
  AdoptTemplateAsDefault,
  [ModelTrainingOnTemplateTwo, KeepTheOrderOfEvents, NameOnlyStaffInPost],
  function*(command) {
    const template = yield* read(TrainingTemplate, command.template)
    const refused = refusedNow(template, "AdoptTemplateAsDefault")
    if (refused !== null) return refused
    const { adopted } = yield* read(TemplatesOf, template.scheme)
    if (adopted.some((one) => one.template === command.template && one.on === command.on)) {
      return templateNotNow(template, "That the template was adopted is recorded for that day already")
    }
    const staff = yield* read(Staff, command.decidedBy)
    return judge(
      ModelTrainingOnTemplateTwo.asks({ covered: coversOfTheModel(template) }),
      inOrder([command.on, template.since]),
      namedInPost(command.on, staff)
    ).accept(() => [
      TemplateAdoptedAsDefault.make({
        of: command.template,
        on: command.on,
        data: { ...keysOf(template), decidedBy: command.decidedBy }
      })
    ])
  }
)

export const VoidTemplateAdoption = command("template", "VoidTemplateAdoption", {
  title: "Strike out the adoption of a template",
  says: "That the template was adopted was recorded in error; the one before is the default again",
  fields: { template: whichTemplate, entry: open(idOf("event"), "Which entry?"), reason: why }
})

export const voidTemplateAdoption = decision(VoidTemplateAdoption, [], function*(command) {
  const template = yield* read(TrainingTemplate, command.template)
  const refused = refusedNow(template, "VoidTemplateAdoption")
  if (refused !== null) return refused
  const { adopted } = yield* read(TemplatesOf, template.scheme)
  const entry = adopted.find((one) => one.event === command.entry && one.template === command.template)
  if (entry === undefined) return templateNotNow(template, "The template has no such adoption")
  return judge().accept(() => [
    TemplateAdoptionVoided.make({
      of: command.template,
      on: entry.on,
      corrects: entry.event,
      data: keysOf(template)
    })
  ])
})

export const WithdrawTemplate = command("template", "WithdrawTemplate", {
  title: "Withdraw a template",
  says: "No further cohort trains by it; what was trained by it counts as before",
  fields: { template: whichTemplate, on: onWhichDay, reason: why }
})

export const withdrawTemplate = decision(WithdrawTemplate, [KeepTheOrderOfEvents], function*(command) {
  const template = yield* read(TrainingTemplate, command.template)
  const refused = refusedNow(template, "WithdrawTemplate")
  if (refused !== null) return refused
  return judge(inOrder([command.on, template.since])).accept(() => [
    TemplateWithdrawn.make({ of: command.template, on: command.on, data: keysOf(template) })
  ])
})

export const UndoTemplateWithdrawal = command("template", "UndoTemplateWithdrawal", {
  title: "Undo the withdrawal of a template",
  says: "The template was withdrawn in error; cohorts train by it as before",
  fields: { template: whichTemplate, reason: why }
})

export const undoTemplateWithdrawal = decision(UndoTemplateWithdrawal, [], function*(command) {
  const template = yield* read(TrainingTemplate, command.template)
  const refused = refusedNow(template, "UndoTemplateWithdrawal")
  const { withdrawn } = template
  if (refused !== null || withdrawn === null) return refused ?? templateNotNow(template)
  return judge().accept(() => [
    TemplateWithdrawalUndone.make({
      of: command.template,
      on: withdrawn.on,
      corrects: withdrawn.event,
      data: keysOf(template)
    })
  ])
})
