/**
 * What must hold of whoever decides, in every life: no person in custody is named as one who decides, and where two
 * have to agree they are two. Said once more without the rules, as in `WhatMustHold`.
 */
import type { Happened } from "../language/Event.ts"
import { idIn, ids, text } from "./PlainEvents.ts"
import type { Invariant } from "./PlainEvents.ts"

/** The fields in which a member of staff decides, answers or takes care of something. */
const decide = [
  "decidedBy",
  "agreedBy",
  "approvedBy",
  "attestedBy",
  "takenOverBy",
  "observedBy",
  "assessor",
  "supervisor",
  "supervisedBy",
  "givenBy",
  "lead",
  "holder",
  "cover",
  "receiver",
  "owner",
  "trainer"
]
const decideTogether = ["deliverers", "observers", "staff"]

const whoDecides = (event: Happened): ReadonlyArray<string> => [
  ...decide.map((name) => text(event, name)),
  ...decideTogether.flatMap((name) => ids(event, name))
]

const nobodyInCustodyDecides: Invariant = {
  says: "Nobody in custody is named as one who decides, supervises or answers for something (INV-24)",
  begin: () => {
    const [people, staff] = [new Set<string>(), new Set<string>()]
    return (event) => {
      if (event.type === "PersonRegistered") people.add(idIn(event))
      if (event.type === "StaffRegistered") staff.add(idIn(event))
      const isBoth = event.type.endsWith("Registered") && people.has(idIn(event)) && staff.has(idIn(event))
      if (isBoth) return `${idIn(event)} is registered as a person in custody and as staff`
      const named = whoDecides(event).find((one) => people.has(one))
      return named === undefined ? null : `${event.type} names ${named}`
    }
  }
}

/** What takes two: the fields are those of the second and of the first, where that is not whoever acts. */
const takesTwo = [
  "AppointmentVoided",
  "TrainingCompletionRevoked",
  "TrainingSessionAccepted"
]

const protecting = ["SAFEGUARDING", "CHILD_SAFEGUARDING"]

const twoWhoAgreeAreTwo: Invariant = {
  says: "Where two have to agree a second one does, who is somebody else than who decided",
  begin: () => {
    const routes = new Map<string, string>()
    return (event) => {
      const route = routes.get(event.stream) ?? ""
      if (text(event, "route") !== "") routes.set(event.stream, text(event, "route"))
      const isLeft = event.type === "EscalationReclassified" && protecting.includes(route) &&
        text(event, "route") !== route
      if (!takesTwo.includes(event.type) && !isLeft) return null
      const [first, second] = [text(event, "decidedBy") || event.actor.id, text(event, "agreedBy")]
      return second === "" || second === first ? `${event.type} was decided by ${first} alone` : null
    }
  }
}

/** What is decided by somebody in post who was made known first; whoever hears of a danger may be anybody. */
const named = ["decidedBy", "agreedBy", "approvedBy", "attestedBy", "supervisor", "lead", "assessor", "observedBy"]

const decidedByKnownStaff: Invariant = {
  says: "Whoever is named as deciding was made known as a member of staff before",
  begin: () => {
    const staff = new Set<string>()
    return (event) => {
      if (event.type === "StaffRegistered") staff.add(idIn(event))
      const unknown = named.map((name) => text(event, name)).find((one) => one !== "" && !staff.has(one))
      return unknown === undefined ? null : `${event.type} names ${unknown}, whom nobody registered`
    }
  }
}

/** The invariants of whoever decides. */
export const invariantsOfDecisions: ReadonlyArray<Invariant> = [
  nobodyInCustodyDecides,
  twoWhoAgreeAreTwo,
  decidedByKnownStaff
]
