/**
 * Reads: every record as JSON, its state as the law folds it and what is derived from it for a day.
 *
 * Names are joined only for roles that may see them. What is derived carries the words of the law.
 */
import {
  carriedDays,
  daysUntil,
  escalationStatusAt,
  establishmentOn,
  firstSignOff,
  isInPost,
  isRunning,
  lapsesOn,
  limitNames,
  limitOn,
  nextMeeting,
  say,
  sayValidity,
  settlingIn,
  signOffHolds,
  supervisorIn,
  supervisorOn,
  trainingLeadOn,
  unitOn,
  unsetLimits,
  validityOn,
  wingOn
} from "@peerwork/core"
import type {
  Appointment,
  Escalation,
  JsonObject,
  LocalDate,
  Person,
  Scheme,
  SettlingIn,
  Shadowing,
  Staff,
  Supervision,
  Validity,
  Verdict
} from "@peerwork/core"
import { alikeOf } from "../records/AlikeEscalations.ts"
import { circumstancesIn } from "../records/Circumstances.ts"
import {
  appointmentsOf,
  identityIn,
  mayWork,
  placementIn,
  requirements,
  roleOf,
  statusIn,
  supervisedBy,
  supervisionIn,
  validitiesIn
} from "../records/Derived.ts"
import { holderOfIn, isLeftIn, isTheirs, ladderIn, raisersToTellIn, thoseSeen } from "../records/Escalations.ts"
import type { Viewing } from "../records/Escalations.ts"
import type { AtMoment } from "../records/Moment.ts"
import { genderOf } from "../records/Names.ts"
import type { Kept } from "../records/Records.ts"
import { sayVerdict } from "../records/Verdicts.ts"
import { unsaidInSummary } from "../signin/WhoSees.ts"
import type { EscalationSight } from "../signin/WhoSees.ts"

/** What is known at the moment, and whether names may be told. */
export interface Looking extends AtMoment {
  readonly showsNames: boolean
  /** Whether it may be told who is to be kept apart. */
  readonly showsApart: boolean
  /** Who looks, what they see of the escalations as they are now, and at which instant things are derived. */
  readonly viewing: Viewing
  readonly sightOf: (escalation: string) => EscalationSight
}

const json = (state: object): JsonObject => state as JsonObject

const named = ({ names, showsNames }: Looking, person: string): JsonObject => {
  const name = showsNames ? names.people.get(person) : undefined
  return name === undefined ? {} : { ...name }
}

/** A person as recorded under one id, and the ids under which more of them stands. */
export const personJson = (looking: Looking, { id, state, version }: Kept<Person>): JsonObject => {
  const identity = identityIn(looking.records, id)
  return {
    id,
    version,
    ...named(looking, id),
    gender: looking.showsNames ? genderOf(looking.names, id) : null,
    isPerson: identity.id,
    alsoKnownUnder: identity.ids.filter((other) => other !== id),
    establishment: establishmentOn(identity.person, looking.day),
    wing: wingOn(identity.person, looking.day),
    ...json(state)
  }
}

export const staffJson = ({ day, names, showsNames }: Looking, { id, state, version }: Kept<Staff>): JsonObject => ({
  id,
  version,
  ...(showsNames && names.staff.has(id) ? { name: names.staff.get(id) ?? "" } : {}),
  isInPost: isInPost(state, day),
  ...json(state)
})

export const schemeJson = ({ day }: Looking, { id, state, version }: Kept<Scheme>): JsonObject => ({
  id,
  version,
  isRunning: isRunning(state),
  trainingLead: trainingLeadOn(state, day),
  limits: Object.fromEntries(limitNames.map((name) => [name, limitOn(state, name, day)])),
  unsetLimits: unsetLimits(state, day),
  ...json(state)
})

const requirementJson = ({ because, earliest, facts, held, limits, rule }: Verdict): JsonObject => ({
  rule: rule.id,
  says: rule.says,
  source: `${rule.source.title}, ${rule.source.at}`,
  strength: rule.strength,
  held,
  facts,
  limits,
  because,
  earliest
})

const validityJson = (validity: Validity, day: LocalDate): JsonObject => ({
  requirement: validity.requirement,
  since: validity.since,
  until: validity.until,
  graceUntil: validity.graceUntil,
  lapsesOn: lapsesOn(validity),
  is: validityOn(validity, day),
  says: sayValidity(validity, day)
})

const settlingInJson = (settling: SettlingIn | null): JsonObject | null => settling === null ? null : json(settling)

