/**
 * References: which existing records a question can be answered with, each under a label that people can read.
 *
 * A list offers what makes sense for the command now, by the tables of the law itself. It is a help and no guard: the
 * law judges whatever is sent.
 */
import {
  appointmentEntries,
  countingSteps,
  creditsInDoubt,
  isInPost,
  isLifeName,
  isOver,
  isRunning,
  openActions,
  Person,
  replacementsIn,
  Trainer,
  trainerEntries
} from "@peerwork/core"
import type {
  Command,
  Happened,
  LifeName,
  Scheme,
  Shadowing,
  Supervision,
  Training,
  TrainingTemplate
} from "@peerwork/core"
import type { KeptPersonal } from "@peerwork/store"
import { circumstancesIn } from "../records/Circumstances.ts"
import { mayStillMeetIn, recordIn, trainingsInCohort, trainingsOfPerson } from "../records/CoursesIn.ts"
import {
  earlierShadowings,
  holderIn,
  peopleThatCount,
  schemeIn,
  statusIn,
  supervisionsFor
} from "../records/Derived.ts"
import { eventLabels, labelOf } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import type { Records } from "../records/Records.ts"
import { stepsIn } from "../records/StepsIn.ts"
import { thatCanBeNamed } from "./WhatCanBeNamed.ts"

export interface Option {
  readonly value: string
  readonly text: string
}

/** Beyond this many, a list is no help; the page asks to come from the record instead. */
const most = 1000

/** Records of a life with which the command can be tried. */
const aboutItself = (looked: Looked, life: LifeName, command: string): ReadonlyArray<string> => {
  const { records } = looked
  // Movements are judged by where the person was on their day, so everybody is offered
  if (life === "person") {
    const counting = peopleThatCount(records)
    return command === "UndoPeopleMerge"
      ? [...records.person.keys()].filter((id) => !counting.includes(id))
      : counting
  }
  if (life === "circumstance") {
    return circumstancesIn(looked).filter(({ possible }) => possible.includes(command)).map(({ id }) => id)
  }
  const possible = [...records[life].keys()].filter((id) => stepsIn(records, life, id).includes(command))
  if (life !== "training" || !countingSteps.includes(command)) return possible
  return possible.filter((id) => {
    const training = records.training.get(id)?.state
    return training !== undefined && mayStillMeetIn(records, training)
  })
}

/** What else is answered on the form already: the record that the command is about, the session of a cohort. */
export type Answered = (field: string) => string

/** Trainees of the cohort whose attendance of the session is not recorded yet. */
const trainees = ({ records }: Looked, answered: Answered): ReadonlyArray<string> =>
  trainingsInCohort(records, answered("cohort")).filter(({ state }) =>
    mayStillMeetIn(records, state) && state.attendance.every(({ session }) => session !== answered("session"))
  ).map(({ id }) => id)

/** Other trainings of the person whose training this is. */
const earlier = ({ records }: Looked, answered: Answered): ReadonlyArray<string> => {
  const person = records.training.get(answered("training"))?.state.person
  return person === undefined
    ? []
    : trainingsOfPerson(records, person).map(({ id }) => id).filter((id) => id !== answered("training"))
}

const inPost = ({ day, records }: Looked): ReadonlyArray<string> =>
  [...records.staff.values()].filter(({ state }) => isInPost(state, day)).map(({ id }) => id)

/** Trainers with whom the command can be tried; to be registered as one, whoever is in post. */
const trainersFor = (looked: Looked, command: string): ReadonlyArray<string> =>
  (command === "RegisterTrainer" ? inPost(looked) : [...looked.records.trainer.keys()])
    .filter((id) => stepsIn(looked.records, "trainer", id).includes(command))

const mentors = ({ records }: Looked): ReadonlyArray<string> => [
  ...new Set(
    [...records.appointment.values()].filter(({ state }) => state.inRole !== null)
      .map(({ state }) => holderIn(records, state).id)
  )
]

