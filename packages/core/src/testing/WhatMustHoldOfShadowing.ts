/**
 * What must hold of every shadowing, said once more without the rules: each of the fourteen days beside a mentor who
 * works and is not kept apart, no more new workers beside one mentor than the scheme allows, one placement at a time.
 * Plain tables of plain events, as in `WhatMustHold`.
 */
import type { Happened } from "../language/Event.ts"
import { addDays } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { count, covers, day, idIn, kept, lastUpTo, text, withoutCorrected } from "./PlainEvents.ts"
import type { Invariant, Span } from "./PlainEvents.ts"
import { areApart, nobodyYet, peopleAfter, placeOn } from "./PlainPeople.ts"
import type { People } from "./PlainPeople.ts"
import { tenuresAfter, worksOn } from "./PlainTenure.ts"
import type { Tenure } from "./PlainTenure.ts"

interface Stint {
  readonly event: string
  readonly mentor: string
  readonly on: LocalDate
}

interface Placed {
  readonly isOpen: boolean
  readonly appointment: string
  readonly shadower: string
  readonly scheme: string
  readonly needed: number
  readonly start: LocalDate | null
  readonly stints: ReadonlyArray<Stint>
  readonly pauses: ReadonlyArray<Span>
  readonly signedOff: LocalDate | null
  /** Whether days that were shadowed elsewhere count. */
  readonly hasEarlier: boolean
}

const planned = (event: Happened): Placed => ({
  isOpen: true,
  appointment: text(event, "appointment"),
  shadower: text(event, "shadower"),
  scheme: text(event, "scheme"),
  needed: count(event, "days"),
  start: null,
  stints: [{ event: event.id, mentor: text(event, "mentor"), on: day(event, "startOn") ?? event.on }],
  pauses: [],
  signedOff: null,
  hasEarlier: false
})

const startingOn = (placed: Placed, on: LocalDate): Placed => ({
  ...placed,
  start: on,
  stints: placed.stints.map((stint, index) => index === 0 ? { ...stint, on } : stint)
})

const pausesAfter = ({ pauses, signedOff }: Placed, event: Happened): ReadonlyArray<Span> => {
  const { corrects, id, on } = event
  switch (event.type) {
    case "ShadowingPaused":
      return [...pauses, { event: id, from: on, until: null }]
    case "ShadowingInterrupted":
      return [...pauses, { event: id, from: on, until: day(event, "until") }]
    case "ShadowingResumed":
      return pauses.map((one) => one.until === null ? { ...one, until: on } : one)
    case "ShadowingPauseCorrected": {
      const from = day(event, "from") ?? on
      return pauses.map((one) => one.event === corrects ? { ...one, from, until: day(event, "until") } : one)
    }
    case "ShadowingPauseVoided":
      return withoutCorrected(pauses, event)
    case "ShadowingSignOffWithdrawn":
      return signedOff === null || signedOff >= on ? pauses : [...pauses, { event: id, from: signedOff, until: on }]
    default:
      return pauses
  }
}

const afterIt = (before: Placed, event: Happened): Placed => {
  const [mentor, former] = [text(event, "mentor"), text(event, "formerMentor")]
  switch (event.type) {
    case "ShadowingPlanned":
      return planned(event)
    case "ShadowingStarted":
    case "ShadowingStartCorrected":
      return startingOn(before, event.on)
    case "ShadowMentorReplaced":
      return {
        ...before,
        stints: [...before.start === null ? [] : before.stints, { event: event.id, mentor, on: event.on }]
      }
    case "ShadowMentorReplacementCorrected":
      return {
        ...before,
        stints: before.stints.map((one) => one.event === event.corrects ? { ...one, on: event.on } : one)
      }
    case "ShadowingMentorCorrected":
      return { ...before, stints: before.stints.map((one) => one.mentor === former ? { ...one, mentor } : one) }
    case "ShadowingPersonCorrected":
      return { ...before, shadower: text(event, "shadower"), appointment: text(event, "appointment") }
    case "EarlierShadowingDecided":
      return { ...before, hasEarlier: true }
    case "ShadowingSignedOff":
      return { ...before, isOpen: false, signedOff: event.on }
    case "ShadowingNotAchieved":
    case "ShadowingCancelled":
    case "ShadowingTransferredOut":
      return { ...before, isOpen: false }
    case "ShadowingSignOffWithdrawn":
      return { ...before, isOpen: true, signedOff: null, pauses: pausesAfter(before, event) }
    case "ShadowingReopened":
      return { ...before, isOpen: true }
    default:
      return { ...before, pauses: pausesAfter(before, event) }
  }
}

/** Everything that is known when an event of a placement comes. */
interface Known {
  readonly people: People
  readonly tenures: Map<string, Tenure>
  readonly placements: Map<string, Placed>
}

const nothingKnown = (): Known => ({ people: nobodyYet(), tenures: new Map(), placements: new Map() })

/** Takes the event in, and gives the placement of which it is as it was before. */
const takeIn = ({ people, placements, tenures }: Known, event: Happened): Placed | null => {
  peopleAfter(people, event)
  tenuresAfter(tenures, event)
  if (!event.stream.startsWith("shadowing-")) return null
  const before = kept(placements, event.stream, planned(event))
  placements.set(event.stream, afterIt(before, event))
  return before
}

/** Under a number that is linked to another one may stand what is somebody else's; nothing is said of it here. */
const isLinked = ({ people }: Known, person: string): boolean => people.linked.has(person)

