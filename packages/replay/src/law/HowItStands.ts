/**
 * How things stand: the state of one instance of a life, as at a day, as known up to a position.
 *
 * What is dated later than the day is left out, whenever it was recorded, and what was put right counts from the day
 * that turned out right; what was recorded after the position was not known. What follows for the day from several lives
 * (a status, the days that count) is derived by the law itself.
 */
import {
  answer,
  correctionTypes,
  countedDays,
  daysUntil,
  escalationStatusAt,
  firstSignOff,
  fold,
  instanceOf,
  lives,
  placementOf,
  readSchooled,
  roleProfileOf,
  say,
  schemeStatusOn,
  Shadowing,
  ShadowingsFor,
  signOffHolds,
  statusOn,
  supervisedIn,
  whatCounts,
  wordsOf
} from "@peerwork/core"
import type {
  Appointment,
  Escalation,
  Instant,
  Json,
  LifeName,
  LocalDate,
  Placement,
  Scheme,
  View
} from "@peerwork/core"
import type { LawHistory } from "./LawHistory.ts"

/** Which part of the history counts, and for which day things are derived. */
export interface AsOf {
  readonly upTo: number
  /** The last day of what is taken in, as it is dated; null where all of it is. */
  readonly asAt: string | null
  /** The day for which things are derived, and the instant where it matters. */
  readonly day: string
  readonly now: string
}

/** An instance of a life at a moment. */
export interface Standing {
  readonly stream: string
  readonly life: string
  readonly id: string
  /** How many of its events are taken in. */
  readonly events: number
  readonly state: Json
  /** What follows for the day, by name. */
  readonly derived: Readonly<Record<string, Json>>
}

type StateOf = <State>(view: View<State>, id: string) => State

/** What a sign-off lacks that no longer holds: how many days count of those needed, and which do not, and why. */
const signOffFails = (placement: Placement): Standing["derived"] => {
  const { onTheDay, shadowing } = placement
  const { days, signOff } = shadowing
  if (signOff === null || signOffHolds(placement)) return {}
  return {
    signOffFails: {
      counted: countedDays(shadowing, onTheDay, signOff.on),
      needed: Math.min(days, signOff.upheld ?? days),
      doNotCount: daysUntil(shadowing, onTheDay, signOff.on)
        .flatMap(({ day, without }) => without === null ? [] : [`${say(day)}: ${wordsOf(without)}`])
    }
  }
}

const ofShadowing = (stateOf: StateOf, shadowing: Shadowing, day: LocalDate): Standing["derived"] => {
  if (shadowing.startedOn === null) return {}
  const placement = answer(placementOf(shadowing), stateOf)
  const { onTheDay } = placement
  const end = shadowing.ended !== null && shadowing.ended.on < day ? shadowing.ended.on : day
  return {
    daysThatCount: countedDays(shadowing, onTheDay, end),
    firstDayToSignOff: firstSignOff(shadowing, onTheDay),
    ...(shadowing.signOff === null ? {} : { signOffHolds: signOffHolds(placement) }),
    ...signOffFails(placement)
  }
}

const ofAppointment = (
  stateOf: StateOf,
  id: string,
  appointment: Appointment,
  day: LocalDate
): Standing["derived"] => {
  const supervised = answer(supervisedIn(id), stateOf)
  const placements = stateOf(ShadowingsFor, id).map((shadowing) => stateOf(Shadowing, shadowing))
  const { because, since, status } = statusOn({
    ...supervised,
    appointment: answer(readSchooled(id), stateOf),
    profile: roleProfileOf(supervised.scheme, appointment.roleProfile, day),
    placements: placements.filter((one) => one.appointment === id && one.status !== "Cancelled")
  }, day)
  return { status, statusSince: since, ...(because === null ? {} : { statusBecause: because }) }
}

const derivedFor = (stateOf: StateOf, life: LifeName, id: string, state: unknown, { day, now }: AsOf) => {
  switch (life) {
    case "shadowing":
      return ofShadowing(stateOf, state as Shadowing, day as LocalDate)
    case "appointment":
      return ofAppointment(stateOf, id, state as Appointment, day as LocalDate)
    case "scheme":
      return { status: schemeStatusOn(state as Scheme, day as LocalDate) }
    case "escalation":
      return { status: escalationStatusAt(state as Escalation, now as Instant) }
    default:
      return {}
  }
}

/** The events that count at the moment, of those that a view folds. */
const countingIn = (history: LawHistory, { asAt, upTo }: AsOf) => {
  if (asAt === null) return (view: View<unknown>, id: string) => history.about(view.query(id), upTo)
  const counts = whatCounts(history.about([{ types: correctionTypes }], upTo))
  return (view: View<unknown>, id: string) =>
    history.about(view.query(id), upTo).filter((event) => counts(event, asAt as LocalDate))
}

/** The instance of a stream at the moment; null where the stream is of no life of this law, or has no event by then. */
export const standingOf = (history: LawHistory, stream: string, asOf: AsOf): Standing | null => {
  const instance = instanceOf(stream)
  if (instance === null) return null
  const { id, life } = instance
  const view: View<unknown> = lives[life]
  const counting = countingIn(history, asOf)
  const events = counting(view, id)
  if (events.length === 0) return null
  const stateOf: StateOf = (of, about) => fold(of, about, counting(of, about) as never)
  const state = fold(view, id, events)
  return {
    stream,
    life,
    id,
    events: events.length,
    state: JSON.parse(JSON.stringify(state)) as Json,
    derived: derivedFor(stateOf, life, id, state, asOf)
  }
}