type Naming = (looked: Looked, command: Command, field: string, answered: Answered) => ReadonlyArray<string>

const others: Readonly<Record<string, Naming>> = {
  scheme: ({ records }) => [...records.scheme.values()].filter(({ state }) => isRunning(state)).map(({ id }) => id),
  staff: (looked, { life, name }, field) =>
    life === "trainer" && field === "trainer" ? trainersFor(looked, name) : inPost(looked),
  person: (looked, { life }, field) =>
    (life === "shadowing" && /mentor/i.test(field)) || field === "adviser"
      ? mentors(looked)
      : peopleThatCount(looked.records),
  appointment: ({ day, records }, { name }) =>
    [...records.appointment.values()].filter((kept) =>
      name !== "PlanShadowing" || statusIn(records, kept, day).status === "AwaitingShadowing"
    ).filter(({ id }) =>
      name !== "ArrangeSupervision" || supervisionsFor(records, id).every(({ state }) => state.status !== "Arranged")
    ).filter(({ state }) => state.step !== "Voided").map(({ id }) => id),
  shadowing: ({ records }, { name }, _, answered) =>
    name === "DecideEarlierShadowing"
      ? earlierShadowings(records, answered("shadowing"))
      : [...records.shadowing.keys()],
  template: ({ records }) =>
    [...records.template.values()].filter(({ state }) => state.status === "Available").map(({ id }) => id),
  cohort: ({ records }, { name }) =>
    [...records.cohort.values()].filter(({ state: { reflected, status } }) =>
      name === "ProposeTemplateRevision" ? reflected !== null : status === "Recruiting" || status === "Running"
    ).map(({ id }) => id),
  training: (looked, { name }, _, answered) =>
    name === "RecordSessionAttendance" ? trainees(looked, answered) : earlier(looked, answered),
  escalation: ({ records }) =>
    [...records.escalation.values()].filter(({ state }) => !isOver(state)).map(({ id }) => id),
  roleProfile: ({ records }) => [
    ...new Set([...records.scheme.values()].flatMap(({ state }) => state.roleProfiles.map(({ id }) => id)))
  ]
}

const byText = (a: Option, b: Option): number => a.text.localeCompare(b.text, "en")

/** The records that a reference of the command may name; null where there are too many, or none are listed here. */
export const optionsFor = (
  looked: Looked,
  command: Command,
  field: string,
  to: string,
  answered: Answered = () => ""
): ReadonlyArray<Option> | null => {
  const ids = to === command.life && field === command.life && isLifeName(to)
    ? aboutItself(looked, to, command.name)
    : others[to]?.(looked, command, field, answered)
  return ids === undefined || ids.length > most
    ? null
    : thatCanBeNamed(looked, command, field, to, answered, ids).map((id) => ({
      value: id,
      text: labelOf(looked, to, id)
    })).sort(byText)
}

/** The sessions that a note belongs to, or what can be struck out or dated anew. */
const supervisionEntries = (state: Supervision | undefined, command: string): ReadonlyArray<string> => {
  if (state === undefined) return []
  const held = state.sessions.filter(({ outcome }) => outcome === "Held")
  if (command === "RewriteSupervisionNote" || command === "AddToSupervisionNote") return held.map(({ event }) => event)
  const { arranged, ended, planned, sessions, supervisors } = state
  const entries = command === "StrikeOutSupervisionEntry"
    ? [...planned, ...supervisors.filter(({ event }) => event !== arranged?.event)]
    : [...supervisors, ...(ended === null ? [] : [ended])]
  return [...entries, ...sessions].map(({ event }) => event)
}

const trainingEntries = (records: Records, state: Training | undefined, command: string): ReadonlyArray<string> => {
  if (state === undefined) return []
  if (command === "UpholdTrainingCredit") return creditsInDoubt(recordIn(records, state)).map(({ event }) => event)
  const entries = command === "CorrectAttendance"
    ? state.attendance
    : [...state.madeUp, ...state.credits, ...state.assessments, ...state.certificates]
  return entries.map((one) => one.event)
}