const isThere = (known: Known, person: string, establishment: string, on: LocalDate): boolean => {
  const place = placeOn(known.people, person, on)
  return isLinked(known, person) || (place.establishment === establishment && !place.isAway)
}

const mayMentor = (known: Known, mentor: string, scheme: string, on: LocalDate): boolean =>
  isLinked(known, mentor) ||
  [...known.tenures.values()].some((one) =>
    one.person === mentor && one.scheme === scheme && worksOn(one, on) &&
    isThere(known, mentor, one.establishment, on)
  )

const mayShadow = (known: Known, { appointment, shadower }: Placed, on: LocalDate): boolean => {
  const tenure = known.tenures.get(appointment)
  return tenure !== undefined && isThere(known, shadower, tenure.establishment, on) &&
    tenure.suspensions.every((one) => !covers(one, on))
}

const mentorOn = ({ stints }: Placed, on: LocalDate): string => (lastUpTo(stints, on) ?? stints[0])?.mentor ?? ""

/** Whether it is known of both that they must not be side by side on the day. */
const mustNotMeet = (known: Known, mentor: string, shadower: string, on: LocalDate): boolean =>
  !isLinked(known, mentor) && !isLinked(known, shadower) && areApart(known.people, mentor, shadower, on)

const isBeside = (known: Known, placed: Placed, on: LocalDate): boolean => {
  const mentor = mentorOn(placed, on)
  return placed.pauses.every((one) => !covers(one, on)) && mayShadow(known, placed, on) &&
    mayMentor(known, mentor, placed.scheme, on) && !mustNotMeet(known, mentor, placed.shadower, on)
}

const everyDayBesideAMentor: Invariant = {
  says:
    "Every day that counts has a mentor who works, is there and is not kept apart, and a new worker who may shadow " +
    "(INV-44, INV-47, INV-114)",
  begin: () => {
    const known = nothingKnown()
    return (event) => {
      const placed = takeIn(known, event)
      if (placed === null || event.type !== "ShadowingSignedOff" || placed.hasEarlier) return null
      let served = 0
      for (let one = placed.start ?? event.on; one < event.on; one = addDays(one, 1)) {
        if (isBeside(known, placed, one)) served += 1
      }
      return served >= Math.max(14, placed.needed) ? null : `${event.stream} was signed off after ${served} such days`
    }
  }
}

const beginnings = ["ShadowingPlanned", "ShadowingStarted", "ShadowMentorReplaced", "ShadowingReopened"]

const beganWith = (event: Happened): { readonly mentor: string; readonly on: LocalDate } => ({
  mentor: text(event, "mentor"),
  on: day(event, "startOn") ?? event.on
})

const nobodyBeginsBesideWhomTheyAvoid: Invariant = {
  says: "Nobody begins to shadow whom they are kept apart from, whichever way round (INV-114)",
  begin: () => {
    const known = nothingKnown()
    return (event) => {
      takeIn(known, event)
      if (!beginnings.includes(event.type)) return null
      const { mentor, on } = beganWith(event)
      return mustNotMeet(known, mentor, text(event, "shadower"), on) ? `${event.stream} begins beside ${mentor}` : null
    }
  }
}

interface Limit {
  readonly event: string
  readonly on: LocalDate
  readonly value: number
}

const limitsAfter = (limits: ReadonlyArray<Limit>, event: Happened): ReadonlyArray<Limit> => {
  const limit = { event: event.corrects ?? event.id, on: day(event, "from") ?? event.on, value: count(event, "value") }
  return event.type === "SchemePolicyCorrected"
    ? limits.map((one) => one.event === event.corrects ? limit : one)
    : [...limits, limit]
}

const mentorsHaveRoom: Invariant = {
  says: "No mentor is given more new workers at once than the scheme allows (INV-47)",
  begin: () => {
    const known = nothingKnown()
    const limits = new Map<string, ReadonlyArray<Limit>>()
    return (event) => {
      takeIn(known, event)
      if (text(event, "limit") === "shadowersPerMentor") {
        limits.set(idIn(event), limitsAfter(kept(limits, idIn(event), []), event))
      }
      if (!beginnings.includes(event.type)) return null
      const { mentor, on } = beganWith(event)
      if (isLinked(known, mentor)) return null
      const most = lastUpTo(kept(limits, text(event, "scheme"), []), on)?.value ?? Infinity
      const beside =
        [...known.placements.values()].filter((one) =>
          one.isOpen && one.stints.at(-1)?.mentor === mentor && known.tenures.get(one.appointment)?.isOpen === true
        ).length
      return beside > most ? `${mentor} has ${beside} beside them, and may have ${most}` : null
    }
  }
}

const oneAtATime: Invariant = {
  says: "For an appointment one shadowing is planned at a time",
  begin: () => {
    const known = nothingKnown()
    return (event) => {
      const { placements } = known
      const appointment = text(event, "appointment")
      const isTaken = event.type === "ShadowingPlanned" &&
        [...placements.values()].some((one) => one.isOpen && one.appointment === appointment)
      takeIn(known, event)
      return isTaken ? `${appointment} has two` : null
    }
  }
}

/** The invariants of shadowing. */
export const invariantsOfShadowing: ReadonlyArray<Invariant> = [
  everyDayBesideAMentor,
  nobodyBeginsBesideWhomTheyAvoid,
  mentorsHaveRoom,
  oneAtATime
]
