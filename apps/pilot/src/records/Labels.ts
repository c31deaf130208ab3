/**
 * Labels: how a record is called in a list, a select or a sentence.
 *
 * Names are joined where the role may see them; without a name, a part of the opaque id stands for it.
 */
import {
  awardCatalogue,
  eventTypes,
  mentorOf,
  publishedTemplates,
  say,
  sayAmount,
  sayInstant,
  sayRole,
  sayRoute,
  sayUrgency,
  sessionTitles,
  supervisorIn,
  wordsOf
} from "@peerwork/core"
import type { Happened, Json, LocalDate, Scheme } from "@peerwork/core"
import type { KeptPersonal } from "@peerwork/store"
import { roleOf, statusIn } from "./Derived.ts"
import type { Knowledge } from "./LiveRecords.ts"
import { inList, numberOf, short, staffName } from "./Names.ts"

/** What is known, and the day it is. */
export interface Looked extends Knowledge {
  readonly day: LocalDate
  /** Whether all of an escalation is told; where this is not said, nowhere is told whom one is about. */
  readonly isWhole?: (escalation: string) => boolean
}

/** A value as text. */
export const plainText = (value: Json): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : JSON.stringify(value)

/** `WELLBEING_REPS` as people read it: `Wellbeing reps`. */
export const sayCode = (code: string): string => {
  const words = code.toLowerCase().replaceAll("_", " ")
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const personLabel = ({ names }: Looked, id: string): string => {
  const number = numberOf(names, id)
  return number === null ? inList(names, id) : `${inList(names, id)} (${number})`
}

export const staffLabel = ({ names }: Looked, id: string): string => staffName(names, id)

export const schemeName = (scheme: Scheme): string =>
  scheme.code === null ? "Unknown scheme" : `${sayCode(scheme.code)} at ${scheme.establishment}`

export const schemeLabel = ({ records }: Looked, id: string): string => {
  const scheme = records.scheme.get(id)?.state
  return scheme === undefined ? `Scheme ${short(id)}` : schemeName(scheme)
}

const appointmentLabel = (looked: Looked, id: string): string => {
  const { day, names, records } = looked
  const kept = records.appointment.get(id)
  if (kept === undefined) return `Appointment ${short(id)}`
  const { since, status } = statusIn(records, kept, day)
  const from = since === null ? "" : ` since ${say(since)}`
  return `${inList(names, kept.state.person)}: ${roleOf(records, kept.state)}, ${wordsOf(status)}${from}`
}

export const shadowingLabel = ({ names, records }: Looked, id: string): string => {
  const state = records.shadowing.get(id)?.state
  if (state === undefined) return `Shadowing ${short(id)}`
  const from = state.startedOn ?? state.startOn
  return `${inList(names, state.shadower)} with ${inList(names, mentorOf(state))}, ${wordsOf(state.status)}` +
    (from === null ? "" : `, from ${say(from)}`)
}

const supervisionLabel = ({ names, records }: Looked, id: string): string => {
  const state = records.supervision.get(id)?.state
  if (state === undefined) return `Supervision ${short(id)}`
  const supervisor = supervisorIn(state)
  return `${inList(names, state.person)} with ${supervisor === null ? "nobody" : staffName(names, supervisor)}, ` +
    wordsOf(state.status) + (state.arranged === null ? "" : ` since ${say(state.arranged.on)}`)
}

export const roleProfileLabel = ({ records }: Looked, id: string): string => {
  for (const { state } of records.scheme.values()) {
    const versions = state.roleProfiles.filter((profile) => profile.id === id)
    const newest = versions.at(-1)
    if (newest !== undefined) return `${sayRole(newest.code)}, ${schemeName(state)}`
  }
  return `Role profile ${short(id)}`
}

const nonAssociationLabel = ({ names, records }: Looked, id: string): string => {
  const state = records.nonassociation.get(id)?.state
  return state === undefined
    ? `Non-association ${short(id)}`
    : `${inList(names, state.person)} and ${inList(names, state.other)}, ${wordsOf(state.status)}`
}

const supportLabel = ({ names, records }: Looked, id: string): string => {
  const state = records.support.get(id)?.state
  return state === undefined
    ? `Support ${short(id)}`
    : `Support of ${inList(names, state.person)}, ${wordsOf(state.status)}`
}

/** `Template 2 (nine sessions)`, or what it revises. */
export const templateName = ({ records }: Looked, id: string): string => {
  const state = records.template.get(id)?.state
  if (state === undefined) return `Template ${short(id)}`
  if (state.published !== null) return publishedTemplates[state.published].title
  if (state.qualification !== null) {
    return `${awardCatalogue[state.qualification.award].title} (${sayAmount(state.sessions.length, "unit")})`
  }
  return `Revision of ${state.since === null ? "a template" : say(state.since)} (${
    sayAmount(state.sessions.length, "session")
  })`
}

const templateLabel = (looked: Looked, id: string): string => {
  const scheme = looked.records.template.get(id)?.state.scheme
  return scheme === undefined ? templateName(looked, id) : `${templateName(looked, id)}, ${schemeLabel(looked, scheme)}`
}

export const cohortLabel = ({ records }: Looked, id: string): string => {
  const state = records.cohort.get(id)?.state
  if (state === undefined) return `Cohort ${short(id)}`
  const from = state.startsOn === null ? "" : ` from ${say(state.startsOn)}`
  return `Cohort${from}, ${wordsOf(state.status)}`
}

/** The trainee; of a training that is over also by which template it was, and how it ended. */
export const trainingLabel = (looked: Looked, id: string): string => {
  const state = looked.records.training.get(id)?.state
  if (state === undefined) return `Training ${short(id)}`
  const adHoc = state.place === "AD_HOC" ? ", ad hoc" : ""
  const over = state.status === "Enrolled" ? "" : `, ${templateName(looked, state.template)}, ${wordsOf(state.status)}`
  return `${personLabel(looked, state.person)}${adHoc}${over}`
}

const titles: Readonly<Record<string, string>> = sessionTitles

/** What an event is told apart by: the action that it recorded, as far as somebody may read it, or its session. */
const apartBy = ({ data, id }: Pick<Happened, "data" | "id">, personal: ReadonlyArray<KeptPersonal>) => {
  const action = personal.find(({ eventId, name }) => eventId === id && name === "action")
  return action === undefined ? titles[String(data["session"])] : plainText(action.value)
}

/** `Transferred, 4 April 2016`; of a session or an action also which: `Attendance recorded: Working with Loss, ...`. */
export const eventLabel = (
  event: Pick<Happened, "data" | "id" | "on" | "type">,
  personal: ReadonlyArray<KeptPersonal> = []
): string => {
  const which = apartBy(event, personal)
  const title = eventTypes.get(event.type)?.title ?? event.type
  return `${title}${which === undefined ? "" : `: ${which}`}, ${say(event.on)}`
}

/** The labels of several events; where two would read alike, each also says when it was recorded. */
export const eventLabels = (
  events: ReadonlyArray<Happened>,
  personal: ReadonlyArray<KeptPersonal> = []
): ReadonlyArray<string> => {
  const labels = events.map((event) => eventLabel(event, personal))
  return events.map(({ recordedAt }, index) => {
    const own = labels[index] ?? ""
    return labels.filter((one) => one === own).length === 1 ? own : `${own}, recorded on ${sayInstant(recordedAt)}`
  })
}

export const escalationLabel = ({ isWhole, names, records }: Looked, id: string): string => {
  const state = records.escalation.get(id)?.state
  if (state === undefined || state.classified === null || state.raisedAt === null) return `Escalation ${short(id)}`
  const about = state.subject === null || isWhole?.(id) !== true ? "" : `, about ${inList(names, state.subject)}`
  return `${sayRoute(state.classified.route)}, ${sayUrgency(state.classified.urgency).toLowerCase()}: raised on ${
    sayInstant(state.raisedAt)
  }${about}`
}

const routesLabel = ({ records }: Looked, id: string): string =>
  `Routes of ${records.route.get(id)?.state.establishment ?? short(id)}`

/** The label of a record that a field refers to. */
export const labelOf = (looked: Looked, to: string, id: string): string => {
  switch (to) {
    case "person":
      return personLabel(looked, id)
    case "staff":
      return staffLabel(looked, id)
    case "scheme":
      return schemeLabel(looked, id)
    case "appointment":
      return appointmentLabel(looked, id)
    case "shadowing":
      return shadowingLabel(looked, id)
    case "supervision":
      return supervisionLabel(looked, id)
    case "nonassociation":
      return nonAssociationLabel(looked, id)
    case "support":
      return supportLabel(looked, id)
    case "roleProfile":
      return roleProfileLabel(looked, id)
    case "template":
      return templateLabel(looked, id)
    case "cohort":
      return cohortLabel(looked, id)
    case "training":
      return trainingLabel(looked, id)
    case "escalation":
      return escalationLabel(looked, id)
    case "route":
      return routesLabel(looked, id)
    default:
      return `Entry ${short(id)}`
  }
}
