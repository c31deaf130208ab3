/**
 * How a scheme is prepared: it is proposed and written down, and somebody is named who holds the training.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCode, aDate, anEstablishment, aPastDate, idOf, text } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { Scheme, trainingLeadOn } from "./Scheme.ts"
import {
  SchemeDesignWritten,
  SchemeProposed,
  TrainingLeadLeft,
  TrainingLeadNamed,
  TrainingLeadStruckOut
} from "./SchemeEvents.ts"
import { can, notNow } from "./schemeSteps.ts"

export const whichScheme = tagged("scheme", idOf("scheme"), "Which scheme?")

const long = (question: string, hint: string) =>
  personal(text(4000, true), { subject: "actor", keep: "administration" }, question, hint)

export const ProposeScheme = command("scheme", "ProposeScheme", {
  title: "Propose a scheme",
  says: "Begins to prepare a peer programme at an establishment",
  begins: true,
  fields: {
    scheme: whichScheme,
    establishment: tagged(
      "establishment",
      anEstablishment,
      "At which establishment?",
      "Three capital letters, for example ZZI."
    ),
    code: open(aCode("WELLBEING_REPS"), "What is the scheme called?", "Capital letters, for example WELLBEING_REPS."),
    on: open(aPastDate, "On which day was it proposed?", "For example, 27 2 2014.")
  }
})

export const proposeScheme = decision(ProposeScheme, [], function*(command) {
  const scheme = yield* read(Scheme, command.scheme)
  if (!can(scheme, "ProposeScheme")) return notNow(scheme)
  const { code, establishment, on, scheme: of } = command
  return judge().accept(() => [SchemeProposed.make({ of, on, data: { establishment, code } })])
})

export const WriteSchemeDesign = command("scheme", "WriteSchemeDesign", {
  title: "Write down a scheme",
  says: "Says what the scheme is for and how it is watched; what was written before stays visible",
  fields: {
    scheme: whichScheme,
    purpose: long("What is the scheme for?", "The change that it is meant to bring about."),
    targetNeed: long("Which need does it meet?", "Who needs it, and how that is known. Do not include names."),
    plannedUntil: open(aDate, "Until when is it planned to run?", "For example, 31 5 2016."),
    monitoring: long("How will it be monitored?", "What is looked at, how often and by whom."),
    evaluation: long("How will it be evaluated?", "How it will be known whether it works."),
    on: open(aPastDate, "On which day was this written?", "For example, 27 2 2014.")
  }
})

export const writeSchemeDesign = decision(WriteSchemeDesign, [KeepTheOrderOfEvents], function*(command) {
  const scheme = yield* read(Scheme, command.scheme)
  const { adoptedOn, establishment } = scheme
  if (!can(scheme, "WriteSchemeDesign") || establishment === null) return notNow(scheme)
  const { on, plannedUntil, scheme: of } = command
  return judge(inOrder([on, adoptedOn], [plannedUntil, on])).accept(() => [
    SchemeDesignWritten.make({ of, on, data: { establishment, plannedUntil } })
  ])
})

export const NameTrainingLead = command("scheme", "NameTrainingLead", {
  title: "Name a training lead",
  says: "From this day a member of staff holds and oversees the training; whoever held it before does not any more",
  fields: {
    scheme: whichScheme,
    lead: tagged("staff", idOf("staff"), "Who holds the training?"),
    on: open(aPastDate, "From which day?", "For example, 27 2 2014.")
  }
})

export const nameTrainingLead = decision(
  NameTrainingLead,
  [KeepTheOrderOfEvents, NameOnlyStaffInPost],
  function*(command) {
    const scheme = yield* read(Scheme, command.scheme)
    const { adoptedOn, establishment, trainingLeads } = scheme
    if (!can(scheme, "NameTrainingLead") || establishment === null) return notNow(scheme)
    const { lead, on, scheme: of } = command
    const formerLead = trainingLeadOn(scheme, on)
    const last = trainingLeads.at(-1)
    if (formerLead === lead) return notNow(scheme, "They hold the training on that day already")
    const staff = yield* read(Staff, lead)
    return judge(
      inOrder([on, adoptedOn], [on, last === undefined ? null : last.until ?? last.from]),
      namedInPost(on, staff)
    ).accept(() => [
      TrainingLeadNamed.make({
        of,
        on,
        data: formerLead === null ? { establishment, lead } : { establishment, lead, formerLead }
      })
    ])
  }
)

export const RecordTrainingLeadLeaving = command("scheme", "RecordTrainingLeadLeaving", {
  title: "Record that the training lead left",
  says: "From this day nobody holds the training until somebody is named",
  fields: { scheme: whichScheme, on: open(aPastDate, "From which day?", "For example, 27 2 2014.") }
})

export const recordTrainingLeadLeaving = decision(
  RecordTrainingLeadLeaving,
  [KeepTheOrderOfEvents],
  function*(command) {
    const scheme = yield* read(Scheme, command.scheme)
    const { establishment, trainingLeads } = scheme
    if (!can(scheme, "RecordTrainingLeadLeaving") || establishment === null) return notNow(scheme)
    const last = trainingLeads.at(-1)
    if (last === undefined || last.until !== null) return notNow(scheme, "Nobody holds the training")
    const { on, scheme: of } = command
    return judge(inOrder([on, last.from])).accept(() => [
      TrainingLeadLeft.make({ of, on, data: { establishment, formerLead: last.staff } })
    ])
  }
)

export const StrikeOutTrainingLead = command("scheme", "StrikeOutTrainingLead", {
  title: "Strike out an entry about the training lead",
  says:
    "That somebody held the training from a day on, or left, was recorded in error; name whoever did on the right day",
  fields: {
    scheme: whichScheme,
    entry: open(idOf("event"), "Which entry?"),
    reason: personal(text(1000, true), { subject: "actor", keep: "administration" }, "What is the reason?")
  }
})

export const strikeOutTrainingLead = decision(StrikeOutTrainingLead, [], function*(command) {
  const scheme = yield* read(Scheme, command.scheme)
  const { establishment, leadEntries } = scheme
  if (!can(scheme, "StrikeOutTrainingLead") || establishment === null) return notNow(scheme)
  const entry = leadEntries.find(({ event }) => event === command.entry)
  if (entry === undefined) return notNow(scheme, "No such entry about the training lead counts")
  return judge().accept(() => [
    TrainingLeadStruckOut.make({ of: command.scheme, on: entry.on, corrects: entry.event, data: { establishment } })
  ])
})