export const appointmentJson = (looking: Looking, kept: Kept<Appointment>): JsonObject => {
  const { day, records } = looking
  const { because, since, status } = statusIn(records, kept, day)
  return {
    id: kept.id,
    version: kept.version,
    role: roleOf(records, kept.state),
    status,
    since,
    because,
    unit: unitOn(kept.state, day),
    mayWorkAlone: mayWork(records, kept, day),
    verdict: sayVerdict(records, kept, day),
    requirements: requirements(records, kept, day).map(requirementJson),
    validities: validitiesIn(records, kept, day).map((one) => validityJson(one, day)),
    supervisedBy: supervisorOn(kept.state, supervisedBy(records, kept.id).supervisions, day),
    supervision: json(supervisionIn(records, kept.id, day)),
    settlingIn: settlingInJson(settlingIn(supervisedBy(records, kept.id))),
    ...json(kept.state)
  }
}

const daysJson = (looking: Looking, shadowing: Shadowing): JsonObject => {
  const placement = placementIn(looking.records, shadowing)
  const last = shadowing.ended?.on ?? looking.day
  const days = daysUntil(shadowing, placement.onTheDay, last < looking.day ? last : looking.day)
  const earliest = firstSignOff(shadowing, placement.onTheDay)
  return {
    counted: carriedDays(shadowing, placement.onTheDay) + days.filter(({ without }) => without === null).length,
    carriedOver: carriedDays(shadowing, placement.onTheDay),
    needed: placement.onTheDay.daysNeeded,
    earliestSignOff: earliest,
    says: earliest === null ? null : `Sign it off on or after ${say(earliest)}`,
    signOffHolds: shadowing.signOff === null ? null : signOffHolds(placement),
    calendar: days.map(({ day, mentor, without }) => ({ day, mentor, counts: without === null, without }))
  }
}

export const shadowingJson = (looking: Looking, { id, state, version }: Kept<Shadowing>): JsonObject => ({
  id,
  version,
  ...daysJson(looking, state),
  ...json(state)
})

export const supervisionJson = (looking: Looking, { id, state, version }: Kept<Supervision>): JsonObject => {
  const next = nextMeeting(state)
  return {
    id,
    version,
    supervisor: supervisorIn(state, looking.day),
    meetsOn: next?.meetsOn ?? null,
    due: json(supervisionIn(looking.records, state.appointment, looking.day)),
    ...json(state),
    sessions: state.sessions.map((one) =>
      json({ ...one, escalations: thoseSeen(looking.records, one.escalations, looking.viewing) })
    )
  }
}

/** A worker: the person, with every appointment and whether they may work alone in any. */
export const workerJson = (looking: Looking, person: Kept<Person>): JsonObject => {
  const appointments = appointmentsOf(looking.records, person.id).filter(({ state }) => state.step !== "Voided")
  return {
    ...personJson(looking, person),
    mayWorkAlone: appointments.some((kept) => mayWork(looking.records, kept, looking.day)),
    appointments: appointments.map((kept) => appointmentJson(looking, kept))
  }
}

/** The facts without those that are not said to whoever sees the summary. */
const summarised = (facts: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, unsaidInSummary.some((one) => one === name) ? null : fact])
  )

/**
 * An escalation, with where it stands and whom it has reached at the moment; none that they may not see. How much of it
 * is told goes by who sees it now, and not at the moment that is asked about: `seenNow` says so.
 */
export const escalationJson = (looking: Looking, { id, state, version }: Kept<Escalation>): JsonObject | null => {
  const { records, sightOf, viewing } = looking
  const sight = sightOf(id)
  if (sight === "nothing") return null
  const { beside: _beside, classified, duplicates, into, keptApart, wasAbout: _wasAbout, ...rest } = state
  const seen = (ids: ReadonlyArray<string>) => thoseSeen(records, ids, viewing)
  const ladder = ladderIn(records, { id, state }, viewing.now)
  return {
    id,
    version,
    seenNow: sight,
    status: escalationStatusAt(state, viewing.now),
    isTheirs: isTheirs(records, { id, state }, viewing),
    with: holderOfIn(records, { id, state }, viewing.now),
    isWithoutOwner: isLeftIn(records, { id, state }, viewing.now),
    ladder: ladder === null ? null : json(ladder),
    alike: alikeOf(records, viewing, { id, state, version }).map((other) => other.id),
    raisersToTell: seen(raisersToTellIn(records, { id, state }).map((one) => one.id)),
    ...classified,
    ...(sight === "whole" ? json(rest) : summarised(json(rest))),
    duplicates: seen(duplicates),
    into: into === null ? null : seen([into])[0] ?? null,
    keptApart: seen(keptApart)
  }
}

/** A record of which nothing is derived. */
export const plainJson = (_: Looking, { id, state, version }: Kept<object>): JsonObject => ({
  id,
  version,
  ...json(state)
})

/** One change of circumstances; null where there is none that this role may know of. */
export const circumstanceJson = (looking: Looking, id: string): JsonObject | null => {
  const changed = circumstancesIn(looking).find((one) =>
    one.id === id && (one.kind !== "NonAssociation" || looking.showsApart)
  )
  return changed === undefined
    ? null
    : { version: looking.records.circumstance.get(id)?.version ?? 0, ...json(changed) }
}
