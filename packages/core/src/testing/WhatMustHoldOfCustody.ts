/**
 * What must hold where custody changes: nothing new begins for whoever died, and nobody begins where they are not. Said
 * once more without the rules, as in `WhatMustHold`.
 */
import type { Happened } from "../language/Event.ts"
import { idIn, text } from "./PlainEvents.ts"
import type { Invariant } from "./PlainEvents.ts"
import { hasDied, nobodyYet, peopleAfter, placeOn } from "./PlainPeople.ts"

/** What begins something for somebody, or leads on. */
const beginnings = [
  "AppointmentProposed",
  "AppointmentAppliedFor",
  "AppointmentSelectionBegun",
  "AppointmentSelected",
  "AppointmentActivated",
  "AppointmentReinstated",
  "AppointmentReopened",
  "LegacyWorkerRegistered",
  "LegacyWorkerRegularised",
  "ShadowingPlanned",
  "ShadowingStarted",
  "ShadowingResumed",
  "ShadowingReopened",
  "ShadowingSignedOff",
  "CohortPlaceAskedFor",
  "TraineeEnrolled",
  "TrainingSessionMadeUp",
  "TrainingCompleted",
  "TrainingCertificateIssued",
  "TrainingReopened",
  "SupervisionArranged",
  "SupervisionScheduled",
  "SupervisionRescheduled",
  "SupervisionReopened",
  "SupportOpened",
  "SupportReviewed",
  "SupportReopened"
]

const whose = (event: Happened): string => text(event, "shadower") || text(event, "person")

const nothingBeginsAfterADeath: Invariant = {
  says: "Nothing begins, or leads on, for whoever is known to have died (INV-115)",
  begin: () => {
    const people = nobodyYet()
    return (event) => {
      const person = whose(event)
      const isTheirs = beginnings.includes(event.type) && !people.linked.has(person) && hasDied(people, person)
      peopleAfter(people, event)
      return isTheirs ? `${event.type} is of ${person}, who died` : null
    }
  }
}

/** What begins at an establishment. */
const beginningsThere = [
  "AppointmentProposed",
  "AppointmentAppliedFor",
  "LegacyWorkerRegularised",
  "AppointmentActivated",
  "AppointmentReinstated",
  "ShadowingPlanned",
  "CohortPlaceAskedFor",
  "TraineeEnrolled"
]

const begunWhereTheyAre: Invariant = {
  says: "Nobody is proposed, appointed, taught or planned to shadow at an establishment where they are not (INV-06)",
  begin: () => {
    const people = nobodyYet()
    return (event) => {
      peopleAfter(people, event)
      const person = whose(event)
      if (!beginningsThere.includes(event.type) || people.linked.has(person)) return null
      const { establishment } = placeOn(people, person, event.on)
      return establishment === text(event, "establishment")
        ? null
        : `${event.type} is of ${person}, who is at ${establishment || "no establishment"}`
    }
  }
}

const nobodyIsKeptFromThemselves: Invariant = {
  says: "Two who are kept apart are two, and each of a pair is kept apart in one record at a time (INV-114)",
  begin: () => {
    const open = new Map<string, string>()
    const linked = new Set<string>()
    return (event) => {
      if (text(event, "into") !== "") linked.add(idIn(event)).add(text(event, "into"))
      if (!event.stream.startsWith("nonassociation-")) return null
      const [one, other] = [text(event, "person"), text(event, "other")]
      const pair = [one, other].sort().join(" ")
      if (one === other) return `${event.stream} is of ${one} alone`
      const isSecond = event.type === "NonAssociationOpened" && [...open.values()].includes(pair)
      const isOpen = event.type === "NonAssociationOpened" || event.type === "NonAssociationReopened"
      if (isOpen) open.set(event.stream, pair)
      if (event.type === "NonAssociationClosed") open.delete(event.stream)
      // Whether it is open without the entry is another question
      if (event.type === "NonAssociationEntryVoided") open.delete(event.stream)
      return isSecond && !linked.has(one) && !linked.has(other) ? `${event.stream} is of two who are kept apart` : null
    }
  }
}

/** The invariants of custody. */
export const invariantsOfCustody: ReadonlyArray<Invariant> = [
  nothingBeginsAfterADeath,
  begunWhereTheyAre,
  nobodyIsKeptFromThemselves
]
