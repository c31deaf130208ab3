/**
 * What can be named: of the records and sessions that a question could be answered with, those of which something can
 * come.
 *
 * Left out is what the law refuses on every day and beside every other answer: somebody who was never at the
 * establishment, who is in the cohort already, or the record itself. What is refused on some days stays, and the refusal
 * says which day will do.
 */
import { mayBeLinked, sessionTitles } from "@peerwork/core"
import type { Cohort, CohortSession, Command, SessionKey } from "@peerwork/core"
import { templateIn, trainingsInCohort } from "../records/CoursesIn.ts"
import { holderIn, identityIn } from "../records/Derived.ts"
import type { Looked } from "../records/Labels.ts"
import type { Records } from "../records/Records.ts"
import type { Answered, Option } from "./References.ts"

type Test = (id: string) => boolean

const everAt = ({ person }: Records, establishment: string | null): Test => (id) =>
  establishment === null ||
  person.get(id)?.state.stays.some((stay) => stay.establishment === establishment) === true

/** Whoever was in a role at the establishment at any time. */
const everInRoleAt = (records: Records, establishment: string | null): Test => {
  const holders = [...records.appointment.values()]
    .filter(({ state }) => state.inRole !== null && state.establishment === establishment && state.step !== "Voided")
    .flatMap(({ state }) => holderIn(records, state).ids)
  return (id) => holders.includes(id)
}

/** Of a cohort: the people who are in it by an open training, or have a whole place. */
const enrolledIn = (records: Records, cohort: string, isMeant: (place: string, status: string) => boolean) =>
  trainingsInCohort(records, cohort).filter(({ state }) => isMeant(state.place ?? "", state.status))
    .flatMap(({ state }) => identityIn(records, state.person).ids)

const peopleOfCohort = (
  records: Records,
  id: string,
  { establishment, waiting }: Cohort,
  command: string
): Test | null => {
  const waits = waiting.map(({ person }) => person)
  const isHere = everAt(records, establishment)
  if (command === "GiveUpCohortPlace") return (person) => waits.includes(person)
  if (command === "HoldCohortConsultation" || command === "DeliverTrainingSession") {
    return everInRoleAt(records, establishment)
  }
  if (command === "AskForCohortPlace") {
    const placed = enrolledIn(records, id, (place) => place === "FULL")
    return (person) => isHere(person) && !waits.includes(person) && !placed.includes(person)
  }
  if (command !== "EnrolTrainee") return null
  const enrolled = enrolledIn(records, id, (_, status) => status === "Enrolled")
  return (person) => isHere(person) && !enrolled.includes(person)
}

const templatesFor = ({ cohort, template }: Records, { name }: Command, answered: Answered): Test | null => {
  const moved = cohort.get(answered("cohort"))?.state
  const scheme = name === "PlanCohort" ? answered("scheme") : ""
  if (name === "GrantTrainingEquivalence") return (id) => id !== answered("template")
  if (name === "MoveCohortToTemplate" && moved !== undefined) {
    return (id) => id !== moved.template && template.get(id)?.state.scheme === moved.scheme
  }
  return scheme === "" ? null : (id) => template.get(id)?.state.scheme === scheme
}

/** Two records of which one is the other are none. */
const besides: Readonly<Record<string, string>> = {
  "EndDuplicateAppointment.duplicateOf": "appointment",
  "KeepEscalationsApart.other": "escalation",
  "LinkEscalations.other": "escalation",
  "MergePeople.into": "person",
  "MovePersonBooking.into": "person",
  "OpenNonAssociation.other": "person"
}

const narrowed = (
  { records }: Looked,
  command: Command,
  field: string,
  to: string,
  answered: Answered
): ReadonlyArray<Test | null> => {
  const cohort = to === "person" ? records.cohort.get(answered("cohort"))?.state : undefined
  const other = besides[`${command.name}.${field}`]
  const linking = command.name === "LinkEscalations" || command.name === "KeepEscalationsApart"
  return [
    other === undefined ? null : (id) => id !== answered(other),
    cohort === undefined ? null : peopleOfCohort(records, answered("cohort"), cohort, command.name),
    to === "template" && field !== command.life ? templatesFor(records, command, answered) : null,
    linking && field === "other"
      ? (id) => {
        const state = records.escalation.get(id)?.state
        return state !== undefined && mayBeLinked(state)
      }
      : null
  ]
}

/** Of these records those that the question can be answered with, beside what is answered already. */
export const thatCanBeNamed = (
  looked: Looked,
  command: Command,
  field: string,
  to: string,
  answered: Answered,
  ids: ReadonlyArray<string>
): ReadonlyArray<string> => {
  const tests = narrowed(looked, command, field, to, answered).filter((test) => test !== null)
  return ids.filter((id) => tests.every((test) => test(id)))
}

const isTaught = ({ delivered, writtenOff }: CohortSession): boolean => delivered !== null || writtenOff !== null

/** Which sessions of a cohort a command can be about, by how each stands. */
const sessionsFor: Readonly<Record<string, (held: CohortSession | undefined) => boolean>> = {
  ScheduleTrainingSession: (held) => held === undefined,
  RescheduleTrainingSession: (held) => held !== undefined && held.delivered === null,
  DeliverTrainingSession: (held) => held !== undefined && held.delivered === null,
  WriteOffTrainingSession: (held) => held === undefined || !isTaught(held),
  RecordSessionAttendance: (held) => held !== undefined && isTaught(held),
  CorrectTrainingSession: (held) => held?.delivered != null,
  VoidTrainingSession: (held) => held?.delivered != null,
  RecordSessionInterruption: (held) => held?.delivered != null,
  AcceptTrainingSession: (held) => held?.delivered != null
}

const inTemplate = (records: Records, template: string): ReadonlyArray<SessionKey> =>
  (templateIn(records, template)?.sessions ?? []).map(({ session }) => session)

/** The sessions that a question can be answered with; null where nothing is known that would leave any out. */
const sessionsThatFit = ({ records }: Looked, { life, name }: Command, answered: Answered) => {
  const [cohort, training] = [records.cohort.get(answered(life))?.state, records.training.get(answered(life))?.state]
  const fits = sessionsFor[name]
  if (life === "cohort" && cohort !== undefined && fits !== undefined) {
    const all = new Set([...inTemplate(records, cohort.template), ...cohort.sessions.map(({ session }) => session)])
    return [...all].filter((key) => fits(cohort.sessions.find(({ session }) => session === key)))
  }
  if (life === "training" && training !== undefined) {
    const own = name === "RecordSessionMakeUp" ? training.attendance.map(({ session }) => session) : []
    return [...new Set([...inTemplate(records, training.template), ...own])]
  }
  return life === "template" && records.template.has(answered(life)) ? inTemplate(records, answered(life)) : null
}

/** The same as options of a list; null where the question asks for no session, or for any. */
export const sessionOptions = (looked: Looked, command: Command, answered: Answered): ReadonlyArray<Option> | null => {
  if (command.fields["session"]?.kind.input._tag !== "Choice") return null
  return sessionsThatFit(looked, command, answered)?.map((key) => ({ value: key, text: sessionTitles[key] })) ?? null
}