const templateEntries = (state: TrainingTemplate | undefined, command: string): ReadonlyArray<string> =>
  (command === "VoidTemplateAdoption" ? state?.adopted : state?.equivalences)?.map((one) => one.event) ?? []

const entriesOf = ({ legalChanges, links, movements }: Person, command: string): ReadonlyArray<string> => {
  if (command === "UndoPersonBookingMove") return links.flatMap((one) => (one.booking === null ? [] : [one.event]))
  return (command === "VoidLegalStatus" ? legalChanges : movements).map((one) => one.event)
}

const schemeEntries = ({ leadEntries, pay, policy, steps }: Scheme, command: string): ReadonlyArray<string> => {
  if (command === "CorrectSchemePolicy") return policy.map((one) => one.id)
  if (command === "StrikeOutTrainingLead") return leadEntries.map((one) => one.event)
  return (command === "StrikeOutPayEntry" ? pay : steps).map((one) => one.event)
}

const shadowingEntries = (state: Shadowing, command: string): ReadonlyArray<string> =>
  (command === "CorrectShadowMentorReplacement" ? replacementsIn(state) : state.pauses).map((one) => one.event)

/** The ids of events that a command can put right in a record of its life. */
const entries = ({ records }: Looked, { life, name }: Command, id: string): ReadonlyArray<string> => {
  const [scheme, person, appointment, shadowing] = [
    schemeIn(records, id),
    records.person.get(id)?.state,
    records.appointment.get(id)?.state,
    records.shadowing.get(id)?.state
  ]
  if (life === "scheme") return schemeEntries(scheme, name)
  if (life === "nonassociation") return records.nonassociation.get(id)?.state.entries.map((one) => one.event) ?? []
  const [route, escalation] = [records.route.get(id)?.state, records.escalation.get(id)?.state]
  if (route !== undefined && life === "route") return [...route.hours, ...route.posts].map((one) => one.event)
  if (escalation !== undefined && life === "escalation") {
    return (name === "CompleteEscalationAction" ? openActions(escalation) : escalation.entries).map((one) => one.event)
  }
  if (life === "person") return entriesOf(person ?? Person.initial, name)
  if (life === "staff") return records.staff.get(id)?.state.competences.map((one) => one.event) ?? []
  if (life === "supervision") return supervisionEntries(records.supervision.get(id)?.state, name)
  if (life === "support") {
    return records.support.get(id)?.state.entries.filter(({ isReview }) => isReview).map(({ event }) => event) ?? []
  }
  if (life === "training") return trainingEntries(records, records.training.get(id)?.state, name)
  if (life === "template") return templateEntries(records.template.get(id)?.state, name)
  if (life === "cohort") {
    return records.cohort.get(id)?.state.sessions.flatMap((one) => one.interruptions.map(({ event }) => event)) ?? []
  }
  if (life === "shadowing") return shadowing === undefined ? [] : shadowingEntries(shadowing, name)
  if (life === "trainer") {
    return trainerEntries(records.trainer.get(id)?.state ?? Trainer.initial).map((one) => one.event)
  }
  if (appointment === undefined) return []
  if (name === "CancelAppointmentSuspension") return appointment.suspensions.map((one) => one.event)
  if (name === "RecordTaskTakenOver") {
    return appointment.refused.filter(({ takenOverOn }) => takenOverOn === null).map((one) => one.event)
  }
  return appointmentEntries(appointment).map((one) => one.event)
}

/** The entries of a record that a command can put right; `history` are the events of the record, `personal` what may be read of them. */
export const entryOptions = (
  looked: Looked,
  command: Command,
  id: string,
  history: ReadonlyArray<Happened>,
  personal: ReadonlyArray<KeptPersonal>
): ReadonlyArray<Option> => {
  const standing = entries(looked, command, id)
  const own = history.filter((event) => standing.includes(event.id))
  const labels = eventLabels(own, personal)
  return own.map((event, index) => ({ value: event.id, text: labels[index] ?? "" }))
}
