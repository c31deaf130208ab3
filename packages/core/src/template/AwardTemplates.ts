/**
 * Templates that lead to an award: courses of units with levels and credits, such as one on the standards of the Care
 * Certificate. They are trained by like any other; each unit is assessed besides.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { idOf } from "../language/Kind.ts"
import { Scheme } from "../scheme/Scheme.ts"
import { notNow } from "../scheme/schemeSteps.ts"
import { anAward } from "./AwardCatalogue.ts"
import { onWhichDay, whichTemplate } from "./TemplateChoice.ts"
import { aPattern, AwardTemplateProposed, theUnits } from "./TemplateEvents.ts"
import { refusedNow, templateNotNow, TrainingTemplate } from "./TrainingTemplate.ts"

export const ProposeAwardTemplate = command("template", "ProposeAwardTemplate", {
  title: "Propose a template that leads to an award",
  says: "Makes a template known whose sessions are units with a level and credits, each to be assessed",
  begins: true,
  fields: {
    template: whichTemplate,
    scheme: tagged("scheme", idOf("scheme"), "For which scheme?"),
    award: open(anAward, "To which award does it lead?"),
    pattern: open(aPattern, "In which format?"),
    units: open(theUnits, "Which units does it have?", "Leave the lines of other units empty."),
    on: onWhichDay
  }
})

export const proposeAwardTemplate = decision(ProposeAwardTemplate, [], function*(command) {
  const template = yield* read(TrainingTemplate, command.template)
  const refused = refusedNow(template, "ProposeAwardTemplate")
  if (refused !== null) return refused
  const { award, pattern, scheme, units } = command
  const { establishment } = yield* read(Scheme, scheme)
  if (establishment === null) return notNow(Scheme.initial)
  if (units.length === 0) return templateNotNow(template, "A template has at least one unit")
  return judge().accept(() => [
    AwardTemplateProposed.make({
      of: command.template,
      on: command.on,
      data: { scheme, establishment, award, pattern, units }
    })
  ])
})
