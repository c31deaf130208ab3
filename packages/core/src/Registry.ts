/**
 * The registry: every event, decision and rule of the law, each by its name.
 *
 * It is built from the lives once, when the package is loaded; two things of one name are an error at once.
 */
import { appointmentDecisions } from "./appointment/appointmentDecisions.ts"
import { entryEvents } from "./appointment/AppointmentEvents.ts"
import { tenureEvents } from "./appointment/TenureEvents.ts"
import { circumstanceDecisions } from "./circumstance/CircumstanceDecisions.ts"
import { circumstanceEvents } from "./circumstance/CircumstanceEvents.ts"
import { cohortDecisions } from "./cohort/cohortDecisions.ts"
import { cohortEvents } from "./cohort/CohortEvents.ts"
import { escalationDecisions } from "./escalation/escalationDecisions.ts"
import { escalationEvents } from "./escalation/EscalationEvents.ts"
import type { Command } from "./language/Command.ts"
import type { Decides } from "./language/Decision.ts"
import type { EventType } from "./language/Event.ts"
import type { Rule } from "./language/Rule.ts"
import { nonAssociationDecisions } from "./nonassociation/NonAssociationDecisions.ts"
import { nonAssociationEvents } from "./nonassociation/NonAssociationEvents.ts"
import { noticeDecisions, noticeEvents } from "./notice/Notice.ts"
import { personDecisions } from "./person/PersonDecisions.ts"
import { personEvents } from "./person/PersonEvents.ts"
import { routeDecisions } from "./route/RouteDecisions.ts"
import { routeEvents } from "./route/RouteEvents.ts"
import { schemeDecisions } from "./scheme/SchemeDecisions.ts"
import { schemeEvents } from "./scheme/SchemeEvents.ts"
import { shadowingDecisions } from "./shadowing/shadowingDecisions.ts"
import { shadowingEvents } from "./shadowing/ShadowingEvents.ts"
import { handOverStaffWork } from "./staff/HandingOver.ts"
import { competenceDecisions } from "./staff/StaffCompetence.ts"
import { staffDecisions } from "./staff/StaffDecisions.ts"
import { staffEvents } from "./staff/StaffEvents.ts"
import { supervisionDecisions } from "./supervision/supervisionDecisions.ts"
import { supervisionEvents } from "./supervision/SupervisionEvents.ts"
import { supportDecisions } from "./support/supportDecisions.ts"
import { supportEvents } from "./support/SupportEvents.ts"
import { templateDecisions } from "./template/templateDecisions.ts"
import { templateEvents } from "./template/TemplateEvents.ts"
import { trainerDecisions } from "./trainer/trainerDecisions.ts"
import { trainerEvents } from "./trainer/TrainerEvents.ts"
import { trainingDecisions } from "./training/trainingDecisions.ts"
import { trainingEvents } from "./training/TrainingEvents.ts"

/** Every event type of this law. */
export const allEvents: ReadonlyArray<EventType> = [
  ...schemeEvents,
  ...staffEvents,
  ...personEvents,
  ...nonAssociationEvents,
  ...noticeEvents,
  ...circumstanceEvents,
  ...supportEvents,
  ...entryEvents,
  ...tenureEvents,
  ...shadowingEvents,
  ...templateEvents,
  ...cohortEvents,
  ...trainingEvents,
  ...trainerEvents,
  ...routeEvents,
  ...escalationEvents,
  ...supervisionEvents
]

/** Every decision of this law. */
export const allDecisions: ReadonlyArray<Decides> = [
  ...schemeDecisions,
  ...staffDecisions,
  ...personDecisions,
  ...nonAssociationDecisions,
  ...noticeDecisions,
  ...circumstanceDecisions,
  ...supportDecisions,
  ...appointmentDecisions,
  ...shadowingDecisions,
  ...templateDecisions,
  ...cohortDecisions,
  ...trainingDecisions,
  ...trainerDecisions,
  ...routeDecisions,
  ...escalationDecisions,
  ...competenceDecisions,
  handOverStaffWork,
  ...supervisionDecisions
]

const unique = <A>(items: ReadonlyArray<A>, name: (item: A) => string): ReadonlyMap<string, A> => {
  const byName = new Map<string, A>()
  for (const item of items) {
    const before = byName.get(name(item))
    if (before !== undefined && before !== item) throw new TypeError(`Two are called ${name(item)}`)
    byName.set(name(item), item)
  }
  return byName
}

/** Event types by name. */
export const eventTypes = unique(allEvents, (type) => type.type)

/** Decisions by the name of their command. */
export const decisions = unique(allDecisions, (decides) => decides.command.name)

/** Every command of this law. */
export const allCommands: ReadonlyArray<Command> = allDecisions.map((decides) => decides.command)

const byLifeAndNumber = (a: Rule, b: Rule): number => {
  const [[aLife = "", aNumber = ""], [bLife = "", bNumber = ""]] = [a.id.split("-"), b.id.split("-")]
  return aLife === bLife ? Number(aNumber) - Number(bNumber) : aLife < bLife ? -1 : 1
}

/** Every rule of this law, by id: each is declared by a decision that judges it. */
export const ruleBook: ReadonlyArray<Rule> = [
  ...unique(allDecisions.flatMap((decides) => decides.rules), (rule) => rule.id).values()
].sort(byLifeAndNumber)
