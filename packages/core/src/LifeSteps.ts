/**
 * What may be done in each state of each life, and the way on from there: the tables that decisions, refusals, pages and
 * the list of commands share, brought together.
 */
import { appointmentBegins, appointmentSteps, appointmentWays } from "./appointment/appointmentSteps.ts"
import { circumstanceSteps } from "./circumstance/Circumstance.ts"
import { cohortSteps, cohortWays } from "./cohort/cohortSteps.ts"
import { escalationSteps } from "./escalation/escalationSteps.ts"
import type { Ways } from "./language/WhatComesFirst.ts"
import type { lifeWords } from "./LifeWords.ts"
import { nonAssociationSteps } from "./nonassociation/NonAssociation.ts"
import { noticeSteps } from "./notice/Notice.ts"
import { personSteps, personWays } from "./person/Person.ts"
import { routeSteps } from "./route/Route.ts"
import { schemeSteps, schemeWays } from "./scheme/schemeSteps.ts"
import { shadowingSteps, shadowingWays } from "./shadowing/shadowingSteps.ts"
import { staffSteps } from "./staff/Staff.ts"
import { supervisionSteps, supervisionWays } from "./supervision/supervisionSteps.ts"
import { supportSteps, supportWays } from "./support/Support.ts"
import { templateSteps, templateWays } from "./template/TrainingTemplate.ts"
import { trainerSteps, trainerWays } from "./trainer/Trainer.ts"
import { trainingSteps, trainingWays } from "./training/trainingSteps.ts"

/** The states of a life with what may be done in each, in the order in which a life comes to them. */
export interface LifeSteps {
  /** What one is called in a sentence. */
  readonly one: string
  readonly steps: Readonly<Record<string, ReadonlyArray<string>>>
  readonly ways: Ways<string>
  /** Where each command that begins one leads, if not all lead to the first state. */
  readonly begins?: Readonly<Record<string, string>>
}

export const lifeSteps: Readonly<Record<keyof typeof lifeWords, LifeSteps>> = {
  scheme: { one: "the scheme", steps: schemeSteps, ways: schemeWays },
  staff: { one: "the member of staff", steps: staffSteps, ways: {} },
  person: { one: "the person", steps: personSteps, ways: personWays },
  appointment: { one: "the appointment", steps: appointmentSteps, ways: appointmentWays, begins: appointmentBegins },
  shadowing: { one: "the shadowing", steps: shadowingSteps, ways: shadowingWays },
  supervision: { one: "the supervision", steps: supervisionSteps, ways: supervisionWays },
  escalation: { one: "the escalation", steps: escalationSteps, ways: {} },
  route: { one: "the way of the establishment", steps: routeSteps, ways: {} },
  template: { one: "the template", steps: templateSteps, ways: templateWays },
  cohort: { one: "the cohort", steps: cohortSteps, ways: cohortWays },
  training: { one: "the training", steps: trainingSteps, ways: trainingWays },
  trainer: { one: "the trainer", steps: trainerSteps, ways: trainerWays },
  nonassociation: { one: "the non-association", steps: nonAssociationSteps, ways: {} },
  notice: { one: "the notice", steps: noticeSteps, ways: {} },
  circumstance: { one: "the change", steps: circumstanceSteps, ways: {} },
  support: { one: "the support", steps: supportSteps, ways: supportWays }
}
